// SPDX-License-Identifier: MIT
// The contact table by keyboard.
#include "ui/contacts/contacttableview.h"

#include "ui/contacts/contactheader.h"
#include "ui/contacts/contactselection.h"
#include "ui/contacts/contacttablemodel.h"
#include "ui/widgets/liveregion.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QScrollBar>

#include <algorithm>

namespace roster {

void ContactTableView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_press) {
        cancelBand();
        return;
    }
    if (m_press) {
        event->accept();
        return;
    }
    if (selectByKey(event) || moveByKey(event)) {
        setKeyboardFocus(true);
        event->accept();
        return;
    }
    event->ignore();
}

bool ContactTableView::selectByKey(QKeyEvent *event)
{
    const bool isControl = event->modifiers() & Qt::ControlModifier;
    switch (event->key()) {
    case Qt::Key_Escape:
        return escape();
    case Qt::Key_F8:
        if (event->modifiers() != Qt::ShiftModifier)
            return false;
        setAddMode(!m_isAddMode);
        return true;
    case Qt::Key_Space:
        if (event->modifiers() & Qt::ShiftModifier)
            m_selection.extendTo(m_selection.currentRow(), isControl || m_isAddMode);
        else
            m_selection.toggle(m_selection.currentRow());
        return true;
    case Qt::Key_A:
        if (!isControl)
            return false;
        if (event->modifiers() & Qt::ShiftModifier)
            m_selection.clear();
        else
            m_selection.selectAll();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (event->modifiers() & ~Qt::KeypadModifier || m_selection.currentRow() < 0)
            return false;
        Q_EMIT contactActivated(m_selection.currentId());
        return true;
    default:
        return false;
    }
}

bool ContactTableView::escape()
{
    if (m_isAddMode) {
        setAddMode(false);
        return true;
    }
    if (m_selection.isEmpty())
        return false;
    m_selection.clear();
    return true;
}

void ContactTableView::setAddMode(bool isOn)
{
    if (isOn == m_isAddMode)
        return;
    m_isAddMode = isOn;
    m_speech->say(isOn ? tr("Add mode on") : tr("Add mode off"));
    Q_EMIT addModeChanged(isOn);
}

// The row that a key leads to; -1 when it leads to none.
int ContactTableView::rowForKey(int key) const
{
    const int last = m_model.rowCount() - 1;
    const int current = m_selection.currentRow();
    const int page = std::max((viewport()->height() - m_scrollPadding) / rowHeight() - 1, 1);
    const auto near = [&](int step) {
        return current < 0 ? 0 : std::clamp(current + step, 0, std::max(last, 0));
    };
    switch (key) {
    case Qt::Key_Up:
        return std::min(near(-1), last);
    case Qt::Key_Down:
        return std::min(near(1), last);
    case Qt::Key_PageUp:
        return std::min(near(-page), last);
    case Qt::Key_PageDown:
        return std::min(near(page), last);
    case Qt::Key_Home:
        return std::min(0, last);
    case Qt::Key_End:
        return last;
    default:
        return -1;
    }
}

bool ContactTableView::moveByKey(QKeyEvent *event)
{
    if (event->modifiers() & (Qt::AltModifier | Qt::MetaModifier))
        return false;
    if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right) {
        moveColumn((event->key() == Qt::Key_Right) != isRightToLeft() ? 1 : -1);
        return true;
    }
    const int row = rowForKey(event->key());
    if (row < 0)
        return false;
    const bool keepsOthers = m_isAddMode || event->modifiers() & Qt::ControlModifier;
    if (event->modifiers() & Qt::ShiftModifier)
        m_selection.extendTo(row, keepsOthers);
    else if (keepsOthers)
        m_selection.setCurrentRow(row);
    else
        m_selection.selectOnly(row);
    revealRow(row);
    return true;
}

void ContactTableView::moveColumn(int step)
{
    const QModelIndex current = currentIndex();
    if (!current.isValid())
        return;
    int visual = m_header->visualIndex(current.column()) + step;
    while (visual >= 0 && visual < m_header->count() &&
           m_header->isSectionHidden(m_header->logicalIndex(visual)))
        visual += step;
    if (visual < 0 || visual >= m_header->count())
        return;
    const QModelIndex next = current.siblingAtColumn(m_header->logicalIndex(visual));
    selectionModel()->setCurrentIndex(next, QItemSelectionModel::NoUpdate);
    scrollTo(next);
}

} // namespace roster
