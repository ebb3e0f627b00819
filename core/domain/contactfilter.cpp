// SPDX-License-Identifier: MIT
#include "core/domain/contactfilter.h"

#include <algorithm>

namespace roster {

namespace {

template <class Check>
QList<FilterFinding> findings(const ContactFilter &filter, Check check)
{
    QList<FilterFinding> found;
    for (int group = 0; group < filter.groups.size(); ++group) {
        const QList<FilterCondition> &conditions = filter.groups.at(group).conditions;
        for (int i = 0; i < conditions.size(); ++i) {
            if (const std::optional<FilterProblem> problem = check(conditions.at(i)))
                found.append({group, i, *problem});
        }
    }
    return found;
}

bool isAbout(const FilterCondition &condition, const FilterSubject &subject)
{
    return condition.subject.field == subject.field &&
           condition.subject.attribute == subject.attribute;
}

} // namespace

ContactFilter ContactFilter::effective() const
{
    ContactFilter kept{join, {}};
    for (const FilterGroup &group : groups) {
        FilterGroup its{group.join, {}};
        for (const FilterCondition &condition : group.conditions) {
            if (condition.isOn && !problemOf(condition))
                its.conditions.append(condition);
        }
        if (!its.conditions.isEmpty())
            kept.groups.append(its);
    }
    return kept;
}

bool ContactFilter::asksFor(FilterField field) const
{
    const ContactFilter asked = effective();
    return std::any_of(asked.groups.begin(), asked.groups.end(), [field](const auto &group) {
        return std::any_of(group.conditions.begin(), group.conditions.end(),
                           [field](const auto &its) { return its.subject.field == field; });
    });
}

int ContactFilter::plainGroup() const
{
    if (join != FilterJoin::All && groups.size() > 1)
        return -1;
    for (int i = 0; i < groups.size(); ++i) {
        if (groups.at(i).join == FilterJoin::All)
            return i;
    }
    return -1;
}

const FilterCondition *ContactFilter::required(FilterField field) const
{
    const int group = plainGroup();
    if (group < 0)
        return nullptr;
    const FilterCondition *found = nullptr;
    for (const FilterCondition &condition : groups.at(group).conditions) {
        if (condition.subject.field != field || !condition.isOn)
            continue;
        if (found)
            return nullptr;
        found = &condition;
    }
    return found;
}

void ContactFilter::require(const FilterCondition &condition)
{
    if (join != FilterJoin::All && groups.size() < 2)
        join = FilterJoin::All;
    int group = plainGroup();
    if (group < 0) {
        groups.prepend({FilterJoin::All, {}});
        group = 0;
    }
    QList<FilterCondition> &conditions = groups[group].conditions;
    const auto isOfSame = [&condition](const FilterCondition &its) {
        return isAbout(its, condition.subject);
    };
    const auto first = std::find_if(conditions.begin(), conditions.end(), isOfSame);
    const auto place = first - conditions.begin();
    conditions.removeIf(isOfSame);
    conditions.insert(place, condition);
}

void ContactFilter::drop(FilterField field)
{
    const int group = plainGroup();
    if (group < 0)
        return;
    QList<FilterCondition> &conditions = groups[group].conditions;
    conditions.removeIf(
        [field](const FilterCondition &condition) { return condition.subject.field == field; });
    if (conditions.isEmpty())
        groups.removeAt(group);
}

QList<FilterFinding> problemsOf(const ContactFilter &filter)
{
    return findings(filter, [](const FilterCondition &condition) { return problemOf(condition); });
}

QList<FilterFinding> problemsOf(const ContactFilter &filter, const QList<DataAttribute> &attributes)
{
    return findings(filter, [&attributes](const FilterCondition &condition) {
        return problemOf(condition, attributes);
    });
}

} // namespace roster
