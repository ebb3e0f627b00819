// SPDX-License-Identifier: MIT
#include "core/sandbox/searchsql.h"

#include "core/sandbox/contactrow.h"
#include "core/sandbox/schema.h"
#include "core/sandbox/segmentsearch.h"

#include <QDateTime>
#include <QJsonDocument>

namespace roster::sandbox {

using namespace Qt::StringLiterals;

namespace {

using Filter = SearchNode::Filter;

QString asciiLowered(QString text)
{
    for (QChar &c : text) {
        if (c >= u'A' && c <= u'Z')
            c = QChar(static_cast<char16_t>(c.unicode() + 32));
    }
    return text;
}

bool isText(FieldType type)
{
    return type == FieldType::Text;
}

// Text is compared without regard to case on both sides.
QString subject(const SearchField &field)
{
    const bool needsLowering = isText(field.type) && field.folding == Folding::Ascii;
    return needsLowering ? u"lower("_s + field.expression + u')' : field.expression;
}

QVariant bound(const SearchField &field, const QJsonValue &value)
{
    if (value.isBool())
        return static_cast<int>(value.toBool());
    if (value.isDouble())
        return field.type == FieldType::Float ? value.toVariant() : QVariant(value.toInteger());
    const QString text = value.toString();
    return field.folding == Folding::Unicode ? folded(text) : asciiLowered(text);
}

SqlCondition nullCondition(const Filter &filter)
{
    const bool wanted = filter.op == SearchOperator::Equal;
    // A cleared email is "", and still no value.
    const QString expression =
        filter.field.name == "email"_L1 ? u"nullif(c.email_key,'')"_s : filter.field.expression;
    return {u'(' + expression + (wanted ? u") IS NULL"_s : u") IS NOT NULL"_s), {}};
}

SqlCondition listCondition(const Filter &filter)
{
    QJsonArray members;
    for (const QJsonValue &member : filter.value.toArray())
        members.append(QJsonValue::fromVariant(bound(filter.field, member)));
    const QByteArray json = QJsonDocument(members).toJson(QJsonDocument::Compact);
    const QVariantList values{QString::fromUtf8(json)};
    const QString what = subject(filter.field);
    const QString list = u" (SELECT value FROM json_each(?))"_s;
    if (filter.op == SearchOperator::In)
        return {what + u" IN"_s + list, values};
    return {u'(' + what + u" IS NULL OR "_s + what + u" NOT IN"_s + list + u')', values};
}

SqlCondition textCondition(const Filter &filter)
{
    const QString what = subject(filter.field);
    const QVariant value = bound(filter.field, filter.value);
    switch (filter.op) {
    case SearchOperator::Contains:
        return {u"instr("_s + what + u",?)>0"_s, {value}};
    case SearchOperator::ContainsNot:
        return {u"ifnull(instr("_s + what + u",?),0)=0"_s, {value}};
    case SearchOperator::StartsWith:
        return {u"substr("_s + what + u",1,length(?))=?"_s, {value, value}};
    default: // EndsWith; the empty text ends every value
        return {u"(length(?)=0 AND "_s + what + u" IS NOT NULL OR substr("_s + what +
                    u",-length(?))=?)"_s,
                {value, value, value}};
    }
}

SqlCondition comparison(const Filter &filter)
{
    const QVariantList values{bound(filter.field, filter.value)};
    const QString what = subject(filter.field);
    switch (filter.op) {
    case SearchOperator::Equal:
        return {what + u"=?"_s, values};
    case SearchOperator::NotEqual:
        return {what + u" IS NOT ?"_s, values};
    case SearchOperator::Greater:
        return {what + u">?"_s, values};
    case SearchOperator::Less:
        return {what + u"<?"_s, values};
    case SearchOperator::GreaterOrEqual:
        return {what + u">=?"_s, values};
    case SearchOperator::LessOrEqual:
        return {what + u"<=?"_s, values};
    case SearchOperator::In:
    case SearchOperator::NotIn:
        return listCondition(filter);
    default:
        return textCondition(filter);
    }
}

// Whole days of the workspace: "after" begins with the next day, "before" ends with the last.
SqlCondition dateCondition(const Filter &filter, const QTimeZone &zone)
{
    const QDate day = QDateTime::fromSecsSinceEpoch(filter.value.toInteger(), zone).date();
    const qint64 start = day.startOfDay(zone).toSecsSinceEpoch();
    const qint64 next = day.addDays(1).startOfDay(zone).toSecsSinceEpoch();
    const QString what = filter.field.expression;
    if (filter.op == SearchOperator::Greater)
        return {what + u">=?"_s, {next}};
    if (filter.op == SearchOperator::Less)
        return {what + u"<?"_s, {start}};
    return {u'(' + what + u">=? AND "_s + what + u"<?)"_s, {start, next}};
}

SqlCondition tagCondition(const Filter &filter, const Sight &sight)
{
    const bool wanted = filter.op == SearchOperator::Equal;
    if (filter.value.isNull()) {
        return {(wanted ? u"NOT EXISTS"_s : u"EXISTS"_s) + u"(SELECT 1 FROM "_s + sight.contactTag +
                    u" t WHERE t.contact=c.seq)"_s,
                {}};
    }
    bool isNumber = false;
    const qint64 tag = filter.value.toString().toLongLong(&isNumber);
    return {(wanted ? u"c.seq IN"_s : u"c.seq NOT IN"_s) + u" (SELECT contact FROM "_s +
                sight.contactTag + u" WHERE tag=?)"_s,
            {isNumber ? tag : -1}};
}

// != and its like are the opposite of what they deny.
std::optional<SearchOperator> denied(SearchOperator op)
{
    if (op == SearchOperator::NotEqual)
        return SearchOperator::Equal;
    if (op == SearchOperator::NotIn)
        return SearchOperator::In;
    if (op == SearchOperator::ContainsNot)
        return SearchOperator::Contains;
    return std::nullopt;
}

// A field with several values fits when one of them does; "= null" asks for those without any.
SqlCondition amongCondition(const Filter &filter)
{
    const auto opposite = denied(filter.op);
    Filter asked = filter;
    asked.op = opposite.value_or(filter.op);
    const bool isNull = filter.value.isNull();
    const SqlCondition one = isNull ? SqlCondition{u"1"_s, {}} : comparison(asked);
    const QString any = u'(' + QString(filter.field.among).replace(u"%1"_s, one.sql) + u')';
    return {opposite.has_value() == isNull ? any : u"NOT "_s + any, one.values};
}

SqlCondition filterSql(const Filter &filter, const QTimeZone &zone, const Sight &sight)
{
    if (!filter.field.among.isEmpty())
        return amongCondition(filter);
    if (filter.field.type == FieldType::TagId)
        return tagCondition(filter, sight);
    if (filter.field.type == FieldType::SegmentId)
        return segmentCondition(filter, sight);
    if (filter.value.isNull())
        return nullCondition(filter);
    if (filter.field.type == FieldType::Date)
        return dateCondition(filter, zone);
    return comparison(filter);
}

} // namespace

SqlCondition searchSql(const SearchNode &query, const QTimeZone &zone, const Sight &sight)
{
    if (query.filter)
        return filterSql(*query.filter, zone, sight);
    SqlCondition all;
    QStringList parts;
    for (const SearchNode &member : query.group->members) {
        const SqlCondition part = searchSql(member, zone, sight);
        parts.append(part.sql);
        all.values += part.values;
    }
    all.sql = u'(' + parts.join(query.group->all ? u" AND "_s : u" OR "_s) + u')';
    return all;
}

QString sortExpression(const SearchField &field)
{
    if (field.name == "created_at"_L1 || field.name == "updated_at"_L1)
        return field.expression;
    if (isText(field.type))
        return u"ifnull("_s + subject(field) + u",'')"_s;
    return u"ifnull("_s + field.expression + u","_s + QString::number(absentNumber) + u')';
}

} // namespace roster::sandbox
