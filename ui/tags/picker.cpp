// SPDX-License-Identifier: MIT
#include "ui/tags/picker.h"

#include "ui/tags/pickdelegate.h"
#include "ui/theme/kind.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/textfield.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QFrame>
#include <QtWidgets/QLabel>
#include <QtWidgets/QListView>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr int VisibleRows = 7;

QString plain(QString label)
{
    return label.remove(u'&');
}

} // namespace

Picker::Picker(const Theme &theme, const QString &objectName, const Words &words, QWidget *parent)
    : QWidget(parent)
    , m_model(new PickModel(words.create, this))
    , m_field(new TextField(theme, objectName + u"Edit"_s, plain(words.label), this))
    , m_list(new QListView(this))
{
    setObjectName(objectName + u"Picker"_s);
    m_field->setPlaceholderText(words.placeholder);
    m_field->installEventFilter(this);
    m_list->setObjectName(objectName + u"List"_s);
    m_list->setAccessibleName(plain(words.label));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PickDelegate(theme, this));
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setTabKeyNavigation(false);
    m_list->setFixedHeight(VisibleRows * PickDelegate::RowHeight);
    auto *nothing = new QLabel(words.nothing, m_list);
    nothing->setAlignment(Qt::AlignCenter);
    nothing->setWordWrap(true);
    setKind(*nothing, u"muted"_s);
    m_nothing = nothing;

    auto *frame = new QFrame(this);
    setKind(*frame, u"list"_s);
    auto *inner = new QVBoxLayout(frame);
    inner->setContentsMargins(4, 4, 4, 4);
    inner->addWidget(m_list);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(new FormField(theme, objectName + u"Field"_s, words.label, m_field, this));
    column->addWidget(frame);
    auto *cover = new QVBoxLayout(m_list);
    cover->addWidget(nothing);
    showNothing();

    connect(m_field, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_model->setText(text);
        pickBest();
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &Picker::changed);
    connect(m_list, &QListView::doubleClicked, this, &Picker::confirmed);
}

void Picker::setItems(const QList<PickItem> &items)
{
    const QString before = pickedId();
    m_model->setItems(items);
    pickBest();
    for (int row = 0; row < m_model->rowCount() && !before.isEmpty(); ++row) {
        const QModelIndex index = m_model->index(row);
        if (index.data(PickModel::IdRole).toString() == before)
            m_list->setCurrentIndex(index);
    }
}

QString Picker::pickedId() const
{
    return m_list->currentIndex().data(PickModel::IdRole).toString();
}

QString Picker::pickedName() const
{
    const QModelIndex index = m_list->currentIndex();
    return m_model->isNew(index) ? m_model->newName() : index.data(Qt::DisplayRole).toString();
}

bool Picker::isNewPicked() const
{
    return m_model->isNew(m_list->currentIndex());
}

bool Picker::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Up) {
            move(key == Qt::Key_Down ? 1 : -1);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void Picker::pickBest()
{
    showNothing();
    // Nothing is meant before something is typed.
    const int row = m_field->text().trimmed().isEmpty() ? -1 : m_model->bestRow();
    m_list->setCurrentIndex(row < 0 ? QModelIndex() : m_model->index(row));
    Q_EMIT changed();
}

void Picker::move(int by)
{
    int row = m_list->currentIndex().row();
    do {
        row += by;
    } while (row >= 0 && row < m_model->rowCount() &&
             !m_model->index(row).flags().testFlag(Qt::ItemIsEnabled));
    if (row >= 0 && row < m_model->rowCount())
        m_list->setCurrentIndex(m_model->index(row));
}

void Picker::showNothing()
{
    m_nothing->setVisible(m_model->rowCount() == 0);
}

} // namespace roster
