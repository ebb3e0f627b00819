// SPDX-License-Identifier: MIT
#pragma once

#include "core/store/slotset.h"

#include <span>

namespace roster {

//! What a slot is sorted by: the first sixteen bytes of a text, or a number in `high`. All zero:
//! it has no value, and comes last whatever the direction.
struct SortKey
{
    quint64 high = 0;
    quint64 low = 0;

    bool hasValue() const { return high != 0; }
    friend auto operator<=>(const SortKey &, const SortKey &) = default;
};

//! Where a SlotOrder reads what to sort by.
class SortSource
{
public:
    virtual ~SortSource() = default;

    virtual SortKey sortKey(Slot slot) const = 0;
    //! Less than, equal to or more than 0: how two slots with equal keys compare beyond these.
    virtual int compareRest(Slot a, Slot b) const = 0;
    //! Keys are numbers below 2³² in `high` and nothing else.
    virtual bool isNumeric() const = 0;
};

//! Slots in the order of one column, ascending: those with a value, then those without; ties by
//! slot, which is by key.
class SlotOrder
{
public:
    bool isBuilt() const { return m_isBuilt; }
    void build(const SlotSet &alive, const SortSource &source);
    //! Brings the order up to date after what `changed` (ascending, each once) hold has changed,
    //! come or gone.
    void update(const std::vector<Slot> &changed, const SlotSet &alive, const SortSource &source);
    //! Slots become what `slotNow` says, noSlot for those that are gone.
    void compact(const std::vector<Slot> &slotNow);
    void drop() { *this = SlotOrder(); }

    //! Calls `f(slot)` in the order, until it answers false.
    template <class F>
    void walk(bool isDescending, F f) const
    {
        const auto valued = m_slots.begin() + static_cast<std::ptrdiff_t>(m_valued);
        if (isDescending) {
            walkRange(std::make_reverse_iterator(valued), m_slots.rend(), f) &&
                walkRange(m_slots.rbegin(), std::make_reverse_iterator(valued), f);
        } else {
            walkRange(m_slots.begin(), m_slots.end(), f);
        }
    }

    const std::vector<Slot> &ascending() const { return m_slots; }
    size_t footprint() const { return m_slots.capacity() * sizeof(Slot); }

private:
    template <class It, class F>
    static bool walkRange(It first, It last, F &f)
    {
        for (; first != last; ++first) {
            if (!f(*first))
                return false;
        }
        return true;
    }
    void buildByNumber(const SlotSet &alive, const SortSource &source);
    void buildByText(const SlotSet &alive, const SortSource &source);
    void countValued(const SortSource &source);

    std::vector<Slot> m_slots;
    //! So many at the front have a value.
    size_t m_valued = 0;
    bool m_isBuilt = false;
};

} // namespace roster
