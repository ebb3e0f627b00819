// SPDX-License-Identifier: MIT
// The contact table under the pointer: clicks, the rubber band, hovering.
#include "ui/contacts/contacttableview.h"

#include "ui/contacts/contactselection.h"
#include "ui/contacts/contacttablemodel.h"

#include <QtGui/QContextMenuEvent>
#include <QtGui/QMouseEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QScrollBar>

namespace roster {

namespace {

constexpr int scrollIntervalMs = 16;

RowBand::Mode modeFor(Qt::KeyboardModifiers modifiers)
{
    if (modifiers & Qt::ControlModifier)
        return RowBand::Mode::Toggle;
    return modifiers & Qt::ShiftModifier ? RowBand::Mode::Add : RowBand::Mode::Replace;
}

} // namespace

void ContactTableView::mousePressEvent(QMouseEvent *event)
{
    event->accept();
    if (m_press)
        return;
    setKeyboardFocus(false);
    const int row = rowAtPixel(event->position().toPoint().y());
    if (event->button() == Qt::RightButton) {
        // The menu is about what is selected, or about this row.
        if (row >= 0 && !m_selection.isRowSelected(row))
            m_selection.selectOnly(row);
        else if (row >= 0)
            m_selection.setCurrentRow(row);
    }
    if (event->button() != Qt::LeftButton)
        return;
    m_press = Press{event->position().toPoint(), event->modifiers(), m_selection.remembered(), 0};
    m_pointer = m_press->at;
    setAddMode(false);
    if (row >= 0)
        pressRow(row, event->modifiers());
    else
        pressEmpty(event->modifiers());
}

void ContactTableView::pressRow(int row, Qt::KeyboardModifiers modifiers)
{
    const bool isToggle = modifiers & Qt::ControlModifier;
    if (modifiers & Qt::ShiftModifier)
        m_selection.extendTo(row, isToggle);
    else if (isToggle)
        m_selection.toggle(row);
    else if (!m_selection.isRowSelected(row))
        m_selection.selectOnly(row);
    else
        m_press->keyToSelect = m_model.keyAt(row);
}

void ContactTableView::pressEmpty(Qt::KeyboardModifiers modifiers)
{
    if (modeFor(modifiers) == RowBand::Mode::Replace)
        m_selection.clear();
}

void ContactTableView::mouseMoveEvent(QMouseEvent *event)
{
    m_pointer = event->position().toPoint();
    if (!(event->buttons() & Qt::LeftButton)) {
        // It was released where this window was not told.
        if (m_press)
            endPress();
        setHoveredRow(rowAtPixel(m_pointer.y()));
        return;
    }
    if (!m_press)
        return;
    if (!m_band) {
        const int moved = (m_pointer - m_press->at).manhattanLength();
        if (moved < QApplication::startDragDistance())
            return;
        startBand(m_press->at);
    }
    moveBand(m_pointer);
}

void ContactTableView::startBand(QPoint viewportPosition)
{
    m_press->keyToSelect = 0;
    m_band.emplace(toContent(viewportPosition), modeFor(m_press->modifiers), m_press->before.keys);
    setHoveredRow(-1);
    m_scrollTimer.start(scrollIntervalMs, Qt::PreciseTimer, this);
    refillBand();
}

void ContactTableView::moveBand(QPoint viewportPosition)
{
    m_band->moveTo(toContent(viewportPosition));
    const RowSpan rows = m_band->rows(rowHeight(), m_model.rowCount());
    m_selection.setRows(difference(m_bandRows, rows), [this, &rows](int row, RowKey key) {
        return m_band->isSelected(key, isInSpan(rows, row));
    });
    m_bandRows = rows;
    viewport()->update();
}

// All anew: the drag began, or other rows are under the band now.
void ContactTableView::refillBand()
{
    m_bandRows = m_band->rows(rowHeight(), m_model.rowCount());
    const auto first = m_model.order().begin() + m_bandRows.first;
    m_selection.setKeys(m_band->selected({first, first + m_bandRows.count}));
    viewport()->update();
}

void ContactTableView::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_scrollTimer.timerId()) {
        QTableView::timerEvent(event);
        return;
    }
    const int step = scrollStep(m_pointer.y(), viewport()->height());
    if (m_band && step != 0)
        verticalScrollBar()->setValue(verticalScrollBar()->value() + step);
}

void ContactTableView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_press)
        return;
    if (m_band) {
        const int row = rowAtPixel(event->position().toPoint().y());
        if (m_bandRows.count > 0) {
            // Ranges go on from where the hand went down.
            m_selection.setAnchorRow(nearestIn(m_bandRows, m_band->anchorRow(rowHeight())));
            m_selection.setCurrentRow(
                isInSpan(m_bandRows, row) ? row : m_bandRows.first + m_bandRows.count - 1);
        }
    } else if (m_press->keyToSelect != 0) {
        m_selection.selectOnly(m_model.rowOf(m_press->keyToSelect));
    }
    endPress();
}

void ContactTableView::endPress()
{
    m_scrollTimer.stop();
    m_press.reset();
    m_band.reset();
    m_bandRows = {};
    viewport()->update();
}

void ContactTableView::cancelBand()
{
    const ContactSelection::Memory before = m_press->before;
    endPress();
    m_selection.restore(before);
}

void ContactTableView::forgetGone(const KeySet &gone)
{
    if (m_band)
        m_band->forget(gone);
}

void ContactTableView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const int row = rowAtPixel(event->position().toPoint().y());
    if (event->button() != Qt::LeftButton || row < 0)
        return;
    m_selection.setCurrentRow(row);
    if (event->modifiers() == Qt::NoModifier)
        Q_EMIT contactActivated(m_model.idAt(row));
}

void ContactTableView::contextMenuEvent(QContextMenuEvent *event)
{
    if (m_band)
        return;
    if (event->reason() != QContextMenuEvent::Keyboard) {
        Q_EMIT menuRequested(event->globalPos());
        return;
    }
    const int row = std::max(m_selection.currentRow(), 0);
    revealRow(row);
    const QPoint at(isRightToLeft() ? viewport()->width() - 24 : 24,
                    (row + 1) * rowHeight() - verticalScrollBar()->value());
    Q_EMIT menuRequested(viewport()->mapToGlobal(at));
}

void ContactTableView::setHoveredRow(int row)
{
    if (row == m_look.hoveredRow)
        return;
    m_look.hoveredRow = row;
    viewport()->update();
}

// While the button is down no shortcut takes the rows away from under the hand.
bool ContactTableView::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && m_press) {
        event->accept();
        return true;
    }
    return QTableView::event(event);
}

bool ContactTableView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave || event->type() == QEvent::HoverLeave)
        setHoveredRow(-1);
    return QTableView::viewportEvent(event);
}

} // namespace roster
