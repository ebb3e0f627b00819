// SPDX-License-Identifier: MIT
#include "core/sandbox/bodyreader.h"
#include "core/sandbox/contactstore.h"
#include "core/sandbox/errors.h"
#include "core/sandbox/schema.h"
#include "core/sandbox/tags.h"

#include <QJsonArray>

namespace roster::sandbox::tags {

using namespace Qt::StringLiterals;

namespace {

QJsonObject appliedJson(const Tag &tag, qint64 appliedAt, qint64 admin)
{
    QJsonObject o = json(tag);
    o.insert(u"applied_at"_s, appliedAt);
    o.insert(u"applied_by"_s,
             QJsonObject{{u"type"_s, u"admin"_s}, {u"id"_s, QString::number(admin)}});
    return o;
}

// The tag as it hangs on the contact; nothing when it does not.
std::optional<QJsonObject> applied(Context &context, qint64 seq, const Tag &tag)
{
    Rows rows = context.db.select(
        u"SELECT applied_at, admin FROM contact_tag WHERE contact=? AND tag=?"_s, {seq, tag.id});
    if (!rows.next())
        return std::nullopt;
    return appliedJson(tag, rows.number(0), rows.number(1));
}

} // namespace

void attach(Context &context, qint64 seq, qint64 tag)
{
    if (context.db.scalar(u"SELECT 1 FROM contact_tag WHERE contact=? AND tag=?"_s, {seq, tag})
            .isValid())
        return;
    lag::noteChange(context, seq);
    context.db.run(u"INSERT INTO contact_tag(contact, tag, applied_at, admin) VALUES(?,?,?,?)"_s,
                   {seq, tag, context.now(), schema::meta(context.db, u"token_owner"_s)});
    context.db.run(u"UPDATE contact SET updated_at=max(updated_at,?) WHERE seq=?"_s,
                   {context.now(), seq});
}

bool detach(Context &context, qint64 seq, qint64 tag)
{
    if (!context.db.scalar(u"SELECT 1 FROM contact_tag WHERE contact=? AND tag=?"_s, {seq, tag})
             .isValid())
        return false;
    lag::noteChange(context, seq);
    context.db.run(u"DELETE FROM contact_tag WHERE contact=? AND tag=?"_s, {seq, tag});
    context.db.run(u"UPDATE contact SET updated_at=max(updated_at,?) WHERE seq=?"_s,
                   {context.now(), seq});
    return true;
}

Outcome ofContact(Context &context, const Call &call)
{
    const auto row = contacts::findActive(context, call.ids.at(0));
    if (!row)
        return problems::userNotFound();
    QJsonArray data;
    Rows rows = context.db.select(
        u"SELECT t.id, t.name, c.applied_at, c.admin FROM contact_tag c JOIN tag t ON t.id=c.tag"
        " WHERE c.contact=? ORDER BY c.applied_at, t.id"_s,
        {row->seq});
    while (rows.next())
        data.append(appliedJson({rows.number(0), rows.text(1)}, rows.number(2), rows.number(3)));
    return QJsonValue(QJsonObject{{u"type"_s, u"list"_s}, {u"data"_s, data}});
}

Outcome attachToContact(Context &context, const Call &call)
{
    const auto row = contacts::findActive(context, call.ids.at(0));
    if (!row)
        return problems::userNotFound();
    const Checked<QJsonObject> body = call.bodyObject();
    if (!body)
        return body.problem();
    BodyReader reader(*body);
    const QString id = reader.id(u"id"_s);
    if (reader.isRefused())
        return reader.problem();
    if (id.isNull())
        return problems::missing(u"tag not specified"_s, u"id"_s);
    const auto tag = find(context, id);
    if (!tag)
        return problems::resourceNotFound();
    attach(context, row->seq, tag->id);
    return QJsonValue(applied(context, row->seq, *tag).value_or(QJsonObject()));
}

Outcome detachFromContact(Context &context, const Call &call)
{
    const auto row = contacts::findActive(context, call.ids.at(0));
    if (!row)
        return problems::userNotFound();
    const auto tag = find(context, call.ids.at(1));
    const auto before = tag ? applied(context, row->seq, *tag) : std::nullopt;
    if (!before)
        return problems::resourceNotFound();
    detach(context, row->seq, tag->id);
    return QJsonValue(*before);
}

} // namespace roster::sandbox::tags
