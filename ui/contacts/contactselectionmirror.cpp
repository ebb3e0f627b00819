// SPDX-License-Identifier: MIT
// How ContactSelection and the selection model that mirrors it follow each other.
#include "ui/contacts/contactselection.h"

#include <QtCore/QScopedValueRollback>

#include <algorithm>

namespace roster {

namespace {

//! A selection model compares its ranges each with each: more of them than this cost a frame.
constexpr int maxWholeRuns = 400;

} // namespace

void ContactSelection::attach(QItemSelectionModel *mirrorModel)
{
    if (m_mirror)
        m_mirror->disconnect(this);
    m_mirror = mirrorModel;
    connect(mirrorModel, &QItemSelectionModel::selectionChanged, this,
            &ContactSelection::takeFromMirror);
    connect(mirrorModel, &QItemSelectionModel::currentChanged, this,
            &ContactSelection::takeCurrentFromMirror);
    mirror();
    mirrorCurrent();
}

void ContactSelection::setVisibleRows(int first, int last)
{
    if (first == m_firstVisible && last == m_lastVisible)
        return;
    m_firstVisible = first;
    m_lastVisible = last;
    if (m_isMirrorPartial)
        mirror();
}

// Runs of selected rows; none when there are more than `maxRuns`.
QItemSelection ContactSelection::mirrorOf(int first, int last, int maxRuns) const
{
    QItemSelection ranges;
    const int lastColumn = m_model.columnCount() - 1;
    int start = -1;
    for (int row = first; row <= last + 1; ++row) {
        const bool isIn = row <= last && isRowSelected(row);
        if (isIn && start < 0)
            start = row;
        if (isIn || start < 0)
            continue;
        if (ranges.size() == maxRuns)
            return {};
        ranges.append({m_model.index(start, 0), m_model.index(row - 1, lastColumn)});
        start = -1;
    }
    return ranges;
}

void ContactSelection::mirror()
{
    if (!m_mirror || m_isOrderChanging)
        return;
    const QScopedValueRollback guard(m_isMirroring, true);
    const int last = m_model.rowCount() - 1;
    QItemSelection ranges;
    if (!m_keys.isEmpty())
        ranges = mirrorOf(0, last, maxWholeRuns);
    m_isMirrorPartial = ranges.isEmpty() && !m_keys.isEmpty();
    if (m_isMirrorPartial)
        ranges = mirrorOf(std::max(m_firstVisible, 0), std::min(m_lastVisible, last), maxWholeRuns);
    m_mirror->select(ranges, QItemSelectionModel::ClearAndSelect);
}

void ContactSelection::mirrorCurrent()
{
    if (!m_mirror || m_isOrderChanging)
        return;
    const QScopedValueRollback guard(m_isMirroring, true);
    const int row = currentRow();
    const int column = std::max(m_mirror->currentIndex().column(), 0);
    if (row >= 0)
        m_mirror->setCurrentIndex(m_model.index(row, column), QItemSelectionModel::NoUpdate);
    else
        m_mirror->clearCurrentIndex();
}

void ContactSelection::takeFromMirror(const QItemSelection &selected,
                                      const QItemSelection &deselected)
{
    if (m_isMirroring || m_isOrderChanging)
        return;
    for (const QItemSelectionRange &range : deselected) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            m_keys.remove(m_model.keyAt(row));
    }
    for (const QItemSelectionRange &range : selected) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            m_keys.insert(m_model.keyAt(row));
    }
    Q_EMIT changed(count());
}

void ContactSelection::takeCurrentFromMirror(const QModelIndex &current)
{
    if (m_isMirroring || m_isOrderChanging)
        return;
    setCurrentKey(current.isValid() ? m_model.keyAt(current.row()) : 0);
}

// A selection model that lives through a change of the order keeps an index for every selected
// cell. It is emptied before, and filled again after.
//
// A current contact that leaves by itself hands over to the one after it; one that a new query does
// not show stays current, so that its details stay on the screen.
void ContactSelection::beforeOrderChange(bool isNewQuery)
{
    const int row = currentRow();
    m_nextKeys.clear();
    if (row >= 0 && !isNewQuery) {
        constexpr int enough = 2000;
        const auto &order = m_model.order();
        const auto first = order.begin() + row;
        m_nextKeys.assign(first, first + std::min<std::ptrdiff_t>(order.end() - first, enough));
        if (row > 0)
            m_nextKeys.push_back(order[static_cast<size_t>(row) - 1]);
    }
    if (m_mirror) {
        const QScopedValueRollback guard(m_isMirroring, true);
        m_mirror->clear();
    }
    m_isOrderChanging = true;
}

void ContactSelection::afterOrderChange()
{
    m_isOrderChanging = false;
    m_hidden.reset();
    const auto isThere = [this](RowKey key) { return m_model.rowOf(key) >= 0; };
    if (!m_nextKeys.empty() && !isThere(m_nextKeys.front())) {
        KeySet shown;
        for (const RowKey key : m_model.order())
            shown.insert(key);
        const auto next = std::find_if(m_nextKeys.begin(), m_nextKeys.end(),
                                       [&shown](RowKey key) { return shown.contains(key); });
        setCurrentKey(next == m_nextKeys.end() ? 0 : *next);
    }
    m_nextKeys.clear();
    mirror();
    mirrorCurrent();
}

} // namespace roster
