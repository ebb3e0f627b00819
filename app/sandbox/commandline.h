// SPDX-License-Identifier: MIT
#pragma once

#include "core/sandbox/sandboxoptions.h"

#include <QString>
#include <QStringList>

namespace roster {

//! What the command line of roster-sandbox asks for.
struct SandboxCommand
{
    enum class What { Serve, PrintAndExit, Refuse };

    What what = What::Serve;
    sandbox::SandboxOptions options;
    QString text;     //!< help or version to print, or why the command line is refused
    QString log = {}; //!< where to write what arrived, at the end; empty = nowhere
};

//! Reads \a arguments (the program's name first). A file of faults is read here too.
[[nodiscard]] SandboxCommand parseSandboxCommand(const QStringList &arguments);

} // namespace roster
