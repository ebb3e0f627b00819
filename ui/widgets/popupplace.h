// SPDX-License-Identifier: MIT
#pragma once

class QWidget;

namespace roster {

//! Moves `popup` below `anchor`, aligned with where it begins, and within the screen. Call it once
//! the popup has its size.
void placeBelow(QWidget &popup, const QWidget &anchor);

} // namespace roster
