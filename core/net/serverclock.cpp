// SPDX-License-Identifier: MIT
#include "core/net/serverclock.h"

#include <algorithm>

namespace roster {

void ServerClock::observe(qint64 second, Millis sentAt, Millis now)
{
    const Millis least = std::chrono::seconds(second) - now;
    const Millis most = std::chrono::seconds(second + 1) - sentAt;
    // Contradicting answers: one of the clocks was set, or this machine slept. The last one counts.
    const bool fits = m_isKnown && least <= m_most && most >= m_least;
    m_least = fits ? std::max(m_least, least) : least;
    m_most = fits ? std::min(m_most, most) : most;
    m_isKnown = true;
}

ServerClock::Millis ServerClock::surelyReached(qint64 second) const
{
    return std::chrono::seconds(second) - m_least;
}

} // namespace roster
