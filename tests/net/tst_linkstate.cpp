// SPDX-License-Identifier: MIT
#include "core/net/linkstate.h"
#include "tests/support/scriptedtransport.h"

#include <QtTest/QTest>

using namespace roster;
using namespace std::chrono_literals;
using Gate = LinkState::Gate;

//! A server that is down, told from one request that fails by itself.
class TestLinkState : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneFailureIsOnes();
    void twoInARowAreTheServers();
    void probesAreFurtherAndFurtherApart();
    void anAnswerEndsIt();
    void onlyBulkWorkWaits();
};

void TestLinkState::oneFailureIsOnes()
{
    LinkState link;
    QVERIFY(!link.serverFailed(false, 0ms));
    link.answered(told(200, "{}"), link.tokenTurn());
    QVERIFY(!link.serverFailed(false, 100ms));
    QCOMPARE(link.gate(Lane::Bulk, 100ms), Gate::Open);
}

void TestLinkState::twoInARowAreTheServers()
{
    LinkState link;
    QVERIFY(!link.serverFailed(false, 0ms));
    // That it answers at all is no news.
    link.answered(told(503, "{}"), link.tokenTurn());
    QVERIFY(link.serverFailed(false, 10ms));
    QVERIFY(link.isServerDown() && !link.isOffline());
    QCOMPARE(link.gate(Lane::Bulk, 20ms), Gate::Server);
    QCOMPARE(link.probeAt(), 1010ms);
    QCOMPARE(link.gate(Lane::Bulk, 1010ms), Gate::Open);
}

void TestLinkState::probesAreFurtherAndFurtherApart()
{
    LinkState link;
    link.serverFailed(false, 0ms);
    link.serverFailed(false, 0ms);
    QList<qint64> waits;
    for (int i = 0; i < 7; ++i) {
        const auto at = link.probeAt();
        QVERIFY(link.needsProbe(Lane::Bulk));
        link.probeStarted();
        QCOMPARE(link.gate(Lane::Bulk, at + 1ms), Gate::Server);
        // What was under way beside it is no further news.
        link.serverFailed(false, at + 1ms);
        link.probeEnded();
        link.serverFailed(true, at);
        waits.append((link.probeAt() - at).count());
    }
    QCOMPARE(waits, (QList<qint64>{2000, 4000, 8000, 16'000, 30'000, 30'000, 30'000}));
    link.probeNow(50ms);
    QCOMPARE(link.gate(Lane::Bulk, 50ms), Gate::Open);
}

void TestLinkState::anAnswerEndsIt()
{
    LinkState link;
    link.serverFailed(false, 0ms);
    link.serverFailed(false, 0ms);
    link.probeStarted();
    link.answered(told(404, "{}"), link.tokenTurn());
    QVERIFY(!link.isServerDown() && !link.isProbing());
    QCOMPARE(link.gate(Lane::Bulk, 0ms), Gate::Open);
    QVERIFY(!link.serverFailed(false, 10ms));
}

void TestLinkState::onlyBulkWorkWaits()
{
    LinkState link;
    link.serverFailed(false, 0ms);
    link.serverFailed(false, 0ms);
    QCOMPARE(link.gate(Lane::Background, 10ms), Gate::Open);
    QVERIFY(!link.needsProbe(Lane::Background));
    link.unconnected(false, 10ms);
    QCOMPARE(link.gate(Lane::Background, 20ms), Gate::Connection);
    QCOMPARE(link.gate(Lane::Bulk, 20ms), Gate::Connection);
    QCOMPARE(link.gate(Lane::Interactive, 20ms), Gate::Open);
}

QTEST_GUILESS_MAIN(TestLinkState)
#include "tst_linkstate.moc"
