// SPDX-License-Identifier: MIT
// Runs over many contacts: journal first, pause, stop, failures and facts.
#include "core/service/bulkrun.h"
#include "core/service/contactservice.h"
#include "core/service/undohistory.h"
#include "core/store/statementhook.h"
#include "core/store/writejournal.h"
#include "tests/service/factlog.h"
#include "tests/support/sessionfixture.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace roster;
using namespace roster::test;
using sandbox::FaultAction;

namespace {

using Kind = BulkAction::Kind;

const BulkAction Archive{Kind::Archive, {}, {}};
const QString AnyArchive = u"/contacts/*/archive"_s;
//! So many are under way at once whatever the latency: a test that counts them knows that none
//! comes later.
constexpr int FewestInFlight = 3;

//! Refuses what is written to the journal while it is told to.
class BrokenJournal final : public StatementHook
{
public:
    std::atomic<bool> isBroken = false;

    bool allows(const QString &sql) override
    {
        return !isBroken || !sql.contains(u"INSERT INTO batches"_s);
    }
};

QSet<ContactId> idsOf(const QList<BulkTarget> &targets)
{
    QSet<ContactId> ids;
    for (const BulkTarget &target : targets)
        ids.insert(target.id);
    return ids;
}

} // namespace

class TestBulkRun : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { start({}); }
    void cleanup();

    void archivesEachOnce();
    void repeatsCountOnce();
    void nothingToDoEnds();
    void journalIsWrittenFirst();
    void brokenJournalSendsNothing();
    void oneFailureDoesNotEndIt();
    void goneContactsAreTold();
    void goneAfterALostAnswer_data();
    void goneAfterALostAnswer();
    void pauseAndResume();
    void stopLeavesTheRestAlone();
    void stopBeforeTheJournal();
    void refusedTokenInTheMiddle_data();
    void refusedTokenInTheMiddle();
    void staysWithinTheLimit();
    void lostConnectionInTheMiddle();
    void everyActionOverMany();
    void destroyedInTheMiddle();
    void destroyedRunsTellTheirEnd();

private:
    void start(SessionOptions options)
    {
        m_fixture.reset();
        options.speed = options.speed == 1 ? 50 : options.speed;
        options.contacts = 40;
        m_fixture = std::make_unique<SessionFixture>(options);
    }
    SessionFixture &f() { return *m_fixture; }
    //! So slowly that something is left to be paused, stopped or lost.
    void startSlowly(int latencyMs)
    {
        start({.speed = 10, .rateLimit = 60});
        f().sandbox()->setLatency(latencyMs);
    }
    static void waitUntilDone(BulkRun *run, int count)
    {
        QEventLoop loop;
        QObject::connect(run, &BulkRun::progressed, &loop, [&](int done) {
            if (done >= count)
                loop.quit();
        });
        QTimer::singleShot(30'000, &loop, &QEventLoop::quit);
        loop.exec();
        if (run->done() < count)
            qFatal("the run did not get that far");
    }
    QList<JournalState> lastStates()
    {
        QList<JournalState> states;
        for (const JournalEntry &entry : f().journalRows().constLast().entries)
            states.append(entry.state);
        return states;
    }

    BrokenJournal m_hook;
    std::unique_ptr<SessionFixture> m_fixture;
};

void TestBulkRun::cleanup()
{
    if (!QTest::currentTestFailed()) {
        f().setFaults({});
        QCOMPARE(f().disagreements(), QString());
        // What the journal calls archived is no active contact.
        const auto batches = SessionFixture::resultOf(f()->archive().archived({}));
        for (const ArchiveBatch &batch : *batches) {
            for (const ArchivedContact &contact : batch.contacts)
                QVERIFY(contact.state != JournalState::Applied || !f().isStored(contact.id));
        }
    }
    m_fixture.reset();
}

