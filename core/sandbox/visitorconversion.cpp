// SPDX-License-Identifier: MIT
#include "core/sandbox/bodyreader.h"
#include "core/sandbox/contactfields.h"
#include "core/sandbox/contactidentity.h"
#include "core/sandbox/contactmerge.h"
#include "core/sandbox/contactstore.h"
#include "core/sandbox/errors.h"
#include "core/sandbox/visitors.h"

namespace roster::sandbox::visitors {

using namespace Qt::StringLiterals;

namespace {

//! Who is to become whom.
struct Conversion
{
    VisitorRow visitor;
    bool intoLead = false;
    QString contactId; //!< Intercom's id of the contact; empty when it is named otherwise
    ContactFields identity;
};

Checked<VisitorKey> readKey(BodyReader &body, const QString &member)
{
    const auto object = body.object(member);
    if (body.isRefused())
        return body.problem();
    VisitorKey key;
    if (object) {
        BodyReader reader(*object);
        key = {reader.id(u"id"_s), reader.id(u"user_id"_s),
               reader.text(u"email"_s).value_or(QString())};
        if (reader.isRefused())
            return reader.problem();
    }
    if (key.isEmpty())
        return problems::missing(member + u" needs an id, a user_id or an email"_s, member);
    return key;
}

// The identity is read as that of a contact that is made: the same rules hold for it.
Checked<ContactFields> readIdentity(const VisitorKey &user, const QString &role, ApiVersion version)
{
    QJsonObject body{{u"role"_s, role}};
    if (!user.userId.isEmpty())
        body.insert(u"external_id"_s, user.userId);
    if (!user.email.isEmpty())
        body.insert(u"email"_s, user.email);
    return readContactFields(body, version);
}

Checked<Conversion> readConversion(Context &context, const Call &call)
{
    const Checked<QJsonObject> body = call.bodyObject();
    if (!body)
        return body.problem();
    BodyReader reader(*body);
    const QString role = reader.text(u"type"_s).value_or(QString());
    if (!reader.isRefused() && role.isEmpty())
        return problems::missing(u"type is required"_s, u"type"_s);
    if (!reader.isRefused() && role != "user"_L1 && role != "lead"_L1)
        return problems::invalid(u"type must be user or lead"_s, u"type"_s);
    const Checked<VisitorKey> visitor = readKey(reader, u"visitor"_s);
    if (!visitor)
        return visitor.problem();
    const Checked<VisitorKey> user = readKey(reader, u"user"_s);
    if (!user)
        return user.problem();
    const Checked<ContactFields> identity = readIdentity(*user, role, call.version);
    if (!identity)
        return identity.problem();
    const auto row = find(context, *visitor);
    if (!row)
        return problems::visitorNotFound();
    return Conversion{*row, role == "lead"_L1, user->id, *identity};
}

// By user id, else users by email: as contacts are told apart when they are made.
std::optional<ContactRow> knownContact(Context &context, const Conversion &conversion)
{
    const ContactFields &identity = conversion.identity;
    if (!identity.hasExternalId() && conversion.intoLead)
        return std::nullopt;
    const QString column = identity.hasExternalId() ? u"external_id"_s : u"email_key"_s;
    const QString value = identity.hasExternalId() ? *identity.externalId : folded(*identity.email);
    Rows rows = context.db.select(u"SELECT "_s + contactSelection(u"c"_s) +
                                      u" FROM contact c WHERE c.state=0 AND c.is_lead=? AND c."_s +
                                      column + u"=? ORDER BY c.seq LIMIT 1"_s,
                                  {static_cast<int>(conversion.intoLead), value});
    if (!rows.next())
        return std::nullopt;
    return readContact(rows);
}

ContactRow asContact(const Conversion &conversion, qint64 now)
{
    const VisitorRow &visitor = conversion.visitor;
    const ContactFields &identity = conversion.identity;
    ContactRow row;
    row.id = visitor.id;
    row.isLead = conversion.intoLead;
    row.externalId = row.isLead ? visitor.userId : identity.externalId.value_or(QString());
    row.email = identity.email.value_or(visitor.email);
    row.phone = visitor.phone;
    row.name = visitor.name;
    row.createdAt = visitor.createdAt;
    row.updatedAt = now;
    row.signedUpAt = visitor.createdAt;
    row.lastSeenAt = visitor.lastRequestAt;
    for (const auto &[text, member] :
         {std::pair(&ContactRow::country, "country_name"_L1),
          std::pair(&ContactRow::region, "region_name"_L1),
          std::pair(&ContactRow::city, "city_name"_L1),
          std::pair(&ContactRow::countryCode, "country_code"_L1),
          std::pair(&ContactRow::continentCode, "continent_code"_L1)}) {
        if (visitor.location.contains(member))
            row.*text = visitor.location.value(member).toString();
    }
    row.attributes = visitor.attributes;
    row.extra = visitor.extra;
    return row;
}

Outcome mergeInto(Context &context, const Call &call, ContactRow target, const ContactRow &from)
{
    if (from.isLead && !target.isLead)
        return problems::roleDowngrade();
    if (target.isLead && !from.isLead) {
        target.isLead = false;
        if (!from.externalId.isEmpty())
            target.externalId = from.externalId;
        if (const auto problem = contacts::conflictOf(context, target))
            return *problem;
    }
    contacts::takeOver(target, from);
    contacts::update(context, target);
    return QJsonValue(contacts::json(context, target, call.version));
}

} // namespace

Outcome convert(Context &context, const Call &call)
{
    const Checked<Conversion> conversion = readConversion(context, call);
    if (!conversion)
        return conversion.problem();
    const bool isNamed = !conversion->contactId.isEmpty();
    const auto target = isNamed ? contacts::findActive(context, conversion->contactId)
                                : knownContact(context, *conversion);
    if (isNamed && !target)
        return problems::userNotFound();
    ContactRow row = asContact(*conversion, context.now());
    erase(context, conversion->visitor);
    if (target)
        return mergeInto(context, call, *target, row);
    if (const auto problem = contacts::conflictOf(context, row))
        return *problem;
    contacts::insert(context, row);
    return QJsonValue(contacts::json(context, row, call.version));
}

} // namespace roster::sandbox::visitors
