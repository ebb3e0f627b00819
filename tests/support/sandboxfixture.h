// SPDX-License-Identifier: MIT
#pragma once

#include "core/sandbox/sandboxserver.h"

#include <QByteArray>
#include <QUrl>

#include <stdexcept>
#include <utility>

namespace roster::test {

//! The moment the fixture's workspace is dated by: 2025-01-15 12:00 UTC.
inline constexpr qint64 sandboxNow = 1'736'942'400;

//! A running sandbox for one test: few contacts, always the same ones, its own token, no rate
//! limit.
//!
//!     SandboxFixture sandbox;                       // 50 contacts
//!     service.connectTo(sandbox.url(), sandbox.token());
//!     QCOMPARE(sandbox->count("POST", u"/contacts/*/archive"_qs), 1);
class SandboxFixture
{
public:
    //! Starts with \a contacts contacts; throws when that fails, which fails the test.
    explicit SandboxFixture(int contacts = 50)
        : SandboxFixture(options(contacts))
    {
    }

    explicit SandboxFixture(sandbox::SandboxOptions options)
        : m_token(options.token)
        , m_server(std::move(options))
    {
        const QString error = m_server.start();
        if (!error.isEmpty())
            throw std::runtime_error("sandbox: " + error.toStdString());
    }

    //! What the first constructor starts with, to be changed and handed to the second.
    static sandbox::SandboxOptions options(int contacts = 50)
    {
        sandbox::SandboxOptions result;
        result.workspace.contacts = contacts;
        result.workspace.now = sandboxNow;
        result.token = "test-token";
        result.rateLimit = 0;
        return result;
    }

    [[nodiscard]] QUrl url() const { return m_server.url(); }
    [[nodiscard]] QUrl url(const QString &pathAndQuery) const
    {
        return QUrl(m_server.url().toString() + pathAndQuery);
    }
    [[nodiscard]] QByteArray token() const { return m_token; }
    [[nodiscard]] sandbox::SandboxServer &server() { return m_server; }
    sandbox::SandboxServer *operator->() { return &m_server; }

private:
    QByteArray m_token;
    sandbox::SandboxServer m_server;
};

} // namespace roster::test
