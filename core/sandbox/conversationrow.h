// SPDX-License-Identifier: MIT
#pragma once

#include "core/sandbox/database.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace roster::sandbox {

//! Where a conversation stands; the numbers are stored.
enum class ConversationState { Open = 0, Closed = 1, Snoozed = 2 };

//! How a conversation began; the numbers are stored.
enum class Channel { Messenger = 0, Email = 1, WhatsApp = 2 };

//! The contact who began a conversation, or whom it was begun with.
struct Correspondent
{
    QString id; //!< empty when that contact is gone
    bool isLead = false;
    QString name;
    QString email;
};

//! One row of the conversation table, with what it refers to. What was said after the first message
//! is not stored: a plot tells it from the row.
struct ConversationRow
{
    qint64 id = 0;
    qint64 createdAt = 0;
    qint64 updatedAt = 0;
    ConversationState state = ConversationState::Open;
    bool isRead = false;
    bool isPriority = false;
    std::optional<qint64> admin;   //!< whom it is assigned to
    std::optional<qint64> starter; //!< the admin who began it; nothing: the contact did
    Channel channel = Channel::Messenger;
    std::optional<qint64> thread; //!< what it is about, by number; nothing: body says it all
    qint64 parts = 0;             //!< how many followed the first message
    QString body;                 //!< HTML of the first message where there is no thread
    std::optional<qint64> snoozedUntil;
    std::optional<qint64> waitingSince;
    Correspondent contact;
    std::optional<qint64> tag;
    QString tagName;
};

namespace conversations {

//! What read() expects, over source(): so many columns.
[[nodiscard]] QString selection();
inline constexpr int selectedColumns = 20;
//! "conversation v …": the table, its correspondent a, its tag t and its thread's texts x.
[[nodiscard]] QString source();
//! The row under the cursor of \a rows, selected by selection().
[[nodiscard]] ConversationRow read(const Rows &rows);

//! "open", "closed", "snoozed"
[[nodiscard]] QString nameOf(ConversationState state);
//! "conversation", "email", "whatsapp"
[[nodiscard]] QString nameOf(Channel channel);
//! Where contacts write in the Messenger: source.url.
[[nodiscard]] QString appPage();

} // namespace conversations
} // namespace roster::sandbox
