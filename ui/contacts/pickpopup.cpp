// SPDX-License-Identifier: MIT
#include "ui/contacts/pickpopup.h"

#include "ui/tags/pickdelegate.h"
#include "ui/theme/kind.h"
#include "ui/widgets/popupplace.h"
#include "ui/widgets/textfield.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QListView>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>
#include <utility>

namespace roster {

namespace {

constexpr int popupWidth = 260;
constexpr int mostRows = 9;

} // namespace

PickPopup::PickPopup(const Theme &theme, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_model(new PickModel(QString(), this))
    , m_field(new TextField(theme, QStringLiteral("pickEdit"), QString(), this))
    , m_list(new QListView(this))
{
    setObjectName(QStringLiteral("pickPopup"));
    setAttribute(Qt::WA_DeleteOnClose);
    setKind(*this, QStringLiteral("list"));
    m_field->installEventFilter(this);
    m_list->setObjectName(QStringLiteral("pickList"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PickDelegate(theme, this));
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setMouseTracking(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(6, 6, 6, 6);
    column->setSpacing(6);
    column->addWidget(m_field);
    column->addWidget(m_list);
    setFixedWidth(popupWidth);

    connect(m_field, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_model->setText(text);
        m_list->setCurrentIndex(m_model->index(std::max(m_model->bestRow(), 0)));
    });
    connect(m_list, &QListView::clicked, this, &PickPopup::pick);
}

void PickPopup::ask(const QString &name, const QList<PickItem> &items,
                    std::function<void(const QString &)> onPicked)
{
    m_onPicked = std::move(onPicked);
    m_field->clear();
    m_field->setPlaceholderText(name);
    m_field->setAccessibleName(name);
    m_list->setAccessibleName(name);
    m_model->setItems(items);
    m_list->setCurrentIndex(m_model->index(0));
    const int rows = std::clamp(static_cast<int>(items.size()), 1, mostRows);
    m_list->setFixedHeight(rows * PickDelegate::RowHeight);
    adjustSize();
}

void PickPopup::openBelow(const QWidget &chip)
{
    adjustSize();
    placeBelow(*this, chip);
    show();
    m_field->setFocus(Qt::PopupFocusReason);
}

void PickPopup::pick(const QModelIndex &index)
{
    if (!index.isValid() || !index.flags().testFlag(Qt::ItemIsEnabled))
        return;
    const QString id = index.data(PickModel::IdRole).toString();
    const auto onPicked = std::exchange(m_onPicked, nullptr);
    if (onPicked)
        onPicked(id);
    if (!m_onPicked)
        close();
}

void PickPopup::moveBy(int step)
{
    const int last = m_model->rowCount() - 1;
    const int row = std::clamp(m_list->currentIndex().row() + step, 0, std::max(last, 0));
    m_list->setCurrentIndex(m_model->index(row));
}

bool PickPopup::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_field || event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Down:
        moveBy(1);
        return true;
    case Qt::Key_Up:
        moveBy(-1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        pick(m_list->currentIndex());
        return true;
    case Qt::Key_Escape:
        close();
        return true;
    default:
        return false;
    }
}

} // namespace roster
