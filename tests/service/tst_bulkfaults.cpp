// SPDX-License-Identifier: MIT
// Everything that can go wrong with one contact of a run, at the first, a middle and the last one.
// Afterwards journal, store and sandbox agree, and nobody else was touched.
#include "core/service/bulkrun.h"
#include "core/service/contactservice.h"
#include "core/service/undohistory.h"
#include "tests/service/bulkoracle.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace roster;
using namespace roster::test;
using sandbox::FaultAction;
using sandbox::FaultRule;

namespace {

using Kind = BulkAction::Kind;

constexpr int Total = 12;
const QList<int> Places{0, 5, Total - 1};

//! What becomes of the contact that it hits.
struct Ending
{
    bool isOk = true;
    ErrorKind kind = ErrorKind::Protocol;
    Effect effect = Effect::Applied;
};

constexpr Ending Fine{};

constexpr Ending failed(ErrorKind kind, Effect effect)
{
    return {false, kind, effect};
}

struct Case
{
    const char *name;
    FaultRule rule;
    Ending archive = Fine;
    Ending update = archive;
    Ending tag = archive;
};

FaultRule times(FaultAction action, int count)
{
    return fault("*", {}, action, 1, count);
}

FaultRule status(int code, int count, QList<std::pair<QByteArray, std::optional<QByteArray>>> told)
{
    FaultRule rule = statusFault("*", {}, code, 1, count);
    rule.headers = std::move(told);
    return rule;
}

QList<Case> cases()
{
    using enum ErrorKind;
    using enum Effect;
    const Ending server = failed(Server, NotApplied);
    const Ending offline = failed(Offline, NotApplied);
    FaultRule otherContact = statusFault("*", {}, 200);
    otherContact.body = R"({"type":"contact","id":"ffffffffffffffffffffffff","archived":true})";
    otherContact.applied = true;
    return {
        {"429 with a time", status(429, 2, {{"Retry-After", "3"}})},
        {"429 with a reset in the past", status(429, 1, {{"X-RateLimit-Reset", "1000"}})},
        {"429 without a word", status(429, 2, {{"X-RateLimit-Reset", std::nullopt}})},
        {"500", status(500, 1, {})},
        {"503 with a time", status(503, 2, {{"Retry-After", "2"}})},
        {"always 503", status(503, 4, {}), server},
        {"403", status(403, 1, {}), failed(Forbidden, NotApplied)},
        {"422", status(422, 1, {}), failed(Invalid, NotApplied)},
        {"cut", times(FaultAction::CutBody, 1)},
        {"always cut", times(FaultAction::CutBody, 4)},
        {"applied, then dropped", times(FaultAction::CloseAfter, 1)},
        {"always applied, then dropped", times(FaultAction::CloseAfter, 4)},
        {"dropped", times(FaultAction::CloseBefore, 1)},
        {"always dropped", times(FaultAction::CloseBefore, 4), offline},
        {"hangs", times(FaultAction::Hang, 1)},
        {"no JSON", times(FaultAction::InvalidJson, 1)},
        {"wrong types", times(FaultAction::WrongType, 1)},
        {"nothing", times(FaultAction::Empty, 1)},
        {"another contact", otherContact, Fine, Fine, Fine},
        {"a proxy's page", times(FaultAction::Html, 1), failed(Forbidden, NotApplied)},
    };
}

} // namespace

class TestBulkFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup();
    void oneContact_data();
    void oneContact();
    void refusedToken_data();
    void refusedToken();
    void lostConnection_data() { refusedToken_data(); }
    void lostConnection();
    void goneBefore_data();
    void goneBefore();
    void repeatsInTheList();
    void detachedInWordsOnly();
    void changedByOthersMeanwhile();

private:
    void start();
    //! One that is no target yet.
    BulkTarget lead();
    //! Somebody else merges it into a user who is no target.
    void mergeAway(const ContactId &lead);
    SessionFixture &f() { return *m_fixture; }
    BulkAction actionOf(Kind kind);
    QString pathOf(Kind kind, const BulkTarget &target) const;

    QTemporaryDir m_dir;
    std::unique_ptr<SessionFixture> m_fixture;
    std::unique_ptr<BulkOracle> m_oracle;
    QList<BulkTarget> m_targets;
};

void TestBulkFaults::start()
{
    const QString file = m_dir.filePath(u"sandbox.sqlite"_s);
    QFile::remove(file);
    m_fixture =
        std::make_unique<SessionFixture>(SessionOptions{.contacts = 20,
                                                        .speed = 50,
                                                        .timeout = std::chrono::milliseconds(1500),
                                                        .sandboxFile = file});
    m_oracle = std::make_unique<BulkOracle>(f(), file);
    m_targets = f().targets(Total, 3);
}

