// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/contactfilter.h"
#include "core/domain/filterdays.h"

#include <functional>

namespace roster {

//! Whether a contact fulfils a filter; Unknown when not all its tags or companies are known.
enum class Truth { No, Unknown, Yes };

//! What a filter means, written to be obviously right, not fast: one contact, one condition after
//! the other. `fold` makes texts comparable.
Truth naiveMatch(const ContactFilter &filter, const Contact &contact, const FilterDays &days,
                 const std::function<QString(const QString &)> &fold);

} // namespace roster
