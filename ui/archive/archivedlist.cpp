// SPDX-License-Identifier: MIT
#include "ui/archive/archivedlist.h"

#include "ui/archive/archiveddelegate.h"
#include "ui/archive/archivedmodel.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QMouseEvent>

using namespace Qt::StringLiterals;

namespace roster {

ArchivedList::ArchivedList(const Theme &theme, ArchivedModel &model, QWidget *parent)
    : QListView(parent)
    , m_model(model)
    , m_delegate(new ArchivedDelegate(theme, this))
{
    setObjectName(u"archivedList"_s);
    setAccessibleName(tr("Archived contacts"));
    setModel(&model);
    setItemDelegate(m_delegate);
    setSelectionMode(ExtendedSelection);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(NoFrame);
    setMouseTracking(true);
    setTabKeyNavigation(false);
}

void ArchivedList::mousePressEvent(QMouseEvent *event)
{
    m_pressed =
        event->button() == Qt::LeftButton ? actionAt(event->position().toPoint()) : QModelIndex();
    if (!m_pressed.isValid())
        QListView::mousePressEvent(event);
}

void ArchivedList::mouseReleaseEvent(QMouseEvent *event)
{
    const QModelIndex pressed = m_pressed;
    m_pressed = QPersistentModelIndex();
    if (!pressed.isValid()) {
        QListView::mouseReleaseEvent(event);
        return;
    }
    if (actionAt(event->position().toPoint()) == pressed)
        Q_EMIT actionTriggered(pressed);
}

void ArchivedList::mouseMoveEvent(QMouseEvent *event)
{
    hover(actionAt(event->position().toPoint()));
    if (!m_pressed.isValid())
        QListView::mouseMoveEvent(event);
}

void ArchivedList::leaveEvent(QEvent *event)
{
    hover({});
    QListView::leaveEvent(event);
}

void ArchivedList::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && event->modifiers().testFlag(Qt::ControlModifier) == false &&
        currentIndex().isValid()) {
        Q_EMIT actionTriggered(currentIndex());
        return;
    }
    QListView::keyPressEvent(event);
}

void ArchivedList::selectionChanged(const QItemSelection &selected,
                                    const QItemSelection &deselected)
{
    QListView::selectionChanged(selected, deselected);
    Q_EMIT selectedChanged();
}

QModelIndex ArchivedList::actionAt(QPoint position) const
{
    const QModelIndex index = indexAt(position);
    if (!index.isValid())
        return {};
    // The whole of a "more" row is its action.
    if (m_model.rowAt(index.row()).kind == ArchivedRow::Kind::More)
        return index;
    const QRect action = m_delegate->actionRect(visualRect(index), index, layoutDirection());
    return action.contains(position) ? index : QModelIndex();
}

void ArchivedList::hover(const QModelIndex &index)
{
    if (m_hovered == index)
        return;
    if (m_hovered.isValid())
        update(m_hovered);
    m_hovered = index;
    m_delegate->setHovered(index);
    viewport()->setCursor(index.isValid() ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (index.isValid())
        update(index);
}

} // namespace roster
