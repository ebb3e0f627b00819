// SPDX-License-Identifier: MIT
// The dispatcher's answers: what they teach, and what becomes of the request.
#include "core/net/dispatcher.h"

#include <cmath>
#include <utility>

namespace roster {

namespace {

//! What fails this often while it tries whether the server works again fails by itself.
constexpr int MostFailedProbes = 5;

bool isUnconnected(const HttpOutcome &outcome)
{
    const auto *failure = std::get_if<SendFailure>(&outcome);
    return failure && failure->neverLeft && !failure->isFinal;
}

} // namespace

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
        const Millis now = m_clock.steady();
        m_budget.observe(job.call, *response, now, m_clock.now().toSecsSinceEpoch(), extra);
        m_link.answered(*response, job.tokenTurn);
        if (response->isSuccess())
            m_widths.measure(now - job.call.at);
    } else {
        m_budget.lost(job.call);
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
    const bool isServerGone = response && isServerDown(job, *response, wasProbe);
    if (!mayPark(job) || !(isTokenGone || isConnectionGone || isServerGone))
        return false;
    job.retries = 0;
    // Another one tries next: this one may fail by itself.
    move(job, m_lanes[index(job.request.lane)], !isServerGone);
    return true;
}

bool Dispatcher::isServerDown(Job &job, const HttpResponse &response, bool wasProbe)
{
    const bool isLastTry =
        wasProbe || m_link.isServerDown() || job.retries >= m_options.retry.retries;
    if (job.request.lane != Lane::Bulk || response.status < 500 || !isLastTry)
        return false;
    if (wasProbe && ++job.failedProbes >= MostFailedProbes)
        job.retries = m_options.retry.retries;
    return m_link.serverFailed(wasProbe, m_clock.steady()) && job.failedProbes < MostFailedProbes;
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

} // namespace roster
