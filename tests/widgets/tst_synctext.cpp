// SPDX-License-Identifier: MIT
// What the top line says about how fresh the contacts are.
#include "ui/text/synctext.h"

#include <QtCore/QLocale>
#include <QtTest/QTest>

using namespace roster;
using Phase = SyncStatus::Phase;
using State = SyncStatus::State;

class TestSyncText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void saysWhatIsUnderWay_data();
    void saysWhatIsUnderWay();
    void aFailureSaysWhatHelps();
    void theNetworkIsToldWhileItLoads();
    void theLastRefreshIsTold();

private:
    static SyncStatus loading(Phase phase, int done = 0, int total = 0)
    {
        SyncStatus status;
        status.state = State::Loading;
        status.phase = phase;
        status.done = done;
        status.total = total;
        return status;
    }
};

void TestSyncText::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
}

void TestSyncText::saysWhatIsUnderWay_data()
{
    QTest::addColumn<SyncStatus>("status");
    QTest::addColumn<QString>("line");
    SyncStatus upToDate;
    upToDate.state = State::UpToDate;
    QTest::newRow("idle") << SyncStatus() << QString();
    QTest::newRow("first screen") << loading(Phase::FirstScreen) << QStringLiteral("Loading…");
    QTest::newRow("first load") << loading(Phase::Loading, 38'000, 100'000)
                                << QStringLiteral("Loading 38,000 of about 100,000");
    QTest::newRow("total not told")
        << loading(Phase::Loading, 38'000, 38'000) << QStringLiteral("Loading, 38,000 so far");
    QTest::newRow("refresh") << loading(Phase::Refreshing) << QStringLiteral("Refreshing…");
    QTest::newRow("lists") << loading(Phase::Completing, 40, 1203)
                           << QStringLiteral("Completing lists, 40 of 1,203");
    QTest::newRow("sweep") << loading(Phase::Sweeping, 5000, 100'000)
                           << QStringLiteral("Looking for deleted, 5,000 of 100,000");
    QTest::newRow("up to date") << upToDate << QStringLiteral("Up to date");
}

void TestSyncText::saysWhatIsUnderWay()
{
    QFETCH(SyncStatus, status);
    QFETCH(QString, line);
    QCOMPARE(syncText(status, {}).line, line);
}

void TestSyncText::aFailureSaysWhatHelps()
{
    SyncStatus status;
    status.state = State::Failed;
    status.done = status.total = 38'000;
    status.error = ApiError{};
    status.error->kind = ErrorKind::Server;
    const SyncText half = syncText(status, {});
    QCOMPARE(half.line, QStringLiteral("Not up to date"));
    QVERIFY2(half.detail.contains(QStringLiteral("38,000 contacts are here, but not all")),
             qPrintable(half.detail));
    status.isComplete = true;
    QVERIFY(!syncText(status, {}).detail.contains(QStringLiteral("not all")));
    QVERIFY(!syncText(status, {}).detail.isEmpty());
    status.error->kind = ErrorKind::Offline;
    QCOMPARE(syncText(status, {}).line, QStringLiteral("Offline"));
    status.error->kind = ErrorKind::Unauthorized;
    QCOMPARE(syncText(status, {}).line, QStringLiteral("Token not accepted"));
}

void TestSyncText::theNetworkIsToldWhileItLoads()
{
    const SyncStatus status = loading(Phase::Loading, 38'000, 100'000);
    const QString line = syncText(status, {}).line;
    const SyncText limited = syncText(status, {Reachability::State::Limited, {}});
    QCOMPARE(limited.line, line);
    QVERIFY(limited.detail.contains(QStringLiteral("no more calls")));
    QCOMPARE(syncText(status, {Reachability::State::Offline, {}}).line, QStringLiteral("Offline"));
    // What is not waited for is not hindered.
    SyncStatus upToDate;
    upToDate.state = State::UpToDate;
    QCOMPARE(syncText(upToDate, {Reachability::State::Limited, {}}), syncText(upToDate, {}));
}

void TestSyncText::theLastRefreshIsTold()
{
    SyncStatus status;
    status.state = State::UpToDate;
    status.finishedAt = QDateTime(QDate(2026, 11, 19), QTime(14, 2), Qt::LocalTime);
    QCOMPARE(syncText(status, {}).detail, QStringLiteral("Last refreshed at 19/11/2026 14:02."));
    status.incomplete = {12, 3};
    QVERIFY(syncText(status, {})
                .detail.startsWith(
                    QStringLiteral("Not all tags or companies of 12 contacts are known.")));
}

QTEST_GUILESS_MAIN(TestSyncText)
#include "tst_synctext.moc"
