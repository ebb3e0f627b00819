// SPDX-License-Identifier: MIT
// Taking runs back and doing them again.
#include "core/service/bulkrun.h"
#include "core/service/contactservice.h"
#include "core/service/undohistory.h"
#include "tests/support/sessionfixture.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace roster;
using namespace roster::test;

namespace {

using Kind = BulkAction::Kind;

const BulkAction Archive{Kind::Archive, {}, {}};
const BulkAction Restore{Kind::Restore, {}, {}};
const QString AnyArchive = u"/contacts/*/archive"_s;
const QString AnyRestore = u"/contacts/*/unarchive"_s;

QSet<ContactId> idsOf(const QList<BulkTarget> &targets)
{
    QSet<ContactId> ids;
    for (const BulkTarget &target : targets)
        ids.insert(target.id);
    return ids;
}

QString path(const BulkTarget &target, const QString &action)
{
    return u"/contacts/"_s + target.id.text() + u'/' + action;
}

} // namespace

class TestUndoHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<SessionFixture>(SessionOptions{.contacts = 20, .speed = 50});
    }
    void cleanup()
    {
        if (!QTest::currentTestFailed())
            QCOMPARE(f().disagreements(), QString());
        m_fixture.reset();
    }

    void undoAndRedo();
    void undoByBatch();
    void undoAfterAFailureStays();
    void undoAfterARefusedTokenStays();
    void undoTakesBackOnlyWhatHappened();
    void aNewDeedEndsRedo();

private:
    SessionFixture &f() { return *m_fixture; }
    UndoHistory &undo() { return f()->undoHistory(); }

    std::unique_ptr<SessionFixture> m_fixture;
};

void TestUndoHistory::undoAndRedo()
{
    const QList<BulkTarget> targets = f().targets(5);
    QVERIFY(!undo().canUndo());
    QCOMPARE(undo().undo(), nullptr);
    QCOMPARE(undo().redo(), nullptr);
    BulkRun *run = f().service().runBulk(Archive, targets, u"Five"_s);
    undo().remember(run);
    QVERIFY(!undo().canUndo());
    SessionFixture::reportOf(run);
    QVERIFY(undo().canUndo());
    QCOMPARE(undo().nextUndo().action, Archive);
    QCOMPARE(undo().nextUndo().name, u"Five"_s);

    BulkRun *back = undo().undo();
    QVERIFY(!undo().canUndo());
    QCOMPARE(back->action(), Restore);
    QCOMPARE(SessionFixture::reportOf(back).succeeded(), 5);
    QVERIFY(f().archivedIds().isEmpty());
    QVERIFY(undo().canRedo());
    QCOMPARE(undo().nextRedo().action, Archive);

    QCOMPARE(SessionFixture::reportOf(undo().redo()).succeeded(), 5);
    QVERIFY(undo().canUndo() && !undo().canRedo());
    QCOMPARE(f().archivedIds().size(), 5);
    QCOMPARE(SessionFixture::reportOf(undo().undo()).succeeded(), 5);
    QCOMPARE(f().count("POST", AnyArchive), 10);
    QCOMPARE(f().count("POST", AnyRestore), 10);
}

void TestUndoHistory::undoByBatch()
{
    const auto archiveOne = [this](int at) {
        BulkRun *run = f().service().archive(f().targets(1, at).constFirst());
        undo().remember(run);
        const ContactId id = run->targets().constFirst().id;
        SessionFixture::reportOf(run);
        return std::pair(f().journalRows().constLast().id, id);
    };
    const auto [first, firstId] = archiveOne(0);
    const auto [second, secondId] = archiveOne(0);
    QCOMPARE(SessionFixture::reportOf(undo().undoBatch(first)).succeeded(), 1);
    QVERIFY(f().isStored(firstId));
    QVERIFY(!f().isStored(secondId));
    QCOMPARE(undo().undoBatch(first), nullptr);
    QCOMPARE(undo().undoBatch(987654), nullptr);
    QCOMPARE(SessionFixture::reportOf(undo().undo()).succeeded(), 1);
    QVERIFY(f().isStored(secondId));
}

void TestUndoHistory::undoAfterAFailureStays()
{
    BulkRun *run = f().service().runBulk(Archive, f().targets(3));
    undo().remember(run);
    const BulkTarget unlucky = run->targets().at(1);
    SessionFixture::reportOf(run);
    f().setFaults({statusFault("POST", path(unlucky, u"unarchive"_s), 503, 1, 4)});
    const BulkReport report = SessionFixture::reportOf(undo().undo());
    QCOMPARE(report.failedTargets(), QList{unlucky});
    QVERIFY(undo().canUndo() && undo().canRedo());
    QCOMPARE(undo().nextUndo().targets, QList{unlucky});
    QCOMPARE(undo().nextUndo().action, Archive);
    f().setFaults({});
    QCOMPARE(SessionFixture::reportOf(undo().undo()).failed(), 0);
    QVERIFY(f().archivedIds().isEmpty());
    QVERIFY(!undo().canUndo());
}

void TestUndoHistory::undoAfterARefusedTokenStays()
{
    BulkRun *run = f().service().archive(f().targets(1).constFirst());
    undo().remember(run);
    SessionFixture::reportOf(run);
    f().setFaults({statusFault("POST", AnyRestore, 401)});
    QCOMPARE(SessionFixture::reportOf(undo().undo()).failed(), 1);
    QVERIFY(undo().canUndo());
    f()->setToken(f().sandbox().token());
    QCOMPARE(SessionFixture::reportOf(undo().undo()).succeeded(), 1);
}

void TestUndoHistory::undoTakesBackOnlyWhatHappened()
{
    const TagId tag = SessionFixture::resultOf(f().service().createTag(u"Some"_s))->id;
    const QList<BulkTarget> targets = f().targets(6);
    const BulkAction add{Kind::AddTag, tag, {}};
    SessionFixture::reportOf(f().service().runBulk(add, targets.mid(0, 3)));
    // Three of six have the tag: taking it off the six takes it off those.
    BulkRun *remove = f().service().runBulk(add.inverse(), targets);
    undo().remember(remove);
    QCOMPARE(SessionFixture::reportOf(remove).succeeded(), 3);
    QCOMPARE(idsOf(undo().nextUndo().targets), idsOf(targets.mid(0, 3)));
    QCOMPARE(SessionFixture::reportOf(undo().undo()).succeeded(), 3);
    for (int i = 0; i < 6; ++i)
        QCOMPARE(f().truthOf(targets.at(i).id).tags.items.contains(tag), i < 3);
}

void TestUndoHistory::aNewDeedEndsRedo()
{
    BulkRun *run = f().service().archive(f().targets(1).constFirst());
    undo().remember(run);
    SessionFixture::reportOf(run);
    SessionFixture::reportOf(undo().undo());
    QVERIFY(undo().canRedo());
    BulkRun *other = f().service().archive(f().targets(1).constFirst());
    undo().remember(other);
    SessionFixture::reportOf(other);
    QVERIFY(!undo().canRedo());
    QSignalSpy changed(&undo(), &UndoHistory::changed);
    undo().clear();
    QVERIFY(!undo().canUndo());
    QCOMPARE(changed.count(), 1);
}

QTEST_GUILESS_MAIN(TestUndoHistory)
#include "tst_undohistory.moc"
