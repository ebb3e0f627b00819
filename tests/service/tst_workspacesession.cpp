// SPDX-License-Identifier: MIT
// A session as a whole: what survives it, what a new token does, what a probe tells, what may be
// read in a log, and what becomes of operations when it goes.
#include "core/net/qnamtransport.h"
#include "core/service/bulkrun.h"
#include "core/service/contactservice.h"
#include "core/service/identityprobe.h"
#include "core/service/syncer.h"
#include "tests/support/sessionfixture.h"

#include <QtCore/QLoggingCategory>
#include <QtCore/QMutex>
#include <QtCore/QPointer>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace roster;
using namespace roster::test;
using sandbox::FaultAction;

namespace {

//! Everything that is logged while it lives.
class LogCatcher
{
public:
    LogCatcher() { s_before = qInstallMessageHandler(&LogCatcher::take); }
    ~LogCatcher() { qInstallMessageHandler(s_before); }

    QString text() const
    {
        const QMutexLocker lock(&s_mutex);
        return s_text;
    }

private:
    static void take(QtMsgType type, const QMessageLogContext &context, const QString &message)
    {
        {
            const QMutexLocker lock(&s_mutex);
            s_text += message + u'\n';
        }
        if (s_before)
            s_before(type, context, message);
    }

    static inline QMutex s_mutex;
    static inline QString s_text;
    static inline QtMessageHandler s_before = nullptr;
};

//! Operations of every kind, each started by a call.
using Starter = std::function<Operation *(SessionFixture &, const Contact &)>;

QList<std::pair<QByteArray, Starter>> starters()
{
    const auto target = [](const Contact &contact) { return SessionFixture::target(contact); };
    return {
        {"fetch", [](auto &f, const Contact &c) { return f.service().fetch(c.id); }},
        {"create",
         [](auto &f, const Contact &) {
             ContactDraft draft;
             draft.fields = {{ContactField::Role, u"lead"_s}, {ContactField::Name, u"New"_s}};
             return f.service().create(draft);
         }},
        {"refused create",
         [](auto &f, const Contact &) { return f.service().create(ContactDraft()); }},
        {"update",
         [](auto &f, const Contact &c) {
             ContactPatch patch;
             patch.fields.emplace(ContactField::Name, u"Renamed"_s);
             return f.service().update(c, patch);
         }},
        {"update of nothing", [](auto &f, const Contact &c) { return f.service().update(c, {}); }},
        {"archive", [=](auto &f, const Contact &c) { return f.service().archive(target(c)); }},
        {"restore", [=](auto &f, const Contact &c) { return f.service().restore(target(c)); }},
        {"tag",
         [=](auto &f, const Contact &c) {
             return f.service().attachTag(target(c), TagId(u"7522907"_s));
         }},
        {"list tags", [](auto &f, const Contact &c) { return f.service().listTags(c.id); }},
        {"create tag", [](auto &f, const Contact &) { return f.service().createTag(u"T"_s); }},
        {"list companies",
         [](auto &f, const Contact &c) { return f.service().listCompanies(c.id); }},
        {"create company",
         [](auto &f, const Contact &) { return f.service().createCompany(u"C"_s, u"c"_s); }},
        {"company's contacts",
         [](auto &f, const Contact &) {
             return f.service().companyContacts(CompanyId(u"6657a8156abd0160d35d1e55"_s), {});
         }},
    };
}

} // namespace

class TestWorkspaceSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void copyIsThereAgain();
    void wipeLeavesTheJournal();
    void newTokenGoesOn();
    void probeTellsTheWorkspace();
    void probeTellsWhatIsWrong_data();
    void probeTellsWhatIsWrong();
    void logsHoldNoSecrets();
    void operationsKeepTheirWord_data() { addStarters(); }
    void operationsKeepTheirWord();
    void operationsEndWithTheSession_data() { addStarters(); }
    void operationsEndWithTheSession();
    void cancelledOperationsEnd_data() { addStarters(); }
    void cancelledOperationsEnd();

private:
    static void addStarters()
    {
        QTest::addColumn<int>("index");
        const auto all = starters();
        for (int i = 0; i < all.size(); ++i)
            QTest::newRow(all.at(i).first) << i;
    }
    static Operation *begin(SessionFixture &fixture, int index)
    {
        return starters().at(index).second(fixture, fixture.stored(fixture.ids().constFirst()));
    }
};