void TestBulkRun::archivesEachOnce()
{
    const QList<BulkTarget> targets = f().targets(25);
    FactLog log(f().service(), {});
    BulkRun *run = f().service().runBulk(Archive, targets, u"Old leads"_s);
    log.watch(run);
    QSignalSpy items(run, &BulkRun::itemSettled);
    QSignalSpy progress(run, &BulkRun::progressed);
    QCOMPARE(run->total(), 25);
    QVERIFY(!run->isFinished());
    const BulkReport report = SessionFixture::reportOf(run);
    QCOMPARE(report.succeeded(), 25);
    QCOMPARE(report.failed(), 0);
    QCOMPARE(idsOf(report.succeededTargets()), idsOf(targets));
    QCOMPARE(items.count(), 25);
    QCOMPARE(progress.count(), 25);
    for (int i = 0; i < 25; ++i)
        QCOMPARE(progress.at(i), (QVariantList{i + 1, 0, 25}));
    QCOMPARE(f().count("POST", AnyArchive), 25);
    QCOMPARE(f().count("*", u"**"_s), 25);
    QCOMPARE(log.count(u"archived"_s), 25);
    QCOMPARE(log.kinds(), (QStringList{u"archived"_s, u"finished"_s}));

    const QList<JournalBatch> rows = f().journalRows();
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows.constFirst().header.name, u"Old leads"_s);
    QCOMPARE(rows.constFirst().header.action, Archive);
    QCOMPARE(rows.constFirst().header.scope.workspaceId, f()->identity().id);
    QCOMPARE(rows.constFirst().header.workspaceName, f()->identity().name);
    QVERIFY(!rows.constFirst().header.tokenOwner.isEmpty());
    QCOMPARE(lastStates(), QList<JournalState>(25, JournalState::Applied));
    QCOMPARE(f().archivedIds().size(), 25);
}

void TestBulkRun::repeatsCountOnce()
{
    QList<BulkTarget> targets = f().targets(4);
    targets += targets;
    targets.append(BulkTarget());
    BulkRun *run = f().service().runBulk(Archive, targets);
    QCOMPARE(run->total(), 4);
    QCOMPARE(SessionFixture::reportOf(run).succeeded(), 4);
    QCOMPARE(f().count("POST", AnyArchive), 4);
    QCOMPARE(f().journalRows().constFirst().entries.size(), 4);
}

void TestBulkRun::nothingToDoEnds()
{
    BulkRun *run = f().service().runBulk(Archive, {});
    QVERIFY(!run->isFinished());
    const BulkReport report = SessionFixture::reportOf(run);
    QVERIFY(report.settled.isEmpty() && report.untouched.isEmpty());
    QCOMPARE(f().count("*", u"**"_s), 0);
}

void TestBulkRun::journalIsWrittenFirst()
{
    // The first request is left hanging: what the journal knows then was written before it.
    f().setFaults({fault("POST", AnyArchive, FaultAction::Hang, 1, 100)});
    const QList<BulkTarget> targets = f().targets(FewestInFlight);
    BulkRun *run = f().service().runBulk(Archive, targets);
    QTRY_COMPARE(f().count("POST", AnyArchive), FewestInFlight);
    QVERIFY(run->batch() > 0);
    const QList<JournalBatch> open =
        *SessionFixture::resultOf(f().journal().openIntents(f().journal().scope()));
    QCOMPARE(open.size(), 1);
    QCOMPARE(open.constFirst().entries.size(), FewestInFlight);
    QCOMPARE(lastStates(), QList<JournalState>(FewestInFlight, JournalState::Intended));
    // Ended here, or a request that comes late would be let through.
    f().close();
    f().setFaults({});
    f().open();
}

void TestBulkRun::brokenJournalSendsNothing()
{
    start({.hook = &m_hook});
    const QList<BulkTarget> targets = f().targets(5);
    m_hook.isBroken = true;
    BulkRun *run = f().service().runBulk(Archive, targets);
    const Result<BulkReport> report = SessionFixture::resultOf<BulkReport>(run);
    m_hook.isBroken = false;
    QVERIFY(!report);
    QCOMPARE(report.error().kind, ErrorKind::Storage);
    QCOMPARE(report.error().effect, Effect::NotApplied);
    QCOMPARE(f().count("*", u"**"_s), 0);
    QVERIFY(f().journalRows().isEmpty());
    // The next one goes.
    QCOMPARE(SessionFixture::reportOf(f().service().runBulk(Archive, targets)).succeeded(), 5);
}

