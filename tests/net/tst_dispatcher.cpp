// SPDX-License-Identifier: MIT
// Lanes, cancelling, and that every request ends.
#include "tests/net/dispatcherstage.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace roster;
using namespace roster::test;
using namespace std::chrono_literals;
using State = Operation::State;
using Reason = Operation::WaitReason;

class TestDispatcher : public DispatcherStage
{
    Q_OBJECT

private Q_SLOTS:
    void answersAreValuesOfAnyStatus_data();
    void answersAreValuesOfAnyStatus();
    void nothingHappensInsideSend();
    void interactiveGoesFirst();
    void lanesKeepToTheirRoom();
    void roomFollowsLimitAndLatency_data();
    void roomFollowsLimitAndLatency();
    void cancelQueued();
    void cancelInFlight_data();
    void cancelInFlight();
    void cancelWhileParkedLeavesNothingOpen();
    void cancelInsideASignal();
    void destroyingFinishesEverything();
    void anotherOriginCancelsWhatIsOpen();
    void anotherTokenKeepsWhatIsOpen();
    void randomTrafficAlwaysEnds();
};

void TestDispatcher::answersAreValuesOfAnyStatus_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {200, 201, 400, 401, 403, 404, 409, 410, 422})
        QTest::addRow("%d", status) << status;
}

void TestDispatcher::answersAreValuesOfAnyStatus()
{
    QFETCH(int, status);
    Dispatcher dispatcher(*m_transport, *m_clock, plain());
    m_transport->script(told(status, "{\"a\":1}"));
    Ending ending(dispatcher.send(requestOf(Repeat::Never)));
    settleDown();
    QCOMPARE(ending.count, 1);
    QCOMPARE(ending.status(), status);
    QCOMPARE(ending.response().body, QByteArray("{\"a\":1}"));
    QVERIFY(!ending.response().isAfterUnanswered);
    QCOMPARE(m_transport->count(), 1);
    QCOMPARE(dispatcher.openRequests(), 0);
}

void TestDispatcher::nothingHappensInsideSend()
{
    Dispatcher dispatcher(*m_transport, *m_clock, plain());
    m_transport->script(told(200));
    Answer *operation = dispatcher.send(requestOf(Repeat::Safe));
    Ending ending(operation);
    QCOMPARE(operation->state(), State::Queued);
    QCOMPARE(ending.count, 0);
    QTRY_COMPARE(ending.count, 1);
}

void TestDispatcher::interactiveGoesFirst()
{
    Dispatcher::Options options = plain();
    options.inFlight = 1;
    Dispatcher dispatcher(*m_transport, *m_clock, options);
    m_transport->script(4, told(200));
    dispatcher.send(requestOf(Repeat::SameEffect, Lane::Bulk, "/bulk"));
    dispatcher.send(requestOf(Repeat::Safe, Lane::Background, "/background"));
    dispatcher.send(requestOf(Repeat::Safe, Lane::Interactive, "/click 1"));
    dispatcher.send(requestOf(Repeat::Safe, Lane::Interactive, "/click 2"));
    settleDown();
    QCOMPARE(m_transport->count(), 4);
    QCOMPARE(m_transport->request(0).path, QByteArray("/click 1"));
    QCOMPARE(m_transport->request(1).path, QByteArray("/click 2"));
    QCOMPARE(m_transport->request(2).path, QByteArray("/bulk"));
    QCOMPARE(m_transport->request(3).path, QByteArray("/background"));
}

void TestDispatcher::lanesKeepToTheirRoom()
{
    Dispatcher::Options options = plain();
    options.inFlight = 6;
    options.laneInFlight = {6, 2, 3};
    Dispatcher dispatcher(*m_transport, *m_clock, options);
    m_transport->hold(8);
    for (int i = 0; i < 10; ++i) {
        dispatcher.send(requestOf(Repeat::Safe, Lane::Bulk, "/bulk"));
        dispatcher.send(requestOf(Repeat::Safe, Lane::Background, "/background"));
    }
    settleDown();
    QCOMPARE(m_transport->open(), 5);
    dispatcher.send(requestOf(Repeat::Safe, Lane::Interactive, "/click"));
    dispatcher.send(requestOf(Repeat::Safe, Lane::Interactive, "/click"));
    settleDown();
    QCOMPARE(m_transport->open(), 6);
    QCOMPARE(m_transport->request(5).path, QByteArray("/click"));
    m_transport->settle(0, told(200));
    settleDown();
    QCOMPARE(m_transport->request(6).path, QByteArray("/click"));
    m_transport->settle(1, told(200));
    settleDown();
    QCOMPARE(m_transport->request(7).path, QByteArray("/bulk"));
    QCOMPARE(m_transport->open(), 6);
    QCOMPARE(dispatcher.openRequests(), 20);
}

