// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/activityentry.h"
#include "core/store/database.h"
#include "core/store/journalvalues.h"

//! What the store's threads do to the receipts in the journal file; WriteJournal says what it
//! means. Writing ones are called inside a transaction.
namespace roster::journal {

//! Answers its number.
Result<qint64> openReceipt(Database &database, const JournalScope &scope, const Receipt &receipt);
Result<Done> settleReceipt(Database &database, const JournalScope &scope, qint64 number,
                           bool isCertain, const QString &requestId);
Result<Done> dropReceipt(Database &database, const JournalScope &scope, qint64 number);

Result<QList<Receipt>> receipts(Database &database, const JournalScope &scope);
Result<QList<ActivityEntry>> activity(Database &database, const JournalScope &scope,
                                      const ContactId &contact, int most);

} // namespace roster::journal
