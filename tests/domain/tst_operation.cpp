// SPDX-License-Identifier: MIT
#include "core/async/clock.h"
#include "core/async/operationof.h"
#include "tests/support/fakeclock.h"

#include <QtCore/QPointer>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace roster;
using namespace std::chrono_literals;
using State = Operation::State;

namespace {

using Number = OperationOf<int>;

} // namespace

//! The seven guarantees of core/async/operation.h, in their order, and what surrounds them.
class TestOperation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void neverFinishesInsideTheCall();
    void finishesOnce();
    void finishesWhenItsOwnerGoes_data();
    void finishesWhenItsOwnerGoes();
    void theResultIsThereInEverySlot();
    void hasAnyNumberOfListeners();
    void dropsOnlyTheListenerThatIsGone();
    void cancelTellsTheEffect_data();
    void cancelTellsTheEffect();
    void cancelComesTooLateForAnAnswer();
    void theCancellerIsCalledOnce();
    void deletesItselfAfterwards();
    void tellsItsStates();
    void anErrorFails();
    void listenersMayCancelAndDelete();
    void resultsMapAndChain();
    void theSystemClockCallsBack();
    void theFakeClockFiresInOrder();
};

void TestOperation::neverFinishesInsideTheCall()
{
    QObject owner;
    auto *operation = new Number(&owner);
    QSignalSpy finished(operation, &Operation::finished);
    operation->settle(1);
    QCOMPARE(finished.size(), 0);
    QVERIFY(!operation->isFinished());
    QVERIFY(operation->isSettled());
    // Who asks for the end after it was settled hears of it too.
    int heard = 0;
    operation->onFinished(this, [&heard](const Result<int> &result) { heard = result.value(); });
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(heard, 1);

    auto *cancelled = new Number(&owner);
    QSignalSpy cancelledFinished(cancelled, &Operation::finished);
    cancelled->cancel();
    QCOMPARE(cancelledFinished.size(), 0);
    QTRY_COMPARE(cancelledFinished.size(), 1);
}

void TestOperation::finishesOnce()
{
    QObject owner;
    auto *operation = new Number(&owner);
    QSignalSpy finished(operation, &Operation::finished);
    QList<int> heard;
    operation->onFinished(this, [&](const Result<int> &result) { heard.append(result.value()); });
    operation->settle(1);
    operation->settle(2);
    operation->cancel();
    operation->settle(ApiError::storage(QStringLiteral("late")));
    QSignalSpy destroyed(operation, &QObject::destroyed);
    QTRY_COMPARE(destroyed.size(), 1);
    QCOMPARE(finished.size(), 1);
    QCOMPARE(heard, QList<int>{1});
}

void TestOperation::finishesWhenItsOwnerGoes_data()
{
    QTest::addColumn<bool>("hasLeft");
    QTest::addColumn<bool>("isSettled");
    QTest::addColumn<bool>("isOk");
    QTest::addColumn<Effect>("effect");
    QTest::newRow("queued") << false << false << false << Effect::NotApplied;
    QTest::newRow("write in flight") << true << false << false << Effect::Unknown;
    QTest::newRow("answered, not told yet") << true << true << true << Effect::NotApplied;
}

void TestOperation::finishesWhenItsOwnerGoes()
{
    QFETCH(bool, hasLeft);
    QFETCH(bool, isSettled);
    QFETCH(bool, isOk);
    QFETCH(Effect, effect);
    auto owner = std::make_unique<QObject>();
    auto *operation = new Number(owner.get());
    QSignalSpy finished(operation, &Operation::finished);
    std::optional<Result<int>> heard;
    State state = State::Queued;
    operation->onFinished(this, [&, operation](const Result<int> &result) {
        heard = result;
        state = operation->state();
    });
    if (hasLeft)
        operation->markInFlight(true);
    if (isSettled)
        operation->settle(7);
    owner.reset();
    QCOMPARE(finished.size(), 1);
    QVERIFY(heard);
    QCOMPARE(heard->isOk(), isOk);
    QCOMPARE(state, isOk ? State::Succeeded : State::Cancelled);
    if (!isOk) {
        QCOMPARE(heard->error().kind, ErrorKind::Cancelled);
        QCOMPARE(heard->error().effect, effect);
    }
}

