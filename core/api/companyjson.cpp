// SPDX-License-Identifier: MIT
#include "core/api/companyjson.h"

#include "core/api/pagejson.h"

namespace roster::api {

namespace {

Company companyOf(const JsonNode &root)
{
    Company company;
    root.member(QLatin1String("type")).expectText(QLatin1String("company"));
    company.id = CompanyId(root.member(QLatin1String("id")).id());
    company.companyId = root.member(QLatin1String("company_id")).optionalText();
    company.name = root.member(QLatin1String("name")).optionalText();
    const JsonNode plan = root.member(QLatin1String("plan"));
    if (plan.isGiven())
        company.plan = plan.member(QLatin1String("name")).optionalText();
    const JsonNode users = root.member(QLatin1String("user_count"));
    if (users.isGiven())
        company.userCount = users.count();
    return company;
}

} // namespace

Result<Company> readCompany(const QByteArray &json)
{
    return parseJson(json, companyOf);
}

Result<Page<Company>> readCompanies(const QByteArray &json)
{
    return parseJson(json, [](const JsonNode &root) {
        const JsonNode entries = root.member(QLatin1String("data"), QLatin1String("companies"));
        return readPage(root, entries, Paging::Number, companyOf);
    });
}

} // namespace roster::api
