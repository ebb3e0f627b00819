// SPDX-License-Identifier: MIT
#pragma once

#include <QIcon>

//! Makes the icons and the style sheet of the static library known to Qt. Repeating is harmless.
void initUiResources();

namespace roster {

//! The program's own icon, 16 … 512 px.
QIcon appIcon();

} // namespace roster
