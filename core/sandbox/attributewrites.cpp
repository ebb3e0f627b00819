// SPDX-License-Identifier: MIT
#include "core/sandbox/bodyreader.h"
#include "core/sandbox/dataattributes.h"
#include "core/sandbox/errors.h"
#include "core/sandbox/schema.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace roster::sandbox::attributes {

using namespace Qt::StringLiterals;

namespace {

constexpr int fewestOptions = 2;

bool isNameCharacter(char32_t c)
{
    return c == U' ' || c == U'_' || c == U'-' || QChar::isLetterOrNumber(c) || QChar::isMark(c) ||
           QChar::category(c) == QChar::Symbol_Currency;
}

bool isNameAllowed(const QString &name)
{
    const QList<uint> characters = name.toUcs4();
    return !name.trimmed().isEmpty() &&
           std::all_of(characters.begin(), characters.end(), isNameCharacter);
}

// Contacts are called people where a sentence speaks of their attributes.
QString dataOf(const QString &model)
{
    return model == "contact"_L1 ? u"people"_s : model;
}

std::optional<Problem> nameProblem(Context &context, const QString &name, const QString &model)
{
    if (name.isEmpty())
        return problems::missing(u"name is required"_s, u"name"_s);
    if (!isNameAllowed(name)) {
        return problems::invalid(u"Your name for this attribute must only contain alphanumeric "
                                 "characters, currency symbols, and hyphens"_s,
                                 u"name"_s);
    }
    const QVariant owner =
        context.db.scalar(u"SELECT model FROM data_attribute WHERE name=? LIMIT 1"_s, {name});
    if (!owner.isValid())
        return std::nullopt;
    return problems::invalid(
        u"You already have '%1' in your %2 data. To save this as new %3 data,"
        " use a different name."_s.arg(name, dataOf(owner.toString()), dataOf(model)),
        u"name"_s);
}

// The type that is stored and told for the one a body asks for; null for none.
QString storedType(const QString &asked, ApiVersion version)
{
    if (asked == "datetime"_L1)
        return u"date"_s;
    if (asked == "options"_L1 && version.takesOptionsType())
        return u"string"_s;
    const QStringList types{u"string"_s, u"integer"_s, u"float"_s, u"boolean"_s, u"date"_s};
    return types.contains(asked) ? asked : QString();
}

bool isSet(const QJsonValue &value)
{
    return !value.isUndefined() && !value.isNull();
}

// The schemas have a list of texts, the examples one of objects with a value.
Checked<QStringList> readOptions(const QJsonValue &list, const QString &dataType)
{
    const QString field = u"options"_s;
    if (!list.isArray())
        return problems::invalid(u"Options isn't an array"_s, field);
    if (dataType != "string"_L1)
        return problems::invalid(u"Options are for attributes of type string only"_s, field);
    QStringList options;
    for (const QJsonValue &entry : list.toArray()) {
        const QString option = (entry.isObject() ? entry[u"value"] : entry).toString().trimmed();
        if (option.isEmpty())
            return problems::invalid(u"Every option must be a text"_s, field);
        if (!options.contains(option))
            options.append(option);
    }
    if (options.size() < fewestOptions)
        return problems::invalid(u"At least two options are required"_s, field);
    return options;
}

// What making and changing have in common.
std::optional<Problem> readCommon(const QJsonObject &body, AttributeDefinition &attribute)
{
    BodyReader reader(body);
    if (const auto description = reader.text(u"description"_s))
        attribute.description = *description;
    if (const auto messenger = reader.boolean(u"messenger_writable"_s))
        attribute.messengerWritable = messenger;
    if (const QJsonValue options = body.value("options"_L1); isSet(options)) {
        const Checked<QStringList> read = readOptions(options, attribute.dataType);
        if (!read)
            return read.problem();
        attribute.options = *read;
    }
    return reader.isRefused() ? std::optional(reader.problem()) : std::nullopt;
}

Checked<AttributeDefinition> readNew(Context &context, const QJsonObject &body, ApiVersion version)
{
    AttributeDefinition attribute;
    attribute.model = body.value("model"_L1).toString();
    if (attribute.model != "contact"_L1 && attribute.model != "company"_L1) {
        return problems::invalid(
            u"The Data Attribute model field must be either contact or company"_s, u"model"_s);
    }
    BodyReader reader(body);
    attribute.name = reader.text(u"name"_s).value_or(QString());
    if (reader.isRefused())
        return reader.problem();
    if (const auto problem = nameProblem(context, attribute.name, attribute.model))
        return *problem;
    const QString asked = body.value("data_type"_L1).toString();
    attribute.dataType = storedType(asked, version);
    if (attribute.dataType.isNull())
        return problems::invalid(u"Data Type isn't an option"_s, u"data_type"_s);
    if (asked == "options"_L1 && !isSet(body.value("options"_L1)))
        return problems::missing(u"options is required"_s, u"options"_s);
    if (const auto problem = readCommon(body, attribute))
        return *problem;
    attribute.isUiWritable = false; // as all that were made over the API
    attribute.createdAt = attribute.updatedAt = context.now();
    attribute.adminId = schema::meta(context.db, u"token_owner"_s).toLongLong();
    return attribute;
}

QString optionsText(const AttributeDefinition &attribute)
{
    if (attribute.options.isEmpty())
        return {};
    const QJsonArray options = QJsonArray::fromStringList(attribute.options);
    return QString::fromUtf8(QJsonDocument(options).toJson(QJsonDocument::Compact));
}

void storeDetail(Context &context, const AttributeDefinition &attribute)
{
    const QVariant messenger = attribute.messengerWritable
                                   ? QVariant(static_cast<int>(*attribute.messengerWritable))
                                   : QVariant(QMetaType::fromType<int>());
    context.db.run(u"INSERT OR REPLACE INTO data_attribute_detail(attribute, ui_writable,"
                   " messenger_writable, dependants) VALUES(?,?,?,?)"_s,
                   {attribute.id, static_cast<int>(attribute.isUiWritable), messenger,
                    static_cast<int>(attribute.hasDependants)});
}

std::optional<AttributeDefinition> findByText(Context &context, const QString &text)
{
    bool isNumber = false;
    const qint64 id = text.toLongLong(&isNumber);
    return isNumber ? findById(context, id) : std::nullopt;
}

} // namespace

