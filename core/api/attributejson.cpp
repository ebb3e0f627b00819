// SPDX-License-Identifier: MIT
#include "core/api/attributejson.h"

#include "core/api/jsonreader.h"

#include <array>
#include <optional>

namespace roster::api {

namespace {

struct TypeRow
{
    QLatin1String name;
    AttributeType type;
};

constexpr std::array Types = std::to_array<TypeRow>({
    {QLatin1String("string"), AttributeType::Text},
    {QLatin1String("integer"), AttributeType::Integer},
    {QLatin1String("float"), AttributeType::Float},
    {QLatin1String("boolean"), AttributeType::Flag},
    {QLatin1String("date"), AttributeType::Date},
    {QLatin1String("datetime"), AttributeType::Date},
    {QLatin1String("options"), AttributeType::List},
    {QLatin1String("list"), AttributeType::List},
});

std::optional<AttributeType> typeNamed(const QString &name)
{
    for (const TypeRow &row : Types) {
        if (name == row.name)
            return row.type;
    }
    return std::nullopt;
}

QStringList optionsOf(const JsonNode &node)
{
    QStringList options;
    if (!node.isGiven())
        return options;
    node.forEach([&options](const JsonNode &entry) {
        // The requests write {"value": …}, the answers plain texts; both are in circulation.
        options.append(entry.value().isObject() ? entry.member(QLatin1String("value")).text()
                                                : entry.text());
    });
    return options;
}

bool flagOr(const JsonNode &node, bool otherwise)
{
    return node.isGiven() ? node.flag() : otherwise;
}

DataAttribute attributeOf(const JsonNode &root)
{
    DataAttribute attribute;
    attribute.name = root.member(QLatin1String("name")).id();
    attribute.label = root.member(QLatin1String("label")).optionalText();
    if (attribute.label.isEmpty())
        attribute.label = attribute.name;
    attribute.description = root.member(QLatin1String("description")).optionalText();
    const auto type = typeNamed(root.member(QLatin1String("data_type")).text());
    attribute.options = optionsOf(root.member(QLatin1String("options")));
    attribute.type =
        attribute.options.isEmpty() ? type.value_or(AttributeType::Text) : AttributeType::List;
    attribute.isWritable =
        type.has_value() && flagOr(root.member(QLatin1String("api_writable")), true);
    attribute.isArchived = flagOr(root.member(QLatin1String("archived")), false);
    return attribute;
}

//! The first name of a type is the one to write.
QLatin1String nameOf(AttributeType type)
{
    if (type == AttributeType::List)
        return QLatin1String("string");
    for (const TypeRow &row : Types) {
        if (row.type == type)
            return row.name;
    }
    return Types.front().name;
}

} // namespace

Result<QList<DataAttribute>> readDataAttributes(const QByteArray &json)
{
    return parseJson(json, [](const JsonNode &root) {
        QList<DataAttribute> attributes;
        root.member(QLatin1String("type")).expectText(QLatin1String("list"));
        root.member(QLatin1String("data")).forEach([&attributes](const JsonNode &entry) {
            entry.member(QLatin1String("type")).expectText(QLatin1String("data_attribute"));
            if (flagOr(entry.member(QLatin1String("custom")), false))
                attributes.append(attributeOf(entry));
        });
        return attributes;
    });
}

Result<DataAttribute> readDataAttribute(const QByteArray &json)
{
    return parseJson(json, [](const JsonNode &root) {
        root.member(QLatin1String("type")).expectText(QLatin1String("data_attribute"));
        return attributeOf(root);
    });
}

QJsonObject toJson(const NewAttribute &attribute)
{
    QJsonObject json{{QStringLiteral("name"), attribute.name.trimmed()},
                     {QStringLiteral("model"), QStringLiteral("contact")},
                     {QStringLiteral("data_type"), nameOf(attribute.type)}};
    if (!attribute.description.isEmpty())
        json.insert(QStringLiteral("description"), attribute.description);
    if (attribute.type != AttributeType::List)
        return json;
    QJsonArray options;
    for (const QString &option : attribute.options)
        options.append(QJsonObject{{QStringLiteral("value"), option.trimmed()}});
    json.insert(QStringLiteral("options"), options);
    return json;
}

} // namespace roster::api
