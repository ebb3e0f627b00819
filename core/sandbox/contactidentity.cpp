// SPDX-License-Identifier: MIT
#include "core/sandbox/contactidentity.h"

#include "core/sandbox/contactstore.h"
#include "core/sandbox/errors.h"
#include "core/sandbox/mergehistory.h"

namespace roster::sandbox::contacts {

using namespace Qt::StringLiterals;

std::optional<Problem> conflictOf(Context &context, const ContactRow &row)
{
    if (row.isLead || (row.externalId.isNull() && row.email.isEmpty()))
        return std::nullopt;
    const QString key = row.externalId.isNull() ? folded(row.email) : row.externalId;
    const QString taken = row.externalId.isNull() ? u"email_key=?"_s : u"external_id=?"_s;
    Rows rows = context.db.select(u"SELECT id, state FROM contact WHERE "_s + taken +
                                      u" AND is_lead=0 AND seq<>? ORDER BY state, seq LIMIT 1"_s,
                                  {key, row.seq});
    if (!rows.next())
        return std::nullopt;
    const auto state = static_cast<ContactState>(rows.number(1));
    if (state == ContactState::Blocked)
        return problems::blockedAway();
    return problems::conflict(rows.text(0), state != ContactState::Active);
}

Outcome readAnswer(Context &context, const Call &call, const std::optional<ContactRow> &row)
{
    const bool isMerged = row && row->state == ContactState::Merged;
    const QString other = isMerged ? mergedInto(context, *row) : QString();
    if (!other.isEmpty() && call.version.tellsMerges())
        return problems::contactMerged(other);
    if (!row || row->state != ContactState::Active)
        return problems::userNotFound();
    return withMergeHistory(context, call, QJsonValue(json(context, *row, call.version)));
}

Outcome findByExternalId(Context &context, const Call &call)
{
    static const QString sql = u"SELECT "_s + contactSelection(u"c"_s) +
                               u" FROM contact c WHERE c.external_id IN (?,?)"
                               " AND (c.is_lead=0 OR c.state=?) ORDER BY c.state, c.seq LIMIT 1"_s;
    // A slash within an id comes as %2F: it makes no segment of its own.
    const QString sent = call.ids.at(0);
    QString plain = sent;
    plain.replace(u"%2F"_s, u"/"_s);
    std::optional<ContactRow> row;
    {
        Rows rows = context.db.select(sql, {plain, sent, static_cast<int>(ContactState::Merged)});
        if (rows.next())
            row = readContact(rows);
    }
    return readAnswer(context, call, row);
}

} // namespace roster::sandbox::contacts
