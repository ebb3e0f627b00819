// SPDX-License-Identifier: MIT
// Deleting and blocking, over the sandbox: facts, receipts, refusals, lost answers, the end of a
// session in between.
#include "core/service/bulkrun.h"
#include "core/store/statementhook.h"
#include "core/store/writejournal.h"
#include "tests/service/factlog.h"
#include "tests/service/lifecyclefixture.h"

#include <QtTest/QSignalSpy>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace roster;
using namespace roster::test;
using sandbox::FaultAction;
using sandbox::FaultRule;

namespace {

const QString BlockPath = u"/contacts/*/block"_s;

enum class End { Delete, Block };

} // namespace

class TestReceipts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { m_f.reset(); }

    void leavesAReceipt_data();
    void leavesAReceipt();
    void archivedOneIsNotRestorable();
    void refused_data();
    void refused();
    void goneAlready();
    void blockNeedsItsVersion();
    void lostAnswer_data();
    void lostAnswer();
    void givenUp();
    void sessionEndsInBetween();
    void journalThatFails();
    void workspacesAreApart();

private:
    void start(const QString &version = u"2.13"_s, StatementHook *hook = nullptr)
    {
        m_f = std::make_unique<LifecycleFixture>(version, hook);
    }
    SessionFixture *f() { return m_f->operator->(); }
    OperationOf<Receipt> *end(End how, const BulkTarget &contact)
    {
        return how == End::Delete ? m_f->life().remove(contact) : m_f->life().block(contact);
    }

    std::unique_ptr<LifecycleFixture> m_f;
};

void TestReceipts::leavesAReceipt_data()
{
    QTest::addColumn<End>("how");
    QTest::newRow("delete") << End::Delete;
    QTest::newRow("block") << End::Block;
}

void TestReceipts::leavesAReceipt()
{
    QFETCH(End, how);
    start();
    const BulkTarget contact = m_f->anyone();
    FactLog facts(f()->service(), {contact.id});
    QSignalSpy changed(&m_f->life(), &LifecycleService::receiptsChanged);
    OperationOf<Receipt> *operation = end(how, contact);
    facts.watch(operation);
    const auto receipt = SessionFixture::resultOf(operation);
    QVERIFY(receipt.isOk());
    QCOMPARE(facts.lines(), (QStringList{u"removed"_s, u"finished"_s}));
    QVERIFY(!f()->isStored(contact.id));
    QCOMPARE(receipt->kind, how == End::Delete ? Receipt::Kind::Deleted : Receipt::Kind::Blocked);
    QCOMPARE(receipt->contact, contact);
    QCOMPARE(receipt->by, f()->session().identity().tokenOwner.name);
    QVERIFY(receipt->isCertain && !receipt->requestId.isEmpty());
    QVERIFY(std::abs(receipt->at - f()->session().now()) < 60);
    QCOMPARE(m_f->receipts(), QList{*receipt});
    QVERIFY(changed.count() >= 2);
    // Nobody looks for it elsewhere, and it comes back from no search.
    QVERIFY(f()->sweep());
    QCOMPARE(f()->disagreements(), QString());
    QVERIFY(m_f->vanished().isEmpty());
    QVERIFY(f()->archivedIds().isEmpty());
    // It outlives the session and the copy.
    f()->session().wipeCopy();
    f()->close();
    f()->open();
    QCOMPARE(m_f->receipts(), QList{*receipt});
}

void TestReceipts::archivedOneIsNotRestorable()
{
    start();
    const QList<BulkTarget> two = f()->targets(2);
    SessionFixture::reportOf(f()->service().runBulk({BulkAction::Kind::Archive, {}, {}}, two));
    QCOMPARE(f()->archivedIds().size(), 2);
    // One that is known as vanished is forgotten there, too.
    const BulkTarget third = m_f->anyone();
    f()->ask("POST", u"/contacts/"_s + third.id.text() + u"/archive"_s);
    QVERIFY(!SessionFixture::resultOf(f()->service().fetch(third.id)));
    QCOMPARE(m_f->vanished().size(), 1);
    QSignalSpy archive(&f()->service(), &ContactService::archiveChanged);
    QVERIFY(SessionFixture::resultOf(m_f->life().remove(two.at(0))).isOk());
    QVERIFY(SessionFixture::resultOf(m_f->life().remove(third)).isOk());
    QCOMPARE(f()->archivedIds(), QList{two.at(1).id});
    QCOMPARE(*SessionFixture::resultOf(f()->session().archive().archivedCount()), 1);
    QVERIFY(archive.count() > 0);
    QVERIFY(m_f->vanished().isEmpty());
}

