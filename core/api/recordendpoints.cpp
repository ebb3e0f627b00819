// SPDX-License-Identifier: MIT
#include "core/api/recordendpoints.h"

#include "core/api/attributejson.h"
#include "core/api/endpoints.h"
#include "core/api/requestparts.h"
#include "core/api/subscriptionjson.h"

#include <algorithm>

namespace roster::api {

HttpRequest contactNotes(const ContactId &id, int page, Lane lane)
{
    HttpRequest request = read(contactPath(id) + "/notes", lane);
    addPage(request, page, LargestInnerPage, LargestInnerPage);
    return request;
}

HttpRequest createNote(const ContactId &id, const QString &body, const AdminId &author, Lane lane)
{
    QJsonObject json{{QStringLiteral("body"), body}};
    if (!author.isEmpty())
        json.insert(QStringLiteral("admin_id"), author.text());
    return withBody(
        write(QByteArrayLiteral("POST"), contactPath(id) + "/notes", Repeat::Never, lane), json);
}

HttpRequest note(const NoteId &id, Lane lane)
{
    return read("/notes" + segment(id.text()), lane);
}

HttpRequest contactSegments(const ContactId &id, Lane lane)
{
    return read(contactPath(id) + "/segments", lane);
}

HttpRequest companySegments(const CompanyId &id, Lane lane)
{
    return read(companyPath(id) + "/segments", lane);
}

HttpRequest segments(bool isCounted, Lane lane)
{
    HttpRequest request = read(QByteArrayLiteral("/segments"), lane);
    if (isCounted)
        addQuery(request, QStringLiteral("include_count"), QStringLiteral("true"));
    return request;
}

HttpRequest subscriptionTypes(Lane lane)
{
    return read(QByteArrayLiteral("/subscription_types"), lane);
}

HttpRequest contactSubscriptions(const ContactId &id, Lane lane)
{
    return read(contactPath(id) + "/subscriptions", lane);
}

HttpRequest addSubscription(const ContactId &id, const SubscriptionTypeId &type,
                            SubscriptionType::Consent consent, Lane lane)
{
    QJsonObject body = idBody(type.text());
    body.insert(QStringLiteral("consent_type"), consentName(consent));
    return withBody(write(QByteArrayLiteral("POST"), contactPath(id) + "/subscriptions",
                          Repeat::SameEffect, lane),
                    body);
}

HttpRequest removeSubscription(const ContactId &id, const SubscriptionTypeId &type, Lane lane)
{
    return write(QByteArrayLiteral("DELETE"),
                 contactPath(id) + "/subscriptions" + segment(type.text()), Repeat::SameEffect,
                 lane);
}

HttpRequest conversationsOf(const ContactId &id, const QString &cursor, int perPage, Lane lane)
{
    QJsonObject pagination{
        {QStringLiteral("per_page"), std::clamp(perPage, 1, LargestConversationPage)}};
    if (!cursor.isEmpty())
        pagination.insert(QStringLiteral("starting_after"), cursor);
    const QJsonObject sort{{QStringLiteral("field"), QStringLiteral("updated_at")},
                           {QStringLiteral("order"), QStringLiteral("descending")}};
    return withBody(write(QByteArrayLiteral("POST"), QByteArrayLiteral("/conversations/search"),
                          Repeat::Safe, lane),
                    {{QStringLiteral("query"), filter(u"contact_ids", u"=", id.text())},
                     {QStringLiteral("sort"), sort},
                     {QStringLiteral("pagination"), pagination}});
}

HttpRequest conversation(const ConversationId &id, Lane lane)
{
    HttpRequest request = read("/conversations" + segment(id.text()), lane);
    addQuery(request, QStringLiteral("display_as"), QStringLiteral("plaintext"));
    return request;
}

HttpRequest createAttribute(const NewAttribute &attribute, Lane lane)
{
    return withBody(write(QByteArrayLiteral("POST"), QByteArrayLiteral("/data_attributes"),
                          Repeat::Never, lane),
                    toJson(attribute));
}

HttpRequest block(const ContactId &id, Lane lane)
{
    return write(QByteArrayLiteral("POST"), contactPath(id) + "/block", Repeat::SameEffect, lane);
}

HttpRequest deleteContact(const ContactId &id, Lane lane)
{
    return write(QByteArrayLiteral("DELETE"), contactPath(id), Repeat::SameEffect, lane);
}

HttpRequest merge(const ContactId &lead, const ContactId &user, bool skipCheck, Lane lane)
{
    QJsonObject body{{QStringLiteral("from"), lead.text()}, {QStringLiteral("into"), user.text()}};
    if (skipCheck)
        body.insert(QStringLiteral("skip_duplicate_validation"), true);
    return withBody(
        write(QByteArrayLiteral("POST"), QByteArrayLiteral("/contacts/merge"), Repeat::Never, lane),
        body);
}

} // namespace roster::api
