// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/contactfilter.h"

namespace roster {

//! Which condition of a filter.
struct ConditionPlace
{
    int group = -1;
    int index = -1;

    bool isValid() const { return group >= 0 && index >= 0; }

    friend bool operator==(const ConditionPlace &, const ConditionPlace &) = default;
};

//! Changes of a filter as the filter bar makes them. Groups that are empty then go; one group alone
//! is joined by "and", which means nothing.

//! Adds `condition` at the end of `group`; a group behind the last one is a new one. Tells where.
ConditionPlace addCondition(ContactFilter &filter, int group, const FilterCondition &condition);
void removeCondition(ContactFilter &filter, ConditionPlace place);
//! Takes a condition out of its group into a new one behind the last.
void moveToOwnGroup(ContactFilter &filter, ConditionPlace place);
//! "and" becomes "or", and back.
void switchJoin(FilterJoin &join);

//! nullptr when there is none.
const FilterCondition *conditionAt(const ContactFilter &filter, ConditionPlace place);

} // namespace roster
