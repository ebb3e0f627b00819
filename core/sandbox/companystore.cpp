// SPDX-License-Identifier: MIT
#include "core/sandbox/companies.h"
#include "core/sandbox/segments.h"
#include "core/sandbox/tags.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace roster::sandbox::companies {

using namespace Qt::StringLiterals;

namespace {

QStringList columns()
{
    return {u"id"_s,
            u"company_id"_s,
            u"name"_s,
            u"remote_created_at"_s,
            u"created_at"_s,
            u"updated_at"_s,
            u"last_request_at"_s,
            u"monthly_spend"_s,
            u"session_count"_s,
            u"size"_s,
            u"website"_s,
            u"industry"_s,
            u"plan"_s,
            u"attributes"_s};
}

QVariant orNull(const std::optional<qint64> &value)
{
    return value ? QVariant(*value) : QVariant(QMetaType::fromType<qint64>());
}

QVariantList values(const CompanyRow &row)
{
    const QByteArray attributes = QJsonDocument(row.attributes).toJson(QJsonDocument::Compact);
    return {row.id,
            row.companyId,
            row.name,
            orNull(row.remoteCreatedAt),
            row.createdAt,
            row.updatedAt,
            orNull(row.lastRequestAt),
            row.monthlySpend,
            row.sessionCount,
            orNull(row.size),
            row.website,
            row.industry,
            row.plan,
            QString::fromUtf8(attributes)};
}

std::optional<CompanyRow> findBy(Context &context, const QString &column, const QString &value)
{
    Rows rows = context.db.select(u"SELECT "_s + selection(u"k"_s) + u" FROM company k WHERE k."_s +
                                      column + u"=?"_s,
                                  {value});
    if (!rows.next())
        return std::nullopt;
    return readCompany(rows);
}

QJsonArray tagsOf(Context &context, qint64 seq)
{
    QJsonArray found;
    Rows rows = context.db.select(u"SELECT t.id, t.name FROM company_tag c JOIN tag t ON t.id=c.tag"
                                  " WHERE c.company=? ORDER BY t.id"_s,
                                  {seq});
    while (rows.next())
        found.append(tags::json({rows.number(0), rows.text(1)}));
    return found;
}

// The name of a plan stands in the row; its id is made from the name, so that equal plans agree.
QJsonObject planJson(const QString &plan)
{
    if (plan.isEmpty())
        return {};
    quint32 id = 5381;
    for (const QChar c : plan)
        id = id * 33U + c.unicode();
    return {{u"type"_s, u"plan"_s}, {u"id"_s, QString::number(id % 1'000'000)}, {u"name"_s, plan}};
}

void insertIfSet(QJsonObject &o, const QString &key, const QString &text)
{
    if (!text.isNull())
        o.insert(key, text);
}

void insertIfSet(QJsonObject &o, const QString &key, const std::optional<qint64> &number)
{
    if (number)
        o.insert(key, *number);
}

} // namespace

QString selection(const QString &alias)
{
    const QString glue = u","_s + alias + u'.';
    return alias + u".seq"_s + glue + columns().join(glue);
}

CompanyRow readCompany(const Rows &rows)
{
    CompanyRow row;
    row.seq = rows.number(0);
    row.id = rows.text(1);
    row.companyId = rows.text(2);
    row.name = rows.text(3);
    row.remoteCreatedAt = rows.optional(4);
    row.createdAt = rows.number(5);
    row.updatedAt = rows.number(6);
    row.lastRequestAt = rows.optional(7);
    row.monthlySpend = rows.number(8);
    row.sessionCount = rows.number(9);
    row.size = rows.optional(10);
    row.website = rows.text(11);
    row.industry = rows.text(12);
    row.plan = rows.text(13);
    row.attributes = QJsonDocument::fromJson(rows.text(14).toUtf8()).object();
    return row;
}

std::optional<CompanyRow> find(Context &context, const QString &id)
{
    return findBy(context, u"id"_s, id);
}

std::optional<CompanyRow> findByCompanyId(Context &context, const QString &companyId)
{
    return findBy(context, u"company_id"_s, companyId);
}

void insert(Context &context, CompanyRow &row)
{
    static const QString sql = u"INSERT INTO company("_s + columns().join(u',') + u") VALUES("_s +
                               QStringList(columns().size(), u"?"_s).join(u',') + u')';
    context.db.run(sql, values(row));
    row.seq = context.db.lastId();
}

void update(Context &context, const CompanyRow &row)
{
    static const QString sql =
        u"UPDATE company SET "_s + columns().join(u"=?,"_s) + u"=? WHERE seq=?"_s;
    context.db.run(sql, values(row) << row.seq);
}

QJsonObject json(Context &context, const CompanyRow &row, ApiVersion version)
{
    const qint64 users =
        context.db
            .scalar(u"SELECT count(*) FROM contact_company t JOIN contact c ON c.seq=t.contact"
                    " WHERE t.company=? AND c.state=0"_s,
                    {row.seq})
            .toLongLong();
    QJsonObject o{
        {u"type"_s, u"company"_s},
        {u"id"_s, row.id},
        {u"company_id"_s, row.companyId},
        {u"app_id"_s, context.appId},
        {u"name"_s, row.name.isNull() ? u""_s : row.name}, // no description allows null
        {u"created_at"_s, row.createdAt},
        {u"updated_at"_s, row.updatedAt},
        {u"monthly_spend"_s, row.monthlySpend},
        {u"session_count"_s, row.sessionCount},
        {u"user_count"_s, users},
        {u"tags"_s, QJsonObject{{u"type"_s, u"tag.list"_s}, {u"tags"_s, tagsOf(context, row.seq)}}},
        {u"segments"_s, QJsonObject{{u"type"_s, u"segment.list"_s},
                                    {u"segments"_s, segments::ofCompanyJson(context, row.seq)}}},
        {u"plan"_s, planJson(row.plan)},
        {u"custom_attributes"_s, row.attributes}};
    insertIfSet(o, u"remote_created_at"_s, row.remoteCreatedAt);
    insertIfSet(o, u"last_request_at"_s, row.lastRequestAt);
    insertIfSet(o, u"size"_s, row.size);
    insertIfSet(o, u"website"_s, row.website);
    insertIfSet(o, u"industry"_s, row.industry);
    if (version.hasCompanyNotes())
        o.insert(u"notes"_s, QJsonObject{{u"type"_s, u"note.list"_s}, {u"notes"_s, QJsonArray()}});
    return o;
}

} // namespace roster::sandbox::companies
