// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/loadwindow.h"
#include "core/store/database.h"

namespace roster {

// What the writer thread does to the plan of a load, each in a transaction that is not begun here.

//! The plan that is kept; of kind None when there is none.
Result<LoadState> readLoad(Database &database);

//! Keeps `state` in place of whatever was kept.
Result<Done> replaceLoad(Database &database, const LoadState &state);

//! Adds windows or replaces those of the same number.
Result<Done> writeWindows(Database &database, const QList<LoadWindow> &windows);

} // namespace roster
