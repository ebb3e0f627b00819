// SPDX-License-Identifier: MIT
#pragma once

#include "core/store/database.h"
#include "core/store/journalvalues.h"

//! What the store's threads do to the journal file; WriteJournal says what it means. Writing ones
//! are called inside a transaction, but erase().
namespace roster::journal {

Result<BatchId> openBatch(Database &database, const BatchHeader &header,
                          const QList<BulkTarget> &targets, const QList<BeforeAction> &before);
Result<Done> keepBefore(Database &database, BatchId batch, const QList<BulkTarget> &targets,
                        const QList<BeforeAction> &before);
Result<Done> settle(Database &database, BatchId batch, const QList<Settlement> &outcomes);
Result<bool> markRestored(Database &database, const JournalScope &scope, const ContactId &contact,
                          qint64 upTo);
Result<Done> close(Database &database, const JournalScope &scope, BatchId batch);
Result<Done> erase(Database &database, const JournalScope &scope);

Result<QList<JournalBatch>> openIntents(Database &database, const JournalScope &scope);
Result<QList<JournalBatch>> everything(Database &database, const JournalScope &scope);
Result<QList<ArchiveBatch>> archived(Database &database, const JournalScope &scope,
                                     const QString &text);
Result<int> archivedCount(Database &database, const JournalScope &scope);
Result<QList<ArchivedContact>> archivedBetween(Database &database, const JournalScope &scope,
                                               qint64 from, qint64 to);
Result<QList<ContactId>> archivedContacts(Database &database, const JournalScope &scope);
Result<ArchivedEntries> archivedAmong(Database &database, const JournalScope &scope,
                                      const QList<ContactId> &contacts);
Result<QByteArray> snapshotOf(Database &database, const JournalScope &scope, qint64 entry);
Result<QList<BatchSummary>> latestBatches(Database &database, const JournalScope &scope, int most);
Result<QList<BatchSummary>> openBatches(Database &database, const JournalScope &scope);
Result<BatchRecord> record(Database &database, const JournalScope &scope, BatchId batch);

//! The word of an action in the file: "archive", "add_tag" …
QString actionCode(BulkAction::Kind kind);
std::optional<BulkAction::Kind> actionFromCode(QStringView code);

} // namespace roster::journal
