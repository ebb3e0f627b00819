// SPDX-License-Identifier: MIT
#include "core/sandbox/bodyreader.h"
#include "core/sandbox/companies.h"
#include "core/sandbox/contactstore.h"
#include "core/sandbox/errors.h"
#include "core/sandbox/pages.h"

namespace roster::sandbox::companies {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostCompanies = 1000;

qint64 countOf(Context &context, qint64 contact)
{
    return context.db.scalar(u"SELECT count(*) FROM contact_company WHERE contact=?"_s, {contact})
        .toLongLong();
}

bool isAttached(Context &context, qint64 contact, qint64 company)
{
    return context.db
        .scalar(u"SELECT 1 FROM contact_company WHERE contact=? AND company=?"_s,
                {contact, company})
        .isValid();
}

} // namespace

Outcome ofContact(Context &context, const Call &call)
{
    const auto row = contacts::findActive(context, call.ids.at(0));
    if (!row)
        return problems::userNotFound();
    const auto page = readNumberedPage(call, defaultPageSize, largestSubPage);
    if (!page)
        return page.problem();
    QList<CompanyRow> found;
    {
        Rows rows = context.db.select(
            u"SELECT "_s + selection(u"k"_s) +
                u" FROM contact_company t JOIN company k ON k.seq=t.company WHERE t.contact=?"
                " ORDER BY t.attached_at, t.company LIMIT ? OFFSET ?"_s,
            {row->seq, page->size, page->offset()});
        while (rows.next())
            found.append(readCompany(rows));
    }
    QJsonArray data;
    for (const CompanyRow &company : found)
        data.append(json(context, company, call.version));
    return QJsonValue(numberedListJson(data, countOf(context, row->seq), *page, call));
}

Outcome attachToContact(Context &context, const Call &call)
{
    const auto row = contacts::findActive(context, call.ids.at(0));
    if (!row)
        return problems::userNotFound();
    const Checked<QJsonObject> body = call.bodyObject();
    if (!body)
        return body.problem();
    BodyReader reader(*body);
    const QString id = reader.id(u"id"_s);
    if (reader.isRefused())
        return reader.problem();
    if (id.isNull())
        return problems::missing(u"company not specified"_s, u"id"_s);
    const auto company = find(context, id);
    if (!company)
        return problems::companyNotFound();
    if (!isAttached(context, row->seq, company->seq)) {
        if (countOf(context, row->seq) >= mostCompanies)
            return problems::companyLimit();
        lag::noteChange(context, row->seq);
        context.db.run(
            u"INSERT INTO contact_company(contact, company, attached_at) VALUES(?,?,?)"_s,
            {row->seq, company->seq, context.now()});
        contacts::touch(context, *row);
    }
    return QJsonValue(json(context, *company, call.version));
}

Outcome detachFromContact(Context &context, const Call &call)
{
    const auto row = contacts::findActive(context, call.ids.at(0));
    if (!row)
        return problems::userNotFound();
    const auto company = find(context, call.ids.at(1));
    if (!company || !isAttached(context, row->seq, company->seq))
        return problems::companyNotFound();
    lag::noteChange(context, row->seq);
    context.db.run(u"DELETE FROM contact_company WHERE contact=? AND company=?"_s,
                   {row->seq, company->seq});
    contacts::touch(context, *row);
    return QJsonValue(json(context, *company, call.version));
}

} // namespace roster::sandbox::companies
