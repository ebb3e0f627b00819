// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/contactquery.h"

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

//! Pure; any thread.
ContactOrder contactOrder(const ContactQuery &query);

} // namespace roster
