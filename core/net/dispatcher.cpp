// SPDX-License-Identifier: MIT
#include "core/net/dispatcher.h"

#include <QtCore/QPointer>

#include <algorithm>
#include <cmath>

namespace roster {

using namespace std::chrono_literals;

namespace {

bool isUnconnected(const HttpOutcome &outcome)
{
    const auto *failure = std::get_if<SendFailure>(&outcome);
    return failure && failure->neverLeft && !failure->isFinal;
}

bool isSameOrigin(const QUrl &a, const QUrl &b)
{
    return a.scheme() == b.scheme() && a.host() == b.host() && a.port() == b.port();
}

} // namespace

Dispatcher::Dispatcher(Transport &transport, Clock &clock, QObject *parent)
    : Dispatcher(transport, clock, Options(), parent)
{
}

Dispatcher::Dispatcher(Transport &transport, Clock &clock, const Options &options, QObject *parent)
    : QObject(parent)
    , m_transport(transport)
    , m_clock(clock)
    , m_options(options)
    , m_random(options.seed)
{
}

Dispatcher::~Dispatcher()
{
    m_isClosing = true;
    cancelAll();
    // They tell their end when they go, and who hears it may ask us for more: not after this body.
    while (auto *operation = findChild<Operation *>(QString(), Qt::FindDirectChildrenOnly))
        delete operation;
}

OperationOf<HttpResponse> *Dispatcher::send(const HttpRequest &request)
{
    auto *operation = new OperationOf<HttpResponse>(m_isClosing ? nullptr : this);
    if (m_isClosing) {
        operation->settle(ApiError::cancelled(Effect::NotApplied));
        return operation;
    }
    Jobs &lane = m_lanes[index(request.lane)];
    Job &job = lane.emplace_back();
    job.request = request;
    job.operation = operation;
    job.home = &lane;
    job.self = std::prev(lane.end());
    operation->setCanceller([this, &job] { cancelled(job); });
    pumpLater();
    return operation;
}

void Dispatcher::setEndpoint(const Endpoint &endpoint)
{
    const Endpoint before = m_transport.endpoint();
    const bool isOtherPlace = !isSameOrigin(before.baseUrl, endpoint.baseUrl);
    if (isOtherPlace)
        cancelAll();
    m_transport.setEndpoint(endpoint);
    if (!isOtherPlace && before.token == endpoint.token)
        return;
    m_budget = RateBudget();
    resume();
    retryNow();
}

int Dispatcher::openRequests() const
{
    size_t count = m_flying.size() + m_sleeping.size();
    for (const Jobs &lane : m_lanes)
        count += lane.size();
    return static_cast<int>(count);
}

void Dispatcher::resume()
{
    m_link.tokenRenewed();
    pumpLater();
    tellReachability();
}

void Dispatcher::retryNow()
{
    m_link.probeNow(m_clock.steady());
    for (Job &job : m_sleeping)
        job.wakeAt = m_clock.steady();
    pumpLater();
}

void Dispatcher::cancelAll()
{
    const auto cancelJobs = [](Jobs &jobs) {
        // Cancelling takes the job out of its list.
        while (!jobs.empty())
            jobs.front().operation->cancel();
    };
    cancelJobs(m_flying);
    cancelJobs(m_sleeping);
    for (Jobs &lane : m_lanes)
        cancelJobs(lane);
}

void Dispatcher::move(Job &job, Jobs &to, bool toFront)
{
    to.splice(toFront ? to.begin() : to.end(), *job.home, job.self);
    job.home = &to;
}

void Dispatcher::drop(Job &job)
{
    if (job.isProbe)
        m_link.probeEnded();
    job.home->erase(job.self);
}

void Dispatcher::cancelled(Job &job)
{
    if (job.exchange) {
        job.exchange->disconnect(this);
        job.exchange->abort();
        --m_laneFlying[index(job.request.lane)];
        m_budget.lost();
    }
    drop(job);
    pumpLater();
}

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
    for (const Lane lane : {Lane::Interactive, Lane::Background, Lane::Bulk})
        fillLane(lane);
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

void Dispatcher::fillLane(Lane lane)
{
    Jobs &jobs = m_lanes[index(lane)];
    while (!jobs.empty() && hasRoom(lane)) {
        const Millis now = m_clock.steady();
        const LinkState::Gate state = gate(lane);
        if (state == LinkState::Gate::Token) {
            holdLane(lane, Millis(-1), Operation::WaitReason::Token);
            return;
        }
        if (state == LinkState::Gate::Connection) {
            holdLane(lane, m_link.probeAt(), Operation::WaitReason::Offline);
            return;
        }
        const Millis earliest = m_budget.earliest(lane, now);
        if (earliest > now) {
            holdLane(lane, earliest, Operation::WaitReason::RateLimit);
            wakeAt(earliest);
            return;
        }
        start(jobs.front());
    }
}

bool Dispatcher::hasRoom(Lane lane) const
{
    return static_cast<int>(m_flying.size()) < width() && m_laneFlying[index(lane)] < width(lane);
}

int Dispatcher::width() const
{
    const size_t background = index(Lane::Background);
    const int kept = m_options.inFlight - m_options.laneInFlight[background];
    const int fitting = static_cast<int>(std::ceil(m_budget.perSecond() * m_latency / 1s));
    return std::clamp(fitting + kept, m_options.inFlight,
                      std::max(m_options.inFlight, m_options.mostInFlight));
}

int Dispatcher::width(Lane lane) const
{
    const size_t i = index(lane);
    const int least = m_options.laneInFlight[i];
    const int others = m_options.inFlight - least;
    return std::clamp(width() - others, least, std::max(least, m_options.mostLaneInFlight[i]));
}

void Dispatcher::measure(Millis latency)
{
    m_latency = m_latency.count() > 0 ? (7 * m_latency + latency) / 8.0 : latency;
}

LinkState::Gate Dispatcher::gate(Lane lane) const
{
    return lane == Lane::Interactive ? LinkState::Gate::Open : m_link.gate(m_clock.steady());
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
    if (m_link.isOffline() && !m_link.isProbing())
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
    m_budget.sent();
    job.sentAt = m_clock.steady();
    job.tokenTurn = m_link.tokenTurn();
    job.isProbe = m_link.isOffline() && mayPark(job);
    if (job.isProbe)
        m_link.probeStarted();
    job.exchange = m_transport.send(job.request);
    connect(job.exchange, &Exchange::finished, this,
            [this, &job](const HttpOutcome &outcome) { received(job, outcome); });
    job.operation->markInFlight(job.request.isWrite());
}

void Dispatcher::received(Job &job, const HttpOutcome &outcome)
{
    job.exchange->disconnect(this);
    job.exchange = nullptr;
    --m_laneFlying[index(job.request.lane)];
    observe(job, outcome);
    job.leftOpen = job.leftOpen || leavesOpen(outcome);
    if (!job.leftOpen)
        job.operation->markNotApplied();
    if (!park(job, outcome)) {
        const RetryDecision decision =
            m_options.retry.next(job.request.repeat, job.retries, outcome, jitter());
        switch (decision.next) {
        case RetryDecision::Next::Deliver:
            deliver(job, outcome);
            break;
        case RetryDecision::Next::Retry:
            ++job.retries;
            retryLater(job, decision.delay);
            break;
        case RetryDecision::Next::WaitForLimit:
            move(job, m_lanes[index(job.request.lane)], true);
            break;
        }
    }
    pumpLater();
    // Last, since who listens may do anything to us; and before the operation tells its end.
    tellReachability();
}

void Dispatcher::observe(const Job &job, const HttpOutcome &outcome)
{
    if (const auto *response = std::get_if<HttpResponse>(&outcome)) {
        const Millis extra(static_cast<qint64>(1000 * m_options.retry.spread * std::abs(jitter())));
        m_budget.observe(*response, job.sentAt, m_clock.steady(), m_clock.now().toSecsSinceEpoch(),
                         extra);
        m_link.answered(*response, job.tokenTurn);
        if (response->isSuccess())
            measure(m_clock.steady() - job.sentAt);
    } else {
        m_budget.lost();
    }
}

bool Dispatcher::park(Job &job, const HttpOutcome &outcome)
{
    const auto *response = std::get_if<HttpResponse>(&outcome);
    const bool isTokenGone = response && refusesToken(*response);
    const bool isConnectionGone =
        isUnconnected(outcome) && (m_link.isOffline() || job.retries >= m_options.retry.retries);
    const bool wasProbe = std::exchange(job.isProbe, false);
    if (wasProbe)
        m_link.probeEnded();
    if (isConnectionGone)
        m_link.unconnected(wasProbe, m_clock.steady());
    if (!mayPark(job) || !(isTokenGone || isConnectionGone))
        return false;
    job.retries = 0;
    move(job, m_lanes[index(job.request.lane)], true);
    return true;
}

void Dispatcher::retryLater(Job &job, Millis delay)
{
    job.wakeAt = m_clock.steady() + delay;
    move(job, m_sleeping, false);
    job.operation->markWaiting(wall(job.wakeAt), Operation::WaitReason::Retry);
}

void Dispatcher::deliver(Job &job, const HttpOutcome &outcome)
{
    OperationOf<HttpResponse> *operation = job.operation;
    if (const auto *response = std::get_if<HttpResponse>(&outcome)) {
        HttpResponse answer = *response;
        answer.isAfterUnanswered = job.leftOpen && !leavesOpen(outcome);
        drop(job);
        operation->settle(std::move(answer));
        return;
    }
    const auto &failure = std::get<SendFailure>(outcome);
    const bool hasSuccessHead = failure.httpStatus >= 200 && failure.httpStatus < 300;
    ApiError error;
    error.kind = failure.kind;
    error.httpStatus = failure.httpStatus;
    error.detail = failure.detail;
    if (job.request.isWrite() && hasSuccessHead)
        error.effect = Effect::Applied;
    else if (job.request.isWrite() && job.leftOpen)
        error.effect = Effect::Unknown;
    drop(job);
    operation->settle(std::move(error));
}

void Dispatcher::tellReachability()
{
    Reachability now;
    const auto blocked = m_budget.blockedUntil(m_clock.steady());
    if (m_link.isUnauthorized())
        now.state = Reachability::State::Unauthorized;
    else if (m_link.isOffline())
        now = {Reachability::State::Offline, wall(m_link.probeAt())};
    else if (blocked)
        now = {Reachability::State::Limited, wall(*blocked)};
    // Wall times are worked out anew each time and may differ by what the clocks' reading takes.
    const bool isSame = now.state == m_reachability.state &&
                        (now.until == m_reachability.until ||
                         std::abs(now.until.msecsTo(m_reachability.until)) < 100);
    if (isSame || m_isClosing)
        return;
    m_reachability = now;
    Q_EMIT reachabilityChanged(now);
}

QDateTime Dispatcher::wall(Millis at) const
{
    return m_clock.now().addMSecs((at - m_clock.steady()).count());
}

double Dispatcher::jitter()
{
    return std::uniform_real_distribution<double>(-1.0, 1.0)(m_random);
}

} // namespace roster
