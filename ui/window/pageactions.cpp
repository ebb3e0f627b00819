// SPDX-License-Identifier: MIT
#include "ui/window/pageactions.h"

#include "ui/archive/archivedview.h"
#include "ui/bulk/rangesheet.h"
#include "ui/contacts/contacttableview.h"
#include "ui/panel/contactpanel.h"
#include "ui/text/storagetext.h"
#include "ui/window/contactcommands.h"
#include "ui/window/contactsview.h"
#include "ui/window/copycommands.h"
#include "ui/window/lifecyclemenu.h"
#include "ui/window/panelfeed.h"

#include <QtCore/QLocale>
#include <QtWidgets/QMenu>

namespace roster {

namespace {

//! What changes contacts, and is refused where nothing can be written down.
const QList<ActionId> Writes = {
    ActionId::Archive,       ActionId::AddTag,   ActionId::RemoveTag,    ActionId::AttachCompany,
    ActionId::DetachCompany, ActionId::SetOwner, ActionId::SetAttribute, ActionId::Unsubscribe};
const QList<ActionId> Reads = {ActionId::Export, ActionId::CopyEmail, ActionId::CopyText,
                               ActionId::CopyJson, ActionId::CopyCurl};

} // namespace

PageActions::PageActions(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
    connectWrites();
    connectCopies();
    connectLifecycle();
    connectSelection();
    connect(&m_parts.contacts, &ContactsView::menuRequested, this, &PageActions::showMenu);
}

void PageActions::connectWrites()
{
    using Command = void (ContactCommands::*)(const Chosen &);
    const QList<std::pair<ActionId, Command>> commands = {
        {ActionId::Archive, &ContactCommands::archive},
        {ActionId::AddTag, &ContactCommands::addTag},
        {ActionId::RemoveTag, &ContactCommands::removeTag},
        {ActionId::AttachCompany, &ContactCommands::attachCompany},
        {ActionId::DetachCompany, &ContactCommands::detachCompany},
        {ActionId::SetOwner, &ContactCommands::setOwner},
        {ActionId::SetAttribute, &ContactCommands::setAttribute},
        {ActionId::Unsubscribe, &ContactCommands::unsubscribe},
        {ActionId::Export, &ContactCommands::exportContacts}};
    for (const auto &[id, command] : commands) {
        connect(&m_parts.actions[id], &QAction::triggered, this, [this, command = command] {
            m_parts.feed.choose([&commands = m_parts.commands, command](const Chosen &chosen) {
                (commands.*command)(chosen);
            });
        });
    }
    connect(&m_parts.actions[ActionId::Restore], &QAction::triggered, &m_parts.archived,
            &ArchivedView::restoreSelected);
}

void PageActions::connectCopies()
{
    using Copy = void (CopyCommands::*)(const Chosen &);
    const QList<std::pair<ActionId, Copy>> copies = {
        {ActionId::CopyEmail, &CopyCommands::copyEmails},
        {ActionId::CopyText, &CopyCommands::copyText},
        {ActionId::CopyJson, &CopyCommands::copyRecords},
        {ActionId::CopyCurl, &CopyCommands::copyCurl}};
    for (const auto &[id, copy] : copies) {
        connect(&m_parts.actions[id], &QAction::triggered, this, [this, copy = copy] {
            m_parts.feed.choose(
                [&copies = m_parts.copies, copy](const Chosen &chosen) { (copies.*copy)(chosen); });
        });
    }
}

void PageActions::connectLifecycle()
{
    using Command = void (ContactCommands::*)(const ContactId &);
    const QList<std::pair<ActionId, Command>> commands = {
        {ActionId::ConvertToUser, &ContactCommands::convertToUser},
        {ActionId::MergeIntoUser, &ContactCommands::mergeIntoUser},
        {ActionId::BlockContact, &ContactCommands::blockContact},
        {ActionId::DeleteContact, &ContactCommands::deleteContact}};
    for (const auto &[id, command] : commands) {
        connect(&m_parts.actions[id], &QAction::triggered, this, [this, command = command] {
            m_parts.feed.choose([&commands = m_parts.commands, command](const Chosen &chosen) {
                if (chosen.targets.size() == 1)
                    (commands.*command)(chosen.targets.constFirst().id);
            });
        });
    }
    connect(&m_parts.actions[ActionId::ShowReceipts], &QAction::triggered, &m_parts.commands,
            &ContactCommands::showReceipts);
}

void PageActions::connectSelection()
{
    const auto when = [this](ActionId id, auto work) {
        connect(&m_parts.actions[id], &QAction::triggered, this, work);
    };
    when(ActionId::SelectAll, [this] { m_parts.contacts.table().selectAll(); });
    when(ActionId::SelectNone, [this] { m_parts.contacts.selection().clear(); });
    when(ActionId::InvertSelection, [this] { m_parts.contacts.selection().invert(); });
    when(ActionId::DeselectHidden, [this] { m_parts.contacts.selection().dropHidden(); });
    when(ActionId::AddMode, [this] {
        ContactTableView &table = m_parts.contacts.table();
        table.setFocus(Qt::ShortcutFocusReason);
        table.setAddMode(!table.isAddMode());
    });
    when(ActionId::SelectRange, [this] { selectRows(); });
}

void PageActions::selectRows()
{
    const ContactTableModel &model = m_parts.contacts.model();
    if (model.rowCount() == 0)
        return;
    auto *sheet = new RangeSheet(m_parts.theme, model.rowCount(), &m_parts.window);
    connect(sheet, &RangeSheet::rowsChosen, this, [this](const std::vector<RowSpan> &spans) {
        ContactSelection &selection = m_parts.contacts.selection();
        selection.clear();
        selection.setRows(spans, [](int, RowKey) { return true; });
        if (!spans.empty()) {
            selection.setCurrentRow(spans.front().first);
            m_parts.contacts.table().revealRow(selection.currentRow());
        }
    });
    sheet->open();
}

void PageActions::update(bool isArchivedShown)
{
    const Actions &actions = m_parts.actions;
    const int selected = isArchivedShown ? 0 : m_parts.contacts.selection().count();
    const bool isOne = !m_parts.panel.contactId().isEmpty() && !isArchivedShown;
    for (const ActionId id : Writes) {
        actions[id].setEnabled(m_canArchive && (selected > 0 || isOne));
        actions[id].setToolTip(m_canArchive ? QString() : archiveRefusal());
    }
    for (const ActionId id : Reads)
        actions[id].setEnabled(selected > 0 || isOne);
    actions[ActionId::EditContact].setEnabled(isOne && selected <= 1);
    actions[ActionId::OpenContact].setEnabled(isOne);
    actions[ActionId::AddNote].setEnabled(isOne);
    actions[ActionId::ShowJson].setEnabled(isOne);
    QAction &web = actions[ActionId::OpenOnWeb];
    web.setEnabled(isOne && m_parts.canOpenOnWeb);
    web.setToolTip(m_parts.canOpenOnWeb ? QString()
                                        : tr("There is no web app for this workspace."));
    actions[ActionId::Restore].setEnabled(isArchivedShown &&
                                          !m_parts.archived.selectedTargets().isEmpty());
    updateLifecycle(isArchivedShown, selected);
    updateSelection(isArchivedShown, selected);
}

void PageActions::updateLifecycle(bool isArchivedShown, int selected)
{
    ContactId only;
    if (!isArchivedShown && selected == 1)
        only = m_parts.contacts.selection().ids().value(0);
    else if (!isArchivedShown && selected == 0)
        only = m_parts.panel.contactId();
    const LifecycleRules rules =
        only.isEmpty() ? lifecycleRulesOfMany() : m_parts.commands.lifecycleRulesOf(only);
    const auto set = [this](ActionId id, const QString &refusal) {
        QAction &action = m_parts.actions[id];
        const QString reason = m_canArchive ? refusal : archiveRefusal();
        action.setEnabled(reason.isEmpty());
        action.setToolTip(reason);
        action.setStatusTip(reason);
    };
    set(ActionId::ConvertToUser, rules.convert);
    set(ActionId::MergeIntoUser, rules.merge);
    set(ActionId::BlockContact, rules.block);
    set(ActionId::DeleteContact, rules.remove);
}

void PageActions::updateSelection(bool isArchivedShown, int selected)
{
    const Actions &actions = m_parts.actions;
    const int rows = m_parts.contacts.model().rowCount();
    const bool isNarrowed = !m_parts.contacts.model().query().isUnfiltered();
    const QString count = QLocale().toString(rows);
    actions[ActionId::SelectAll].setText(isNarrowed ? tr("Select all %1 matching").arg(count)
                                                    : tr("Select all %1").arg(count));
    for (const ActionId id :
         {ActionId::SelectAll, ActionId::InvertSelection, ActionId::SelectRange, ActionId::AddMode})
        actions[id].setEnabled(!isArchivedShown && rows > 0);
    actions[ActionId::SelectNone].setEnabled(selected > 0);
    actions[ActionId::DeselectHidden].setEnabled(selected > 0 &&
                                                 m_parts.contacts.selection().hiddenCount() > 0);
}

void PageActions::showMenu(const QPoint &globalPosition)
{
    const Actions &actions = m_parts.actions;
    auto *menu = new QMenu(&m_parts.window);
    menu->setObjectName(QStringLiteral("contactMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QList<QList<ActionId>> groups = {
        {ActionId::EditContact, ActionId::Archive},
        {ActionId::AddTag, ActionId::RemoveTag, ActionId::AttachCompany, ActionId::DetachCompany},
        {ActionId::SetOwner, ActionId::SetAttribute, ActionId::Unsubscribe}};
    for (const QList<ActionId> &group : groups) {
        for (const ActionId id : group)
            menu->addAction(&actions[id]);
        menu->addSeparator();
    }
    QMenu *copy = menu->addMenu(tr("Copy"));
    for (const ActionId id :
         {ActionId::CopyEmail, ActionId::CopyText, ActionId::CopyJson, ActionId::CopyCurl})
        copy->addAction(&actions[id]);
    menu->addAction(&actions[ActionId::Export]);
    menu->addSeparator();
    for (const ActionId id : {ActionId::AddNote, ActionId::ShowJson, ActionId::OpenOnWeb})
        menu->addAction(&actions[id]);
    menu->addSeparator();
    QMenu *select = menu->addMenu(tr("Select"));
    for (const ActionId id : {ActionId::SelectAll, ActionId::SelectNone, ActionId::InvertSelection,
                              ActionId::SelectRange, ActionId::DeselectHidden, ActionId::AddMode})
        select->addAction(&actions[id]);
    addLifecycleActions(*menu, actions);
    menu->popup(globalPosition);
}

} // namespace roster
