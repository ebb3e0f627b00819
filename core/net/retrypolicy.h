// SPDX-License-Identifier: MIT
#pragma once

#include "core/net/transport.h"

#include <chrono>

namespace roster {

//! What to do with the outcome of one attempt.
struct RetryDecision
{
    enum class Next {
        Deliver,      //!< It is the answer, good or bad.
        Retry,        //!< Send again after `delay`.
        WaitForLimit, //!< Too many calls: send again when the limit allows; no attempt is counted.
    };

    Next next = Next::Deliver;
    std::chrono::milliseconds delay{0};

    friend bool operator==(const RetryDecision &, const RetryDecision &) = default;
};

//! When a request is sent again. Pure: the same questions have the same answers.
//!
//! |            | never left | sent, no answer | 429  | 408, 5xx  | other answers |
//! | Safe       | 3 times    | 3 times         | wait | 3 times   | no            |
//! | SameEffect | 3 times    | 3 times         | wait | 3 times   | no            |
//! | Never      | 3 times    | no              | wait | no        | no            |
struct RetryPolicy
{
    int retries = 3;
    //! Doubled with each retry.
    std::chrono::milliseconds firstDelay{500};
    //! A delay is changed by up to this part of it, up or down.
    double spread = 0.2;
    //! An answer may ask for a longer delay (Retry-After of a 503), up to this.
    std::chrono::milliseconds longestDelay{60'000};

    //! `retriesSoFar` counts the retries before this attempt; `jitter` is -1 … 1.
    RetryDecision next(Repeat repeat, int retriesSoFar, const HttpOutcome &outcome,
                       double jitter) const;

private:
    bool isWorthRepeating(Repeat repeat, const HttpOutcome &outcome) const;
    std::chrono::milliseconds delay(int retriesSoFar, const HttpOutcome &outcome,
                                    double jitter) const;
};

//! The outcome leaves open whether a write happened: it left, and no answer settles it.
bool leavesOpen(const HttpOutcome &outcome);

} // namespace roster
