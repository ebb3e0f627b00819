// SPDX-License-Identifier: MIT
#include "core/service/outcomewriter.h"

#include "core/async/clock.h"
#include "core/service/bulkrun.h"
#include "core/service/facts.h"
#include "core/store/store.h"

namespace roster {

namespace {

using namespace std::chrono_literals;
using Kind = BulkAction::Kind;

//! A group is written when it has this many, or after this time.
constexpr qsizetype Enough = 64;
constexpr auto FlushDelay = 100ms;
constexpr auto RetryDelay = 5s;

JournalState stateOf(const Result<Done> &result)
{
    if (result)
        return JournalState::Applied;
    // What was said to be done and could not be looked at is not certain either.
    return result.error().effect == Effect::NotApplied ? JournalState::NotApplied
                                                       : JournalState::Unknown;
}

Settlement settlementOf(const BulkOutcome &outcome, qint64 now)
{
    Settlement settlement{outcome.target.id, stateOf(outcome.result), 200, {}, now};
    if (outcome.result)
        return settlement;
    const ApiError &error = outcome.result.error();
    settlement.httpStatus = error.httpStatus;
    settlement.requestId = error.requestId;
    settlement.kind = error.kind;
    settlement.code = error.code;
    return settlement;
}

QList<ContactId> doneIds(const QList<BulkOutcome> &outcomes)
{
    QList<ContactId> ids;
    for (const BulkOutcome &outcome : outcomes) {
        if (outcome.result)
            ids.append(outcome.target.id);
    }
    return ids;
}

} // namespace

OutcomeWriter::OutcomeWriter(const ServiceParts &parts, const BulkRun &run, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_run(run)
{
}

void OutcomeWriter::add(const BulkOutcome &outcome)
{
    m_next.append(outcome);
    m_next.size() >= Enough ? flush() : flushSoon();
}

void OutcomeWriter::flushSoon()
{
    if (m_isFlushDue)
        return;
    m_isFlushDue = true;
    m_parts.clock.after(FlushDelay, this, [this] {
        if (std::exchange(m_isFlushDue, false))
            flush();
    });
}

void OutcomeWriter::flush()
{
    m_isFlushDue = false;
    if (m_isBusy || m_trouble || isIdle())
        return;
    m_group = std::exchange(m_next, {});
    writeGroup();
}

void OutcomeWriter::retry()
{
    if (!m_trouble || m_isBusy)
        return;
    m_isJournalled ? storeGroup() : writeGroup();
}

void OutcomeWriter::writeGroup()
{
    m_isBusy = true;
    const qint64 now = m_parts.clock.now().toSecsSinceEpoch();
    QList<Settlement> settlements;
    for (const BulkOutcome &outcome : std::as_const(m_group)) {
        settlements.append(settlementOf(outcome, now));
    }
    m_parts.store.journal()
        .settleMany(m_run.batch(), settlements)
        ->onFinished(this, [this](const Result<Done> &settled) {
            if (!settled)
                return fail(settled.error());
            m_isJournalled = true;
            storeGroup();
        });
}

void OutcomeWriter::storeGroup()
{
    m_isBusy = true;
    const QList<ContactId> ids = doneIds(m_group);
    if (m_run.action().kind != Kind::Archive || ids.isEmpty())
        return tellGroup();
    m_parts.store.removeContacts(ids)->onFinished(this,
                                                  [this](const Result<QList<ContactId>> &removed) {
                                                      removed ? tellGroup() : fail(removed.error());
                                                  });
}

void OutcomeWriter::tellGroup()
{
    const QList<ContactId> ids = doneIds(std::exchange(m_group, {}));
    m_isJournalled = false;
    m_isBusy = false;
    m_trouble.reset();
    m_tries = 0;
    if (!ids.isEmpty() && m_run.action().kind == Kind::Archive)
        Q_EMIT m_parts.facts.contactsArchived(ids);
    if (!ids.isEmpty() && m_run.action().kind == Kind::Restore)
        Q_EMIT m_parts.facts.contactsRestored(ids);
    if (m_next.size() >= Enough)
        flush();
    else if (!m_next.isEmpty())
        flushSoon();
    Q_EMIT progressed();
}

void OutcomeWriter::fail(const ApiError &error)
{
    m_isBusy = false;
    m_trouble = error;
    m_nextTry = m_parts.clock.now().addMSecs(std::chrono::milliseconds(RetryDelay).count());
    m_parts.clock.after(RetryDelay, this, [this, tries = ++m_tries] {
        if (tries == m_tries)
            retry();
    });
    Q_EMIT progressed();
}

} // namespace roster
