// SPDX-License-Identifier: MIT
#include "ui/filter/pickvalueeditor.h"

#include "ui/filter/checkmodel.h"
#include "ui/tags/pickdelegate.h"
#include "ui/widgets/textfield.h"

#include <QtCore/QSet>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QListView>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace roster {

namespace {

constexpr int mostRows = 8;

//! Ids that nothing is known of any more can still be seen and unchosen.
QList<PickItem> withUnknown(QList<PickItem> items, const QStringList &values)
{
    QSet<QString> known;
    for (const PickItem &item : items)
        known.insert(item.id);
    for (const QString &value : values) {
        if (!known.contains(value))
            items.append({value, value, {}, false});
    }
    return items;
}

} // namespace

PickValueEditor::PickValueEditor(const Theme &theme, Takes takes, const QString &name,
                                 const QList<PickItem> &items, QWidget *parent)
    : ValueEditor(parent)
    , m_takes(takes)
    , m_model(new CheckModel(this))
    , m_field(new TextField(theme, QStringLiteral("filterPickEdit"), name, this))
    , m_list(new QListView(this))
{
    m_model->setItems(items);
    build(theme, name, items.size());
    connect(m_field, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_model->setText(text);
        m_list->setCurrentIndex(m_model->index(std::max(m_model->bestRow(), 0)));
    });
    connect(m_list, &QListView::clicked, this, &PickValueEditor::pick);
}

void PickValueEditor::build(const Theme &theme, const QString &name, qsizetype count)
{
    m_field->setPlaceholderText(name);
    m_field->installEventFilter(this);
    m_list->setObjectName(QStringLiteral("filterPickList"));
    m_list->setAccessibleName(name);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PickDelegate(theme, this));
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setMouseTracking(true);
    const int rows = std::clamp(static_cast<int>(count), 1, mostRows);
    m_list->setFixedHeight(rows * PickDelegate::RowHeight);
    m_list->setCurrentIndex(m_model->index(0));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_field);
    column->addWidget(m_list);
    setFocusProxy(m_field);
}

QStringList PickValueEditor::values() const
{
    return m_model->chosen();
}

void PickValueEditor::setValues(const QStringList &values)
{
    QList<PickItem> items;
    for (int row = 0; row < m_model->rowCount(); ++row)
        items.append({m_model->index(row).data(PickModel::IdRole).toString(),
                      m_model->index(row).data().toString(),
                      {},
                      false});
    m_model->setItems(withUnknown(items, values));
    m_model->setChosen(m_takes == Takes::One ? values.mid(0, 1) : values);
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (values.contains(m_model->index(row).data(PickModel::IdRole).toString()))
            return m_list->setCurrentIndex(m_model->index(row));
    }
    m_list->setCurrentIndex(m_model->index(0));
}

void PickValueEditor::setInvalid(bool isInvalid)
{
    m_field->setInvalid(isInvalid);
}

void PickValueEditor::pick(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const QString id = index.data(PickModel::IdRole).toString();
    if (m_takes == Takes::One) {
        m_model->setChosen({id});
        Q_EMIT changed();
        Q_EMIT confirmed();
        return;
    }
    m_model->toggle(id);
    m_field->clear();
    Q_EMIT changed();
}

void PickValueEditor::moveBy(int step)
{
    const int last = m_model->rowCount() - 1;
    const int row = std::clamp(m_list->currentIndex().row() + step, 0, std::max(last, 0));
    m_list->setCurrentIndex(m_model->index(row));
}

void PickValueEditor::enter()
{
    const bool isDone =
        m_takes == Takes::Several && m_field->text().isEmpty() && !m_model->chosen().isEmpty();
    if (isDone)
        Q_EMIT confirmed();
    else
        pick(m_list->currentIndex());
}

bool PickValueEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_field || event->type() != QEvent::KeyPress)
        return ValueEditor::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Down:
        moveBy(1);
        return true;
    case Qt::Key_Up:
        moveBy(-1);
        return true;
    case Qt::Key_Space:
        if (m_takes == Takes::One || !m_field->text().isEmpty())
            return false;
        pick(m_list->currentIndex());
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        enter();
        return true;
    default:
        return false;
    }
}

} // namespace roster
