// SPDX-License-Identifier: MIT
// Where things are in the contact table, and how the reader's place in it is kept.
#include "ui/contacts/contacttableview.h"

#include "ui/contacts/contactheader.h"
#include "ui/contacts/contactselection.h"
#include "ui/contacts/contacttablemodel.h"

#include <QtGui/QResizeEvent>
#include <QtWidgets/QScrollBar>

#include <algorithm>
#include <cstdlib>

namespace roster {

int ContactTableView::rowHeight() const
{
    return verticalHeader()->defaultSectionSize();
}

int ContactTableView::rowAtPixel(int y) const
{
    const int content = y + verticalScrollBar()->value();
    const int row = content / rowHeight();
    return content >= 0 && row < m_model.rowCount() ? row : -1;
}

RowSpan ContactTableView::visibleRows() const
{
    const int first = verticalScrollBar()->value() / rowHeight();
    const int last = (verticalScrollBar()->value() + viewport()->height() - 1) / rowHeight();
    const int end = std::min(last + 1, m_model.rowCount());
    return {first, std::max(end - first, 0)};
}

QPoint ContactTableView::toContent(QPoint at) const
{
    const int x = isRightToLeft() ? viewport()->width() - at.x() : at.x();
    return {x + m_header->offset(), at.y() + verticalScrollBar()->value()};
}

QRect ContactTableView::toViewport(const QRect &content) const
{
    const QRect rect = content.translated(-m_header->offset(), -verticalScrollBar()->value());
    if (!isRightToLeft())
        return rect;
    return {viewport()->width() - rect.right(), rect.top(), rect.width(), rect.height()};
}

void ContactTableView::setScrollPadding(int pixels)
{
    m_scrollPadding = pixels;
    updateGeometries();
}

void ContactTableView::updateGeometries()
{
    // The base class takes the padding away from the range, and with it a place within it.
    const int value = verticalScrollBar()->value();
    QTableView::updateGeometries();
    const int content = m_model.rowCount() * rowHeight() + m_scrollPadding;
    const int room = viewport()->height();
    if (m_scrollPadding > 0 && content > room) {
        verticalScrollBar()->setMaximum(content - room);
        verticalScrollBar()->setValue(value);
    }
    tellVisibleRows();
}

void ContactTableView::resizeEvent(QResizeEvent *event)
{
    // Before the base class finds columns too wide and shows a scroll bar.
    if (event->size().width() != event->oldSize().width())
        m_header->fit(viewport()->width());
    QTableView::resizeEvent(event);
    placeOverlay();
    tellVisibleRows();
}

void ContactTableView::scrollContentsBy(int dx, int dy)
{
    if (std::abs(dy) > viewport()->height())
        flyOver();
    QTableView::scrollContentsBy(dx, dy);
    tellVisibleRows();
    if (m_band)
        moveBand(m_pointer);
    else if (m_look.hoveredRow >= 0)
        setHoveredRow(rowAtPixel(m_pointer.y()));
    // Band and focus ring are painted over the rows: what was scrolled shows them in the old place.
    if (m_band || m_isKeyboardFocus)
        viewport()->update();
}

// Over a long list each step of a dragged scroll bar shows other rows: they come from a thread, so
// that a slow disk does not hold the bar up. What rests is read at once.
void ContactTableView::flyOver()
{
    m_look.isFlying = true;
    m_model.fetch(visibleRows());
    m_landing.start();
}

void ContactTableView::land()
{
    m_look.isFlying = false;
    viewport()->update();
}

void ContactTableView::tellVisibleRows()
{
    const RowSpan rows = visibleRows();
    m_selection.setVisibleRows(rows.first, rows.first + rows.count - 1);
}

void ContactTableView::revealRow(int row)
{
    if (row < 0)
        return;
    executeDelayedItemsLayout();
    const int top = row * rowHeight();
    const int value = verticalScrollBar()->value();
    const int room = std::max(viewport()->height() - m_scrollPadding, rowHeight());
    if (top < value)
        verticalScrollBar()->setValue(top);
    else if (top + rowHeight() > value + room)
        verticalScrollBar()->setValue(top + rowHeight() - room);
}

void ContactTableView::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    QTableView::scrollTo(index, hint);
    if (index.isValid() && hint == EnsureVisible)
        revealRow(index.row());
}

// Kept is the current row where it is seen, else the top visible one; after another query only the
// current one can be. A table at its very top in which nothing is selected just shows its first
// rows as they come.
void ContactTableView::rememberPlace(bool isNewQuery)
{
    m_place = {};
    m_place.top = verticalScrollBar()->value();
    const RowSpan rows = visibleRows();
    const int current = m_selection.currentRow();
    const bool isUntouched = m_place.top == 0 && m_selection.isEmpty() && !m_band;
    if (isUntouched && !isNewQuery)
        return;
    if (isInSpan(rows, current))
        m_place.rows.push_back({m_model.keyAt(current), current * rowHeight() - m_place.top});
    for (int row = rows.first; row < rows.first + rows.count && !isNewQuery; ++row)
        m_place.rows.push_back({m_model.keyAt(row), row * rowHeight() - m_place.top});
}

void ContactTableView::restorePlace(bool isNewQuery)
{
    executeDelayedItemsLayout();
    updateGeometries();
    int value = isNewQuery ? 0 : m_place.top;
    for (const auto &[key, y] : m_place.rows) {
        const int row = m_model.rowOf(key);
        if (row < 0)
            continue;
        value = row * rowHeight() - y;
        break;
    }
    if (m_band && !isNewQuery)
        m_band->shiftAnchor(value - m_place.top);
    scrollRows(value);
    if (m_band)
        refillBand();
    tellVisibleRows();
    viewport()->update();
}

void ContactTableView::scrollRows(int value)
{
    verticalScrollBar()->setValue(std::max(value, 0));
}

} // namespace roster
