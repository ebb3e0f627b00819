// SPDX-License-Identifier: MIT
// Runs that wait by themselves and say why, and a journal that cannot be written.
#include "core/service/batchhistory.h"
#include "core/service/bulkrun.h"
#include "core/service/contactservice.h"
#include "core/store/freshness.h"
#include "core/store/statementhook.h"
#include "core/store/storeerror.h"
#include "tests/service/bulkoracle.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace roster;
using namespace roster::test;
using sandbox::FaultAction;

namespace {

using Kind = BulkAction::Kind;
using Reason = RunHold::Reason;

const QString AnyArchive = u"/contacts/*/archive"_s;
constexpr int Total = 30;

//! Lets writes fail: those with a word in them while broken, and each so-many-th of the journal's.
class FailingWrites final : public StatementHook
{
public:
    std::atomic<bool> isBroken = false;
    std::atomic<bool> isStoreBroken = false;
    //! Of the writes of contacts and journal.
    std::atomic<int> failingNth = 0;
    std::atomic<int> failingEvery = 0;
    std::atomic<int> failures = 0;

    bool allows(const QString &sql) override
    {
        const bool isOutcome = sql.startsWith(u"UPDATE entries"_s);
        const bool isJournal = isOutcome || sql.startsWith(u"INSERT INTO batches"_s) ||
                               sql.startsWith(u"INSERT OR IGNORE INTO entries"_s) ||
                               sql.startsWith(u"DELETE FROM contacts"_s);
        const int at = isJournal ? ++m_seen : 0;
        const int every = failingEvery;
        const bool isFailing = (isOutcome && isBroken) ||
                               (sql.startsWith(u"DELETE FROM contacts"_s) && isStoreBroken) ||
                               (isJournal && at == failingNth) ||
                               (isJournal && every > 0 && at % every == 0);
        failures += isFailing ? 1 : 0;
        return !isFailing;
    }
    void restart()
    {
        isBroken = false;
        isStoreBroken = false;
        failingNth = 0;
        failingEvery = 0;
        failures = 0;
        m_seen = 0;
    }

private:
    std::atomic<int> m_seen = 0;
};

} // namespace

class TestBulkHolds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { start({}); }
    void cleanup();

    void saysWhyItWaits_data();
    void saysWhyItWaits();
    void saysThatItIsOffline();
    void pausedIsNotHeld();
    void tellsRateAndTimeLeft();
    void stopsWhileItWaits();
    void stopsWhatIsRefusedAfterIt();
    void tellsWhatARestoreWaitsFor();
    void pauseOutlastsTheLimit();
    void waitsForAServerThatIsDown();
    void oneThatAlwaysFailsDoesNotHoldTheRun();
    void brokenJournalHoldsTheRun();
    void brokenJournalIsTriedAgainByItself();
    void stopsWithABrokenJournal();
    void brokenStoreHoldsTheRun();
    void everyJournalWriteFailsInTurn();
    void manyJournalWritesFail_data();
    void manyJournalWritesFail();

private:
    void start(SessionOptions options);
    SessionFixture &f() { return *m_fixture; }
    static bool isHeldBy(const BulkRun *run, Reason reason)
    {
        return run->hold() && run->hold()->reason == reason;
    }

    FailingWrites m_hook;
    QTemporaryDir m_dir;
    std::unique_ptr<SessionFixture> m_fixture;
    std::unique_ptr<BulkOracle> m_oracle;
    QList<BulkTarget> m_targets;
};

void TestBulkHolds::start(SessionOptions options)
{
    m_hook.restart();
    m_oracle.reset();
    m_fixture.reset();
    options.sandboxFile = m_dir.filePath(u"sandbox.sqlite"_s);
    QFile::remove(options.sandboxFile);
    options.speed = options.speed == 1 ? 50 : options.speed;
    options.contacts = 40;
    options.hook = &m_hook;
    m_fixture = std::make_unique<SessionFixture>(options);
    m_oracle = std::make_unique<BulkOracle>(f(), options.sandboxFile);
    m_targets = f().targets(Total, 4);
}

void TestBulkHolds::cleanup()
{
    m_hook.restart();
    if (!QTest::currentTestFailed()) {
        f().setFaults({});
        QCOMPARE(f().disagreements(), QString());
        QCOMPARE(m_oracle->disagreements(m_targets), QString());
    }
    m_oracle.reset();
    m_fixture.reset();
}

void TestBulkHolds::saysWhyItWaits_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("retryAfter");
    QTest::addColumn<Reason>("reason");
    QTest::newRow("429") << 429 << "30"_ba << Reason::RateLimit;
    QTest::newRow("503") << 503 << "30"_ba << Reason::Retry;
    QTest::newRow("401") << 401 << QByteArray() << Reason::Token;
}

