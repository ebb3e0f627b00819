// SPDX-License-Identifier: MIT
#include "core/sandbox/listorder.h"

#include "core/sandbox/schema.h"

namespace roster::sandbox::listorder {

QJsonValue cursorValue(const SearchField &field, const QVariant &value)
{
    if (field.type == FieldType::Text)
        return value.toString();
    if (field.type == FieldType::Float && value.toDouble() > static_cast<double>(absentNumber))
        return value.toDouble();
    const qint64 number = value.toLongLong();
    if (number == absentNumber)
        return QJsonValue::Null;
    return field.type == FieldType::Date ? number * 1000 : number;
}

std::optional<QVariant> sortValue(const SearchField &field, const QJsonValue &value)
{
    if (field.type == FieldType::Text)
        return value.isString() ? std::optional(value.toVariant()) : std::nullopt;
    if (value.isNull())
        return QVariant(absentNumber);
    if (!value.isDouble())
        return std::nullopt;
    if (field.type == FieldType::Float)
        return value.toVariant();
    return QVariant(field.type == FieldType::Date ? value.toInteger() / 1000 : value.toInteger());
}

} // namespace roster::sandbox::listorder
