// SPDX-License-Identifier: MIT
#pragma once

#include "core/store/database.h"
#include "core/store/journalvalues.h"

//! What the store's threads do to the journal file; WriteJournal says what it means. Writing ones
//! are called inside a transaction, but erase().
namespace roster::journal {

Result<BatchId> openBatch(Database &database, const BatchHeader &header,
                          const QList<BulkTarget> &targets, const QList<QByteArray> &snapshots);
Result<Done> settle(Database &database, BatchId batch, const QList<Settlement> &outcomes);
Result<bool> markRestored(Database &database, const JournalScope &scope, const ContactId &contact);
Result<Done> erase(Database &database, const JournalScope &scope);

Result<QList<JournalBatch>> openIntents(Database &database, const JournalScope &scope);
Result<QList<JournalBatch>> everything(Database &database, const JournalScope &scope);
Result<QList<ArchiveBatch>> archived(Database &database, const JournalScope &scope,
                                     const QString &text);
Result<int> archivedCount(Database &database, const JournalScope &scope);

//! The word of an action in the file: "archive", "add_tag" …
QString actionCode(BulkAction::Kind kind);
std::optional<BulkAction::Kind> actionFromCode(QStringView code);

} // namespace roster::journal
