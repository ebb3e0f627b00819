// SPDX-License-Identifier: MIT
#pragma once

#include "core/net/transport.h"

#include <QtCore/QPointer>
#include <QtTest/QTest>

#include <deque>
#include <optional>
#include <utility>

namespace roster {

//! An answer as a test writes it.
inline HttpResponse told(int status, const QByteArray &body = "{}",
                         const QList<std::pair<QByteArray, QByteArray>> &headers = {})
{
    HttpResponse response;
    response.status = status;
    response.body = body;
    response.headers = headers;
    return response;
}

//! No connection: nothing was sent.
inline SendFailure unconnected(ErrorKind kind = ErrorKind::Offline)
{
    SendFailure failure;
    failure.kind = kind;
    failure.neverLeft = true;
    failure.detail = QStringLiteral("no connection");
    return failure;
}

//! Sent, and no answer came.
inline SendFailure unanswered(ErrorKind kind = ErrorKind::Offline)
{
    SendFailure failure;
    failure.kind = kind;
    failure.detail = QStringLiteral("no answer");
    return failure;
}

//! A transport that answers from a script, in the order of the requests, and keeps them:
//!
//!     ScriptedTransport transport;
//!     transport.script(told(429));
//!     transport.script(told(200, "{…}"));
//!     transport.hold();                    // the third stays open: settle(2, …)
//!
//! A request beyond the script fails the test, and itself with ErrorKind::Protocol.
class ScriptedTransport final : public Transport
{
public:
    void setEndpoint(const Endpoint &endpoint) override { m_endpoint = endpoint; }
    const Endpoint &endpoint() const override { return m_endpoint; }

    //! The next request that has none gets `outcome`.
    void script(const HttpOutcome &outcome) { m_script.push_back(outcome); }
    void script(int count, const HttpOutcome &outcome)
    {
        for (int i = 0; i < count; ++i)
            script(outcome);
    }
    //! The next `count` requests that have no answer stay open until settle().
    void hold(int count = 1)
    {
        for (int i = 0; i < count; ++i)
            m_script.push_back(std::nullopt);
    }
    //! Answers the request of number `index`, which was held.
    void settle(int index, const HttpOutcome &outcome)
    {
        QVERIFY2(isOpen(index), "the request is not open");
        m_sent.at(static_cast<size_t>(index)).exchange->finishLater(outcome);
    }

    //! Everything that was sent, in order.
    QList<HttpRequest> requests() const
    {
        QList<HttpRequest> all;
        for (const Sent &sent : m_sent)
            all.append(sent.request);
        return all;
    }
    int count() const { return static_cast<int>(m_sent.size()); }
    const HttpRequest &request(int index) const
    {
        return m_sent.at(static_cast<size_t>(index)).request;
    }
    //! It was sent and is neither answered nor aborted.
    bool isOpen(int index) const
    {
        const auto &exchange = m_sent.at(static_cast<size_t>(index)).exchange;
        return exchange && !exchange->isOver;
    }
    int open() const
    {
        int number = 0;
        for (int i = 0; i < count(); ++i)
            number += isOpen(i) ? 1 : 0;
        return number;
    }
    int aborted() const { return m_aborted; }
    //! Forgets answers that no request came for; left() counts them.
    void dropScript() { m_script.clear(); }
    int left() const { return static_cast<int>(m_script.size()); }

    Exchange *send(const HttpRequest &request) override
    {
        auto *exchange = new ScriptedExchange(*this);
        m_sent.push_back({request, exchange});
        if (m_script.empty()) {
            const QByteArray what = "unexpected: " + request.method + ' ' + request.path;
            QTest::qFail(what.constData(), __FILE__, __LINE__);
            SendFailure failure;
            failure.kind = ErrorKind::Protocol;
            failure.isFinal = true;
            failure.detail = QStringLiteral("not in the script");
            exchange->finishLater(failure);
            return exchange;
        }
        const std::optional<HttpOutcome> outcome = m_script.front();
        m_script.pop_front();
        if (outcome)
            exchange->finishLater(*outcome);
        return exchange;
    }

private:
    struct ScriptedExchange final : Exchange
    {
        explicit ScriptedExchange(ScriptedTransport &transport)
            : Exchange(&transport.m_owner)
            , m_transport(transport)
        {
        }

        void abort() override
        {
            if (isOver)
                return;
            isOver = true;
            ++m_transport.m_aborted;
            deleteLater();
        }

        void finishLater(const HttpOutcome &outcome)
        {
            QMetaObject::invokeMethod(
                this,
                [this, outcome] {
                    if (isOver)
                        return;
                    isOver = true;
                    deleteLater();
                    Q_EMIT finished(outcome);
                },
                Qt::QueuedConnection);
        }

        bool isOver = false;

    private:
        ScriptedTransport &m_transport;
    };

    struct Sent
    {
        HttpRequest request;
        QPointer<ScriptedExchange> exchange;
    };

    Endpoint m_endpoint;
    std::deque<std::optional<HttpOutcome>> m_script;
    std::deque<Sent> m_sent;
    int m_aborted = 0;
    //! Last, so that exchanges go first.
    QObject m_owner;
};

} // namespace roster
