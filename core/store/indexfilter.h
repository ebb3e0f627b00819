// SPDX-License-Identifier: MIT
#pragma once

#include "core/store/contactindex.h"

namespace roster {

//! Which slots fulfil something, as far as that can be told.
struct SlotMatch
{
    SlotSet yes;
    //! Those of yes, and those that perhaps do: a list of tags or companies is not all known.
    SlotSet maybe;
};

//! Answers filters from an index.
class IndexFilter
{
public:
    //! `index` lives longer and does not change meanwhile.
    IndexFilter(const ContactIndex &index, FilterDays days, std::stop_token stop)
        : m_index(index)
        , m_days(std::move(days))
        , m_stop(std::move(stop))
    {
    }

    //! The contacts that fulfil the effective conditions of `filter`; nothing when it was stopped.
    std::optional<SlotMatch> match(const ContactFilter &filter) const;

private:
    SlotMatch match(const FilterGroup &group) const;
    SlotMatch match(const FilterCondition &condition) const;
    SlotMatch links(const FilterCondition &condition) const;
    SlotSet roles(const FilterCondition &condition) const;
    SlotSet owners(const FilterCondition &condition) const;
    SlotSet times(const FilterCondition &condition) const;
    SlotSet texts(const FilterCondition &condition) const;
    SlotSet attributes(const FilterCondition &condition) const;
    template <class F>
    SlotSet where(F holds) const;

    const ContactIndex &m_index;
    const FilterDays m_days;
    const std::stop_token m_stop;
};

} // namespace roster
