// SPDX-License-Identifier: MIT
#pragma once

#include "core/store/database.h"
#include "core/store/storevalues.h"

namespace roster {

// What the writer thread does to contacts, each in a transaction that is not begun here. `now` is
// Unix seconds of the moment when the change was asked for.

//! Inserts or replaces, by the rules of freshness.h.
Result<StoreSummary> writeContacts(Database &database, const QList<StoredContact> &contacts,
                                   qint64 now);

//! Takes contacts out of the active set; answers those that were in it.
Result<QList<ContactId>> deleteContacts(Database &database, const QList<ContactId> &ids,
                                        qint64 now);

//! Everything goes but the numbering of keys; answers which contacts there were.
Result<QList<ContactId>> deleteEverything(Database &database);

//! Starts a sweep: from now on, what is stored counts as seen in it. Answers its number.
Result<qint64> startSweep(Database &database);

//! The contacts that were not seen since sweep `generation` started.
Result<QList<ContactId>> unseenSince(Database &database, qint64 generation);

} // namespace roster
