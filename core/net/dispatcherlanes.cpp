// SPDX-License-Identifier: MIT
// The dispatcher's lanes: whose turn it is, what holds a lane, when to look again.
#include "core/net/dispatcher.h"

#include <QtCore/QPointer>

#include <algorithm>

namespace roster {

namespace {

//! A longer pause is told.
constexpr std::chrono::milliseconds PlannedPause{2000};

} // namespace

void Dispatcher::pumpLater()
{
    if (m_isPumpDue || m_isClosing)
        return;
    m_isPumpDue = true;
    QMetaObject::invokeMethod(this, &Dispatcher::pump, Qt::QueuedConnection);
}

void Dispatcher::pump()
{
    m_isPumpDue = false;
    wakeSleepers();
    fillInteractive();
    fillShared();
    tellReachability();
    scheduleWake();
}

void Dispatcher::wakeSleepers()
{
    const Millis now = m_clock.steady();
    for (auto it = m_sleeping.begin(); it != m_sleeping.end();) {
        Job &job = *it++;
        if (job.wakeAt <= now)
            move(job, m_lanes[index(job.request.lane)], true);
    }
}

void Dispatcher::fillInteractive()
{
    Jobs &jobs = m_lanes[index(Lane::Interactive)];
    while (mayStart(Lane::Interactive))
        start(jobs.front());
}

void Dispatcher::fillShared()
{
    while (const auto lane = nextShared()) {
        m_turns.took(*lane);
        start(m_lanes[index(*lane)].front());
    }
}

std::optional<Lane> Dispatcher::nextShared()
{
    const Lane first = m_turns.preferred();
    const Lane second = first == Lane::Bulk ? Lane::Background : Lane::Bulk;
    // Holding one lane tells its listeners, who may empty the other one: what may start is started
    // before anything else is looked at.
    for (const Lane lane : {first, second}) {
        if (mayStart(lane))
            return lane;
    }
    return std::nullopt;
}

bool Dispatcher::mayStart(Lane lane)
{
    if (m_lanes[index(lane)].empty() || !hasRoom(lane))
        return false;
    switch (m_link.gate(lane, m_clock.steady())) {
    case LinkState::Gate::Token:
        holdLane(lane, Millis(-1), Operation::WaitReason::Token);
        return false;
    case LinkState::Gate::Connection:
        holdLane(lane, m_link.probeAt(), Operation::WaitReason::Offline);
        return false;
    case LinkState::Gate::Server:
        holdLane(lane, m_link.probeAt(), Operation::WaitReason::Retry);
        return false;
    case LinkState::Gate::Open:
        break;
    }
    return mayStartByBudget(lane, m_clock.steady());
}

bool Dispatcher::mayStartByBudget(Lane lane, Millis now)
{
    const Millis earliest = m_budget.earliest(lane, now);
    const Millis at = std::max(earliest, isPaced(lane) ? m_pace.next(now) : now);
    if (at <= now)
        return true;
    wakeAt(at);
    // The end of each window is waited for as a matter of course: nobody has to know.
    const bool isTold = lane == Lane::Interactive || m_budget.blockedUntil(now);
    if (earliest > now && (isTold || earliest - now > PlannedPause))
        holdLane(lane, earliest, Operation::WaitReason::RateLimit);
    return false;
}

bool Dispatcher::hasRoom(Lane lane) const
{
    const double perSecond = m_budget.perSecond();
    const int shared = m_laneFlying[index(Lane::Background)] + m_laneFlying[index(Lane::Bulk)];
    return static_cast<int>(m_flying.size()) < m_widths.all(perSecond) &&
           (lane == Lane::Interactive || shared < m_widths.shared(perSecond)) &&
           m_laneFlying[index(lane)] < m_widths.of(lane, perSecond);
}

int Dispatcher::width(Lane lane) const
{
    return m_widths.of(lane, m_budget.perSecond());
}

bool Dispatcher::isPaced(Lane lane) const
{
    const bool hasBulkWork =
        !m_lanes[index(Lane::Bulk)].empty() || m_laneFlying[index(Lane::Bulk)] > 0;
    return lane != Lane::Interactive && hasBulkWork;
}

void Dispatcher::holdLane(Lane lane, Millis until, Operation::WaitReason reason)
{
    const QDateTime at = until < Millis(0) ? QDateTime() : wall(until);
    // Who listens may cancel, which takes jobs out of the lane.
    QList<QPointer<OperationOf<HttpResponse>>> held;
    for (Job &job : m_lanes[index(lane)]) {
        if (job.wakeAt == until && job.operation->state() == Operation::State::Waiting)
            continue;
        job.wakeAt = until;
        held.append(job.operation);
    }
    for (const auto &operation : held) {
        if (operation && !operation->isSettled())
            operation->markWaiting(at, reason);
    }
}

void Dispatcher::scheduleWake()
{
    for (const Job &job : m_sleeping)
        wakeAt(job.wakeAt);
    if ((m_link.isOffline() || m_link.isServerDown()) && !m_link.isProbing())
        wakeAt(m_link.probeAt());
    if (const auto blocked = m_budget.blockedUntil(m_clock.steady()))
        wakeAt(*blocked);
}

void Dispatcher::wakeAt(Millis at)
{
    const Millis now = m_clock.steady();
    if (at < now || (m_nextWake > now && m_nextWake <= at))
        return;
    m_nextWake = at;
    m_clock.after(at - now, this, [this] { pumpLater(); });
}

void Dispatcher::start(Job &job)
{
    move(job, m_flying, false);
    ++m_laneFlying[index(job.request.lane)];
    const Millis now = m_clock.steady();
    if (isPaced(job.request.lane))
        m_pace.sent(now, m_budget.gap(now));
    job.call = m_budget.sent(now);
    job.tokenTurn = m_link.tokenTurn();
    job.isProbe = m_link.needsProbe(job.request.lane);
    if (job.isProbe)
        m_link.probeStarted();
    job.exchange = m_transport.send(job.request);
    connect(job.exchange, &Exchange::finished, this,
            [this, &job](const HttpOutcome &outcome) { received(job, outcome); });
    job.operation->markInFlight(job.request.isWrite());
}

} // namespace roster