void TestDispatcher::roomFollowsLimitAndLatency_data()
{
    QTest::addColumn<int>("limit");
    QTest::addColumn<int>("latencyMs");
    QTest::addColumn<int>("background");
    QTest::addColumn<int>("bulk");
    // Calls in ten seconds, times the seconds of an answer, and half as many again for bulk work;
    // never under what options say.
    QTest::newRow("near") << 1667 << 5 << 2 << 3;
    QTest::newRow("usual") << 1667 << 100 << 17 << 26;
    QTest::newRow("slow") << 1667 << 2000 << 26 << 96;
    QTest::newRow("small plan, slow") << 166 << 400 << 7 << 10;
    QTest::newRow("nothing told") << 0 << 100 << 17 << 26;
}

void TestDispatcher::roomFollowsLimitAndLatency()
{
    QFETCH(int, limit);
    QFETCH(int, latencyMs);
    QFETCH(int, background);
    QFETCH(int, bulk);
    Dispatcher dispatcher(*m_transport, *m_clock, plain());
    QCOMPARE(dispatcher.width(Lane::Background), 2);
    QList<std::pair<QByteArray, QByteArray>> headers;
    if (limit > 0)
        headers.append({"X-RateLimit-Limit", QByteArray::number(limit)});
    // The first answer tells both.
    m_transport->hold();
    Ending first(dispatcher.send(requestOf(Repeat::Safe)));
    settleDown();
    advance(std::chrono::milliseconds(latencyMs));
    m_transport->settle(0, told(200, "{}", headers));
    settleDown();
    QCOMPARE(first.status(), 200);
    QCOMPARE(dispatcher.width(Lane::Background), background);
    QCOMPARE(dispatcher.width(Lane::Bulk), bulk);
    // As many leave, and there is still room for a person.
    for (const auto &[lane, width] :
         {std::pair(Lane::Background, background), std::pair(Lane::Bulk, bulk)}) {
        m_transport->hold(width + 1);
        std::vector<std::unique_ptr<Ending>> endings;
        for (int i = 0; i < width + 10; ++i)
            endings.push_back(
                std::make_unique<Ending>(dispatcher.send(requestOf(Repeat::Safe, lane))));
        settleDown();
        QCOMPARE(m_transport->open(), width);
        Ending person(dispatcher.send(requestOf(Repeat::Safe)));
        settleDown();
        QCOMPARE(m_transport->open(), width + 1);
        dispatcher.cancelAll();
        settleDown();
    }
}

void TestDispatcher::cancelQueued()
{
    Dispatcher dispatcher(*m_transport, *m_clock, plain());
    Answer *operation = dispatcher.send(requestOf(Repeat::Never));
    Ending ending(operation);
    operation->cancel();
    QCOMPARE(ending.count, 0);
    settleDown();
    QCOMPARE(ending.error().kind, ErrorKind::Cancelled);
    QCOMPARE(ending.error().effect, Effect::NotApplied);
    QCOMPARE(m_transport->count(), 0);
}

void TestDispatcher::cancelInFlight_data()
{
    QTest::addColumn<Repeat>("repeat");
    QTest::addColumn<Effect>("effect");
    QTest::newRow("read") << Repeat::Safe << Effect::NotApplied;
    QTest::newRow("update") << Repeat::SameEffect << Effect::Unknown;
    QTest::newRow("create") << Repeat::Never << Effect::Unknown;
}

void TestDispatcher::cancelInFlight()
{
    QFETCH(Repeat, repeat);
    QFETCH(Effect, effect);
    Dispatcher::Options options = plain();
    options.inFlight = 1;
    Dispatcher dispatcher(*m_transport, *m_clock, options);
    m_transport->hold();
    Answer *operation = dispatcher.send(requestOf(repeat));
    Ending ending(operation);
    settleDown();
    QCOMPARE(operation->state(), State::InFlight);
    operation->cancel();
    settleDown();
    QCOMPARE(m_transport->aborted(), 1);
    QCOMPARE(ending.count, 1);
    QCOMPARE(ending.error().kind, ErrorKind::Cancelled);
    QCOMPARE(ending.error().effect, effect);
    // Its room is free again.
    m_transport->script(told(200));
    Ending next(dispatcher.send(requestOf(Repeat::Safe)));
    settleDown();
    QCOMPARE(next.status(), 200);
}

