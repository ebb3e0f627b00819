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

const QString columns =
    u"SELECT a.id, a.model, a.name, a.description, a.data_type, a.options, a.archived,"
    " a.created_at, a.updated_at, a.admin, ifnull(d.ui_writable,1), d.messenger_writable,"
    " ifnull(d.dependants,0) FROM data_attribute a"
    " LEFT JOIN data_attribute_detail d ON d.attribute=a.id"_s;

AttributeDefinition readDefinition(const Rows &rows)
{
    AttributeDefinition found{rows.number(0),      rows.text(1),   rows.text(2),
                              rows.text(3),        rows.text(4),   optionsFrom(rows.text(5)),
                              rows.number(6) != 0, rows.number(7), rows.number(8),
                              rows.number(9)};
    found.isUiWritable = rows.number(10) != 0;
    if (!rows.isNull(11))
        found.messengerWritable = rows.number(11) != 0;
    found.hasDependants = rows.number(12) != 0;
    return found;
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
    Rows rows = context.db.select(columns + u" WHERE a.model=? ORDER BY a.id"_s, {model});
    while (rows.next())
        found.append(readDefinition(rows));
    return found;
}

std::optional<AttributeDefinition> findById(Context &context, qint64 id)
{
    Rows rows = context.db.select(columns + u" WHERE a.id=?"_s, {id});
    if (!rows.next())
        return std::nullopt;
    return readDefinition(rows);
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