void TestOperation::theResultIsThereInEverySlot()
{
    QObject owner;
    auto *operation = new Number(&owner);
    QList<int> seen;
    for (int i = 0; i < 3; ++i)
        connect(operation, &Operation::finished, this,
                [&seen, operation] { seen.append(operation->result().value()); });
    operation->settle(5);
    QTRY_COMPARE(seen.size(), 3);
    QCOMPARE(seen, (QList<int>{5, 5, 5}));
}

void TestOperation::hasAnyNumberOfListeners()
{
    QObject owner;
    auto *operation = new Number(&owner);
    int heard = 0;
    for (int i = 0; i < 20; ++i)
        operation->onFinished(this, [&heard](const Result<int> &) { ++heard; });
    operation->settle(1);
    QTRY_COMPARE(heard, 20);
}

void TestOperation::dropsOnlyTheListenerThatIsGone()
{
    QObject owner;
    auto *operation = new Number(&owner);
    auto gone = std::make_unique<QObject>();
    bool wasGoneCalled = false;
    bool wasLivingCalled = false;
    operation->onFinished(gone.get(), [&](const Result<int> &) { wasGoneCalled = true; });
    operation->onFinished(this, [&](const Result<int> &) { wasLivingCalled = true; });
    gone.reset();
    operation->settle(1);
    QTRY_VERIFY(wasLivingCalled);
    QVERIFY(!wasGoneCalled);
}

void TestOperation::cancelTellsTheEffect_data()
{
    QTest::addColumn<QByteArray>("story");
    QTest::addColumn<Effect>("effect");
    QTest::newRow("never sent") << QByteArray() << Effect::NotApplied;
    QTest::newRow("read in flight") << QByteArray("r") << Effect::NotApplied;
    QTest::newRow("write in flight") << QByteArray("w") << Effect::Unknown;
    QTest::newRow("waits for a retry") << QByteArray("w.") << Effect::Unknown;
    QTest::newRow("write, then read") << QByteArray("wr") << Effect::Unknown;
    QTest::newRow("did not arrive") << QByteArray("wn.") << Effect::NotApplied;
    QTest::newRow("did not arrive, sent again") << QByteArray("wnw") << Effect::Unknown;
}

void TestOperation::cancelTellsTheEffect()
{
    QFETCH(QByteArray, story);
    QFETCH(Effect, effect);
    QObject owner;
    auto *operation = new Number(&owner);
    for (const char step : story) {
        if (step == 'n')
            operation->markNotApplied();
        else if (step == '.')
            operation->markWaiting({}, Operation::WaitReason::Retry);
        else
            operation->markInFlight(step == 'w');
    }
    std::optional<Result<int>> heard;
    State end = State::Queued;
    operation->onFinished(this, [&, operation](const Result<int> &result) {
        heard = result;
        end = operation->state();
    });
    operation->cancel();
    QTRY_VERIFY(heard);
    QCOMPARE(heard->error().kind, ErrorKind::Cancelled);
    QCOMPARE(heard->error().effect, effect);
    QCOMPARE(end, State::Cancelled);
}

void TestOperation::cancelComesTooLateForAnAnswer()
{
    QObject owner;
    auto *operation = new Number(&owner);
    bool wasStopped = false;
    operation->setCanceller([&wasStopped] { wasStopped = true; });
    QSignalSpy finished(operation, &Operation::finished);
    State end = State::Queued;
    operation->onFinished(this,
                          [&end, operation](const Result<int> &) { end = operation->state(); });
    operation->settle(3);
    operation->cancel();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(end, State::Succeeded);
    QVERIFY(!wasStopped);
}

void TestOperation::theCancellerIsCalledOnce()
{
    QObject owner;
    auto *operation = new Number(&owner);
    int stops = 0;
    operation->setCanceller([&stops, operation] {
        ++stops;
        operation->cancel();
    });
    QSignalSpy finished(operation, &Operation::finished);
    operation->cancel();
    operation->cancel();
    QCOMPARE(stops, 1);
    QTRY_COMPARE(finished.size(), 1);
}

void TestOperation::deletesItselfAfterwards()
{
    QObject owner;
    QPointer<Number> operation = new Number(&owner);
    QCOMPARE(operation->parent(), &owner);
    operation->settle(1);
    QTRY_VERIFY(!operation);
    QVERIFY(owner.children().isEmpty());
}

