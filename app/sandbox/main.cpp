// SPDX-License-Identifier: MIT
// roster-sandbox: the sandbox server alone. Says where it listens on standard output, and nothing
// else there. Exit codes: 0 stopped by a signal, 1 could not start, 2 wrong command line.
#include "app/sandbox/commandline.h"
#include "core/sandbox/sandboxserver.h"

#include <QCoreApplication>
#include <QFile>

#include <csignal>
#include <cstdio>
#include <sys/resource.h>

namespace {

void print(std::FILE *stream, const QString &text)
{
    const QByteArray bytes = text.toLocal8Bit();
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stream);
    std::fflush(stream);
}

// Every open connection is a file descriptor, and the usual soft limit is 1024.
void raiseFileLimit()
{
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) == 0) {
        limit.rlim_cur = limit.rlim_max;
        setrlimit(RLIMIT_NOFILE, &limit);
    }
}

// The signals that end the program, held back from every thread so that main() can wait for them.
sigset_t holdSignals()
{
    std::signal(SIGPIPE, SIG_IGN);
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGHUP);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    return signals;
}

// Ids are the only thing in it that says anything about anybody.
bool writeLog(const roster::sandbox::SandboxServer &server, const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate))
        return false;
    const QList<roster::sandbox::SeenRequest> seen = server.seen();
    for (const roster::sandbox::SeenRequest &request : seen) {
        file.write(QByteArray::number(request.atMs) + ' ' + QByteArray::number(request.status) +
                   ' ' + request.method + ' ' + request.path.toUtf8() + '\n');
    }
    return file.flush();
}

} // namespace

int main(int argc, char *argv[])
{
    const sigset_t signals = holdSignals();
    raiseFileLimit();
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("roster-sandbox"));
    QCoreApplication::setApplicationVersion(QStringLiteral(ROSTER_VERSION));

    using roster::SandboxCommand;
    const SandboxCommand command = roster::parseSandboxCommand(QCoreApplication::arguments());
    if (command.what == SandboxCommand::What::PrintAndExit) {
        print(stdout, command.text);
        return 0;
    }
    if (command.what == SandboxCommand::What::Refuse) {
        print(stderr, QStringLiteral("roster-sandbox: %1\nTry --help.\n").arg(command.text));
        return 2;
    }

    roster::sandbox::SandboxServer server(command.options);
    const QString error = server.start();
    if (!error.isEmpty()) {
        print(stderr, QStringLiteral("roster-sandbox: %1\n").arg(error));
        return 1;
    }
    print(stdout, QStringLiteral("listening on %1\n").arg(server.url().toString()));
    int signal = 0;
    sigwait(&signals, &signal);
    server.stop();
    if (!command.log.isEmpty() && !writeLog(server, command.log)) {
        print(stderr, QStringLiteral("roster-sandbox: %1 could not be written\n").arg(command.log));
        return 1;
    }
    return 0;
}
