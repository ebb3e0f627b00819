// SPDX-License-Identifier: MIT
#include "core/api/companyrecordjson.h"

#include "core/api/jsonreader.h"
#include "core/api/notejson.h"
#include "core/api/segmentjson.h"
#include "core/api/tagjson.h"

#include <QtCore/QSet>

namespace roster::api {

namespace {

struct TextMember
{
    QLatin1String name;
    QString CompanyRecord::*text;
};

struct NumberMember
{
    QLatin1String name;
    std::optional<qint64> CompanyRecord::*number;
};

constexpr TextMember Texts[] = {
    {QLatin1String("company_id"), &CompanyRecord::companyId},
    {QLatin1String("app_id"), &CompanyRecord::appId},
    {QLatin1String("name"), &CompanyRecord::name},
    {QLatin1String("website"), &CompanyRecord::website},
    {QLatin1String("industry"), &CompanyRecord::industry},
};

constexpr NumberMember Numbers[] = {
    {QLatin1String("size"), &CompanyRecord::size},
    {QLatin1String("session_count"), &CompanyRecord::sessionCount},
    {QLatin1String("user_count"), &CompanyRecord::userCount},
    {QLatin1String("remote_created_at"), &CompanyRecord::remoteCreatedAt},
    {QLatin1String("created_at"), &CompanyRecord::createdAt},
    {QLatin1String("updated_at"), &CompanyRecord::updatedAt},
    {QLatin1String("last_request_at"), &CompanyRecord::lastRequestAt},
};

QSet<QString> knownNames()
{
    QSet<QString> names;
    for (const char *name :
         {"type", "id", "plan", "monthly_spend", "tags", "segments", "notes", "custom_attributes"})
        names.insert(QLatin1String(name));
    for (const TextMember &member : Texts)
        names.insert(member.name);
    for (const NumberMember &member : Numbers)
        names.insert(member.name);
    return names;
}

QJsonObject unknownMembers(QJsonObject members)
{
    static const QSet<QString> known = knownNames();
    for (auto it = members.begin(); it != members.end();)
        it = known.contains(it.key()) ? members.erase(it) : std::next(it);
    return members;
}

//! The entries of a list that a member holds under the member's own name:
//! `"tags": {"type": "tag.list", "tags": […]}`.
template <class Read>
auto innerList(const JsonNode &root, QLatin1String name, Read read)
    -> QList<std::invoke_result_t<Read, const JsonNode &>>
{
    QList<std::invoke_result_t<Read, const JsonNode &>> items;
    const JsonNode list = root.member(name);
    if (!list.isGiven())
        return items;
    const JsonNode entries = list.member(name, QLatin1String("data"));
    if (entries.isGiven())
        entries.forEach([&](const JsonNode &entry) { items.append(read(entry)); });
    return items;
}

void readScalars(CompanyRecord &company, const JsonNode &root)
{
    for (const TextMember &member : Texts)
        company.*member.text = root.member(member.name).optionalText();
    for (const NumberMember &member : Numbers)
        company.*member.number = root.member(member.name).optionalInteger();
    const JsonNode spend = root.member(QLatin1String("monthly_spend"));
    if (spend.isGiven()) {
        if (!spend.value().isDouble())
            spend.complain(QStringLiteral("number expected"));
        company.monthlySpend = spend.value().toDouble();
    }
}

void readPlan(CompanyRecord &company, const JsonNode &plan)
{
    if (!plan.isGiven())
        return;
    company.plan = plan.member(QLatin1String("name")).optionalText();
    const JsonNode id = plan.member(QLatin1String("id"));
    if (id.isGiven())
        company.planId = id.id();
}

CompanyRecord recordOf(const JsonNode &root)
{
    CompanyRecord company;
    root.member(QLatin1String("type")).expectText(QLatin1String("company"));
    company.id = CompanyId(root.member(QLatin1String("id")).id());
    readScalars(company, root);
    readPlan(company, root.member(QLatin1String("plan")));
    company.tags = innerList(root, QLatin1String("tags"), tagFrom);
    company.segments = innerList(root, QLatin1String("segments"), segmentFrom);
    company.notes = innerList(root, QLatin1String("notes"), noteFrom);
    const JsonNode attributes = root.member(QLatin1String("custom_attributes"));
    if (attributes.isGiven()) {
        const QJsonObject members = attributes.object();
        for (auto it = members.begin(); it != members.end(); ++it)
            company.customAttributes.insert(it.key(), it.value());
    }
    company.unknownMembers = unknownMembers(root.object());
    return company;
}

} // namespace

Result<CompanyRecord> readCompanyRecord(const QByteArray &json)
{
    return parseJson(json, recordOf);
}

} // namespace roster::api
