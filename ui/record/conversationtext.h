// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/conversation.h"

namespace roster {

//! What a conversation is about: its title, else its subject, else how it began.
QString conversationTitle(const Conversation &conversation);
//! "Open · email · 3 d ago"; `at` tells when something last happened.
QString conversationFacts(const Conversation &conversation, const QString &at);
//! Who said or did it: "Ada Lovelace", "Roster bot"; what kind of author where no name is told.
QString partAuthor(const ConversationPart &part);
//! What was done where nothing was said: "Closed the conversation".
QString partDeed(const ConversationPart &part);
//! "invoice.pdf · PDF · 24 KB"; type and size are what the server said.
QString attachmentText(const Attachment &attachment);

} // namespace roster
