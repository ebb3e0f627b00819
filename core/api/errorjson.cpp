// SPDX-License-Identifier: MIT
#include "core/api/errorjson.h"

#include "core/domain/httpstatus.h"
#include "core/wire/ratelimit.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QRegularExpression>
#include <QtCore/QUrl>

#include <array>

namespace roster::api {

namespace {

Effect effectOf(const HttpResponse &response, bool isWrite)
{
    if (!isWrite)
        return Effect::NotApplied;
    const bool isRefusal =
        response.status >= 400 && response.status < 500 && response.status != 408;
    return isRefusal && !response.isAfterUnanswered ? Effect::NotApplied : Effect::Unknown;
}

//! Texts of the server that name a field in words only. The first that fits counts.
struct FieldWords
{
    QLatin1String words;
    ContactField field;
};

constexpr std::array KnownWords = std::to_array<FieldWords>({
    {QLatin1String("custom attribute"), ContactField::CustomAttributes},
    {QLatin1String("owner"), ContactField::Owner},
    {QLatin1String("converted to a lead"), ContactField::Role},
    {QLatin1String("role"), ContactField::Role},
    {QLatin1String("email"), ContactField::Email},
    {QLatin1String("phone"), ContactField::Phone},
    {QLatin1String("external_id"), ContactField::ExternalId},
    {QLatin1String("external id"), ContactField::ExternalId},
    {QLatin1String("user_id"), ContactField::ExternalId},
    {QLatin1String("avatar"), ContactField::Avatar},
    {QLatin1String("signed_up_at"), ContactField::SignedUpAt},
    {QLatin1String("last_seen_at"), ContactField::LastSeenAt},
});

std::optional<ContactField> fieldOf(const QJsonObject &entry, const QString &message)
{
    const QString told = entry.value(QLatin1String("field")).toString();
    if (told.startsWith(QLatin1String("custom_attributes")))
        return ContactField::CustomAttributes;
    if (const auto field = contactFieldNamed(told))
        return field;
    for (const FieldWords &known : KnownWords) {
        if (message.contains(known.words, Qt::CaseInsensitive))
            return known.field;
    }
    return std::nullopt;
}

//! "A contact matching those details already exists with id=63a0…": who holds the identifiers.
void readConflict(ApiError &error)
{
    static const QRegularExpression pattern(QStringLiteral("\\bid=([0-9A-Za-z_-]+)"));
    const QRegularExpressionMatch match = pattern.match(error.message);
    if (match.hasMatch())
        error.conflictingContact = ContactId(match.captured(1));
    error.isConflictArchived =
        error.message.contains(QLatin1String("archived"), Qt::CaseInsensitive);
}

//! `</contacts/63a0…>; rel="canonical"`: where the contact is now (410 contact_merged).
ContactId canonicalContact(const QByteArray &link)
{
    static const QRegularExpression pattern(
        QStringLiteral("<[^>]*/contacts/([^/>?#]+)>[^,]*\\brel=\"?canonical\\b"));
    const QRegularExpressionMatch match = pattern.match(QString::fromLatin1(link));
    return match.hasMatch() ? ContactId(QUrl::fromPercentEncoding(match.captured(1).toLatin1()))
                            : ContactId();
}

void readBody(ApiError &error, const QByteArray &body, bool isWrite)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(body, &problem);
    if (!document.isObject()) {
        error.detail = QStringLiteral("answer: no error list");
        return;
    }
    const QString requestId = document.object().value(QLatin1String("request_id")).toString();
    if (!requestId.isEmpty())
        error.requestId = requestId;
    const QJsonArray entries = document.object().value(QLatin1String("errors")).toArray();
    if (entries.isEmpty()) {
        error.detail = QStringLiteral("answer: no error list");
        return;
    }
    const QJsonObject entry = entries.first().toObject();
    error.code = entry.value(QLatin1String("code")).toString();
    if (error.code.isEmpty())
        error.code = entry.value(QLatin1String("type")).toString();
    error.message = entry.value(QLatin1String("message")).toString();
    const bool isAboutInput = error.kind == ErrorKind::Invalid || error.kind == ErrorKind::Conflict;
    if (isWrite && isAboutInput)
        error.field = fieldOf(entry, error.message);
}

QString headerText(const HttpResponse &response, QByteArrayView name)
{
    return QString::fromLatin1(response.header(name));
}

} // namespace

ApiError readError(const HttpResponse &response, bool isWrite)
{
    ApiError error;
    error.kind = errorKindOf(response.status);
    error.effect = effectOf(response, isWrite);
    error.httpStatus = response.status;
    error.requestId = headerText(response, "X-Request-Id");
    if (response.status == 429 || response.status == 503)
        error.retryAfter = toldWait(response);
    readBody(error, response.body, isWrite);
    if (error.kind == ErrorKind::Conflict)
        readConflict(error);
    if (error.kind == ErrorKind::NotFound)
        error.mergedInto = canonicalContact(response.header("Link"));
    return error;
}

ApiError unreadable(ApiError error, const HttpResponse &response, bool isWrite)
{
    error.httpStatus = response.status;
    error.requestId = headerText(response, "X-Request-Id");
    error.effect = isWrite ? Effect::Applied : Effect::NotApplied;
    return error;
}

} // namespace roster::api
