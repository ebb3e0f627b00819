// SPDX-License-Identifier: MIT
#include "core/sandbox/ratewindow.h"

#include <QTest>

using roster::sandbox::RateWindow;

class TestRateWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsDownAndRefuses();
    void beginsAnewAtTenSecondBoundaries();
    void zeroIsNoLimit();
    void theLimitMayChangeWithinAWindow();
};

void TestRateWindow::countsDownAndRefuses()
{
    RateWindow window(2);
    const qint64 now = 1'736'942'403'250;
    const auto first = window.take(now);
    QVERIFY(first.isAllowed);
    QCOMPARE(first.limit, 2);
    QCOMPARE(first.remaining, 1);
    QCOMPARE(first.resetsAt, qint64(1'736'942'410));
    QCOMPARE(window.take(now + 1).remaining, 0);
    const auto third = window.take(now + 2);
    QVERIFY(!third.isAllowed);
    QCOMPARE(third.remaining, 0);
    QCOMPARE(third.resetsAt, qint64(1'736'942'410));
}

void TestRateWindow::beginsAnewAtTenSecondBoundaries()
{
    RateWindow window(1);
    QVERIFY(window.take(1'736'942'409'999).isAllowed);
    QVERIFY(!window.take(1'736'942'409'999).isAllowed);
    const auto next = window.take(1'736'942'410'000);
    QVERIFY(next.isAllowed);
    QCOMPARE(next.resetsAt, qint64(1'736'942'420));
}

void TestRateWindow::zeroIsNoLimit()
{
    RateWindow window(0);
    for (int i = 0; i < 5000; ++i) {
        const auto verdict = window.take(0);
        QVERIFY(verdict.isAllowed);
        QCOMPARE(verdict.limit, 0);
    }
}

void TestRateWindow::theLimitMayChangeWithinAWindow()
{
    RateWindow window(3);
    QVERIFY(window.take(5).isAllowed);
    QVERIFY(window.take(5).isAllowed);
    window.setLimit(2);
    QVERIFY(!window.take(5).isAllowed);
    window.setLimit(4);
    QCOMPARE(window.take(5).remaining, 1);
}

QTEST_GUILESS_MAIN(TestRateWindow)
#include "tst_ratewindow.moc"
