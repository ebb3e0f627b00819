// SPDX-License-Identifier: MIT
#include "core/api/contactjson.h"

#include "core/api/contactparts.h"
#include "core/api/jsoncutter.h"
#include "core/api/jsonreader.h"
#include "core/api/pagejson.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QSet>

namespace roster::api {

namespace {

const QLatin1String LocationPrefix("location.");

bool isInLocation(QLatin1String name)
{
    return name.startsWith(LocationPrefix);
}

//! Top-level members that are read, and with them those of `location`.
struct KnownNames
{
    QSet<QString> top{QStringLiteral("type"), QStringLiteral("location")};
    QSet<QString> location{QStringLiteral("type")};

    KnownNames()
    {
        for (const ContactFieldInfo &info : contactFields()) {
            if (isInLocation(info.jsonName))
                location.insert(info.jsonName.mid(LocationPrefix.size()));
            else
                top.insert(info.jsonName);
        }
    }
};

QJsonObject withoutKnown(QJsonObject members, const QSet<QString> &known)
{
    for (auto it = members.begin(); it != members.end();)
        it = known.contains(it.key()) ? members.erase(it) : std::next(it);
    return members;
}

QJsonObject unknownMembers(const QJsonObject &json)
{
    static const KnownNames known;
    QJsonObject unknown = withoutKnown(json, known.top);
    const QJsonObject location =
        withoutKnown(json.value(QLatin1String("location")).toObject(), known.location);
    if (!location.isEmpty())
        unknown.insert(QLatin1String("location"), location);
    return unknown;
}

void readField(Contact &contact, const JsonNode &node, const ContactFieldInfo &info)
{
    if (!node.isMissing())
        contact.fields.emplace(info.field, fieldValue(node, info.kind));
}

void readScalars(Contact &contact, const JsonNode &root)
{
    const JsonNode location = root.member(QLatin1String("location"));
    for (const ContactFieldInfo &info : contactFields()) {
        if (info.kind == FieldKind::List)
            continue;
        if (!isInLocation(info.jsonName))
            readField(contact, root.member(info.jsonName), info);
        else if (location.isNull())
            contact.fields.emplace(info.field, FieldValue());
        else if (location.isGiven())
            readField(contact, location.member(info.jsonName.mid(LocationPrefix.size())), info);
    }
}

template <class Id>
PartialList<Id> idsOf(const JsonNode &list)
{
    const PartialList<QString> texts = innerIds(list);
    PartialList<Id> ids;
    ids.total = texts.total;
    for (const QString &text : texts.items)
        ids.items.append(Id(text));
    return ids;
}

void readCustomAttributes(Contact &contact, const JsonNode &node)
{
    if (!node.isGiven())
        return;
    const QJsonObject attributes = node.object();
    for (auto it = attributes.begin(); it != attributes.end(); ++it)
        contact.customAttributes.insert(it.key(), it.value());
}

void readIdentity(Contact &contact, const JsonNode &root)
{
    root.member(QLatin1String("type")).expectText(QLatin1String("contact"));
    contact.id = ContactId(root.member(QLatin1String("id")).id());
    const JsonNode role = root.member(QLatin1String("role"));
    if (role.text().isEmpty())
        role.complain(QStringLiteral("role expected"));
}

void readLinks(Contact &contact, const JsonNode &root)
{
    contact.tags = idsOf<TagId>(root.member(QLatin1String("tags")));
    contact.companies = idsOf<CompanyId>(root.member(QLatin1String("companies")));
}

Contact contactOf(const JsonNode &root)
{
    Contact contact;
    readIdentity(contact, root);
    readScalars(contact, root);
    readLinks(contact, root);
    contact.notes = innerIds(root.member(QLatin1String("notes")));
    contact.optedOutSubscriptions =
        innerIds(root.member(QLatin1String("opted_out_subscription_types")));
    contact.optedInSubscriptions =
        innerIds(root.member(QLatin1String("opted_in_subscription_types")));
    contact.socialProfiles = socialProfiles(root.member(QLatin1String("social_profiles")));
    readCustomAttributes(contact, root.member(QLatin1String("custom_attributes")));
    contact.unknownMembers = unknownMembers(root.object());
    return contact;
}

ContactRecord recordOf(const JsonNode &root)
{
    return {contactOf(root), QJsonDocument(root.object()).toJson(QJsonDocument::Compact)};
}

//! The fields that rowOf() takes.
constexpr ContactField RowFields[] = {ContactField::Role,       ContactField::Name,
                                      ContactField::Email,      ContactField::Phone,
                                      ContactField::ExternalId, ContactField::Owner,
                                      ContactField::CreatedAt,  ContactField::SignedUpAt,
                                      ContactField::LastSeenAt, ContactField::UpdatedAt};

ListedContact listedOf(const JsonNode &root)
{
    Contact contact;
    readIdentity(contact, root);
    for (const ContactField field : RowFields) {
        const ContactFieldInfo &info = contactFieldInfo(field);
        readField(contact, root.member(info.jsonName), info);
    }
    readLinks(contact, root);
    return {rowOf(contact), {}};
}

//! The entries of `data` as they stand in the list.
QList<QByteArray> entriesOf(const QByteArray &list)
{
    QList<QByteArray> entries;
    JsonCutter members(list);
    QByteArrayView name;
    QByteArrayView value;
    while (members.nextMember(name, value)) {
        if (name != "\"data\"")
            continue;
        entries.clear();
        JsonCutter cutter(value);
        while (cutter.nextEntry(value))
            entries.append(value.toByteArray());
    }
    return entries;
}

} // namespace

Result<Contact> readContact(const QByteArray &json)
{
    return parseJson(json, contactOf);
}

Result<ContactRecord> readContactRecord(const QByteArray &json)
{
    return parseJson(json, recordOf);
}

Result<Page<ContactRecord>> readContacts(const QByteArray &json)
{
    return parseJson(json, [](const JsonNode &root) {
        return readPage(root, root.member(QLatin1String("data")), Paging::Cursor, recordOf);
    });
}

Result<Page<ListedContact>> readListedContacts(const QByteArray &json)
{
    Result<Page<ListedContact>> read = parseJson(json, [](const JsonNode &root) {
        return readPage(root, root.member(QLatin1String("data")), Paging::Cursor, listedOf);
    });
    if (!read)
        return read;
    Page<ListedContact> page = std::move(read).value();
    QList<QByteArray> entries = entriesOf(json);
    if (entries.size() != page.items.size())
        return ApiError::protocol(QStringLiteral("data: told twice"));
    for (qsizetype i = 0; i < entries.size(); ++i)
        page.items[i].json = std::move(entries[i]);
    return page;
}

Result<ArchivedState> readArchived(const QByteArray &json)
{
    return parseJson(json, [](const JsonNode &root) {
        return ArchivedState{ContactId(root.member(QLatin1String("id")).id()),
                             root.member(QLatin1String("archived")).flag()};
    });
}

Result<ContactId> readEnded(const QByteArray &json, QLatin1String member)
{
    return parseJson(json, [member](const JsonNode &root) {
        const JsonNode end = root.member(member);
        if (!end.flag())
            end.complain(QStringLiteral("true expected"));
        return ContactId(root.member(QLatin1String("id")).id());
    });
}

} // namespace roster::api
