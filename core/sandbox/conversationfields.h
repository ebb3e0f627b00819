// SPDX-License-Identifier: MIT
#pragma once

#include "core/sandbox/searchfields.h"

namespace roster::sandbox::conversations {

//! The field of POST /conversations/search called \a name, over source(); nothing when there is
//! none. What the descriptions list and the sandbox never has (ratings, statistics, AI agents) is
//! known and has no value.
[[nodiscard]] std::optional<SearchField> findField(Context &context, const QString &name,
                                                   ApiVersion version);

} // namespace roster::sandbox::conversations
