// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/filtercondition.h"

namespace roster {

//! How conditions or groups are joined.
enum class FilterJoin { All, Any };

//! Conditions joined by AND or OR.
struct FilterGroup
{
    FilterJoin join = FilterJoin::All;
    QList<FilterCondition> conditions;

    friend bool operator==(const FilterGroup &, const FilterGroup &) = default;
};

//! Which contacts are wanted: groups of conditions, joined by AND or OR (two levels, as Intercom's
//! own search has them). Nothing in it: all contacts. A value.
struct ContactFilter
{
    FilterJoin join = FilterJoin::All;
    QList<FilterGroup> groups;

    //! Some condition is on and can be asked.
    bool isFiltering() const { return !effective().groups.isEmpty(); }
    //! Without conditions that are off or have a problem (one that is still being typed does not
    //! empty the table), and without the groups that are empty then.
    ContactFilter effective() const;
    //! Some effective condition is about `field`.
    bool asksFor(FilterField field) const;

    //! The condition about `field` that every contact must fulfil, when there is exactly one and it
    //! is on; else nothing. The plain case: chips in a row.
    const FilterCondition *required(FilterField field) const;
    //! Makes `condition` the one about its subject that every contact must fulfil, in place of
    //! those there were. Groups that are joined otherwise stay as they are.
    void require(const FilterCondition &condition);
    //! Takes away what require() made for `field`.
    void drop(FilterField field);

    friend bool operator==(const ContactFilter &, const ContactFilter &) = default;

private:
    int plainGroup() const;
};

//! Where in a filter something is wrong.
struct FilterFinding
{
    int group = 0;
    int condition = 0;
    FilterProblem problem = FilterProblem::ValueMissing;

    friend bool operator==(const FilterFinding &, const FilterFinding &) = default;
};

//! Everything wrong with the conditions of `filter`, those that are off included. The second form
//! also looks whether the workspace has the attributes.
QList<FilterFinding> problemsOf(const ContactFilter &filter);
QList<FilterFinding> problemsOf(const ContactFilter &filter,
                                const QList<DataAttribute> &attributes);

} // namespace roster
