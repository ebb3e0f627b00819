// SPDX-License-Identifier: MIT
#include "core/sandbox/segments.h"

#include "core/sandbox/companies.h"
#include "core/sandbox/contactstore.h"
#include "core/sandbox/errors.h"
#include "core/sandbox/ids.h"
#include "core/sandbox/schema.h"

namespace roster::sandbox::segments {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 day = 24 * 3600;
constexpr quint64 segmentStream = 0x5e97;

// The descriptions know users and leads alone; a company's segment says what most of them say.
QString personType(Members members)
{
    return members == Members::Leads ? u"contact"_s : u"user"_s;
}

QJsonObject json(const Segment &segment)
{
    return {{u"type"_s, u"segment"_s},
            {u"id"_s, segment.id},
            {u"name"_s, segment.name},
            {u"created_at"_s, segment.createdAt},
            {u"updated_at"_s, segment.updatedAt},
            {u"person_type"_s, personType(segment.members)}};
}

//! What ids and times of segments are made from.
struct Beginning
{
    qint64 made = 0; //!< when the workspace's owner began
    qint64 now = 0;  //!< what times in rules count from
    quint64 salt = 0;
};

Beginning beginning(Context &context)
{
    return {schema::meta(context.db, u"app_created_at"_s).toLongLong(),
            schema::meta(context.db, u"seeded_now"_s).toLongLong(), context.salt ^ segmentStream};
}

Segment made(const SegmentRule &rule, quint32 number, const Beginning &beginning)
{
    Segment segment;
    segment.createdAt = beginning.made + rule.madeOnDay * day;
    segment.updatedAt = segment.createdAt + 12 * day;
    segment.id = ids::record(segment.createdAt, beginning.salt, number);
    segment.name = QString::fromUtf8(rule.name);
    segment.members = rule.members;
    segment.tag = rule.tag;
    segment.condition = QString::fromUtf8(rule.condition)
                            .replace(u"ASKED_TAG"_s, QString::number(rule.tag))
                            .replace(u"TWO_MONTHS_AGO"_s, QString::number(beginning.now - 60 * day))
                            .replace(u"MONTH_AGO"_s, QString::number(beginning.now - 30 * day));
    return segment;
}

// Those of companies, or those of people.
QList<Segment> chosen(Context &context, bool ofCompanies)
{
    const Beginning from = beginning(context);
    QList<Segment> some;
    quint32 number = 0;
    for (const SegmentRule &rule : rules()) {
        ++number;
        if ((rule.members == Members::Companies) == ofCompanies)
            some.append(made(rule, number, from));
    }
    return some;
}

// Those of among that the row seq of source, "contact c" or "company k", is in.
QJsonArray holding(Context &context, const QList<Segment> &among, const QString &source, qint64 seq)
{
    QStringList conditions;
    for (const Segment &segment : among)
        conditions.append(segment.sql());
    QJsonArray found;
    Rows rows = context.db.select(
        u"SELECT "_s + conditions.join(u',') + u" FROM "_s + source + u" WHERE seq=?"_s, {seq});
    if (!rows.next())
        return found;
    for (int i = 0; i < static_cast<int>(among.size()); ++i) {
        if (rows.number(i) != 0)
            found.append(json(among.at(i)));
    }
    return found;
}

// All counts in one pass over the contacts; kept until somebody writes.
QHash<QString, qint64> countsOf(Context &context, const QList<Segment> &people)
{
    const auto keyOf = [](const Segment &segment) -> QString { return u"segment "_s + segment.id; };
    QStringList sums;
    for (const Segment &segment : people)
        sums.append(u"total("_s + segment.sql() + u')');
    QHash<QString, qint64> counts;
    if (!context.totals.contains(keyOf(people.first()))) {
        Rows rows = context.db.select(u"SELECT "_s + sums.join(u',') +
                                      u" FROM contact c WHERE c.state=0"_s);
        const bool isRead = rows.next();
        for (int i = 0; isRead && i < static_cast<int>(people.size()); ++i)
            context.totals.insert(keyOf(people.at(i)), rows.number(i));
    }
    for (const Segment &segment : people)
        counts.insert(segment.id, context.totals.value(keyOf(segment)));
    return counts;
}

Outcome answer(const QJsonArray &data)
{
    return QJsonValue(QJsonObject{{u"type"_s, u"list"_s}, {u"data"_s, data}});
}

} // namespace

QString Segment::sql(const Sight &sight) const
{
    QString text = condition;
    return u"ifnull(("_s + text.replace(u"TAGGED"_s, sight.contactTag) + u"),0)"_s;
}

QList<Segment> all(Context &context)
{
    return chosen(context, false) + chosen(context, true);
}

std::optional<Segment> findOfCompanies(Context &context, const QString &id)
{
    for (const Segment &segment : chosen(context, true)) {
        if (segment.id == id)
            return segment;
    }
    return std::nullopt;
}

QStringList askingFor(Context &context, qint64 tag)
{
    QStringList names;
    for (const Segment &segment : all(context)) {
        if (segment.tag == tag)
            names.append(segment.name);
    }
    return names;
}

QJsonArray ofCompanyJson(Context &context, qint64 seq)
{
    return holding(context, chosen(context, true), u"company k"_s, seq);
}

Outcome list(Context &context, const Call &call)
{
    const bool withCount = call.parameter(u"include_count"_s) == "true"_L1;
    const QList<Segment> people = chosen(context, false);
    const auto counts = withCount ? countsOf(context, people) : QHash<QString, qint64>();
    QJsonArray found;
    for (const Segment &segment : people) {
        QJsonObject o = json(segment);
        if (withCount)
            o.insert(u"count"_s, counts.value(segment.id));
        found.append(o);
    }
    return QJsonValue(QJsonObject{{u"type"_s, u"segment.list"_s}, {u"segments"_s, found}});
}

Outcome show(Context &context, const Call &call)
{
    for (const Segment &segment : all(context)) {
        if (segment.id == call.ids.at(0))
            return QJsonValue(json(segment));
    }
    return problems::resourceNotFound();
}

Outcome ofContact(Context &context, const Call &call)
{
    const auto row = contacts::findActive(context, call.ids.at(0));
    if (!row)
        return problems::userNotFound();
    return answer(holding(context, chosen(context, false), u"contact c"_s, row->seq));
}

Outcome ofCompany(Context &context, const Call &call)
{
    const auto row = companies::find(context, call.ids.at(0));
    if (!row)
        return problems::companyNotFound();
    return answer(ofCompanyJson(context, row->seq));
}

} // namespace roster::sandbox::segments