void TestBulkRun::oneFailureDoesNotEndIt()
{
    const QList<BulkTarget> targets = f().targets(20);
    f().setFaults({statusFault("POST", AnyArchive, 403, 3, 2)});
    BulkRun *run = f().service().runBulk(Archive, targets);
    const BulkReport report = SessionFixture::reportOf(run);
    QCOMPARE(report.settled.size(), 20);
    QCOMPARE(report.succeeded(), 18);
    QCOMPARE(report.failedTargets().size(), 2);
    QCOMPARE(f().count("POST", AnyArchive), 20);
    for (const BulkTarget &target : report.failedTargets())
        QVERIFY(f().isStored(target.id));
    QCOMPARE(lastStates().count(JournalState::NotApplied), 2);
    QCOMPARE(lastStates().count(JournalState::Applied), 18);
    QCOMPARE(f().archivedIds().size(), 18);
}

void TestBulkRun::goneContactsAreTold()
{
    const QList<BulkTarget> targets = f().targets(6);
    f().ask("DELETE", u"/contacts/"_s + targets.at(2).id.text());
    FactLog log(f().service(), {targets.at(2).id});
    const BulkReport report = SessionFixture::reportOf(f().service().runBulk(Archive, targets));
    QCOMPARE(report.succeeded(), 5);
    QCOMPARE(report.failedTargets(), QList{targets.at(2)});
    // Deleted is not archived: it leaves the store and is not listed as archived.
    QCOMPARE(log.lines(), QStringList{u"vanished"_s});
    QVERIFY(!f().isStored(targets.at(2).id));
    QVERIFY(!f().archivedIds().contains(targets.at(2).id));
}

void TestBulkRun::goneAfterALostAnswer_data()
{
    QTest::addColumn<int>("lost");
    QTest::addColumn<int>("sent");
    QTest::newRow("the repeat is refused") << 1 << 2;
    QTest::newRow("no try is answered") << 4 << 5;
}

void TestBulkRun::goneAfterALostAnswer()
{
    QFETCH(int, lost);
    QFETCH(int, sent);
    const QList<BulkTarget> targets = f().targets(1);
    f().ask("DELETE", u"/contacts/"_s + targets.constFirst().id.text());
    f().setFaults({fault("POST", AnyArchive, FaultAction::CloseBefore, 1, lost)});
    FactLog log(f().service(), {targets.constFirst().id});
    UndoHistory history(f().service(), nullptr);
    BulkRun *run = f().service().runBulk(Archive, targets);
    history.remember(run);
    const BulkReport report = SessionFixture::reportOf(run);
    // Whether an earlier try archived it nobody can tell: so the journal says, and undo is offered.
    QCOMPARE(report.failedTargets(), targets);
    QCOMPARE(report.settled.constFirst().result.error().kind, ErrorKind::NotFound);
    QCOMPARE(report.settled.constFirst().result.error().effect, Effect::Unknown);
    QCOMPARE(f().count("POST", AnyArchive), sent);
    QCOMPARE(lastStates(), QList{JournalState::Unknown});
    QCOMPARE(log.lines(), QStringList{u"vanished"_s});
    QVERIFY(f().archivedIds().contains(targets.constFirst().id));
    QVERIFY(history.canUndo());
}

