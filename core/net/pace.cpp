// SPDX-License-Identifier: MIT
#include "core/net/pace.h"

#include <algorithm>

namespace roster {

namespace {

constexpr std::chrono::milliseconds MakesUpFor{1000};
constexpr int MakesUpBy = 2;

} // namespace

Pace::Millis Pace::next(Millis now) const
{
    const FineMillis at = std::max(m_due, m_soonest);
    // What is due within this millisecond goes: the clock has no finer ones.
    return at >= FineMillis(now) + FineMillis(1) ? std::chrono::floor<Millis>(at) : now;
}

void Pace::sent(Millis now, FineMillis gap)
{
    m_due = std::max(m_due, FineMillis(now - MakesUpFor)) + gap;
    m_soonest = std::max(m_soonest, FineMillis(now)) + gap / MakesUpBy;
}

} // namespace roster
