// SPDX-License-Identifier: MIT
#include "core/domain/patchjson.h"

#include <QtCore/QJsonDocument>

namespace roster {

namespace {

const QLatin1String Fields("fields");
const QLatin1String Attributes("attributes");

QJsonValue jsonOf(const FieldValue &value)
{
    if (const QString *text = std::get_if<QString>(&value))
        return *text;
    if (const bool *flag = std::get_if<bool>(&value))
        return *flag;
    if (const qint64 *number = std::get_if<qint64>(&value))
        return *number;
    return QJsonValue::Null;
}

std::optional<FieldValue> valueOf(const QJsonValue &json)
{
    switch (json.type()) {
    case QJsonValue::Null:
        return FieldValue();
    case QJsonValue::Bool:
        return json.toBool();
    case QJsonValue::Double:
        return json.toInteger();
    case QJsonValue::String:
        return json.toString();
    default:
        return std::nullopt;
    }
}

} // namespace

QByteArray patchToJson(const ContactPatch &patch)
{
    if (patch.isEmpty())
        return {};
    QJsonObject fields;
    for (const auto &[field, value] : patch.fields)
        fields.insert(contactFieldInfo(field).jsonName, jsonOf(value));
    QJsonObject attributes;
    for (auto it = patch.customAttributes.cbegin(); it != patch.customAttributes.cend(); ++it)
        attributes.insert(it.key(), it->isUndefined() ? QJsonValue(QJsonValue::Null) : it.value());
    const QJsonObject whole{{Fields, fields}, {Attributes, attributes}};
    return QJsonDocument(whole).toJson(QJsonDocument::Compact);
}

ContactPatch patchFromJson(const QByteArray &json)
{
    ContactPatch patch;
    const QJsonObject whole = QJsonDocument::fromJson(json).object();
    const QJsonObject fields = whole.value(Fields).toObject();
    for (auto it = fields.begin(); it != fields.end(); ++it) {
        const auto field = contactFieldNamed(it.key());
        const auto value = valueOf(it.value());
        if (field && value)
            patch.fields.emplace(*field, *value);
    }
    const QJsonObject attributes = whole.value(Attributes).toObject();
    for (auto it = attributes.begin(); it != attributes.end(); ++it)
        patch.customAttributes.insert(it.key(), it.value());
    return patch;
}

} // namespace roster
