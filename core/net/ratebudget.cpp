// SPDX-License-Identifier: MIT
#include "core/net/ratebudget.h"

#include "core/wire/ratelimit.h"

#include <algorithm>

namespace roster {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds ShortestBlock = 1s;
constexpr std::chrono::milliseconds LongestBlindBlock = 60s;
//! As Intercom documents it.
constexpr std::chrono::milliseconds WindowLength = 10s;
//! No window is longer; a later end is a clock gone wrong.
constexpr std::chrono::milliseconds LongestWindow = 60s;
//! How late, at most, the windows of a server are taken to end by its own clock, and how much later
//! than what was seen.
constexpr std::chrono::milliseconds LargestLateness = 2s;
constexpr std::chrono::milliseconds LatenessMargin = 50ms;
//! What is left at the end of a window, so that a hiccup on the way does not cost calls.
constexpr std::chrono::milliseconds Slack = 1s;
constexpr int LargestReserve = 20;
constexpr int ReservedPart = 40;
//! Ten thousand calls a minute, in windows of ten seconds.
constexpr int DocumentedLimit = 1667;

} // namespace

RateBudget::Call RateBudget::sent(Millis now)
{
    passWindowsUntil(now);
    return {m_ledger.sent(), now};
}

void RateBudget::lost(const Call &call)
{
    m_ledger.ended(call.number);
    // Nobody counts, so nothing is to be remembered.
    if (!m_isWindowKnown)
        m_ledger.disown(call.number);
}

void RateBudget::observe(const Call &call, const HttpResponse &response, Millis now, qint64 wallNow,
                         Millis extra)
{
    observeWindow(call, response, now, wallNow);
    lost(call);
    if (response.status == 429)
        observeLimit(call, response, now, wallNow, extra);
    else if (call.at >= m_blockedUntil)
        m_blindBlocks = 0;
}

void RateBudget::startOver()
{
    CallLedger ledger = std::move(m_ledger);
    ledger.clear();
    *this = RateBudget();
    m_ledger = std::move(ledger);
}

void RateBudget::observeLimit(const Call &call, const HttpResponse &response, Millis now,
                              qint64 wallNow, Millis extra)
{
    // An end that is past says no more than none.
    if (const auto told = toldWait(response, wallNow); told && *told > Millis(0)) {
        m_blockedAt = now;
        m_blockedUntil = std::max(m_blockedUntil, now + std::max(*told, ShortestBlock) + extra);
        return;
    }
    // Several requests that were under way together are refused together: that is one block.
    if (m_blockedAt >= Millis(0) && call.at <= m_blockedAt)
        return;
    const Millis block =
        std::min<Millis>(ShortestBlock * (1 << std::min(m_blindBlocks, 6)), LongestBlindBlock);
    ++m_blindBlocks;
    m_blockedAt = now;
    m_blockedUntil = std::max(m_blockedUntil, now + block + extra);
}

void RateBudget::observeWindow(const Call &call, const HttpResponse &response, Millis now,
                               qint64 wallNow)
{
    const RateLimit told = RateLimit::of(response);
    const bool isLimited = told.limit || told.remaining || told.reset;
    // Every answer tells the limit where there is one.
    if (!isLimited && response.isSuccess()) {
        m_isWindowKnown = false;
        m_limit = 0;
    }
    if (told.limit)
        m_limit = *told.limit;
    if (!told.remaining || !told.reset)
        return;
    const auto date = serverTime(response);
    if (date || !m_serverClock.isKnown())
        m_serverClock.observe(date.value_or(wallNow), call.at, now);
    if (m_isWindowKnown && isOfEarlierWindow(call, *told.reset))
        return m_ledger.disown(call.number);
    enterWindow(*told.reset);
    m_total = m_limit > 0 ? m_limit : std::max(m_total, *told.remaining);
    observeEnd(call, now);
    observeOthers(call, *told.remaining);
}

bool RateBudget::isOfEarlierWindow(const Call &call, qint64 reset) const
{
    // What was sent after a window's end does not count in it: the server's clock was set back, or
    // we were wrong about the end.
    if (call.at >= m_toldWindowOverAt.value_or(m_windowEnd))
        return false;
    return reset < m_reset || (m_toldWindowOverAt && reset == m_reset);
}

void RateBudget::enterWindow(qint64 reset)
{
    const bool isAnother = !m_isWindowKnown || reset != m_reset;
    // One that we have gone on to by ourselves began when the last one was over.
    if (isAnother && !m_toldWindowOverAt) {
        m_ledger.startWindow();
        m_others = 0;
        m_total = 0;
    }
    m_isWindowKnown = true;
    m_toldWindowOverAt.reset();
    m_reset = reset;
}

void RateBudget::observeEnd(const Call &call, Millis now)
{
    const Millis end = m_serverClock.surelyReached(m_reset);
    // What was sent after that still counts in the window: they count by another clock.
    if (call.at >= end + m_lateness)
        m_lateness = std::min(call.at - end + LatenessMargin, LargestLateness);
    m_windowEnd = std::clamp(end + m_lateness, now, now + LongestWindow);
}

void RateBudget::observeOthers(const Call &call, int remaining)
{
    const int used = m_total - remaining;
    m_others = std::max(m_others, used - m_ledger.chargedUpTo(call.number));
}

void RateBudget::passWindowsUntil(Millis now)
{
    if (!m_isWindowKnown || now < m_windowEnd)
        return;
    m_isWindowKnown = m_total > 0;
    if (!m_toldWindowOverAt)
        m_toldWindowOverAt = m_windowEnd;
    m_windowEnd = nextEnd(now);
    m_ledger.startWindow();
    m_others = 0;
}

RateBudget::Millis RateBudget::nextEnd(Millis now) const
{
    if (now < m_windowEnd)
        return m_windowEnd;
    return m_windowEnd + ((now - m_windowEnd) / WindowLength + 1) * WindowLength;
}

int RateBudget::remaining(Millis now) const
{
    // Nothing was sent in the window that has begun meanwhile.
    if (now >= m_windowEnd)
        return m_total - m_ledger.open();
    return m_total - m_ledger.charged() - m_others;
}

RateBudget::Millis RateBudget::earliest(Lane lane, Millis now) const
{
    const Millis at = std::max(now, m_blockedUntil);
    // A server that never told its limit, only that nothing was left: the next window is tried.
    const bool isLimitUnknown = m_total == 0 && now >= m_windowEnd;
    if (!m_isWindowKnown || isLimitUnknown)
        return at;
    const int kept = lane == Lane::Interactive ? 0 : reserve();
    return remaining(now) > kept ? at : std::max(at, nextEnd(now));
}

std::optional<RateBudget::Millis> RateBudget::blockedUntil(Millis now) const
{
    return m_blockedUntil > now ? std::optional(m_blockedUntil) : std::nullopt;
}

std::chrono::duration<double, std::milli> RateBudget::gap(Millis now) const
{
    const int left = m_isWindowKnown ? remaining(now) - reserve() : 0;
    const Millis until = nextEnd(now) - Slack;
    if (left <= 0 || until <= now)
        return {};
    return std::chrono::duration<double, std::milli>(until - now) / left;
}

double RateBudget::perSecond() const
{
    return (m_limit > 0 ? m_limit : DocumentedLimit) / 10.0;
}

int RateBudget::reserve() const
{
    if (m_limit <= 1)
        return 0;
    return std::clamp(m_limit / ReservedPart, 1, LargestReserve);
}

} // namespace roster
