// SPDX-License-Identifier: MIT
#pragma once

#include "core/sandbox/searchsql.h"

namespace roster::sandbox::contacts {

//! One page of a cursor list of contacts: which, in which order, from where.
struct ListQuery
{
    SqlCondition where;
    SearchSort sort;
    CursorPage page;
    Sight sight;
};

//! The page \a query asks for, active contacts alone.
[[nodiscard]] Outcome page(Context &context, const ListQuery &query, ApiVersion version);

//! GET /contacts: by created_at, oldest first. Anything but per_page and starting_after is ignored.
[[nodiscard]] Outcome list(Context &context, const Call &call);
//! POST /contacts/search
[[nodiscard]] Outcome search(Context &context, const Call &call);

} // namespace roster::sandbox::contacts
