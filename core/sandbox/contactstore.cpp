// SPDX-License-Identifier: MIT
#include "core/sandbox/contactstore.h"

#include "core/sandbox/avatars.h"
#include "core/sandbox/contactjson.h"
#include "core/sandbox/conversations.h"
#include "core/sandbox/subscriptions.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace roster::sandbox::contacts {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 graceSeconds = 7 * 24 * 3600;

QString asJsonArray(const QList<qint64> &seqs)
{
    QJsonArray array;
    for (const qint64 seq : seqs)
        array.append(seq);
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

// Rows of (contact, id), ordered; counts all and keeps the first ten of each contact.
void collect(Context &context, const QString &sql, const QString &seqs,
             QHash<qint64, Inlines> &into, Stubs Inlines::*member)
{
    Rows rows = context.db.select(sql, {seqs});
    while (rows.next())
        (into[rows.number(0)].*member).add(rows.text(1));
}

} // namespace

std::optional<ContactRow> find(Context &context, const QString &id)
{
    static const QString sql =
        u"SELECT "_s + contactSelection(u"c"_s) + u" FROM contact c WHERE c.id=?"_s;
    Rows rows = context.db.select(sql, {id});
    if (!rows.next())
        return std::nullopt;
    return readContact(rows);
}

std::optional<ContactRow> findActive(Context &context, const QString &id)
{
    std::optional<ContactRow> row = find(context, id);
    if (row && row->state != ContactState::Active)
        return std::nullopt;
    return row;
}

void insert(Context &context, ContactRow &row)
{
    static const QString sql = u"INSERT INTO contact("_s + contactColumns().join(u',') +
                               u") VALUES("_s +
                               QStringList(contactColumns().size(), u"?"_s).join(u',') + u')';
    context.db.run(sql, contactValues(row));
    row.seq = context.db.lastId();
    lag::noteCreation(context, row.seq);
}

void update(Context &context, ContactRow &row)
{
    static const QString sql =
        u"UPDATE contact SET "_s + contactColumns().join(u"=?,"_s) + u"=? WHERE seq=?"_s;
    lag::noteChange(context, row.seq);
    row.updatedAt = std::max(row.updatedAt, context.now());
    context.db.run(sql, contactValues(row) << row.seq);
}

void touch(Context &context, const ContactRow &row)
{
    context.db.run(u"UPDATE contact SET updated_at=? WHERE seq=?"_s,
                   {std::max(row.updatedAt, context.now()), row.seq});
}

QString mergedInto(Context &context, const ContactRow &row)
{
    return context.db
        .scalar(
            u"SELECT c.id FROM contact_merge m JOIN contact c ON c.seq=m.target WHERE m.source=?"_s,
            {row.seq})
        .toString();
}

void purgeDeleted(Context &context)
{
    QList<qint64> gone;
    {
        Rows rows = context.db.select(u"SELECT seq FROM contact WHERE state=2 AND deleted_at<=?"_s,
                                      {context.now() - graceSeconds});
        while (rows.next())
            gone.append(rows.number(0));
    }
    for (const qint64 seq : gone) {
        context.db.run(u"DELETE FROM contact_tag WHERE contact=?"_s, {seq});
        context.db.run(u"DELETE FROM contact_company WHERE contact=?"_s, {seq});
        context.db.run(u"DELETE FROM note WHERE contact=?"_s, {seq});
        context.db.run(u"DELETE FROM contact_subscription WHERE contact=?"_s, {seq});
        conversations::forget(context, seq);
        context.db.run(u"DELETE FROM contact WHERE seq=?"_s, {seq});
    }
}

QHash<qint64, Inlines> inlines(Context &context, const QList<qint64> &seqs, const Sight &sight)
{
    const QString list = asJsonArray(seqs);
    const QString among = u" IN (SELECT value FROM json_each(?))"_s;
    QHash<qint64, Inlines> all;
    collect(context,
            u"SELECT contact, tag FROM "_s + sight.contactTag + u" WHERE contact"_s + among +
                u" ORDER BY contact, applied_at, tag"_s,
            list, all, &Inlines::tags);
    collect(context,
            u"SELECT contact, id FROM note WHERE contact"_s + among +
                u" ORDER BY contact, created_at DESC, id DESC"_s,
            list, all, &Inlines::notes);
    collect(context,
            u"SELECT t.contact, k.id FROM "_s + sight.contactCompany +
                u" t JOIN company k ON k.seq=t.company WHERE t.contact"_s + among +
                u" ORDER BY t.contact, t.attached_at, t.company"_s,
            list, all, &Inlines::companies);
    subscriptions::collect(context, list, all);
    return all;
}

QJsonObject json(Context &context, const ContactRow &row, ApiVersion version)
{
    QJsonObject o = contactJson(row, inlines(context, {row.seq}, Sight::live()).value(row.seq),
                                version, context.appId);
    avatars::locate(o, context.baseUrl);
    return o;
}

} // namespace roster::sandbox::contacts
