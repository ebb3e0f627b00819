// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/contact.h"
#include "core/domain/conversation.h"
#include "ui/record/recordlistparts.h"

#include <QtCore/QObject>

namespace roster {

class ActivityList;
class ConversationsList;
class NotesList;
class PanelSection;
class ReadList;
class RecordView;
class SegmentsList;
class SubscriptionsList;

//! What hangs off the contact in the panel and is not part of its record: puts the sections for it
//! into the view and has each read what belongs to the contact that is shown. What is folded away
//! is not read.
class RecordLists : public QObject
{
    Q_OBJECT

public:
    //! `view` outlives this.
    RecordLists(const RecordListParts &parts, RecordView &view);

    void setContact(const Contact &contact);

Q_SIGNALS:
    void addNoteRequested();
    void conversationRequested(const roster::Conversation &conversation);
    //! A link in a note.
    void linkActivated(const QString &address);

private:
    void addList(PanelSection *section, ReadList *list, const QString &title);

    NotesList *m_notes;
    SegmentsList *m_segments;
    SubscriptionsList *m_subscriptions;
    ConversationsList *m_conversations;
    ActivityList *m_activity;
};

} // namespace roster
