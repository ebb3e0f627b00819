// SPDX-License-Identifier: MIT
#include "core/api/searchcondition.h"

#include "core/api/apiversion.h"
#include "core/api/endpoints.h"

#include <cmath>

namespace roster::api {

namespace {

SearchTerms one(const QString &field, QStringView op, const QJsonValue &value)
{
    return {FilterJoin::All, {filter(field, op, value)}, std::nullopt};
}

SearchTerms unsaid(SearchGap gap)
{
    return {FilterJoin::All, {}, gap};
}

QString fieldName(const FilterSubject &subject)
{
    if (subject.field == FilterField::CustomAttribute)
        return QStringLiteral("custom_attributes.") + subject.attribute;
    const std::optional<ContactField> field = subject.contactField();
    return field ? QString(contactFieldInfo(*field).jsonName) : QStringLiteral("tag_id");
}

//! The operator of tests that all types but dates and tags share, and those of text.
QStringView operatorOf(FilterTest test)
{
    switch (test) {
    case FilterTest::Is:
    case FilterTest::HasNone:
        return u"=";
    case FilterTest::IsNot:
    case FilterTest::HasAny:
        return u"!=";
    case FilterTest::AnyOf:
        return u"IN";
    case FilterTest::NoneOf:
        return u"NIN";
    case FilterTest::Contains:
        return u"~";
    case FilterTest::DoesNotContain:
        return u"!~";
    case FilterTest::StartsWith:
        return u"^";
    case FilterTest::EndsWith:
        return u"$";
    case FilterTest::Greater:
        return u">";
    case FilterTest::Less:
        return u"<";
    default:
        return {};
    }
}

bool takesNull(FilterTest test)
{
    return test == FilterTest::HasAny || test == FilterTest::HasNone;
}

bool takesList(FilterTest test)
{
    return test == FilterTest::AnyOf || test == FilterTest::NoneOf;
}

//! A comparison of which `valueOf(text)` makes the values; undefined ones cannot be said.
template <class F>
SearchTerms comparison(const FilterCondition &condition, F valueOf)
{
    const QString field = fieldName(condition.subject);
    const QStringView op = operatorOf(condition.test);
    if (op.isEmpty())
        return unsaid(SearchGap::NoSuchTest);
    if (takesNull(condition.test))
        return one(field, op, QJsonValue::Null);
    QJsonArray values;
    for (const QString &text : condition.values) {
        const QJsonValue value = valueOf(text);
        if (value.isUndefined())
            return unsaid(SearchGap::NotANumber);
        values.append(value);
    }
    return one(field, op, takesList(condition.test) ? QJsonValue(values) : values.at(0));
}

//! Tags know = and != alone: every tag is a filter of its own.
SearchTerms tags(const FilterCondition &condition)
{
    const QString field = fieldName(condition.subject);
    if (takesNull(condition.test))
        return one(field, operatorOf(condition.test), QJsonValue::Null);
    SearchTerms terms;
    terms.join = condition.test == FilterTest::AnyOf ? FilterJoin::Any : FilterJoin::All;
    const QStringView op = condition.test == FilterTest::NoneOf ? u"!=" : u"=";
    QStringList different = condition.values;
    different.removeDuplicates();
    for (const QString &tag : std::as_const(different))
        terms.filters.append(filter(field, op, tag));
    return terms;
}

SearchTerms owners(const FilterCondition &condition, QStringView version)
{
    return comparison(condition, [version](const QString &id) -> QJsonValue {
        if (hasTextOwner(version))
            return id;
        bool isNumber = false;
        const qint64 number = id.toLongLong(&isNumber);
        return isNumber ? QJsonValue(number) : QJsonValue(QJsonValue::Undefined);
    });
}

//! Whole number attributes take whole numbers: more than 12.5 is more than 12.
QJsonValue numberFor(const FilterCondition &condition, const QString &text)
{
    const double number = filterNumber(text).value_or(0);
    if (condition.subject.type != AttributeType::Integer)
        return number;
    if (condition.test == FilterTest::Greater)
        return static_cast<qint64>(std::floor(number));
    if (condition.test == FilterTest::Less)
        return static_cast<qint64>(std::ceil(number));
    return number == std::floor(number) ? QJsonValue(static_cast<qint64>(number))
                                        : QJsonValue(QJsonValue::Undefined);
}

SearchTerms dates(const FilterCondition &condition, const FilterDays &days)
{
    const QString field = fieldName(condition.subject);
    const auto at = [&days](QDate day) { return QJsonValue(startOfDay(day, days.timeZone)); };
    switch (condition.test) {
    case FilterTest::HasNone:
        return one(field, u"=", QJsonValue::Null);
    case FilterTest::HasAny:
        // Dates have no !=; nothing is older than this.
        return one(field, u">", 0);
    case FilterTest::On:
        return one(field, u"=", at(filterDay(condition.value())));
    case FilterTest::Before:
        return one(field, u"<", at(filterDay(condition.value())));
    case FilterTest::After:
        return one(field, u">", at(filterDay(condition.value())));
    default:
        break;
    }
    // "After" begins with the next day: the day before the first, and the day after today.
    const TimeRange range = rangeOf(condition, days);
    const QDate first = dayAt(range.from, days.timeZone);
    SearchTerms terms = one(field, u">", at(first.addDays(-1)));
    terms.filters.append(filter(field, u"<", range.until));
    return terms;
}

} // namespace

SearchTerms searchTerms(const FilterCondition &condition, const FilterDays &days,
                        QStringView version)
{
    switch (condition.subject.kind()) {
    case FilterKind::Links:
        return condition.subject.field == FilterField::Tag ? tags(condition)
                                                           : unsaid(SearchGap::NotSearchable);
    case FilterKind::Owner:
        return owners(condition, version);
    case FilterKind::Date:
        return dates(condition, days);
    case FilterKind::Number:
        return comparison(condition,
                          [&](const QString &text) { return numberFor(condition, text); });
    case FilterKind::Flag:
        if (!takesNull(condition.test))
            return one(fieldName(condition.subject), u"=", condition.test == FilterTest::Yes);
        return comparison(condition, [](const QString &) { return QJsonValue(); });
    default:
        return comparison(condition, [](const QString &text) { return QJsonValue(text); });
    }
}

} // namespace roster::api
