// SPDX-License-Identifier: MIT
#include "core/sandbox/attributes.h"
#include "core/sandbox/bodyreader.h"
#include "core/sandbox/companies.h"
#include "core/sandbox/errors.h"
#include "core/sandbox/ids.h"

#include <algorithm>
#include <cmath>

namespace roster::sandbox::companies {

using namespace Qt::StringLiterals;

namespace {

// The members of a body that changes a company, and those that only one that makes it may have.
QStringList changeKeys()
{
    return {u"name"_s,
            u"plan"_s,
            u"size"_s,
            u"website"_s,
            u"industry"_s,
            u"monthly_spend"_s,
            u"custom_attributes"_s};
}

QStringList creationKeys(ApiVersion version)
{
    QStringList keys = changeKeys() << u"company_id"_s << u"remote_created_at"_s;
    if (version.takesLastRequestFlag())
        keys << u"update_last_request_at"_s;
    return keys;
}

std::optional<Problem> unknownKey(const QJsonObject &body, const QStringList &known)
{
    for (const QString &key : body.keys()) {
        if (!known.contains(key))
            return problems::badParameter(key);
    }
    return std::nullopt;
}

// "truncated to an integer, max 2147483647"
qint64 wholeSpend(double spend)
{
    return static_cast<qint64>(std::clamp(std::trunc(spend), -2147483647.0, 2147483647.0));
}

void readInto(CompanyRow &row, BodyReader &reader)
{
    if (const auto name = reader.text(u"name"_s))
        row.name = *name;
    if (const auto plan = reader.text(u"plan"_s))
        row.plan = *plan;
    if (const auto website = reader.text(u"website"_s))
        row.website = *website;
    if (const auto industry = reader.text(u"industry"_s))
        row.industry = *industry;
    if (const auto size = reader.integer(u"size"_s))
        row.size = *size;
    if (const auto created = reader.timestamp(u"remote_created_at"_s))
        row.remoteCreatedAt = *created;
    if (const auto spend = reader.number(u"monthly_spend"_s))
        row.monthlySpend = wholeSpend(spend->value_or(0));
}

// What making and changing have in common.
std::optional<Problem> apply(Context &context, BodyReader &reader, CompanyRow &row)
{
    readInto(row, reader);
    const auto changes = reader.object(u"custom_attributes"_s);
    if (reader.isRefused())
        return reader.problem();
    const auto merged =
        attributes::merged(context, u"company"_s, row.attributes, changes.value_or(QJsonObject()));
    if (!merged)
        return merged.problem();
    row.attributes = *merged;
    row.updatedAt = std::max(row.updatedAt, context.now());
    return std::nullopt;
}

CompanyRow blank(Context &context, const QString &companyId)
{
    CompanyRow row;
    row.createdAt = context.now();
    row.id = ids::record(row.createdAt, context.salt, context.nextCounter());
    row.companyId = companyId;
    row.remoteCreatedAt = row.createdAt;
    return row;
}

} // namespace

Outcome createOrUpdate(Context &context, const Call &call)
{
    const Checked<QJsonObject> body = call.bodyObject();
    if (!body)
        return body.problem();
    if (const auto problem = unknownKey(*body, creationKeys(call.version)))
        return *problem;
    BodyReader reader(*body);
    const QString companyId = reader.text(u"company_id"_s).value_or(QString());
    if (!reader.isRefused() && companyId.isEmpty())
        return problems::missing(u"company_id is required"_s, u"company_id"_s);
    const auto known = findByCompanyId(context, companyId);
    CompanyRow row = known ? *known : blank(context, companyId);
    const bool wasSeen = reader.boolean(u"update_last_request_at"_s).value_or(false);
    if (const auto problem = apply(context, reader, row))
        return *problem;
    if (wasSeen)
        row.lastRequestAt = context.now();
    if (known)
        update(context, row);
    else
        insert(context, row);
    return QJsonValue(json(context, row, call.version));
}

Outcome change(Context &context, const Call &call)
{
    auto row = find(context, call.ids.at(0));
    if (!row)
        return problems::companyNotFound();
    const Checked<QJsonObject> body = call.bodyObject();
    if (!body)
        return body.problem();
    if (const auto problem = unknownKey(*body, changeKeys()))
        return *problem;
    BodyReader reader(*body);
    if (const auto problem = apply(context, reader, *row))
        return *problem;
    update(context, *row);
    return QJsonValue(json(context, *row, call.version));
}

} // namespace roster::sandbox::companies
