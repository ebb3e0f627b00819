// SPDX-License-Identifier: MIT
#include "core/sandbox/mergehistory.h"

#include "core/sandbox/contactstore.h"
#include "core/sandbox/errors.h"
#include "core/sandbox/pages.h"

namespace roster::sandbox::contacts {

using namespace Qt::StringLiterals;

namespace {

const QString sources = u"SELECT s.id, s.is_lead, m.merged_at FROM contact_merge m"
                        " JOIN contact t ON t.seq=m.target JOIN contact s ON s.seq=m.source"
                        " WHERE t.id=?"_s;

QJsonObject itemJson(const Rows &rows)
{
    return {{u"type"_s, u"merge_history"_s},
            {u"source_contact_id"_s, rows.text(0)},
            {u"source_contact_role"_s, rows.number(1) != 0 ? u"lead"_s : u"user"_s},
            {u"merged_at"_s, rows.number(2)}};
}

void insertHistory(Context &context, QJsonObject &contact)
{
    if (contact.value("role"_L1) != "user"_L1)
        return;
    QJsonArray items;
    Rows rows = context.db.select(sources + u" ORDER BY m.merged_at DESC, s.id DESC"_s,
                                  {contact.value("id"_L1).toString()});
    while (rows.next())
        items.append(itemJson(rows));
    contact.insert(u"merge_history"_s, items);
}

//! Which part of a history is asked for.
struct HistoryPage
{
    int size = defaultPageSize;
    bool isAscending = false;
    std::optional<Cursor> after;
};

Checked<HistoryPage> readPage(const Call &call)
{
    const Checked<CursorPage> sized = readCursorPage(call);
    if (!sized)
        return sized.problem();
    HistoryPage page;
    page.size = sized->size;
    const QString order = call.parameter(u"order"_s);
    if (!order.isNull() && order != "asc"_L1 && order != "desc"_L1)
        return problems::invalid(u"order must be asc or desc"_s, u"order"_s);
    page.isAscending = order == "asc"_L1;
    if (const QString cursor = call.parameter(u"cursor"_s); !cursor.isEmpty()) {
        page.after = Cursor::decode(cursor);
        if (!page.after || !page.after->sortValue.isDouble())
            return problems::invalid(u"cursor is not one of a merge history"_s, u"cursor"_s);
    }
    return page;
}

QJsonObject pageJson(Context &context, const QString &id, const HistoryPage &page)
{
    QString sql = sources;
    QVariantList values{id};
    if (page.after) {
        sql += page.isAscending ? u" AND (m.merged_at, s.id) > (?,?)"_s
                                : u" AND (m.merged_at, s.id) < (?,?)"_s;
        values << page.after->sortValue.toInteger() << page.after->id;
    }
    const QString direction = page.isAscending ? u" ASC"_s : u" DESC"_s;
    sql += u" ORDER BY m.merged_at"_s + direction + u", s.id"_s + direction + u" LIMIT ?"_s;
    values << page.size + 1;

    QJsonObject answer{{u"type"_s, u"list"_s}, {u"has_more"_s, false}};
    QJsonArray data;
    Rows rows = context.db.select(sql, values);
    while (rows.next()) {
        if (data.size() < page.size) {
            data.append(itemJson(rows));
            continue;
        }
        const QJsonValue last = data.last();
        const qint64 number = page.after ? page.after->page + 1 : 2;
        const Cursor next{last[u"merged_at"], last[u"source_contact_id"].toString(), number};
        answer.insert(u"has_more"_s, true);
        answer.insert(u"next_cursor"_s, next.encoded());
    }
    answer.insert(u"data"_s, data);
    return answer;
}

} // namespace

Outcome withMergeHistory(Context &context, const Call &call, const Outcome &outcome)
{
    if (!outcome || !call.version.tellsMergeHistory() ||
        call.parameter(u"include_merge_history"_s) != "true"_L1)
        return outcome;
    QJsonObject body = outcome->toObject();
    if (!body.contains("data"_L1)) {
        insertHistory(context, body);
        return QJsonValue(body);
    }
    QJsonArray data;
    for (const QJsonValue &entry : body.value("data"_L1).toArray()) {
        QJsonObject contact = entry.toObject();
        insertHistory(context, contact);
        data.append(contact);
    }
    body.insert(u"data"_s, data);
    return QJsonValue(body);
}

Outcome mergeHistory(Context &context, const Call &call)
{
    const Checked<HistoryPage> page = readPage(call);
    if (!page)
        return page.problem();
    const auto row = findActive(context, call.ids.at(0));
    if (!row || row->isLead)
        return Problem{404, u"not_found"_s, u"Contact not found"_s, {}};
    return QJsonValue(pageJson(context, row->id, *page));
}

} // namespace roster::sandbox::contacts
