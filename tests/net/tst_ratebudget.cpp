// SPDX-License-Identifier: MIT
#include "core/net/callledger.h"
#include "core/net/ratebudget.h"
#include "core/net/serverclock.h"
#include "tests/support/scriptedtransport.h"

#include <QtTest/QTest>

using namespace roster;
using namespace std::chrono_literals;
using Millis = std::chrono::milliseconds;

namespace {

const qint64 Wall = 1'700'000'000;

//! An answer with the headers of the rate limit.
HttpResponse limited(int remaining, qint64 reset, int status = 200, int limit = 100)
{
    return told(status, "{}",
                {{"X-RateLimit-Limit", QByteArray::number(limit)},
                 {"X-RateLimit-Remaining", QByteArray::number(remaining)},
                 {"X-RateLimit-Reset", QByteArray::number(reset)}});
}

//! A call and its answer, when the server's clock is the wall's.
void ask(RateBudget &budget, const HttpResponse &answer, Millis sentAt = 0ms, Millis now = 0ms,
         Millis extra = 0ms)
{
    const RateBudget::Call call = budget.sent(sentAt);
    budget.observe(call, answer, now, Wall + now.count() / 1000, extra);
}

//! What the lane may send at once.
int free(RateBudget budget, Lane lane, Millis now)
{
    int count = 0;
    while (count < 10'000 && budget.earliest(lane, now) <= now) {
        budget.sent(now);
        ++count;
    }
    return count;
}

} // namespace

class TestRateBudget : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void serverClockNarrows();
    void serverClockStartsOver();
    void ledger();
    void isFreeUntilTold();
    void countsDown();
    void answersThatOvertookTellNothing();
    void othersTakeTheirPart();
    void ignoresAnOlderWindow();
    void chargesWhatIsUnderWay();
    void givesBackWhatCountedBefore();
    void goesOnToTheNextWindow();
    void oneThatIsNotOverYetIsBelieved();
    void aClockSetBackIsBelieved();
    void distrustsAClockGoneWrong();
    void lostCallsStayCharged();
    void anUnknownLimitDoesNotLastForEver();
    void aLimitThatIsGoneIsForgotten();
    void startsOver();
    void reserve_data();
    void reserve();
    void gap_data();
    void gap();
    void blocksOfOneBurstCountOnce();
    void aBlockNeverShrinks();
    void aBlockLastsABitLonger();
};

