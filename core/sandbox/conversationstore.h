// SPDX-License-Identifier: MIT
#pragma once

#include "core/sandbox/context.h"
#include "core/sandbox/conversationrow.h"

//! Reading and writing conversations by id.
namespace roster::sandbox::conversations {

//! The conversation called \a id, as long as anybody who takes part in it was not deleted.
[[nodiscard]] std::optional<ConversationRow> find(Context &context, const QString &id);
//! True when the contact \a seq takes part in conversation \a id.
[[nodiscard]] bool hasContact(Context &context, qint64 id, qint64 seq);
//! How many take part in it who are still there.
[[nodiscard]] qint64 contactCount(Context &context, qint64 id);

} // namespace roster::sandbox::conversations
