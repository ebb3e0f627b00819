// SPDX-License-Identifier: MIT
#pragma once

#include "core/service/bulkitem.h"
#include "core/service/bulkqueue.h"

#include <QtCore/QHash>

namespace roster {

class BatchOpening;
class BulkRun;
class HoldWatch;
class OutcomeWriter;
struct JournalBatch;

//! Drives one BulkRun: journal first, then, in its turn, the contacts one by one with as many
//! handed to the dispatcher as keep it busy. The child of its run.
class BulkRunner : public QObject
{
    Q_OBJECT

public:
    //! A new run, owned by `owner`. One of a single contact starts at once unless another run has
    //! that contact too, others in their turn.
    //! Targets with the same id count once.
    static BulkRun *start(const ServiceParts &parts, BulkQueue &queue, const BulkOrder &order,
                          QObject *owner);
    //! A run over the entries of a batch that the journal has already. Ends with the batch closed,
    //! unless it is stopped or trying again can help.
    static BulkRun *goOn(const ServiceParts &parts, BulkQueue &queue, const JournalBatch &batch,
                         Errand errand, QObject *owner);

private:
    struct OpenItem
    {
        qsizetype at = 0;
        bool isRecalled = false;
    };

    BulkRunner(const ServiceParts &parts, BulkRun *run, Errand errand);

    void listen();
    void pump();
    bool hasNext() const;
    int mostOpen() const;
    void sendNext();
    void follow(OperationOf<Done> *operation);
    void ended(const OpenItem &item, const Result<Done> &result);
    void recall();
    void failed(const ApiError &error);
    void updateHold();
    void endIfDone();
    bool isWritten();
    QList<BulkTarget> untouched() const;
    void end();
    QList<BatchId> batchesToClose() const;
    void close(QList<BatchId> batches);

    ServiceParts m_parts;
    BulkRun *m_run;
    Errand m_errand;
    BatchOpening *m_opening;
    OutcomeWriter *m_writer;
    HoldWatch *m_watch;
    //! Places in the run's targets: from here on, and those that were taken back unsent.
    qsizetype m_next = 0;
    QList<qsizetype> m_returned;
    QHash<Operation *, OpenItem> m_open;
    //! It goes on with a batch of an earlier run.
    bool m_isContinued = false;
    bool m_isEnding = false;
    //! What cannot be written was tried once more since it was stopped.
    bool m_isLastTry = false;
};

} // namespace roster
