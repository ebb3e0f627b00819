// SPDX-License-Identifier: MIT
#pragma once

#include "core/wire/httpresponse.h"

#include <chrono>

namespace roster {

//! What is known of the way to the workspace: is there a connection, is the token accepted. Pure;
//! steady times are handed in. While there is no connection, one request at a time may try (a
//! probe), after 1, 2, 4 … 30 s.
class LinkState
{
public:
    using Millis = std::chrono::milliseconds;
    //! Whether a request that can wait may be sent, else what it waits for.
    enum class Gate { Open, Connection, Token };

    Gate gate(Millis now) const;
    bool isOffline() const { return m_isOffline; }
    bool isUnauthorized() const { return m_isUnauthorized; }
    //! When the next probe may go; only while offline.
    Millis probeAt() const { return m_probeAt; }
    bool isProbing() const { return m_isProbing; }
    //! Counts the news of the token. A request remembers the turn that it was sent in.
    quint32 tokenTurn() const { return m_tokenTurn; }

    void probeStarted() { m_isProbing = true; }
    void probeEnded() { m_isProbing = false; }
    //! Any answer shows a connection. What it says of the token counts only when the request was
    //! sent in the present turn.
    void answered(const HttpResponse &response, quint32 sentInTurn);
    //! No connection could be made, retries included.
    void unconnected(bool wasProbe, Millis now);
    //! There is another token, or the old one is believed to be good again.
    void tokenRenewed();
    //! Let the next probe go at once.
    void probeNow(Millis now) { m_probeAt = now; }

private:
    bool m_isOffline = false;
    bool m_isProbing = false;
    Millis m_probeAt{0};
    Millis m_probeDelay{0};
    bool m_isUnauthorized = false;
    quint32 m_tokenTurn = 0;
};

//! 401 because of the token. Since 2.16 there is also a 401 that is about one resource alone.
bool refusesToken(const HttpResponse &response);

} // namespace roster
