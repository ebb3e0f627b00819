// SPDX-License-Identifier: MIT
#pragma once

#include "core/sandbox/database.h"
#include "core/sandbox/workspaceoptions.h"

namespace roster::sandbox::seed {

//! Stores two dozen visitors and the one of the official examples. The API neither makes nor lists
//! visitors, so their user ids are counted: 00000000-0000-4000-8000-000000000001 and so on.
void storeVisitors(Database &db, const WorkspaceOptions &options);

} // namespace roster::sandbox::seed
