// SPDX-License-Identifier: MIT
#pragma once

#include "core/sandbox/problem.h"
#include "core/sandbox/searchfields.h"

//! The refusals of POST /contacts/search. Their request_id is null.
namespace roster::sandbox::searchproblems {

[[nodiscard]] Problem incompleteQuery();
[[nodiscard]] Problem unknownField(const QString &name);
[[nodiscard]] Problem wrongComposite();
//! 400 with most types, 422 with dates and tag ids.
[[nodiscard]] Problem wrongOperator(const SearchField &field, const QString &op);
//! "123 is not a valid string"
[[nodiscard]] Problem wrongValue(const QString &value, const QString &kind);
[[nodiscard]] Problem tooManyMembers();
[[nodiscard]] Problem tooDeep();
[[nodiscard]] Problem wrongOrder(const QString &order);
[[nodiscard]] Problem badKey(const QString &key);
[[nodiscard]] Problem badCursor();
[[nodiscard]] Problem badPagination(const QString &field, const QString &message);
//! \a problem as search answers it.
[[nodiscard]] Problem unnamed(Problem problem);

} // namespace roster::sandbox::searchproblems
