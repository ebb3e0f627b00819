// SPDX-License-Identifier: MIT
#pragma once

#include "core/async/operationof.h"

#include <QtCore/QObject>
#include <QtCore/QUrl>

#include <memory>

namespace roster {

namespace sandbox {
class SandboxServer;
struct SandboxOptions;
} // namespace sandbox

//! The sandbox inside the program: started when first asked for, on its own thread, on loopback, on
//! a random port, with a random token. Its contacts live in a file and survive a restart. UI
//! thread; nothing here waits for the disk.
class SandboxHost : public QObject
{
    Q_OBJECT

public:
    //! Where it listens and what it accepts, once it runs.
    struct Access
    {
        QUrl url;
        QByteArray token;
    };

    //! What `database` holds is used; a missing file is made with made-up contacts. `options` says
    //! the rest; token and port are chosen here.
    SandboxHost(const sandbox::SandboxOptions &options, QObject *parent = nullptr);
    ~SandboxHost() override;

    //! Starts it if it does not run. Fails with Storage when the file cannot be used.
    OperationOf<Access> *start();
    //! Makes everything in it fresh. It must run.
    OperationOf<Done> *reset();

    //! For the tour and tests, which play the network and other people; nullptr before start().
    sandbox::SandboxServer *server() { return m_server.get(); }

private:
    std::unique_ptr<sandbox::SandboxOptions> m_options;
    // Shared with the background task that starts it: closing the program must not pull it away.
    std::shared_ptr<sandbox::SandboxServer> m_server;
    bool m_isRunning = false;
};

} // namespace roster
