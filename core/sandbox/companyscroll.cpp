// SPDX-License-Identifier: MIT
#include "core/sandbox/companyscroll.h"

#include "core/sandbox/companies.h"

#include <QJsonArray>
#include <QUuid>

namespace roster::sandbox::companies {

using namespace Qt::StringLiterals;

namespace {

constexpr int scrollPageSize = 100;
constexpr qint64 unusedAtMostMs = 60'000;

QList<CompanyRow> nextRows(Context &context)
{
    QList<CompanyRow> found;
    Rows rows = context.db.select(u"SELECT "_s + selection(u"k"_s) +
                                      u" FROM company k WHERE k.seq>? AND "_s + listCondition() +
                                      u" ORDER BY k.seq LIMIT ?"_s,
                                  {context.scroll->after, scrollPageSize});
    while (rows.next())
        found.append(readCompany(rows));
    return found;
}

QJsonObject nextPage(Context &context, ApiVersion version)
{
    const QString param = context.scroll->param;
    QJsonArray data;
    for (const CompanyRow &row : nextRows(context)) {
        context.scroll->after = row.seq;
        data.append(json(context, row, version));
    }
    context.scroll->usedAtMs = context.nowMs();
    if (data.isEmpty())
        context.scroll.reset();
    return {{u"type"_s, u"list"_s},
            {u"data"_s, data},
            {u"pages"_s, QJsonValue::Null},
            {u"total_count"_s, QJsonValue::Null},
            {u"scroll_param"_s, param}};
}

} // namespace

Outcome scroll(Context &context, const Call &call)
{
    if (context.scroll && context.nowMs() - context.scroll->usedAtMs >= unusedAtMostMs)
        context.scroll.reset();
    const QString param = call.parameter(u"scroll_param"_s);
    if (param.isEmpty()) {
        if (context.scroll)
            return Problem{
                400, u"scroll_exists"_s, u"scroll already exists for this workspace"_s, {}};
        context.scroll = OpenScroll{QUuid::createUuid().toString(QUuid::WithoutBraces)};
    } else if (!context.scroll || context.scroll->param != param) {
        // What Intercom answers is documented nowhere: to begin anew is all that is left to do.
        return Problem{404, u"not_found"_s, u"scroll parameter not found"_s, u"scroll_param"_s};
    }
    return QJsonValue(nextPage(context, call.version));
}

} // namespace roster::sandbox::companies
