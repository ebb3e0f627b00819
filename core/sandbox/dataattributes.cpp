// SPDX-License-Identifier: MIT
#include "core/sandbox/dataattributes.h"

#include "core/sandbox/errors.h"
#include "core/sandbox/standardattributes.h"

#include <QJsonArray>

namespace roster::sandbox::attributes {

using namespace Qt::StringLiterals;

namespace {

QJsonObject standardJson(const StandardAttribute &attribute, ApiVersion version)
{
    const QString fullName = QString::fromUtf8(attribute.fullName);
    return {{u"type"_s, u"data_attribute"_s},
            {u"model"_s, QString::fromUtf8(attribute.model)},
            {u"name"_s, fullName.section(u'.', -1)},
            {u"full_name"_s, fullName},
            {u"label"_s, QString::fromUtf8(attribute.label)},
            {u"description"_s, QString::fromUtf8(attribute.description)},
            {u"data_type"_s, QString::fromUtf8(attribute.dataType)},
            {u"api_writable"_s, attribute.apiWritable},
            {u"ui_writable"_s, false},
            {u"messenger_writable"_s, version.messengerWritableByDefault()},
            {u"custom"_s, false},
            {u"archived"_s, false}};
}

void appendModel(Context &context, const Call &call, const QString &model, QJsonArray &data)
{
    const bool withArchived = call.parameter(u"include_archived"_s) == "true"_L1;
    for (const StandardAttribute &attribute : standardAttributes()) {
        if (model == QLatin1StringView(attribute.model))
            data.append(standardJson(attribute, call.version));
    }
    for (const AttributeDefinition &attribute : definitions(context, model)) {
        if (withArchived || !attribute.archived)
            data.append(customJson(attribute, call.version));
    }
}

} // namespace

QJsonObject customJson(const AttributeDefinition &attribute, ApiVersion version)
{
    const bool messenger =
        attribute.messengerWritable.value_or(version.messengerWritableByDefault());
    QJsonObject o{{u"type"_s, u"data_attribute"_s},
                  {u"id"_s, attribute.id},
                  {u"model"_s, attribute.model},
                  {u"name"_s, attribute.name},
                  {u"full_name"_s, u"custom_attributes."_s + attribute.name},
                  {u"label"_s, attribute.name},
                  {u"description"_s, attribute.description},
                  {u"data_type"_s, attribute.dataType},
                  {u"api_writable"_s, true},
                  {u"ui_writable"_s, attribute.isUiWritable},
                  {u"messenger_writable"_s, messenger},
                  {u"custom"_s, true},
                  {u"archived"_s, attribute.archived},
                  {u"created_at"_s, attribute.createdAt},
                  {u"updated_at"_s, attribute.updatedAt},
                  {u"admin_id"_s, QString::number(attribute.adminId)}};
    if (!attribute.options.isEmpty())
        o.insert(u"options"_s, QJsonArray::fromStringList(attribute.options));
    return o;
}

Outcome list(Context &context, const Call &call)
{
    const QString model = call.parameter(u"model"_s);
    const QString wrong = u"The Data Attribute model field must be either contact or company"_s;
    QJsonArray data;
    if (model == "conversation"_L1 && call.version.refusesConversationModel())
        return Problem{
            422, u"parameter_invalid"_s,
            u"model=conversation is no longer supported. Use GET /conversations/attributes instead"_s,
            u"model"_s};
    // A sandbox has no conversations, so their model has no attributes.
    if (!model.isNull() && model != "contact"_L1 && model != "company"_L1 &&
        model != "conversation"_L1)
        return problems::invalid(wrong, u"model"_s);
    for (const QString &known : {u"contact"_s, u"company"_s}) {
        if (model.isNull() || model == known)
            appendModel(context, call, known, data);
    }
    return QJsonValue(QJsonObject{{u"type"_s, u"list"_s}, {u"data"_s, data}});
}

} // namespace roster::sandbox::attributes
