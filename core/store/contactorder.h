// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/contactquery.h"

#include "core/store/keysjob.h"

#include <QtCore/QStringList>
#include <QtCore/QVariantList>

namespace roster {

//! The statements that answer a ContactQuery, to be run one after the other in one read
//! transaction: contacts that have a value to sort by, then those that have none, so that the
//! latter are last whatever the direction. Ties go by key, in the direction of the sort.
struct ContactOrder
{
    QStringList statements;
    //! For each of them.
    QVariantList values;
};

//! Pure; any thread. Words are not looked for in custom attributes, and the column alone decides.
ContactOrder contactOrder(const ContactQuery &query);

//! Answers a query by these statements, for which needsRecords() is false.
Result<std::vector<RowKey>> readKeys(Database &database, const ContactQuery &query,
                                     const std::stop_token &stop, const KeysJob::Begin &begin);

} // namespace roster
