// SPDX-License-Identifier: MIT
#pragma once

#include "core/sandbox/searchsql.h"

namespace roster::sandbox {

//! What a filter on segment_id asks of the contact c: to be in, or in none, of the segments whose
//! ids fit the filter. A value of null stands for any segment.
[[nodiscard]] SqlCondition segmentCondition(const SearchNode::Filter &filter, const Sight &sight);

} // namespace roster::sandbox
