// SPDX-License-Identifier: MIT
#include "core/sandbox/contactlists.h"

#include "core/sandbox/avatars.h"
#include "core/sandbox/companies.h"
#include "core/sandbox/contactjson.h"
#include "core/sandbox/contactstore.h"
#include "core/sandbox/errors.h"
#include "core/sandbox/listorder.h"
#include "core/sandbox/mergehistory.h"
#include "core/sandbox/searchproblems.h"

#include <QJsonDocument>

namespace roster::sandbox {

using namespace Qt::StringLiterals;

namespace contacts {

namespace {

qint64 totalOf(Context &context, const ListQuery &query)
{
    const QByteArray values =
        QJsonDocument(QJsonArray::fromVariantList(query.where.values)).toJson();
    const QString key = query.sight.contact + query.where.sql + QString::fromUtf8(values);
    if (const auto known = context.totals.constFind(key); known != context.totals.constEnd())
        return *known;
    const qint64 total = context.db
                             .scalar(u"SELECT count(*) FROM "_s + query.sight.contact +
                                         u" c WHERE c.state=0 AND "_s + query.where.sql,
                                     query.where.values)
                             .toLongLong();
    if (!context.db.hasFailed())
        context.totals.insert(key, total);
    return total;
}

//! The rows of a page, one more than asked for when there is a next page.
struct Found
{
    QList<ContactRow> rows;
    QList<qint64> seqs;
    QVariant lastSortValue;
    bool hasMore = false;
};

Found read(Context &context, const ListQuery &query, const QString &sql, const QVariantList &values)
{
    Found found;
    const int sortColumn = static_cast<int>(contactColumns().size()) + 1;
    Rows rows = context.db.select(sql, values);
    while (rows.next()) {
        if (found.rows.size() == query.page.size) {
            found.hasMore = true;
            break;
        }
        found.rows.append(readContact(rows));
        found.seqs.append(found.rows.last().seq);
        found.lastSortValue = rows.value(sortColumn);
    }
    return found;
}

SearchSort byCreation(Context &context, ApiVersion version)
{
    return {*findSearchField(context, u"created_at"_s, version), true};
}

} // namespace

Outcome page(Context &context, const ListQuery &query, ApiVersion version)
{
    const QString key = sortExpression(query.sort.field);
    const QString direction = query.sort.ascending ? u" ASC"_s : u" DESC"_s;
    QVariantList values = query.where.values;
    QString sql = u"SELECT "_s + contactSelection(u"c"_s) + u',' + key + u" FROM "_s +
                  query.sight.contact + u" c WHERE c.state=0 AND "_s + query.where.sql;
    if (query.page.after) {
        const auto from = listorder::sortValue(query.sort.field, query.page.after->sortValue);
        if (!from)
            return problems::invalidCursor();
        const QString sign = query.sort.ascending ? u">"_s : u"<"_s;
        sql +=
            u" AND "_s + key + sign + u"=? AND ("_s + key + sign + u"? OR c.id"_s + sign + u"?)"_s;
        values << *from << *from << query.page.after->id;
    }
    sql += u" ORDER BY "_s + key + direction + u", c.id"_s + direction + u" LIMIT ?"_s;
    values << query.page.size + 1;

    const Found found = read(context, query, sql, values);
    const auto embedded = inlines(context, found.seqs, query.sight);
    QJsonArray data;
    for (const ContactRow &row : found.rows) {
        QJsonObject o = contactJson(row, embedded.value(row.seq), version, context.appId);
        avatars::locate(o, context.baseUrl);
        data.append(o);
    }
    std::optional<Cursor> next;
    if (found.hasMore) {
        next = Cursor{listorder::cursorValue(query.sort.field, found.lastSortValue),
                      found.rows.last().id, query.page.number() + 1};
    }
    return QJsonValue(cursorListJson(data, totalOf(context, query), query.page, next));
}

Outcome list(Context &context, const Call &call)
{
    const Checked<CursorPage> asked = readCursorPage(call);
    if (!asked)
        return asked.problem();
    return withMergeHistory(
        context, call,
        page(context,
             {{u"1"_s, {}}, byCreation(context, call.version), *asked, lag::sight(context)},
             call.version));
}

Outcome search(Context &context, const Call &call)
{
    const Checked<QJsonObject> body = call.bodyObject();
    if (!body)
        return searchproblems::unnamed(body.problem());
    const Checked<SearchRequest> request = readSearch(context, *body, call.version);
    if (!request)
        return request.problem();
    const Sight sight = lag::sight(context);
    const QTimeZone zone(context.options.timezone);
    const Outcome answer =
        page(context, {searchSql(request->query, zone, sight), request->sort, request->page, sight},
             call.version);
    if (!answer)
        return searchproblems::unnamed(answer.problem());
    return withMergeHistory(context, call, answer);
}

} // namespace contacts

namespace companies {

Outcome contactsOf(Context &context, const Call &call)
{
    const auto company = find(context, call.ids.at(0));
    if (!company)
        return problems::companyNotFound();
    const Checked<CursorPage> asked = readCursorPage(call);
    if (!asked)
        return asked.problem();
    const Sight sight = lag::sight(context);
    const SqlCondition where{u"c.seq IN (SELECT contact FROM "_s + sight.contactCompany +
                                 u" WHERE company=?)"_s,
                             {company->seq}};
    const SearchSort sort{*findSearchField(context, u"created_at"_s, call.version), true};
    return contacts::page(context, {where, sort, *asked, sight}, call.version);
}

} // namespace companies
} // namespace roster::sandbox
