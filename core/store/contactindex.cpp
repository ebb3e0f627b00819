// SPDX-License-Identifier: MIT
#include "core/store/contactindex.h"

#include <algorithm>

namespace roster {

namespace {

//! Less than this of dead bytes or slots is not worth a compaction.
constexpr size_t leastDeadBytes = size_t(1) << 18;
constexpr size_t leastDeadSlots = 1024;
//! So many changes may wait for the orders.
constexpr size_t leastChanges = 4096;
//! Numbers of bytes in the texts have to fit.
constexpr size_t mostTextBytes = 0xf0000000;

bool hasAny(std::span<const quint32> numbers, const SlotSet &wanted)
{
    return std::any_of(numbers.begin(), numbers.end(),
                       [&wanted](quint32 number) { return wanted.contains(number); });
}

} // namespace

ContactIndex::ContactIndex() = default;

void ContactIndex::reserve(size_t contacts, size_t textBytes)
{
    m_columns.reserve(contacts);
    m_texts.reserve(contacts, textBytes);
}

Slot ContactIndex::slotOf(RowKey key) const
{
    const std::vector<RowKey> &keys = m_columns.keys();
    const auto found = std::lower_bound(keys.begin(), keys.end(), key);
    if (found == keys.end() || *found != key)
        return noSlot;
    const auto slot = static_cast<Slot>(found - keys.begin());
    return m_alive.contains(slot) ? slot : noSlot;
}

bool ContactIndex::put(const IndexedContact &contact)
{
    Slot slot = slotOf(contact.key);
    if (slot == noSlot) {
        if (m_columns.size() > 0 && m_columns.keys().back() >= contact.key)
            return false;
        slot = static_cast<Slot>(m_columns.size());
        m_columns.append(contact.key);
        m_alive.resize(slot + 1);
        m_alive.insert(slot);
        ++m_count;
    }
    m_columns.set(slot, contact);
    m_texts.put(slot, m_words.textOf(contact));
    note(slot);
    compactIfWorthIt();
    return m_texts.bytes() < mostTextBytes;
}

void ContactIndex::remove(RowKey key)
{
    const Slot slot = slotOf(key);
    if (slot == noSlot)
        return;
    m_alive.remove(slot);
    m_texts.remove(slot);
    --m_count;
    note(slot);
    compactIfWorthIt();
}

void ContactIndex::note(Slot slot)
{
    ++m_version;
    m_log.push_back(slot);
    if (m_log.size() > std::max(leastChanges, m_columns.size() / 8))
        settleAll();
}

void ContactIndex::setTagNames(const QHash<QString, QString> &names)
{
    const SlotSet renamed = m_columns.tags().setNames(names);
    noteRenamed(SortColumn::Tags, renamed,
                [this, &renamed](Slot slot) { return hasAny(m_columns.tagsOf(slot), renamed); });
}

void ContactIndex::setCompanyNames(const QHash<QString, QString> &names)
{
    const SlotSet renamed = m_columns.companies().setNames(names);
    noteRenamed(SortColumn::Companies, renamed, [this, &renamed](Slot slot) {
        return hasAny(m_columns.companiesOf(slot), renamed);
    });
}

void ContactIndex::setAdminNames(const QHash<QString, QString> &names)
{
    const SlotSet renamed = m_columns.admins().setNames(names);
    noteRenamed(SortColumn::Owner, renamed, [this, &renamed](Slot slot) {
        const quint32 owner = m_columns.owner(slot);
        return owner != noSlot && renamed.contains(owner);
    });
}

// The order among the others stays, so that only those that are concerned have to find their place;
// if these are many, sorting anew is quicker.
template <class F>
void ContactIndex::noteRenamed(SortColumn column, const SlotSet &renamed, F isConcerned)
{
    if (renamed.count() == 0)
        return;
    ++m_version;
    std::vector<Slot> concerned;
    m_alive.forEach([&](Slot slot) {
        if (isConcerned(slot))
            concerned.push_back(slot);
    });
    if (concerned.size() * 16 > m_count) {
        dropOrder(column);
        return;
    }
    for (const Slot slot : concerned)
        note(slot);
}

bool ContactIndex::sortColumns(const std::stop_token &stop)
{
    for (const SortColumn column :
         {SortColumn::Name, SortColumn::Email, SortColumn::Phone, SortColumn::ExternalId,
          SortColumn::Tags, SortColumn::Companies, SortColumn::LastSeenAt}) {
        if (stop.stop_requested())
            return false;
        settle(column);
    }
    return true;
}

const SlotOrder &ContactIndex::order(SortColumn column)
{
    keepFewNumericOrders(column);
    settle(column);
    return m_orders[static_cast<size_t>(column)].order;
}

// Sorting by a number is quick, so those orders are only kept while they are looked at: the one
// that is asked for and the one before.
void ContactIndex::keepFewNumericOrders(SortColumn wanted)
{
    if (!IndexSortSource(*this, wanted).isNumeric() || m_lastNumeric == wanted)
        return;
    for (size_t i = 0; i < columnCount; ++i) {
        const auto column = static_cast<SortColumn>(i);
        if (column != wanted && column != m_lastNumeric &&
            IndexSortSource(*this, column).isNumeric())
            dropOrder(column);
    }
    m_lastNumeric = wanted;
}

void ContactIndex::dropOrder(SortColumn column)
{
    m_orders[static_cast<size_t>(column)].order.drop();
}

void ContactIndex::settle(SortColumn column)
{
    Column &its = m_orders[static_cast<size_t>(column)];
    const IndexSortSource source(*this, column);
    if (!its.order.isBuilt()) {
        its.order.build(m_alive, source);
    } else if (its.seen < m_log.size()) {
        std::vector<Slot> changed(m_log.begin() + static_cast<std::ptrdiff_t>(its.seen),
                                  m_log.end());
        std::sort(changed.begin(), changed.end());
        changed.erase(std::unique(changed.begin(), changed.end()), changed.end());
        its.order.update(changed, m_alive, source);
    }
    its.seen = m_log.size();
}

void ContactIndex::settleAll()
{
    for (size_t i = 0; i < columnCount; ++i) {
        if (m_orders[i].order.isBuilt())
            settle(static_cast<SortColumn>(i));
        m_orders[i].seen = 0;
    }
    m_log.clear();
}

void ContactIndex::compactIfWorthIt()
{
    const size_t deadSlots = m_columns.size() - m_count;
    const bool hasDeadSlots = deadSlots > leastDeadSlots && deadSlots * 4 > m_columns.size();
    const bool hasDeadText =
        m_texts.deadBytes() > leastDeadBytes && m_texts.deadBytes() * 4 > m_texts.bytes();
    if (hasDeadSlots || hasDeadText || (hasDeadText && m_columns.hasManyDeadLinks()))
        compact();
}

void ContactIndex::compact()
{
    settleAll();
    std::vector<Slot> slotNow(m_columns.size(), noSlot);
    Slot next = 0;
    m_alive.forEach([&](Slot slot) { slotNow[slot] = next++; });
    m_columns.compact(slotNow, m_count);
    m_texts.compact(slotNow, m_count);
    for (Column &column : m_orders)
        column.order.compact(slotNow);
    m_alive = SlotSet(m_count, true);
}

size_t ContactIndex::footprint() const
{
    size_t bytes = m_columns.footprint() + m_texts.footprint() + m_log.capacity() * sizeof(Slot);
    for (const Column &column : m_orders)
        bytes += column.order.footprint();
    return bytes;
}

} // namespace roster
