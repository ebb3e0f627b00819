// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/id.h"

#include <QtCore/QList>
#include <QtCore/QUrl>

#include <optional>

namespace roster {

//! A file that came with a message (schema part attachment). Its address and type are what a
//! stranger said.
struct Attachment
{
    QString name;
    QUrl url;
    QString contentType;
    //! Bytes; nothing: not told.
    std::optional<qint64> size;

    friend bool operator==(const Attachment &, const Attachment &) = default;
};

//! Something said or done in a conversation (schemas conversation source and conversation part).
struct ConversationPart
{
    QString id;
    //! Intercom's word: "comment", "note", "assignment", "close" and others; empty for the first
    //! message.
    QString kind;
    //! "user", "lead", "admin", "bot", "team".
    QString authorKind;
    QString authorName;
    //! HTML, or plain text when that was asked for; empty where something was done and nothing
    //! said.
    QString body;
    //! Unix seconds.
    std::optional<qint64> createdAt;
    QList<Attachment> attachments;
    //! Somebody took its content away.
    bool isRedacted = false;

    friend bool operator==(const ConversationPart &, const ConversationPart &) = default;
};

//! A conversation with a contact (schemas conversation and conversation list item).
struct Conversation
{
    enum class State { Open, Closed, Snoozed, Other };

    ConversationId id;
    //! What the workspace calls it; often empty.
    QString title;
    //! What its first message was about, as in an e-mail.
    QString subject;
    State state = State::Other;
    //! Unix seconds.
    std::optional<qint64> createdAt;
    std::optional<qint64> updatedAt;
    //! "conversation", "email", "whatsapp" and others: how it began.
    QString channel;
    ConversationPart source;
    //! What followed, the oldest first; empty in lists.
    QList<ConversationPart> parts;
    //! How many followed in all, of which parts may be the latest.
    int totalParts = 0;
    //! Those who take part in it.
    QList<ContactId> contacts;

    friend bool operator==(const Conversation &, const Conversation &) = default;
};

} // namespace roster
