// SPDX-License-Identifier: MIT
#include "core/service/bulkrunner.h"

#include "core/async/clock.h"
#include "core/service/bulkitem.h"
#include "core/service/bulkrun.h"
#include "core/service/facts.h"
#include "core/store/store.h"

#include <QtCore/QSet>

namespace roster {

namespace {

using namespace std::chrono_literals;

//! Handed to the dispatcher at once; it decides what is really sent. Enough to keep its lane busy,
//! few enough for pause and stop to be quick.
constexpr int MostInFlight = 32;
//! Facts are told in groups: of this many, or after this time.
constexpr qsizetype FactGroup = 64;
constexpr auto FactDelay = 100ms;

QList<BulkTarget> withoutRepeats(const QList<BulkTarget> &targets)
{
    QSet<ContactId> seen;
    QList<BulkTarget> unique;
    for (const BulkTarget &target : targets) {
        if (!target.id.isEmpty() && !seen.contains(target.id)) {
            seen.insert(target.id);
            unique.append(target);
        }
    }
    return unique;
}

JournalState stateOf(const Result<Done> &result)
{
    if (result)
        return JournalState::Applied;
    return result.error().effect == Effect::Unknown ? JournalState::Unknown
                                                    : JournalState::NotApplied;
}

} // namespace

BulkRun *BulkRunner::start(const ServiceParts &parts, const BulkAction &action,
                           const QList<BulkTarget> &targets, const QString &name, QObject *owner)
{
    auto *run = new BulkRun(action, withoutRepeats(targets), name, owner);
    new BulkRunner(parts, run);
    return run;
}

BulkRunner::BulkRunner(const ServiceParts &parts, BulkRun *run)
    : QObject(run)
    , m_parts(parts)
    , m_run(run)
{
    connect(run, &BulkRun::pausedChanged, this, &BulkRunner::pump);
    connect(run, &BulkRun::stopped, this, &BulkRunner::pump);
    openBatch();
}

void BulkRunner::openBatch()
{
    BatchHeader batch;
    batch.name = m_run->name();
    batch.action = m_run->action();
    batch.scope = m_parts.store.journal().scope();
    batch.workspaceName = m_parts.identity.name;
    batch.tokenOwner = m_parts.identity.tokenOwner.name;
    batch.at = m_parts.clock.now().toSecsSinceEpoch();
    m_parts.store.journal()
        .openBatch(batch, m_run->targets())
        ->onFinished(this, [this](const Result<BatchId> &id) {
            if (!id)
                return m_run->settle(id.error());
            m_run->m_batch = *id;
            m_isOpen = true;
            pump();
        });
}

void BulkRunner::pump()
{
    if (!m_isOpen)
        return;
    const bool maySend = !m_run->isPaused() && !m_run->isStopping();
    while (maySend && m_inFlight < MostInFlight && m_next < m_run->targets().size())
        sendNext();
    endIfDone();
}

void BulkRunner::sendNext()
{
    const BulkTarget target = m_run->targets().at(m_next++);
    const Lane lane = m_run->total() == 1 ? Lane::Interactive : Lane::Bulk;
    ++m_inFlight;
    auto *operation = new OperationOf<Done>(this);
    connect(operation, &Operation::stateChanged, m_run, [this](Operation::State state) {
        if (state == Operation::State::InFlight && !m_run->isSettled())
            m_run->markInFlight(true);
    });
    connect(operation, &Operation::waiting, m_run, &Operation::markWaiting);
    new BulkItem(m_parts, m_run->action(), target.id, lane, operation);
    operation->onFinished(this, [this, target](const Result<Done> &result) {
        --m_inFlight;
        settle(target, result);
        pump();
    });
}

void BulkRunner::settle(const BulkTarget &target, const Result<Done> &result)
{
    m_unflushed.append({target, result});
    m_run->settleItem(m_unflushed.constLast());
    const bool isLast = m_inFlight == 0 && m_next == m_run->targets().size();
    if (isLast || m_unflushed.size() >= FactGroup)
        flush();
    else
        flushSoon();
}

void BulkRunner::flushSoon()
{
    if (m_isFlushDue)
        return;
    m_isFlushDue = true;
    m_parts.clock.after(FactDelay, this, [this] {
        if (m_isFlushDue)
            flush();
    });
}

void BulkRunner::flush()
{
    m_isFlushDue = false;
    if (m_unflushed.isEmpty())
        return;
    QList<Settlement> outcomes;
    QList<ContactId> done;
    for (const BulkOutcome &outcome : std::as_const(m_unflushed)) {
        const QString requestId = outcome.result ? QString() : outcome.result.error().requestId;
        const int status = outcome.result ? 200 : outcome.result.error().httpStatus;
        outcomes.append({outcome.target.id, stateOf(outcome.result), status, requestId});
        if (outcome.result)
            done.append(outcome.target.id);
    }
    m_unflushed.clear();
    ++m_flushing;
    m_parts.store.journal()
        .settleMany(m_run->batch(), outcomes)
        ->onFinished(this, [this, done](const Result<Done> &) { tellFacts(done); });
}

void BulkRunner::tellFacts(const QList<ContactId> &ids)
{
    using Kind = BulkAction::Kind;
    if (m_run->action().kind == Kind::Archive && !ids.isEmpty()) {
        m_parts.store.removeContacts(ids)->onFinished(this, [this, ids](const auto &) {
            Q_EMIT m_parts.facts.contactsArchived(ids);
            --m_flushing;
            endIfDone();
        });
        return;
    }
    if (m_run->action().kind == Kind::Restore && !ids.isEmpty())
        Q_EMIT m_parts.facts.contactsRestored(ids);
    --m_flushing;
    endIfDone();
}

void BulkRunner::endIfDone()
{
    if (m_run->isSettled() || m_inFlight > 0 || m_flushing > 0)
        return;
    const bool isStopped = m_run->isStopping();
    if (!isStopped && m_next < m_run->targets().size())
        return;
    if (!m_unflushed.isEmpty())
        return flush();
    endWith(m_run->targets().mid(m_next));
}

void BulkRunner::endWith(const QList<BulkTarget> &untouched)
{
    if (untouched.isEmpty())
        return m_run->end({});
    // Else the journal would take them for perhaps sent.
    QList<Settlement> outcomes;
    for (const BulkTarget &target : untouched)
        outcomes.append({target.id, JournalState::NotApplied, 0, {}});
    ++m_flushing;
    m_parts.store.journal()
        .settleMany(m_run->batch(), outcomes)
        ->onFinished(this, [this, untouched](const Result<Done> &) { m_run->end(untouched); });
}

} // namespace roster
