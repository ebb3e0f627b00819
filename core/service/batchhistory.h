// SPDX-License-Identifier: MIT
#pragma once

#include "core/async/operationof.h"
#include "core/domain/batchrecord.h"

#include <memory>

namespace roster {

class BulkQueue;
class BulkRun;
class ContactService;
class UndoHistory;
struct ServiceParts;

//! The batches of the open workspace as the journal has them, of this session and earlier ones:
//! reports, taking one back later, and what to do with one that was cut short. Batches of other
//! workspaces and regions are not to be had. UI thread; handles are owned here, runs by who runs
//! them.
class BatchHistory : public QObject
{
    Q_OBJECT

public:
    //! Everything outlives it.
    BatchHistory(const ServiceParts &parts, BulkQueue &queue, UndoHistory &undo,
                 ContactService &service);
    ~BatchHistory() override;

    //! The `code` of a Conflict: a run works on the batch, or takes it back.
    static QString atWork() { return QStringLiteral("batch_at_work"); }
    //! A run works on the batch, or takes it back, or will.
    bool isAtWork(BatchId batch) const;

    //! The latest `most` batches that touched something, newest first.
    OperationOf<QList<BatchSummary>> *batches(int most = 200);
    //! A batch with every contact: what a CSV report shows. NotFound when there is none.
    OperationOf<BatchRecord> *report(BatchId batch);
    //! A contact as it was when `entry` (ArchivedContact::entry, BatchLine::entry) archived it;
    //! NotFound when that was not kept.
    OperationOf<Contact> *asItWas(qint64 entry);
    //! Contacts archived from `from` up to and without `to` (Unix seconds) that still are, newest
    //! first: "everything from today".
    OperationOf<QList<ArchivedContact>> *archivedBetween(qint64 from, qint64 to);

    //! Batches that no run of this session works on and that have contacts without a known
    //! outcome, oldest first: Roster was killed, or no answer came. For the start of a session.
    OperationOf<QList<BatchSummary>> *interrupted();
    //! Does the action to the batch's open contacts and to no others, as a part of the same batch.
    //! What perhaps happened is never done twice: repeats have the same effect, and values that
    //! somebody changed since are left (Conflict).
    OperationOf<BulkRun *> *finish(BatchId batch);
    //! Takes back what the batch did, or perhaps did, and nobody has taken back or changed since:
    //! a batch of its own. NotFound when there is nothing to take back.
    OperationOf<BulkRun *> *undo(BatchId batch);
    //! Settles the open contacts by reading them, changes none; what cannot be told stays Unknown.
    //! The batch is not told as interrupted any more.
    OperationOf<BulkRun *> *leave(BatchId batch);

Q_SIGNALS:
    //! The answers may be others than before.
    void changed();

private:
    OperationOf<BulkRun *> *goOn(BatchId batch, bool isFinishing);
    Result<BulkRun *> undoOf(const BatchRecord &record);

    std::unique_ptr<ServiceParts> m_parts;
    BulkQueue &m_queue;
    UndoHistory &m_undo;
    ContactService &m_service;
};

} // namespace roster
