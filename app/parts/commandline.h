// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QStringList>
#include <QtCore/QUrl>

#include <variant>

namespace roster {

//! What the program was asked to do.
struct CommandLine
{
    //! Open the sandbox workspace at once.
    bool openSandbox = false;
    //! Folder that holds settings, store and journal; empty for the desktop's usual places.
    QString profile;
    //! Connect to this address instead of a region's host; empty otherwise.
    QUrl baseUrl;
    //! A further certificate authority to trust; empty otherwise.
    QString caFile;
    //! File to read the token from; empty otherwise.
    QString tokenFile;
    //! Walk through every screen and write pictures here; empty otherwise.
    QString tourDir;
};

//! Text to print instead of starting, and the exit code: 0 for --help and --version, 2 for misuse.
struct CommandLineExit
{
    QString text;
    int code = 0;
};

//! Reads the arguments, the program's name first.
std::variant<CommandLine, CommandLineExit> parseCommandLine(const QStringList &arguments);

} // namespace roster