void TestWorkspaceSession::copyIsThereAgain()
{
    SessionFixture f({.contacts = 25});
    const ContactId id = f.ids().constFirst();
    const Contact before = f.stored(id);
    const QList<Tag> tags = f->book().tags();
    const auto archived = f.targets(1, 3);
    QVERIFY(SessionFixture::resultOf<BulkReport>(f.service().archive(archived.constFirst())));
    const QList<ContactId> ids = f.ids();
    f.close();
    f.open();
    f.sandbox()->clearSeen();
    QVERIFY(f->syncer().status().isComplete);
    QCOMPARE(f->syncer().status().state, SyncStatus::State::Idle);
    QVERIFY(f->syncer().status().finishedAt <= f.clock().now());
    QCOMPARE(f.ids(), ids);
    QCOMPARE(f.stored(id), before);
    QCOMPARE(f->book().tags(), tags);
    QVERIFY(!f->book().admins().isEmpty());
    QCOMPARE(f.archivedIds(), QList{archived.constFirst().id});
    QCOMPARE(f.count("*", u"**"_s), 0);
    QCOMPARE(f.disagreements(), QString());
}

void TestWorkspaceSession::wipeLeavesTheJournal()
{
    SessionFixture f({.contacts = 10});
    const auto target = f.targets(1).constFirst();
    QVERIFY(SessionFixture::resultOf<BulkReport>(f.service().archive(target)));
    f->wipeCopy();
    f.close();
    f.open();
    QVERIFY(f.ids().isEmpty());
    QVERIFY(!f->syncer().status().isComplete);
    QVERIFY(f->book().tags().isEmpty());
    QCOMPARE(f.archivedIds(), QList{target.id});
    f->eraseJournal();
    f.close();
    f.open();
    QCOMPARE(f.archivedIds(), QList<ContactId>());
}

void TestWorkspaceSession::newTokenGoesOn()
{
    SessionFixture f({.contacts = 10});
    f.sandbox()->setToken("second");
    const ContactId id = f.ids().constFirst();
    QSignalSpy reachability(&f.session(), &Session::reachabilityChanged);
    const Result<Contact> refused = SessionFixture::resultOf(f.service().fetch(id));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Unauthorized);
    QCOMPARE(f->reachability().state, Reachability::State::Unauthorized);
    QVERIFY(f.isStored(id));
    f->setToken("second");
    QCOMPARE(f->reachability().state, Reachability::State::Online);
    QVERIFY(SessionFixture::resultOf(f.service().fetch(id)));
    QCOMPARE(reachability.count(), 2);
}

void TestWorkspaceSession::probeTellsTheWorkspace()
{
    SessionFixture f({.contacts = 3, .isLoaded = false});
    QObject owner;
    const auto identity = SessionFixture::resultOf(probeIdentity(f.transport(), f.clock(), &owner));
    QVERIFY(identity);
    QVERIFY(!identity->id.isEmpty());
    QVERIFY(!identity->name.isEmpty());
    QVERIFY(!identity->tokenOwner.name.isEmpty());
    QCOMPARE(regionFromServer(identity->toldRegion), std::optional(Region::UnitedStates));
    QCOMPARE(*identity, f->identity());
}

void TestWorkspaceSession::probeTellsWhatIsWrong_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("action");
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("sent");
    const auto row = [](const char *name, int status, FaultAction action, ErrorKind kind,
                        int sent) {
        QTest::newRow(name) << status << int(action) << int(kind) << sent;
    };
    row("401", 401, FaultAction::Status, ErrorKind::Unauthorized, 1);
    row("403", 403, FaultAction::Status, ErrorKind::Forbidden, 1);
    row("a proxy's page", 0, FaultAction::Html, ErrorKind::Forbidden, 1);
    row("silence", 0, FaultAction::Hang, ErrorKind::Timeout, 2);
    row("503", 503, FaultAction::Status, ErrorKind::Server, 2);
    row("no JSON", 0, FaultAction::InvalidJson, ErrorKind::Protocol, 1);
    row("wrong types", 0, FaultAction::WrongType, ErrorKind::Protocol, 1);
}

void TestWorkspaceSession::probeTellsWhatIsWrong()
{
    QFETCH(int, status);
    QFETCH(int, action);
    QFETCH(int, kind);
    QFETCH(int, sent);
    SessionFixture f({.contacts = 3,
                      .speed = 100,
                      .timeout = std::chrono::milliseconds(1000),
                      .isLoaded = false});
    sandbox::FaultRule rule = fault("GET", u"/me"_s, static_cast<FaultAction>(action), 1, 100);
    rule.status = status;
    f.setFaults({rule});
    QObject owner;
    const auto identity = SessionFixture::resultOf(probeIdentity(f.transport(), f.clock(), &owner));
    QVERIFY(!identity);
    QCOMPARE(int(identity.error().kind), kind);
    QCOMPARE(f.count("GET", u"/me"_s), sent);
}

