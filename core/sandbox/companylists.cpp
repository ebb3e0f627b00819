// SPDX-License-Identifier: MIT
#include "core/sandbox/companies.h"
#include "core/sandbox/errors.h"
#include "core/sandbox/pages.h"
#include "core/sandbox/segments.h"
#include "core/sandbox/tags.h"

namespace roster::sandbox::companies {

using namespace Qt::StringLiterals;

namespace {

//! A WHERE clause over the company table k, with what it binds, and an order.
struct Choice
{
    QString where;
    QVariantList values;
    QString order;
};

Outcome page(Context &context, const Call &call, const Choice &choice)
{
    const auto page = readNumberedPage(call, defaultCompanyPageSize, largestPage);
    if (!page)
        return page.problem();
    if (page->number > 1 && page->offset() >= reachableCompanies)
        return problems::badRequest(u"page limit reached, please use scroll API"_s);
    const qint64 total =
        context.db.scalar(u"SELECT count(*) FROM company k WHERE "_s + choice.where, choice.values)
            .toLongLong();
    QList<CompanyRow> found;
    {
        Rows rows = context.db.select(u"SELECT "_s + selection(u"k"_s) +
                                          u" FROM company k WHERE "_s + choice.where +
                                          u" ORDER BY "_s + choice.order + u" LIMIT ? OFFSET ?"_s,
                                      choice.values + QVariantList{page->size, page->offset()});
        while (rows.next())
            found.append(readCompany(rows));
    }
    QJsonArray data;
    for (const CompanyRow &row : found)
        data.append(json(context, row, call.version));
    return QJsonValue(numberedListJson(data, total, *page, call));
}

Outcome lookUpByName(Context &context, const Call &call, const QString &name)
{
    QList<CompanyRow> found;
    {
        Rows rows =
            context.db.select(u"SELECT "_s + selection(u"k"_s) +
                                  u" FROM company k WHERE k.name=? ORDER BY k.seq LIMIT 1"_s,
                              {name});
        while (rows.next())
            found.append(readCompany(rows));
    }
    if (found.isEmpty())
        return problems::companyNotFound();
    return QJsonValue(json(context, found.first(), call.version));
}

} // namespace

QString listCondition()
{
    return u"EXISTS(SELECT 1 FROM contact_company t JOIN contact c ON c.seq=t.contact"
           " WHERE t.company=k.seq AND c.state=0)"_s;
}

Outcome list(Context &context, const Call &call)
{
    if (const QString companyId = call.parameter(u"company_id"_s); !companyId.isNull()) {
        const auto row = findByCompanyId(context, companyId);
        if (!row)
            return problems::companyNotFound();
        return QJsonValue(json(context, *row, call.version));
    }
    if (const QString name = call.parameter(u"name"_s); !name.isNull())
        return lookUpByName(context, call, name);
    Choice choice{listCondition(), {}, u"k.created_at DESC, k.seq DESC"_s};
    if (const QString tagId = call.parameter(u"tag_id"_s); !tagId.isNull()) {
        const auto tag = tags::find(context, tagId);
        if (!tag)
            return problems::companyNotFound();
        choice.where += u" AND k.seq IN (SELECT company FROM company_tag WHERE tag=?)"_s;
        choice.values.append(tag->id);
    }
    if (const QString id = call.parameter(u"segment_id"_s); !id.isNull()) {
        const auto segment = segments::findOfCompanies(context, id);
        if (!segment)
            return problems::companyNotFound();
        choice.where += u" AND "_s + segment->sql();
    }
    return page(context, call, choice);
}

Outcome listAll(Context &context, const Call &call)
{
    QString order = call.parameter(u"order"_s);
    if (order.isNull())
        order = u"desc"_s;
    if (order != "asc"_L1 && order != "desc"_L1)
        return problems::invalid(u"order must be asc or desc"_s, u"order"_s);
    return page(
        context, call,
        {listCondition(), {}, u"ifnull(k.last_request_at,0) "_s + order + u", k.seq "_s + order});
}

Outcome show(Context &context, const Call &call)
{
    const auto row = find(context, call.ids.at(0));
    if (!row)
        return problems::companyNotFound();
    return QJsonValue(json(context, *row, call.version));
}

} // namespace roster::sandbox::companies