void TestDispatcher::cancelWhileParkedLeavesNothingOpen()
{
    Dispatcher dispatcher(*m_transport, *m_clock, plain());
    m_transport->script(unconnected());
    Answer *operation = dispatcher.send(requestOf(Repeat::SameEffect, Lane::Bulk));
    Ending never(operation);
    settleDown();
    operation->cancel();
    m_transport->script(unanswered());
    operation = dispatcher.send(requestOf(Repeat::SameEffect, Lane::Bulk));
    Ending left(operation);
    settleDown();
    operation->cancel();
    m_transport->script(told(429));
    operation = dispatcher.send(requestOf(Repeat::SameEffect, Lane::Bulk));
    Ending refused(operation);
    settleDown();
    operation->cancel();
    settleDown();
    QCOMPARE(never.error().effect, Effect::NotApplied);
    QCOMPARE(left.error().effect, Effect::Unknown);
    QCOMPARE(refused.error().effect, Effect::NotApplied);
    QCOMPARE(dispatcher.openRequests(), 0);
}

void TestDispatcher::cancelInsideASignal()
{
    Dispatcher dispatcher(*m_transport, *m_clock, plain());
    m_transport->script(told(401));
    QList<QPointer<Answer>> operations;
    int waits = 0;
    const auto cancelOthers = [&operations, &waits] {
        ++waits;
        for (const auto &operation : operations) {
            if (operation)
                operation->cancel();
        }
    };
    for (int i = 0; i < 20; ++i) {
        operations.append(dispatcher.send(requestOf(Repeat::Safe, Lane::Bulk)));
        if (i == 0)
            settleDown();
        connect(operations.last(), &Operation::waiting, this, cancelOthers);
    }
    connect(&dispatcher, &Dispatcher::reachabilityChanged, &dispatcher, &Dispatcher::cancelAll);
    settleDown();
    QCOMPARE(dispatcher.openRequests(), 0);
    // Who was cancelled does not wait any more.
    QCOMPARE(waits, 1);
    for (const auto &operation : operations)
        QVERIFY(!operation || operation->state() == State::Cancelled);

    m_transport->script(told(429));
    Answer *operation = dispatcher.send(requestOf(Repeat::Safe));
    connect(operation, &Operation::stateChanged, operation, &Operation::cancel);
    Ending ending(operation);
    settleDown();
    QCOMPARE(ending.error().kind, ErrorKind::Cancelled);
}

void TestDispatcher::destroyingFinishesEverything()
{
    auto *dispatcher = new Dispatcher(*m_transport, *m_clock, plain());
    m_transport->hold(1);
    m_transport->script(told(500));
    Ending flying(dispatcher->send(requestOf(Repeat::Never)));
    Ending sleeping(dispatcher->send(requestOf(Repeat::SameEffect)));
    settleDown();
    Ending queued(dispatcher->send(requestOf(Repeat::Never)));
    // Who is told asks for more, of something that is going.
    Answer *last = dispatcher->send(requestOf(Repeat::Never));
    std::unique_ptr<Ending> afterwards;
    bool wasWhole = false;
    last->onFinished(this, [&](const Result<HttpResponse> &) {
        // Not a mere QObject that deletes its children.
        wasWhole = qobject_cast<Dispatcher *>(static_cast<QObject *>(dispatcher)) != nullptr;
        afterwards = std::make_unique<Ending>(dispatcher->send(requestOf(Repeat::Safe)));
    });
    delete dispatcher;
    QCOMPARE(flying.error().effect, Effect::Unknown);
    QCOMPARE(sleeping.error().effect, Effect::Unknown);
    QCOMPARE(queued.error().effect, Effect::NotApplied);
    QCOMPARE(m_transport->aborted(), 1);
    QVERIFY(afterwards);
    QVERIFY(wasWhole);
    settleDown();
    QCOMPARE(afterwards->error().kind, ErrorKind::Cancelled);
    QCOMPARE(m_transport->count(), 2);
}

