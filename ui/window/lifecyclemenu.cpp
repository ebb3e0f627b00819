// SPDX-License-Identifier: MIT
#include "ui/window/lifecyclemenu.h"

#include "ui/window/actions.h"

#include <QtWidgets/QMenu>

namespace roster {

void addLifecycleActions(QMenu &menu, const Actions &actions)
{
    menu.addSeparator();
    for (const ActionId id : {ActionId::ConvertToUser, ActionId::MergeIntoUser})
        menu.addAction(&actions[id]);
    menu.addSeparator();
    for (const ActionId id : {ActionId::BlockContact, ActionId::DeleteContact})
        menu.addAction(&actions[id]);
    menu.setToolTipsVisible(true);
}

} // namespace roster
