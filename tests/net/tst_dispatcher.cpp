// SPDX-License-Identifier: MIT
#include "core/net/dispatcher.h"
#include "tests/support/fakeclock.h"
#include "tests/support/scriptedtransport.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace roster;
using namespace std::chrono_literals;
using State = Operation::State;
using Reason = Operation::WaitReason;

namespace {

using Answer = OperationOf<HttpResponse>;

HttpRequest requestOf(Repeat repeat, Lane lane = Lane::Interactive, const QByteArray &path = "/x")
{
    HttpRequest request;
    request.method = repeat == Repeat::Safe ? "GET" : "POST";
    request.path = path;
    request.repeat = repeat;
    request.lane = lane;
    return request;
}

Dispatcher::Options plain()
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
void settleDown()
{
    for (int i = 0; i < 20; ++i)
        QCoreApplication::sendPostedEvents(nullptr, 0);
}

} // namespace

class TestDispatcher : public QObject
{
    Q_OBJECT

private:
    void advance(std::chrono::milliseconds by)
    {
        m_clock->advance(by);
        settleDown();
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

    void answersAreValuesOfAnyStatus_data();
    void answersAreValuesOfAnyStatus();
    void nothingHappensInsideSend();
    void interactiveGoesFirst();
    void lanesKeepToTheirRoom();
    void roomFollowsLimitAndLatency_data();
    void roomFollowsLimitAndLatency();
    void retriesByTheTable_data();
    void retriesByTheTable();
    void givesUpAfterThreeRetries();
    void delaysDouble();
    void saysThatAnEarlierSendWentUnanswered();
    void failuresTellTheirEffect_data();
    void failuresTellTheirEffect();
    void waitsAsLongAsALimitSays();
    void backsOffFromALimitWithoutHeaders();
    void aLimitHoldsEveryLane();
    void keepsAReserveForPeople();
    void tellsOfLongPausesOnly();
    void tellsWhenTheLimitIsOver();
    void cancelledRequestsCostNoBudget();
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

void TestDispatcher::retriesByTheTable_data()
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

void TestDispatcher::retriesByTheTable()
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

void TestDispatcher::givesUpAfterThreeRetries()
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

void TestDispatcher::delaysDouble()
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

void TestDispatcher::saysThatAnEarlierSendWentUnanswered()
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

void TestDispatcher::failuresTellTheirEffect_data()
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

void TestDispatcher::failuresTellTheirEffect()
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

namespace {

QByteArray number(qint64 value)
{
    return QByteArray::number(value);
}

} // namespace

void TestDispatcher::waitsAsLongAsALimitSays()
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

void TestDispatcher::backsOffFromALimitWithoutHeaders()
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

void TestDispatcher::aLimitHoldsEveryLane()
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

void TestDispatcher::keepsAReserveForPeople()
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

void TestDispatcher::tellsOfLongPausesOnly()
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

void TestDispatcher::tellsWhenTheLimitIsOver()
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

void TestDispatcher::cancelledRequestsCostNoBudget()
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

void TestDispatcher::anInteractiveRequestGetsItsRefusedToken()
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

void TestDispatcher::backgroundWaitsForAnotherToken()
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

void TestDispatcher::aTokenThatWorksAgainOpensTheLanes()
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

void TestDispatcher::lateRefusalsOfTheOldTokenAreIgnored()
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

void TestDispatcher::aRefusedResourceIsNoRefusedToken()
{
    Dispatcher dispatcher(*m_transport, *m_clock, plain());
    m_transport->script(
        told(401, R"({"type":"error.list","errors":[{"code":"token_unauthorized"}]})"));
    Ending ending(dispatcher.send(requestOf(Repeat::Safe, Lane::Background)));
    settleDown();
    QCOMPARE(ending.status(), 401);
    QCOMPARE(dispatcher.reachability().state, Reachability::State::Online);
}

void TestDispatcher::anInteractiveRequestFailsOffline()
{
    Dispatcher dispatcher(*m_transport, *m_clock, plain());
    m_transport->script(4, unconnected(ErrorKind::NameNotFound));
    Ending ending(dispatcher.send(requestOf(Repeat::SameEffect)));
    settleDown();
    QCOMPARE(dispatcher.reachability().state, Reachability::State::Online);
    for (int i = 0; i < 7; ++i)
        advance(500ms);
    QCOMPARE(ending.count, 1);
    QCOMPARE(ending.error().kind, ErrorKind::NameNotFound);
    QCOMPARE(ending.error().effect, Effect::NotApplied);
    QCOMPARE(dispatcher.reachability().state, Reachability::State::Offline);
    QCOMPARE(dispatcher.openRequests(), 0);
}

void TestDispatcher::backgroundWaitsOfflineAndProbes()
{
    Dispatcher dispatcher(*m_transport, *m_clock, plain());
    m_transport->script(4, unconnected());
    Answer *head = dispatcher.send(requestOf(Repeat::Never, Lane::Bulk, "/first"));
    Ending ending(head);
    settleDown();
    for (int i = 0; i < 7; ++i)
        advance(500ms);
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

void TestDispatcher::otherFailuresDoNotPostponeTheProbe()
{
    Dispatcher dispatcher(*m_transport, *m_clock, plain());
    m_transport->script(4, unconnected());
    Ending parked(dispatcher.send(requestOf(Repeat::Safe, Lane::Background)));
    settleDown();
    for (int i = 0; i < 7; ++i)
        advance(500ms);
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

void TestDispatcher::anyAnswerEndsOffline()
{
    Dispatcher dispatcher(*m_transport, *m_clock, plain());
    m_transport->script(4, unconnected());
    Ending parked(dispatcher.send(requestOf(Repeat::Safe, Lane::Background)));
    settleDown();
    for (int i = 0; i < 7; ++i)
        advance(500ms);
    QCOMPARE(dispatcher.reachability().state, Reachability::State::Offline);
    m_transport->script(told(404));
    m_transport->script(told(200));
    Ending click(dispatcher.send(requestOf(Repeat::Safe)));
    settleDown();
    QCOMPARE(click.status(), 404);
    QCOMPARE(parked.status(), 200);
    QCOMPARE(dispatcher.reachability().state, Reachability::State::Online);
}

void TestDispatcher::retryNowProbesAtOnce()
{
    Dispatcher dispatcher(*m_transport, *m_clock, plain());
    m_transport->script(4, unconnected());
    Ending parked(dispatcher.send(requestOf(Repeat::Safe, Lane::Background)));
    settleDown();
    for (int i = 0; i < 7; ++i)
        advance(500ms);
    m_transport->script(unconnected());
    advance(1s);
    QCOMPARE(m_transport->count(), 5);
    m_transport->script(told(200));
    dispatcher.retryNow();
    settleDown();
    QCOMPARE(parked.status(), 200);
}

void TestDispatcher::anUnansweredRequestIsNotParkedForever()
{
    Dispatcher dispatcher(*m_transport, *m_clock, plain());
    m_transport->script(4, unanswered());
    Ending bulk(dispatcher.send(requestOf(Repeat::SameEffect, Lane::Bulk)));
    settleDown();
    for (int i = 0; i < 7; ++i)
        advance(500ms);
    QCOMPARE(bulk.count, 1);
    QCOMPARE(bulk.error().effect, Effect::Unknown);
    QCOMPARE(dispatcher.reachability().state, Reachability::State::Online);
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
            operations.append(
                dispatcher.send(requestOf(repeat, static_cast<Lane>(pick(3)), "/" + number(turn))));
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
