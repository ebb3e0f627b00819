// SPDX-License-Identifier: MIT
#include "core/service/bulkrunner.h"

#include "core/net/dispatcher.h"
#include "core/service/batchopening.h"
#include "core/service/bulkrun.h"
#include "core/service/holdwatch.h"
#include "core/service/outcomewriter.h"
#include "core/store/store.h"

#include <algorithm>

namespace roster {

namespace {

//! Handed to the dispatcher at once, at least.
constexpr int FewestOpen = 8;
//! Nothing more is sent while this many outcomes are not written down.
constexpr qsizetype MostUnwritten = 1000;

QList<Settlement> notSent(const QList<BulkTarget> &targets)
{
    QList<Settlement> outcomes;
    for (const BulkTarget &target : targets)
        outcomes.append({target.id, JournalState::NotApplied, 0, {}});
    return outcomes;
}

//! Cancelled before it was sent, or after it was refused.
bool wasNotSent(const Result<Done> &result)
{
    return !result && result.error().kind == ErrorKind::Cancelled &&
           result.error().effect == Effect::NotApplied && result.error().code.isEmpty();
}

} // namespace

BulkRun *BulkRunner::start(const ServiceParts &parts, BulkQueue &queue, const BulkOrder &order,
                           QObject *owner)
{
    BulkOrder frozen = order;
    frozen.targets = withoutRepeats(order.targets);
    auto *run = new BulkRun(frozen, parts.clock, owner);
    auto *runner = new BulkRunner(parts, run, Errand::First);
    BatchOpening *opening = runner->m_opening;
    bool hasTurn = true;
    // What a run does to a contact must not overtake what an earlier one is doing to it.
    if (run->total() == 1 && !queue.holds(frozen.targets.constFirst().id))
        queue.note(run);
    else
        hasTurn = queue.enter(run, [opening] { opening->takeTurn(); });
    run->m_isQueued = !hasTurn;
    opening->start(hasTurn);
    return run;
}

BulkRun *BulkRunner::goOn(const ServiceParts &parts, BulkQueue &queue, const JournalBatch &batch,
                          Errand errand, QObject *owner)
{
    BulkOrder order{batch.header.action, {}, batch.header.name, batch.header.undoes};
    bool isLookedUp = true;
    for (const JournalEntry &entry : batch.entries) {
        order.targets.append(entry.target);
        isLookedUp = isLookedUp && entry.wasSo;
    }
    auto *run = new BulkRun(order, parts.clock, owner);
    for (qsizetype i = 0; i < batch.entries.size(); ++i) {
        const JournalEntry &entry = batch.entries.at(i);
        run->remember(i, entry.wasSo.value_or(false), entry.target.earlier);
    }
    // What was not looked up was not sent either.
    if (!isLookedUp)
        errand = errand == Errand::Look ? Errand::Drop : Errand::First;
    auto *runner = new BulkRunner(parts, run, errand);
    runner->m_isContinued = true;
    BatchOpening *opening = runner->m_opening;
    opening->goOn(batch.id, isLookedUp || errand == Errand::Drop);
    run->m_isQueued = true;
    const auto turn = [opening] { opening->takeTurn(); };
    // Later, so that who asked can listen first.
    if (queue.enter(run, turn))
        QMetaObject::invokeMethod(opening, turn, Qt::QueuedConnection);
    return run;
}

BulkRunner::BulkRunner(const ServiceParts &parts, BulkRun *run, Errand errand)
    : QObject(run)
    , m_parts(parts)
    , m_run(run)
    , m_errand(errand)
    , m_opening(new BatchOpening(parts, run, this))
    , m_writer(new OutcomeWriter(parts, *run, this))
    , m_watch(new HoldWatch(parts.clock, this))
{
    listen();
}

void BulkRunner::listen()
{
    connect(m_opening, &BatchOpening::opened, this, &BulkRunner::endIfDone);
    connect(m_opening, &BatchOpening::ready, this, &BulkRunner::pump);
    connect(m_opening, &BatchOpening::failed, this, &BulkRunner::failed);
    connect(m_watch, &HoldWatch::changed, this, &BulkRunner::updateHold);
    connect(m_writer, &OutcomeWriter::progressed, this, &BulkRunner::pump);
    connect(m_run, &BulkRun::resumed, m_writer, &OutcomeWriter::retry);
    connect(m_run, &BulkRun::resumed, this, &BulkRunner::pump);
    connect(m_run, &BulkRun::stopped, this, &BulkRunner::recall);
    connect(m_run, &BulkRun::stopped, this, &BulkRunner::pump);
    connect(m_run, &BulkRun::pausedChanged, this, [this](bool isPaused) {
        if (isPaused)
            recall();
        pump();
    });
}

bool BulkRunner::hasNext() const
{
    return !m_returned.isEmpty() || m_next < m_run->targets().size();
}

int BulkRunner::mostOpen() const
{
    // Twice: as many as may be answered in the moment before the next are handed on.
    return std::max(FewestOpen, 2 * m_parts.dispatcher.width(Lane::Bulk));
}

void BulkRunner::pump()
{
    const bool maySend =
        m_opening->isReady() && !m_run->isPaused() && !m_run->isStopping() && !m_writer->trouble();
    while (maySend && hasNext() && m_open.size() < mostOpen() &&
           m_writer->waiting() < MostUnwritten)
        sendNext();
    updateHold();
    endIfDone();
}

void BulkRunner::sendNext()
{
    const qsizetype at = m_returned.isEmpty() ? m_next++ : m_returned.takeFirst();
    BulkTask task{m_run->action(), m_run->targets().at(at)};
    task.lane = m_run->total() == 1 ? Lane::Interactive : Lane::Bulk;
    task.errand = m_errand;
    task.isUndo = m_run->undoes() != 0;
    auto *operation = new OperationOf<Done>(this);
    m_open.insert(operation, {at});
    follow(operation);
    new BulkItem(m_parts, task, operation);
}

void BulkRunner::follow(OperationOf<Done> *operation)
{
    m_watch->watch(operation);
    connect(operation, &Operation::stateChanged, this, [this, operation](Operation::State state) {
        if (!m_open.contains(operation) || m_run->isSettled())
            return;
        if (state == Operation::State::InFlight)
            m_run->markInFlight(true);
        // It was refused or lost after the run was told to send no more.
        else if (state == Operation::State::Waiting && (m_run->isPaused() || m_run->isStopping()))
            QMetaObject::invokeMethod(this, &BulkRunner::recall, Qt::QueuedConnection);
    });
    connect(operation, &Operation::waiting, m_run, &Operation::markWaiting);
    operation->onFinished(this, [this, operation](const Result<Done> &result) {
        ended(m_open.take(operation), result);
        pump();
    });
}

void BulkRunner::ended(const OpenItem &item, const Result<Done> &result)
{
    const qsizetype at = item.at;
    if (item.isRecalled && wasNotSent(result)) {
        m_returned.append(at);
        std::sort(m_returned.begin(), m_returned.end());
        return;
    }
    const BulkOutcome outcome{m_run->targets().at(at), result, m_run->m_wasSo.value(at)};
    m_writer->add(outcome);
    m_run->settleItem(outcome);
}

//! What has not left yet, or was refused, stays. What was lost is looked up, unless the run is
//! stopped while that waits.
void BulkRunner::recall()
{
    if (!m_run->isPaused() && !m_run->isStopping())
        return;
    QList<Operation *> waiting;
    for (auto it = m_open.begin(); it != m_open.end(); ++it) {
        const bool isUnderWay = it.key()->state() == Operation::State::InFlight;
        it->isRecalled =
            it->isRecalled || !it.key()->hasLeft() || (m_run->isStopping() && !isUnderWay);
        if (it->isRecalled)
            waiting.append(it.key());
    }
    for (Operation *operation : waiting)
        operation->cancel();
}

void BulkRunner::failed(const ApiError &error)
{
    if (m_run->isSettled() || m_isEnding)
        return;
    if (m_run->batch() == 0 || m_isContinued)
        return m_run->settle(error);
    // It waited for its turn: the journal must not call it perhaps sent.
    m_isEnding = true;
    m_parts.store.journal()
        .settleMany(m_run->batch(), notSent(m_run->targets()))
        ->onFinished(this, [this, error](const Result<Done> &) { m_run->settle(error); });
}

void BulkRunner::updateHold()
{
    if (m_writer->trouble())
        return m_run->setHold(
            RunHold{RunHold::Reason::Storage, m_writer->nextTry(), m_writer->trouble()});
    m_run->setHold(m_run->isPaused() ? std::nullopt : m_watch->hold());
}

void BulkRunner::endIfDone()
{
    const bool isBegun = m_run->batch() != 0 && (m_opening->isReady() || m_run->isStopping());
    if (!isBegun || m_run->isSettled() || m_isEnding || !m_open.isEmpty())
        return;
    if (!m_run->isStopping() && hasNext())
        return;
    if (isWritten())
        end();
}

//! Has what is open written; true when nothing is, or nothing can be done about it.
bool BulkRunner::isWritten()
{
    if (m_writer->isIdle())
        return true;
    if (m_writer->isBusy())
        return false;
    if (!m_writer->trouble())
        m_writer->flush();
    else if (m_run->isStopping() && m_isLastTry)
        return true;
    else if (m_run->isStopping()) {
        m_isLastTry = true;
        m_writer->retry();
    }
    return false;
}

QList<BulkTarget> BulkRunner::untouched() const
{
    QList<BulkTarget> targets;
    for (const qsizetype at : m_returned)
        targets.append(m_run->targets().at(at));
    return targets + m_run->targets().mid(m_next);
}

void BulkRunner::end()
{
    m_isEnding = true;
    const QList<BulkTarget> rest = untouched();
    if (rest.isEmpty())
        return close(batchesToClose());
    if (m_isContinued)
        return m_run->end(rest);
    // Else the journal would take them for perhaps sent.
    m_parts.store.journal()
        .settleMany(m_run->batch(), notSent(rest))
        ->onFinished(this, [this, rest](const Result<Done> &) { m_run->end(rest); });
}

QList<BatchId> BulkRunner::batchesToClose() const
{
    // What another try may do stays open.
    for (const BulkOutcome &outcome : m_run->m_report.settled) {
        if (!outcome.result && outcome.result.error().canRetry() &&
            outcome.result.error().code != BulkItem::notDone())
            return {};
    }
    QList<BatchId> batches;
    if (m_isContinued)
        batches.append(m_run->batch());
    if (m_run->undoes() != 0)
        batches.append(m_run->undoes());
    return batches;
}

void BulkRunner::close(QList<BatchId> batches)
{
    if (batches.isEmpty())
        return m_run->end({});
    m_parts.store.journal()
        .close(batches.takeFirst())
        ->onFinished(this, [this, batches](const Result<Done> &) { close(batches); });
}

} // namespace roster
