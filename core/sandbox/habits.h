// SPDX-License-Identifier: MIT
#pragma once

#include "core/sandbox/contactrow.h"
#include "core/sandbox/cultures.h"
#include "core/sandbox/rng.h"
#include "core/sandbox/workspaceoptions.h"

namespace roster::sandbox::seed {

//! Gives \a row its dates, place, devices, flags, owner and custom attributes. Its role and
//! created_at must be there already; no date lies after options.now but the end of a trial.
void giveHabits(Rng &rng, const WorkspaceOptions &options, const Culture &culture, ContactRow &row);

} // namespace roster::sandbox::seed
