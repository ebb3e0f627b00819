// SPDX-License-Identifier: MIT
#include "core/service/bulkrun.h"

#include "core/async/clock.h"

#include <utility>

namespace roster {

BulkRun::BulkRun(BulkOrder order, const Clock &clock, QObject *owner)
    : OperationOf(owner)
    , m_order(std::move(order))
    , m_clock(clock)
{
}

BulkRun::~BulkRun()
{
    // Here and not in the base: whoever listens may ask for what only a whole run can tell.
    if (!isSettled())
        OperationOf::cancel();
    const bool isOk = result().isOk();
    const bool isCancelled = !isOk && result().error().kind == ErrorKind::Cancelled;
    finishNow(isOk ? State::Succeeded : isCancelled ? State::Cancelled : State::Failed);
}

double BulkRun::rate() const
{
    return m_pace.rate(m_clock.steady());
}

std::optional<std::chrono::seconds> BulkRun::timeLeft() const
{
    if (m_isPaused || m_isQueued || m_hold || isSettled())
        return std::nullopt;
    return m_pace.timeLeft(total() - done() - failed(), m_clock.steady());
}

void BulkRun::pause()
{
    if (m_isPaused || isSettled())
        return;
    m_isPaused = true;
    Q_EMIT pausedChanged(true);
}

void BulkRun::resume()
{
    if (std::exchange(m_isPaused, false))
        Q_EMIT pausedChanged(false);
    Q_EMIT resumed();
}

void BulkRun::stop()
{
    if (m_isStopped || isSettled())
        return;
    m_isStopped = true;
    Q_EMIT stopped();
}

void BulkRun::begin()
{
    m_pace.started(m_clock.steady());
    if (std::exchange(m_isQueued, false))
        Q_EMIT begun();
}

void BulkRun::remember(qsizetype at, bool wasSo, const ContactPatch &earlier)
{
    m_wasSo.resize(m_order.targets.size());
    m_wasSo[at] = wasSo;
    if (action().kind == BulkAction::Kind::Update && !earlier.isEmpty())
        m_order.targets[at].earlier = earlier;
}

void BulkRun::settleItem(const BulkOutcome &outcome)
{
    m_report.settled.append(outcome);
    m_done += outcome.result.isOk() ? 1 : 0;
    m_pace.settled(m_clock.steady());
    Q_EMIT itemSettled(outcome);
    Q_EMIT progressed(done(), failed(), total());
}

void BulkRun::setHold(const std::optional<RunHold> &hold)
{
    if (m_hold == hold || isSettled())
        return;
    m_hold = hold;
    Q_EMIT holdChanged();
}

void BulkRun::end(QList<BulkTarget> untouched)
{
    m_report.untouched = std::move(untouched);
    settle(m_report);
}

} // namespace roster
