// SPDX-License-Identifier: MIT
#pragma once

#include "app/parts/applicationparts.h"
#include "core/service/session.h"
#include "ui/window/mainwindow.h"
#include "ui/window/workspacepage.h"

#include <QtCore/QUrl>

namespace roster {
class ContactTableView;
}

namespace roster::bench {

//! Where the sandbox of a measurement is, and where Roster keeps its things.
struct Place
{
    QString profile;
    QUrl url;
    QByteArray token;
    //! A certificate authority to trust; empty for none but the system's.
    QString caFile;
};

//! The whole program over a folder and a sandbox in another process, without a keychain.
class BenchStage
{
public:
    explicit BenchStage(const Place &place);
    ~BenchStage();

    //! Connects; false when that fails. Ends as soon as the workspace has answered.
    bool connectToSandbox();
    //! Runs the event loop until the workspace's page is built.
    bool waitForPage();
    //! Opens the workspace of last time, as a start with a keychain does.
    bool reopen();
    //! Runs the event loop until every contact was loaded once; lists longer than what a contact
    //! embeds may follow.
    bool waitForContacts(int ms);
    //! Runs the event loop until the index in memory is there.
    bool waitForIndex(int ms);
    //! Runs the event loop until the refresh of the start has ended; false when it failed.
    bool waitUntilLoaded(int ms);

    MainWindow &window() { return *m_window; }
    WorkspacePage &page() { return *m_window->page(); }
    Session &session() { return *m_parts.gate.session(); }
    ContactTableView &table();

private:
    Place m_place;
    ApplicationParts m_parts;
    std::unique_ptr<MainWindow> m_window;
};

//! Of this process, in MiB.
double residentMiB();

} // namespace roster::bench
