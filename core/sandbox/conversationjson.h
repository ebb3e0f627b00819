// SPDX-License-Identifier: MIT
#pragma once

#include "core/sandbox/context.h"
#include "core/sandbox/conversationrow.h"

#include <QHash>
#include <QJsonArray>
#include <QList>

namespace roster::sandbox::conversations {

//! How much of a conversation is told, and how.
enum class Telling {
    InList,    //!< without what followed
    Whole,     //!< with it
    PlainTexts //!< with it, and without HTML
};

//! \a rows as answers of \a version carry them, in the same order.
[[nodiscard]] QJsonArray json(Context &context, const QList<ConversationRow> &rows,
                              ApiVersion version, Telling telling);

} // namespace roster::sandbox::conversations
