// SPDX-License-Identifier: MIT
#include "tests/support/naivefilter.h"

#include <QtCore/QDateTime>
#include <QtCore/QTimeZone>

#include <algorithm>

namespace roster {

namespace {

using Fold = std::function<QString(const QString &)>;

Truth truth(bool isTrue)
{
    return isTrue ? Truth::Yes : Truth::No;
}

Truth links(const FilterCondition &condition, const QStringList &ids, bool isComplete, int total)
{
    int found = 0;
    QStringList wanted = condition.values;
    wanted.removeDuplicates();
    for (const QString &id : std::as_const(wanted))
        found += ids.contains(id) ? 1 : 0;
    const Truth otherwise = isComplete ? Truth::No : Truth::Unknown;
    switch (condition.test) {
    case FilterTest::HasAny:
        return truth(total > 0 || !ids.isEmpty());
    case FilterTest::HasNone:
        return truth(total <= 0 && ids.isEmpty());
    case FilterTest::AnyOf:
        return found > 0 ? Truth::Yes : otherwise;
    case FilterTest::AllOf:
        return found == wanted.size() ? Truth::Yes : otherwise;
    case FilterTest::NoneOf:
        return found > 0 ? Truth::No : isComplete ? Truth::Yes : Truth::Unknown;
    default:
        return Truth::No;
    }
}

template <class T>
Truth links(const FilterCondition &condition, const PartialList<T> &list)
{
    QStringList ids;
    for (const T &id : list.items)
        ids.append(id.text());
    return links(condition, ids, list.isComplete(), list.total);
}

bool texts(const FilterCondition &condition, const QString &text, const Fold &fold)
{
    const QString has = fold(text);
    QStringList wanted;
    for (const QString &value : condition.values)
        wanted.append(fold(value));
    switch (condition.test) {
    case FilterTest::HasAny:
        return !has.isEmpty();
    case FilterTest::HasNone:
        return has.isEmpty();
    case FilterTest::Is:
    case FilterTest::AnyOf:
        return !has.isEmpty() && wanted.contains(has);
    case FilterTest::IsNot:
    case FilterTest::NoneOf:
        return has.isEmpty() || !wanted.contains(has);
    case FilterTest::Contains:
        return !has.isEmpty() && has.contains(wanted[0]);
    case FilterTest::DoesNotContain:
        return has.isEmpty() || !has.contains(wanted[0]);
    case FilterTest::StartsWith:
        return !has.isEmpty() && has.startsWith(wanted[0]);
    case FilterTest::EndsWith:
        return !has.isEmpty() && has.endsWith(wanted[0]);
    default:
        return false;
    }
}

bool times(const FilterCondition &condition, std::optional<qint64> time, const FilterDays &days)
{
    if (condition.test == FilterTest::HasAny || condition.test == FilterTest::HasNone)
        return time.has_value() == (condition.test == FilterTest::HasAny);
    if (!time)
        return false;
    const QTimeZone zone(days.timeZone.isEmpty() ? QByteArray("UTC") : days.timeZone);
    const QDate day = QDateTime::fromSecsSinceEpoch(*time, zone).date();
    const QDate wanted = QDate::fromString(condition.value(), Qt::ISODate);
    switch (condition.test) {
    case FilterTest::On:
        return day == wanted;
    case FilterTest::Before:
        return day < wanted;
    case FilterTest::After:
        return day > wanted;
    default:
        return day <= days.today && day > days.today.addDays(-condition.value().toInt());
    }
}

bool numbers(const FilterCondition &condition, std::optional<double> number)
{
    if (condition.test == FilterTest::HasAny || condition.test == FilterTest::HasNone)
        return number.has_value() == (condition.test == FilterTest::HasAny);
    const bool isAmong =
        number && std::any_of(condition.values.begin(), condition.values.end(),
                              [&](const QString &value) { return value.toDouble() == *number; });
    switch (condition.test) {
    case FilterTest::IsNot:
    case FilterTest::NoneOf:
        return !isAmong;
    case FilterTest::Greater:
        return number && *number > condition.value().toDouble();
    case FilterTest::Less:
        return number && *number < condition.value().toDouble();
    default:
        return isAmong;
    }
}

bool flags(const FilterCondition &condition, std::optional<bool> flag)
{
    switch (condition.test) {
    case FilterTest::HasAny:
        return flag.has_value();
    case FilterTest::HasNone:
        return !flag.has_value();
    default:
        return flag == (condition.test == FilterTest::Yes);
    }
}

bool attributes(const FilterCondition &condition, const QJsonValue &value, const FilterDays &days,
                const Fold &fold)
{
    switch (condition.subject.kind()) {
    case FilterKind::Number:
        return numbers(condition,
                       value.isDouble() ? std::optional(value.toDouble()) : std::nullopt);
    case FilterKind::Date:
        return times(condition, value.isDouble() ? std::optional(value.toInteger()) : std::nullopt,
                     days);
    case FilterKind::Flag:
        return flags(condition, value.isBool() ? std::optional(value.toBool()) : std::nullopt);
    default:
        return texts(condition, value.toString(), fold);
    }
}

Truth matchOne(const FilterCondition &condition, const Contact &contact, const FilterDays &days,
               const Fold &fold)
{
    const FilterSubject &subject = condition.subject;
    if (subject.field == FilterField::Tag)
        return links(condition, contact.tags);
    if (subject.field == FilterField::Company)
        return links(condition, contact.companies);
    if (subject.field == FilterField::CustomAttribute)
        return truth(
            attributes(condition, contact.customAttributes.value(subject.attribute), days, fold));
    if (subject.kind() == FilterKind::Date)
        return truth(times(condition, contact.time(*subject.contactField()), days));
    const bool isOpaque = subject.field == FilterField::Role || subject.field == FilterField::Owner;
    const QString text = contact.text(*subject.contactField());
    return truth(texts(condition, text, isOpaque ? [](const QString &id) { return id; } : fold));
}

template <class List, class F>
Truth joined(FilterJoin join, const List &list, F truthOf)
{
    Truth all = join == FilterJoin::All ? Truth::Yes : Truth::No;
    for (const auto &each : list)
        all = join == FilterJoin::All ? std::min(all, truthOf(each)) : std::max(all, truthOf(each));
    return all;
}

} // namespace

Truth naiveMatch(const ContactFilter &filter, const Contact &contact, const FilterDays &days,
                 const Fold &fold)
{
    ContactFilter asked{filter.join, {}};
    for (const FilterGroup &group : filter.groups) {
        FilterGroup its{group.join, {}};
        for (const FilterCondition &condition : group.conditions) {
            if (condition.isOn && !problemOf(condition))
                its.conditions.append(condition);
        }
        if (!its.conditions.isEmpty())
            asked.groups.append(its);
    }
    if (asked.groups.isEmpty())
        return Truth::Yes;
    return joined(asked.join, asked.groups, [&](const FilterGroup &group) {
        return joined(group.join, group.conditions, [&](const FilterCondition &condition) {
            return matchOne(condition, contact, days, fold);
        });
    });
}

} // namespace roster
