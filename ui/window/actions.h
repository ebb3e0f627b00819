// SPDX-License-Identifier: MIT
#pragma once

#include "ui/help/shortcutssheet.h"
#include "ui/theme/icons.h"

#include <QtCore/QHash>
#include <QtGui/QAction>
#include <QtGui/QKeySequence>

namespace roster {

//! Everything that can be done by a key or a menu.
enum class ActionId {
    NewContact,
    Find,
    Refresh,
    LookForDeleted,
    OpenContact,
    EditContact,
    Archive,
    Restore,
    AddTag,
    RemoveTag,
    AttachCompany,
    DetachCompany,
    SetOwner,
    SetAttribute,
    Unsubscribe,
    ConvertToUser,
    MergeIntoUser,
    DeleteContact,
    BlockContact,
    Export,
    AddNote,
    ShowJson,
    OpenOnWeb,
    CopyEmail,
    CopyJson,
    CopyText,
    CopyCurl,
    ShowBatches,
    ShowReceipts,
    FindDuplicates,
    Undo,
    Redo,
    SelectAll,
    SelectNone,
    InvertSelection,
    SelectRange,
    DeselectHidden,
    AddMode,
    TogglePanel,
    Columns,
    AddFilter,
    SearchRemotely,
    SaveView,
    SaveViewAs,
    RevertView,
    ImportViews,
    ExportViews,
    Settings,
    Shortcuts,
    ResetSandbox,
    SwitchWorkspace,
    SignOut,
    CloseWindow,
    Quit,
};

//! Every action of the main window, made from one table: text, keys, icon. The window decides what
//! they do and when they are enabled.
class Actions : public QObject
{
    Q_OBJECT

public:
    //! Adds every action to `window`, so that the keys work in all of it. `theme` outlives it.
    Actions(QWidget &window, const Theme &theme);

    QAction &operator[](ActionId id) const { return *m_actions.value(id); }

    //! All actions with a key, in the order of the table.
    QList<ShortcutLine> shortcuts() const;

private:
    QHash<ActionId, QAction *> m_actions;
};

} // namespace roster
