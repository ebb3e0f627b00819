// SPDX-License-Identifier: MIT
#include "core/net/dispatcher.h"

#include <cmath>

namespace roster {

namespace {

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
    , m_widths(options)
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
    m_budget.startOver();
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
        m_budget.lost(job.call);
    }
    drop(job);
    pumpLater();
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
