// SPDX-License-Identifier: MIT
#pragma once

class QWidget;

namespace roster {

//! Lets Tab go through what lies in `root` as its layouts place it, whenever it was made. For parts
//! that are filled again and again; Qt goes by the order in which widgets came to be.
void orderTabsByLayout(QWidget &root);

} // namespace roster
