// SPDX-License-Identifier: MIT
#include "app/parts/commandline.h"

#include "core/net/qnamtransport.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QCoreApplication>

namespace roster {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("CommandLine", text);
}

struct Options
{
    QCommandLineOption sandbox{QStringLiteral("sandbox"),
                               tr("Open the sandbox workspace at once.")};
    QCommandLineOption profile{QStringLiteral("profile"),
                               tr("Keep settings, contacts and journal under <dir>."),
                               QStringLiteral("dir")};
    QCommandLineOption baseUrl{QStringLiteral("base-url"),
                               tr("Connect to <url> instead of a region's host. Plain http works "
                                  "for this computer only."),
                               QStringLiteral("url")};
    QCommandLineOption caFile{QStringLiteral("ca-file"),
                              tr("Trust the certificate authority in <file> too."),
                              QStringLiteral("file")};
    QCommandLineOption tokenFile{QStringLiteral("token-file"),
                                 tr("Read the access token from <file>."), QStringLiteral("file")};
    QCommandLineOption tour{QStringLiteral("tour"),
                            tr("Walk through every screen and write pictures of them to <dir>."),
                            QStringLiteral("dir")};
};

CommandLineExit misuse(const QString &problem)
{
    return {problem + QLatin1Char('\n') + tr("Try --help.") + QLatin1Char('\n'), 2};
}

} // namespace

std::variant<CommandLine, CommandLineExit> parseCommandLine(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        tr("Browse, edit and archive the contacts of an Intercom workspace."));
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    const Options options;
    parser.addOptions({options.sandbox, options.profile, options.baseUrl, options.caFile,
                       options.tokenFile, options.tour});

    if (!parser.parse(arguments))
        return misuse(parser.errorText());
    if (parser.isSet(help))
        return CommandLineExit{parser.helpText(), 0};
    if (parser.isSet(version))
        return CommandLineExit{QStringLiteral("roster " ROSTER_VERSION "\n"), 0};
    if (!parser.positionalArguments().isEmpty())
        return misuse(tr("Unexpected argument: %1").arg(parser.positionalArguments().constFirst()));

    CommandLine line;
    line.openSandbox = parser.isSet(options.sandbox);
    line.profile = parser.value(options.profile);
    line.baseUrl = QUrl(parser.value(options.baseUrl), QUrl::StrictMode);
    line.caFile = parser.value(options.caFile);
    line.tokenFile = parser.value(options.tokenFile);
    line.tourDir = parser.value(options.tour);
    if (parser.isSet(options.baseUrl) && !isSafeToSendTo(line.baseUrl))
        return misuse(tr("--base-url needs an https address, or http on this computer."));
    for (const QCommandLineOption *option :
         {&options.profile, &options.caFile, &options.tokenFile, &options.tour}) {
        if (parser.isSet(*option) && parser.value(*option).isEmpty())
            return misuse(tr("--%1 needs a value.").arg(option->names().constFirst()));
    }
    return line;
}

} // namespace roster
