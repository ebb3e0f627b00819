// SPDX-License-Identifier: MIT
// Two Rosters on one workspace, each with a profile of its own: their runs cross, each one's
// journal tells what it did itself, and both end with what the sandbox has.
#include "core/service/batchhistory.h"
#include "core/service/bulkrun.h"
#include "core/service/contactservice.h"
#include "core/service/syncer.h"
#include "core/service/undohistory.h"
#include "core/store/freshness.h"
#include "tests/service/bulkoracle.h"

#include <QtCore/QPointer>
#include <QtCore/QRandomGenerator>
#include <QtTest/QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace roster;
using namespace roster::test;

namespace {

using Kind = BulkAction::Kind;

const BulkAction Restore{Kind::Restore, {}, {}};

QSet<ContactId> idsOf(const QList<BulkTarget> &targets)
{
    QSet<ContactId> ids;
    for (const BulkTarget &target : targets)
        ids.insert(target.id);
    return ids;
}

} // namespace

class TestBulkTwo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void bothArchiveAtOnce();
    void oneRestoresWhatTheOtherArchives();
    void undoTakesBackOnlyItsOwn();
    void anyOrder();

private:
    SessionFixture &f() { return *m_fixture; }
    //! By the other Roster.
    BulkRun *beginElsewhere(const BulkAction &action, const QList<BulkTarget> &targets);
    QString disagreements();
    //! Looks at everything once search is believed again about what was archived here.
    bool lookAnew();

    QTemporaryDir m_dir;
    std::unique_ptr<SessionFixture> m_fixture;
    QList<BulkTarget> m_targets;
};

void TestBulkTwo::init()
{
    const QString file = m_dir.filePath(u"sandbox.sqlite"_s);
    QFile::remove(file);
    m_fixture = std::make_unique<SessionFixture>(
        SessionOptions{.contacts = 40, .speed = 500, .sandboxFile = file});
    f().changePlaces();
    f().changePlaces();
    m_targets = f().targets(30, 4);
}

void TestBulkTwo::cleanup()
{
    if (!QTest::currentTestFailed())
        QCOMPARE(disagreements(), QString());
    m_fixture.reset();
}

BulkRun *TestBulkTwo::beginElsewhere(const BulkAction &action, const QList<BulkTarget> &targets)
{
    f().changePlaces();
    BulkRun *run = f().service().runBulk(action, targets);
    f().changePlaces();
    return run;
}

bool TestBulkTwo::lookAnew()
{
    const qint64 later = f().clock().nowMs() + std::chrono::milliseconds(searchLag).count() + 2000;
    return QTest::qWaitFor([&] { return f().clock().nowMs() > later; }) && f().sweep();
}

//! After each has looked at the workspace anew.
QString TestBulkTwo::disagreements()
{
    QStringList problems;
    const std::map<QString, Contact> truth = f().truth();
    for (const QString &who : {u"one"_s, u"the other"_s}) {
        if (!lookAnew())
            return who + u": cannot look"_s;
        const auto isTrue = [&] {
            const QList<ContactId> archived = f().archivedIds();
            return std::none_of(archived.begin(), archived.end(),
                                [&](const ContactId &id) { return truth.contains(id.text()); });
        };
        // What is active again leaves the journal after it was asked for.
        if (!QTest::qWaitFor(isTrue))
            problems.append(who + u": an active contact is archived for its journal"_s);
        if (const QString what = f().disagreements(); !what.isEmpty())
            problems.append(who + u": "_s + what);
        f().changePlaces();
    }
    return problems.join(u'\n');
}

void TestBulkTwo::bothArchiveAtOnce()
{
    const QList<BulkTarget> mine = m_targets.mid(0, 20);
    const QList<BulkTarget> theirs = m_targets.mid(10, 20);
    const QPointer<BulkRun> other = beginElsewhere({}, theirs);
    BulkRun *own = f().service().runBulk({}, mine);
    QCOMPARE(SessionFixture::reportOf(own).succeeded(), 20);
    QTRY_VERIFY(!other || other->isFinished());
    const QList<ContactId> archived = f().archivedIds();
    QCOMPARE(QSet<ContactId>(archived.begin(), archived.end()), idsOf(mine));
    f().changePlaces();
    const QList<ContactId> elsewhere = f().archivedIds();
    QCOMPARE(QSet<ContactId>(elsewhere.begin(), elsewhere.end()), idsOf(theirs));
    f().changePlaces();
    for (const BulkTarget &target : m_targets)
        QVERIFY(!f().truth().contains(target.id.text()));
}

void TestBulkTwo::oneRestoresWhatTheOtherArchives()
{
    QCOMPARE(SessionFixture::reportOf(f().service().runBulk({}, m_targets)).succeeded(), 30);
    QCOMPARE(SessionFixture::reportOf(beginElsewhere(Restore, m_targets.mid(0, 12))).succeeded(),
             12);
    QVERIFY(lookAnew());
    // They are there again, and the journal has noticed.
    QTRY_COMPARE(f().archivedIds().size(), 18);
    QVERIFY(f().isStored(m_targets.constFirst().id));
    // Its next run knows nothing of the other's, and archives some of them again.
    QCOMPARE(SessionFixture::reportOf(f().service().runBulk({}, m_targets.mid(6, 6))).succeeded(),
             6);
    QCOMPARE(f().archivedIds().size(), 24);
}

void TestBulkTwo::undoTakesBackOnlyItsOwn()
{
    BulkRun *own = f().service().runBulk({}, m_targets.mid(0, 15));
    f()->undoHistory().remember(own);
    QCOMPARE(SessionFixture::reportOf(own).succeeded(), 15);
    QCOMPARE(SessionFixture::reportOf(beginElsewhere({}, m_targets.mid(15, 15))).succeeded(), 15);
    QCOMPARE(SessionFixture::reportOf(f()->undoHistory().undo()).succeeded(), 15);
    const std::map<QString, Contact> truth = f().truth();
    for (int i = 0; i < 30; ++i)
        QCOMPARE(truth.contains(m_targets.at(i).id.text()), i < 15);
    QVERIFY(f().archivedIds().isEmpty());
    f().changePlaces();
    QCOMPARE(f().archivedIds().size(), 15);
    f().changePlaces();
}

void TestBulkTwo::anyOrder()
{
    const quint32 seed = qEnvironmentVariableIsSet("ROSTER_TEST_SEED")
                             ? qEnvironmentVariable("ROSTER_TEST_SEED").toUInt()
                             : QRandomGenerator::global()->generate();
    qInfo("ROSTER_TEST_SEED=%u", seed);
    QRandomGenerator random(seed);
    for (int round = 0; round < 12; ++round) {
        const int from = random.bounded(20);
        const QList<BulkTarget> some = m_targets.mid(from, random.bounded(2, 10));
        const QList<BulkTarget> others = m_targets.mid(random.bounded(20), random.bounded(2, 10));
        const BulkAction action = random.bounded(2) ? BulkAction() : Restore;
        const QPointer<BulkRun> theirs =
            beginElsewhere(random.bounded(2) ? BulkAction() : Restore, others);
        QCOMPARE(SessionFixture::reportOf(f().service().runBulk(action, some)).settled.size(),
                 some.size());
        QTRY_VERIFY(!theirs || theirs->isFinished());
        if (random.bounded(3) == 0)
            f().changePlaces();
    }
}

QTEST_GUILESS_MAIN(TestBulkTwo)
#include "tst_bulktwo.moc"
