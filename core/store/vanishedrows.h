// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/vanished.h"
#include "core/store/database.h"

namespace roster {

// What the writer thread does about contacts that vanished, each in a transaction that is not begun
// here. `now` is Unix seconds.

//! Takes a contact out of the active set and remembers it; true: it was in it. Without a row to
//! remember it by nothing is remembered.
Result<bool> moveToVanished(Database &database, const ContactId &id, const ContactId &mergedInto,
                            qint64 now);

//! Those that are remembered, the last noticed first. One that comes back is forgotten by itself.
Result<QList<VanishedContact>> readVanished(Database &database);

//! Answers how many were forgotten.
Result<int> deleteVanished(Database &database, const QList<ContactId> &ids);

} // namespace roster
