// SPDX-License-Identifier: MIT
#include "core/service/batchhistory.h"

#include "core/api/contactjson.h"
#include "core/service/bulkqueue.h"
#include "core/service/bulkrun.h"
#include "core/service/bulkrunner.h"
#include "core/service/contactservice.h"
#include "core/service/undohistory.h"
#include "core/store/store.h"

#include <algorithm>

namespace roster {

namespace {

ApiError nothingThere()
{
    ApiError error;
    error.kind = ErrorKind::NotFound;
    return error;
}

//! A run is at it: asking again later can help.
ApiError isBeingWorkedOn()
{
    ApiError error;
    error.kind = ErrorKind::Conflict;
    error.code = BatchHistory::atWork();
    return error;
}

bool hasToBeTakenBack(const BatchLine &line)
{
    const bool isDone = line.state == JournalState::Applied ||
                        line.state == JournalState::Unknown || line.state == JournalState::Intended;
    return isDone && line.wasBegun && !line.wasSo;
}

} // namespace

BatchHistory::BatchHistory(const ServiceParts &parts, BulkQueue &queue, UndoHistory &undo,
                           ContactService &service)
    : m_parts(std::make_unique<ServiceParts>(parts))
    , m_queue(queue)
    , m_undo(undo)
    , m_service(service)
{
    connect(&parts.store.journal(), &WriteJournal::changed, this, &BatchHistory::changed);
}

BatchHistory::~BatchHistory()
{
    qDeleteAll(findChildren<Operation *>(QString(), Qt::FindDirectChildrenOnly));
}

bool BatchHistory::isAtWork(BatchId batch) const
{
    return m_queue.isAtWork(batch);
}

OperationOf<QList<BatchSummary>> *BatchHistory::batches(int most)
{
    return m_parts->store.journal().latestBatches(most);
}

OperationOf<BatchRecord> *BatchHistory::report(BatchId batch)
{
    return m_parts->store.journal().batch(batch);
}

OperationOf<Contact> *BatchHistory::asItWas(qint64 entry)
{
    auto *operation = new OperationOf<Contact>(this);
    m_parts->store.journal().snapshot(entry)->onFinished(
        operation, [operation](const Result<QByteArray> &record) {
            if (record && record->isEmpty())
                return operation->settle(nothingThere());
            operation->settle(record.andThen(api::readContact));
        });
    return operation;
}

OperationOf<QList<ArchivedContact>> *BatchHistory::archivedBetween(qint64 from, qint64 to)
{
    return m_parts->store.journal().archivedBetween(from, to);
}

OperationOf<QList<BatchSummary>> *BatchHistory::interrupted()
{
    auto *operation = new OperationOf<QList<BatchSummary>>(this);
    m_parts->store.journal().openBatches()->onFinished(
        operation, [this, operation](const Result<QList<BatchSummary>> &batches) {
            operation->settle(batches.map([this](QList<BatchSummary> all) {
                all.removeIf(
                    [this](const BatchSummary &each) { return m_queue.isAtWork(each.id); });
                return all;
            }));
        });
    return operation;
}

OperationOf<BulkRun *> *BatchHistory::finish(BatchId batch)
{
    return goOn(batch, true);
}

OperationOf<BulkRun *> *BatchHistory::leave(BatchId batch)
{
    return goOn(batch, false);
}

OperationOf<BulkRun *> *BatchHistory::goOn(BatchId batch, bool isFinishing)
{
    auto *operation = new OperationOf<BulkRun *>(this);
    WriteJournal &journal = m_parts->store.journal();
    journal.openIntents(journal.scope())
        ->onFinished(operation, [this, operation, batch,
                                 isFinishing](const Result<QList<JournalBatch>> &batches) {
            if (!batches)
                return operation->settle(batches.error());
            if (m_queue.isAtWork(batch))
                return operation->settle(isBeingWorkedOn());
            const auto found =
                std::find_if(batches->begin(), batches->end(),
                             [batch](const JournalBatch &each) { return each.id == batch; });
            if (found == batches->end())
                return operation->settle(nothingThere());
            const Errand errand = isFinishing ? Errand::Again : Errand::Look;
            BulkRun *run = BulkRunner::goOn(*m_parts, m_queue, *found, errand, &m_service);
            if (isFinishing)
                m_undo.remember(run);
            operation->settle(run);
        });
    return operation;
}

OperationOf<BulkRun *> *BatchHistory::undo(BatchId batch)
{
    auto *operation = new OperationOf<BulkRun *>(this);
    m_parts->store.journal().batch(batch)->onFinished(
        operation, [this, operation](const Result<BatchRecord> &record) {
            operation->settle(
                record.andThen([this](const BatchRecord &found) { return undoOf(found); }));
        });
    return operation;
}

Result<BulkRun *> BatchHistory::undoOf(const BatchRecord &record)
{
    if (m_queue.isAtWork(record.summary.id))
        return isBeingWorkedOn();
    BulkOrder order{record.summary.action.inverse(), {}, record.summary.name, record.summary.id};
    for (const BatchLine &line : record.lines) {
        if (hasToBeTakenBack(line))
            order.targets.append(line.target);
    }
    if (order.targets.isEmpty())
        return nothingThere();
    m_undo.forget(record.summary.id);
    BulkRun *run = m_service.run(order);
    m_undo.rememberUndo(run);
    return run;
}

} // namespace roster
