// SPDX-License-Identifier: MIT
#include "ui/contacts/sidebar.h"

#include "ui/contacts/sidebardelegate.h"
#include "ui/contacts/sidebarmodel.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

#include <QtCore/QScopedValueRollback>
#include <QtGui/QKeyEvent>
#include <QtGui/QMouseEvent>

namespace roster {

Sidebar::Sidebar(const Theme &theme, ContactBook &book, QWidget *parent)
    : QListView(parent)
    , m_theme(theme)
    , m_model(new SidebarModel(book, this))
{
    setObjectName(QStringLiteral("sidebarList"));
    setAccessibleName(tr("Views, tags and companies"));
    setProperty("kind", QStringLiteral("sidebar"));
    setFrameShape(QFrame::NoFrame);
    setModel(m_model);
    auto *delegate = new SidebarDelegate(theme, this);
    setItemDelegate(delegate);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setTabKeyNavigation(false);
    setMouseTracking(true);
    setMinimumWidth(140);
    setViewportMargins(0, 8, 0, 8);
    const auto colour = [this, &theme] {
        QPalette palette = this->palette();
        palette.setColor(QPalette::Base, theme.color(ColorRole::Sidebar));
        setPalette(palette);
        viewport()->setPalette(palette);
        scheduleDelayedItemsLayout();
    };
    colour();
    connect(&theme, &Theme::changed, this, colour);
    connect(m_model, &SidebarModel::modelReset, this, &Sidebar::mark);
    connect(m_model, &SidebarModel::renameRequested, this, &Sidebar::renameRequested);
    mark();
}

QSize Sidebar::sizeHint() const
{
    return {metrics::sidebarWidth, 400};
}

void Sidebar::setCounts(const ContactCounts &counts)
{
    m_model->setCounts(counts);
}

void Sidebar::setArchivedCount(int count)
{
    m_model->setArchivedCount(count);
}

void Sidebar::namesChanged()
{
    m_model->reload();
}

void Sidebar::showFilter(const ContactQuery &filter)
{
    m_shown = filter;
    m_isArchivedShown = false;
    m_view = {};
    mark();
}

void Sidebar::showArchived()
{
    m_isArchivedShown = true;
    m_view = {};
    mark();
}

void Sidebar::setSaved(const QList<SavedLine> &saved)
{
    m_model->setSaved(saved);
    mark();
}

void Sidebar::showView(const QUuid &id)
{
    m_isArchivedShown = false;
    m_view = id;
    mark();
}

void Sidebar::rename(const QUuid &id)
{
    const int row = m_model->rowOfSaved(id);
    if (row >= 0)
        QListView::edit(m_model->index(row));
}

void Sidebar::mark()
{
    const QScopedValueRollback guard(m_isMarking, true);
    const int row = m_isArchivedShown ? m_model->archivedRow()
                    : m_view.isNull() ? m_model->rowOf(m_shown)
                                      : m_model->rowOfSaved(m_view);
    if (row >= 0)
        setCurrentIndex(m_model->index(row));
    else
        selectionModel()->clear();
}

void Sidebar::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (!m_isMarking && current.isValid())
        choose(current.row());
}

void Sidebar::choose(int row)
{
    switch (m_model->kindOf(row)) {
    case SidebarModel::Kind::Heading:
    case SidebarModel::Kind::ShowAll:
        return;
    case SidebarModel::Kind::Archived:
        m_isArchivedShown = true;
        m_view = {};
        Q_EMIT archivedChosen();
        return;
    case SidebarModel::Kind::Saved:
        m_isArchivedShown = false;
        m_view = m_model->savedAt(row);
        Q_EMIT viewChosen(m_view);
        return;
    default:
        m_shown = *m_model->filterOf(row);
        m_isArchivedShown = false;
        m_view = {};
        Q_EMIT filterChosen(m_shown);
    }
}

void Sidebar::mousePressEvent(QMouseEvent *event)
{
    static_cast<SidebarDelegate *>(itemDelegate())->setFocusShown(false);
    const QModelIndex pressed = indexAt(event->position().toPoint());
    if (pressed.isValid() && m_model->kindOf(pressed.row()) == SidebarModel::Kind::ShowAll) {
        if (event->button() == Qt::LeftButton)
            m_model->toggleList(pressed.row());
        return;
    }
    if (event->button() != Qt::LeftButton)
        return;
    QListView::mousePressEvent(event);
    if (pressed.isValid())
        m_drag = {m_model->savedAt(pressed.row()), event->position().toPoint()};
}

void Sidebar::keyPressEvent(QKeyEvent *event)
{
    static_cast<SidebarDelegate *>(itemDelegate())->setFocusShown(true);
    viewport()->update();
    if (changeByKey(event))
        return;
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter ||
                         event->key() == Qt::Key_Space;
    const QModelIndex current = currentIndex();
    if (isEnter && current.isValid()) {
        if (m_model->kindOf(current.row()) == SidebarModel::Kind::ShowAll)
            m_model->toggleList(current.row());
        else
            choose(current.row());
        return;
    }
    QListView::keyPressEvent(event);
}

// The base class stops at the first line, which is a heading.
QModelIndex Sidebar::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    if (action != MoveHome)
        return QListView::moveCursor(action, modifiers);
    int row = 0;
    while (row < m_model->rowCount() && !m_model->flags(m_model->index(row)))
        ++row;
    return m_model->index(row);
}

void Sidebar::mouseMoveEvent(QMouseEvent *event)
{
    const QModelIndex under = indexAt(event->position().toPoint());
    static_cast<SidebarDelegate *>(itemDelegate())
        ->setHoveredRow(under.isValid() ? under.row() : -1);
    viewport()->update();
    // A press that slides over other lines chooses nothing; one on a saved view moves it.
    if (event->buttons().testFlag(Qt::LeftButton))
        dragTo(event->position().toPoint());
}

void Sidebar::leaveEvent(QEvent *event)
{
    static_cast<SidebarDelegate *>(itemDelegate())->setHoveredRow(-1);
    viewport()->update();
    QListView::leaveEvent(event);
}

void Sidebar::focusInEvent(QFocusEvent *event)
{
    QListView::focusInEvent(event);
    const bool isKeyboard = event->reason() == Qt::TabFocusReason ||
                            event->reason() == Qt::BacktabFocusReason ||
                            event->reason() == Qt::ShortcutFocusReason;
    static_cast<SidebarDelegate *>(itemDelegate())->setFocusShown(isKeyboard);
    viewport()->update();
}

void Sidebar::focusOutEvent(QFocusEvent *event)
{
    QListView::focusOutEvent(event);
    viewport()->update();
}

} // namespace roster
