// SPDX-License-Identifier: MIT
// Batches of the journal in a later session: reports, undo, and what was cut short.
#include "core/service/batchhistory.h"
#include "core/service/bulkrun.h"
#include "core/service/contactservice.h"
#include "core/service/undohistory.h"
#include "core/service/updatecontact.h"
#include "core/store/store.h"
#include "tests/service/bulkoracle.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtTest/QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace roster;
using namespace roster::test;
using sandbox::FaultAction;

namespace {

using Kind = BulkAction::Kind;

const QString AnyArchive = u"/contacts/*/archive"_s;
constexpr int Total = 12;

QString pathOf(const BulkTarget &target, const QString &rest = {})
{
    return u"/contacts/"_s + target.id.text() + rest;
}

BulkAction renaming()
{
    BulkAction action{Kind::Update, {}, {}};
    action.patch.fields[ContactField::Name] = u"Renamed"_s;
    return action;
}

} // namespace

class TestBatchHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void tellsBatches();
    void reportsEachContact();
    void keepsTheContactAsItWas();
    void tellsWhatWasArchivedWhen();
    void undoInALaterSession_data();
    void undoInALaterSession();
    void undoChecksWhatOthersChanged();
    void undoOnce();
    void undoOfMergedAndDeleted();
    void staysInItsWorkspace();
    void finishesWhatWasCutShort_data();
    void finishesWhatWasCutShort();
    void undoesWhatWasCutShort();
    void leavesWhatWasCutShort();
    void finishingLeavesWhatOthersChanged();
    void refusedWhileFinishing_data();
    void refusedWhileFinishing();
    void undoOfAnUndoChecksToo();
    void neverBegun_data();
    void neverBegun();
    void worksOnABatchOnce();
    void restoredElsewhere();
    void killedBeforeTheStoreKnew();

private:
    SessionFixture &f() { return *m_fixture; }
    BatchHistory &history() { return *f()->batchHistory(); }
    static BulkRun *runOf(OperationOf<BulkRun *> *asked)
    {
        const Result<BulkRun *> run = SessionFixture::resultOf(asked);
        if (!run)
            qFatal("there is no such run");
        return *run;
    }
    void openAgain()
    {
        f().close();
        f().open();
    }
    QList<BatchSummary> batches() { return *SessionFixture::resultOf(history().batches()); }
    QList<BatchSummary> interrupted() { return *SessionFixture::resultOf(history().interrupted()); }
    BatchSummary cutShort(const BulkAction &action);

    QTemporaryDir m_dir;
    std::unique_ptr<SessionFixture> m_fixture;
    std::unique_ptr<BulkOracle> m_oracle;
    QList<BulkTarget> m_targets;
};

void TestBatchHistory::init()
{
    const QString file = m_dir.filePath(u"sandbox.sqlite"_s);
    QFile::remove(file);
    m_fixture = std::make_unique<SessionFixture>(
        SessionOptions{.contacts = 20, .speed = 50, .sandboxFile = file});
    m_oracle = std::make_unique<BulkOracle>(f(), file);
    m_targets = f().targets(Total, 2);
}

void TestBatchHistory::cleanup()
{
    if (!QTest::currentTestFailed()) {
        f().setFaults({});
        QVERIFY(f().refresh());
        QCOMPARE(f().disagreements(), QString());
        QCOMPARE(m_oracle->disagreements(m_targets), QString());
    }
    m_oracle.reset();
    m_fixture.reset();
}

//! Half of it answered, a part sent and not answered, the rest not sent; then the session ends.
BatchSummary TestBatchHistory::cutShort(const BulkAction &action)
{
    const QByteArray method = action.kind == Kind::Update ? "PUT" : "POST";
    const QString rest = action.kind == Kind::Archive ? u"/archive"_s : QString();
    QList<sandbox::FaultRule> rules;
    for (int i = Total / 2; i < Total; ++i) {
        auto hung = fault(method, pathOf(m_targets.at(i), rest), FaultAction::Hang, 1, 9);
        hung.applied = i % 2 == 0;
        rules.append(hung);
    }
    f().setFaults(rules);
    BulkRun *run = f().service().runBulk(action, m_targets, u"Cut short"_s);
    [&] {
        QTRY_COMPARE(run->done(), Total / 2);
        QTRY_VERIFY(f().count(method, u"/contacts/**"_s) > Total / 2);
    }();
    // What was answered has to be written, what hangs stays open.
    [&] { QTRY_COMPARE(batches().constFirst().applied, Total / 2); }();
    f().close();
    f().setFaults({});
    f().open();
    const QList<BatchSummary> open = interrupted();
    return open.isEmpty() ? BatchSummary() : open.constFirst();
}

