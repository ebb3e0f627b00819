// SPDX-License-Identifier: MIT
#include "core/net/ratebudget.h"

#include "core/wire/ratelimit.h"

#include <algorithm>

namespace roster {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds ShortestBlock = 1s;
constexpr std::chrono::milliseconds LongestBlindBlock = 60s;
//! No window is longer; a later end is a clock gone wrong.
constexpr std::chrono::milliseconds LongestWindow = 60s;
constexpr int LargestReserve = 20;
//! Ten thousand calls a minute, in windows of ten seconds.
constexpr int DocumentedLimit = 1667;

} // namespace

void RateBudget::sent()
{
    ++m_underWay;
    if (m_remaining)
        m_remaining = std::max(*m_remaining - 1, 0);
}

void RateBudget::lost()
{
    m_underWay = std::max(m_underWay - 1, 0);
}

void RateBudget::observe(const HttpResponse &response, Millis sentAt, Millis now, qint64 wallNow,
                         Millis extra)
{
    lost();
    observeWindow(response, now, wallNow);
    if (response.status == 429)
        observeLimit(response, sentAt, now, wallNow, extra);
    else if (sentAt >= m_blockedUntil)
        m_blindBlocks = 0;
}

void RateBudget::observeLimit(const HttpResponse &response, Millis sentAt, Millis now,
                              qint64 wallNow, Millis extra)
{
    if (const auto told = toldWait(response, wallNow)) {
        m_blockedAt = now;
        m_blockedUntil = std::max(m_blockedUntil, now + std::max(*told, ShortestBlock) + extra);
        return;
    }
    // Several requests that were under way together are refused together: that is one block.
    if (m_blockedAt >= Millis(0) && sentAt <= m_blockedAt)
        return;
    const Millis block =
        std::min<Millis>(ShortestBlock * (1 << std::min(m_blindBlocks, 6)), LongestBlindBlock);
    ++m_blindBlocks;
    m_blockedAt = now;
    m_blockedUntil = std::max(m_blockedUntil, now + block + extra);
}

void RateBudget::observeWindow(const HttpResponse &response, Millis now, qint64 wallNow)
{
    const RateLimit told = RateLimit::of(response);
    if (told.limit)
        m_limit = *told.limit;
    if (!told.remaining || !told.reset)
        return;
    const bool isSameWindow = m_remaining && *told.reset == m_reset && now < m_windowEnd;
    // An answer of a window that is over says nothing about this one.
    if (m_remaining && *told.reset < m_reset && now < m_windowEnd)
        return;
    if (isSameWindow) {
        m_remaining = std::min(*m_remaining, *told.remaining);
        return;
    }
    const Millis left = std::chrono::seconds(*told.reset - serverTime(response).value_or(wallNow));
    m_reset = *told.reset;
    m_windowEnd = now + std::clamp(left, Millis(0), LongestWindow);
    m_remaining = std::max(*told.remaining - m_underWay, 0);
}

RateBudget::Millis RateBudget::earliest(Lane lane, Millis now) const
{
    Millis at = std::max(now, m_blockedUntil);
    if (!m_remaining || now >= m_windowEnd)
        return at;
    const int kept = lane == Lane::Interactive ? 0 : reserve();
    if (*m_remaining <= kept)
        at = std::max(at, m_windowEnd);
    return at;
}

std::optional<RateBudget::Millis> RateBudget::blockedUntil(Millis now) const
{
    return m_blockedUntil > now ? std::optional(m_blockedUntil) : std::nullopt;
}

double RateBudget::perSecond() const
{
    return (m_limit > 0 ? m_limit : DocumentedLimit) / 10.0;
}

int RateBudget::reserve() const
{
    if (m_limit <= 1)
        return 0;
    return std::clamp(m_limit / 20, 1, LargestReserve);
}

} // namespace roster
