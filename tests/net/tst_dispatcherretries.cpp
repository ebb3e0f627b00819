// SPDX-License-Identifier: MIT
// What is sent again, how often, and what a failure says of its effect.
#include "tests/net/dispatcherstage.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace roster;
using namespace roster::test;
using namespace std::chrono_literals;
using State = Operation::State;
using Reason = Operation::WaitReason;

class TestDispatcherRetries : public DispatcherStage
{
    Q_OBJECT

private Q_SLOTS:
    void retriesByTheTable_data();
    void retriesByTheTable();
    void givesUpAfterThreeRetries();
    void delaysDouble();
    void saysThatAnEarlierSendWentUnanswered();
    void failuresTellTheirEffect_data();
    void failuresTellTheirEffect();
};

void TestDispatcherRetries::retriesByTheTable_data()
{
    QTest::addColumn<Repeat>("repeat");
    QTest::addColumn<HttpOutcome>("first");
    QTest::addColumn<int>("sends");
    const std::pair<const char *, HttpOutcome> outcomes[] = {
        {"never left", unconnected()},
        {"name not found", unconnected(ErrorKind::NameNotFound)},
        {"closed", unanswered()},
        {"timeout", unanswered(ErrorKind::Timeout)},
        {"500", told(500)},
        {"503", told(503)},
        {"408", told(408)},
    };
    for (const auto &[name, outcome] : outcomes) {
        const auto *failure = std::get_if<SendFailure>(&outcome);
        const int ofNever = failure && failure->neverLeft ? 2 : 1;
        QTest::addRow("safe, %s", name) << Repeat::Safe << outcome << 2;
        QTest::addRow("same effect, %s", name) << Repeat::SameEffect << outcome << 2;
        QTest::addRow("never, %s", name) << Repeat::Never << outcome << ofNever;
    }
    SendFailure tls = unconnected(ErrorKind::Tls);
    tls.isFinal = true;
    QTest::newRow("safe, tls") << Repeat::Safe << HttpOutcome(tls) << 1;
    QTest::newRow("safe, 404") << Repeat::Safe << HttpOutcome(told(404)) << 1;
    QTest::newRow("same effect, 422") << Repeat::SameEffect << HttpOutcome(told(422)) << 1;
}

void TestDispatcherRetries::retriesByTheTable()
{
    QFETCH(Repeat, repeat);
    QFETCH(HttpOutcome, first);
    QFETCH(int, sends);
    Dispatcher dispatcher(*m_transport, *m_clock, plain());
    m_transport->script(first);
    if (sends == 2)
        m_transport->script(told(200));
    Answer *operation = dispatcher.send(requestOf(repeat));
    QSignalSpy waiting(operation, &Operation::waiting);
    Ending ending(operation);
    settleDown();
    QCOMPARE(m_transport->count(), 1);
    QCOMPARE(ending.isOver(), sends == 1);
    if (sends == 2) {
        QCOMPARE(waiting.size(), 1);
        QCOMPARE(waiting.first().at(0).toDateTime(), m_clock->now().addMSecs(500));
        QCOMPARE(waiting.first().at(1).value<Reason>(), Reason::Retry);
    }
    advance(499ms);
    QCOMPARE(m_transport->count(), 1);
    advance(1ms);
    QCOMPARE(m_transport->count(), sends);
    QCOMPARE(ending.count, 1);
}

void TestDispatcherRetries::givesUpAfterThreeRetries()
{
    Dispatcher dispatcher(*m_transport, *m_clock, plain());
    m_transport->script(4, told(502));
    Ending ending(dispatcher.send(requestOf(Repeat::SameEffect)));
    for (int i = 0; i < 100; ++i)
        advance(100ms);
    QCOMPARE(m_transport->count(), 4);
    QCOMPARE(ending.status(), 502);
    // The answer that is told is itself no usable one.
    QVERIFY(!ending.response().isAfterUnanswered);
}

void TestDispatcherRetries::delaysDouble()
{
    Dispatcher dispatcher(*m_transport, *m_clock, plain());
    m_transport->script(4, unanswered(ErrorKind::Timeout));
    Ending ending(dispatcher.send(requestOf(Repeat::Safe)));
    settleDown();
    for (const auto delay : {500ms, 1000ms, 2000ms}) {
        const int before = m_transport->count();
        advance(delay - 1ms);
        QCOMPARE(m_transport->count(), before);
        advance(1ms);
        QCOMPARE(m_transport->count(), before + 1);
    }
    QCOMPARE(ending.error().kind, ErrorKind::Timeout);
    QCOMPARE(ending.error().effect, Effect::NotApplied);
    QCOMPARE(ending.error().detail, QStringLiteral("no answer"));
}

void TestDispatcherRetries::saysThatAnEarlierSendWentUnanswered()
{
    Dispatcher dispatcher(*m_transport, *m_clock, plain());
    m_transport->script(unanswered());
    m_transport->script(told(404));
    Ending archive(dispatcher.send(requestOf(Repeat::SameEffect)));
    settleDown();
    advance(500ms);
    QCOMPARE(archive.status(), 404);
    QVERIFY(archive.response().isAfterUnanswered);

    m_transport->script(unconnected());
    m_transport->script(told(404));
    Ending other(dispatcher.send(requestOf(Repeat::SameEffect)));
    settleDown();
    advance(500ms);
    QCOMPARE(other.status(), 404);
    QVERIFY(!other.response().isAfterUnanswered);
}

void TestDispatcherRetries::failuresTellTheirEffect_data()
{
    QTest::addColumn<Repeat>("repeat");
    QTest::addColumn<HttpOutcome>("outcome");
    QTest::addColumn<Effect>("effect");
    SendFailure cut = unanswered(ErrorKind::Protocol);
    cut.httpStatus = 200;
    SendFailure refused = unanswered(ErrorKind::Protocol);
    refused.httpStatus = 302;
    for (const Repeat repeat : {Repeat::Safe, Repeat::SameEffect, Repeat::Never}) {
        const bool isWrite = repeat != Repeat::Safe;
        const char *name = repeat == Repeat::Safe    ? "read"
                           : repeat == Repeat::Never ? "create"
                                                     : "update";
        QTest::addRow("%s never left", name)
            << repeat << HttpOutcome(unconnected()) << Effect::NotApplied;
        QTest::addRow("%s unanswered", name) << repeat << HttpOutcome(unanswered())
                                             << (isWrite ? Effect::Unknown : Effect::NotApplied);
        QTest::addRow("%s cut answer", name)
            << repeat << HttpOutcome(cut) << (isWrite ? Effect::Applied : Effect::NotApplied);
        QTest::addRow("%s redirect", name)
            << repeat << HttpOutcome(refused) << (isWrite ? Effect::Unknown : Effect::NotApplied);
    }
}

void TestDispatcherRetries::failuresTellTheirEffect()
{
    QFETCH(Repeat, repeat);
    QFETCH(HttpOutcome, outcome);
    QFETCH(Effect, effect);
    Dispatcher::Options options = plain();
    options.retry.retries = 0;
    Dispatcher dispatcher(*m_transport, *m_clock, options);
    m_transport->script(outcome);
    Ending ending(dispatcher.send(requestOf(repeat)));
    settleDown();
    QCOMPARE(ending.count, 1);
    QCOMPARE(ending.error().effect, effect);
    QCOMPARE(ending.error().kind, std::get<SendFailure>(outcome).kind);
    QCOMPARE(ending.error().httpStatus, std::get<SendFailure>(outcome).httpStatus);
}

QTEST_GUILESS_MAIN(TestDispatcherRetries)
#include "tst_dispatcherretries.moc"
