// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/activityentry.h"
#include "core/store/journalvalues.h"
#include "core/store/storethread.h"

#include <limits>

namespace roster {

//! The journal of every write over contacts: intents before anything is sent, outcomes after. What
//! an operation here says is done survives a power cut. As an ArchiveBook it tells what is archived
//! in the workspace of setScope(). UI thread; operations are owned by the Store.
class WriteJournal final : public QObject, public ArchiveBook
{
    Q_OBJECT

public:
    //! Both threads are owned elsewhere and live longer.
    WriteJournal(StoreThread &writer, StoreThread &reader);

    //! The workspace that archived() and archivedCount() tell of.
    void setScope(const JournalScope &scope) { m_scope = scope; }
    const JournalScope &scope() const { return m_scope; }

    //! From now on openBatch() answers `error` to archiving, since nothing here lasts.
    void refuseArchives(const ApiError &error) { m_refusal = error; }

    //! Writes the batch and an intent for each target, all or nothing. A contact that is given
    //! twice is written once. `before`: what each target was, in the order of the targets; empty
    //! when keepBefore() tells it later, and then nothing may be sent until that is done.
    OperationOf<BatchId> *openBatch(const BatchHeader &header, const QList<BulkTarget> &targets,
                                    const QList<BeforeAction> &before = {});
    //! Writes what the targets of an open batch were before; `before` in their order.
    OperationOf<Done> *keepBefore(BatchId batch, const QList<BulkTarget> &targets,
                                  const QList<BeforeAction> &before);

    //! Writes an outcome. What has been restored stays Restored. An Applied outcome of a Restore
    //! batch makes the contact's earlier archive entries Restored in the same commit, and one of a
    //! batch that takes another back makes the contact's entry there Restored. An error when the
    //! batch has no such contact.
    OperationOf<Done> *settle(BatchId batch, const Settlement &outcome);
    //! Several, all or nothing.
    OperationOf<Done> *settleMany(BatchId batch, const QList<Settlement> &outcomes);
    //! The contact is active again, whoever restored it: its archive entries in `scope`, none later
    //! than entry `upTo`, become Restored. Answers whether there were any.
    OperationOf<bool> *markRestored(const JournalScope &scope, const ContactId &contact,
                                    qint64 upTo = std::numeric_limits<qint64>::max());
    //! What is open of a batch in the scope has been looked after: openBatches() does not tell of
    //! it again.
    OperationOf<Done> *close(BatchId batch);

    //! Entries whose outcome is open (Intended: perhaps sent; Unknown: sent), with their batches,
    //! oldest first: what a start has to look after.
    OperationOf<QList<JournalBatch>> *openIntents(const JournalScope &scope);
    //! Everything, oldest first: for saving before erase().
    OperationOf<QList<JournalBatch>> *exportRows(const JournalScope &scope);
    //! Deletes everything of a workspace, so that nothing of it is left in the file.
    OperationOf<Done> *erase(const JournalScope &scope);

    OperationOf<QList<ArchiveBatch>> *archived(const QString &text) override;
    OperationOf<int> *archivedCount() override;

    // Of the workspace of setScope().

    //! The latest batches, newest first; empty ones are left out.
    OperationOf<QList<BatchSummary>> *latestBatches(int most);
    //! Batches with open entries that nobody has closed, oldest first.
    OperationOf<QList<BatchSummary>> *openBatches();
    //! One batch with every contact; NotFound when the scope has none of that number.
    OperationOf<BatchRecord> *batch(BatchId batch);
    //! Contacts of batches from `from` up to and without `to` that are still archived.
    OperationOf<QList<ArchivedContact>> *archivedBetween(qint64 from, qint64 to);
    //! Contacts whose archiving has an outcome (Applied, Unknown), as far as is known.
    OperationOf<QList<ContactId>> *archivedContacts();
    //! Those among `contacts`.
    OperationOf<ArchivedEntries> *archivedAmong(const QList<ContactId> &contacts);
    //! The record that was kept with an entry; empty when none was.
    OperationOf<QByteArray> *snapshot(qint64 entry);

    //! Writes down, before it is sent, that a contact is to be deleted, blocked or merged; nobody
    //! is certain of it yet. Answers its number.
    OperationOf<qint64> *openReceipt(const Receipt &receipt);
    //! Its end is known, or that nobody can tell it.
    OperationOf<Done> *settleReceipt(qint64 number, bool isCertain, const QString &requestId);
    //! It did not happen. One that is certain stays.
    OperationOf<Done> *dropReceipt(qint64 number);
    //! The latest first.
    OperationOf<QList<Receipt>> *receipts();
    //! What was done to a contact, receipts among it, the latest first.
    OperationOf<QList<ActivityEntry>> *activity(const ContactId &contact, int most);

Q_SIGNALS:
    //! The journal has other entries or states than before; after the commit, before the operation
    //! finishes.
    void changed();
    //! receipts() answers something else than before; after the commit as well.
    void receiptsChanged();

private:
    StoreThread &m_writer;
    StoreThread &m_reader;
    JournalScope m_scope;
    std::optional<ApiError> m_refusal;
};

} // namespace roster
