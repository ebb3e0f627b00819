// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/conversation.h"
#include "ui/prompts/tasksheet.h"
#include "ui/record/recordlistparts.h"

namespace roster {

//! One conversation to read: who said what and when, as plain words, with the files that came with
//! it by name, type and size. Files are saved when somebody asks for it and never opened.
class ConversationSheet : public TaskSheet
{
    Q_OBJECT

public:
    //! Reads `conversation` anew; what is known of it is shown at once.
    ConversationSheet(const RecordListParts &parts, const Conversation &conversation,
                      QWidget *host);

Q_SIGNALS:
    //! Somebody wants a file of it.
    void saveRequested(const roster::Attachment &attachment);

protected:
    void proceed() override;

private:
    void readNow();
    void show(const Conversation &conversation);
    QWidget *partRow(const ConversationPart &part, int number, QWidget *parent);
    QWidget *attachmentRow(const Attachment &attachment, const QString &name, QWidget *parent);

    RecordListParts m_parts;
    ConversationId m_id;
    QPointer<QWidget> m_shown;
};

} // namespace roster
