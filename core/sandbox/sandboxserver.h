// SPDX-License-Identifier: MIT
#pragma once

#include "core/sandbox/answer.h"
#include "core/sandbox/request.h"
#include "core/sandbox/sandboxoptions.h"
#include "core/sandbox/seenrequest.h"

#include <QList>
#include <QString>
#include <QUrl>

#include <memory>

namespace roster::sandbox {

//! An Intercom workspace behind HTTP on this machine: 127.0.0.1 only, on a thread of its own.
//!
//! Needs no event loop of its creator. Every function may be called from any thread; those that
//! look into the workspace wait for the sandbox's thread. start() waits until the workspace is
//! open, which takes a while when a large one has to be seeded: call it off the user interface's
//! thread then.
class SandboxServer
{
public:
    explicit SandboxServer(SandboxOptions options);
    ~SandboxServer(); //!< stops and joins
    SandboxServer(const SandboxServer &) = delete;
    SandboxServer &operator=(const SandboxServer &) = delete;

    //! Opens the workspace and the port. Empty when it worked, else why not. After stop() it may be
    //! called again: same port, and the same workspace if that is in a file.
    [[nodiscard]] QString start();

    //! Closes the port and every connection and waits for the thread. Answers that wait are
    //! dropped.
    void stop();

    //! http://127.0.0.1:PORT; empty before the first start().
    [[nodiscard]] QUrl url() const;

    //! Everything that arrived since the start or clearSeen(), 401s and faults included.
    [[nodiscard]] QList<SeenRequest> seen() const;

    //! How many requests with \a method ("*" = any) went to a path that fits \a glob
    //! (matchesPath()).
    [[nodiscard]] int count(const QByteArray &method, const QString &glob) const;
    void clearSeen();

    void setLatency(int ms);
    void setRateLimit(int limit);              //!< calls in ten seconds, 0 = off
    void setFaults(const FaultScript &script); //!< replaces the script; counting begins anew
    void setToken(const QByteArray &token);    //!< empty = any that is not empty

    //! True: closes the port and all connections, as if the network were gone. False: back again.
    void refuseConnections(bool refuse);

    //! Asks the workspace directly, past token, limit, faults, latency and log: "someone else" in
    //! tests. A server that does not run answers 503.
    [[nodiscard]] Answer ask(const Request &request);

    //! Gives the workspace back fresh. Returns an error text, empty when it worked.
    [[nodiscard]] QString reset();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace roster::sandbox
