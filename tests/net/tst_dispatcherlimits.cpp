// SPDX-License-Identifier: MIT
// The rate limit: blocks, windows, the reserve kept for people.
#include "tests/net/dispatcherstage.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace roster;
using namespace roster::test;
using namespace std::chrono_literals;
using State = Operation::State;
using Reason = Operation::WaitReason;

namespace {

QByteArray number(qint64 value)
{
    return QByteArray::number(value);
}

} // namespace

class TestDispatcherLimits : public DispatcherStage
{
    Q_OBJECT

private Q_SLOTS:
    void waitsAsLongAsALimitSays();
    void backsOffFromALimitWithoutHeaders();
    void aLimitHoldsEveryLane();
    void keepsAReserveForPeople();
    void tellsOfLongPausesOnly();
    void tellsWhenTheLimitIsOver();
    void cancelledRequestsCostNoBudget();
};

void TestDispatcherLimits::waitsAsLongAsALimitSays()
{
    Dispatcher dispatcher(*m_transport, *m_clock, plain());
    QSignalSpy reachability(&dispatcher, &Dispatcher::reachabilityChanged);
    // The server's clock is an hour ahead: its own Date tells that seven seconds are left.
    m_transport->script(told(429, "{}",
                             {{"X-RateLimit-Limit", "167"},
                              {"X-RateLimit-Remaining", "0"},
                              {"X-RateLimit-Reset", "1700003607"},
                              {"Date", "Tue, 14 Nov 2023 23:13:20 GMT"}}));
    m_transport->script(told(200));
    Answer *operation = dispatcher.send(requestOf(Repeat::Never));
    QSignalSpy waiting(operation, &Operation::waiting);
    Ending ending(operation);
    settleDown();
    QCOMPARE(operation->state(), State::Waiting);
    QCOMPARE(waiting.first().at(0).toDateTime(), m_clock->now().addSecs(7));
    QCOMPARE(waiting.first().at(1).value<Reason>(), Reason::RateLimit);
    QCOMPARE(dispatcher.reachability().state, Reachability::State::Limited);
    QCOMPARE(dispatcher.reachability().until, m_clock->now().addSecs(7));
    QCOMPARE(reachability.size(), 1);
    advance(6999ms);
    QCOMPARE(m_transport->count(), 1);
    advance(1ms);
    QCOMPARE(m_transport->count(), 2);
    QCOMPARE(ending.status(), 200);
    QVERIFY(!ending.response().isAfterUnanswered);
    QCOMPARE(dispatcher.reachability().state, Reachability::State::Online);
}

void TestDispatcherLimits::backsOffFromALimitWithoutHeaders()
{
    Dispatcher dispatcher(*m_transport, *m_clock, plain());
    m_transport->script(9, told(429));
    m_transport->script(told(200));
    Ending ending(dispatcher.send(requestOf(Repeat::Never)));
    settleDown();
    for (const auto delay : {1s, 2s, 4s, 8s, 16s, 32s, 60s, 60s, 60s}) {
        const int before = m_transport->count();
        advance(delay - 1ms);
        QCOMPARE(m_transport->count(), before);
        advance(1ms);
        QCOMPARE(m_transport->count(), before + 1);
    }
    QCOMPARE(ending.status(), 200);

    // It starts over once an answer was none of these.
    m_transport->script(told(429));
    m_transport->script(told(200));
    Ending second(dispatcher.send(requestOf(Repeat::Never)));
    settleDown();
    advance(1s);
    QCOMPARE(second.status(), 200);
}

void TestDispatcherLimits::aLimitHoldsEveryLane()
{
    Dispatcher dispatcher(*m_transport, *m_clock, plain());
    m_transport->script(told(429, "{}", {{"Retry-After", "3"}}));
    Ending limited(dispatcher.send(requestOf(Repeat::SameEffect, Lane::Bulk)));
    settleDown();
    Answer *click = dispatcher.send(requestOf(Repeat::Safe));
    Ending ending(click);
    settleDown();
    QCOMPARE(m_transport->count(), 1);
    QCOMPARE(click->state(), State::Waiting);
    m_transport->script(2, told(200));
    advance(3s);
    QCOMPARE(ending.status(), 200);
    QCOMPARE(limited.status(), 200);
    QCOMPARE(m_transport->request(1).lane, Lane::Interactive);
}

