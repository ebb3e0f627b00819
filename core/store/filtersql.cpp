// SPDX-License-Identifier: MIT
#include "core/store/filtersql.h"

#include "core/store/database.h"
#include "core/store/folding.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

namespace roster {

namespace {

QString jsonOf(const QStringList &values)
{
    const QJsonDocument document(QJsonArray::fromStringList(values));
    return QString::fromUtf8(document.toJson(QJsonDocument::Compact));
}

QString sql(const char *text)
{
    return QString::fromLatin1(text);
}

//! Contacts of which a row `list` says that every link is known.
QString isComplete(bool areTags)
{
    return sql(areTags ? "(SELECT count(*) FROM contact_tags WHERE contact = key) >= tag_total"
                       : "(SELECT count(*) FROM contact_companies WHERE contact = key)"
                         " >= company_total");
}

SqlFilter linkCondition(const FilterCondition &condition)
{
    const bool areTags = condition.subject.field == FilterField::Tag;
    const QString total = sql(areTags ? "tag_total" : "company_total");
    const QString links = sql(areTags ? "contact_tags" : "contact_companies");
    const QVariant values = jsonOf(condition.values);
    const QString linked = QStringLiteral("(SELECT contact FROM %1 WHERE linked IN"
                                          " (SELECT value FROM json_each(?))%2)");
    switch (condition.test) {
    case FilterTest::HasAny:
        return {QStringLiteral("(%1 > 0 OR key IN (SELECT contact FROM %2))").arg(total, links),
                {}};
    case FilterTest::HasNone:
        return {
            QStringLiteral("(%1 <= 0 AND key NOT IN (SELECT contact FROM %2))").arg(total, links),
            {}};
    case FilterTest::AllOf: {
        QStringList different = condition.values;
        different.removeDuplicates();
        return {QLatin1String("key IN ") +
                    linked.arg(links, QStringLiteral(" GROUP BY contact HAVING count(*) = ?")),
                {values, different.size()}};
    }
    case FilterTest::NoneOf:
        return {QStringLiteral("(key NOT IN ") + linked.arg(links, QString()) +
                    QLatin1String(" AND ") + isComplete(areTags) + QLatin1Char(')'),
                {values}};
    default:
        return {QLatin1String("key IN ") + linked.arg(links, QString()), {values}};
    }
}

//! Comparisons of one column with given values; `has` tells when there is a value at all.
SqlFilter columnCondition(const FilterCondition &condition, const QString &column,
                          const QString &has, const QVariantList &values, const QVariant &list)
{
    switch (condition.test) {
    case FilterTest::HasAny:
        return {has, {}};
    case FilterTest::HasNone:
        return {QLatin1String("NOT ") + has, {}};
    case FilterTest::IsNot:
        return {column + QLatin1String(" IS NOT ?"), values};
    case FilterTest::AnyOf:
        return {column + QLatin1String(" IN (SELECT value FROM json_each(?))"), {list}};
    case FilterTest::NoneOf:
        return {QStringLiteral("ifnull(%1 NOT IN (SELECT value FROM json_each(?)), 1)").arg(column),
                {list}};
    default:
        return {column + QLatin1String(" = ?"), values};
    }
}

SqlFilter roleCondition(const FilterCondition &condition)
{
    QStringList numbers;
    for (const QString &name : condition.values)
        numbers.append(QString::number(static_cast<int>(roleNamed(name))));
    const QString list = QLatin1Char('[') + numbers.join(QLatin1Char(',')) + QLatin1Char(']');
    return columnCondition(condition, sql("role"), sql("1"),
                           {static_cast<int>(roleNamed(condition.value()))}, list);
}

SqlFilter ownerCondition(const FilterCondition &condition)
{
    return columnCondition(condition, sql("owner"), sql("(owner <> '')"),
                           {sqlText(condition.value())}, jsonOf(condition.values));
}

QString textColumn(FilterField field)
{
    switch (field) {
    case FilterField::Email:
        return sql("email_fold");
    case FilterField::Phone:
        return sql("phone_fold");
    case FilterField::ExternalId:
        return sql("external_fold");
    default:
        return sql("name_fold");
    }
}

SqlFilter textCondition(const FilterCondition &condition)
{
    const QString column = textColumn(condition.subject.field);
    QStringList all;
    for (const QString &value : condition.values)
        all.append(folded(value));
    const QVariant value = sqlText(all.value(0));
    switch (condition.test) {
    case FilterTest::Contains:
        return {QStringLiteral("instr(%1, ?) > 0").arg(column), {value}};
    case FilterTest::DoesNotContain:
        return {QStringLiteral("ifnull(instr(%1, ?), 0) = 0").arg(column), {value}};
    case FilterTest::StartsWith:
        return {QStringLiteral("substr(%1, 1, length(?)) = ?").arg(column), {value, value}};
    case FilterTest::EndsWith:
        return {QStringLiteral("substr(%1, length(%1) - length(?) + 1) = ?").arg(column),
                {value, value}};
    default:
        return columnCondition(condition, column, QStringLiteral("(%1 IS NOT NULL)").arg(column),
                               {value}, jsonOf(all));
    }
}

QString timeColumn(FilterField field)
{
    switch (field) {
    case FilterField::SignedUpAt:
        return sql("signed_up_at");
    case FilterField::LastSeenAt:
        return sql("last_seen_at");
    case FilterField::UpdatedAt:
        return sql("updated_at");
    default:
        return sql("created_at");
    }
}

SqlFilter timeCondition(const FilterCondition &condition, const FilterDays &days)
{
    const QString column = timeColumn(condition.subject.field);
    if (condition.test == FilterTest::HasAny)
        return {column + QLatin1String(" IS NOT NULL"), {}};
    if (condition.test == FilterTest::HasNone)
        return {column + QLatin1String(" IS NULL"), {}};
    const TimeRange range = rangeOf(condition, days);
    return {QStringLiteral("(%1 >= ? AND %1 < ?)").arg(column), {range.from, range.until}};
}

SqlFilter conditionSql(const FilterCondition &condition, const FilterDays &days)
{
    switch (condition.subject.kind()) {
    case FilterKind::Role:
        return roleCondition(condition);
    case FilterKind::Links:
        return linkCondition(condition);
    case FilterKind::Owner:
        return ownerCondition(condition);
    case FilterKind::Date:
        return timeCondition(condition, days);
    default:
        return textCondition(condition);
    }
}

QString joined(const QStringList &parts, FilterJoin join)
{
    const QString word = join == FilterJoin::All ? QStringLiteral(" AND ") : QStringLiteral(" OR ");
    return QLatin1Char('(') + parts.join(word) + QLatin1Char(')');
}

} // namespace

bool needsRecords(const ContactFilter &filter)
{
    return filter.asksFor(FilterField::CustomAttribute) ||
           filter.asksFor(FilterField::LastContactedAt) ||
           filter.asksFor(FilterField::LastRepliedAt);
}

SqlFilter sqlFilter(const ContactFilter &filter, const FilterDays &days)
{
    const ContactFilter asked = filter.effective();
    if (asked.groups.isEmpty())
        return {};
    SqlFilter all;
    QStringList groups;
    for (const FilterGroup &group : asked.groups) {
        QStringList conditions;
        for (const FilterCondition &condition : group.conditions) {
            const SqlFilter part = conditionSql(condition, days);
            conditions.append(part.condition);
            all.values += part.values;
        }
        groups.append(joined(conditions, group.join));
    }
    all.condition = joined(groups, asked.join);
    return all;
}

} // namespace roster
