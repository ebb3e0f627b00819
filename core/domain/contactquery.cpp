// SPDX-License-Identifier: MIT
#include "core/domain/contactquery.h"

namespace roster {

namespace {

//! The one value that is asked for of `field`; nothing when there is none or there are more.
std::optional<QString> oneValue(const ContactFilter &filter, FilterField field, FilterTest test)
{
    const FilterCondition *condition = filter.required(field);
    if (!condition || condition->test != test || condition->values.size() != 1)
        return std::nullopt;
    return condition->value();
}

void setValue(ContactFilter &filter, FilterField field, FilterTest test,
              const std::optional<QString> &value)
{
    if (value)
        filter.require({{field, {}, {}}, test, {*value}, true});
    else
        filter.drop(field);
}

template <class Id>
std::optional<QString> textOfId(const std::optional<Id> &id)
{
    return id ? std::optional(id->text()) : std::nullopt;
}

} // namespace

std::optional<Role> ContactQuery::role() const
{
    const auto name = oneValue(filter, FilterField::Role, FilterTest::Is);
    return name ? std::optional(roleNamed(*name)) : std::nullopt;
}

std::optional<TagId> ContactQuery::tag() const
{
    const auto id = oneValue(filter, FilterField::Tag, FilterTest::AnyOf);
    return id ? std::optional(TagId(*id)) : std::nullopt;
}

std::optional<CompanyId> ContactQuery::company() const
{
    const auto id = oneValue(filter, FilterField::Company, FilterTest::AnyOf);
    return id ? std::optional(CompanyId(*id)) : std::nullopt;
}

std::optional<AdminId> ContactQuery::owner() const
{
    const FilterCondition *condition = filter.required(FilterField::Owner);
    if (condition && condition->test == FilterTest::HasNone)
        return AdminId();
    const auto id = oneValue(filter, FilterField::Owner, FilterTest::Is);
    return id ? std::optional(AdminId(*id)) : std::nullopt;
}

void ContactQuery::setRole(std::optional<Role> role)
{
    setValue(filter, FilterField::Role, FilterTest::Is,
             role ? std::optional(roleName(*role)) : std::nullopt);
}

void ContactQuery::setTag(const std::optional<TagId> &tag)
{
    setValue(filter, FilterField::Tag, FilterTest::AnyOf, textOfId(tag));
}

void ContactQuery::setCompany(const std::optional<CompanyId> &company)
{
    setValue(filter, FilterField::Company, FilterTest::AnyOf, textOfId(company));
}

void ContactQuery::setOwner(const std::optional<AdminId> &owner)
{
    if (owner && owner->isEmpty())
        filter.require({{FilterField::Owner, {}, {}}, FilterTest::HasNone, {}, true});
    else
        setValue(filter, FilterField::Owner, FilterTest::Is, textOfId(owner));
}

} // namespace roster
