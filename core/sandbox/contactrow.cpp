// SPDX-License-Identifier: MIT
#include "core/sandbox/contactrow.h"

#include <QJsonDocument>

#include <algorithm>

namespace roster::sandbox {

using namespace Qt::StringLiterals;

namespace {

QVariant orNull(const std::optional<qint64> &value)
{
    return value ? QVariant(*value) : QVariant(QMetaType::fromType<qint64>());
}

QVariant orNull(const QJsonObject &object)
{
    if (object.isEmpty())
        return QString();
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QJsonObject objectFrom(const QString &text)
{
    return text.isEmpty() ? QJsonObject() : QJsonDocument::fromJson(text.toUtf8()).object();
}

bool isAscii(const QString &text)
{
    return std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c.unicode() < 0x80; });
}

// SQLite's lower() knows ASCII alone: only attributes with other letters need a folded copy.
QJsonObject foldedAttributes(const QJsonObject &attributes)
{
    QJsonObject copy = attributes;
    bool needed = false;
    for (auto it = copy.begin(); it != copy.end(); ++it) {
        const QString text = it.value().toString();
        if (isAscii(text))
            continue;
        it.value() = folded(text);
        needed = true;
    }
    return needed ? copy : QJsonObject();
}

} // namespace

QString folded(const QString &text)
{
    return text.isNull() ? text : text.toCaseFolded();
}

const QStringList &contactColumns()
{
    static const QStringList columns{u"id"_s,           u"state"_s,
                                     u"is_lead"_s,      u"external_id"_s,
                                     u"email"_s,        u"phone"_s,
                                     u"name"_s,         u"owner_id"_s,
                                     u"bounced"_s,      u"spam"_s,
                                     u"unsubscribed"_s, u"created_at"_s,
                                     u"updated_at"_s,   u"signed_up_at"_s,
                                     u"last_seen_at"_s, u"last_replied_at"_s,
                                     u"contacted_at"_s, u"opened_at"_s,
                                     u"clicked_at"_s,   u"browser"_s,
                                     u"language"_s,     u"os"_s,
                                     u"country"_s,      u"region"_s,
                                     u"city"_s,         u"country_code"_s,
                                     u"continent"_s,    u"push"_s,
                                     u"attributes"_s,   u"extra"_s,
                                     u"deleted_at"_s,   u"email_key"_s,
                                     u"name_key"_s,     u"attributes_key"_s};
    return columns;
}

QString contactSelection(const QString &alias)
{
    const QString glue = u","_s + alias + u'.';
    return alias + u".seq"_s + glue + contactColumns().join(glue);
}

ContactRow readContact(const Rows &rows)
{
    int at = 0;
    ContactRow row;
    row.seq = rows.number(at++);
    row.id = rows.text(at++);
    row.state = static_cast<ContactState>(rows.number(at++));
    row.isLead = rows.number(at++) != 0;
    row.externalId = rows.text(at++);
    row.email = rows.text(at++);
    row.phone = rows.text(at++);
    row.name = rows.text(at++);
    row.ownerId = rows.optional(at++);
    row.hasHardBounced = rows.number(at++) != 0;
    row.markedAsSpam = rows.number(at++) != 0;
    row.unsubscribed = rows.number(at++) != 0;
    row.createdAt = rows.number(at++);
    row.updatedAt = rows.number(at++);
    for (auto *time : {&row.signedUpAt, &row.lastSeenAt, &row.lastRepliedAt, &row.lastContactedAt,
                       &row.lastOpenedAt, &row.lastClickedAt})
        *time = rows.optional(at++);
    for (auto *text : {&row.browser, &row.browserLanguage, &row.os, &row.country, &row.region,
                       &row.city, &row.countryCode, &row.continentCode})
        *text = rows.text(at++);
    row.pushEnabled = rows.optional(at++);
    row.attributes = objectFrom(rows.text(at++));
    row.extra = objectFrom(rows.text(at++));
    row.deletedAt = rows.optional(at++);
    return row;
}

QVariantList contactValues(const ContactRow &row)
{
    return {row.id,
            static_cast<int>(row.state),
            static_cast<int>(row.isLead),
            row.externalId,
            row.email,
            row.phone,
            row.name,
            orNull(row.ownerId),
            static_cast<int>(row.hasHardBounced),
            static_cast<int>(row.markedAsSpam),
            static_cast<int>(row.unsubscribed),
            row.createdAt,
            row.updatedAt,
            orNull(row.signedUpAt),
            orNull(row.lastSeenAt),
            orNull(row.lastRepliedAt),
            orNull(row.lastContactedAt),
            orNull(row.lastOpenedAt),
            orNull(row.lastClickedAt),
            row.browser,
            row.browserLanguage,
            row.os,
            row.country,
            row.region,
            row.city,
            row.countryCode,
            row.continentCode,
            orNull(row.pushEnabled),
            orNull(row.attributes),
            orNull(row.extra),
            orNull(row.deletedAt),
            folded(row.email),
            folded(row.name),
            orNull(foldedAttributes(row.attributes))};
}

} // namespace roster::sandbox
