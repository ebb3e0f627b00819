// SPDX-License-Identifier: MIT
#include "core/service/bulkrun.h"

#include <utility>

namespace roster {

BulkRun::BulkRun(BulkAction action, QList<BulkTarget> targets, QString name, QObject *owner)
    : OperationOf(owner)
    , m_action(std::move(action))
    , m_targets(std::move(targets))
    , m_name(std::move(name))
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

void BulkRun::pause()
{
    if (m_isPaused || isSettled())
        return;
    m_isPaused = true;
    Q_EMIT pausedChanged(true);
}

void BulkRun::resume()
{
    if (!m_isPaused)
        return;
    m_isPaused = false;
    Q_EMIT pausedChanged(false);
}

void BulkRun::stop()
{
    if (m_isStopped || isSettled())
        return;
    m_isStopped = true;
    Q_EMIT stopped();
}

void BulkRun::settleItem(const BulkOutcome &outcome)
{
    m_report.settled.append(outcome);
    m_done += outcome.result.isOk() ? 1 : 0;
    Q_EMIT itemSettled(outcome);
    Q_EMIT progressed(done(), failed(), total());
}

void BulkRun::end(QList<BulkTarget> untouched)
{
    m_report.untouched = std::move(untouched);
    settle(m_report);
}

} // namespace roster
