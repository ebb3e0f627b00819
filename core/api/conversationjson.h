// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/conversation.h"
#include "core/domain/page.h"
#include "core/domain/result.h"

#include <QtCore/QByteArray>

namespace roster::api {

//! One conversation with what followed its first message (schema conversation).
Result<Conversation> readConversation(const QByteArray &json);
//! A page of conversations, without what followed (schema conversation.list); Page::next is a
//! cursor.
Result<Page<Conversation>> readConversations(const QByteArray &json);

} // namespace roster::api