void TestDispatcher::anotherOriginCancelsWhatIsOpen()
{
    Dispatcher dispatcher(*m_transport, *m_clock, plain());
    dispatcher.setEndpoint({QUrl(QStringLiteral("https://a.example")), "t", "2.10"});
    m_transport->hold();
    Ending flying(dispatcher.send(requestOf(Repeat::SameEffect)));
    settleDown();
    Ending queued(dispatcher.send(requestOf(Repeat::SameEffect)));
    dispatcher.setEndpoint({QUrl(QStringLiteral("https://b.example")), "t", "2.10"});
    settleDown();
    QCOMPARE(flying.error().effect, Effect::Unknown);
    QCOMPARE(queued.error().effect, Effect::NotApplied);
    QCOMPARE(m_transport->endpoint().baseUrl.host(), QStringLiteral("b.example"));
    QCOMPARE(m_transport->count(), 1);
}

void TestDispatcher::anotherTokenKeepsWhatIsOpen()
{
    Dispatcher dispatcher(*m_transport, *m_clock, plain());
    const QUrl url(QStringLiteral("https://a.example"));
    dispatcher.setEndpoint({url, "t", "2.10"});
    m_transport->hold();
    Ending flying(dispatcher.send(requestOf(Repeat::SameEffect)));
    settleDown();
    dispatcher.setEndpoint({url, "u", "2.11"});
    m_transport->settle(0, told(200));
    settleDown();
    QCOMPARE(flying.status(), 200);
    QCOMPARE(m_transport->endpoint().token, QByteArray("u"));
}

// Whatever the network does, every operation ends exactly once, no write of class Never is sent
// again after it may have left, and nothing is left behind.
void TestDispatcher::randomTrafficAlwaysEnds()
{
    const quint32 seed = std::random_device()();
    qInfo("seed %u", seed);
    std::mt19937 random(seed);
    const auto pick = [&random](int below) {
        return std::uniform_int_distribution<int>(0, below - 1)(random);
    };
    const QList<HttpOutcome> outcomes{told(200),
                                      told(200),
                                      told(200),
                                      told(404),
                                      told(401),
                                      told(429),
                                      told(500),
                                      unconnected(),
                                      unanswered(),
                                      told(429, "{}", {{"Retry-After", "2"}}),
                                      told(503, "{}", {{"Retry-After", "9"}})};
    Dispatcher::Options options;
    options.seed = seed;
    Dispatcher dispatcher(*m_transport, *m_clock, options);
    std::vector<std::unique_ptr<Ending>> endings;
    QList<QPointer<Answer>> operations;
    QHash<QByteArray, int> openSends;
    for (int turn = 0; turn < 3000; ++turn) {
        if (turn < 2000 && pick(3) == 0) {
            const auto repeat = static_cast<Repeat>(pick(3));
            operations.append(dispatcher.send(
                requestOf(repeat, static_cast<Lane>(pick(3)), "/" + QByteArray::number(turn))));
            endings.push_back(std::make_unique<Ending>(operations.last()));
        }
        if (!operations.isEmpty() && pick(20) == 0) {
            if (const auto &operation = operations.at(pick(static_cast<int>(operations.size()))))
                operation->cancel();
        }
        m_transport->hold(200);
        settleDown();
        for (int i = 0; i < m_transport->count(); ++i) {
            if (!m_transport->isOpen(i) || pick(2) == 0)
                continue;
            const HttpOutcome outcome =
                turn < 2500 ? outcomes.at(pick(static_cast<int>(outcomes.size()))) : told(200);
            const HttpRequest &request = m_transport->request(i);
            if (request.repeat == Repeat::Never && leavesOpen(outcome))
                openSends[request.path] = static_cast<int>(m_transport->count());
            m_transport->settle(i, outcome);
        }
        if (pick(50) == 0)
            dispatcher.resume();
        if (pick(50) == 0)
            dispatcher.retryNow();
        m_clock->advance(std::chrono::milliseconds(pick(1500)));
        m_transport->dropScript();
    }
    dispatcher.resume();
    for (int i = 0; i < 100; ++i) {
        m_transport->hold(200);
        settleDown();
        for (int k = 0; k < m_transport->count(); ++k) {
            if (m_transport->isOpen(k))
                m_transport->settle(k, told(200));
        }
        m_clock->advance(30s);
        m_transport->dropScript();
    }
    settleDown();
    QCOMPARE(dispatcher.openRequests(), 0);
    for (const auto &ending : endings)
        QCOMPARE(ending->count, 1);
    for (auto it = openSends.cbegin(); it != openSends.cend(); ++it) {
        for (int i = it.value(); i < m_transport->count(); ++i)
            QVERIFY2(m_transport->request(i).path != it.key(), it.key().constData());
    }
}

QTEST_GUILESS_MAIN(TestDispatcher)
#include "tst_dispatcher.moc"
