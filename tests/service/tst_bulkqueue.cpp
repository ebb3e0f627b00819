// SPDX-License-Identifier: MIT
// Several runs of one workspace: one after the other, each to be stopped or paused while it waits.
#include "core/service/bulkrun.h"
#include "core/service/contactservice.h"
#include "core/service/undohistory.h"
#include "tests/support/sessionfixture.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace roster;
using namespace roster::test;
using sandbox::FaultAction;

namespace {

using Kind = BulkAction::Kind;

const QString AnyArchive = u"/contacts/*/archive"_s;

} // namespace

class TestBulkQueue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<SessionFixture>(SessionOptions{.contacts = 40, .speed = 50});
    }
    void cleanup()
    {
        if (!QTest::currentTestFailed())
            QCOMPARE(f().disagreements(), QString());
        m_fixture.reset();
    }

    void runsGoOneAfterTheOther();
    void aSingleContactGoesAtOnce();
    void stoppedWhileItWaits();
    void pausedWhileItWaits();
    void aStoppedRunLetsTheNextGo();
    void waitingRunsAreInTheJournal();
    void looksUpValuesWhenItsTurnComes();
    void closedWithRunsWaiting();
    void oneTurnEach();
    void aContactOfARunIsNotOvertaken();

private:
    SessionFixture &f() { return *m_fixture; }
    BulkRun *archive(int first, int count)
    {
        return f().service().runBulk({}, f().targets(count, first));
    }
    BulkAction owner(const QString &admin)
    {
        BulkAction action{Kind::Update, {}, {}};
        action.patch.fields[ContactField::Owner] =
            admin.isEmpty() ? FieldValue() : FieldValue(admin);
        return action;
    }
    //! A run that gets nowhere until it is stopped or the faults are taken away and it resumes.
    BulkRun *pausedRun(int first, int count)
    {
        BulkRun *run = archive(first, count);
        run->pause();
        return run;
    }

    std::unique_ptr<SessionFixture> m_fixture;
};

void TestBulkQueue::runsGoOneAfterTheOther()
{
    // Looked up first: that turns the event loop.
    const QList<QList<BulkTarget>> lists{f().targets(6), f().targets(5, 6), f().targets(4, 11)};
    QList<BulkRun *> runs;
    for (const QList<BulkTarget> &list : lists)
        runs.append(f().service().runBulk({}, list));
    QCOMPARE(runs.at(0)->isQueued(), false);
    QStringList order;
    QObject context;
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(runs.at(i)->isQueued(), i > 0);
        QCOMPARE(runs.at(i)->state(), Operation::State::Queued);
        connect(runs.at(i), &BulkRun::begun, &context,
                [&order, i] { order.append(u"begun %1"_s.arg(i)); });
        connect(runs.at(i), &Operation::finished, &context,
                [&order, i] { order.append(u"finished %1"_s.arg(i)); });
        connect(runs.at(i), &BulkRun::itemSettled, &context, [&, i] {
            for (int later = i + 1; later < 3; ++later)
                QVERIFY(runs.at(later)->isQueued() && runs.at(later)->done() == 0);
        });
    }
    QTRY_COMPARE(order.size(), 5);
    QCOMPARE(order, (QStringList{u"finished 0"_s, u"begun 1"_s, u"finished 1"_s, u"begun 2"_s,
                                 u"finished 2"_s}));
    QCOMPARE(f().archivedIds().size(), 15);
    QCOMPARE(f().count("POST", AnyArchive), 15);
}

void TestBulkQueue::aSingleContactGoesAtOnce()
{
    const BulkTarget one = f().targets(1, 20).constFirst();
    BulkRun *many = pausedRun(0, 6);
    BulkRun *single = f().service().archive(one);
    QVERIFY(!single->isQueued());
    QCOMPARE(SessionFixture::reportOf(single).succeeded(), 1);
    QVERIFY(!many->isFinished());
    many->resume();
    QCOMPARE(SessionFixture::reportOf(many).succeeded(), 6);
}

void TestBulkQueue::stoppedWhileItWaits()
{
    BulkRun *first = pausedRun(0, 6);
    const QList<BulkTarget> targets = f().targets(5, 6);
    BulkRun *second = f().service().runBulk({}, targets);
    BulkRun *third = archive(11, 4);
    second->stop();
    const BulkReport report = SessionFixture::reportOf(second);
    QCOMPARE(report.untouched, targets);
    QVERIFY(report.settled.isEmpty());
    QVERIFY(third->isQueued());
    for (const JournalBatch &batch : f().journalRows()) {
        if (batch.entries.size() == 5) {
            for (const JournalEntry &entry : batch.entries)
                QCOMPARE(entry.state, JournalState::NotApplied);
        }
    }
    first->resume();
    QCOMPARE(SessionFixture::reportOf(first).succeeded(), 6);
    QCOMPARE(SessionFixture::reportOf(third).succeeded(), 4);
    QCOMPARE(f().archivedIds().size(), 10);
}

