// SPDX-License-Identifier: MIT
#pragma once

#include "core/wire/httprequest.h"
#include "core/wire/httpresponse.h"

#include <chrono>
#include <optional>

namespace roster {

//! How many calls may still be made in the present window, as the answers' headers tell it
//! (X-RateLimit-Limit, -Remaining, -Reset; windows of ten seconds). Pure: times are handed in,
//! steady ones except `wallNow`. A part of each window is kept for what a person waits for.
class RateBudget
{
public:
    using Millis = std::chrono::milliseconds;

    //! A request leaves now.
    void sent();
    //! What was sent has ended without an answer.
    void lost();
    //! The answer to a request sent at `sentAt` is here. `wallNow` (Unix seconds) serves only
    //! answers without a Date. A 429 blocks for `extra` longer than it asks, so that the clients of
    //! a workspace do not all come back in the same moment.
    void observe(const HttpResponse &response, Millis sentAt, Millis now, qint64 wallNow,
                 Millis extra = Millis(0));

    //! When the next request of `lane` may leave: `now`, or later.
    Millis earliest(Lane lane, Millis now) const;
    //! A 429 forbids every request until then; nothing when none does.
    std::optional<Millis> blockedUntil(Millis now) const;

    //! Calls a second that the told limit comes to; the documented one while none is told.
    double perSecond() const;

    //! Calls of each window that only the interactive lane may use.
    int reserve() const;

private:
    void observeLimit(const HttpResponse &response, Millis sentAt, Millis now, qint64 wallNow,
                      Millis extra);
    void observeWindow(const HttpResponse &response, Millis now, qint64 wallNow);

    //! Told by the last answer; 0 when none told.
    int m_limit = 0;
    //! What is left, our own requests under way taken off; nothing when not known.
    std::optional<int> m_remaining;
    //! The window's end as told (server's seconds), and by our steady clock.
    qint64 m_reset = 0;
    Millis m_windowEnd{0};
    int m_underWay = 0;
    Millis m_blockedAt{-1};
    Millis m_blockedUntil{-1};
    //! 429s in a row that did not say how long.
    int m_blindBlocks = 0;
};

} // namespace roster
