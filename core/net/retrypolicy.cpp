// SPDX-License-Identifier: MIT
#include "core/net/retrypolicy.h"

#include "core/wire/ratelimit.h"

#include <algorithm>

namespace roster {

namespace {

bool isServersTrouble(int status)
{
    return status == 408 || status >= 500;
}

} // namespace

RetryDecision RetryPolicy::next(Repeat repeat, int retriesSoFar, const HttpOutcome &outcome,
                                double jitter) const
{
    const auto *response = std::get_if<HttpResponse>(&outcome);
    if (response && response->status == 429)
        return {RetryDecision::Next::WaitForLimit};
    if (retriesSoFar >= retries || !isWorthRepeating(repeat, outcome))
        return {};
    return {RetryDecision::Next::Retry, delay(retriesSoFar, outcome, jitter)};
}

bool RetryPolicy::isWorthRepeating(Repeat repeat, const HttpOutcome &outcome) const
{
    if (const auto *response = std::get_if<HttpResponse>(&outcome))
        return isServersTrouble(response->status) && repeat != Repeat::Never;
    const auto &failure = std::get<SendFailure>(outcome);
    if (failure.isFinal)
        return false;
    return failure.neverLeft || repeat != Repeat::Never;
}

std::chrono::milliseconds RetryPolicy::delay(int retriesSoFar, const HttpOutcome &outcome,
                                             double jitter) const
{
    const auto doubled = static_cast<double>((firstDelay * (1 << retriesSoFar)).count());
    const double factor = 1.0 + spread * std::clamp(jitter, -1.0, 1.0);
    const std::chrono::milliseconds own(static_cast<qint64>(doubled * factor));
    const auto *response = std::get_if<HttpResponse>(&outcome);
    // Only a Retry-After counts here: every answer tells the end of its rate window.
    if (!response || response->header("Retry-After").isEmpty())
        return own;
    const auto told = toldWait(*response).value_or(own);
    return std::min(std::max(own, told), longestDelay);
}

bool leavesOpen(const HttpOutcome &outcome)
{
    if (const auto *response = std::get_if<HttpResponse>(&outcome))
        return isServersTrouble(response->status);
    return !std::get<SendFailure>(outcome).neverLeft;
}

} // namespace roster
