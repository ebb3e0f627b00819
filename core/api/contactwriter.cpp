// SPDX-License-Identifier: MIT
#include "core/api/contactwriter.h"

#include "core/api/apiversion.h"

namespace roster::api {

namespace {

QJsonValue scalar(const FieldValue &value)
{
    if (const auto *text = std::get_if<QString>(&value))
        return *text;
    if (const auto *number = std::get_if<qint64>(&value))
        return *number;
    if (const auto *flag = std::get_if<bool>(&value))
        return *flag;
    return QJsonValue::Null;
}

QJsonValue owner(const FieldValue &value, QStringView version)
{
    const QString text = textOf(value);
    if (text.isEmpty())
        return QJsonValue::Null;
    if (hasTextOwner(version))
        return text;
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber);
    // No admin has such an id; the server says so better than we could.
    return isNumber ? QJsonValue(number) : QJsonValue(text);
}

bool isWritable(ContactField field)
{
    const ContactFieldInfo &info = contactFieldInfo(field);
    return info.isWritable && info.kind != FieldKind::List;
}

QJsonObject members(const std::map<ContactField, FieldValue> &fields, QStringView version)
{
    QJsonObject json;
    for (const auto &[field, value] : fields) {
        if (!isWritable(field))
            continue;
        json.insert(contactFieldInfo(field).jsonName,
                    field == ContactField::Owner ? owner(value, version) : scalar(value));
    }
    return json;
}

bool isBlank(const FieldValue &value)
{
    const auto *text = std::get_if<QString>(&value);
    return isNull(value) || (text && text->isEmpty());
}

} // namespace

QJsonObject toJson(const ContactDraft &draft, QStringView version)
{
    std::map<ContactField, FieldValue> given = draft.fields;
    std::erase_if(given, [](const auto &entry) { return isBlank(entry.second); });
    QJsonObject json = members(given, version);
    QJsonObject attributes;
    for (auto it = draft.customAttributes.cbegin(); it != draft.customAttributes.cend(); ++it) {
        if (!it->isNull() && !it->isUndefined())
            attributes.insert(it.key(), it.value());
    }
    if (!attributes.isEmpty())
        json.insert(QLatin1String("custom_attributes"), attributes);
    return json;
}

QJsonObject toJson(const ContactPatch &patch, QStringView version)
{
    QJsonObject json = members(patch.fields, version);
    QJsonObject attributes;
    for (auto it = patch.customAttributes.cbegin(); it != patch.customAttributes.cend(); ++it) {
        // Inserting "undefined" would remove the member instead of clearing the attribute.
        attributes.insert(it.key(), it->isUndefined() ? QJsonValue(QJsonValue::Null) : it.value());
    }
    if (!attributes.isEmpty())
        json.insert(QLatin1String("custom_attributes"), attributes);
    return json;
}

} // namespace roster::api
