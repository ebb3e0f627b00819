// SPDX-License-Identifier: MIT
#pragma once

#include "core/net/probing.h"
#include "core/wire/httprequest.h"
#include "core/wire/httpresponse.h"

#include <chrono>

namespace roster {

//! What is known of the way to the workspace: is there a connection, is the token accepted, does
//! the server do its work. Pure; steady times are handed in. While there is no connection, or the
//! server is down, one request at a time may try (a probe).
class LinkState
{
public:
    using Millis = std::chrono::milliseconds;
    //! Whether a request of a lane may be sent, else what it waits for.
    enum class Gate { Open, Connection, Server, Token };

    Gate gate(Lane lane, Millis now) const;
    bool isOffline() const { return m_connection.isOn(); }
    bool isServerDown() const { return m_server.isOn(); }
    bool isUnauthorized() const { return m_isUnauthorized; }
    //! The next request of the lane tries whether it works again.
    bool needsProbe(Lane lane) const;
    //! When the next probe may go; only while offline, or the server is down.
    Millis probeAt() const { return isOffline() ? m_connection.at() : m_server.at(); }
    bool isProbing() const { return m_connection.isTrying() || m_server.isTrying(); }
    //! Counts the news of the token. A request remembers the turn that it was sent in.
    quint32 tokenTurn() const { return m_tokenTurn; }

    void probeStarted();
    void probeEnded();
    //! Any answer shows a connection. What it says of the token counts only when the request was
    //! sent in the present turn.
    void answered(const HttpResponse &response, quint32 sentInTurn);
    //! No connection could be made, retries included.
    void unconnected(bool wasProbe, Millis now) { m_connection.failed(wasProbe, now); }
    //! The server failed (5xx), retries included. True when it is down: once can be the fault of
    //! one request, twice without anything that worked between them is not.
    bool serverFailed(bool wasProbe, Millis now);
    //! There is another token, or the old one is believed to be good again.
    void tokenRenewed();
    //! Let the next probe go at once.
    void probeNow(Millis now);

private:
    Probing m_connection;
    Probing m_server;
    int m_serverFailures = 0;
    bool m_isUnauthorized = false;
    quint32 m_tokenTurn = 0;
};

//! 401 because of the token. Since 2.16 there is also a 401 that is about one resource alone.
bool refusesToken(const HttpResponse &response);

} // namespace roster
