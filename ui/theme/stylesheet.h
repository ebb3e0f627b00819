// SPDX-License-Identifier: MIT
#pragma once

#include "ui/theme/themecolors.h"
#include "ui/theme/typescale.h"

#include <QString>

namespace roster {

//! The application's style sheet: resources/style/roster.qss with every `@name` replaced by a
//! role's colour, a size of the type scale or a measure. A name that does not exist is a
//! programmer's mistake and is told by qFatal.
QString styleSheet(const ThemeColors &colors, const TypeScale &type, int motionMs);

} // namespace roster
