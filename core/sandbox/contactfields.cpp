// SPDX-License-Identifier: MIT
#include "core/sandbox/contactfields.h"

#include "core/sandbox/bodyreader.h"
#include "core/sandbox/errors.h"

#include <algorithm>

namespace roster::sandbox {

using namespace Qt::StringLiterals;

namespace {

bool looksLikeEmail(const QString &email)
{
    const qsizetype at = email.lastIndexOf(u'@');
    const bool hasSpace =
        std::any_of(email.begin(), email.end(), [](QChar c) { return c.isSpace(); });
    return at > 0 && at < email.size() - 1 && !hasSpace;
}

// A number up to 2.15, a string from 2.16 on.
std::optional<std::optional<qint64>> readOwner(BodyReader &reader, ApiVersion version)
{
    const QString key = u"owner_id"_s;
    if (!version.writesOwnerAsText())
        return reader.integer(key);
    const std::optional<QString> text = reader.text(key);
    if (!text)
        return std::nullopt;
    if (text->isNull())
        return std::optional<qint64>();
    bool isNumber = false;
    const qint64 id = text->toLongLong(&isNumber);
    if (!isNumber)
        reader.refuse(problems::unknownOwner());
    return id;
}

void checkRole(BodyReader &reader, const std::optional<QString> &role)
{
    if (role && *role != "user"_L1 && *role != "lead"_L1)
        reader.refuse(problems::invalid(u"role must be user or lead"_s, u"role"_s));
}

void checkEmailVerified(BodyReader &reader, const ContactFields &fields, ApiVersion version)
{
    if (!version.takesEmailVerified() || !reader.boolean(u"email_verified"_s))
        return;
    if (!fields.hasEmail()) {
        reader.refuse(problems::invalid(u"email_verified can only be set together with email"_s,
                                        u"email_verified"_s));
    }
}

} // namespace

Checked<ContactFields> readContactFields(const QJsonObject &body, ApiVersion version)
{
    BodyReader reader(body);
    ContactFields fields;
    fields.role = reader.text(u"role"_s);
    fields.externalId = reader.text(u"external_id"_s);
    fields.email = reader.text(u"email"_s);
    fields.phone = reader.text(u"phone"_s);
    fields.name = reader.text(u"name"_s);
    fields.avatar = reader.text(u"avatar"_s);
    fields.signedUpAt = reader.timestamp(u"signed_up_at"_s);
    fields.lastSeenAt = reader.timestamp(u"last_seen_at"_s);
    fields.ownerId = readOwner(reader, version);
    fields.unsubscribed = reader.boolean(u"unsubscribed_from_emails"_s);
    fields.attributes = reader.object(u"custom_attributes"_s);
    checkRole(reader, fields.role);
    if (fields.hasEmail() && !looksLikeEmail(*fields.email))
        reader.refuse(problems::invalid(u"email is not a valid email address"_s, u"email"_s));
    checkEmailVerified(reader, fields, version);
    if (reader.isRefused())
        return reader.problem();
    return fields;
}

} // namespace roster::sandbox
