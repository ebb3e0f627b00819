// SPDX-License-Identifier: MIT
#include "core/net/linkstate.h"

#include <algorithm>

namespace roster {

namespace {

constexpr std::chrono::milliseconds FirstProbe = std::chrono::seconds(1);
constexpr std::chrono::milliseconds LongestProbe = std::chrono::seconds(30);

} // namespace

LinkState::Gate LinkState::gate(Millis now) const
{
    if (m_isUnauthorized)
        return Gate::Token;
    const bool mayProbe = !m_isProbing && now >= m_probeAt;
    return m_isOffline && !mayProbe ? Gate::Connection : Gate::Open;
}

void LinkState::answered(const HttpResponse &response, quint32 sentInTurn)
{
    m_isOffline = false;
    m_isProbing = false;
    if (sentInTurn != m_tokenTurn)
        return;
    if (refusesToken(response)) {
        m_isUnauthorized = true;
        ++m_tokenTurn;
    } else if (response.isSuccess()) {
        m_isUnauthorized = false;
    }
}

void LinkState::unconnected(bool wasProbe, Millis now)
{
    // What fails beside the probe is no further news.
    if (m_isOffline && !wasProbe)
        return;
    m_probeDelay = m_isOffline ? std::min(m_probeDelay * 2, LongestProbe) : FirstProbe;
    m_probeAt = now + m_probeDelay;
    m_isOffline = true;
}

void LinkState::tokenRenewed()
{
    m_isUnauthorized = false;
    ++m_tokenTurn;
}

bool refusesToken(const HttpResponse &response)
{
    return response.status == 401 && !response.body.contains("\"token_unauthorized\"");
}

} // namespace roster
