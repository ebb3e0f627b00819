// SPDX-License-Identifier: MIT
#pragma once

#include "core/sandbox/database.h"
#include "core/sandbox/workspaceoptions.h"

namespace roster::sandbox::seed {

//! Fills empty tables with a population: the same contacts, seed and now make the same rows.
//! Within the caller's transaction, and best before there are indexes. options.now must be set.
void populate(Database &db, const WorkspaceOptions &options);

} // namespace roster::sandbox::seed
