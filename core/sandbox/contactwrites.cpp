// SPDX-License-Identifier: MIT
#include "core/sandbox/contactwrites.h"

#include "core/sandbox/attributes.h"
#include "core/sandbox/contactfields.h"
#include "core/sandbox/contactidentity.h"
#include "core/sandbox/contactstore.h"
#include "core/sandbox/errors.h"
#include "core/sandbox/ids.h"
#include "core/sandbox/mergehistory.h"

namespace roster::sandbox::contacts {

using namespace Qt::StringLiterals;

namespace {

bool isMember(Context &context, qint64 adminId)
{
    return context.db.scalar(u"SELECT 1 FROM admin WHERE id=? AND is_bot=0"_s, {adminId}).isValid();
}

void setAvatar(ContactRow &row, const QString &url)
{
    if (url.isEmpty()) {
        row.extra.remove(u"avatar"_s);
        return;
    }
    row.extra.insert(u"avatar"_s, QJsonObject{{u"type"_s, u"avatar"_s}, {u"image_url"_s, url}});
}

// What create and update have in common; identity and role are each one's own affair.
std::optional<Problem> apply(Context &context, const ContactFields &fields, ContactRow &row)
{
    if (fields.phone)
        row.phone = *fields.phone;
    if (fields.name)
        row.name = *fields.name;
    if (fields.avatar)
        setAvatar(row, *fields.avatar);
    if (fields.signedUpAt)
        row.signedUpAt = *fields.signedUpAt;
    if (fields.lastSeenAt)
        row.lastSeenAt = *fields.lastSeenAt;
    if (fields.unsubscribed)
        row.unsubscribed = *fields.unsubscribed;
    if (fields.ownerId) {
        if (*fields.ownerId && !isMember(context, **fields.ownerId))
            return problems::unknownOwner();
        row.ownerId = *fields.ownerId;
    }
    if (fields.attributes) {
        auto merged = attributes::merged(context, u"contact"_s, row.attributes, *fields.attributes);
        if (!merged)
            return merged.problem();
        row.attributes = *merged;
    }
    return std::nullopt;
}

std::optional<Problem> checkIdentity(const ContactFields &fields)
{
    if (fields.role == u"lead"_s || fields.hasEmail() || fields.hasExternalId())
        return std::nullopt;
    if (fields.role)
        return problems::missing(u"a user needs an email or an external_id"_s, u"email"_s);
    return problems::missing(u"one of email, external_id and role is required"_s, u"email"_s);
}

ContactRow blank(Context &context, const ContactFields &fields)
{
    const quint32 counter = context.nextCounter();
    ContactRow row;
    row.createdAt = row.updatedAt = context.now();
    row.id = ids::record(row.createdAt, context.salt, counter);
    row.isLead = fields.role == u"lead"_s;
    if (row.isLead)
        row.externalId = ids::uuid(context.salt, counter);
    else if (fields.hasExternalId())
        row.externalId = *fields.externalId;
    if (fields.hasEmail())
        row.email = *fields.email;
    return row;
}

// Null clears an email to "", is ignored for an external id; a lead keeps the server's own id
// unless the same call makes it a user.
std::optional<Problem> applyIdentity(const ContactFields &fields, ContactRow &row)
{
    if (fields.role == u"lead"_s && !row.isLead)
        return problems::roleDowngrade();
    if (fields.role == u"user"_s)
        row.isLead = false;
    if (fields.hasExternalId() && !row.isLead)
        row.externalId = *fields.externalId;
    if (fields.email)
        row.email = fields.email->isNull() ? u""_s : *fields.email;
    return std::nullopt;
}

} // namespace

Outcome create(Context &context, const Call &call)
{
    const Checked<QJsonObject> body = call.bodyObject();
    if (!body)
        return body.problem();
    const Checked<ContactFields> fields = readContactFields(*body, call.version);
    if (!fields)
        return fields.problem();
    if (const auto problem = checkIdentity(*fields))
        return *problem;
    ContactRow row = blank(context, *fields);
    if (const auto problem = apply(context, *fields, row))
        return *problem;
    if (const auto problem = conflictOf(context, row))
        return *problem;
    insert(context, row);
    return QJsonValue(json(context, row, call.version));
}

Outcome show(Context &context, const Call &call)
{
    return readAnswer(context, call, find(context, call.ids.at(0)));
}

Outcome change(Context &context, const Call &call)
{
    auto row = findActive(context, call.ids.at(0));
    if (!row)
        return problems::userNotFound();
    const Checked<QJsonObject> body = call.bodyObject();
    if (!body)
        return body.problem();
    const Checked<ContactFields> fields = readContactFields(*body, call.version);
    if (!fields)
        return fields.problem();
    const ContactRow before = *row;
    if (const auto problem = applyIdentity(*fields, *row))
        return *problem;
    if (const auto problem = apply(context, *fields, *row))
        return *problem;
    const bool isOther = before.isLead != row->isLead || before.externalId != row->externalId ||
                         folded(before.email) != folded(row->email);
    if (isOther) {
        if (const auto problem = conflictOf(context, *row))
            return *problem;
    }
    update(context, *row);
    return withMergeHistory(context, call, QJsonValue(json(context, *row, call.version)));
}

} // namespace roster::sandbox::contacts