void TestBatchHistory::tellsBatches()
{
    QVERIFY(batches().isEmpty());
    f().setFaults({statusFault("POST", pathOf(m_targets.at(3), u"/archive"_s), 403)});
    SessionFixture::reportOf(f().service().runBulk({}, m_targets, u"First"_s));
    SessionFixture::reportOf(
        f().service().runBulk({Kind::Restore, {}, {}}, m_targets.mid(0, 2), u"Back"_s));
    SessionFixture::reportOf(f().service().runBulk(renaming(), m_targets.mid(3, 1)));
    openAgain();
    const QList<BatchSummary> told = batches();
    QCOMPARE(told.size(), 3);
    QCOMPARE(told.at(2).name, u"First"_s);
    QCOMPARE(told.at(2).action.kind, Kind::Archive);
    QCOMPARE(told.at(2).applied, Total - 3);
    QCOMPARE(told.at(2).notApplied, 1);
    QCOMPARE(told.at(2).takenBack, 2);
    QCOMPARE(told.at(2).total(), Total);
    QVERIFY(!told.at(2).tokenOwner.isEmpty());
    QVERIFY(told.at(0).action == renaming());
    QCOMPARE(SessionFixture::resultOf(history().batches(1))->size(), 1);
    QVERIFY(interrupted().isEmpty());
}

void TestBatchHistory::reportsEachContact()
{
    f().setFaults({statusFault("POST", pathOf(m_targets.at(3), u"/archive"_s), 403)});
    const qint64 begin = f()->now();
    SessionFixture::reportOf(f().service().runBulk({}, m_targets, u"Report"_s));
    const BatchId batch = batches().constFirst().id;
    const BatchRecord record = *SessionFixture::resultOf(history().report(batch));
    QCOMPARE(record.summary.name, u"Report"_s);
    QCOMPARE(record.lines.size(), Total);
    for (int i = 0; i < Total; ++i) {
        const BatchLine &line = record.lines.at(i);
        QVERIFY(line.target == m_targets.at(i));
        QCOMPARE(line.state, i == 3 ? JournalState::NotApplied : JournalState::Applied);
        QCOMPARE(line.httpStatus, i == 3 ? 403 : 200);
        QVERIFY(i != 3 || !line.requestId.isEmpty());
        QVERIFY(line.settledAt >= begin && line.settledAt <= f()->now());
    }
    QCOMPARE(SessionFixture::resultOf(history().report(batch + 1)).error().kind,
             ErrorKind::NotFound);
}

void TestBatchHistory::keepsTheContactAsItWas()
{
    const Contact before = f().stored(m_targets.at(2).id);
    SessionFixture::reportOf(f().service().runBulk({}, m_targets));
    const QList<BulkTarget> others = f().targets(2);
    SessionFixture::reportOf(f().service().runBulk(renaming(), others));
    const auto archives = SessionFixture::resultOf(f()->archive().archived({}));
    QCOMPARE(archives->constFirst().contacts.size(), Total);
    int compared = 0;
    for (const ArchivedContact &each : archives->constFirst().contacts) {
        const Result<Contact> then = SessionFixture::resultOf(history().asItWas(each.entry));
        QVERIFY(then.isOk());
        QCOMPARE(then->id, each.id);
        if (each.id == before.id && ++compared > 0)
            QCOMPARE(difference(*then, before), QString());
    }
    QCOMPARE(compared, 1);
    const qint64 update = f().journalRows().constLast().entries.constFirst().entry;
    QCOMPARE(SessionFixture::resultOf(history().asItWas(update)).error().kind, ErrorKind::NotFound);
    m_targets += others;
}