void TestOperation::tellsItsStates()
{
    QObject owner;
    auto *operation = new Number(&owner);
    QList<State> states;
    connect(operation, &Operation::stateChanged, this, [&](State state) { states.append(state); });
    QSignalSpy waiting(operation, &Operation::waiting);
    const QDateTime until = QDateTime::fromSecsSinceEpoch(1'700'000'000, Qt::UTC);
    QCOMPARE(operation->state(), State::Queued);
    operation->markInFlight(false);
    operation->markInFlight(false);
    operation->markWaiting(until, Operation::WaitReason::RateLimit);
    operation->markWaiting(until.addSecs(1), Operation::WaitReason::Offline);
    operation->markInFlight(false);
    QSignalSpy finished(operation, &Operation::finished);
    operation->settle(1);
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(states,
             (QList<State>{State::InFlight, State::Waiting, State::InFlight, State::Succeeded}));
    QCOMPARE(waiting.size(), 2);
    QCOMPARE(waiting.at(1).at(0).toDateTime(), until.addSecs(1));
    QCOMPARE(waiting.at(1).at(1).value<Operation::WaitReason>(), Operation::WaitReason::Offline);
}

void TestOperation::anErrorFails()
{
    QObject owner;
    auto *operation = new Number(&owner);
    State end = State::Queued;
    operation->onFinished(this, [&end, operation](const Result<int> &result) {
        QVERIFY(!result.isOk());
        end = operation->state();
    });
    operation->settle(ApiError::protocol(QStringLiteral("id: missing"), Effect::Applied));
    QTRY_COMPARE(end, State::Failed);
}

void TestOperation::listenersMayCancelAndDelete()
{
    auto owner = std::make_unique<QObject>();
    QPointer<Number> first = new Number(owner.get());
    QPointer<Number> second = new Number(owner.get());
    int ends = 0;
    second->onFinished(this, [&ends](const Result<int> &) { ++ends; });
    first->onFinished(this, [&](const Result<int> &) {
        ++ends;
        first->cancel();
        second->cancel();
        delete second;
    });
    first->settle(1);
    QTRY_COMPARE(ends, 2);
    QVERIFY(!second);
}

void TestOperation::resultsMapAndChain()
{
    const Result<int> good = 4;
    const Result<int> bad = ApiError::protocol(QStringLiteral("here"));
    const auto half = [](int n) -> Result<int> {
        return n % 2 == 0 ? Result<int>(n / 2)
                          : Result<int>(ApiError::storage(QStringLiteral("odd")));
    };
    QCOMPARE(good.map([](int n) { return n + 1; }).value(), 5);
    QCOMPARE(good.andThen(half).andThen(half).value(), 1);
    QCOMPARE(good.andThen(half).andThen(half).andThen(half).error().detail, QStringLiteral("odd"));
    QCOMPARE(bad.map([](int n) { return n + 1; }).error().detail, QStringLiteral("here"));
    QCOMPARE(bad.andThen(half).error().detail, QStringLiteral("here"));
    QVERIFY(static_cast<bool>(good));
    QVERIFY(!bad);
}

void TestOperation::theSystemClockCallsBack()
{
    SystemClock clock;
    bool wasCalled = false;
    bool wasGoneCalled = false;
    {
        QObject gone;
        clock.after(0ms, &gone, [&wasGoneCalled] { wasGoneCalled = true; });
    }
    const auto before = clock.steady();
    clock.after(1ms, this, [&wasCalled] { wasCalled = true; });
    QVERIFY(!wasCalled);
    QTRY_VERIFY(wasCalled);
    QVERIFY(!wasGoneCalled);
    QVERIFY(clock.steady() >= before + 1ms);
    QCOMPARE(clock.now().timeSpec(), Qt::UTC);
}

void TestOperation::theFakeClockFiresInOrder()
{
    FakeClock clock;
    const QDateTime start = clock.now();
    QStringList fired;
    clock.after(20ms, this, [&] { fired.append(QStringLiteral("b")); });
    clock.after(10ms, this, [&] {
        fired.append(QStringLiteral("a"));
        clock.after(5ms, this, [&] { fired.append(QStringLiteral("nested")); });
    });
    clock.advance(9ms);
    QVERIFY(fired.isEmpty());
    QCOMPARE(clock.pending(), 2);
    clock.advance(11ms);
    QCOMPARE(fired,
             (QStringList{QStringLiteral("a"), QStringLiteral("nested"), QStringLiteral("b")}));
    QCOMPARE(start.msecsTo(clock.now()), 20);
}

QTEST_GUILESS_MAIN(TestOperation)
#include "tst_operation.moc"