BulkTarget TestBulkFaults::lead()
{
    const QByteArray made =
        f().ask("POST", u"/contacts"_s, R"({"role":"lead","email":"lead@merge.example"})");
    const ContactId id(QJsonDocument::fromJson(made)[u"id"].toString());
    return SessionFixture::target(*SessionFixture::resultOf(f().service().fetch(id)));
}

void TestBulkFaults::mergeAway(const ContactId &lead)
{
    const QByteArray made = f().ask("POST", u"/contacts"_s, R"({"email":"user@merge.example"})");
    const QString user = QJsonDocument::fromJson(made)[u"id"].toString();
    QVERIFY(SessionFixture::resultOf(f().service().fetch(ContactId(user))).isOk());
    f().ask("POST", u"/contacts/merge"_s,
            R"({"from":")" + lead.text().toLatin1() + R"(","into":")" + user.toLatin1() + R"("})");
}

void TestBulkFaults::cleanup()
{
    if (!QTest::currentTestFailed()) {
        f().setFaults({});
        QCOMPARE(f().disagreements(), QString());
        QCOMPARE(m_oracle->disagreements(m_targets), QString());
    }
    m_oracle.reset();
    m_fixture.reset();
}

BulkAction TestBulkFaults::actionOf(Kind kind)
{
    BulkAction action{kind, {}, {}};
    if (kind == Kind::AddTag)
        action.tag = SessionFixture::resultOf(f().service().createTag(u"Checked"_s))->id;
    if (kind == Kind::Update)
        action.patch.fields[ContactField::UnsubscribedFromEmails] = true;
    return action;
}

QString TestBulkFaults::pathOf(Kind kind, const BulkTarget &target) const
{
    const QString contact = u"/contacts/"_s + target.id.text();
    return kind == Kind::Archive  ? contact + u"/archive"_s
           : kind == Kind::AddTag ? contact + u"/tags"_s
                                  : contact;
}

void TestBulkFaults::oneContact_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<int>("number");
    QTest::addColumn<int>("place");
    const QList<Case> all = cases();
    for (int i = 0; i < all.size(); ++i) {
        const char *name = all.at(i).name;
        for (const int place : Places)
            QTest::addRow("archive, %s, at %d", name, place) << Kind::Archive << i << place;
        QTest::addRow("update, %s", name) << Kind::Update << i << 5;
        QTest::addRow("tag, %s", name) << Kind::AddTag << i << 5;
    }
}

void TestBulkFaults::oneContact()
{
    QFETCH(Kind, kind);
    QFETCH(int, number);
    QFETCH(int, place);
    start();
    const Case which = cases().at(number);
    const Ending ending = kind == Kind::Archive  ? which.archive
                          : kind == Kind::Update ? which.update
                                                 : which.tag;
    const BulkAction action = actionOf(kind);
    FaultRule rule = which.rule;
    rule.method = kind == Kind::Update ? "PUT" : "POST";
    rule.path = pathOf(kind, m_targets.at(place));
    f().setFaults({rule});
    const BulkReport report = SessionFixture::reportOf(f().service().runBulk(action, m_targets));
    QCOMPARE(report.settled.size(), Total);
    for (const BulkOutcome &outcome : report.settled) {
        const bool isHit = outcome.target.id == m_targets.at(place).id;
        QCOMPARE(outcome.result.isOk(), !isHit || ending.isOk);
        if (outcome.result)
            continue;
        QCOMPARE(outcome.result.error().kind, ending.kind);
        QCOMPARE(outcome.result.error().effect, ending.effect);
    }
    for (const JournalEntry &entry : f().journalRows().constLast().entries) {
        const bool isHit = entry.target.id == m_targets.at(place).id;
        QCOMPARE(entry.state,
                 !isHit || ending.isOk ? JournalState::Applied : JournalState::NotApplied);
        QVERIFY(entry.settledAt > 0);
    }
}

void TestBulkFaults::refusedToken_data()
{
    QTest::addColumn<int>("place");
    for (const int place : Places)
        QTest::addRow("at %d", place) << place;
}

void TestBulkFaults::refusedToken()
{
    QFETCH(int, place);
    start();
    f().sandbox()->setToken({});
    f().setFaults({statusFault("POST", pathOf(Kind::Archive, m_targets.at(place)), 401)});
    BulkRun *run = f().service().runBulk({}, m_targets);
    QTRY_VERIFY(run->hold() && run->hold()->reason == RunHold::Reason::Token);
    QVERIFY(!run->isFinished());
    f()->setToken("second-token");
    QCOMPARE(SessionFixture::reportOf(run).succeeded(), Total);
    QCOMPARE(f().applied("POST", u"/contacts/*/archive"_s), Total);
}

void TestBulkFaults::lostConnection()
{
    QFETCH(int, place);
    start();
    const QString path = pathOf(Kind::Archive, m_targets.at(place));
    f().setFaults({fault("POST", path, FaultAction::Hang)});
    BulkRun *run = f().service().runBulk({}, m_targets);
    QTRY_COMPARE(f().count("POST", path), 1);
    f().sandbox()->refuseConnections(true);
    QTRY_COMPARE(f()->reachability().state, Reachability::State::Offline);
    QVERIFY(!run->isFinished());
    QTRY_VERIFY(run->hold());
    f().sandbox()->refuseConnections(false);
    f()->retryNow();
    QCOMPARE(SessionFixture::reportOf(run).succeeded(), Total);
    QVERIFY(!run->hold());
}

