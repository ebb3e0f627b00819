// SPDX-License-Identifier: MIT
#pragma once

#include "ui/theme/icons.h"
#include "ui/window/actions.h"

#include <optional>

namespace roster {

//! Where the list of shortcuts shows an action.
enum class ActionGroup { Contacts, Selection, View, Program };

//! One line of the table of actions.
struct ActionRow
{
    ActionId id;
    ActionGroup group;
    const char *name;
    //! To be translated in the context Actions.
    const char *text;
    QList<QKeySequence> keys;
    std::optional<Icons::Name> icon;
};

//! What is done to contacts, and with the selection.
QList<ActionRow> contactActionRows();
//! What is done in the window and the program.
QList<ActionRow> windowActionRows();
//! The standard keys of the platform and the further ones, each once.
QList<QKeySequence> withStandardKeys(QKeySequence::StandardKey standard,
                                     const QList<QKeySequence> &further = {});

} // namespace roster
