// SPDX-License-Identifier: MIT
// Refused tokens and lost connections: which lanes wait, and what opens them again.
#include "tests/net/dispatcherstage.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace roster;
using namespace roster::test;
using namespace std::chrono_literals;
using State = Operation::State;
using Reason = Operation::WaitReason;

class TestDispatcherLink : public DispatcherStage
{
    Q_OBJECT

private Q_SLOTS:
    void anInteractiveRequestGetsItsRefusedToken();
    void backgroundWaitsForAnotherToken();
    void aTokenThatWorksAgainOpensTheLanes();
    void lateRefusalsOfTheOldTokenAreIgnored();
    void aRefusedResourceIsNoRefusedToken();
    void anInteractiveRequestFailsOffline();
    void backgroundWaitsOfflineAndProbes();
    void otherFailuresDoNotPostponeTheProbe();
    void anyAnswerEndsOffline();
    void retryNowProbesAtOnce();
    void anUnansweredRequestIsNotParkedForever();
};

void TestDispatcherLink::anInteractiveRequestGetsItsRefusedToken()
{
    Dispatcher dispatcher(*m_transport, *m_clock, plain());
    m_transport->script(told(401));
    Answer *operation = dispatcher.send(requestOf(Repeat::Safe));
    Ending ending(operation);
    bool wasToldBefore = false;
    connect(&dispatcher, &Dispatcher::reachabilityChanged, this,
            [&] { wasToldBefore = !ending.isOver(); });
    settleDown();
    QCOMPARE(ending.status(), 401);
    QVERIFY(wasToldBefore);
    QCOMPARE(dispatcher.reachability().state, Reachability::State::Unauthorized);
}

void TestDispatcherLink::backgroundWaitsForAnotherToken()
{
    for (const Lane lane : {Lane::Background, Lane::Bulk}) {
        Dispatcher dispatcher(*m_transport, *m_clock, plain());
        m_transport->script(told(401));
        Answer *operation = dispatcher.send(requestOf(Repeat::Never, lane, "/first"));
        Ending ending(operation);
        settleDown();
        QCOMPARE(ending.count, 0);
        QCOMPARE(operation->state(), State::Waiting);
        Ending later(dispatcher.send(requestOf(Repeat::Safe, lane, "/second")));
        advance(1h);
        QCOMPARE(dispatcher.reachability().state, Reachability::State::Unauthorized);
        QCOMPARE(dispatcher.openRequests(), 2);
        m_transport->script(2, told(200));
        dispatcher.resume();
        QCOMPARE(dispatcher.reachability().state, Reachability::State::Online);
        settleDown();
        QCOMPARE(ending.status(), 200);
        QCOMPARE(later.status(), 200);
    }
    QCOMPARE(m_transport->request(1).path, QByteArray("/first"));
}

void TestDispatcherLink::aTokenThatWorksAgainOpensTheLanes()
{
    Dispatcher dispatcher(*m_transport, *m_clock, plain());
    m_transport->script(told(401));
    Ending parked(dispatcher.send(requestOf(Repeat::Safe, Lane::Background)));
    settleDown();
    m_transport->script(told(404));
    Ending missing(dispatcher.send(requestOf(Repeat::Safe)));
    settleDown();
    QCOMPARE(parked.count, 0);
    m_transport->script(2, told(200));
    Ending click(dispatcher.send(requestOf(Repeat::Safe)));
    settleDown();
    QCOMPARE(click.status(), 200);
    QCOMPARE(parked.status(), 200);
    QCOMPARE(dispatcher.reachability().state, Reachability::State::Online);
}

void TestDispatcherLink::lateRefusalsOfTheOldTokenAreIgnored()
{
    Dispatcher dispatcher(*m_transport, *m_clock, plain());
    m_transport->hold(2);
    Ending first(dispatcher.send(requestOf(Repeat::Safe, Lane::Background)));
    Ending second(dispatcher.send(requestOf(Repeat::Safe, Lane::Background)));
    settleDown();
    m_transport->settle(0, told(401));
    settleDown();
    m_transport->script(told(200));
    dispatcher.setEndpoint({QUrl(), "new", "2.10"});
    settleDown();
    QCOMPARE(first.status(), 200);
    m_transport->script(told(200));
    m_transport->settle(1, told(401));
    settleDown();
    QCOMPARE(second.status(), 200);
    QCOMPARE(dispatcher.reachability().state, Reachability::State::Online);
}

void TestDispatcherLink::aRefusedResourceIsNoRefusedToken()
{
    Dispatcher dispatcher(*m_transport, *m_clock, plain());
    m_transport->script(
        told(401, R"({"type":"error.list","errors":[{"code":"token_unauthorized"}]})"));
    Ending ending(dispatcher.send(requestOf(Repeat::Safe, Lane::Background)));
    settleDown();
    QCOMPARE(ending.status(), 401);
    QCOMPARE(dispatcher.reachability().state, Reachability::State::Online);
}

