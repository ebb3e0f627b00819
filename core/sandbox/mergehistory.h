// SPDX-License-Identifier: MIT
#pragma once

#include "core/sandbox/context.h"

namespace roster::sandbox::contacts {

//! \a outcome with merge_history on the user, or on each user of the list, that it holds: where the
//! version has include_merge_history and the call asks for it.
[[nodiscard]] Outcome withMergeHistory(Context &context, const Call &call, const Outcome &outcome);

//! GET /contacts/{id}/merge_history: who was merged into a user, page by page.
[[nodiscard]] Outcome mergeHistory(Context &context, const Call &call);

} // namespace roster::sandbox::contacts