void TestBulkRun::pauseAndResume()
{
    startSlowly(30);
    const QList<BulkTarget> targets = f().targets(40);
    BulkRun *run = f().service().runBulk(Archive, targets);
    QSignalSpy paused(run, &BulkRun::pausedChanged);
    QObject context;
    QObject::connect(run, &BulkRun::itemSettled, &context, [run] {
        if (run->done() == 2)
            run->pause();
    });
    // What is under way is awaited, and nothing else is sent, be it handed on already.
    QTRY_VERIFY(run->isPaused());
    QSignalSpy items(run, &BulkRun::itemSettled);
    while (items.wait(300)) {
    }
    const int sent = f().count("POST", AnyArchive);
    QVERIFY(sent < 40);
    QCOMPARE(run->done(), sent);
    QVERIFY(!items.wait(200));
    QCOMPARE(f().count("POST", AnyArchive), sent);
    QVERIFY(!run->isFinished());
    run->resume();
    QCOMPARE(SessionFixture::reportOf(run).succeeded(), 40);
    QCOMPARE(paused.count(), 2);
    QCOMPARE(f().count("POST", AnyArchive), 40);
}

void TestBulkRun::stopLeavesTheRestAlone()
{
    startSlowly(20);
    const QList<BulkTarget> targets = f().targets(40);
    BulkRun *run = f().service().runBulk(Archive, targets);
    QObject context;
    QObject::connect(run, &BulkRun::itemSettled, &context, [run] { run->stop(); });
    const BulkReport report = SessionFixture::reportOf(run);
    QVERIFY(!report.untouched.isEmpty());
    QVERIFY(!report.settled.isEmpty());
    QCOMPARE(report.failed(), 0);
    QCOMPARE(report.settled.size() + report.untouched.size(), 40);
    QCOMPARE(f().count("POST", AnyArchive), int(report.settled.size()));
    // What was never sent is not archived, and the journal knows.
    QCOMPARE(f().archivedIds().size(), report.settled.size());
    QCOMPARE(lastStates().count(JournalState::NotApplied), report.untouched.size());
    QCOMPARE(lastStates().count(JournalState::Intended), 0);
}

void TestBulkRun::stopBeforeTheJournal()
{
    const QList<BulkTarget> targets = f().targets(4);
    BulkRun *run = f().service().runBulk(Archive, targets);
    run->cancel();
    QVERIFY(run->isStopping());
    const BulkReport report = SessionFixture::reportOf(run);
    QCOMPARE(report.untouched, targets);
    QCOMPARE(f().count("*", u"**"_s), 0);
    QCOMPARE(lastStates(), QList<JournalState>(4, JournalState::NotApplied));
    QVERIFY(f().archivedIds().isEmpty());
}

void TestBulkRun::refusedTokenInTheMiddle_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::newRow("another") << QByteArray("second-token");
    QTest::newRow("the same") << QByteArray("test-token");
}

void TestBulkRun::refusedTokenInTheMiddle()
{
    QFETCH(QByteArray, token);
    f().sandbox()->setToken({});
    f().setFaults({statusFault("POST", AnyArchive, 401, 4)});
    BulkRun *run = f().service().runBulk(Archive, f().targets(20));
    QSignalSpy waiting(run, &Operation::waiting);
    QTRY_COMPARE(f()->reachability().state, Reachability::State::Unauthorized);
    QTRY_COMPARE(run->state(), Operation::State::Waiting);
    QVERIFY(!run->isFinished());
    f()->setToken(token);
    QCOMPARE(SessionFixture::reportOf(run).succeeded(), 20);
    QCOMPARE(f().applied("POST", AnyArchive), 20);
    QCOMPARE(f().count("POST", AnyArchive), 21);
    QCOMPARE(f()->reachability().state, Reachability::State::Online);
    const bool wasToken = std::any_of(waiting.begin(), waiting.end(), [](const auto &told) {
        return told.at(1).template value<Operation::WaitReason>() == Operation::WaitReason::Token;
    });
    QVERIFY(wasToken);
}

void TestBulkRun::staysWithinTheLimit()
{
    start({.rateLimit = 15});
    const QDateTime begin = f().clock().now();
    QCOMPARE(SessionFixture::reportOf(f().service().runBulk(Archive, f().targets(40))).succeeded(),
             40);
    QCOMPARE(f().applied("POST", AnyArchive), 40);
    // It waits for the next windows of ten seconds instead of being refused.
    QVERIFY(begin.secsTo(f().clock().now()) >= 10);
    const QList<sandbox::SeenRequest> seen = f().sandbox()->seen();
    QVERIFY(std::count_if(seen.begin(), seen.end(),
                          [](const auto &request) { return request.status == 429; }) <= 3);
}