void TestDispatcherLink::anInteractiveRequestFailsOffline()
{
    Dispatcher dispatcher(*m_transport, *m_clock, plain());
    m_transport->script(4, unconnected(ErrorKind::NameNotFound));
    Ending ending(dispatcher.send(requestOf(Repeat::SameEffect)));
    settleDown();
    QCOMPARE(dispatcher.reachability().state, Reachability::State::Online);
    passRetries();
    QCOMPARE(ending.count, 1);
    QCOMPARE(ending.error().kind, ErrorKind::NameNotFound);
    QCOMPARE(ending.error().effect, Effect::NotApplied);
    QCOMPARE(dispatcher.reachability().state, Reachability::State::Offline);
    QCOMPARE(dispatcher.openRequests(), 0);
}

void TestDispatcherLink::backgroundWaitsOfflineAndProbes()
{
    Dispatcher dispatcher(*m_transport, *m_clock, plain());
    m_transport->script(4, unconnected());
    Answer *head = dispatcher.send(requestOf(Repeat::Never, Lane::Bulk, "/first"));
    Ending ending(head);
    settleDown();
    passRetries();
    QCOMPARE(m_transport->count(), 4);
    QCOMPARE(ending.count, 0);
    QCOMPARE(dispatcher.reachability().state, Reachability::State::Offline);
    QCOMPARE(dispatcher.reachability().until, m_clock->now().addSecs(1));
    QCOMPARE(head->state(), State::Waiting);
    Answer *tail = dispatcher.send(requestOf(Repeat::SameEffect, Lane::Bulk, "/second"));
    QSignalSpy waiting(tail, &Operation::waiting);
    Ending second(tail);
    settleDown();
    QCOMPARE(waiting.first().at(1).value<Reason>(), Reason::Offline);
    // One request tries, at 1, 2, 4, 8, 16, 30, 30 … seconds.
    for (const auto delay : {1s, 2s, 4s, 8s, 16s, 30s, 30s}) {
        const int before = m_transport->count();
        advance(delay - 1ms);
        QCOMPARE(m_transport->count(), before);
        m_transport->script(unconnected());
        advance(1ms);
        QCOMPARE(m_transport->count(), before + 1);
        QCOMPARE(m_transport->requests().last().path, QByteArray("/first"));
    }
    QCOMPARE(ending.count, 0);
    m_transport->script(2, told(200));
    advance(30s);
    QCOMPARE(ending.status(), 200);
    QCOMPARE(second.status(), 200);
    QVERIFY(!ending.response().isAfterUnanswered);
    QCOMPARE(dispatcher.reachability().state, Reachability::State::Online);
}

void TestDispatcherLink::otherFailuresDoNotPostponeTheProbe()
{
    Dispatcher dispatcher(*m_transport, *m_clock, plain());
    m_transport->script(4, unconnected());
    Ending parked(dispatcher.send(requestOf(Repeat::Safe, Lane::Background)));
    settleDown();
    passRetries();
    const QDateTime probeAt = dispatcher.reachability().until;
    // Somebody clicks in the meantime, in vain.
    m_transport->script(2, unconnected());
    Answer *click = dispatcher.send(requestOf(Repeat::Safe));
    settleDown();
    advance(500ms);
    QCOMPARE(m_transport->count(), 6);
    QCOMPARE(dispatcher.reachability().until, probeAt);
    click->cancel();
    m_transport->script(told(200));
    advance(500ms);
    QCOMPARE(m_clock->now(), probeAt);
    QCOMPARE(parked.status(), 200);
}

void TestDispatcherLink::anyAnswerEndsOffline()
{
    Dispatcher dispatcher(*m_transport, *m_clock, plain());
    m_transport->script(4, unconnected());
    Ending parked(dispatcher.send(requestOf(Repeat::Safe, Lane::Background)));
    settleDown();
    passRetries();
    QCOMPARE(dispatcher.reachability().state, Reachability::State::Offline);
    m_transport->script(told(404));
    m_transport->script(told(200));
    Ending click(dispatcher.send(requestOf(Repeat::Safe)));
    settleDown();
    QCOMPARE(click.status(), 404);
    QCOMPARE(parked.status(), 200);
    QCOMPARE(dispatcher.reachability().state, Reachability::State::Online);
}

void TestDispatcherLink::retryNowProbesAtOnce()
{
    Dispatcher dispatcher(*m_transport, *m_clock, plain());
    m_transport->script(4, unconnected());
    Ending parked(dispatcher.send(requestOf(Repeat::Safe, Lane::Background)));
    settleDown();
    passRetries();
    m_transport->script(unconnected());
    advance(1s);
    QCOMPARE(m_transport->count(), 5);
    m_transport->script(told(200));
    dispatcher.retryNow();
    settleDown();
    QCOMPARE(parked.status(), 200);
}

void TestDispatcherLink::anUnansweredRequestIsNotParkedForever()
{
    Dispatcher dispatcher(*m_transport, *m_clock, plain());
    m_transport->script(4, unanswered());
    Ending bulk(dispatcher.send(requestOf(Repeat::SameEffect, Lane::Bulk)));
    settleDown();
    passRetries();
    QCOMPARE(bulk.count, 1);
    QCOMPARE(bulk.error().effect, Effect::Unknown);
    QCOMPARE(dispatcher.reachability().state, Reachability::State::Online);
}

QTEST_GUILESS_MAIN(TestDispatcherLink)
#include "tst_dispatcherlink.moc"