void TestReceipts::refused_data()
{
    QTest::addColumn<End>("how");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("kind");
    for (const auto &[name, how] :
         {std::pair("delete", End::Delete), std::pair("block", End::Block)}) {
        QTest::addRow("%s, 401", name) << how << 401 << int(ErrorKind::Unauthorized);
        QTest::addRow("%s, 403", name) << how << 403 << int(ErrorKind::Forbidden);
        QTest::addRow("%s, 422", name) << how << 422 << int(ErrorKind::Invalid);
    }
}

void TestReceipts::refused()
{
    QFETCH(End, how);
    QFETCH(int, status);
    QFETCH(int, kind);
    start();
    const BulkTarget contact = m_f->anyone();
    FactLog facts(f()->service(), {contact.id});
    f()->setFaults({statusFault("*", how == End::Delete ? EachContact : BlockPath, status)});
    const auto receipt = SessionFixture::resultOf(end(how, contact));
    QVERIFY(!receipt);
    QCOMPARE(int(receipt.error().kind), kind);
    QCOMPARE(receipt.error().effect, Effect::NotApplied);
    QVERIFY(m_f->receipts().isEmpty());
    QVERIFY(f()->isStored(contact.id));
    QVERIFY(facts.lines().isEmpty());
}

void TestReceipts::goneAlready()
{
    start();
    const BulkTarget contact = m_f->anyone();
    m_f->askAbout("DELETE", contact.id);
    const auto receipt = SessionFixture::resultOf(m_f->life().remove(contact));
    QVERIFY(!receipt);
    QCOMPARE(receipt.error().kind, ErrorKind::NotFound);
    QVERIFY(m_f->receipts().isEmpty());
    QVERIFY(!f()->isStored(contact.id));
    // That was somebody else.
    QCOMPARE(m_f->vanished().size(), 1);
    QCOMPARE(SessionFixture::resultOf(m_f->life().remove({})).error().kind, ErrorKind::Invalid);
}

void TestReceipts::blockNeedsItsVersion()
{
    start(u"2.12"_s);
    const BulkTarget contact = m_f->anyone();
    const auto receipt = SessionFixture::resultOf(m_f->life().block(contact));
    QVERIFY(!receipt);
    QCOMPARE(receipt.error().kind, ErrorKind::Invalid);
    QCOMPARE(f()->count("*", u"**"_s), 0);
    QVERIFY(m_f->receipts().isEmpty());
}

void TestReceipts::lostAnswer_data()
{
    addLosses("DELETE", EachContact, true, 0);
}

void TestReceipts::lostAnswer()
{
    QFETCH(QList<FaultRule>, faults);
    QFETCH(int, sent);
    QFETCH(JournalState, state);
    start();
    const BulkTarget contact = m_f->anyone();
    FactLog facts(f()->service(), {contact.id});
    f()->setFaults(faults);
    const auto receipt = SessionFixture::resultOf(m_f->life().remove(contact));
    QCOMPARE(f()->count("DELETE", EachContact), sent);
    QCOMPARE(receipt.isOk(), state == JournalState::Applied);
    const QList<Receipt> kept = m_f->receipts();
    QCOMPARE(kept.size(), state == JournalState::NotApplied ? 0 : 1);
    QCOMPARE(f()->isStored(contact.id), !receipt.isOk());
    QCOMPARE(facts.kinds(), receipt ? QStringList{u"removed"_s} : QStringList());
    if (receipt) {
        QCOMPARE(kept, QList{*receipt});
        QVERIFY(receipt->isCertain);
    } else {
        const bool isOpen = state == JournalState::Unknown;
        QCOMPARE(receipt.error().effect, isOpen ? Effect::Unknown : Effect::NotApplied);
        QVERIFY(!isOpen || !kept.constFirst().isCertain);
    }
    f()->setFaults({});
    if (state != JournalState::Unknown)
        QCOMPARE(f()->disagreements(), QString());
}

