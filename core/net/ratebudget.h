// SPDX-License-Identifier: MIT
#pragma once

#include "core/net/callledger.h"
#include "core/net/serverclock.h"
#include "core/wire/httprequest.h"
#include "core/wire/httpresponse.h"

#include <chrono>
#include <optional>

namespace roster {

struct RateLimit;

//! How many calls may still be made in the present window, as the answers' headers tell it
//! (X-RateLimit-Limit, -Remaining, -Reset; windows of ten seconds). Pure: times are handed in,
//! steady ones except `wallNow`. A part of each window is kept for what a person waits for.
//!
//! - Our own calls are counted here (CallLedger); what the server says is left beyond them tells
//!   only what others have used.
//! - A window is over when the server's clock has surely reached its end, or later if answers show
//!   that. The next one is taken to be as large, with what is still under way counted in it, until
//!   an answer tells.
class RateBudget
{
public:
    using Millis = std::chrono::milliseconds;

    //! A call that was sent.
    struct Call
    {
        quint64 number = 0;
        Millis at{0};
    };

    //! A request leaves now.
    Call sent(Millis now);
    //! It has ended without an answer.
    void lost(const Call &call);
    //! Its answer is here. `wallNow` (Unix seconds) serves only answers without a Date. A 429
    //! blocks for `extra` longer than it asks, so that the clients of a workspace do not all come
    //! back in the same moment.
    void observe(const Call &call, const HttpResponse &response, Millis now, qint64 wallNow,
                 Millis extra = Millis(0));

    //! Another token: nothing is known of its budget. What is under way counts no more.
    void startOver();

    //! When the next request of `lane` may leave: `now`, or later.
    Millis earliest(Lane lane, Millis now) const;
    //! A 429 forbids every request until then; nothing when none does.
    std::optional<Millis> blockedUntil(Millis now) const;
    //! The time from one call to the next with which what is left for bulk work lasts until a
    //! second before the window's end; nothing when it is not known, or that second has begun.
    std::chrono::duration<double, std::milli> gap(Millis now) const;

    //! Calls a second that the told limit comes to; the documented one while none is told.
    double perSecond() const;

    //! Calls of each window that only the interactive lane may use: a fortieth, at most 20.
    int reserve() const;

private:
    void observeLimit(const Call &call, const HttpResponse &response, Millis now, qint64 wallNow,
                      Millis extra);
    void observeWindow(const Call &call, const HttpResponse &response, Millis now, qint64 wallNow);
    void observeEnd(const Call &call, Millis now);
    void observeOthers(const Call &call, int remaining);
    bool isOfEarlierWindow(const Call &call, qint64 reset) const;
    void enterWindow(qint64 reset);
    void passWindowsUntil(Millis now);
    Millis nextEnd(Millis now) const;
    int remaining(Millis now) const;

    CallLedger m_ledger;
    ServerClock m_serverClock;
    //! Told by the last answer; 0 when none told.
    int m_limit = 0;

    bool m_isWindowKnown = false;
    //! The last window that an answer told, by its end in the server's seconds.
    qint64 m_reset = 0;
    //! The present window's end by our steady clock, at the latest.
    Millis m_windowEnd{0};
    //! By how much windows end later than the server's clock says; learnt.
    Millis m_lateness{0};
    //! The window that was told is over, no answer has told of the present one, and this is when it
    //! was over.
    std::optional<Millis> m_toldWindowOverAt;
    //! Calls of the window in all, and used by others so far.
    int m_total = 0;
    int m_others = 0;

    Millis m_blockedAt{-1};
    Millis m_blockedUntil{-1};
    //! 429s in a row that did not say how long.
    int m_blindBlocks = 0;
};

} // namespace roster
