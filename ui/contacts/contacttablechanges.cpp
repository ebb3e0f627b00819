// SPDX-License-Identifier: MIT
// How the table follows its query and the facts: the half of ContactTableModel that changes.
#include "ui/contacts/contacttablemodel.h"

#include "core/async/background.h"
#include "ui/contacts/contactcolumns.h"

#include <algorithm>
#include <utility>

namespace roster {

namespace {

//! Rows before and after that are planned for within a frame.
constexpr size_t plannedAtOnce = 40'000;

} // namespace

void ContactTableModel::setQuery(const ContactQuery &query)
{
    const bool isFirst = m_generation == 0;
    if (!isFirst && query == m_query)
        return;
    const bool isOtherSort =
        query.sortColumn != m_query.sortColumn || query.sortOrder != m_query.sortOrder;
    m_query = query;
    m_isNewQuery = true;
    ask();
    Q_EMIT queryChanged(m_query);
    if (isOtherSort || isFirst)
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, contactColumnCount - 1);
    Q_EMIT loading();
}

void ContactTableModel::refresh()
{
    if (m_isAsking || m_isPlanning) {
        m_isStale = true;
        return;
    }
    const bool isFirst = m_generation == 0;
    m_isNewQuery = isFirst;
    ask();
    if (isFirst)
        Q_EMIT loading();
}

void ContactTableModel::ask()
{
    m_refreshTimer.stop();
    m_isAsking = true;
    m_isStale = false;
    m_isPlanning = false;
    ++m_planNumber;
    m_gone.clear();
    m_askedSince.start();
    const quint64 generation = ++m_generation;
    // Nobody waits for the order of the query before: the book need not go on with it.
    if (m_asked)
        m_asked->cancel();
    m_asked = m_book.orderedKeys(m_query);
    m_asked->onFinished(this, [this, generation](const Result<std::vector<RowKey>> &result) {
        if (generation != m_generation)
            return;
        m_isAsking = false;
        m_lastTookMs = m_askedSince.elapsed();
        m_answeredSince.start();
        if (result.isOk()) {
            take(*result);
            return;
        }
        m_isNewQuery = false;
        Q_EMIT failed(result.error());
        if (m_isStale)
            scheduleRefresh();
    });
}

void ContactTableModel::take(std::vector<RowKey> order)
{
    if (!m_gone.isEmpty())
        std::erase_if(order, [this](RowKey key) { return m_gone.contains(key); });
    if (std::exchange(m_isNewQuery, false)) {
        Q_EMIT orderAboutToChange(true);
        beginResetModel();
        m_order = std::move(order);
        ++m_orderVersion;
        endResetModel();
        Q_EMIT orderChanged(true);
    } else if (order.size() + m_order.size() > plannedAtOnce) {
        return planElsewhere(std::move(order));
    } else {
        const ChangePlan plan = changePlan(m_order, order);
        apply(plan, std::move(order));
    }
    endTaking();
}

// At a million rows a plan takes longer than a frame.
void ContactTableModel::planElsewhere(std::vector<RowKey> order)
{
    struct Planned
    {
        ChangePlan plan;
        std::vector<RowKey> order;
    };
    m_isPlanning = true;
    inBackground(
        this,
        [before = m_order, after = std::move(order)]() mutable {
            ChangePlan plan = changePlan(before, after);
            return Planned{std::move(plan), std::move(after)};
        },
        [this, number = ++m_planNumber, version = m_orderVersion](Planned &planned) {
            // A later order is on its way.
            if (number != m_planNumber)
                return;
            m_isPlanning = false;
            // Rows are to leave that did not when it was planned.
            if (version != m_orderVersion)
                return take(std::move(planned.order));
            apply(planned.plan, std::move(planned.order));
            endTaking();
        });
}

void ContactTableModel::endTaking()
{
    m_hasLoaded = true;
    Q_EMIT loaded();
    if (m_isStale)
        scheduleRefresh();
}

// Refreshes while pages stream in must not keep the reader of the store busy all the time: between
// them it rests several times as long as the last one took; less while an empty table is looked at.
void ContactTableModel::scheduleRefresh()
{
    if (m_generation == 0)
        return;
    if (m_isAsking || m_isPlanning) {
        m_isStale = true;
        return;
    }
    constexpr qint64 longestRestMs = 500;
    if (!m_refreshTimer.isActive()) {
        const int times = m_order.empty() ? 1 : 4;
        const qint64 rest =
            std::min(times * m_lastTookMs, longestRestMs) - m_answeredSince.elapsed();
        m_refreshTimer.start(static_cast<int>(std::max<qint64>(rest, 0)));
    }
}

void ContactTableModel::contactsStored(const QList<ContactId> &ids)
{
    m_stored += ids;
    m_factsTimer.start();
}

void ContactTableModel::contactsRemoved(const QList<ContactId> &ids)
{
    m_removed += ids;
    m_factsTimer.start();
}

void ContactTableModel::namesChanged()
{
    m_words.forgetNames();
    if (!m_order.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, contactColumnCount - 1));
    // Names are searched and sorted by.
    scheduleRefresh();
}

void ContactTableModel::flushFacts()
{
    flushRemoved();
    flushStored();
    scheduleRefresh();
}

// What is being read may be of before the change.
void ContactTableModel::forget(const KeySet &keys)
{
    dropFetch();
    m_window.forget(keys);
}

KeySet ContactTableModel::heldKeysOf(const QList<ContactId> &ids) const
{
    const QSet<ContactId> wanted(ids.begin(), ids.end());
    KeySet keys;
    m_window.forEachHeld([&](const ContactRow &row) {
        if (!row.id.isEmpty() && wanted.contains(row.id))
            keys.insert(row.key);
    });
    return keys;
}