void TestBulkQueue::pausedWhileItWaits()
{
    BulkRun *first = archive(0, 6);
    BulkRun *second = archive(6, 5);
    second->pause();
    QSignalSpy begun(second, &BulkRun::begun);
    QCOMPARE(SessionFixture::reportOf(first).succeeded(), 6);
    QTRY_COMPARE(begun.count(), 1);
    QCOMPARE(f().count("POST", AnyArchive), 6);
    second->resume();
    QCOMPARE(SessionFixture::reportOf(second).succeeded(), 5);
}

void TestBulkQueue::aStoppedRunLetsTheNextGo()
{
    BulkRun *first = pausedRun(0, 6);
    BulkRun *second = archive(6, 5);
    QTRY_VERIFY(first->batch() > 0);
    first->stop();
    QCOMPARE(SessionFixture::reportOf(first).untouched.size(), 6);
    QCOMPARE(SessionFixture::reportOf(second).succeeded(), 5);
}

void TestBulkQueue::waitingRunsAreInTheJournal()
{
    BulkRun *first = pausedRun(0, 6);
    BulkRun *second = archive(6, 5);
    QTRY_VERIFY(first->batch() > 0 && second->batch() > 0);
    for (const JournalBatch &batch : f().journalRows()) {
        const bool isWaiting = batch.id == second->batch();
        for (const JournalEntry &entry : batch.entries) {
            QCOMPARE(entry.state, JournalState::Intended);
            QCOMPARE(entry.wasSo.has_value(), !isWaiting);
        }
    }
    first->stop();
    SessionFixture::reportOf(first);
    QCOMPARE(SessionFixture::reportOf(second).succeeded(), 5);
    QVERIFY(f().journalRows().constLast().entries.constFirst().wasSo.has_value());
}

void TestBulkQueue::looksUpValuesWhenItsTurnComes()
{
    const QList<Admin> admins = f()->book().admins();
    QVERIFY(admins.size() >= 2);
    const QList<BulkTarget> targets = f().targets(3);
    SessionFixture::reportOf(f().service().runBulk(owner({}), targets));
    BulkRun *first = f().service().runBulk(owner(admins.at(0).id.text()), targets);
    BulkRun *second = f().service().runBulk(owner(admins.at(1).id.text()), targets);
    f()->undoHistory().remember(second);
    SessionFixture::reportOf(first);
    QCOMPARE(SessionFixture::reportOf(second).succeeded(), 3);
    // Taken back is what the second changed: what the first had made of it.
    QCOMPARE(SessionFixture::reportOf(f()->undoHistory().undo()).succeeded(), 3);
    for (const BulkTarget &target : targets)
        QCOMPARE(f().truthOf(target.id).owner(), admins.at(0).id);
}

void TestBulkQueue::closedWithRunsWaiting()
{
    BulkRun *first = pausedRun(0, 6);
    BulkRun *second = archive(6, 5);
    QTRY_VERIFY(first->batch() > 0 && second->batch() > 0);
    int ends = 0;
    QObject context;
    for (BulkRun *run : {first, second})
        connect(run, &Operation::finished, &context, [&ends] { ++ends; });
    f().close();
    QCOMPARE(ends, 2);
    f().open();
    QCOMPARE(f().count("POST", AnyArchive), 0);
}

void TestBulkQueue::oneTurnEach()
{
    const QList<BulkTarget> targets = f().targets(12, 10);
    BulkRun *first = pausedRun(0, 4);
    BulkRun *second = archive(4, 4);
    BulkAction action = owner({});
    BulkRun *third = f().service().runBulk(action, targets);
    QTRY_VERIFY(first->batch() > 0 && second->batch() > 0 && third->batch() > 0);
    const std::map<QString, Contact> before = f().truth();
    // Both end in one turn of the event loop.
    first->stop();
    second->stop();
    f()->undoHistory().remember(third);
    QCOMPARE(SessionFixture::reportOf(third).succeeded(), 12);
    QCOMPARE(SessionFixture::reportOf(f()->undoHistory().undo()).failed(), 0);
    for (const BulkTarget &target : targets) {
        const ContactPatch had = action.patch.valuesIn(before.at(target.id.text()));
        QVERIFY(had.isHeldBy(f().truthOf(target.id)));
    }
}

void TestBulkQueue::aContactOfARunIsNotOvertaken()
{
    const QList<BulkTarget> targets = f().targets(8);
    BulkRun *many = f().service().runBulk({}, targets);
    many->pause();
    QTRY_VERIFY(many->batch() > 0);
    BulkRun *back = f().service().restore(targets.at(3));
    QVERIFY(back->isQueued());
    many->resume();
    QCOMPARE(SessionFixture::reportOf(many).succeeded(), 8);
    QCOMPARE(SessionFixture::reportOf(back).succeeded(), 1);
    QVERIFY(f().isStored(targets.at(3).id));
    QCOMPARE(f().archivedIds().size(), 7);
    QVERIFY(!f().archivedIds().contains(targets.at(3).id));
}

QTEST_GUILESS_MAIN(TestBulkQueue)
#include "tst_bulkqueue.moc"
