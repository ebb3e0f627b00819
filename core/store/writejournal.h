// SPDX-License-Identifier: MIT
#pragma once

#include "core/store/journalvalues.h"
#include "core/store/storethread.h"

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
    //! twice is written once. `snapshots`: what each target was before, in the order of the
    //! targets; or empty.
    OperationOf<BatchId> *openBatch(const BatchHeader &header, const QList<BulkTarget> &targets,
                                    const QList<QByteArray> &snapshots = {});

    //! Writes an outcome. What has been restored stays Restored. An Applied outcome of a Restore
    //! batch makes the contact's earlier archive entries Restored in the same commit. An error when
    //! the batch has no such contact.
    OperationOf<Done> *settle(BatchId batch, const Settlement &outcome);
    //! Several, all or nothing.
    OperationOf<Done> *settleMany(BatchId batch, const QList<Settlement> &outcomes);
    //! The contact is active again, whoever restored it: its archive entries in `scope` become
    //! Restored. Answers whether there were any.
    OperationOf<bool> *markRestored(const JournalScope &scope, const ContactId &contact);

    //! Entries whose outcome is open (Intended: perhaps sent; Unknown: sent), with their batches,
    //! oldest first: what a start has to look after.
    OperationOf<QList<JournalBatch>> *openIntents(const JournalScope &scope);
    //! Everything, oldest first: for saving before erase().
    OperationOf<QList<JournalBatch>> *exportRows(const JournalScope &scope);
    //! Deletes everything of a workspace, so that nothing of it is left in the file.
    OperationOf<Done> *erase(const JournalScope &scope);

    OperationOf<QList<ArchiveBatch>> *archived(const QString &text) override;
    OperationOf<int> *archivedCount() override;

Q_SIGNALS:
    //! The journal has other entries or states than before; after the commit, before the operation
    //! finishes.
    void changed();

private:
    StoreThread &m_writer;
    StoreThread &m_reader;
    JournalScope m_scope;
    std::optional<ApiError> m_refusal;
};

} // namespace roster
