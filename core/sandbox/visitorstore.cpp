// SPDX-License-Identifier: MIT
#include "core/sandbox/avatars.h"
#include "core/sandbox/visitors.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace roster::sandbox::visitors {

using namespace Qt::StringLiterals;

namespace {

const QString columns = u"id, user_id, email, phone, name, pseudonym, created_at, updated_at,"
                        " last_request_at, session_count, location, extra, attributes"_s;

QJsonObject objectFrom(const QString &text)
{
    return QJsonDocument::fromJson(text.toUtf8()).object();
}

QString textOf(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

VisitorRow readVisitor(const Rows &rows)
{
    VisitorRow row;
    row.seq = rows.number(0);
    row.id = rows.text(1);
    row.userId = rows.text(2);
    row.email = rows.text(3);
    row.phone = rows.text(4);
    row.name = rows.text(5);
    row.pseudonym = rows.text(6);
    row.createdAt = rows.number(7);
    row.updatedAt = rows.number(8);
    row.lastRequestAt = rows.optional(9);
    row.sessionCount = rows.number(10);
    row.location = objectFrom(rows.text(11));
    row.extra = objectFrom(rows.text(12));
    row.attributes = objectFrom(rows.text(13));
    return row;
}

QJsonValue orNull(const QString &text)
{
    return text.isNull() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonObject emptyList(const QString &type, const QString &member)
{
    return {{u"type"_s, type}, {member, QJsonArray()}};
}

// What no visitor of the sandbox has.
QJsonObject blankJson()
{
    QJsonObject o{
        {u"type"_s, u"visitor"_s},
        {u"anonymous"_s, true},
        {u"owner_id"_s, QJsonValue::Null},
        {u"unsubscribed_from_emails"_s, false},
        {u"marked_email_as_spam"_s, false},
        {u"has_hard_bounced"_s, false},
        {u"do_not_track"_s, QJsonValue::Null},
        {u"companies"_s, emptyList(u"company.list"_s, u"companies"_s)},
        {u"tags"_s, emptyList(u"tag.list"_s, u"tags"_s)},
        {u"segments"_s, emptyList(u"segment.list"_s, u"segments"_s)},
        {u"social_profiles"_s, emptyList(u"social_profile.list"_s, u"social_profiles"_s)}};
    for (const char *member :
         {"referrer", "utm_campaign", "utm_content", "utm_medium", "utm_source", "utm_term"})
        o.insert(QLatin1StringView(member), QJsonValue::Null);
    return o;
}

} // namespace

std::optional<VisitorRow> find(Context &context, const VisitorKey &key)
{
    const auto &[column, value] = !key.id.isEmpty()       ? std::pair(u"id"_s, key.id)
                                  : !key.userId.isEmpty() ? std::pair(u"user_id"_s, key.userId)
                                                          : std::pair(u"email"_s, key.email);
    Rows rows = context.db.select(u"SELECT seq, "_s + columns + u" FROM visitor WHERE "_s + column +
                                      u"=? ORDER BY seq LIMIT 1"_s,
                                  {value});
    if (!rows.next())
        return std::nullopt;
    return readVisitor(rows);
}

void insert(Database &db, const VisitorRow &row)
{
    const QVariant seen =
        row.lastRequestAt ? QVariant(*row.lastRequestAt) : QVariant(QMetaType::fromType<qint64>());
    db.run(u"INSERT INTO visitor("_s + columns + u") VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?)"_s,
           {row.id, row.userId, row.email, row.phone, row.name, row.pseudonym, row.createdAt,
            row.updatedAt, seen, row.sessionCount, textOf(row.location), textOf(row.extra),
            textOf(row.attributes)});
}

void update(Context &context, const VisitorRow &row)
{
    context.db.run(u"UPDATE visitor SET name=?, attributes=?, updated_at=? WHERE seq=?"_s,
                   {row.name, textOf(row.attributes), row.updatedAt, row.seq});
}

void erase(Context &context, const VisitorRow &row)
{
    context.db.run(u"DELETE FROM visitor WHERE seq=?"_s, {row.seq});
}

QJsonObject json(const Context &context, const VisitorRow &row)
{
    QJsonObject o = blankJson();
    for (auto it = row.extra.begin(); it != row.extra.end(); ++it)
        o.insert(it.key(), it.value());
    o.insert("id"_L1, row.id);
    o.insert("user_id"_L1, row.userId);
    o.insert("email"_L1, row.email.isNull() ? u""_s : row.email);
    o.insert("phone"_L1, orNull(row.phone));
    o.insert("name"_L1, orNull(row.name));
    o.insert("pseudonym"_L1, orNull(row.pseudonym));
    o.insert("app_id"_L1, context.appId);
    o.insert("location_data"_L1, row.location);
    o.insert("last_request_at"_L1,
             row.lastRequestAt ? QJsonValue(*row.lastRequestAt) : QJsonValue(QJsonValue::Null));
    for (const auto member : {"created_at"_L1, "remote_created_at"_L1, "signed_up_at"_L1})
        o.insert(member, row.createdAt);
    o.insert("updated_at"_L1, row.updatedAt);
    o.insert("session_count"_L1, row.sessionCount);
    o.insert("custom_attributes"_L1, row.attributes);
    o.insert("avatar"_L1,
             QJsonObject{{u"type"_s, u"avatar"_s}, {u"image_url"_s, avatars::pathOf(row.id)}});
    avatars::locate(o, context.baseUrl);
    return o;
}

} // namespace roster::sandbox::visitors
