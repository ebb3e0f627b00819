// SPDX-License-Identifier: MIT
#pragma once

#include "core/net/dispatcher.h"
#include "tests/support/fakeclock.h"
#include "tests/support/scriptedtransport.h"

#include <QtCore/QCoreApplication>
#include <QtTest/QTest>

#include <memory>
#include <optional>

namespace roster::test {

using Answer = OperationOf<HttpResponse>;

inline HttpRequest requestOf(Repeat repeat, Lane lane = Lane::Interactive,
                             const QByteArray &path = "/x")
{
    HttpRequest request;
    request.method = repeat == Repeat::Safe ? "GET" : "POST";
    request.path = path;
    request.repeat = repeat;
    request.lane = lane;
    return request;
}

//! Options without chance.
inline Dispatcher::Options plain()
{
    Dispatcher::Options options;
    options.retry.spread = 0;
    options.seed = 1;
    return options;
}

//! What became of an operation, kept beyond its life.
struct Ending
{
    explicit Ending(Answer *operation)
    {
        operation->onFinished(&m_context, [this](const Result<HttpResponse> &result) {
            ++count;
            m_result = result;
        });
    }

    bool isOver() const { return count > 0; }
    int status() const { return m_result && m_result->isOk() ? m_result->value().status : -1; }
    HttpResponse response() const { return m_result->value(); }
    ApiError error() const { return m_result->isOk() ? ApiError() : m_result->error(); }

    int count = 0;

private:
    QObject m_context;
    std::optional<Result<HttpResponse>> m_result;
};

//! Lets everything that is due in the event loop happen; no time passes.
inline void settleDown()
{
    for (int i = 0; i < 20; ++i)
        QCoreApplication::sendPostedEvents(nullptr, 0);
}

//! What tests of a dispatcher stand on: a clock that stands still and a transport without a
//! network.
class DispatcherStage : public QObject
{
    Q_OBJECT

protected:
    void advance(std::chrono::milliseconds by)
    {
        m_clock->advance(by);
        settleDown();
    }
    //! Long enough for every retry of what fails at once.
    void passRetries()
    {
        for (int i = 0; i < 7; ++i)
            advance(std::chrono::milliseconds(500));
    }

    std::unique_ptr<FakeClock> m_clock;
    std::unique_ptr<ScriptedTransport> m_transport;

private Q_SLOTS:
    void init()
    {
        m_transport = std::make_unique<ScriptedTransport>();
        m_clock = std::make_unique<FakeClock>();
    }
    void cleanup() { QCOMPARE(m_transport->left(), 0); }
};

} // namespace roster::test
