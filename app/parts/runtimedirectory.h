// SPDX-License-Identifier: MIT
#pragma once

namespace roster {

//! Gives the process a runtime directory of the user's own where the session has set none (root on
//! a bare machine), so that Qt need not complain about it. Call it before QApplication.
void provideRuntimeDirectory();

} // namespace roster
