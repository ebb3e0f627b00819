// SPDX-License-Identifier: MIT
#pragma once

class QMenu;

namespace roster {

class Actions;

//! Adds what changes what a contact is to the end of a menu: converting and merging, and behind a
//! line of their own blocking and deleting, far from archiving. Tool tips tell why one is off.
void addLifecycleActions(QMenu &menu, const Actions &actions);

} // namespace roster
