// SPDX-License-Identifier: MIT
#include "ui/record/recordlists.h"

#include "ui/panel/panelsection.h"
#include "ui/panel/recordview.h"
#include "ui/record/activitylist.h"
#include "ui/record/conversationslist.h"
#include "ui/record/noteslist.h"
#include "ui/record/segmentslist.h"
#include "ui/record/subscriptionslist.h"

#include <QtCore/QLocale>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace roster {

RecordLists::RecordLists(const RecordListParts &parts, RecordView &view)
    : QObject(&view)
    , m_notes(new NotesList(parts, &view))
    , m_segments(new SegmentsList(parts, &view))
    , m_subscriptions(new SubscriptionsList(parts, &view))
    , m_conversations(new ConversationsList(parts, &view))
    , m_activity(new ActivityList(parts, &view))
{
    using Kind = PanelSection::Kind;
    PanelSection *notes = view.newSection(u"notesSection"_s, Kind::Fixed);
    QPushButton *add = notes->addLink(u"panelAddNoteButton"_s, tr("Add"), tr("Add note"));
    connect(add, &QPushButton::clicked, this, &RecordLists::addNoteRequested);
    addList(notes, m_notes, tr("Notes"));
    addList(view.newSection(u"conversationsSection"_s, Kind::Folding), m_conversations,
            tr("Conversations"));
    addList(view.newSection(u"segmentsSection"_s, Kind::Folding), m_segments, tr("Segments"));
    addList(view.newSection(u"subscriptionsSection"_s, Kind::Folding), m_subscriptions,
            tr("Subscriptions"));
    PanelSection *activity = view.activitySection();
    activity->body()->addWidget(m_activity);
    connect(activity, &PanelSection::foldingChanged, m_activity, &ReadList::setWanted);
    for (ReadList *list : view.findChildren<ReadList *>())
        connect(list, &ReadList::counted, &view, &RecordView::orderTabs);
    connect(m_notes, &NotesList::linkActivated, this, &RecordLists::linkActivated);
    connect(m_conversations, &ConversationsList::openRequested, this,
            &RecordLists::conversationRequested);
}

void RecordLists::addList(PanelSection *section, ReadList *list, const QString &title)
{
    section->setTitle(title);
    section->body()->addWidget(list);
    connect(list, &ReadList::counted, section, [section, title](int total) {
        section->setTitle(total > 0 ? u"%1 · %2"_s.arg(title, QLocale().toString(total)) : title);
    });
    connect(section, &PanelSection::foldingChanged, list, &ReadList::setWanted);
    list->setWanted(section->isUnfolded());
}

void RecordLists::setContact(const Contact &contact)
{
    m_notes->setContact(contact.id, contact.notes.total);
    m_segments->setContact(contact.id);
    m_subscriptions->setContact(contact.id);
    m_conversations->setContact(contact.id);
    m_activity->setContact(contact.id);
}

} // namespace roster
