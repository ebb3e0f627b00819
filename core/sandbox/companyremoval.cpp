// SPDX-License-Identifier: MIT
#include "core/sandbox/companies.h"
#include "core/sandbox/errors.h"
#include "core/sandbox/lag.h"

namespace roster::sandbox::companies {

using namespace Qt::StringLiterals;

namespace {

// The contacts stay; each has changed, as if the company had been taken off it.
void detachAll(Context &context, qint64 company)
{
    QList<qint64> members;
    {
        Rows rows = context.db.select(
            u"SELECT contact FROM contact_company WHERE company=? ORDER BY contact"_s, {company});
        while (rows.next())
            members.append(rows.number(0));
    }
    for (const qint64 contact : members)
        lag::noteChange(context, contact);
    context.db.run(u"UPDATE contact SET updated_at=max(updated_at,?) WHERE seq IN"
                   " (SELECT contact FROM contact_company WHERE company=?)"_s,
                   {context.now(), company});
    context.db.run(u"DELETE FROM contact_company WHERE company=?"_s, {company});
}

} // namespace

Outcome remove(Context &context, const Call &call)
{
    const auto row = find(context, call.ids.at(0));
    if (!row)
        return problems::companyNotFound();
    detachAll(context, row->seq);
    context.db.run(u"DELETE FROM company_tag WHERE company=?"_s, {row->seq});
    context.db.run(u"DELETE FROM company WHERE seq=?"_s, {row->seq});
    return QJsonValue(
        QJsonObject{{u"id"_s, row->id}, {u"object"_s, u"company"_s}, {u"deleted"_s, true}});
}

} // namespace roster::sandbox::companies
