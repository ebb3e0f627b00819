// SPDX-License-Identifier: MIT
#include "ui/window/actions.h"

#include "ui/theme/theme.h"

#include <QtWidgets/QWidget>

#include <optional>

namespace roster {

namespace {

//! Where the list of shortcuts shows an action.
enum class ActionGroup { Contacts, Selection, View, Program };

QString groupTitle(ActionGroup group)
{
    switch (group) {
    case ActionGroup::Contacts:
        return Actions::tr("Contacts");
    case ActionGroup::Selection:
        return Actions::tr("Undo and selection");
    case ActionGroup::View:
        return Actions::tr("View");
    case ActionGroup::Program:
        break;
    }
    return Actions::tr("Roster");
}

struct ActionRow
{
    ActionId id;
    ActionGroup group;
    const char *name;
    const char *text;
    QList<QKeySequence> keys;
    std::optional<Icons::Name> icon;
};

//! The standard keys of the platform and the ones of the row, each once.
QList<QKeySequence> withStandard(QKeySequence::StandardKey standard,
                                 const QList<QKeySequence> &further = {})
{
    QList<QKeySequence> keys = QKeySequence::keyBindings(standard);
    for (const QKeySequence &key : further) {
        if (!keys.contains(key))
            keys.append(key);
    }
    return keys;
}

QList<ActionRow> contactRows()
{
    using G = ActionGroup;
    return {
        {ActionId::NewContact, G::Contacts, "newContactAction",
         QT_TRANSLATE_NOOP("Actions", "New contact"), withStandard(QKeySequence::New), Icons::Plus},
        {ActionId::OpenContact,
         G::Contacts,
         "openContactAction",
         QT_TRANSLATE_NOOP("Actions", "Open contact"),
         {Qt::Key_Return, Qt::Key_Enter},
         Icons::Person},
        {ActionId::EditContact,
         G::Contacts,
         "editContactAction",
         QT_TRANSLATE_NOOP("Actions", "Edit contact"),
         {Qt::CTRL | Qt::Key_E},
         Icons::Edit},
        {ActionId::Archive,
         G::Contacts,
         "archiveAction",
         QT_TRANSLATE_NOOP("Actions", "Archive"),
         {Qt::Key_Delete},
         Icons::Archive},
        {ActionId::Restore,
         G::Contacts,
         "restoreAction",
         QT_TRANSLATE_NOOP("Actions", "Restore"),
         {},
         Icons::Restore},
        {ActionId::AddTag,
         G::Contacts,
         "addTagAction",
         QT_TRANSLATE_NOOP("Actions", "Add tag…"),
         {Qt::CTRL | Qt::Key_T},
         Icons::Tag},
        {ActionId::RemoveTag,
         G::Contacts,
         "removeTagAction",
         QT_TRANSLATE_NOOP("Actions", "Remove tag…"),
         {Qt::CTRL | Qt::SHIFT | Qt::Key_T},
         {}},
        {ActionId::AttachCompany,
         G::Contacts,
         "attachCompanyAction",
         QT_TRANSLATE_NOOP("Actions", "Attach company…"),
         {Qt::CTRL | Qt::Key_B},
         Icons::Building},
        {ActionId::DetachCompany,
         G::Contacts,
         "detachCompanyAction",
         QT_TRANSLATE_NOOP("Actions", "Detach company…"),
         {Qt::CTRL | Qt::SHIFT | Qt::Key_B},
         {}},
        {ActionId::CopyEmail,
         G::Contacts,
         "copyEmailAction",
         QT_TRANSLATE_NOOP("Actions", "Copy email"),
         {},
         Icons::Copy},
        {ActionId::CopyJson,
         G::Contacts,
         "copyJsonAction",
         QT_TRANSLATE_NOOP("Actions", "Copy as JSON"),
         {},
         {}},
    };
}

QList<ActionRow> windowRows()
{
    using G = ActionGroup;
    return {
        {ActionId::Undo, G::Selection, "undoAction", QT_TRANSLATE_NOOP("Actions", "Undo"),
         withStandard(QKeySequence::Undo), Icons::Undo},
        {ActionId::Redo,
         G::Selection,
         "redoAction",
         QT_TRANSLATE_NOOP("Actions", "Redo"),
         withStandard(QKeySequence::Redo, {Qt::CTRL | Qt::Key_Y}),
         {}},
        {ActionId::SelectAll,
         G::Selection,
         "selectAllAction",
         QT_TRANSLATE_NOOP("Actions", "Select all"),
         withStandard(QKeySequence::SelectAll),
         {}},
        {ActionId::SelectNone,
         G::Selection,
         "selectNoneAction",
         QT_TRANSLATE_NOOP("Actions", "Select none"),
         {Qt::CTRL | Qt::SHIFT | Qt::Key_A},
         {}},
        {ActionId::Find, G::View, "findAction", QT_TRANSLATE_NOOP("Actions", "Find"),
         withStandard(QKeySequence::Find), Icons::Search},
        {ActionId::Refresh, G::View, "refreshAction", QT_TRANSLATE_NOOP("Actions", "Refresh"),
         withStandard(QKeySequence::Refresh, {Qt::Key_F5, Qt::CTRL | Qt::Key_R}), Icons::Refresh},
        {ActionId::LookForDeleted,
         G::View,
         "lookForDeletedAction",
         QT_TRANSLATE_NOOP("Actions", "Look for deleted contacts"),
         {},
         {}},
        {ActionId::TogglePanel,
         G::View,
         "togglePanelAction",
         QT_TRANSLATE_NOOP("Actions", "Contact panel"),
         {Qt::Key_F9},
         {}},
        {ActionId::Columns,
         G::View,
         "columnsAction",
         QT_TRANSLATE_NOOP("Actions", "Columns…"),
         {},
         Icons::Columns},
    };
}

QList<ActionRow> viewRows()
{
    using G = ActionGroup;
    return {
        {ActionId::AddFilter,
         G::View,
         "addFilterAction",
         QT_TRANSLATE_NOOP("Actions", "Add filter…"),
         {Qt::CTRL | Qt::SHIFT | Qt::Key_L},
         Icons::Filter},
        {ActionId::SearchRemotely,
         G::View,
         "searchRemotelyAction",
         QT_TRANSLATE_NOOP("Actions", "Search on Intercom"),
         {Qt::CTRL | Qt::SHIFT | Qt::Key_F},
         Icons::Globe},
        {ActionId::SaveView,
         G::View,
         "saveViewAction",
         QT_TRANSLATE_NOOP("Actions", "Save view"),
         {Qt::CTRL | Qt::Key_S},
         {}},
        {ActionId::SaveViewAs,
         G::View,
         "saveViewAsAction",
         QT_TRANSLATE_NOOP("Actions", "Save view as…"),
         {Qt::CTRL | Qt::SHIFT | Qt::Key_S},
         {}},
        {ActionId::RevertView,
         G::View,
         "revertViewAction",
         QT_TRANSLATE_NOOP("Actions", "Revert view"),
         {},
         {}},
        {ActionId::ImportViews,
         G::View,
         "importViewsAction",
         QT_TRANSLATE_NOOP("Actions", "Import views…"),
         {},
         {}},
        {ActionId::ExportViews,
         G::View,
         "exportViewsAction",
         QT_TRANSLATE_NOOP("Actions", "Export views…"),
         {},
         {}},
    };
}

QList<ActionRow> programRows()
{
    using G = ActionGroup;
    return {
        {ActionId::Settings,
         G::Program,
         "settingsAction",
         QT_TRANSLATE_NOOP("Actions", "Settings"),
         {Qt::CTRL | Qt::Key_Comma},
         Icons::Settings},
        {ActionId::Shortcuts,
         G::Program,
         "shortcutsAction",
         QT_TRANSLATE_NOOP("Actions", "Keyboard shortcuts"),
         {Qt::CTRL | Qt::Key_Question, Qt::CTRL | Qt::Key_Slash, Qt::Key_F1},
         Icons::Keyboard},
        {ActionId::ResetSandbox,
         G::Program,
         "resetSandboxAction",
         QT_TRANSLATE_NOOP("Actions", "Reset sandbox…"),
         {},
         {}},
        {ActionId::SwitchWorkspace,
         G::Program,
         "switchWorkspaceAction",
         QT_TRANSLATE_NOOP("Actions", "Connect another workspace…"),
         {},
         Icons::Key},
        {ActionId::SignOut,
         G::Program,
         "signOutAction",
         QT_TRANSLATE_NOOP("Actions", "Sign out…"),
         {},
         {}},
        {ActionId::CloseWindow,
         G::Program,
         "closeWindowAction",
         QT_TRANSLATE_NOOP("Actions", "Close window"),
         {Qt::CTRL | Qt::Key_W},
         {}},
        {ActionId::Quit,
         G::Program,
         "quitAction",
         QT_TRANSLATE_NOOP("Actions", "Quit"),
         {Qt::CTRL | Qt::Key_Q},
         {}},
    };
}

QList<ActionRow> allRows()
{
    return contactRows() + windowRows() + viewRows() + programRows();
}

} // namespace

Actions::Actions(QWidget &window, const Theme &theme)
    : QObject(&window)
{
    for (const ActionRow &row : allRows()) {
        auto *action = new QAction(tr(row.text), this);
        action->setObjectName(QLatin1String(row.name));
        action->setShortcuts(row.keys);
        // Return is for the table only: in a field or on a button it means something else.
        action->setShortcutContext(row.id == ActionId::OpenContact ? Qt::WidgetShortcut
                                                                   : Qt::WindowShortcut);
        if (row.icon)
            action->setIcon(theme.icon(*row.icon));
        window.addAction(action);
        m_actions.insert(row.id, action);
    }
}

QList<ShortcutLine> Actions::shortcuts() const
{
    QList<ShortcutLine> lines;
    for (const ActionRow &row : allRows()) {
        if (!row.keys.isEmpty())
            lines.append({groupTitle(row.group), tr(row.text), row.keys});
    }
    return lines;
}

} // namespace roster
