// SPDX-License-Identifier: MIT
#include "core/sandbox/searchfields.h"

#include "core/sandbox/attributes.h"

#include <QHash>

namespace roster::sandbox {

using namespace Qt::StringLiterals;

namespace {

void addTexts(QHash<QString, SearchField> &fields)
{
    const auto add = [&fields](const QString &name, const QString &expression,
                               Folding folding = Folding::Ascii) {
        fields.insert(name, {name, FieldType::Text, expression, folding});
    };
    add(u"id"_s, u"c.id"_s, Folding::Unicode);
    add(u"role"_s, u"CASE c.is_lead WHEN 1 THEN 'lead' ELSE 'user' END"_s, Folding::Unicode);
    add(u"name"_s, u"c.name_key"_s, Folding::Unicode);
    add(u"email"_s, u"c.email_key"_s, Folding::Unicode);
    add(u"email_domain"_s,
        u"CASE WHEN instr(c.email_key,'@')>0"
        " THEN substr(c.email_key, instr(c.email_key,'@')+1) END"_s,
        Folding::Unicode);
    add(u"phone"_s, u"c.phone"_s);
    add(u"formatted_phone"_s,
        u"CASE WHEN c.phone LIKE '+%' THEN replace(replace(replace(replace(c.phone,' ',''),'-',''),"
        "'(',''),')','') END"_s);
    add(u"external_id"_s, u"c.external_id"_s);
    add(u"browser"_s, u"c.browser"_s);
    add(u"browser_language"_s, u"c.language"_s);
    add(u"os"_s, u"c.os"_s);
    add(u"location.country"_s, u"c.country"_s);
    add(u"location.region"_s, u"c.region"_s);
    add(u"location.city"_s, u"c.city"_s);
    add(u"avatar"_s, u"json_extract(c.extra,'$.avatar.image_url')"_s);
    // "andoid_sdk_version" is how Intercom spells it.
    for (const QString &name :
         {u"language_override"_s, u"ios_app_version"_s, u"ios_device"_s, u"ios_app_device"_s,
          u"ios_os_version"_s, u"ios_app_name"_s, u"ios_sdk_version"_s, u"android_app_version"_s,
          u"android_device"_s, u"android_app_name"_s})
        add(name, u"json_extract(c.extra,'$."_s + name + u"')"_s);
    add(u"andoid_sdk_version"_s, u"json_extract(c.extra,'$.android_sdk_version')"_s);
}

void addOthers(QHash<QString, SearchField> &fields)
{
    const auto add = [&fields](const QString &name, FieldType type, const QString &expression) {
        fields.insert(name, {name, type, expression, Folding::Ascii});
    };
    add(u"tag_id"_s, FieldType::TagId, {});
    add(u"segment_id"_s, FieldType::SegmentId, {});
    add(u"owner_id"_s, FieldType::Integer, u"c.owner_id"_s);
    add(u"unsubscribed_from_emails"_s, FieldType::Boolean, u"c.unsubscribed"_s);
    add(u"marked_email_as_spam"_s, FieldType::Boolean, u"c.spam"_s);
    add(u"has_hard_bounced"_s, FieldType::Boolean, u"c.bounced"_s);
    add(u"created_at"_s, FieldType::Date, u"c.created_at"_s);
    add(u"updated_at"_s, FieldType::Date, u"c.updated_at"_s);
    add(u"signed_up_at"_s, FieldType::Date, u"c.signed_up_at"_s);
    add(u"last_seen_at"_s, FieldType::Date, u"c.last_seen_at"_s);
    add(u"last_contacted_at"_s, FieldType::Date, u"c.contacted_at"_s);
    add(u"last_replied_at"_s, FieldType::Date, u"c.last_replied_at"_s);
    add(u"last_email_opened_at"_s, FieldType::Date, u"c.opened_at"_s);
    add(u"last_email_clicked_at"_s, FieldType::Date, u"c.clicked_at"_s);
    add(u"ios_last_seen_at"_s, FieldType::Date, u"json_extract(c.extra,'$.ios_last_seen_at')"_s);
    add(u"android_last_seen_at"_s, FieldType::Date,
        u"json_extract(c.extra,'$.android_last_seen_at')"_s);
}

const QHash<QString, SearchField> &standardFields()
{
    static const QHash<QString, SearchField> fields = [] {
        QHash<QString, SearchField> all;
        addTexts(all);
        addOthers(all);
        return all;
    }();
    return fields;
}

FieldType typeOf(const QString &dataType)
{
    if (dataType == "integer"_L1)
        return FieldType::Integer;
    if (dataType == "float"_L1)
        return FieldType::Float;
    if (dataType == "boolean"_L1)
        return FieldType::Boolean;
    return dataType == "date"_L1 ? FieldType::Date : FieldType::Text;
}

SearchField attributeField(const QString &field, const AttributeDefinition &definition)
{
    const FieldType type = typeOf(definition.dataType);
    QString path = definition.name;
    path = u",'$.\""_s + path.replace(u'\'', u"''"_s) + u"\"')"_s;
    if (type != FieldType::Text)
        return {field, type, u"json_extract(c.attributes"_s + path, Folding::Ascii};
    return {field, type,
            u"lower(json_extract(ifnull(c.attributes_key,c.attributes)"_s + path + u')',
            Folding::Unicode};
}

} // namespace

std::optional<SearchField> findSearchField(Context &context, const QString &name,
                                           ApiVersion version)
{
    const QString prefix = u"custom_attributes."_s;
    if (name.startsWith(prefix)) {
        const auto definition = attributes::find(context, u"contact"_s, name.mid(prefix.size()));
        return definition ? std::optional(attributeField(name, *definition)) : std::nullopt;
    }
    const auto it = standardFields().constFind(name);
    if (it == standardFields().constEnd())
        return std::nullopt;
    SearchField field = *it;
    if (name == "owner_id"_L1 && version.writesOwnerAsText()) {
        field.type = FieldType::Text;
        field.expression = u"CAST(c.owner_id AS TEXT)"_s;
    }
    if (field.type == FieldType::SegmentId)
        field.segments = segments::all(context);
    return field;
}

} // namespace roster::sandbox