void TestDispatcherLimits::keepsAReserveForPeople()
{
    Dispatcher dispatcher(*m_transport, *m_clock, plain());
    const qint64 reset = m_clock->now().toSecsSinceEpoch() + 10;
    const auto next = [&](int remaining) {
        return told(200, "{}",
                    {{"X-RateLimit-Limit", "120"},
                     {"X-RateLimit-Remaining", number(remaining)},
                     {"X-RateLimit-Reset", number(reset)}});
    };
    // Of 120 calls a window, three are kept: the bulk lane has two of the five that are left.
    m_transport->script(next(5));
    for (int remaining = 4; remaining >= 3; --remaining)
        m_transport->script(next(remaining));
    Ending first(dispatcher.send(requestOf(Repeat::Safe)));
    settleDown();
    QCOMPARE(first.status(), 200);
    std::vector<std::unique_ptr<Ending>> endings;
    for (int i = 0; i < 6; ++i)
        endings.push_back(
            std::make_unique<Ending>(dispatcher.send(requestOf(Repeat::SameEffect, Lane::Bulk))));
    settleDown();
    advance(5s);
    QCOMPARE(m_transport->count(), 3);
    m_transport->script(next(2));
    Ending click(dispatcher.send(requestOf(Repeat::Safe)));
    settleDown();
    QCOMPARE(click.status(), 200);
    QCOMPARE(m_transport->count(), 4);
    // A planned pause of the bulk lane is no trouble with the workspace.
    QCOMPARE(dispatcher.reachability().state, Reachability::State::Online);
    m_transport->script(4, told(200));
    for (int i = 0; i < 60; ++i)
        advance(100ms);
    QCOMPARE(m_transport->count(), 8);
    for (const auto &ending : endings)
        QCOMPARE(ending->status(), 200);
}

void TestDispatcherLimits::tellsOfLongPausesOnly()
{
    for (const auto left : {1900ms, 2100ms}) {
        Dispatcher dispatcher(*m_transport, *m_clock, plain());
        const auto spent = [&](int remaining) {
            return told(200, "{}",
                        {{"X-RateLimit-Limit", "100"},
                         {"X-RateLimit-Remaining", number(remaining)},
                         {"X-RateLimit-Reset", number(m_clock->now().toSecsSinceEpoch() + 3)}});
        };
        m_transport->script(spent(0));
        Ending first(dispatcher.send(requestOf(Repeat::Safe)));
        settleDown();
        advance(3000ms - left);
        Answer *bulk = dispatcher.send(requestOf(Repeat::Safe, Lane::Bulk));
        QSignalSpy waiting(bulk, &Operation::waiting);
        Ending ending(bulk);
        settleDown();
        QCOMPARE(waiting.size(), left > 2000ms ? 1 : 0);
        // A person is told in any case.
        Answer *click = dispatcher.send(requestOf(Repeat::Safe));
        QSignalSpy held(click, &Operation::waiting);
        Ending clicked(click);
        settleDown();
        QCOMPARE(held.size(), 1);
        QCOMPARE(held.first().at(1).value<Reason>(), Reason::RateLimit);
        m_transport->script(2, told(200));
        advance(3s);
        QCOMPARE(ending.status(), 200);
        QCOMPARE(clicked.status(), 200);
    }
}

void TestDispatcherLimits::tellsWhenTheLimitIsOver()
{
    Dispatcher dispatcher(*m_transport, *m_clock, plain());
    m_transport->script(told(429, "{}", {{"Retry-After", "5"}}));
    Answer *operation = dispatcher.send(requestOf(Repeat::Safe));
    Ending ending(operation);
    const auto connection =
        connect(&dispatcher, &Dispatcher::reachabilityChanged, operation, &Operation::cancel);
    settleDown();
    disconnect(connection);
    QCOMPARE(dispatcher.reachability().state, Reachability::State::Limited);
    QCOMPARE(ending.error().kind, ErrorKind::Cancelled);
    QCOMPARE(dispatcher.openRequests(), 0);
    // Nothing is left to be sent, and still the state has to go back.
    QSignalSpy changed(&dispatcher, &Dispatcher::reachabilityChanged);
    advance(5s);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(dispatcher.reachability().state, Reachability::State::Online);
}

void TestDispatcherLimits::cancelledRequestsCostNoBudget()
{
    Dispatcher dispatcher(*m_transport, *m_clock, plain());
    m_transport->hold(3);
    for (int i = 0; i < 3; ++i)
        dispatcher.send(requestOf(Repeat::Safe, Lane::Bulk));
    settleDown();
    QCOMPARE(m_transport->open(), 3);
    dispatcher.cancelAll();
    settleDown();
    // Of 100 calls a window, two are kept: of the three that are left, one is for the bulk lane.
    m_transport->script(
        told(200, "{}",
             {{"X-RateLimit-Limit", "100"},
              {"X-RateLimit-Remaining", "3"},
              {"X-RateLimit-Reset", number(m_clock->now().toSecsSinceEpoch() + 10)}}));
    m_transport->script(told(200));
    Ending first(dispatcher.send(requestOf(Repeat::Safe, Lane::Bulk)));
    settleDown();
    Ending second(dispatcher.send(requestOf(Repeat::Safe, Lane::Bulk)));
    settleDown();
    QCOMPARE(first.status(), 200);
    QCOMPARE(second.status(), 200);
}

QTEST_GUILESS_MAIN(TestDispatcherLimits)
#include "tst_dispatcherlimits.moc"
