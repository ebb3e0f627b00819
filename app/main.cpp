// SPDX-License-Identifier: MIT
#include "app/application.h"
#include "app/parts/commandline.h"
#include "app/parts/runtimedirectory.h"

#include <QtWidgets/QApplication>

#include <cstdio>

int main(int argc, char *argv[])
{
    using namespace roster;
    // Arguments are read before there is a display: --help needs none.
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    const auto parsed = parseCommandLine(arguments);
    if (const auto *end = std::get_if<CommandLineExit>(&parsed)) {
        std::fputs(qUtf8Printable(end->text), end->code == 0 ? stdout : stderr);
        return end->code;
    }
    const auto &line = std::get<CommandLine>(parsed);

    provideRuntimeDirectory();
    QApplication qtApplication(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("roster"));
    QCoreApplication::setApplicationVersion(QStringLiteral(ROSTER_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("org.roster_app.Roster"));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Roster"));

    Application application(line, qtApplication);
    return application.run();
}
