// SPDX-License-Identifier: MIT
#pragma once

#include "core/sandbox/conversationrow.h"

#include <QList>

//! What happens in a conversation after it began: worked out from its row, so that a workspace of a
//! million contacts holds no parts.
namespace roster::sandbox::conversations {

//! Who wrote or did something.
enum class Actor { Contact, Admin, Bot };

//! Something that was said or done.
struct Part
{
    qint64 id = 0;
    QString kind; //!< "comment", "note", "assignment", "close", "snoozed", "open"
    Actor actor = Actor::Contact;
    qint64 admin = 0; //!< whose number, where actor is one of the team
    QString body;     //!< HTML; null: nothing was said
    qint64 at = 0;
    std::optional<qint64> assignedTo;
    QList<int> files; //!< numbers of files that came with it
    bool isRedacted = false;
    ConversationState state = ConversationState::Open; //!< of the conversation from then on
};

//! How many parts an answer carries at most: the latest.
inline constexpr qint64 mostParts = 500;

//! The first message, as a part with the number of the conversation's source.
[[nodiscard]] Part firstMessage(const ConversationRow &row, quint64 salt);
//! What followed, the oldest first; the latest mostParts.
[[nodiscard]] QList<Part> laterParts(const ConversationRow &row, quint64 salt);
//! True when the last word in an open conversation is the contact's, who then waits.
[[nodiscard]] bool endsWithContact(qint64 id);
//! The number of the part at \a place of conversation \a id; 0 is the first message.
[[nodiscard]] qint64 partId(qint64 id, qint64 place);

} // namespace roster::sandbox::conversations
