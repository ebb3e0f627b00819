// SPDX-License-Identifier: MIT
#include "core/domain/filtercondition.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace roster {

namespace {

constexpr int mostDays = 36'500;
//! More than anybody picks by hand, and still quick to look through.
constexpr qsizetype mostValues = 1000;

using enum FilterTest;

constexpr std::array RoleTests{Is, IsNot, AnyOf, NoneOf};
constexpr std::array LinkTests{AnyOf, AllOf, NoneOf, HasAny, HasNone};
constexpr std::array OwnerTests{Is, IsNot, AnyOf, NoneOf, HasAny, HasNone};
constexpr std::array TextTests{Is,         IsNot,    AnyOf,  NoneOf, Contains, DoesNotContain,
                               StartsWith, EndsWith, HasAny, HasNone};
constexpr std::array ChoiceTests{Is, IsNot, AnyOf, NoneOf, HasAny, HasNone};
constexpr std::array NumberTests{Is, IsNot, AnyOf, NoneOf, Greater, Less, HasAny, HasNone};
constexpr std::array DateTests{On, Before, After, InLastDays, HasAny, HasNone};
constexpr std::array FlagTests{Yes, No, HasAny, HasNone};

FilterKind kindOf(AttributeType type)
{
    switch (type) {
    case AttributeType::Integer:
    case AttributeType::Float:
        return FilterKind::Number;
    case AttributeType::Flag:
        return FilterKind::Flag;
    case AttributeType::Date:
        return FilterKind::Date;
    case AttributeType::List:
        return FilterKind::Choice;
    case AttributeType::Text:
        break;
    }
    return FilterKind::Text;
}

std::optional<FilterProblem> valueProblem(FilterKind kind, FilterTest test, const QString &value)
{
    if (test == InLastDays) {
        bool isNumber = false;
        const int days = value.toInt(&isNumber);
        const bool isFine = isNumber && days >= 1 && days <= mostDays;
        return isFine ? std::nullopt : std::optional(FilterProblem::NotADayCount);
    }
    if (value.isEmpty())
        return FilterProblem::ValueMissing;
    if (kind == FilterKind::Role && roleNamed(value) == Role::Other)
        return FilterProblem::NotARole;
    if (kind == FilterKind::Number && !filterNumber(value))
        return FilterProblem::NotANumber;
    if (kind == FilterKind::Date && !filterDay(value).isValid())
        return FilterProblem::NotADate;
    return std::nullopt;
}

} // namespace

FilterKind FilterSubject::kind() const
{
    switch (field) {
    case FilterField::Role:
        return FilterKind::Role;
    case FilterField::Tag:
    case FilterField::Company:
        return FilterKind::Links;
    case FilterField::Owner:
        return FilterKind::Owner;
    case FilterField::Name:
    case FilterField::Email:
    case FilterField::Phone:
    case FilterField::ExternalId:
        return FilterKind::Text;
    case FilterField::CustomAttribute:
        return kindOf(type);
    case FilterField::CreatedAt:
    case FilterField::SignedUpAt:
    case FilterField::LastSeenAt:
    case FilterField::UpdatedAt:
    case FilterField::LastContactedAt:
    case FilterField::LastRepliedAt:
        break;
    }
    return FilterKind::Date;
}

std::optional<ContactField> FilterSubject::contactField() const
{
    switch (field) {
    case FilterField::Role:
        return ContactField::Role;
    case FilterField::Owner:
        return ContactField::Owner;
    case FilterField::Name:
        return ContactField::Name;
    case FilterField::Email:
        return ContactField::Email;
    case FilterField::Phone:
        return ContactField::Phone;
    case FilterField::ExternalId:
        return ContactField::ExternalId;
    case FilterField::CreatedAt:
        return ContactField::CreatedAt;
    case FilterField::SignedUpAt:
        return ContactField::SignedUpAt;
    case FilterField::LastSeenAt:
        return ContactField::LastSeenAt;
    case FilterField::UpdatedAt:
        return ContactField::UpdatedAt;
    case FilterField::LastContactedAt:
        return ContactField::LastContactedAt;
    case FilterField::LastRepliedAt:
        return ContactField::LastRepliedAt;
    case FilterField::Tag:
    case FilterField::Company:
    case FilterField::CustomAttribute:
        break;
    }
    return std::nullopt;
}

std::span<const FilterTest> testsOf(FilterKind kind)
{
    switch (kind) {
    case FilterKind::Role:
        return RoleTests;
    case FilterKind::Links:
        return LinkTests;
    case FilterKind::Owner:
        return OwnerTests;
    case FilterKind::Choice:
        return ChoiceTests;
    case FilterKind::Number:
        return NumberTests;
    case FilterKind::Date:
        return DateTests;
    case FilterKind::Flag:
        return FlagTests;
    case FilterKind::Text:
        break;
    }
    return TextTests;
}

bool isFitting(FilterTest test, FilterKind kind)
{
    const auto tests = testsOf(kind);
    return std::find(tests.begin(), tests.end(), test) != tests.end();
}

ValueCount valueCountOf(FilterTest test)
{
    switch (test) {
    case AnyOf:
    case AllOf:
    case NoneOf:
        return {1, mostValues};
    case HasAny:
    case HasNone:
    case Yes:
    case No:
        return {0, 0};
    default:
        return {1, 1};
    }
}

std::optional<FilterProblem> problemOf(const FilterCondition &condition)
{
    const FilterKind kind = condition.subject.kind();
    if (condition.subject.field == FilterField::CustomAttribute &&
        condition.subject.attribute.isEmpty())
        return FilterProblem::NameMissing;
    if (!isFitting(condition.test, kind))
        return FilterProblem::TestDoesNotFit;
    const ValueCount count = valueCountOf(condition.test);
    if (condition.values.size() < count.least)
        return FilterProblem::ValueMissing;
    if (condition.values.size() > count.most)
        return FilterProblem::TooManyValues;
    for (const QString &value : condition.values) {
        if (const auto problem = valueProblem(kind, condition.test, value))
            return problem;
    }
    return std::nullopt;
}

std::optional<FilterProblem> problemOf(const FilterCondition &condition,
                                       const QList<DataAttribute> &attributes)
{
    if (const auto problem = problemOf(condition))
        return problem;
    const FilterSubject &subject = condition.subject;
    if (subject.field != FilterField::CustomAttribute)
        return std::nullopt;
    const auto found = std::find_if(attributes.begin(), attributes.end(), [&](const auto &known) {
        return known.name == subject.attribute;
    });
    if (found == attributes.end())
        return FilterProblem::UnknownAttribute;
    const bool isSame = FilterSubject::ofAttribute(*found).kind() == subject.kind();
    return isSame ? std::nullopt : std::optional(FilterProblem::OtherType);
}

std::optional<double> filterNumber(const QString &value)
{
    bool isNumber = false;
    const double number = value.toDouble(&isNumber);
    return isNumber && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

QDate filterDay(const QString &value)
{
    // Qt would also take a day that a time follows.
    return value.size() == 10 ? QDate::fromString(value, Qt::ISODate) : QDate();
}

QString filterValue(QDate day)
{
    return day.toString(Qt::ISODate);
}

} // namespace roster
