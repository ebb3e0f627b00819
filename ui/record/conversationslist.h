// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/conversation.h"
#include "core/domain/page.h"
#include "ui/record/readlist.h"
#include "ui/record/recordlistparts.h"

class QVBoxLayout;

namespace roster {

//! The conversations of a contact, the latest first: what each is about, whether it is open, and
//! when something last happened. A page at a time.
class ConversationsList : public ReadList
{
    Q_OBJECT

public:
    ConversationsList(const RecordListParts &parts, QWidget *parent);

Q_SIGNALS:
    //! One of them was pressed.
    void openRequested(const roster::Conversation &conversation);

protected:
    void read() override;
    QString readingText() const override { return tr("Reading conversations…"); }
    QString nothingText() const override { return tr("No conversations"); }

private:
    void readPage(const QString &cursor);
    void add(const Page<Conversation> &page);
    QWidget *rowOf(const Conversation &conversation, int number, QWidget *parent);

    RecordListParts m_parts;
    QList<Conversation> m_conversations;
};

} // namespace roster
