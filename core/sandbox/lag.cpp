// SPDX-License-Identifier: MIT
#include "core/sandbox/lag.h"

#include "core/sandbox/contactrow.h"

#include <limits>

namespace roster::sandbox {

using namespace Qt::StringLiterals;

Sight Sight::live()
{
    return {u"contact"_s, u"contact_tag"_s, u"contact_company"_s};
}

namespace lag {

void noteChange(Context &context, qint64 seq)
{
    if (context.options.searchLagMs <= 0)
        return;
    static const QString sql =
        u"INSERT INTO contact_stale(until, absent, tags, companies, seq,"_s +
        contactColumns().join(u',') +
        u") SELECT ?, 0,"
        " (SELECT json_group_array(json_array(tag, applied_at, admin)) FROM contact_tag"
        "  WHERE contact=c.seq),"
        " (SELECT json_group_array(json_array(company, attached_at)) FROM contact_company"
        "  WHERE contact=c.seq), "_s +
        contactSelection(u"c"_s) + u" FROM contact c WHERE seq=?"_s;
    context.db.run(sql, {context.nowMs() + context.options.searchLagMs, seq});
}

void noteCreation(Context &context, qint64 seq)
{
    if (context.options.searchLagMs <= 0)
        return;
    context.db.run(u"INSERT INTO contact_stale(until, absent, seq) VALUES(?,1,?)"_s,
                   {context.nowMs() + context.options.searchLagMs, seq});
}

Sight sight(Context &context)
{
    Database &db = context.db;
    if (!db.scalar(u"SELECT 1 FROM contact_stale LIMIT 1"_s).isValid())
        return Sight::live();
    // Without a lag nothing stays hidden, whatever an earlier run with one left behind.
    const qint64 until =
        context.options.searchLagMs > 0 ? context.nowMs() : std::numeric_limits<qint64>::max();
    if (db.run(u"DELETE FROM contact_stale WHERE until<=?"_s, {until}) > 0)
        context.totals.clear();
    if (!db.scalar(u"SELECT 1 FROM contact_stale LIMIT 1"_s).isValid())
        return Sight::live();
    return {u"contact_seen"_s, u"contact_tag_seen"_s, u"contact_company_seen"_s};
}

} // namespace lag
} // namespace roster::sandbox
