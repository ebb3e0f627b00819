// SPDX-License-Identifier: MIT
#pragma once

#include "core/sandbox/faultscript.h"
#include "core/sandbox/workspaceoptions.h"

#include <QByteArray>

namespace roster::sandbox {

//! Bounds that keep one client from holding or filling the server.
struct HttpLimits
{
    quint32 headerBytes = 16 * 1024;
    quint64 bodyBytes = 5 * 1024 * 1024;
    int idleMs = 75'000;   //!< how long a kept-alive connection may be silent
    int headerMs = 10'000; //!< from a request's first byte to the end of its headers
    int bodyMs = 30'000;   //!< from there to the end of its body, and for writing a reply
    int lingerMs = 2'000;  //!< how long a refused client may go on sending before it is cut off
};

//! What a SandboxServer is started with.
struct SandboxOptions
{
    WorkspaceOptions workspace;
    quint16 port = 0;     //!< 0 = any free one
    QByteArray token;     //!< the one accepted; empty = any that is not empty
    int latencyMs = 0;    //!< every answer is held back this long
    int rateLimit = 1667; //!< calls in a ten-second window; 0 = no limit and no X-RateLimit headers
    FaultScript faults;
    HttpLimits limits;
    bool keepsLog =
        true; //!< whether seen() and count() have something to tell; it grows without end
};

} // namespace roster::sandbox
