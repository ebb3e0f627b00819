// SPDX-License-Identifier: MIT
#include "ui/filter/filteredit.h"

namespace roster {

namespace {

void tidy(ContactFilter &filter)
{
    filter.groups.removeIf([](const FilterGroup &group) { return group.conditions.isEmpty(); });
    if (filter.groups.size() < 2)
        filter.join = FilterJoin::All;
}

//! Groups that are all "and" differ from one long row only when they are joined by "or".
void chooseJoin(ContactFilter &filter)
{
    if (filter.groups.size() == 2)
        filter.join =
            filter.groups.constFirst().join == FilterJoin::All ? FilterJoin::Any : FilterJoin::All;
}

} // namespace

ConditionPlace addCondition(ContactFilter &filter, int group, const FilterCondition &condition)
{
    if (group >= filter.groups.size()) {
        group = static_cast<int>(filter.groups.size());
        filter.groups.append({FilterJoin::All, {condition}});
        chooseJoin(filter);
        return {group, 0};
    }
    QList<FilterCondition> &conditions = filter.groups[group].conditions;
    conditions.append(condition);
    return {group, static_cast<int>(conditions.size()) - 1};
}

void removeCondition(ContactFilter &filter, ConditionPlace place)
{
    if (!conditionAt(filter, place))
        return;
    filter.groups[place.group].conditions.removeAt(place.index);
    tidy(filter);
}

void moveToOwnGroup(ContactFilter &filter, ConditionPlace place)
{
    const FilterCondition *found = conditionAt(filter, place);
    if (!found || filter.groups.at(place.group).conditions.size() < 2)
        return;
    const FilterCondition condition = *found;
    filter.groups[place.group].conditions.removeAt(place.index);
    addCondition(filter, static_cast<int>(filter.groups.size()), condition);
}

void switchJoin(FilterJoin &join)
{
    join = join == FilterJoin::All ? FilterJoin::Any : FilterJoin::All;
}

const FilterCondition *conditionAt(const ContactFilter &filter, ConditionPlace place)
{
    if (!place.isValid() || place.group >= filter.groups.size() ||
        place.index >= filter.groups.at(place.group).conditions.size())
        return nullptr;
    return &filter.groups.at(place.group).conditions.at(place.index);
}

} // namespace roster
