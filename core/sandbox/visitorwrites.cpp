// SPDX-License-Identifier: MIT
#include "core/sandbox/attributes.h"
#include "core/sandbox/bodyreader.h"
#include "core/sandbox/errors.h"
#include "core/sandbox/visitors.h"

#include <algorithm>

namespace roster::sandbox::visitors {

using namespace Qt::StringLiterals;

Outcome show(Context &context, const Call &call)
{
    const VisitorKey key{{}, call.parameter(u"user_id"_s), {}};
    if (key.isEmpty())
        return problems::missing(u"user_id is required"_s, u"user_id"_s);
    const auto row = find(context, key);
    if (!row)
        return problems::visitorNotFound();
    return QJsonValue(json(context, *row));
}

Outcome change(Context &context, const Call &call)
{
    const Checked<QJsonObject> body = call.bodyObject();
    if (!body)
        return body.problem();
    BodyReader reader(*body);
    const VisitorKey key{reader.id(u"id"_s), reader.id(u"user_id"_s), {}};
    const auto name = reader.text(u"name"_s);
    const auto changes = reader.object(u"custom_attributes"_s);
    if (reader.isRefused())
        return reader.problem();
    if (key.isEmpty())
        return problems::missing(u"id or user_id is required"_s, u"id"_s);
    auto row = find(context, key);
    if (!row)
        return problems::visitorNotFound();
    if (name)
        row->name = *name;
    // Visitors carry the attributes of contacts, which is what they become.
    const auto merged =
        attributes::merged(context, u"contact"_s, row->attributes, changes.value_or(QJsonObject()));
    if (!merged)
        return merged.problem();
    row->attributes = *merged;
    row->updatedAt = std::max(row->updatedAt, context.now());
    update(context, *row);
    return QJsonValue(json(context, *row));
}

} // namespace roster::sandbox::visitors
