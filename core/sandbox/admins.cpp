// SPDX-License-Identifier: MIT
#include "core/sandbox/admins.h"

#include "core/sandbox/errors.h"
#include "core/sandbox/schema.h"

#include <QJsonArray>

namespace roster::sandbox::admins {

using namespace Qt::StringLiterals;

namespace {

const QString columns =
    u"SELECT id, name, email, job_title, is_bot, is_away, has_seat FROM admin"_s;

QString avatarUrl(const QString &id)
{
    return u"https://avatars.sandbox.example/admins/"_s + id + u".png"_s;
}

QJsonObject avatarObject(const QString &id)
{
    return {{u"type"_s, u"avatar"_s}, {u"image_url"_s, avatarUrl(id)}};
}

QJsonObject roleJson(bool isBot)
{
    const QString name = isBot ? u"bot"_s : u"admin"_s;
    return {{u"type"_s, u"role"_s}, {u"id"_s, isBot ? u"2"_s : u"1"_s}, {u"name"_s, name}};
}

QJsonObject adminJson(const Rows &rows, ApiVersion version, bool withAvatar)
{
    const QString id = rows.text(0);
    QJsonObject o{{u"type"_s, u"admin"_s},
                  {u"id"_s, id},
                  {u"name"_s, rows.text(1)},
                  {u"email"_s, rows.text(2)},
                  {u"away_mode_enabled"_s, rows.number(5) != 0},
                  {u"away_mode_reassign"_s, false},
                  {u"has_inbox_seat"_s, rows.number(6) != 0},
                  {u"team_ids"_s, QJsonArray()}};
    if (!rows.isNull(3))
        o.insert(u"job_title"_s, rows.text(3));
    if (version.hasTeamPriority())
        o.insert(u"team_priority_level"_s, QJsonObject());
    if (version.hasAwayReason())
        o.insert(u"away_status_reason_id"_s, QJsonValue::Null);
    if (version.hasAdminRole())
        o.insert(u"role"_s, roleJson(rows.number(4) != 0));
    if (withAvatar) {
        o.insert(u"avatar"_s, version.hasAvatarObjects() ? QJsonValue(avatarObject(id))
                                                         : QJsonValue(avatarUrl(id)));
    }
    return o;
}

QJsonObject appJson(Context &context)
{
    return {{u"type"_s, u"app"_s},
            {u"id_code"_s, context.appId},
            {u"name"_s, u"Sandbox"_s},
            {u"region"_s, context.options.region.toUpper()},
            {u"timezone"_s, QString::fromLatin1(context.options.timezone)},
            {u"created_at"_s, schema::meta(context.db, u"app_created_at"_s).toLongLong()},
            {u"identity_verification"_s, false},
            {u"secure"_s, false}};
}

} // namespace

QHash<qint64, QJsonObject> byId(Context &context, ApiVersion version)
{
    QHash<qint64, QJsonObject> all;
    Rows rows = context.db.select(columns + u" ORDER BY id"_s);
    while (rows.next())
        all.insert(rows.number(0), adminJson(rows, version, false));
    return all;
}

QHash<qint64, QJsonObject> authors(Context &context)
{
    QHash<qint64, QJsonObject> all;
    Rows rows = context.db.select(columns + u" ORDER BY id"_s);
    while (rows.next()) {
        const QString type = rows.number(4) != 0 ? u"bot"_s : u"admin"_s;
        all.insert(rows.number(0), {{u"type"_s, type},
                                    {u"id"_s, rows.text(0)},
                                    {u"name"_s, rows.text(1)},
                                    {u"email"_s, rows.text(2)}});
    }
    return all;
}

Outcome me(Context &context, const Call &call)
{
    const QVariant owner = schema::meta(context.db, u"token_owner"_s);
    QJsonObject o;
    {
        Rows rows = context.db.select(columns + u" WHERE id=?"_s, {owner});
        if (!rows.next())
            return problems::adminNotFound();
        o = adminJson(rows, call.version, false);
    }
    o.insert(u"avatar"_s, avatarObject(owner.toString()));
    o.insert(u"email_verified"_s, true);
    o.insert(u"app"_s, appJson(context));
    return QJsonValue(o);
}

Outcome list(Context &context, const Call &call)
{
    const bool withAvatar = call.parameter(u"display_avatar"_s) == "true"_L1;
    QJsonArray all;
    Rows rows = context.db.select(columns + u" ORDER BY id"_s);
    while (rows.next())
        all.append(adminJson(rows, call.version, withAvatar));
    return QJsonValue(QJsonObject{{u"type"_s, u"admin.list"_s}, {u"admins"_s, all}});
}

Outcome show(Context &context, const Call &call)
{
    bool isNumber = false;
    const qint64 id = call.ids.at(0).toLongLong(&isNumber);
    Rows rows = context.db.select(columns + u" WHERE id=?"_s, {id});
    if (!isNumber || !rows.next())
        return problems::adminNotFound();
    return QJsonValue(adminJson(rows, call.version, false));
}

} // namespace roster::sandbox::admins
