// SPDX-License-Identifier: MIT
// How saved views are moved, renamed and deleted in the sidebar.
#include "ui/contacts/sidebar.h"

#include "ui/contacts/sidebarmodel.h"
#include "ui/theme/theme.h"

#include <QtGui/QContextMenuEvent>
#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QApplication>

#include <algorithm>
#include <utility>

namespace roster {

namespace {

bool isRemoving(const QKeyEvent &event)
{
    return event.key() == Qt::Key_Delete && event.modifiers() == Qt::NoModifier;
}

} // namespace

bool Sidebar::event(QEvent *event)
{
    // Delete is the window's Archive as well; on a saved view it belongs to the view.
    if (event->type() == QEvent::ShortcutOverride && isRemoving(*static_cast<QKeyEvent *>(event)) &&
        !m_model->savedAt(currentIndex().row()).isNull()) {
        event->accept();
        return true;
    }
    return QListView::event(event);
}

bool Sidebar::edit(const QModelIndex &index, EditTrigger trigger, QEvent *event)
{
    const bool isBegun = QListView::edit(index, trigger, event);
    if (state() == EditingState)
        m_model->setHeld(true);
    return isBegun;
}

void Sidebar::closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint)
{
    QListView::closeEditor(editor, hint);
    m_model->setHeld(false);
}

bool Sidebar::changeByKey(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_drag.hasBegun) {
        endDrag(false);
        return true;
    }
    const QUuid view = m_model->savedAt(currentIndex().row());
    if (view.isNull())
        return false;
    const bool isAlt = event->modifiers().testFlag(Qt::AltModifier);
    if (event->key() == Qt::Key_F2) {
        rename(view);
        return true;
    }
    if (isRemoving(*event)) {
        Q_EMIT removeRequested(view);
        return true;
    }
    if (isAlt && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)) {
        const int first = m_model->rowOfSaved(m_model->saved().constFirst().id);
        const int step = event->key() == Qt::Key_Up ? -1 : 1;
        Q_EMIT moveRequested(view, currentIndex().row() - first + step);
        return true;
    }
    return false;
}

void Sidebar::contextMenuEvent(QContextMenuEvent *event)
{
    const bool isKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = isKey ? currentIndex() : indexAt(event->pos());
    if (!index.isValid())
        return;
    const QPoint at =
        isKey ? viewport()->mapToGlobal(visualRect(index).bottomLeft()) : event->globalPos();
    const QUuid view = m_model->savedAt(index.row());
    if (!view.isNull())
        Q_EMIT viewMenuRequested(view, at);
    else if (m_model->kindOf(index.row()) == SidebarModel::Kind::Company)
        Q_EMIT companyMenuRequested(CompanyId(index.data(SidebarModel::IdRole).toString()), at);
}

void Sidebar::dragTo(QPoint position)
{
    if (m_drag.view.isNull())
        return;
    if (!m_drag.hasBegun &&
        (position - m_drag.from).manhattanLength() < QApplication::startDragDistance())
        return;
    m_drag.hasBegun = true;
    const QList<SavedLine> &saved = m_model->saved();
    m_drag.gap = static_cast<int>(std::count_if(saved.begin(), saved.end(), [&](const auto &its) {
        return visualRect(m_model->index(m_model->rowOfSaved(its.id))).center().y() < position.y();
    }));
    viewport()->update();
}

void Sidebar::mouseReleaseEvent(QMouseEvent *event)
{
    QListView::mouseReleaseEvent(event);
    endDrag(true);
}

void Sidebar::endDrag(bool isMeant)
{
    const Drag drag = std::exchange(m_drag, {});
    viewport()->update();
    if (!isMeant || !drag.hasBegun)
        return;
    const QList<SavedLine> &saved = m_model->saved();
    const auto found = std::find_if(saved.begin(), saved.end(),
                                    [&drag](const auto &its) { return its.id == drag.view; });
    const auto from = static_cast<int>(found - saved.begin());
    // What is taken out from above the gap moves the gap up.
    const int to = drag.gap > from ? drag.gap - 1 : drag.gap;
    if (to != from)
        Q_EMIT moveRequested(drag.view, to);
}

void Sidebar::paintEvent(QPaintEvent *event)
{
    QListView::paintEvent(event);
    if (!m_drag.hasBegun || m_model->saved().isEmpty())
        return;
    const int first = m_model->rowOfSaved(m_model->saved().constFirst().id);
    const bool isLast = m_drag.gap == m_model->saved().size();
    const QRect line = visualRect(m_model->index(first + m_drag.gap - (isLast ? 1 : 0)));
    const int y = isLast ? line.bottom() : line.top();
    QPainter painter(viewport());
    painter.fillRect(QRect(line.left() + 8, y - 1, line.width() - 16, 2),
                     m_theme.color(ColorRole::Accent));
}

} // namespace roster
