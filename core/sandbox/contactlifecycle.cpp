// SPDX-License-Identifier: MIT
#include "core/sandbox/contactjson.h"
#include "core/sandbox/contactstore.h"
#include "core/sandbox/contactwrites.h"
#include "core/sandbox/errors.h"

namespace roster::sandbox::contacts {

using namespace Qt::StringLiterals;

namespace {

// No operation sees it any more.
bool isGone(const ContactRow &row)
{
    return row.state == ContactState::Deleted || row.state == ContactState::Merged;
}

void moveTo(Context &context, const ContactRow &row, ContactState state)
{
    if (row.state == state)
        return;
    lag::noteChange(context, row.seq);
    const QVariant deletedAt = state == ContactState::Deleted
                                   ? QVariant(context.now())
                                   : QVariant(QMetaType::fromType<qint64>());
    context.db.run(u"UPDATE contact SET state=?, deleted_at=? WHERE seq=?"_s,
                   {static_cast<int>(state), deletedAt, row.seq});
}

} // namespace

Outcome archive(Context &context, const Call &call)
{
    const auto row = find(context, call.ids.at(0));
    if (!row || isGone(*row) || row->state == ContactState::Blocked)
        return problems::userNotFound();
    moveTo(context, *row, ContactState::Archived);
    return QJsonValue(shortContactJson(*row, u"archived"_s, true));
}

Outcome unarchive(Context &context, const Call &call)
{
    const auto row = find(context, call.ids.at(0));
    if (!row)
        return problems::userNotFound();
    if (isGone(*row))
        return row->state == ContactState::Merged ? problems::mergedAway()
                                                  : problems::notRestorable();
    if (row->state == ContactState::Blocked)
        return problems::blockedAway();
    moveTo(context, *row, ContactState::Active);
    return QJsonValue(shortContactJson(*row, u"archived"_s, false));
}

Outcome block(Context &context, const Call &call)
{
    const auto row = find(context, call.ids.at(0));
    if (!row || isGone(*row))
        return problems::userNotFound();
    moveTo(context, *row, ContactState::Blocked);
    return QJsonValue(shortContactJson(*row, u"blocked"_s, true));
}

Outcome remove(Context &context, const Call &call)
{
    const auto row = find(context, call.ids.at(0));
    if (!row || isGone(*row))
        return problems::userNotFound();
    moveTo(context, *row, ContactState::Deleted);
    return QJsonValue(shortContactJson(*row, u"deleted"_s, true));
}

} // namespace roster::sandbox::contacts
