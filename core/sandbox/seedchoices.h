// SPDX-License-Identifier: MIT
#pragma once

#include "core/sandbox/database.h"
#include "core/sandbox/workspaceoptions.h"

namespace roster::sandbox::seed {

//! Stores what person number \a index, the contact \a seq, chose about subscription types since
//! \a createdAt: most chose nothing, a few a lot.
void storeChoices(Database &db, const WorkspaceOptions &options, int index, qint64 seq,
                  qint64 createdAt);

} // namespace roster::sandbox::seed
