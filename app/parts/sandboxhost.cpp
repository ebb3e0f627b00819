// SPDX-License-Identifier: MIT
#include "app/parts/sandboxhost.h"

#include "core/async/background.h"
#include "core/sandbox/sandboxserver.h"

#include <QtCore/QRandomGenerator>

namespace roster {

namespace {

QByteArray randomToken()
{
    std::array<quint32, 8> words{};
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    return QByteArray(reinterpret_cast<const char *>(words.data()), sizeof words).toHex();
}

} // namespace

SandboxHost::SandboxHost(const sandbox::SandboxOptions &options, QObject *parent)
    : QObject(parent)
    , m_options(std::make_unique<sandbox::SandboxOptions>(options))
{
    m_options->token = randomToken();
    m_options->port = 0;
}

SandboxHost::~SandboxHost() = default;

OperationOf<SandboxHost::Access> *SandboxHost::start()
{
    auto *operation = new OperationOf<Access>(this);
    if (m_isRunning) {
        operation->settle(Access{m_server->url(), m_options->token});
        return operation;
    }
    if (!m_server)
        m_server = std::make_shared<sandbox::SandboxServer>(*m_options);
    inBackground(
        operation, [server = m_server] { return server->start(); },
        [this, operation](const QString &problem) {
            m_isRunning = problem.isEmpty();
            if (m_isRunning)
                operation->settle(Access{m_server->url(), m_options->token});
            else
                operation->settle(ApiError::storage(problem));
        });
    return operation;
}

OperationOf<Done> *SandboxHost::reset()
{
    auto *operation = new OperationOf<Done>(this);
    inBackground(
        operation, [server = m_server] { return server->reset(); },
        [operation](const QString &problem) {
            if (problem.isEmpty())
                operation->settle(Done{});
            else
                operation->settle(ApiError::storage(problem));
        });
    return operation;
}

} // namespace roster
