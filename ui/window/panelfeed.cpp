// SPDX-License-Identifier: MIT
#include "ui/window/panelfeed.h"

#include "core/service/contactservice.h"
#include "core/service/session.h"
#include "ui/contacts/contacttableview.h"
#include "ui/panel/contactpanel.h"
#include "ui/panel/recordview.h"
#include "ui/panel/selectionsummary.h"
#include "ui/record/recordlists.h"
#include "ui/widgets/buttons.h"
#include "ui/window/actions.h"
#include "ui/window/contactcommands.h"
#include "ui/window/contactsview.h"
#include "ui/window/lifecyclemenu.h"
#include "ui/window/recordcommands.h"

#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>

namespace roster {

namespace {

constexpr int ShowMs = 30;
//! A contact that is looked at for this long has its record completed.
constexpr int CompleteMs = 200;

} // namespace

PanelFeed::PanelFeed(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_lists(new RecordLists({parts.theme, parts.session}, parts.panel.record()))
{
    addButtons();
    connectRecord();
    connectLists();
    m_showTimer.setSingleShot(true);
    m_showTimer.setInterval(ShowMs);
    connect(&m_showTimer, &QTimer::timeout, this, &PanelFeed::showSelection);
    m_completeTimer.setSingleShot(true);
    m_completeTimer.setInterval(CompleteMs);
    connect(&m_completeTimer, &QTimer::timeout, this, &PanelFeed::completeShown);
}

void PanelFeed::addButtons()
{
    const auto button = [this](ActionId id, const QString &name, const QString &text) {
        QPushButton *made = makeButton(name, text, &m_parts.panel);
        QAction *action = &m_parts.actions[id];
        connect(made, &QPushButton::clicked, action, &QAction::trigger);
        connect(action, &QAction::changed, made, [made, action] {
            made->setEnabled(action->isEnabled());
            made->setToolTip(action->isEnabled() ? QString() : action->toolTip());
        });
        return made;
    };
    const auto menuButton = [this](const QString &name, const QString &text,
                                   const QList<ActionId> &ids) {
        QPushButton *made = makeQuietButton(name, text, &m_parts.panel);
        auto *menu = new QMenu(made);
        for (const ActionId id : ids)
            menu->addAction(&m_parts.actions[id]);
        made->setMenu(menu);
        return made;
    };
    const QList<ActionId> copies = {ActionId::CopyEmail, ActionId::CopyText, ActionId::CopyJson,
                                    ActionId::CopyCurl};
    RecordView &record = m_parts.panel.record();
    record.addButton(button(ActionId::EditContact, QStringLiteral("editButton"), tr("Edit")));
    record.addButton(button(ActionId::Archive, QStringLiteral("archiveButton"), tr("Archive")));
    record.addButton(menuButton(QStringLiteral("copyButton"), tr("Copy ▾"), copies));
    QPushButton *more = menuButton(
        QStringLiteral("moreButton"), tr("More ▾"),
        {ActionId::AddTag, ActionId::RemoveTag, ActionId::AttachCompany, ActionId::DetachCompany,
         ActionId::SetOwner, ActionId::SetAttribute, ActionId::Unsubscribe, ActionId::AddNote,
         ActionId::Export, ActionId::ShowJson, ActionId::OpenOnWeb});
    addLifecycleActions(*more->menu(), m_parts.actions);
    record.addButton(more);
    SelectionSummary &summary = m_parts.panel.summary();
    summary.addButton(
        button(ActionId::Archive, QStringLiteral("archiveManyButton"), tr("Archive…")));
    summary.addButton(button(ActionId::AddTag, QStringLiteral("addTagManyButton"), tr("Add tag…")));
    summary.addButton(menuButton(QStringLiteral("copyManyButton"), tr("Copy ▾"), copies));
    connect(&summary, &SelectionSummary::addTagRequested, &m_parts.actions[ActionId::AddTag],
            &QAction::trigger);
    connect(&summary, &SelectionSummary::setOwnerRequested, &m_parts.actions[ActionId::SetOwner],
            &QAction::trigger);
}

void PanelFeed::connectRecord()
{
    const RecordView *record = &m_parts.panel.record();
    ContactCommands *commands = &m_parts.commands;
    const auto shownOrNone = [this] { return shownTarget().value_or(BulkTarget()); };
    connect(record, &RecordView::addTagRequested, commands,
            [commands, shownOrNone] { commands->addTag({{shownOrNone()}}); });
    connect(
        record, &RecordView::removeTagRequested, commands,
        [commands, shownOrNone](const TagId &tag) { commands->removeTagNow(shownOrNone(), tag); });
    connect(record, &RecordView::attachCompanyRequested, commands,
            [commands, shownOrNone] { commands->attachCompany({{shownOrNone()}}); });
    connect(record, &RecordView::detachCompanyRequested, commands,
            [commands, shownOrNone](const CompanyId &company) {
                commands->detachCompanyNow(shownOrNone(), company);
            });
    connect(record, &RecordView::companyRequested, commands, &ContactCommands::openCompany);
    connect(record, &RecordView::newAttributeRequested, commands,
            &ContactCommands::createAttribute);
    connect(record, &RecordView::editRequested, commands,
            [this, commands] { commands->editContact(m_parts.panel.contactId()); });
}

void PanelFeed::connectLists()
{
    RecordCommands *records = &m_parts.records;
    connect(&m_parts.panel, &ContactPanel::contactShown, m_lists, &RecordLists::setContact);
    connect(m_lists, &RecordLists::addNoteRequested, &m_parts.actions[ActionId::AddNote],
            &QAction::trigger);
    connect(m_lists, &RecordLists::conversationRequested, records,
            &RecordCommands::readConversation);
    connect(m_lists, &RecordLists::linkActivated, records, &RecordCommands::openLink);
    const auto about = [this](ActionId id, void (RecordCommands::*act)(const BulkTarget &)) {
        connect(&m_parts.actions[id], &QAction::triggered, this, [this, act] {
            if (const auto target = shownTarget())
                (m_parts.records.*act)(*target);
        });
    };
    about(ActionId::AddNote, &RecordCommands::addNote);
    about(ActionId::ShowJson, &RecordCommands::showJson);
    connect(&m_parts.actions[ActionId::OpenOnWeb], &QAction::triggered, this,
            [this] { m_parts.records.openOnWeb(m_parts.panel.contactId()); });
}

void PanelFeed::follow()
{
    if (!m_showTimer.isActive())
        m_showTimer.start();
    m_completeTimer.start();
}

void PanelFeed::showSelection()
{
    if (!m_isFollowing || m_parts.contacts.isRevealing())
        return;
    const ContactSelection &selection = m_parts.contacts.selection();
    if (selection.count() > 1)
        return showMany();
    // The row went with the contact: the next one is shown when somebody chooses it.
    if (selection.isEmpty() && !m_parts.panel.vanishedId().isEmpty())
        return Q_EMIT shown();
    const QList<ContactId> ids = selection.ids();
    const ContactId id = ids.isEmpty() ? selection.currentId() : ids.constFirst();
    id.isEmpty() ? m_parts.panel.showNothing() : m_parts.panel.showContact(id);
    Q_EMIT shown();
}

void PanelFeed::showMany()
{
    const ContactSelection &selection = m_parts.contacts.selection();
    std::vector<RowKey> keys;
    for (const RowKey key : selection.keys().keys()) {
        keys.push_back(key);
        if (keys.size() == SelectionSummary::mostRows)
            break;
    }
    m_parts.panel.showMany(m_parts.session.book().rows(keys), selection.count());
}

void PanelFeed::completeShown()
{
    const ContactId id = m_parts.panel.contactId();
    const auto contact = id.isEmpty() ? std::nullopt : m_parts.session.book().contact(id);
    if (contact && !(contact->tags.isComplete() && contact->companies.isComplete()))
        m_parts.session.contacts().fetch(id);
}

std::optional<BulkTarget> PanelFeed::shownTarget() const
{
    const ContactId id = m_parts.panel.contactId();
    const auto contact = id.isEmpty() ? std::nullopt : m_parts.session.book().contact(id);
    if (!contact)
        return std::nullopt;
    return BulkTarget{contact->id, contact->label(), contact->email(), contact->role()};
}

void PanelFeed::choose(const TargetReader::Then &then)
{
    delete m_reader;
    const ContactSelection &selection = m_parts.contacts.selection();
    if (selection.isEmpty()) {
        if (const auto one = shownTarget())
            then({{*one}, 0});
        return;
    }
    m_reader = new TargetReader(m_parts.session.book(), selection.keysInOrder(),
                                selection.hiddenCount(), then, this);
    m_reader->start();
}

} // namespace roster
