// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/contactfilter.h"
#include "core/domain/filterdays.h"

#include <QtCore/QVariantList>

namespace roster {

//! A filter as a condition on a row of `contacts`.
struct SqlFilter
{
    //! Empty: every contact.
    QString condition;
    //! For its `?`.
    QVariantList values;
};

//! Some effective condition asks for what only the record tells (custom attributes, when the
//! contact was last contacted or replied): SQL cannot answer it.
bool needsRecords(const ContactFilter &filter);

//! The effective conditions of a filter for which needsRecords() is false. What cannot be told
//! because not all tags or companies are known does not match. Pure; any thread.
SqlFilter sqlFilter(const ContactFilter &filter, const FilterDays &days);

} // namespace roster