void TestBulkHolds::saysWhyItWaits()
{
    QFETCH(int, status);
    QFETCH(QByteArray, retryAfter);
    QFETCH(Reason, reason);
    f().sandbox()->setToken({});
    // Whatever is sent is refused, so that nothing gets on.
    auto rule = statusFault("POST", AnyArchive, status, 1, 1000);
    if (!retryAfter.isEmpty())
        rule.headers = {{"Retry-After", retryAfter}};
    f().setFaults({rule});
    BulkRun *run = f().service().runBulk({}, m_targets);
    QSignalSpy changed(run, &BulkRun::holdChanged);
    QTRY_VERIFY(isHeldBy(run, reason));
    QCOMPARE(run->hold()->until.isValid(), reason != Reason::Token);
    if (reason != Reason::Token)
        QVERIFY(f().clock().now() < run->hold()->until);
    QVERIFY(!run->timeLeft());
    QVERIFY(!run->isPaused());
    f().setFaults({});
    if (reason == Reason::Token)
        f()->setToken("second-token");
    QCOMPARE(SessionFixture::reportOf(run).succeeded(), Total);
    QVERIFY(!run->hold());
    QVERIFY(changed.count() >= 2);
}

void TestBulkHolds::saysThatItIsOffline()
{
    f().sandbox()->refuseConnections(true);
    BulkRun *run = f().service().runBulk({}, m_targets);
    QTRY_VERIFY(isHeldBy(run, Reason::Offline));
    QVERIFY(run->hold()->until.isValid());
    f().sandbox()->refuseConnections(false);
    f()->retryNow();
    QCOMPARE(SessionFixture::reportOf(run).succeeded(), Total);
    QVERIFY(!run->hold());
}

void TestBulkHolds::pausedIsNotHeld()
{
    f().setFaults({statusFault("POST", AnyArchive, 401, 1, 1000)});
    BulkRun *run = f().service().runBulk({}, m_targets);
    QTRY_VERIFY(isHeldBy(run, Reason::Token));
    run->pause();
    QVERIFY(!run->hold());
    f().setFaults({});
    run->resume();
    f()->setToken(f().sandbox().token());
    QCOMPARE(SessionFixture::reportOf(run).succeeded(), Total);
}

void TestBulkHolds::tellsRateAndTimeLeft()
{
    start({.speed = 10});
    // One that takes its time, so that the run is there to be looked at.
    auto slow = fault("POST", u"/contacts/"_s + m_targets.constLast().id.text() + u"/archive"_s,
                      FaultAction::Delay);
    slow.delayMs = 1500;
    f().setFaults({slow});
    BulkRun *run = f().service().runBulk({}, m_targets);
    QCOMPARE(run->rate(), 0.0);
    QVERIFY(!run->timeLeft());
    QTRY_VERIFY(run->rate() > 0);
    QVERIFY(run->timeLeft());
    run->pause();
    QVERIFY(!run->timeLeft());
    run->resume();
    QCOMPARE(SessionFixture::reportOf(run).succeeded(), Total);
}

void TestBulkHolds::stopsWhileItWaits()
{
    auto rule = statusFault("POST", AnyArchive, 429, 6, 1000);
    rule.headers = {{"Retry-After", "600"}};
    f().setFaults({rule});
    BulkRun *run = f().service().runBulk({}, m_targets);
    QTRY_VERIFY(isHeldBy(run, Reason::RateLimit));
    // Ten minutes by its clock: stopping does not wait for them.
    const QDateTime before = f().clock().now();
    run->stop();
    const BulkReport report = SessionFixture::reportOf(run);
    QVERIFY(before.secsTo(f().clock().now()) < 300);
    QCOMPARE(report.succeeded(), 5);
    QCOMPARE(report.untouched.size(), Total - 5);
}

void TestBulkHolds::stopsWhatIsRefusedAfterIt()
{
    f().sandbox()->setLatency(20);
    f().setFaults({statusFault("POST", AnyArchive, 401, 2, 1000)});
    BulkRun *run = f().service().runBulk({}, m_targets);
    QObject context;
    QObject::connect(run, &BulkRun::itemSettled, &context, [run] { run->stop(); });
    const BulkReport report = SessionFixture::reportOf(run);
    QCOMPARE(report.failed(), 0);
    QVERIFY(report.succeeded() >= 1);
    QCOMPARE(report.settled.size() + report.untouched.size(), Total);
    QCOMPARE(f().applied("POST", AnyArchive), report.succeeded());
    f()->setToken(f().sandbox().token());
}