void TestWorkspaceSession::logsHoldNoSecrets()
{
    LogCatcher log;
    QLoggingCategory::setFilterRules(u"roster.*=true"_s);
    {
        SessionFixture f({.contacts = 5, .speed = 200});
        const QByteArray secret = "canary-token-77";
        f.sandbox()->setToken(secret);
        f->setToken(secret);
        ContactDraft draft;
        draft.fields = {{ContactField::Role, u"user"_s},
                        {ContactField::Email, u"canary-mail@example.org"_s},
                        {ContactField::Name, u"Canary Name"_s},
                        {ContactField::Phone, u"+49 30 5550199"_s}};
        const auto made = SessionFixture::resultOf(f.service().create(draft));
        QVERIFY(made);
        // Refusals with the person's data in the server's words, and answers that cannot be read.
        QVERIFY(!SessionFixture::resultOf(f.service().create(draft)));
        f.setFaults({fault("GET", u"**"_s, FaultAction::WrongType),
                     statusFault("PUT", u"**"_s, 500, 1, 4)});
        QVERIFY(!SessionFixture::resultOf(f.service().fetch(made->id)));
        ContactPatch patch;
        patch.fields.emplace(ContactField::Name, u"Canary Name Two"_s);
        QVERIFY(!SessionFixture::resultOf(f.service().update(*made, patch)));
        QVERIFY(SessionFixture::resultOf<BulkReport>(
            f.service().archive(SessionFixture::target(*made))));
        f.sandbox()->setToken("other");
        QVERIFY(!SessionFixture::resultOf(f.service().fetch(made->id)));
        f->wipeCopy();
    }
    QLoggingCategory::setFilterRules(QString());
    qWarning("the catcher is at work");
    const QString text = log.text();
    QVERIFY(text.contains(u"the catcher is at work"));
    for (const QString &canary :
         {u"canary-token"_s, u"canary-mail"_s, u"Canary Name"_s, u"5550199"_s, u"Bearer"_s})
        QVERIFY2(!text.contains(canary, Qt::CaseInsensitive), qPrintable(text));
}

void TestWorkspaceSession::operationsKeepTheirWord()
{
    QFETCH(int, index);
    SessionFixture f({.contacts = 5, .speed = 50});
    Operation *operation = begin(f, index);
    QVERIFY(!operation->isFinished());
    // Whoever made it owns it.
    QCOMPARE(operation->parent(), &f.service());
    int ends = 0;
    int wrong = 0;
    auto doomed = std::make_unique<QObject>();
    QObject context;
    QObject::connect(operation, &Operation::finished, doomed.get(), [&wrong] { ++wrong; });
    for (int i = 0; i < 3; ++i) {
        QObject::connect(operation, &Operation::finished, &context, [&ends, operation] {
            ++ends;
            QVERIFY(operation->isFinished());
            QVERIFY(operation->state() == Operation::State::Succeeded ||
                    operation->state() == Operation::State::Failed);
        });
    }
    doomed.reset();
    const QPointer<Operation> guard(operation);
    QTRY_COMPARE(ends, 3);
    QCOMPARE(wrong, 0);
    // It is gone by itself, and its end was told once.
    QTRY_VERIFY(!guard);
    QCOMPARE(ends, 3);
}

void TestWorkspaceSession::operationsEndWithTheSession()
{
    QFETCH(int, index);
    SessionFixture f({.contacts = 5, .timeout = std::chrono::seconds(20)});
    f.setFaults({fault("*", u"**"_s, FaultAction::Hang, 1, 1000)});
    Operation *operation = begin(f, index);
    int ends = 0;
    QObject context;
    QObject::connect(operation, &Operation::finished, &context, [&ends] { ++ends; });
    const bool isSent = QTest::qWaitFor([&] { return f.count("*", u"**"_s) > 0 || ends > 0; });
    QVERIFY(isSent);
    f.close();
    QCOMPARE(ends, 1);
}

void TestWorkspaceSession::cancelledOperationsEnd()
{
    QFETCH(int, index);
    SessionFixture f({.contacts = 5, .timeout = std::chrono::seconds(20)});
    Operation *operation = begin(f, index);
    int ends = 0;
    Operation::State end = Operation::State::Queued;
    QObject context;
    QObject::connect(operation, &Operation::finished, &context, [&] {
        ++ends;
        end = operation->state();
    });
    const bool isRun = qobject_cast<BulkRun *>(operation) != nullptr;
    operation->cancel();
    QCOMPARE(ends, 0);
    QTRY_COMPARE(ends, 1);
    // Nothing was sent: a run says what it left alone, what was refused at once stays refused.
    const QByteArray name = starters().at(index).first;
    if (isRun || name == "update of nothing")
        QCOMPARE(end, Operation::State::Succeeded);
    else if (name == "refused create")
        QCOMPARE(end, Operation::State::Failed);
    else
        QCOMPARE(end, Operation::State::Cancelled);
    QCOMPARE(f.count("*", u"**"_s), 0);
    QCOMPARE(f.disagreements(), QString());
}

QTEST_GUILESS_MAIN(TestWorkspaceSession)
#include "tst_workspacesession.moc"
