// SPDX-License-Identifier: MIT
// The table of actions: what is done in the window and the program.
#include "ui/window/actiontable.h"

namespace roster {

namespace {

QList<ActionRow> windowRows()
{
    using G = ActionGroup;
    return {
        {ActionId::Undo, G::Selection, "undoAction", QT_TRANSLATE_NOOP("Actions", "Undo"),
         withStandardKeys(QKeySequence::Undo), Icons::Undo},
        {ActionId::Redo,
         G::Selection,
         "redoAction",
         QT_TRANSLATE_NOOP("Actions", "Redo"),
         withStandardKeys(QKeySequence::Redo, {Qt::CTRL | Qt::Key_Y}),
         {}},
        {ActionId::Find, G::View, "findAction", QT_TRANSLATE_NOOP("Actions", "Find"),
         withStandardKeys(QKeySequence::Find), Icons::Search},
        {ActionId::Refresh, G::View, "refreshAction", QT_TRANSLATE_NOOP("Actions", "Refresh"),
         withStandardKeys(QKeySequence::Refresh, {Qt::Key_F5, Qt::CTRL | Qt::Key_R}),
         Icons::Refresh},
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

} // namespace

QList<QKeySequence> withStandardKeys(QKeySequence::StandardKey standard,
                                     const QList<QKeySequence> &further)
{
    QList<QKeySequence> keys = QKeySequence::keyBindings(standard);
    for (const QKeySequence &key : further) {
        if (!keys.contains(key))
            keys.append(key);
    }
    return keys;
}

QList<ActionRow> windowActionRows()
{
    return windowRows() + viewRows() + programRows();
}

} // namespace roster
