// SPDX-License-Identifier: MIT
#pragma once

#include "core/sandbox/problem.h"
#include "core/sandbox/searchgrammar.h"

namespace roster::sandbox {

//! \a value made fit for comparing \a field by \a op, or why it does not fit. Dates come out as
//! numbers, tag ids as strings; null is allowed with = and !=, arrays with IN and NIN alone.
[[nodiscard]] Checked<QJsonValue> checkSearchValue(const SearchField &field, SearchOperator op,
                                                   const QJsonValue &value);

} // namespace roster::sandbox
