// SPDX-License-Identifier: MIT
// How quickly a run gets on, and how long it still takes.
#include "core/service/runpace.h"

#include <QtTest/QTest>

using namespace roster;
using namespace std::chrono_literals;

class TestRunPace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsNothingAtFirst();
    void tellsTheLastTenSeconds();
    void slowsDownWhileItWaits();
    void isRightFromTheFirstSecond();
    void roundsTimeUp();
    void tellsAnyRate();
};

void TestRunPace::knowsNothingAtFirst()
{
    RunPace pace;
    pace.settled(5s);
    QCOMPARE(pace.rate(60s), 0.0);
    QVERIFY(!pace.timeLeft(10, 60s));
    pace.started(60s);
    pace.settled(60s + 100ms);
    QCOMPARE(pace.rate(60s + 999ms), 0.0);
    QVERIFY(!pace.timeLeft(10, 60s + 999ms));
}

void TestRunPace::tellsTheLastTenSeconds()
{
    RunPace pace;
    pace.started(0s);
    // Ten a second for half a minute, then forty.
    for (int i = 0; i < 300; ++i)
        pace.settled(i * 100ms);
    QVERIFY(qAbs(pace.rate(30s) - 10) < 0.3);
    for (int i = 0; i < 400; ++i)
        pace.settled(30s + i * 25ms);
    QVERIFY(qAbs(pace.rate(40s) - 40) < 0.8);
    QVERIFY(qAbs(double(pace.timeLeft(4000, 40s)->count()) - 100) <= 2);
}

void TestRunPace::slowsDownWhileItWaits()
{
    RunPace pace;
    pace.started(0s);
    for (int i = 0; i < 100; ++i)
        pace.settled(i * 100ms);
    const double before = pace.rate(10s);
    QVERIFY(pace.rate(15s) < before * 0.6);
    QCOMPARE(pace.rate(21s), 0.0);
    QVERIFY(!pace.timeLeft(10, 21s));
}

void TestRunPace::isRightFromTheFirstSecond()
{
    RunPace pace;
    pace.started(100s);
    for (int i = 0; i < 200; ++i)
        pace.settled(100s + i * 10ms);
    QVERIFY(qAbs(pace.rate(102s) - 100) < 1);
}

void TestRunPace::roundsTimeUp()
{
    RunPace pace;
    pace.started(0s);
    for (int i = 0; i < 20; ++i)
        pace.settled(i * 100ms);
    QCOMPARE(pace.timeLeft(15, 2s), std::optional(2s));
    QCOMPARE(pace.timeLeft(0, 2s), std::optional(0s));
}

void TestRunPace::tellsAnyRate()
{
    RunPace pace;
    pace.started(0s);
    for (int i = 0; i < 1'000'000; ++i)
        pace.settled(i * 1ms);
    QVERIFY(qAbs(pace.rate(1000s) - 1000) < 12);
}

QTEST_GUILESS_MAIN(TestRunPace)
#include "tst_runpace.moc"
