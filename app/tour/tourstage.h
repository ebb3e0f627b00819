// SPDX-License-Identifier: MIT
#pragma once

#include "app/parts/applicationparts.h"
#include "app/tour/scriptedgate.h"
#include "app/tour/tourclock.h"
#include "app/tour/tourhand.h"
#include "core/sandbox/sandboxserver.h"
#include "ui/window/mainwindow.h"

#include <QtCore/QTemporaryDir>

namespace roster {

//! One whole program for the tour, in a folder of its own: window, sandbox, clock and hand.
class TourStage
{
public:
    //! `contacts` in the sandbox; 0 for an empty workspace. Each answer takes `latencyMs`.
    TourStage(int contacts, int latencyMs, QApplication &qtApplication);
    ~TourStage();

    MainWindow &window() { return *m_window; }
    WorkspacePage &page() { return *m_window->page(); }
    TourHand &hand() { return m_hand; }
    ScriptedGate &gate() { return m_gate; }
    Theme &theme() { return m_parts.theme; }
    sandbox::SandboxServer &server() { return *m_parts.sandbox.server(); }
    Session &session() { return *m_gate.session(); }

    //! Closes the sandbox's workspace in the middle of whatever it does, and opens it again.
    void reopen();
    //! Closes the sandbox's workspace, damages its copy of the contacts and opens it again.
    void reopenDamaged();

private:
    void reopenAfter(std::function<void()> meanwhile);

    QTemporaryDir m_folder;
    ApplicationParts m_parts;
    ScriptedGate m_gate;
    std::unique_ptr<MainWindow> m_window;
    TourHand m_hand;
};

} // namespace roster