void TestReceipts::givenUp()
{
    start();
    const BulkTarget contact = m_f->anyone();
    OperationOf<Receipt> *early = m_f->life().remove(contact);
    early->cancel();
    QCOMPARE(SessionFixture::resultOf(early).error().effect, Effect::NotApplied);
    QTRY_VERIFY(m_f->receipts().isEmpty());
    QCOMPARE(f()->count("DELETE", EachContact), 0);
    // It left: nobody can tell any more.
    f()->setFaults({fault("DELETE", EachContact, FaultAction::Hang)});
    OperationOf<Receipt> *late = m_f->life().remove(contact);
    QTRY_COMPARE(f()->count("DELETE", EachContact), 1);
    late->cancel();
    QCOMPARE(SessionFixture::resultOf(late).error().effect, Effect::Unknown);
    QCOMPARE(m_f->receipts().size(), 1);
    QVERIFY(!m_f->receipts().constFirst().isCertain);
}

void TestReceipts::sessionEndsInBetween()
{
    start();
    const QList<BulkTarget> two = f()->targets(2);
    f()->setFaults({done(fault("DELETE", EachContact, FaultAction::Hang))});
    m_f->life().remove(two.at(0));
    QTRY_COMPARE(f()->count("DELETE", EachContact), 1);
    f()->close();
    f()->setFaults({});
    f()->open();
    const QList<Receipt> open = m_f->receipts();
    QCOMPARE(open.size(), 1);
    QCOMPARE(open.constFirst().contact, two.at(0));
    QVERIFY(!open.constFirst().isCertain);
    // Written down and killed before anything was sent.
    Receipt intended;
    intended.contact = two.at(1);
    intended.at = f()->session().now() + 1;
    QVERIFY(SessionFixture::resultOf(f()->journal().openReceipt(intended)));
    f()->close();
    f()->open();
    QCOMPARE(m_f->receipts().size(), 2);
    QCOMPARE(m_f->receipts().constFirst().contact, two.at(1));
    QVERIFY(!m_f->receipts().constFirst().isCertain);
    QVERIFY(f()->isStored(two.at(1).id));
}

namespace {

//! Lets nothing be written to the journal's receipts.
class NoReceipts final : public StatementHook
{
public:
    bool allows(const QString &sql) override
    {
        return !isOn || !sql.startsWith(u"INSERT INTO receipts"_s);
    }
    std::atomic_bool isOn = false;
};

} // namespace

void TestReceipts::journalThatFails()
{
    // Outlives the session, also when a line below fails.
    static NoReceipts hook;
    start(u"2.13"_s, &hook);
    const BulkTarget contact = m_f->anyone();
    hook.isOn = true;
    const auto receipt = SessionFixture::resultOf(m_f->life().remove(contact));
    QVERIFY(!receipt);
    QCOMPARE(receipt.error().kind, ErrorKind::Storage);
    QCOMPARE(receipt.error().effect, Effect::NotApplied);
    QCOMPARE(f()->count("DELETE", EachContact), 0);
    QVERIFY(f()->isStored(contact.id));
}

void TestReceipts::workspacesAreApart()
{
    start();
    const BulkTarget contact = m_f->anyone();
    QVERIFY(SessionFixture::resultOf(m_f->life().remove(contact)).isOk());
    const JournalScope here = f()->journal().scope();
    for (const JournalScope &other :
         {JournalScope{here.workspaceId, u"eu"_s}, JournalScope{u"other"_s, here.region}}) {
        f()->journal().setScope(other);
        QVERIFY(m_f->receipts().isEmpty());
        QVERIFY(SessionFixture::resultOf(m_f->life().activity(contact.id))->isEmpty());
        QVERIFY(SessionFixture::resultOf(f()->session().eraseJournal()));
    }
    f()->journal().setScope(here);
    QCOMPARE(m_f->receipts().size(), 1);
    QSignalSpy changed(&m_f->life(), &LifecycleService::receiptsChanged);
    QVERIFY(SessionFixture::resultOf(f()->session().eraseJournal()));
    QVERIFY(m_f->receipts().isEmpty());
    QCOMPARE(changed.count(), 1);
}

QTEST_GUILESS_MAIN(TestReceipts)
#include "tst_receipts.moc"
