// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/id.h"
#include "core/store/database.h"

namespace roster {

//! The contact ids that `sql` selects, in its order.
Result<QList<ContactId>> readIds(Database &database, const QString &sql,
                                 const QVariantList &values);

} // namespace roster