void TestRateBudget::serverClockNarrows()
{
    ServerClock clock;
    QVERIFY(!clock.isKnown());
    // The server's clock is at 100.7 s when ours is at 1 s; a trip takes 20 ms there and back.
    clock.observe(100, 1000ms, 1040ms);
    QVERIFY(clock.isKnown());
    QCOMPARE(clock.surelyReached(110), 11'040ms);
    for (Millis at = 1100ms; at < 2000ms; at += 10ms)
        clock.observe((99'700ms + at + 20ms) / 1000ms, at, at + 40ms);
    // 110 is really there at 10.3 s.
    QCOMPARE(clock.surelyReached(110), 10'320ms);
}

void TestRateBudget::serverClockStartsOver()
{
    ServerClock clock;
    clock.observe(100, 0ms, 40ms);
    clock.observe(3700, 100ms, 140ms);
    QCOMPARE(clock.surelyReached(3710), 10'140ms);
}

void TestRateBudget::ledger()
{
    CallLedger ledger;
    const quint64 first = ledger.sent();
    const quint64 second = ledger.sent();
    ledger.ended(first);
    QCOMPARE(ledger.open(), 1);
    QCOMPARE(ledger.charged(), 2);
    ledger.startWindow();
    const quint64 third = ledger.sent();
    QCOMPARE(ledger.charged(), 2);
    QCOMPARE(ledger.chargedUpTo(first), 0);
    QCOMPARE(ledger.chargedUpTo(second), 1);
    QCOMPARE(ledger.chargedUpTo(third), 2);
    ledger.disown(second);
    QCOMPARE(ledger.charged(), 1);
    QCOMPARE(ledger.open(), 2);
    ledger.clear();
    QCOMPARE(ledger.open(), 0);
    QCOMPARE(ledger.sent(), third + 1);
}

void TestRateBudget::isFreeUntilTold()
{
    RateBudget budget;
    ask(budget, told(200), 0ms, 10ms);
    QCOMPARE(free(budget, Lane::Bulk, 20ms), 10'000);
    QCOMPARE(budget.reserve(), 0);
    QCOMPARE(budget.gap(20ms).count(), 0.0);
    QVERIFY(!budget.blockedUntil(20ms));
}

void TestRateBudget::countsDown()
{
    RateBudget budget;
    ask(budget, limited(7, Wall + 11), 0ms, 1000ms);
    QCOMPARE(budget.reserve(), 2);
    QCOMPARE(free(budget, Lane::Bulk, 1000ms), 5);
    QCOMPARE(free(budget, Lane::Background, 1000ms), 5);
    QCOMPARE(free(budget, Lane::Interactive, 1000ms), 7);
    for (int i = 0; i < 5; ++i)
        budget.sent(1000ms);
    QCOMPARE(budget.earliest(Lane::Bulk, 1000ms), 11'000ms);
    QCOMPARE(budget.earliest(Lane::Interactive, 1000ms), 1000ms);
    budget.sent(1000ms);
    budget.sent(1000ms);
    QCOMPARE(budget.earliest(Lane::Interactive, 1000ms), 11'000ms);
    QCOMPARE(budget.earliest(Lane::Bulk, 11'000ms), 11'000ms);
    // Using up the window is planned; nobody has been refused.
    QVERIFY(!budget.blockedUntil(1000ms));
}

void TestRateBudget::answersThatOvertookTellNothing()
{
    RateBudget budget;
    const RateBudget::Call first = budget.sent(0ms);
    const RateBudget::Call second = budget.sent(0ms);
    const RateBudget::Call third = budget.sent(0ms);
    budget.observe(third, limited(97, Wall + 10), 50ms, Wall);
    QCOMPARE(free(budget, Lane::Interactive, 50ms), 97);
    budget.observe(first, limited(99, Wall + 10), 60ms, Wall);
    budget.observe(second, limited(98, Wall + 10), 60ms, Wall);
    QCOMPARE(free(budget, Lane::Interactive, 60ms), 97);
}

void TestRateBudget::othersTakeTheirPart()
{
    RateBudget budget;
    ask(budget, limited(99, Wall + 10));
    const RateBudget::Call call = budget.sent(0ms);
    const RateBudget::Call later = budget.sent(0ms);
    // Two are ours, so eight were somebody else's; what we sent later is not in it.
    budget.observe(call, limited(90, Wall + 10), 0ms, Wall);
    QCOMPARE(free(budget, Lane::Interactive, 0ms), 89);
    budget.observe(later, limited(89, Wall + 10), 0ms, Wall);
    QCOMPARE(free(budget, Lane::Interactive, 0ms), 89);
    ask(budget, limited(0, Wall + 10));
    QCOMPARE(budget.earliest(Lane::Interactive, 0ms), 10'000ms);
}

void TestRateBudget::ignoresAnOlderWindow()
{
    RateBudget budget;
    const RateBudget::Call old = budget.sent(0ms);
    ask(budget, limited(90, Wall + 20), 0ms, 0ms);
    const int before = free(budget, Lane::Interactive, 0ms);
    budget.observe(old, limited(0, Wall + 10), 0ms, Wall);
    // It had been charged to the new one, in case.
    QCOMPARE(free(budget, Lane::Interactive, 0ms), before + 1);
}

void TestRateBudget::chargesWhatIsUnderWay()
{
    RateBudget budget;
    const RateBudget::Call first = budget.sent(0ms);
    for (int i = 0; i < 3; ++i)
        budget.sent(0ms);
    // Nine are left as the server sees it, but three of ours have not got there yet.
    budget.observe(first, limited(9, Wall + 10), 0ms, Wall);
    QCOMPARE(free(budget, Lane::Interactive, 0ms), 6);
    QCOMPARE(free(budget, Lane::Bulk, 0ms), 4);
}

void TestRateBudget::givesBackWhatCountedBefore()
{
    RateBudget budget;
    ask(budget, limited(99, Wall + 10));
    QList<RateBudget::Call> open;
    for (int i = 0; i < 10; ++i)
        open.append(budget.sent(9900ms));
    const RateBudget::Call first = budget.sent(10'050ms);
    budget.observe(first, limited(99, Wall + 20), 10'100ms, Wall + 10);
    QCOMPARE(free(budget, Lane::Interactive, 10'100ms), 89);
    for (int i = 0; i < 10; ++i)
        budget.observe(open.at(i), limited(89 - i, Wall + 10), 10'100ms, Wall + 10);
    QCOMPARE(free(budget, Lane::Interactive, 10'100ms), 99);
}

void TestRateBudget::goesOnToTheNextWindow()
{
    RateBudget budget;
    ask(budget, limited(10, Wall + 10));
    for (int i = 0; i < 10; ++i)
        budget.sent(9000ms);
    QCOMPARE(budget.earliest(Lane::Interactive, 9999ms), 10'000ms);
    // Nobody has told of the next one; what is under way may count in it.
    QCOMPARE(free(budget, Lane::Interactive, 10'000ms), 90);
    QCOMPARE(free(budget, Lane::Bulk, 10'000ms), 88);
    for (int i = 0; i < 90; ++i)
        budget.sent(12'000ms);
    QCOMPARE(budget.earliest(Lane::Interactive, 12'000ms), 20'000ms);
    QCOMPARE(budget.earliest(Lane::Interactive, 47'000ms), 50'000ms);
}

void TestRateBudget::oneThatIsNotOverYetIsBelieved()
{
    RateBudget budget;
    ask(budget, limited(50, Wall + 10));
    // By the server's clock it is over, and still it counts in it: its windows end later.
    ask(budget, limited(2, Wall + 10), 10'500ms, 10'520ms);
    QCOMPARE(free(budget, Lane::Interactive, 10'520ms), 2);
    budget.sent(10'520ms);
    budget.sent(10'520ms);
    QCOMPARE(budget.earliest(Lane::Interactive, 10'520ms), 10'550ms);
    ask(budget, limited(0, Wall + 20), 10'600ms, 10'620ms);
    QCOMPARE(budget.earliest(Lane::Interactive, 10'620ms), 20'550ms);
}

void TestRateBudget::aClockSetBackIsBelieved()
{
    RateBudget budget;
    ask(budget, limited(50, Wall + 10));
    const RateBudget::Call call = budget.sent(10'100ms);
    HttpResponse answer = limited(5, Wall - 3590);
    answer.headers += {{"Date", "Tue, 14 Nov 2023 21:13:21 GMT"}};
    budget.observe(call, answer, 10'100ms, Wall + 10);
    QCOMPARE(free(budget, Lane::Interactive, 10'100ms), 5);
    QCOMPARE(budget.earliest(Lane::Interactive, 10'100ms), 10'100ms);
}

void TestRateBudget::distrustsAClockGoneWrong()
{
    RateBudget budget;
    ask(budget, limited(0, Wall + 90'000));
    QCOMPARE(budget.earliest(Lane::Interactive, 0ms), 60'000ms);
    RateBudget past;
    ask(past, limited(0, Wall - 90'000), 0ms, 5ms);
    QCOMPARE(past.earliest(Lane::Interactive, 5ms), 5ms);
}

void TestRateBudget::lostCallsStayCharged()
{
    RateBudget budget;
    budget.lost(budget.sent(0ms));
    ask(budget, limited(99, Wall + 10));
    // Before a window was known nothing was counted; in a window the server may have counted it.
    QCOMPARE(free(budget, Lane::Interactive, 0ms), 99);
    budget.lost(budget.sent(0ms));
    QCOMPARE(free(budget, Lane::Interactive, 0ms), 98);
}

void TestRateBudget::anUnknownLimitDoesNotLastForEver()
{
    RateBudget budget;
    // Nothing is left, and of how much is not said.
    const HttpResponse answer =
        told(200, "{}",
             {{"X-RateLimit-Remaining", "0"}, {"X-RateLimit-Reset", QByteArray::number(Wall + 5)}});
    ask(budget, answer);
    QVERIFY(budget.earliest(Lane::Bulk, 1000ms) > 1000ms);
    QCOMPARE(budget.earliest(Lane::Bulk, 9000ms), 9000ms);
    budget.sent(9000ms);
    QCOMPARE(budget.earliest(Lane::Interactive, 9100ms), 9100ms);
}

void TestRateBudget::aLimitThatIsGoneIsForgotten()
{
    RateBudget budget;
    ask(budget, limited(0, Wall + 9, 200, 1));
    QVERIFY(budget.earliest(Lane::Bulk, 1000ms) > 1000ms);
    // A proxy's error tells nothing of it; an answer of Intercom's does, by what it lacks.
    ask(budget, told(502), 1000ms, 1050ms);
    QVERIFY(budget.earliest(Lane::Bulk, 1100ms) > 1100ms);
    ask(budget, told(200), 1100ms, 1150ms);
    QCOMPARE(budget.earliest(Lane::Bulk, 1200ms), 1200ms);
    QVERIFY(budget.perSecond() > 100);
}

void TestRateBudget::startsOver()
{
    RateBudget budget;
    const RateBudget::Call old = budget.sent(0ms);
    ask(budget, limited(0, Wall + 10));
    budget.startOver();
    QCOMPARE(budget.earliest(Lane::Bulk, 0ms), 0ms);
    ask(budget, limited(50, Wall + 10));
    // What another token began is none of this one's calls.
    budget.lost(old);
    QCOMPARE(free(budget, Lane::Interactive, 0ms), 50);
}

void TestRateBudget::reserve_data()
{
    QTest::addColumn<int>("limit");
    QTest::addColumn<int>("reserve");
    QTest::newRow("0") << 0 << 0;
    QTest::newRow("1") << 1 << 0;
    QTest::newRow("2") << 2 << 1;
    QTest::newRow("83") << 83 << 2;
    QTest::newRow("167") << 167 << 4;
    QTest::newRow("1667") << 1667 << 20;
}

void TestRateBudget::reserve()
{
    QFETCH(int, limit);
    QFETCH(int, reserve);
    RateBudget budget;
    ask(budget, limited(1, Wall, 200, limit));
    QCOMPARE(budget.reserve(), reserve);
}

void TestRateBudget::gap_data()
{
    QTest::addColumn<int>("remaining");
    QTest::addColumn<Millis>("now");
    QTest::addColumn<double>("gap");
    QTest::newRow("at the beginning") << 102 << 0ms << 90.0;
    QTest::newRow("in the middle") << 102 << 5000ms << 40.0;
    QTest::newRow("little left") << 3 << 0ms << 9000.0;
    QTest::newRow("nothing left") << 2 << 0ms << 0.0;
    QTest::newRow("the last second") << 102 << 9000ms << 0.0;
    // Over before anybody told of the next one: a hundred and three, less two.
    QTest::newRow("the next window") << 50 << 10'000ms << 9000.0 / 101;
}

void TestRateBudget::gap()
{
    QFETCH(int, remaining);
    QFETCH(Millis, now);
    QFETCH(double, gap);
    RateBudget budget;
    ask(budget, limited(remaining, Wall + 10, 200, 103));
    QCOMPARE(budget.gap(now).count(), gap);
}

void TestRateBudget::blocksOfOneBurstCountOnce()
{
    RateBudget budget;
    QList<RateBudget::Call> burst;
    for (int i = 0; i < 5; ++i)
        burst.append(budget.sent(0ms));
    for (int i = 0; i < 5; ++i)
        budget.observe(burst.at(i), told(429), 100ms + i * 10ms, Wall);
    QCOMPARE(budget.blockedUntil(150ms), 1100ms);
    QVERIFY(!budget.blockedUntil(1100ms));
    ask(budget, told(429), 1100ms, 1200ms);
    QCOMPARE(budget.blockedUntil(1200ms), 3200ms);
    ask(budget, told(200), 3200ms, 3300ms);
    ask(budget, told(429), 3400ms, 3500ms);
    QCOMPARE(budget.blockedUntil(3500ms), 4500ms);
}

void TestRateBudget::aBlockLastsABitLonger()
{
    RateBudget told30;
    ask(told30, told(429, "{}", {{"Retry-After", "30"}}), 0ms, 0ms, 120ms);
    QCOMPARE(told30.earliest(Lane::Interactive, 0ms), 30'120ms);
    RateBudget blind;
    ask(blind, told(429), 0ms, 0ms, 120ms);
    QCOMPARE(blind.earliest(Lane::Interactive, 0ms), 1120ms);
    RateBudget fine;
    ask(fine, told(200), 0ms, 0ms, 120ms);
    QCOMPARE(fine.earliest(Lane::Interactive, 0ms), 0ms);
}

void TestRateBudget::aBlockNeverShrinks()
{
    RateBudget budget;
    ask(budget, told(429, "{}", {{"Retry-After", "30"}}));
    ask(budget, told(429, "{}", {{"Retry-After", "1"}}));
    QCOMPARE(budget.earliest(Lane::Interactive, 0ms), 30'000ms);
    RateBudget shortest;
    ask(shortest, told(429, "{}", {{"Retry-After", "0"}}));
    QCOMPARE(shortest.earliest(Lane::Interactive, 0ms), 1000ms);
}

QTEST_APPLESS_MAIN(TestRateBudget)
#include "tst_ratebudget.moc"
