// SPDX-License-Identifier: MIT
#include "core/net/linkstate.h"

namespace roster {

namespace {

constexpr int FailuresOfAServerThatIsDown = 2;

} // namespace

// Whoever clicked waits for the answer itself; reading gives up by itself and is asked for again.
LinkState::Gate LinkState::gate(Lane lane, Millis now) const
{
    if (lane == Lane::Interactive)
        return Gate::Open;
    if (m_isUnauthorized)
        return Gate::Token;
    if (!m_connection.mayTry(now))
        return Gate::Connection;
    return lane == Lane::Bulk && !m_server.mayTry(now) ? Gate::Server : Gate::Open;
}

bool LinkState::needsProbe(Lane lane) const
{
    return (lane != Lane::Interactive && isOffline()) || (lane == Lane::Bulk && isServerDown());
}

void LinkState::probeStarted()
{
    for (Probing *each : {&m_connection, &m_server}) {
        if (each->isOn())
            each->started();
    }
}

void LinkState::probeEnded()
{
    m_connection.ended();
    m_server.ended();
}

void LinkState::answered(const HttpResponse &response, quint32 sentInTurn)
{
    m_connection.over();
    if (response.status < 500) {
        m_server.over();
        m_serverFailures = 0;
    }
    if (sentInTurn != m_tokenTurn)
        return;
    if (refusesToken(response)) {
        m_isUnauthorized = true;
        ++m_tokenTurn;
    } else if (response.isSuccess()) {
        m_isUnauthorized = false;
    }
}

bool LinkState::serverFailed(bool wasProbe, Millis now)
{
    ++m_serverFailures;
    if (!isServerDown() && m_serverFailures < FailuresOfAServerThatIsDown)
        return false;
    m_server.failed(wasProbe, now);
    return true;
}

void LinkState::tokenRenewed()
{
    m_isUnauthorized = false;
    ++m_tokenTurn;
}

void LinkState::probeNow(Millis now)
{
    m_connection.tryNow(now);
    m_server.tryNow(now);
}

bool refusesToken(const HttpResponse &response)
{
    return response.status == 401 && !response.body.contains("\"token_unauthorized\"");
}

} // namespace roster
