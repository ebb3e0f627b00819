// SPDX-License-Identifier: MIT
#include "core/store/slotorder.h"

#include <algorithm>
#include <array>

namespace roster {

namespace {

struct Entry
{
    SortKey key;
    Slot slot;
};

bool isBefore(const Entry &a, const Entry &b, const SortSource &source)
{
    if (a.key != b.key) {
        if (a.key.hasValue() != b.key.hasValue())
            return a.key.hasValue();
        return a.key < b.key;
    }
    const int rest = a.key.hasValue() ? source.compareRest(a.slot, b.slot) : 0;
    return rest != 0 ? rest < 0 : a.slot < b.slot;
}

struct Number
{
    quint32 key;
    Slot slot;
};

//! By eleven bits at a time, the lowest first; equal ones keep their order.
void sortNumbers(std::vector<Number> &numbers)
{
    constexpr unsigned bits = 11;
    std::vector<Number> other(numbers.size());
    for (unsigned shift = 0; shift < 32; shift += bits) {
        const auto digit = [shift](const Number &number) {
            return number.key >> shift & ((1u << bits) - 1);
        };
        std::array<size_t, size_t(1) << bits> starts{};
        for (const Number &number : numbers)
            ++starts[digit(number)];
        size_t sum = 0;
        bool isNeeded = true;
        for (size_t &start : starts) {
            isNeeded = isNeeded && start != numbers.size();
            sum += std::exchange(start, sum);
        }
        if (!isNeeded)
            continue;
        for (const Number &number : numbers)
            other[starts[digit(number)]++] = number;
        numbers.swap(other);
    }
}

} // namespace

void SlotOrder::build(const SlotSet &alive, const SortSource &source)
{
    m_slots.clear();
    m_slots.shrink_to_fit();
    if (source.isNumeric())
        buildByNumber(alive, source);
    else
        buildByText(alive, source);
    countValued(source);
    m_isBuilt = true;
}

void SlotOrder::buildByNumber(const SlotSet &alive, const SortSource &source)
{
    std::vector<Number> numbers;
    std::vector<Slot> without;
    numbers.reserve(alive.count());
    alive.forEach([&](Slot slot) {
        const auto key = static_cast<quint32>(source.sortKey(slot).high);
        if (key != 0)
            numbers.push_back({key, slot});
        else
            without.push_back(slot);
    });
    sortNumbers(numbers);
    m_slots.reserve(numbers.size() + without.size());
    for (const Number &number : numbers)
        m_slots.push_back(number.slot);
    m_slots.insert(m_slots.end(), without.begin(), without.end());
}

void SlotOrder::buildByText(const SlotSet &alive, const SortSource &source)
{
    std::vector<Entry> entries;
    entries.reserve(alive.count());
    alive.forEach([&](Slot slot) { entries.push_back({source.sortKey(slot), slot}); });
    std::sort(entries.begin(), entries.end(),
              [&source](const Entry &a, const Entry &b) { return isBefore(a, b, source); });
    m_slots.reserve(entries.size());
    for (const Entry &entry : entries)
        m_slots.push_back(entry.slot);
}

void SlotOrder::countValued(const SortSource &source)
{
    const auto border = std::partition_point(
        m_slots.begin(), m_slots.end(), [&](Slot slot) { return source.sortKey(slot).hasValue(); });
    m_valued = static_cast<size_t>(border - m_slots.begin());
}

void SlotOrder::update(const std::vector<Slot> &changed, const SlotSet &alive,
                       const SortSource &source)
{
    if (changed.empty())
        return;
    // So many that sorting everything is quicker than finding the place of each.
    if (changed.size() * 8 > m_slots.size()) {
        build(alive, source);
        return;
    }
    SlotSet moving(alive.size());
    std::vector<Entry> fresh;
    for (const Slot slot : changed) {
        moving.insert(slot);
        if (alive.contains(slot))
            fresh.push_back({source.sortKey(slot), slot});
    }
    const auto before = [&source](const Entry &a, const Entry &b) {
        return isBefore(a, b, source);
    };
    std::sort(fresh.begin(), fresh.end(), before);
    std::erase_if(m_slots, [&moving](Slot slot) { return moving.contains(slot); });
    std::vector<Slot> merged;
    merged.reserve(m_slots.size() + fresh.size());
    auto from = m_slots.begin();
    for (const Entry &entry : fresh) {
        const auto place =
            std::lower_bound(from, m_slots.end(), entry, [&](Slot slot, const Entry &wanted) {
                return before({source.sortKey(slot), slot}, wanted);
            });
        merged.insert(merged.end(), from, place);
        merged.push_back(entry.slot);
        from = place;
    }
    merged.insert(merged.end(), from, m_slots.end());
    m_slots = std::move(merged);
    countValued(source);
}

void SlotOrder::compact(const std::vector<Slot> &slotNow)
{
    size_t kept = 0;
    size_t valued = 0;
    for (size_t i = 0; i < m_slots.size(); ++i) {
        const Slot slot = slotNow[m_slots[i]];
        if (slot == noSlot)
            continue;
        m_slots[kept++] = slot;
        valued += i < m_valued ? 1 : 0;
    }
    m_slots.resize(kept);
    m_valued = valued;
}

} // namespace roster
