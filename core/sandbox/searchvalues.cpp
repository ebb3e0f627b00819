// SPDX-License-Identifier: MIT
#include "core/sandbox/searchvalues.h"

#include "core/sandbox/bodyreader.h"
#include "core/sandbox/searchproblems.h"

#include <QJsonDocument>

namespace roster::sandbox {

using namespace Qt::StringLiterals;

namespace {

QString kindOf(FieldType type)
{
    switch (type) {
    case FieldType::Integer:
        return u"integer"_s;
    case FieldType::Float:
        return u"float"_s;
    case FieldType::Boolean:
        return u"boolean"_s;
    case FieldType::Date:
        return u"date"_s;
    default:
        return u"string"_s;
    }
}

// The value as the caller wrote it, for the message.
QString written(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    const QByteArray json = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(json.mid(1, json.size() - 2));
}

// Timestamps may be numbers or numeric strings: the official example sends a string.
QJsonValue asTimestamp(const QJsonValue &value)
{
    if (value.isString()) {
        bool isNumber = false;
        const qint64 number = value.toString().toLongLong(&isNumber);
        return isNumber ? QJsonValue(number) : QJsonValue(QJsonValue::Undefined);
    }
    const auto number = wholeNumber(value);
    return number ? QJsonValue(*number) : QJsonValue(QJsonValue::Undefined);
}

// Tag ids are strings in answers; requests write them either way.
QJsonValue asTagId(const QJsonValue &value)
{
    if (value.isString())
        return value;
    const auto number = wholeNumber(value);
    return number ? QJsonValue(QString::number(*number)) : QJsonValue(QJsonValue::Undefined);
}

// The value in the field's own type; undefined when it is of another.
QJsonValue converted(FieldType type, const QJsonValue &value)
{
    const QJsonValue misfit(QJsonValue::Undefined);
    switch (type) {
    case FieldType::Text:
    case FieldType::SegmentId:
        return value.isString() ? value : misfit;
    case FieldType::TagId:
        return asTagId(value);
    case FieldType::Integer:
        return wholeNumber(value) ? value : misfit;
    case FieldType::Float:
        return value.isDouble() ? value : misfit;
    case FieldType::Boolean:
        return value.isBool() ? value : misfit;
    case FieldType::Date:
        return asTimestamp(value);
    }
    return misfit;
}

} // namespace

Checked<QJsonValue> checkSearchValue(const SearchField &field, SearchOperator op,
                                     const QJsonValue &value)
{
    const bool takesList = op == SearchOperator::In || op == SearchOperator::NotIn;
    const bool takesNull = op == SearchOperator::Equal || op == SearchOperator::NotEqual;
    if (value.isNull() && takesNull)
        return value;
    if (!takesList) {
        const QJsonValue fit = converted(field.type, value);
        if (fit.isUndefined())
            return searchproblems::wrongValue(written(value), kindOf(field.type));
        return fit;
    }
    if (!value.isArray() || value.toArray().isEmpty())
        return searchproblems::wrongValue(written(value), u"array"_s);
    QJsonArray list;
    for (const QJsonValue &member : value.toArray()) {
        const QJsonValue fit = converted(field.type, member);
        if (fit.isUndefined())
            return searchproblems::wrongValue(written(member), kindOf(field.type));
        list.append(fit);
    }
    return QJsonValue(list);
}

} // namespace roster::sandbox
