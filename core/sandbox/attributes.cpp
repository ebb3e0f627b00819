// SPDX-License-Identifier: MIT
#include "core/sandbox/attributes.h"

#include "core/sandbox/bodyreader.h"
#include "core/sandbox/errors.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace roster::sandbox::attributes {

using namespace Qt::StringLiterals;

namespace {

QStringList optionsFrom(const QString &json)
{
    QStringList options;
    for (const QJsonValue &option : QJsonDocument::fromJson(json.toUtf8()).array())
        options.append(option.toString());
    return options;
}

// List attributes take any string: whether values outside the options are refused is unknown.
bool fits(const QJsonValue &value, const QString &dataType)
{
    if (value.isNull())
        return true;
    if (dataType == "string"_L1)
        return value.isString();
    if (dataType == "boolean"_L1)
        return value.isBool();
    if (dataType == "float"_L1)
        return value.isDouble();
    return wholeNumber(value).has_value();
}

} // namespace

QList<AttributeDefinition> definitions(Context &context, const QString &model)
{
    QList<AttributeDefinition> found;
    Rows rows = context.db.select(
        u"SELECT id, model, name, description, data_type, options, archived, created_at,"
        " updated_at, admin FROM data_attribute WHERE model=? ORDER BY id"_s,
        {model});
    while (rows.next()) {
        found.append({rows.number(0), rows.text(1), rows.text(2), rows.text(3), rows.text(4),
                      optionsFrom(rows.text(5)), rows.number(6) != 0, rows.number(7),
                      rows.number(8), rows.number(9)});
    }
    return found;
}

std::optional<AttributeDefinition> find(Context &context, const QString &model, const QString &name)
{
    const QList<AttributeDefinition> all = definitions(context, model);
    const auto it = std::find_if(all.begin(), all.end(), [&name](const AttributeDefinition &a) {
        return a.name == name && !a.archived;
    });
    return it == all.end() ? std::nullopt : std::optional(*it);
}

Checked<QJsonObject> merged(Context &context, const QString &model, const QJsonObject &current,
                            const QJsonObject &changes)
{
    QJsonObject result = current;
    for (auto it = changes.begin(); it != changes.end(); ++it) {
        const auto definition = find(context, model, it.key());
        if (!definition)
            return problems::unknownAttribute(it.key());
        if (!fits(it.value(), definition->dataType)) {
            return problems::invalid(u"Custom attribute '"_s + it.key() + u"' must be of type "_s +
                                         definition->dataType,
                                     u"custom_attributes."_s + it.key());
        }
        result.insert(it.key(), it.value());
    }
    return result;
}

} // namespace roster::sandbox::attributes
