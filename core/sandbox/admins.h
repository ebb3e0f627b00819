// SPDX-License-Identifier: MIT
#pragma once

#include "core/sandbox/context.h"

namespace roster::sandbox::admins {

//! GET /me: the owner of the token and the workspace.
[[nodiscard]] Outcome me(Context &context, const Call &call);
//! GET /admins: the Operator bot among them.
[[nodiscard]] Outcome list(Context &context, const Call &call);
//! GET /admins/{id}
[[nodiscard]] Outcome show(Context &context, const Call &call);

} // namespace roster::sandbox::admins