void TestBulkHolds::tellsWhatARestoreWaitsFor()
{
    // So fast that search is believed again soon about what was archived here.
    start({.speed = 500});
    QCOMPARE(SessionFixture::reportOf(f().service().runBulk({}, m_targets)).succeeded(), Total);
    // The contact is read after it was restored, and that is refused.
    f().setFaults({statusFault("GET", u"/contacts/*"_s, 401, 1, 1000)});
    BulkRun *run = f().service().runBulk({Kind::Restore, {}, {}}, m_targets);
    QTRY_VERIFY(isHeldBy(run, Reason::Token));
    run->stop();
    const BulkReport report = SessionFixture::reportOf(run);
    QCOMPARE(report.failed(), 0);
    QCOMPARE(report.settled.size() + report.untouched.size(), Total);
    QCOMPARE(f().applied("POST", u"/contacts/*/unarchive"_s), report.succeeded());
    f().setFaults({});
    f()->setToken(f().sandbox().token());
    const QDateTime later = f().clock().now().addSecs(searchLag.count() + 2);
    QTRY_VERIFY(f().clock().now() > later);
    QVERIFY(f().sweep());
}

void TestBulkHolds::pauseOutlastsTheLimit()
{
    auto rule = statusFault("POST", AnyArchive, 429, 3, 6);
    rule.headers = {{"Retry-After", "20"}};
    f().setFaults({rule});
    BulkRun *run = f().service().runBulk({}, m_targets);
    QTRY_VERIFY(isHeldBy(run, Reason::RateLimit));
    run->pause();
    const int sent = f().count("POST", AnyArchive);
    const QDateTime over = run->hold() ? run->hold()->until : f().clock().now().addSecs(25);
    QTRY_VERIFY(f().clock().now() > over.addSecs(5));
    QCOMPARE(f().count("POST", AnyArchive), sent);
    run->resume();
    QCOMPARE(SessionFixture::reportOf(run).succeeded(), Total);
}

