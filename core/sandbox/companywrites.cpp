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

std::optional<Problem> unknownKey(const QJsonObject &body, ApiVersion version)
{
    static const QStringList known{u"name"_s,
                                   u"company_id"_s,
                                   u"plan"_s,
                                   u"size"_s,
                                   u"website"_s,
                                   u"industry"_s,
                                   u"custom_attributes"_s,
                                   u"remote_created_at"_s,
                                   u"monthly_spend"_s};
    for (const QString &key : body.keys()) {
        if (known.contains(key))
            continue;
        if (key == "update_last_request_at"_L1 && version.takesLastRequestFlag())
            continue;
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
    if (const auto problem = unknownKey(*body, call.version))
        return *problem;
    BodyReader reader(*body);
    const QString companyId = reader.text(u"company_id"_s).value_or(QString());
    if (!reader.isRefused() && companyId.isEmpty())
        return problems::missing(u"company_id is required"_s, u"company_id"_s);
    const auto known = findByCompanyId(context, companyId);
    CompanyRow row = known ? *known : blank(context, companyId);
    readInto(row, reader);
    const auto changes = reader.object(u"custom_attributes"_s);
    const bool wasSeen = reader.boolean(u"update_last_request_at"_s).value_or(false);
    if (reader.isRefused())
        return reader.problem();
    const auto merged =
        attributes::merged(context, u"company"_s, row.attributes, changes.value_or(QJsonObject()));
    if (!merged)
        return merged.problem();
    row.attributes = *merged;
    row.updatedAt = std::max(row.updatedAt, context.now());
    if (wasSeen)
        row.lastRequestAt = context.now();
    if (known)
        update(context, row);
    else
        insert(context, row);
    return QJsonValue(json(context, row, call.version));
}

} // namespace roster::sandbox::companies
