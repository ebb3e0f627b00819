// SPDX-License-Identifier: MIT
#pragma once

#include "core/sandbox/lag.h"
#include "core/sandbox/searchgrammar.h"

#include <QTimeZone>

namespace roster::sandbox {

//! A condition over the contact c, and what its placeholders are bound to.
struct SqlCondition
{
    QString sql;
    QVariantList values;
};

//! \a query as SQL. Dates are whole days in \a zone; tags are read where \a sight says.
[[nodiscard]] SqlCondition searchSql(const SearchNode &query, const QTimeZone &zone,
                                     const Sight &sight);

//! What contacts are sorted by: never NULL, so that a cursor can go on from any value.
[[nodiscard]] QString sortExpression(const SearchField &field);

} // namespace roster::sandbox
