// SPDX-License-Identifier: MIT
#pragma once

#include "app/parts/commandline.h"

#include <memory>
#include <optional>

class QApplication;

namespace roster {

class ApplicationParts;
class MainWindow;
class SingleInstance;

//! The program: builds every part in the order of need, hands them to each other by reference, and
//! takes them down in reverse.
class Application
{
public:
    Application(CommandLine line, QApplication &qtApplication);
    ~Application();

    //! Shows the window and runs until it closes; the program's exit code.
    int run();

private:
    int runTour();
    //! The exit code, when another Roster has the profile.
    std::optional<int> claimProfile();
    void comeToFront();
    void start();

    CommandLine m_line;
    QApplication &m_qt;
    // In this order: the profile is given up after everything in it is closed.
    std::unique_ptr<SingleInstance> m_instance;
    std::unique_ptr<ApplicationParts> m_parts;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace roster