Outcome create(Context &context, const Call &call)
{
    const Checked<QJsonObject> body = call.bodyObject();
    if (!body)
        return body.problem();
    Checked<AttributeDefinition> made = readNew(context, *body, call.version);
    if (!made)
        return made.problem();
    context.db.run(
        u"INSERT INTO data_attribute(model, name, description, data_type, options, archived,"
        " created_at, updated_at, admin) VALUES(?,?,?,?,?,0,?,?,?)"_s,
        {made->model, made->name, made->description, made->dataType, optionsText(*made),
         made->createdAt, made->updatedAt, made->adminId});
    made->id = context.db.lastId();
    storeDetail(context, *made);
    return QJsonValue(customJson(*made, call.version));
}

Outcome change(Context &context, const Call &call)
{
    auto attribute = findByText(context, call.ids.at(0));
    if (!attribute) {
        return Problem{
            404, u"field_not_found"_s, u"We couldn't find that data attribute to update"_s, {}};
    }
    const Checked<QJsonObject> body = call.bodyObject();
    if (!body)
        return body.problem();
    if (const auto problem = readCommon(*body, *attribute))
        return *problem;
    BodyReader reader(*body);
    attribute->archived = reader.boolean(u"archived"_s).value_or(attribute->archived);
    if (reader.isRefused())
        return reader.problem();
    if (attribute->archived && attribute->hasDependants) {
        return Problem{422, u"data_invalid"_s,
                       u"The Data Attribute you are trying to archive has a dependant object"_s,
                       u"archived"_s};
    }
    attribute->updatedAt = std::max(attribute->updatedAt, context.now());
    context.db.run(u"UPDATE data_attribute SET description=?, options=?, archived=?, updated_at=?"
                   " WHERE id=?"_s,
                   {attribute->description, optionsText(*attribute),
                    static_cast<int>(attribute->archived), attribute->updatedAt, attribute->id});
    storeDetail(context, *attribute);
    return QJsonValue(customJson(*attribute, call.version));
}

} // namespace roster::sandbox::attributes
