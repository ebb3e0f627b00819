// SPDX-License-Identifier: MIT
#include "core/sandbox/admins.h"
#include "core/sandbox/bodyreader.h"
#include "core/sandbox/contactstore.h"
#include "core/sandbox/errors.h"
#include "core/sandbox/ids.h"
#include "core/sandbox/notehtml.h"
#include "core/sandbox/notes.h"
#include "core/sandbox/pages.h"
#include "core/sandbox/schema.h"

namespace roster::sandbox::notes {

using namespace Qt::StringLiterals;

namespace {

struct Note
{
    qint64 id = 0;
    qint64 admin = 0;
    QString body;
    qint64 createdAt = 0;
    QString contact; //!< its id
};

QJsonObject json(const Note &note, const QHash<qint64, QJsonObject> &authors)
{
    return {{u"type"_s, u"note"_s},
            {u"id"_s, QString::number(note.id)},
            {u"created_at"_s, note.createdAt},
            {u"contact"_s, QJsonObject{{u"type"_s, u"contact"_s}, {u"id"_s, note.contact}}},
            {u"author"_s, authors.value(note.admin)},
            {u"body"_s, note.body}};
}

qint64 countOf(Context &context, qint64 contact)
{
    return context.db.scalar(u"SELECT count(*) FROM note WHERE contact=?"_s, {contact})
        .toLongLong();
}

// The admin called id; the owner of the token where none is named.
std::optional<qint64> authorOf(Context &context, const QString &id)
{
    if (id.isNull())
        return schema::meta(context.db, u"token_owner"_s).toLongLong();
    const auto number = ids::decimal(id);
    if (!number || !context.db.scalar(u"SELECT 1 FROM admin WHERE id=?"_s, {*number}).isValid())
        return std::nullopt;
    return number;
}

} // namespace

Outcome ofContact(Context &context, const Call &call)
{
    const auto row = contacts::findActive(context, call.ids.at(0));
    if (!row)
        return problems::userNotFound();
    const auto page = readNumberedPage(call, defaultPageSize, largestSubPage);
    if (!page)
        return page.problem();
    const auto authors = admins::byId(context, call.version);
    QJsonArray data;
    Rows rows = context.db.select(u"SELECT id, admin, body, created_at FROM note WHERE contact=?"
                                  " ORDER BY created_at DESC, id DESC LIMIT ? OFFSET ?"_s,
                                  {row->seq, page->size, page->offset()});
    while (rows.next()) {
        const Note note{rows.number(0), rows.number(1), rows.text(2), rows.number(3), row->id};
        data.append(json(note, authors));
    }
    return QJsonValue(numberedListJson(data, countOf(context, row->seq), *page, call));
}

Outcome addToContact(Context &context, const Call &call)
{
    const auto row = contacts::findActive(context, call.ids.at(0));
    if (!row)
        return problems::userNotFound();
    const Checked<QJsonObject> body = call.bodyObject();
    if (!body)
        return body.problem();
    BodyReader reader(*body);
    const QString text = reader.text(u"body"_s).value_or(QString());
    const QString admin = reader.id(u"admin_id"_s);
    if (reader.isRefused())
        return reader.problem();
    if (text.trimmed().isEmpty())
        return problems::missing(u"body is required"_s, u"body"_s);
    const auto author = authorOf(context, admin);
    if (!author)
        return problems::resourceNotFound();
    Note note{0, *author, noteHtml(text), context.now(), row->id};
    lag::noteChange(context, row->seq);
    context.db.run(u"INSERT INTO note(contact, admin, body, created_at) VALUES(?,?,?,?)"_s,
                   {row->seq, note.admin, note.body, note.createdAt});
    note.id = context.db.lastId();
    contacts::touch(context, *row);
    return QJsonValue(json(note, admins::byId(context, call.version)));
}

Outcome show(Context &context, const Call &call)
{
    const auto id = ids::decimal(call.ids.at(0));
    if (!id)
        return problems::resourceNotFound();
    const auto authors = admins::byId(context, call.version);
    Rows rows = context.db.select(
        u"SELECT n.id, n.admin, n.body, n.created_at, c.id FROM note n JOIN contact c"
        " ON c.seq=n.contact WHERE n.id=? AND c.state=0"_s,
        {*id});
    if (!rows.next())
        return problems::resourceNotFound();
    return QJsonValue(json(
        {rows.number(0), rows.number(1), rows.text(2), rows.number(3), rows.text(4)}, authors));
}

} // namespace roster::sandbox::notes
