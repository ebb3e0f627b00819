// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QString>

namespace roster {

//! Gives the process a runtime directory of the user's own where the session has set none (root on
//! a bare machine), so that Qt need not complain about it. Call it before QApplication.
void provideRuntimeDirectory();

//! A directory that only this user can look into and that need not outlive the session: the
//! desktop's, or one of our own. Empty when somebody else has taken our name for it.
QString runtimeDirectory();

} // namespace roster
