// SPDX-License-Identifier: MIT
#include "core/sandbox/sandboxserver.h"

#include "core/sandbox/httpdesk.h"
#include "core/sandbox/httpengine.h"
#include "core/sandbox/workspace.h"

#include <QReadWriteLock>

#include <atomic>
#include <future>
#include <optional>
#include <thread>

namespace roster::sandbox {

struct SandboxServer::Private
{
    explicit Private(SandboxOptions o)
        : options(std::move(o))
        , desk(options)
    {
    }

    // Runs on the sandbox's thread from its start to its end.
    void run(const std::shared_ptr<std::promise<QString>> &ready);

    // Runs f(workspace) on the sandbox's thread; nothing when it does not run.
    template <typename F>
    auto onThread(F f) -> std::optional<decltype(f(std::declval<Workspace &>()))>
    {
        const QReadLocker lock(&lifeLock);
        if (!thread.joinable())
            return std::nullopt;
        // Shared: the waiting thread may be gone before set_value() has returned.
        const auto promise = std::make_shared<std::promise<decltype(f(*workspace))>>();
        auto result = promise->get_future();
        engine->post([this, f, promise] { promise->set_value(f(*workspace)); });
        return result.get();
    }

    const SandboxOptions options;
    HttpDesk desk;
    std::atomic<quint16> port = 0;

    QReadWriteLock lifeLock; // written by start() and stop(), which make and end what follows
    std::thread thread;
    std::unique_ptr<HttpEngine> engine;
    Workspace *workspace = nullptr; // lives on the thread's stack
};

void SandboxServer::Private::run(const std::shared_ptr<std::promise<QString>> &ready)
{
    const OpenedWorkspace opened = Workspace::open(options.workspace);
    if (!opened.workspace) {
        ready->set_value(opened.error);
        return;
    }
    workspace = opened.workspace.get();
    const QString error = engine->listen(port > 0 ? port.load() : options.port);
    if (error.isEmpty())
        port = engine->port();
    ready->set_value(error);
    if (error.isEmpty())
        engine->run();
}

SandboxServer::SandboxServer(SandboxOptions options)
    : d(std::make_unique<Private>(std::move(options)))
{
}

SandboxServer::~SandboxServer()
{
    stop();
}

QString SandboxServer::start()
{
    const QWriteLocker lock(&d->lifeLock);
    if (d->thread.joinable())
        return {};
    d->engine = std::make_unique<HttpEngine>(
        d->options.limits,
        [this](const HttpCall &call) { return d->desk.handle(call, *d->workspace); },
        [this](int status) { return d->desk.refusal(status); });
    const auto ready = std::make_shared<std::promise<QString>>();
    auto outcome = ready->get_future();
    d->thread = std::thread([this, ready] { d->run(ready); });
    const QString error = outcome.get();
    if (!error.isEmpty()) {
        d->thread.join();
        d->engine.reset();
    }
    return error;
}

void SandboxServer::stop()
{
    const QWriteLocker lock(&d->lifeLock);
    if (!d->thread.joinable())
        return;
    d->engine->stop();
    d->thread.join();
    d->engine.reset();
    d->workspace = nullptr;
}

QUrl SandboxServer::url() const
{
    if (d->port == 0)
        return {};
    return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(d->port.load()));
}

QList<SeenRequest> SandboxServer::seen() const
{
    return d->desk.seen();
}

int SandboxServer::count(const QByteArray &method, const QString &glob) const
{
    return d->desk.count(method, glob);
}

void SandboxServer::clearSeen()
{
    d->desk.clearSeen();
}

void SandboxServer::setLatency(int ms)
{
    d->desk.setLatency(ms);
}

void SandboxServer::setRateLimit(int limit)
{
    d->desk.setRateLimit(limit);
}

void SandboxServer::setFaults(const FaultScript &script)
{
    d->desk.setFaults(script);
}

void SandboxServer::setToken(const QByteArray &token)
{
    d->desk.setToken(token);
}

void SandboxServer::refuseConnections(bool refuse)
{
    (void)d->onThread([this, refuse](Workspace &) {
        d->engine->refuse(refuse);
        return true;
    });
}

Answer SandboxServer::ask(const Request &request)
{
    Request here = request;
    here.baseUrl = url().toString();
    const auto answer = d->onThread([&](Workspace &workspace) { return workspace.handle(here); });
    return answer.value_or(Workspace::failure(503, QStringLiteral("service_unavailable"),
                                              QStringLiteral("The sandbox does not run")));
}

QString SandboxServer::reset()
{
    const auto error = d->onThread([](Workspace &workspace) { return workspace.reset(); });
    return error.value_or(QStringLiteral("the sandbox does not run"));
}

} // namespace roster::sandbox
