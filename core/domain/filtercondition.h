// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/contact.h"
#include "core/domain/dataattribute.h"

#include <QtCore/QDate>
#include <QtCore/QStringList>

#include <span>

namespace roster {

//! What a condition is about.
enum class FilterField {
    Role,
    Tag,
    Company,
    Owner,
    Name,
    Email,
    Phone,
    ExternalId,
    CreatedAt,
    SignedUpAt,
    LastSeenAt,
    UpdatedAt,
    LastContactedAt,
    LastRepliedAt,
    CustomAttribute,
};

//! How a condition looks at it. Text is compared without regard to case and accents. "Not" tests
//! also hold for contacts that have no value; No holds only where the value is told.
enum class FilterTest {
    Is,
    IsNot,
    AnyOf,
    AllOf,
    NoneOf,
    HasAny,
    HasNone,
    Contains,
    DoesNotContain,
    StartsWith,
    EndsWith,
    Greater,
    Less,
    On,
    Before,
    After,
    InLastDays, //!< Today and the days before it, so many in all; nothing that is still to come.
    Yes,
    No,
};

//! What values a subject has; it decides which tests fit.
enum class FilterKind { Role, Links, Owner, Text, Choice, Number, Date, Flag };

//! A field, or a custom attribute with its name and type.
struct FilterSubject
{
    FilterField field = FilterField::Name;
    //! Of a custom attribute only.
    QString attribute;
    AttributeType type = AttributeType::Text;

    static FilterSubject ofAttribute(const DataAttribute &attribute)
    {
        return {FilterField::CustomAttribute, attribute.name, attribute.type};
    }
    FilterKind kind() const;
    //! The record's field of a time or text; nothing for links and attributes.
    std::optional<ContactField> contactField() const;

    friend bool operator==(const FilterSubject &, const FilterSubject &) = default;
};

//! What is wrong with a condition.
enum class FilterProblem {
    TestDoesNotFit,   //!< The subject cannot be tested like that.
    ValueMissing,     //!< The test needs a value.
    TooManyValues,    //!< The test takes fewer values.
    NotARole,         //!< Neither "user" nor "lead".
    NotANumber,       //!< A number attribute is compared with something else.
    NotADate,         //!< A date is written 2026-11-21.
    NotADayCount,     //!< A whole number of days, 1 to 36500.
    NameMissing,      //!< A custom attribute without its name.
    UnknownAttribute, //!< The workspace has no such attribute.
    OtherType,        //!< The workspace's attribute is of another type.
};

//! One condition of a filter. Values are text whatever the kind: a role's name in the API, ids,
//! words, numbers with a point, dates as 2026-11-21, a count of days.
struct FilterCondition
{
    FilterSubject subject;
    FilterTest test = FilterTest::Is;
    QStringList values;
    //! Off: kept but not looked at.
    bool isOn = true;

    //! The first value, or empty.
    QString value() const { return values.isEmpty() ? QString() : values.constFirst(); }

    friend bool operator==(const FilterCondition &, const FilterCondition &) = default;
};

//! The tests that fit, in the order in which a menu offers them.
std::span<const FilterTest> testsOf(FilterKind kind);
bool isFitting(FilterTest test, FilterKind kind);

//! How many values a test takes.
struct ValueCount
{
    qsizetype least = 0;
    qsizetype most = 0;
};
ValueCount valueCountOf(FilterTest test);

//! What is wrong with `condition` by itself; nothing when it can be asked.
std::optional<FilterProblem> problemOf(const FilterCondition &condition);
//! The same, and whether the workspace has the attribute.
std::optional<FilterProblem> problemOf(const FilterCondition &condition,
                                       const QList<DataAttribute> &attributes);

//! The number that a value of a number condition means; nothing for anything else.
std::optional<double> filterNumber(const QString &value);
//! The day that a value of a date condition means; invalid for anything else.
QDate filterDay(const QString &value);
//! The value that means that day.
QString filterValue(QDate day);

} // namespace roster