void TestBulkFaults::goneBefore_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<bool>("isMerged");
    QTest::addColumn<int>("place");
    for (const bool isMerged : {false, true}) {
        const char *how = isMerged ? "merged" : "deleted";
        for (const int place : Places) {
            QTest::addRow("archive, %s, at %d", how, place) << Kind::Archive << isMerged << place;
            QTest::addRow("update, %s, at %d", how, place) << Kind::Update << isMerged << place;
            QTest::addRow("tag, %s, at %d", how, place) << Kind::AddTag << isMerged << place;
        }
    }
}

void TestBulkFaults::goneBefore()
{
    QFETCH(Kind, kind);
    QFETCH(bool, isMerged);
    QFETCH(int, place);
    start();
    if (isMerged)
        m_targets[place] = lead();
    const BulkTarget gone = m_targets.at(place);
    isMerged ? mergeAway(gone.id) : (void)f().ask("DELETE", u"/contacts/"_s + gone.id.text());
    const BulkReport report =
        SessionFixture::reportOf(f().service().runBulk(actionOf(kind), m_targets));
    QCOMPARE(report.succeeded(), Total - 1);
    QCOMPARE(report.failedTargets().constFirst().id, gone.id);
    const auto isGone = [&](const BulkOutcome &outcome) { return outcome.target.id == gone.id; };
    const auto outcome = std::find_if(report.settled.begin(), report.settled.end(), isGone);
    QCOMPARE(outcome->result.error().kind, ErrorKind::NotFound);
    QCOMPARE(outcome->result.error().effect, Effect::NotApplied);
    QVERIFY(!f().isStored(gone.id));
}

void TestBulkFaults::repeatsInTheList()
{
    start();
    const QList<BulkTarget> twice = m_targets + m_targets;
    QCOMPARE(SessionFixture::reportOf(f().service().runBulk({}, twice)).succeeded(), Total);
    QCOMPARE(f().count("POST", u"/contacts/*/archive"_s), Total);
}

void TestBulkFaults::detachedInWordsOnly()
{
    start();
    BulkAction action{Kind::AttachCompany, {}, {}};
    action.company =
        SessionFixture::resultOf(f().service().createCompany(u"Stays"_s, u"stays"_s))->id;
    QCOMPARE(SessionFixture::reportOf(f().service().runBulk(action, m_targets)).succeeded(), Total);
    // It says 200 and leaves the company where it was.
    FaultRule lie = statusFault(
        "DELETE",
        u"/contacts/%1/companies/%2"_s.arg(m_targets.at(5).id.text(), action.company.text()), 200);
    lie.body = R"({"type":"company","id":")" + action.company.text().toLatin1() + R"("})";
    f().setFaults({lie});
    action.kind = Kind::DetachCompany;
    const BulkReport report = SessionFixture::reportOf(f().service().runBulk(action, m_targets));
    QCOMPARE(report.succeeded(), Total - 1);
    QCOMPARE(report.failedTargets().constFirst().id, m_targets.at(5).id);
    QVERIFY(f().stored(m_targets.at(5).id).companies.items.contains(action.company));
}

void TestBulkFaults::changedByOthersMeanwhile()
{
    start();
    const BulkTarget merged = m_targets[7] = lead();
    const QString path = u"/contacts/"_s;
    // Archived and edited by somebody else before, deleted and merged during, restored after.
    f().ask("POST", path + m_targets.at(1).id.text() + u"/archive"_s);
    f().ask("PUT", path + m_targets.at(2).id.text(), R"({"name":"Edited elsewhere"})");
    BulkRun *run = f().service().runBulk({}, m_targets);
    run->pause();
    QTRY_VERIFY(run->batch() > 0);
    QCOMPARE(run->done(), 0);
    const BulkTarget last = m_targets.constLast();
    f().ask("DELETE", path + last.id.text());
    mergeAway(merged.id);
    run->resume();
    const BulkReport report = SessionFixture::reportOf(run);
    QCOMPARE(report.succeeded(), Total - 2);
    const QList<BulkTarget> failed = report.failedTargets();
    QVERIFY(failed.contains(last) && failed.contains(merged));
    const ContactId back = m_targets.at(4).id;
    f().ask("POST", path + back.text() + u"/unarchive"_s);
    QVERIFY(SessionFixture::resultOf(f().service().fetch(back)).isOk());
    // The journal notices that it is active again.
    QTRY_VERIFY(!f().archivedIds().contains(back));
}

QTEST_GUILESS_MAIN(TestBulkFaults)
#include "tst_bulkfaults.moc"
