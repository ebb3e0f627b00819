// SPDX-License-Identifier: MIT
#include "core/sandbox/conversationfields.h"
#include "core/sandbox/conversationjson.h"
#include "core/sandbox/conversations.h"
#include "core/sandbox/conversationstore.h"
#include "core/sandbox/errors.h"
#include "core/sandbox/ids.h"
#include "core/sandbox/listorder.h"
#include "core/sandbox/searchproblems.h"
#include "core/sandbox/searchsql.h"

#include <QJsonDocument>

namespace roster::sandbox::conversations {

using namespace Qt::StringLiterals;

namespace {

//! One page of a cursor list: which, in which order, from where.
struct Wanted
{
    SqlCondition where;
    SearchSort sort;
    CursorPage page;
};

const QString listed =
    u"EXISTS(SELECT 1 FROM conversation_contact p JOIN contact c ON c.seq=p.contact"
    " WHERE p.conversation=v.id AND c.state=0)"_s;

SearchScope scope()
{
    return {findField, u"updated_at"_s, defaultPage};
}

qint64 totalOf(Context &context, const SqlCondition &where)
{
    const QByteArray values = QJsonDocument(QJsonArray::fromVariantList(where.values)).toJson();
    const QString key = u"conversations "_s + where.sql + QString::fromUtf8(values);
    if (const auto known = context.totals.constFind(key); known != context.totals.constEnd())
        return *known;
    const qint64 total = context.db
                             .scalar(u"SELECT count(*) FROM "_s + source() + u" WHERE "_s + listed +
                                         u" AND "_s + where.sql,
                                     where.values)
                             .toLongLong();
    if (!context.db.hasFailed())
        context.totals.insert(key, total);
    return total;
}

// What comes after the cursor's conversation.
Checked<SqlCondition> following(const Wanted &wanted)
{
    const Cursor &after = *wanted.page.after;
    const auto from = listorder::sortValue(wanted.sort.field, after.sortValue);
    const auto id = ids::decimal(after.id);
    if (!from || !id)
        return problems::invalidCursor();
    const QString key = sortExpression(wanted.sort.field);
    const QString sign = wanted.sort.ascending ? u">"_s : u"<"_s;
    return SqlCondition{u" AND "_s + key + sign + u"=? AND ("_s + key + sign + u"? OR v.id"_s +
                            sign + u"?)"_s,
                        {*from, *from, *id}};
}

Outcome page(Context &context, const Wanted &wanted, ApiVersion version)
{
    const QString key = sortExpression(wanted.sort.field);
    const QString direction = wanted.sort.ascending ? u" ASC"_s : u" DESC"_s;
    QVariantList values = wanted.where.values;
    QString sql = u"SELECT "_s + selection() + u", "_s + key + u" AS k FROM "_s + source() +
                  u" WHERE "_s + listed + u" AND "_s + wanted.where.sql;
    if (wanted.page.after) {
        const Checked<SqlCondition> rest = following(wanted);
        if (!rest)
            return rest.problem();
        sql += rest->sql;
        values += rest->values;
    }
    sql += u" ORDER BY "_s + key + direction + u", v.id"_s + direction + u" LIMIT ?"_s;
    values << wanted.page.size + 1;

    QList<ConversationRow> found;
    std::optional<Cursor> next;
    QVariant last;
    {
        Rows rows = context.db.select(sql, values);
        while (rows.next()) {
            if (found.size() == wanted.page.size) {
                next = Cursor{listorder::cursorValue(wanted.sort.field, last),
                              QString::number(found.last().id), wanted.page.number() + 1};
                break;
            }
            found.append(read(rows));
            last = rows.value(selectedColumns);
        }
    }
    const QJsonArray data = json(context, found, version, Telling::InList);
    QJsonObject list = cursorListJson(data, totalOf(context, wanted.where), wanted.page, next);
    list.remove("data"_L1);
    list.insert("type"_L1, u"conversation.list"_s);
    list.insert("conversations"_L1, data);
    return QJsonValue(list);
}

} // namespace

Outcome list(Context &context, const Call &call)
{
    Checked<CursorPage> asked = readCursorPage(call);
    if (!asked)
        return asked.problem();
    if (call.parameter(u"per_page"_s).isNull())
        asked->size = defaultPage;
    const SearchSort sort{*findField(context, u"updated_at"_s, call.version), false};
    return page(context, {{u"1"_s, {}}, sort, *asked}, call.version);
}

Outcome search(Context &context, const Call &call)
{
    const Checked<QJsonObject> body = call.bodyObject();
    if (!body)
        return searchproblems::unnamed(body.problem());
    const Checked<SearchRequest> request = readSearch(context, *body, call.version, scope());
    if (!request)
        return request.problem();
    const QTimeZone zone(context.options.timezone);
    const Outcome answer = page(
        context, {searchSql(request->query, zone, Sight::live()), request->sort, request->page},
        call.version);
    if (!answer)
        return searchproblems::unnamed(answer.problem());
    return answer;
}

Outcome show(Context &context, const Call &call)
{
    const auto row = find(context, call.ids.at(0));
    if (!row)
        return problems::resourceNotFound();
    const bool isPlain = call.parameter(u"display_as"_s) == "plaintext"_L1;
    return json(context, {*row}, call.version, isPlain ? Telling::PlainTexts : Telling::Whole)
        .at(0);
}

} // namespace roster::sandbox::conversations