void TestBatchHistory::tellsWhatWasArchivedWhen()
{
    const auto between = [this](qint64 from, qint64 to) {
        return SessionFixture::resultOf(history().archivedBetween(from, to))->size();
    };
    const qint64 begin = f()->now();
    SessionFixture::reportOf(f().service().runBulk({}, m_targets.mid(0, 4)));
    SessionFixture::reportOf(f().service().runBulk({}, m_targets.mid(4, 3)));
    SessionFixture::reportOf(f().service().runBulk({Kind::Restore, {}, {}}, m_targets.mid(5, 1)));
    const qint64 end = f()->now() + 1;
    QCOMPARE(between(begin, end), 6);
    QCOMPARE(between(end, end + 86'400), 0);
    QCOMPARE(between(begin - 86'400, begin), 0);
}

void TestBatchHistory::undoInALaterSession_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::newRow("archive") << Kind::Archive;
    QTest::newRow("add tag") << Kind::AddTag;
    QTest::newRow("remove tag") << Kind::RemoveTag;
    QTest::newRow("attach company") << Kind::AttachCompany;
    QTest::newRow("update") << Kind::Update;
}

void TestBatchHistory::undoInALaterSession()
{
    QFETCH(Kind, kind);
    BulkAction action = kind == Kind::Update ? renaming() : BulkAction{kind, {}, {}};
    if (kind == Kind::AddTag || kind == Kind::RemoveTag)
        action.tag = SessionFixture::resultOf(f().service().createTag(u"Later"_s))->id;
    if (kind == Kind::AttachCompany)
        action.company =
            SessionFixture::resultOf(f().service().createCompany(u"Later"_s, u"later"_s))->id;
    // Some have the tag before: they keep it.
    if (kind == Kind::AddTag)
        SessionFixture::reportOf(f().service().runBulk(action, m_targets.mid(0, 3)));
    if (kind == Kind::RemoveTag)
        SessionFixture::reportOf(f().service().runBulk(action.inverse(), m_targets.mid(0, 3)));
    const std::map<QString, Contact> before = f().truth();
    SessionFixture::reportOf(f().service().runBulk(action, m_targets, u"To be undone"_s));
    openAgain();
    const BatchId batch = batches().constFirst().id;
    BulkRun *run = runOf(history().undo(batch));
    QCOMPARE(run->undoes(), batch);
    QCOMPARE(run->name(), u"To be undone"_s);
    QCOMPARE(SessionFixture::reportOf(run).failed(), 0);
    for (const BulkTarget &target : m_targets)
        QCOMPARE(difference(f().truthOf(target.id), before.at(target.id.text())), QString());
    const QList<BatchSummary> told = batches();
    QCOMPARE(told.at(1).id, batch);
    QCOMPARE(told.at(1).undoneBy, told.at(0).id);
    QCOMPARE(told.at(0).undoes, batch);
    QVERIFY(!told.at(1).canUndo() || kind == Kind::AddTag || kind == Kind::RemoveTag);
    QVERIFY(f()->undoHistory().canRedo());
}

void TestBatchHistory::undoChecksWhatOthersChanged()
{
    SessionFixture::reportOf(f().service().runBulk(renaming(), m_targets));
    openAgain();
    f().ask("PUT", pathOf(m_targets.at(6)), R"({"name":"Theirs"})");
    const BulkReport report =
        SessionFixture::reportOf(runOf(history().undo(batches().constFirst().id)));
    QCOMPARE(report.succeeded(), Total - 1);
    QCOMPARE(report.failedTargets().constFirst().id, m_targets.at(6).id);
    QCOMPARE(f().truthOf(m_targets.at(6).id).name(), u"Theirs"_s);
    // Later the journal still knows why.
    const BatchRecord record =
        *SessionFixture::resultOf(history().report(batches().constFirst().id));
    for (const BatchLine &line : record.lines) {
        const bool isLeft = line.target.id == m_targets.at(6).id;
        QCOMPARE(line.kind, isLeft ? std::optional(ErrorKind::Conflict) : std::nullopt);
        QCOMPARE(line.code, isLeft ? UpdateContact::changedMeanwhile() : QString());
    }
}

void TestBatchHistory::undoOnce()
{
    SessionFixture::reportOf(f().service().runBulk({}, m_targets));
    const BatchId batch = batches().constFirst().id;
    SessionFixture::reportOf(runOf(history().undo(batch)));
    QCOMPARE(SessionFixture::resultOf(history().undo(batch)).error().kind, ErrorKind::NotFound);
    QVERIFY(!batches().constLast().canUndo());
}

void TestBatchHistory::undoOfMergedAndDeleted()
{
    const auto isLead = [](const BulkTarget &target) { return target.role == Role::Lead; };
    const auto lead = std::find_if(m_targets.cbegin() + 2, m_targets.cend(), isLead);
    QVERIFY(lead != m_targets.cend());
    SessionFixture::reportOf(f().service().runBulk({}, m_targets));
    openAgain();
    f().ask("DELETE", pathOf(m_targets.at(1)));
    // Restored and merged by somebody else.
    const QByteArray made = f().ask("POST", u"/contacts"_s, R"({"email":"into@merge.example"})");
    const QByteArray user = QJsonDocument::fromJson(made)[u"id"].toString().toLatin1();
    f().ask("POST", pathOf(*lead, u"/unarchive"_s));
    f().ask("POST", u"/contacts/merge"_s,
            R"({"from":")" + lead->id.text().toLatin1() + R"(","into":")" + user + R"("})");
    const BulkReport report =
        SessionFixture::reportOf(runOf(history().undo(batches().constFirst().id)));
    QCOMPARE(report.succeeded(), Total - 2);
    QCOMPARE(report.failedTargets().size(), 2);
    QVERIFY(report.failedTargets().contains(*lead));
    QVERIFY(report.failedTargets().contains(m_targets.at(1)));
    // They are still listed as archived, as far as the journal knows.
    m_oracle->except(m_targets.at(1).id);
    m_oracle->except(lead->id);
    QVERIFY(
        SessionFixture::resultOf(f().service().fetch(ContactId(QString::fromLatin1(user)))).isOk());
}

void TestBatchHistory::staysInItsWorkspace()
{
    SessionFixture::reportOf(f().service().runBulk({}, m_targets));
    const BatchId batch = batches().constFirst().id;
    const qint64 entry = f().journalRows().constFirst().entries.constFirst().entry;
    const JournalScope own = f().journal().scope();
    const QList<JournalScope> others{{own.workspaceId, u"eu"_s}, {u"other"_s, own.region}};
    for (const JournalScope &other : others) {
        f().journal().setScope(other);
        QVERIFY(batches().isEmpty());
        QVERIFY(interrupted().isEmpty());
        const auto isRefused = [](const auto &result) {
            return !result && result.error().kind == ErrorKind::NotFound;
        };
        QVERIFY(isRefused(SessionFixture::resultOf(history().report(batch))));
        QVERIFY(isRefused(SessionFixture::resultOf(history().undo(batch))));
        QVERIFY(isRefused(SessionFixture::resultOf(history().finish(batch))));
        QVERIFY(isRefused(SessionFixture::resultOf(history().leave(batch))));
        QVERIFY(isRefused(SessionFixture::resultOf(history().asItWas(entry))));
        QVERIFY(SessionFixture::resultOf(history().archivedBetween(0, 1LL << 40))->isEmpty());
    }
    f().journal().setScope(own);
    QCOMPARE(batches().size(), 1);
}

void TestBatchHistory::finishesWhatWasCutShort_data()
{
    QTest::addColumn<bool>("isUpdate");
    QTest::newRow("archive") << false;
    QTest::newRow("update") << true;
}

void TestBatchHistory::finishesWhatWasCutShort()
{
    QFETCH(bool, isUpdate);
    const BulkAction action = isUpdate ? renaming() : BulkAction();
    const BatchSummary cut = cutShort(action);
    QCOMPARE(cut.name, u"Cut short"_s);
    QVERIFY(cut.action == action);
    QCOMPARE(cut.applied, Total / 2);
    QCOMPARE(cut.open(), Total - Total / 2);
    BulkRun *run = runOf(history().finish(cut.id));
    QCOMPARE(run->batch(), cut.id);
    QCOMPARE(run->total(), cut.open());
    QCOMPARE(SessionFixture::reportOf(run).succeeded(), cut.open());
    QVERIFY(interrupted().isEmpty());
    QCOMPARE(batches().size(), 1);
    QCOMPARE(batches().constFirst().applied, Total);
    if (isUpdate) {
        for (const BulkTarget &target : m_targets)
            QVERIFY(action.patch.isHeldBy(f().truthOf(target.id)));
        // The whole batch is taken back, what was done before the cut too.
        SessionFixture::reportOf(runOf(history().undo(cut.id)));
        for (const BulkTarget &target : m_targets)
            QVERIFY(!action.patch.isHeldBy(f().truthOf(target.id)));
    }
}

void TestBatchHistory::undoesWhatWasCutShort()
{
    const BatchSummary cut = cutShort({});
    QCOMPARE(SessionFixture::reportOf(runOf(history().undo(cut.id))).succeeded(), Total);
    QVERIFY(f().archivedIds().isEmpty());
    QVERIFY(interrupted().isEmpty());
}

void TestBatchHistory::leavesWhatWasCutShort()
{
    const BatchSummary cut = cutShort({});
    f().sandbox()->clearSeen();
    const BulkReport report = SessionFixture::reportOf(runOf(history().leave(cut.id)));
    QCOMPARE(f().count("POST", u"**"_s), 0);
    QCOMPARE(report.settled.size(), cut.open());
    QCOMPARE(report.succeeded(), 0);
    QVERIFY(interrupted().isEmpty());
    // Those that are gone are shown as perhaps archived; the others are known not to be.
    const BatchSummary left = batches().constFirst();
    QCOMPARE(left.intended, 0);
    QVERIFY(left.isClosed);
    QCOMPARE(left.unknown + left.notApplied, cut.open());
    int gone = 0;
    for (int i = Total / 2; i < Total; ++i)
        gone += f().isStored(m_targets.at(i).id) ? 0 : 1;
    QCOMPARE(left.unknown, gone);
}

void TestBatchHistory::finishingLeavesWhatOthersChanged()
{
    const BatchSummary cut = cutShort(renaming());
    const BulkTarget theirs = m_targets.constLast();
    f().ask("PUT", pathOf(theirs), R"({"name":"Theirs"})");
    const BulkReport report = SessionFixture::reportOf(runOf(history().finish(cut.id)));
    QCOMPARE(report.failedTargets().size(), 1);
    QCOMPARE(report.settled.size(), cut.open());
    QCOMPARE(f().truthOf(theirs.id).name(), u"Theirs"_s);
    QVERIFY(interrupted().isEmpty());
}

void TestBatchHistory::refusedWhileFinishing_data()
{
    QTest::addColumn<int>("status");
    QTest::newRow("403") << 403;
    QTest::newRow("422") << 422;
    QTest::newRow("500") << 500;
}

//! The process before may have done it: a refusal today does not say that it has not.
void TestBatchHistory::refusedWhileFinishing()
{
    QFETCH(int, status);
    const BatchSummary cut = cutShort({});
    QList<ContactId> gone;
    const std::map<QString, Contact> active = f().truth();
    for (const BulkTarget &target : m_targets) {
        if (!active.contains(target.id.text()))
            gone.append(target.id);
    }
    QVERIFY(gone.size() > Total / 2);
    f().setFaults({statusFault("POST", AnyArchive, status, 1, 1000)});
    const BulkReport report = SessionFixture::reportOf(runOf(history().finish(cut.id)));
    f().setFaults({});
    QCOMPARE(report.succeeded(), 0);
    const QList<ContactId> known = f().archivedIds();
    for (const ContactId &id : gone)
        QVERIFY(known.contains(id));
    QCOMPARE(known.size(), gone.size());
    // What is open can be finished another time.
    const QList<BatchSummary> open = interrupted();
    for (const BatchSummary &batch : open)
        QCOMPARE(SessionFixture::reportOf(runOf(history().finish(batch.id))).failed(), 0);
}

void TestBatchHistory::undoOfAnUndoChecksToo()
{
    SessionFixture::reportOf(f().service().runBulk(renaming(), m_targets));
    SessionFixture::reportOf(runOf(history().undo(batches().constFirst().id)));
    f().ask("PUT", pathOf(m_targets.at(6)), R"({"name":"Theirs"})");
    const bool isKnownHere =
        SessionFixture::resultOf(f().service().fetch(m_targets.at(6).id)).isOk();
    QVERIFY(isKnownHere);
    const BulkReport report =
        SessionFixture::reportOf(runOf(history().undo(batches().constFirst().id)));
    QCOMPARE(report.succeeded(), Total - 1);
    QCOMPARE(report.failedTargets().constFirst().id, m_targets.at(6).id);
    QCOMPARE(f().truthOf(m_targets.at(6).id).name(), u"Theirs"_s);
    QVERIFY(renaming().patch.isHeldBy(f().truthOf(m_targets.at(5).id)));
}

void TestBatchHistory::neverBegun_data()
{
    QTest::addColumn<QString>("answer");
    QTest::newRow("finish") << u"finish"_s;
    QTest::newRow("undo") << u"undo"_s;
    QTest::newRow("leave") << u"leave"_s;
}

void TestBatchHistory::neverBegun()
{
    QFETCH(QString, answer);
    BulkRun *first = f().service().runBulk(renaming(), m_targets.mid(0, 2));
    first->pause();
    BulkRun *second = f().service().runBulk({}, m_targets);
    QTRY_VERIFY(first->batch() > 0 && second->batch() > 0);
    const BatchId other = first->batch();
    const BatchId batch = second->batch();
    openAgain();
    QCOMPARE(interrupted().size(), 2);
    SessionFixture::reportOf(runOf(history().leave(other)));
    f().sandbox()->clearSeen();
    if (answer == u"finish") {
        QCOMPARE(SessionFixture::reportOf(runOf(history().finish(batch))).succeeded(), Total);
        QCOMPARE(f().archivedIds().size(), Total);
    } else if (answer == u"undo") {
        QCOMPARE(SessionFixture::resultOf(history().undo(batch)).error().kind, ErrorKind::NotFound);
        QCOMPARE(f().count("*", u"**"_s), 0);
        SessionFixture::reportOf(runOf(history().leave(batch)));
    } else {
        QCOMPARE(SessionFixture::reportOf(runOf(history().leave(batch))).failed(), Total);
        QCOMPARE(f().count("*", u"**"_s), 0);
    }
    QVERIFY(interrupted().isEmpty());
}

void TestBatchHistory::worksOnABatchOnce()
{
    const BatchSummary cut = cutShort({});
    QVERIFY(!history().isAtWork(cut.id));
    BulkRun *run = runOf(history().finish(cut.id));
    run->pause();
    QVERIFY(history().isAtWork(cut.id));
    const auto codeOf = [](OperationOf<BulkRun *> *asked) {
        return SessionFixture::resultOf(asked).error().code;
    };
    QCOMPARE(codeOf(history().finish(cut.id)), BatchHistory::atWork());
    QCOMPARE(codeOf(history().undo(cut.id)), BatchHistory::atWork());
    QCOMPARE(codeOf(history().leave(cut.id)), BatchHistory::atWork());
    QVERIFY(interrupted().isEmpty());
    run->resume();
    QCOMPARE(SessionFixture::reportOf(run).succeeded(), cut.open());
    QVERIFY(!history().isAtWork(cut.id));
}

void TestBatchHistory::restoredElsewhere()
{
    SessionFixture::reportOf(f().service().runBulk({}, m_targets));
    const QList<BulkTarget> back = m_targets.mid(2, 3);
    for (const BulkTarget &target : back)
        f().ask("POST", pathOf(target, u"/unarchive"_s));
    for (const BulkTarget &target : back)
        QVERIFY(SessionFixture::resultOf(f().service().fetch(target.id)).isOk());
    QTRY_COMPARE(f().archivedIds().size(), Total - 3);
    for (const BulkTarget &target : back)
        QVERIFY(!f().archivedIds().contains(target.id) && f().isStored(target.id));
}

void TestBatchHistory::killedBeforeTheStoreKnew()
{
    // As after a crash between the two files: archived, in the journal, and still in the store.
    const auto before = SessionFixture::resultOf(
        f().journal().openBatch({{}, {}, f().journal().scope(), {}, {}, f()->now()}, m_targets,
                                QList<BeforeAction>(Total)));
    QList<Settlement> outcomes;
    for (const BulkTarget &target : m_targets) {
        f().ask("POST", pathOf(target, u"/archive"_s));
        outcomes.append({target.id, JournalState::Applied, 200, {}, f()->now()});
    }
    QVERIFY(SessionFixture::resultOf(f().journal().settleMany(*before, outcomes)).isOk());
    QVERIFY(f().isStored(m_targets.constFirst().id));
    openAgain();
    QTRY_COMPARE(f().ids().size(), 20 - Total);
}

QTEST_GUILESS_MAIN(TestBatchHistory)
#include "tst_batchhistory.moc"