void TestBulkRun::lostConnectionInTheMiddle()
{
    startSlowly(10);
    BulkRun *run = f().service().runBulk(Archive, f().targets(40));
    waitUntilDone(run, 4);
    f().sandbox()->refuseConnections(true);
    QTRY_COMPARE(f()->reachability().state, Reachability::State::Offline);
    QVERIFY(!run->isFinished());
    f().sandbox()->refuseConnections(false);
    f()->retryNow();
    QCOMPARE(SessionFixture::reportOf(run).succeeded(), 40);
    QCOMPARE(lastStates(), QList<JournalState>(40, JournalState::Applied));
}

void TestBulkRun::everyActionOverMany()
{
    const QList<BulkTarget> targets = f().targets(10);
    const TagId tag = SessionFixture::resultOf(f().service().createTag(u"Many"_s))->id;
    const CompanyId company =
        SessionFixture::resultOf(f().service().createCompany(u"Many"_s, u"many"_s))->id;
    const QList<BulkAction> actions = {
        {Kind::AddTag, tag, {}},    {Kind::AttachCompany, {}, company},
        {Kind::RemoveTag, tag, {}}, {Kind::DetachCompany, {}, company},
        {Kind::Archive, {}, {}},    {Kind::Restore, {}, {}}};
    for (const BulkAction &action : actions) {
        QCOMPARE(SessionFixture::reportOf(f().service().runBulk(action, targets)).succeeded(), 10);
        QCOMPARE(f().disagreements(), QString());
    }
    QVERIFY(f().archivedIds().isEmpty());
    QCOMPARE(f().journalRows().size(), 6);
}

void TestBulkRun::destroyedInTheMiddle()
{
    startSlowly(20);
    BulkRun *run = f().service().runBulk(Archive, f().targets(40));
    f()->undoHistory().remember(run);
    waitUntilDone(run, 3);
    f().close();
    f().sandbox()->setLatency(0);
    f().open();
    // The journal tells the next start of every contact that may be archived.
    const std::map<QString, Contact> active = f().truth();
    const QList<ContactId> known = f().archivedIds();
    for (const ContactId &id : f().ids()) {
        if (!active.contains(id.text()))
            QVERIFY(known.contains(id));
    }
    const auto open = SessionFixture::resultOf(f().journal().openIntents(f().journal().scope()));
    QVERIFY(!open->isEmpty());
    QVERIFY(f().refresh());
    // What was never sent is still listed as perhaps archived, until somebody restores it.
    for (const ContactId &id : known) {
        if (f().isStored(id))
            SessionFixture::reportOf(f().service().restore(SessionFixture::target(f().stored(id))));
    }
}

void TestBulkRun::destroyedRunsTellTheirEnd()
{
    f().setFaults({fault("POST", AnyArchive, FaultAction::Hang, 1, 100)});
    const QList<BulkTarget> targets = f().targets(FewestInFlight);
    BulkRun *run = f().service().runBulk(Archive, targets, u"Cut short"_s);
    QTRY_COMPARE(f().count("POST", AnyArchive), FewestInFlight);
    int ends = 0;
    QObject context;
    QObject::connect(run, &Operation::finished, &context, [&] {
        ++ends;
        // It is still a whole run: everything of it can be asked for.
        QCOMPARE(run->metaObject(), &BulkRun::staticMetaObject);
        QCOMPARE(run->name(), u"Cut short"_s);
        QCOMPARE(run->total(), FewestInFlight);
        QCOMPARE(run->state(), Operation::State::Cancelled);
        QCOMPARE(run->result().error().effect, Effect::Unknown);
    });
    f().close();
    QCOMPARE(ends, 1);
    f().open();
}

QTEST_GUILESS_MAIN(TestBulkRun)
#include "tst_bulkrun.moc"
