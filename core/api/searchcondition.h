// SPDX-License-Identifier: MIT
#pragma once

#include "core/api/searchfilter.h"

#include <QtCore/QJsonArray>

namespace roster::api {

//! What one condition is in the words of Intercom's search: filters, joined if there are several.
struct SearchTerms
{
    FilterJoin join = FilterJoin::All;
    QJsonArray filters;
    //! It cannot be said, for this reason.
    std::optional<SearchGap> gap;
};

//! Only for conditions without a problem.
SearchTerms searchTerms(const FilterCondition &condition, const FilterDays &days,
                        QStringView version);

} // namespace roster::api
