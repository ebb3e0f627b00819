// SPDX-License-Identifier: MIT
#include "core/sandbox/conversationstore.h"

#include "core/sandbox/conversations.h"
#include "core/sandbox/ids.h"

namespace roster::sandbox::conversations {

using namespace Qt::StringLiterals;

std::optional<ConversationRow> find(Context &context, const QString &id)
{
    const auto number = ids::decimal(id);
    if (!number || contactCount(context, *number) == 0)
        return std::nullopt;
    Rows rows = context.db.select(
        u"SELECT "_s + selection() + u" FROM "_s + source() + u" WHERE v.id=?"_s, {*number});
    if (!rows.next())
        return std::nullopt;
    return read(rows);
}

bool hasContact(Context &context, qint64 id, qint64 seq)
{
    return context.db
        .scalar(u"SELECT 1 FROM conversation_contact WHERE conversation=? AND contact=?"_s,
                {id, seq})
        .isValid();
}

qint64 contactCount(Context &context, qint64 id)
{
    return context.db
        .scalar(u"SELECT count(*) FROM conversation_contact p JOIN contact c ON c.seq=p.contact"
                " WHERE p.conversation=? AND c.state NOT IN (2,3)"_s,
                {id})
        .toLongLong();
}

void handOver(Context &context, qint64 from, qint64 into)
{
    context.db.run(u"UPDATE conversation SET contact=? WHERE contact=?"_s, {into, from});
    context.db.run(u"UPDATE OR IGNORE conversation_contact SET contact=? WHERE contact=?"_s,
                   {into, from});
    context.db.run(u"DELETE FROM conversation_contact WHERE contact=?"_s, {from});
}

void forget(Context &context, qint64 contact)
{
    context.db.run(u"DELETE FROM conversation WHERE id IN (SELECT p.conversation FROM"
                   " conversation_contact p WHERE p.contact=? AND NOT EXISTS (SELECT 1 FROM"
                   " conversation_contact q WHERE q.conversation=p.conversation"
                   " AND q.contact<>p.contact))"_s,
                   {contact});
    context.db.run(u"DELETE FROM conversation_contact WHERE contact=?"_s, {contact});
    context.db.run(u"UPDATE conversation SET contact=NULL WHERE contact=?"_s, {contact});
}

} // namespace roster::sandbox::conversations