void TestBulkHolds::waitsForAServerThatIsDown()
{
    f().setFaults({statusFault("*", u"/contacts/**"_s, 503, 4, 100'000)});
    BulkRun *run = f().service().runBulk({}, m_targets);
    QTRY_VERIFY(isHeldBy(run, Reason::Retry));
    // Five minutes by its clock: it tries whether the server works again, and no more.
    const QDateTime begin = f().clock().now();
    QTRY_VERIFY_WITH_TIMEOUT(begin.secsTo(f().clock().now()) > 300, 20'000);
    QVERIFY(isHeldBy(run, Reason::Retry));
    QVERIFY(run->failed() <= 1);
    const int asked = f().count("*", u"/contacts/**"_s);
    qInfo("%d calls of a server that was down", asked);
    QVERIFY(asked < Total * 4 + 30);
    f().setFaults({});
    f()->retryNow();
    const BulkReport report = SessionFixture::reportOf(run);
    QVERIFY(report.failed() <= 1);
    QCOMPARE(report.settled.size(), Total);
    QVERIFY(!run->hold());
    if (report.failed() == 1)
        QCOMPARE(
            SessionFixture::reportOf(f().service().runBulk({}, report.failedTargets())).succeeded(),
            1);
}

void TestBulkHolds::oneThatAlwaysFailsDoesNotHoldTheRun()
{
    QList<sandbox::FaultRule> rules;
    for (const int at : {Total - 2, Total - 1})
        rules.append(statusFault("POST", u"/contacts/%1/archive"_s.arg(m_targets.at(at).id.text()),
                                 500, 1, 100'000));
    f().setFaults(rules);
    const BulkReport report = SessionFixture::reportOf(f().service().runBulk({}, m_targets));
    QCOMPARE(report.succeeded(), Total - 2);
    QCOMPARE(report.failed(), 2);
}

void TestBulkHolds::brokenJournalHoldsTheRun()
{
    // So slowly that something is left when the journal is found out to be broken.
    start({.rateLimit = 60});
    f().sandbox()->setLatency(10);
    BulkRun *run = f().service().runBulk({}, m_targets);
    QObject context;
    QObject::connect(run, &BulkRun::itemSettled, &context, [this] { m_hook.isBroken = true; });
    QTRY_VERIFY(isHeldBy(run, Reason::Storage));
    QCOMPARE(run->hold()->error->kind, ErrorKind::Storage);
    const int sent = f().count("POST", AnyArchive);
    QVERIFY2(sent < Total, qPrintable(QString::number(sent)));
    // What is under way comes in; nothing else leaves.
    QTRY_COMPARE(run->done(), f().count("POST", AnyArchive));
    const int atRest = f().count("POST", AnyArchive);
    QTRY_VERIFY(m_hook.failures > 3);
    QCOMPARE(f().count("POST", AnyArchive), atRest);
    QVERIFY(!run->isFinished());
    QObject::disconnect(run, &BulkRun::itemSettled, &context, nullptr);
    m_hook.isBroken = false;
    run->resume();
    QCOMPARE(SessionFixture::reportOf(run).succeeded(), Total);
    QVERIFY(!run->hold());
}

void TestBulkHolds::brokenJournalIsTriedAgainByItself()
{
    m_hook.isBroken = true;
    BulkRun *run = f().service().runBulk({}, m_targets);
    QTRY_VERIFY(isHeldBy(run, Reason::Storage));
    m_hook.isBroken = false;
    QCOMPARE(SessionFixture::reportOf(run).succeeded(), Total);
}

void TestBulkHolds::stopsWithABrokenJournal()
{
    m_hook.isBroken = true;
    BulkRun *run = f().service().runBulk({}, m_targets);
    QTRY_VERIFY(isHeldBy(run, Reason::Storage));
    run->stop();
    const BulkReport report = SessionFixture::reportOf(run);
    QCOMPARE(report.settled.size() + report.untouched.size(), Total);
    m_hook.isBroken = false;
    // Nothing of it is known to have happened: the next start looks after all of it.
    f().close();
    f().open();
    const auto open = SessionFixture::resultOf(f()->batchHistory()->interrupted());
    QCOMPARE(open->size(), 1);
    QCOMPARE(open->constFirst().intended, Total);
    BulkRun *rest = *SessionFixture::resultOf(f()->batchHistory()->finish(open->at(0).id));
    QCOMPARE(SessionFixture::reportOf(rest).succeeded(), Total);
}

void TestBulkHolds::brokenStoreHoldsTheRun()
{
    m_hook.isStoreBroken = true;
    BulkRun *run = f().service().runBulk({}, m_targets);
    QTRY_VERIFY(isHeldBy(run, Reason::Storage));
    // The journal has what the store could not take in.
    QVERIFY(!f().archivedIds().isEmpty());
    m_hook.restart();
    QCOMPARE(SessionFixture::reportOf(run).succeeded(), Total);
}

void TestBulkHolds::everyJournalWriteFailsInTurn()
{
    const QList<BulkTarget> few = m_targets.mid(0, 8);
    int nth = 0;
    bool hasFailed = true;
    for (; hasFailed; ++nth) {
        QVERIFY(nth < 200);
        m_hook.restart();
        m_hook.failingNth = nth + 1;
        BulkRun *run = f().service().runBulk({}, few);
        const Result<BulkReport> report = SessionFixture::resultOf<BulkReport>(run);
        hasFailed = m_hook.failures > 0;
        m_hook.restart();
        if (!report) {
            // It could not be written down: nothing was sent.
            QCOMPARE(report.error().kind, ErrorKind::Storage);
            QCOMPARE(f().count("POST", AnyArchive), 0);
            QVERIFY(f().archivedIds().isEmpty());
            continue;
        }
        QCOMPARE(report->succeeded(), 8);
        QCOMPARE(f().count("POST", AnyArchive), 8);
        QCOMPARE(f().archivedIds().size(), 8);
        QCOMPARE(SessionFixture::reportOf(f().service().runBulk({Kind::Restore, {}, {}}, few))
                     .succeeded(),
                 8);
        f().sandbox()->clearSeen();
    }
    qInfo("%d writes failed, one in each run", nth - 1);
    QVERIFY(nth > 3 * 8);
}

void TestBulkHolds::manyJournalWritesFail_data()
{
    QTest::addColumn<int>("every");
    for (const int every : {13, 40, 64, 97})
        QTest::addRow("each %d.", every) << every;
}

void TestBulkHolds::manyJournalWritesFail()
{
    QFETCH(int, every);
    QPointer<BulkRun> run = f().service().runBulk({}, m_targets);
    // It must not end before the writes fail.
    run->pause();
    QTRY_VERIFY(run->batch() > 0);
    m_hook.failingEvery = every;
    run->resume();
    QTRY_VERIFY_WITH_TIMEOUT(!run || run->isFinished() || m_hook.failures > 4, 20'000);
    m_hook.restart();
    QTRY_VERIFY(!run);
    QCOMPARE(f().archivedIds().size(), Total);
}

QTEST_GUILESS_MAIN(TestBulkHolds)
#include "tst_bulkholds.moc"