// The book does not know the keys of what has left it: those on the screen are known from there and
// leave at once; the others leave with the next order. What it does know has come back since.
void ContactTableModel::flushRemoved()
{
    if (m_removed.isEmpty())
        return;
    const QList<ContactId> removed = std::exchange(m_removed, {});
    const std::vector<RowKey> present = m_book.keysOf(removed);
    QList<ContactId> left;
    for (size_t i = 0; i < present.size(); ++i) {
        const ContactId &id = removed.at(static_cast<qsizetype>(i));
        (present[i] == 0 ? left : m_stored).append(id);
    }
    takeOut(heldKeysOf(left));
}

void ContactTableModel::takeOut(const KeySet &keys)
{
    for (const RowKey key : keys.keys())
        m_gone.insert(key);
    ++m_orderVersion;
    if (2 * m_order.size() <= plannedAtOnce) {
        std::vector<RowKey> left = m_order;
        std::erase_if(left, [&keys](RowKey key) { return keys.contains(key); });
        const ChangePlan plan = changePlan(m_order, left);
        apply(plan, std::move(left));
        forget(keys);
    } else if (!m_isPlanning && !m_isNewQuery) {
        take(m_order);
    }
    Q_EMIT keysGone(keys);
}

void ContactTableModel::flushStored()
{
    if (m_stored.isEmpty())
        return;
    KeySet keys;
    for (const RowKey key : m_book.keysOf(std::exchange(m_stored, {}))) {
        if (key == 0)
            continue;
        keys.insert(key);
        m_gone.remove(key);
    }
    forget(keys);
    tellChanged(keys);
}

// Views repaint only what they show, so one span tells many rows as well as many spans do.
void ContactTableModel::tellChanged(const KeySet &keys)
{
    if (keys.isEmpty())
        return;
    constexpr size_t manySpans = 16;
    std::vector<RowSpan> spans;
    for (size_t i = 0; i < m_order.size(); ++i) {
        if (!keys.contains(m_order[i]))
            continue;
        const int row = static_cast<int>(i);
        const bool isNext = !spans.empty() && spans.back().first + spans.back().count == row;
        if (isNext || spans.size() == manySpans)
            spans.back().count = row - spans.back().first + 1;
        else
            spans.push_back({row, 1});
    }
    for (const RowSpan &span : spans)
        Q_EMIT dataChanged(index(span.first, 0),
                           index(span.first + span.count - 1, contactColumnCount - 1));
}

void ContactTableModel::apply(const ChangePlan &plan, std::vector<RowKey> order)
{
    if (plan.kind == ChangePlan::Kind::Nothing)
        return;
    ++m_orderVersion;
    Q_EMIT orderAboutToChange(false);
    if (plan.kind == ChangePlan::Kind::Steps)
        applySteps(plan, order);
    else
        applyLayout(plan, std::move(order));
    Q_EMIT orderChanged(false);
}

void ContactTableModel::removeRowsOf(RowSpan span)
{
    beginRemoveRows({}, span.first, span.first + span.count - 1);
    m_order.erase(m_order.begin() + span.first, m_order.begin() + span.first + span.count);
    endRemoveRows();
}

void ContactTableModel::applySteps(const ChangePlan &plan, const std::vector<RowKey> &order)
{
    for (auto span = plan.removals.rbegin(); span != plan.removals.rend(); ++span)
        removeRowsOf(*span);
    for (const RowMove &move : plan.moves) {
        const bool isDown = move.to > move.from;
        beginMoveRows({}, move.from, move.from, {}, isDown ? move.to + 1 : move.to);
        const auto first = m_order.begin();
        if (isDown)
            std::rotate(first + move.from, first + move.from + 1, first + move.to + 1);
        else
            std::rotate(first + move.to, first + move.from, first + move.from + 1);
        endMoveRows();
    }
    for (const RowSpan &span : plan.insertions) {
        beginInsertRows({}, span.first, span.first + span.count - 1);
        m_order.insert(m_order.begin() + span.first, order.begin() + span.first,
                       order.begin() + span.first + span.count);
        endInsertRows();
    }
}

// A layout change may not change how many rows there are: what is new comes in at the end before
// it, what leaves goes from the end after it.
void ContactTableModel::applyLayout(const ChangePlan &plan, std::vector<RowKey> order)
{
    append(plan.added);
    const auto left = static_cast<int>(order.size());
    order.insert(order.end(), plan.leaving.begin(), plan.leaving.end());
    permute(std::move(order));
    if (!plan.leaving.empty())
        removeRowsOf({left, static_cast<int>(plan.leaving.size())});
}

void ContactTableModel::append(const std::vector<RowKey> &keys)
{
    if (keys.empty())
        return;
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(keys.size()) - 1);
    m_order.insert(m_order.end(), keys.begin(), keys.end());
    endInsertRows();
}

void ContactTableModel::permute(std::vector<RowKey> order)
{
    if (order == m_order)
        return;
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList from = persistentIndexList();
    QHash<RowKey, int> rows;
    for (const QModelIndex &kept : from)
        rows.insert(keyAt(kept.row()), -1);
    for (size_t i = 0; i < order.size() && !rows.isEmpty(); ++i) {
        if (const auto wanted = rows.find(order[i]); wanted != rows.end())
            wanted.value() = static_cast<int>(i);
    }
    QModelIndexList to;
    to.reserve(from.size());
    for (const QModelIndex &kept : from)
        to << index(rows.value(keyAt(kept.row())), kept.column());
    m_order = std::move(order);
    changePersistentIndexList(from, to);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

} // namespace roster
