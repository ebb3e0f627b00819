// SPDX-License-Identifier: MIT
#include "core/sandbox/conversationrow.h"

namespace roster::sandbox::conversations {

using namespace Qt::StringLiterals;

// Contacts that were deleted are not told of any more, though they are kept for a while.
QString source()
{
    return u"conversation v LEFT JOIN contact a ON a.seq=v.contact AND a.state<>2"
           " LEFT JOIN tag t ON t.id=v.tag LEFT JOIN conversation_text x ON x.thread=v.thread"_s;
}

QString selection()
{
    return u"v.id, v.created_at, v.updated_at, v.state, v.is_read, v.priority, v.admin, v.starter,"
           " v.channel, v.thread, v.parts, v.body, v.snoozed_until, v.waiting_since,"
           " a.id, a.is_lead, a.name, a.email, t.id, t.name"_s;
}

ConversationRow read(const Rows &rows)
{
    ConversationRow row;
    row.id = rows.number(0);
    row.createdAt = rows.number(1);
    row.updatedAt = rows.number(2);
    row.state = static_cast<ConversationState>(rows.number(3));
    row.isRead = rows.number(4) != 0;
    row.isPriority = rows.number(5) != 0;
    row.admin = rows.optional(6);
    row.starter = rows.optional(7);
    row.channel = static_cast<Channel>(rows.number(8));
    row.thread = rows.optional(9);
    row.parts = rows.number(10);
    row.body = rows.text(11);
    row.snoozedUntil = rows.optional(12);
    row.waitingSince = rows.optional(13);
    row.contact = {rows.text(14), rows.number(15) != 0, rows.text(16), rows.text(17)};
    row.tag = rows.optional(18);
    row.tagName = rows.text(19);
    return row;
}

QString nameOf(ConversationState state)
{
    switch (state) {
    case ConversationState::Closed:
        return u"closed"_s;
    case ConversationState::Snoozed:
        return u"snoozed"_s;
    case ConversationState::Open:
        break;
    }
    return u"open"_s;
}

QString nameOf(Channel channel)
{
    switch (channel) {
    case Channel::Email:
        return u"email"_s;
    case Channel::WhatsApp:
        return u"whatsapp"_s;
    case Channel::Messenger:
        break;
    }
    return u"conversation"_s;
}

QString appPage()
{
    return u"https://app.sandbox.example/home"_s;
}

} // namespace roster::sandbox::conversations
