// SPDX-License-Identifier: MIT
#pragma once

#include "core/sandbox/context.h"

namespace roster::sandbox::attributes {

//! GET /data_attributes: standard and custom ones of contacts and companies.
[[nodiscard]] Outcome list(Context &context, const Call &call);

} // namespace roster::sandbox::attributes
