// SPDX-License-Identifier: MIT
#include "core/sandbox/contactjson.h"

#include <QJsonArray>

namespace roster::sandbox {

using namespace Qt::StringLiterals;

namespace {

QJsonValue orNull(const QString &text)
{
    return text.isNull() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonValue orNull(const std::optional<qint64> &number)
{
    return number ? QJsonValue(*number) : QJsonValue(QJsonValue::Null);
}

constexpr const char *members[] = {"avatar",
                                   "language_override",
                                   "browser",
                                   "browser_language",
                                   "browser_version",
                                   "os",
                                   "android_app_name",
                                   "android_app_version",
                                   "android_device",
                                   "android_os_version",
                                   "android_sdk_version",
                                   "android_last_seen_at",
                                   "ios_app_name",
                                   "ios_app_version",
                                   "ios_device",
                                   "ios_os_version",
                                   "ios_sdk_version",
                                   "ios_last_seen_at",
                                   "utm_campaign",
                                   "utm_content",
                                   "utm_medium",
                                   "utm_source",
                                   "utm_term",
                                   "referrer",
                                   "id",
                                   "workspace_id",
                                   "external_id",
                                   "role",
                                   "email",
                                   "phone",
                                   "name",
                                   "owner_id",
                                   "has_hard_bounced",
                                   "marked_email_as_spam",
                                   "unsubscribed_from_emails",
                                   "created_at",
                                   "updated_at",
                                   "signed_up_at",
                                   "last_seen_at",
                                   "last_replied_at",
                                   "last_contacted_at",
                                   "last_email_opened_at",
                                   "last_email_clicked_at",
                                   "location",
                                   "custom_attributes",
                                   "tags",
                                   "notes",
                                   "companies",
                                   "opted_out_subscription_types",
                                   "opted_in_subscription_types"};

// The members that every version has, null, in one object that is shared and copied: to replace a
// value is much less work than to find a place for a member.
const QJsonObject &emptyContact()
{
    static const QJsonObject object = [] {
        QJsonObject o{
            {u"type"_s, u"contact"_s},
            {u"social_profiles"_s, QJsonObject{{u"type"_s, u"list"_s}, {u"data"_s, QJsonArray()}}}};
        for (const char *member : members)
            o.insert(QLatin1StringView(member), QJsonValue::Null);
        return o;
    }();
    return object;
}

void insertTimes(QJsonObject &o, const ContactRow &row)
{
    o.insert("created_at"_L1, row.createdAt);
    o.insert("updated_at"_L1, row.updatedAt);
    o.insert("signed_up_at"_L1, orNull(row.signedUpAt));
    o.insert("last_seen_at"_L1, orNull(row.lastSeenAt));
    o.insert("last_replied_at"_L1, orNull(row.lastRepliedAt));
    o.insert("last_contacted_at"_L1, orNull(row.lastContactedAt));
    o.insert("last_email_opened_at"_L1, orNull(row.lastOpenedAt));
    o.insert("last_email_clicked_at"_L1, orNull(row.lastClickedAt));
}

QJsonObject locationJson(const ContactRow &row)
{
    return {{u"type"_s, u"location"_s},
            {u"country"_s, orNull(row.country)},
            {u"region"_s, orNull(row.region)},
            {u"city"_s, orNull(row.city)},
            {u"country_code"_s, orNull(row.countryCode)},
            {u"continent_code"_s, orNull(row.continentCode)}};
}

QJsonValue ownerJson(const ContactRow &row, ApiVersion version)
{
    if (!row.ownerId)
        return QJsonValue::Null;
    return version.writesOwnerAsText() ? QJsonValue(QString::number(*row.ownerId))
                                       : QJsonValue(*row.ownerId);
}

void insertLists(QJsonObject &o, const ContactRow &row, const Inlines &inlines)
{
    const QString base = u"/contacts/"_s + row.id;
    o.insert("tags"_L1, embeddedListJson(inlines.tags, u"tag"_s, u"/tags/"_s, base + u"/tags"_s));
    o.insert("notes"_L1,
             embeddedListJson(inlines.notes, u"note"_s, u"/notes/"_s, base + u"/notes"_s));
    o.insert("companies"_L1, embeddedListJson(inlines.companies, u"company"_s, u"/companies/"_s,
                                              base + u"/companies"_s));
    const auto subscriptions = [&base](const Stubs &stubs) {
        return embeddedListJson(stubs, u"subscription"_s, u"/subscription_types/"_s,
                                base + u"/subscriptions"_s);
    };
    o.insert("opted_out_subscription_types"_L1, subscriptions(inlines.optedOut));
    o.insert("opted_in_subscription_types"_L1, subscriptions(inlines.optedIn));
}

} // namespace

QJsonObject embeddedListJson(const Stubs &stubs, const QString &type, const QString &path,
                             const QString &url)
{
    static const QJsonObject empty{{u"type"_s, u"list"_s},
                                   {u"data"_s, QJsonArray()},
                                   {u"url"_s, u""_s},
                                   {u"total_count"_s, 0},
                                   {u"has_more"_s, false}};
    QJsonObject list = empty;
    list.insert("url"_L1, url);
    if (stubs.total == 0)
        return list;
    QJsonArray data;
    for (const QString &id : stubs.ids)
        data.append(QJsonObject{{u"type"_s, type}, {u"id"_s, id}, {u"url"_s, path + id}});
    list.insert("data"_L1, data);
    list.insert("total_count"_L1, stubs.total);
    list.insert("has_more"_L1, stubs.total > stubs.ids.size());
    return list;
}

QJsonObject contactJson(const ContactRow &row, const Inlines &inlines, ApiVersion version,
                        const QString &appId)
{
    QJsonObject o = emptyContact();
    for (auto it = row.extra.begin(); it != row.extra.end(); ++it)
        o.insert(it.key(), it.value());
    o.insert("id"_L1, row.id);
    o.insert("workspace_id"_L1, appId);
    o.insert("external_id"_L1, orNull(row.externalId));
    o.insert("role"_L1, row.isLead ? u"lead"_s : u"user"_s);
    // No description allows null here: without an email it is empty, as it is once cleared.
    o.insert("email"_L1, row.email.isNull() ? u""_s : row.email);
    o.insert("phone"_L1, orNull(row.phone));
    o.insert("name"_L1, orNull(row.name));
    o.insert("owner_id"_L1, ownerJson(row, version));
    o.insert("has_hard_bounced"_L1, row.hasHardBounced);
    o.insert("marked_email_as_spam"_L1, row.markedAsSpam);
    o.insert("unsubscribed_from_emails"_L1, row.unsubscribed);
    insertTimes(o, row);
    o.insert("browser"_L1, orNull(row.browser));
    o.insert("browser_language"_L1, orNull(row.browserLanguage));
    o.insert("os"_L1, orNull(row.os));
    o.insert("location"_L1, locationJson(row));
    o.insert("custom_attributes"_L1, row.attributes);
    insertLists(o, row, inlines);
    if (version.hasPushFlag()) {
        o.insert("enabled_push_messaging"_L1,
                 row.pushEnabled ? QJsonValue(*row.pushEnabled != 0) : QJsonValue::Null);
    }
    if (version.hasFormattedPhone())
        o.insert("formatted_phone"_L1, orNull(formattedPhone(row.phone)));
    return o;
}

QJsonObject shortContactJson(const ContactRow &row, const QString &flag, bool value)
{
    return {{u"type"_s, u"contact"_s},
            {u"id"_s, row.id},
            {u"external_id"_s, orNull(row.externalId)},
            {flag, value}};
}

QString formattedPhone(const QString &phone)
{
    if (!phone.startsWith(u'+'))
        return {};
    QString digits;
    for (const QChar c : phone) {
        if (c.isDigit())
            digits.append(c);
    }
    return digits.isEmpty() ? QString() : u'+' + digits;
}

} // namespace roster::sandbox
