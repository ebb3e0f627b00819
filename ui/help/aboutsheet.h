// SPDX-License-Identifier: MIT
#pragma once

#include "ui/widgets/sheet.h"

namespace roster {

//! What the program is, its version and licence.
class AboutSheet : public Sheet
{
    Q_OBJECT

public:
    AboutSheet(const Theme &theme, QWidget *host);
};

} // namespace roster
