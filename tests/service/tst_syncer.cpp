// SPDX-License-Identifier: MIT
// The local copy is loaded and kept true: pages, changes made elsewhere, lag, faults, loss of the
// connection.
#include "core/api/contactjson.h"
#include "core/service/bulkrun.h"
#include "core/service/contactservice.h"
#include "core/service/syncer.h"
#include "core/store/store.h"
#include "tests/service/factlog.h"
#include "tests/support/sessionfixture.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QSet>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace roster;
using namespace roster::test;
using sandbox::FaultAction;
using Phase = SyncStatus::Phase;
using State = SyncStatus::State;

namespace {

const QString Search = u"/contacts/search"_s;

} // namespace

class TestSyncer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { m_fixture.reset(); }

    void loadsThousands();
    void emptyWorkspace();
    void tellsItsProgress();
    void namesAreLoaded();
    void seesWhatOthersDid();
    void ownArchiveDoesNotComeBack();
    void ownCreationStaysThoughSearchLags();
    void ownEditIsNotOverwrittenByAStaleListing();
    void stops();
    void aPlanWithoutContactsGoesOn();
    void refreshWhileLoadingDoesNothing();
    void repeatedCursorEnds();
    void faultsOnPages_data();
    void faultsOnPages();
    void failsAndKeepsWhatCame();
    void offlineAndBack();
    void refusedTokenAndANewOne();
    void personGoesFirst();

private:
    void start(const SessionOptions &options)
    {
        m_fixture.reset();
        m_fixture = std::make_unique<SessionFixture>(options);
    }
    SessionFixture &f() { return *m_fixture; }
    Syncer &syncer() { return f()->syncer(); }
    State state() { return syncer().status().state; }
    void archiveElsewhere(const ContactId &id)
    {
        f().ask("POST", u"/contacts/%1/archive"_s.arg(id.text()));
    }

    std::unique_ptr<SessionFixture> m_fixture;
};

void TestSyncer::loadsThousands()
{
    start({.contacts = 2000, .isLoaded = false});
    QCOMPARE(state(), State::Idle);
    QVERIFY(!syncer().status().isComplete);
    QVERIFY(f().refresh());
    QCOMPARE(f().ids().size(), 2000);
    QCOMPARE(syncer().status().done, 2000);
    QCOMPARE(syncer().status().total, 2000);
    QVERIFY(syncer().status().isComplete);
    QVERIFY(syncer().status().finishedAt.isValid());
    // No page twice; some end past the middle of what another window has.
    QSet<QByteArray> pages;
    for (const sandbox::SeenRequest &request : f().sandbox()->seen()) {
        if (request.path == Search)
            pages.insert(request.body);
    }
    const int searches = f().count("POST", Search);
    QCOMPARE(pages.size(), searches);
    QVERIFY2(searches >= 15 && searches <= 30, qPrintable(QString::number(searches)));
    QCOMPARE(f().count("GET", u"/contacts/*"_s), 0);
    QCOMPARE(syncer().status().incomplete, IncompleteLists());
    // Nothing has changed, so nothing is told and nothing is asked by id.
    FactLog log(f().service(), {});
    f().sandbox()->clearSeen();
    QVERIFY(f().refresh());
    QCOMPARE(log.lines(), QStringList());
    QCOMPARE(f().count("POST", Search), 1);
    QCOMPARE(f().count("GET", u"/contacts/**"_s), 0);
}

void TestSyncer::emptyWorkspace()
{
    start({.contacts = 0});
    QCOMPARE(state(), State::UpToDate);
    QCOMPARE(syncer().status().total, 0);
    QVERIFY(f().ids().isEmpty());
}

void TestSyncer::tellsItsProgress()
{
    start({.contacts = 400, .isLoaded = false});
    QList<SyncStatus> told;
    QObject::connect(&syncer(), &Syncer::statusChanged, m_fixture.get()->operator->(),
                     [&told](const SyncStatus &status) { told.append(status); });
    QVERIFY(f().refresh());
    QCOMPARE(told.constFirst().state, State::Loading);
    QCOMPARE(told.constFirst().phase, Phase::FirstScreen);
    QCOMPARE(told.constLast().state, State::UpToDate);
    QCOMPARE(told.constLast().phase, Phase::None);
    QCOMPARE(told.constLast().incomplete, IncompleteLists());
    QList<Phase> phases;
    int loaded = 0;
    for (const SyncStatus &status : told) {
        QVERIFY(status.done <= status.total);
        if (phases.isEmpty() || phases.constLast() != status.phase)
            phases.append(status.phase);
        if (status.phase == Phase::Loading) {
            // The first screenful comes first, and nobody is counted twice.
            QVERIFY(loaded == 0 ? status.done == 50 : status.done >= loaded);
            QCOMPARE(status.total, 400);
            loaded = status.done;
        }
        if (status.phase == Phase::Completing)
            QVERIFY(status.total > 0);
    }
    QCOMPARE(loaded, 400);
    QCOMPARE(phases, (QList{Phase::FirstScreen, Phase::Loading, Phase::Refreshing,
                            Phase::Completing, Phase::None}));
}

void TestSyncer::namesAreLoaded()
{
    start({.contacts = 30});
    QVERIFY(f()->book().tags().size() > 3);
    QVERIFY(f()->book().companies().size() > 3);
    QVERIFY(!f()->book().admins().isEmpty());
    QVERIFY(!f()->book().attributes().isEmpty());
    for (const ContactId &id : f().ids()) {
        for (const TagId &tag : f().stored(id).tags.items)
            QVERIFY(!f()->book().tagName(tag).isEmpty());
        for (const CompanyId &company : f().stored(id).companies.items)
            QVERIFY(!f()->book().companyName(company).isEmpty());
        if (const AdminId owner = f().stored(id).owner(); !owner.isEmpty())
            QVERIFY(!f()->book().adminName(owner).isEmpty());
    }
}

void TestSyncer::seesWhatOthersDid()
{
    start({.contacts = 40});
    const QList<ContactId> ids = f().ids();
    archiveElsewhere(ids.at(3));
    archiveElsewhere(ids.at(4));
    f().ask("DELETE", u"/contacts/"_s + ids.at(5).text());
    f().ask("PUT", u"/contacts/"_s + ids.at(6).text(), "{\"name\":\"Changed elsewhere\"}");
    f().ask("POST", u"/contacts"_s, "{\"role\":\"lead\",\"name\":\"New elsewhere\"}");
    FactLog gone(f().service(), {ids.at(3), ids.at(4), ids.at(5)});
    FactLog changed(f().service(), {ids.at(6)});
    FactLog others(f().service(), {ids.at(7)});
    QVERIFY(f().refresh());
    // What changed is asked for, not what is gone.
    QCOMPARE(f().count("POST", Search), 1);
    QCOMPARE(f().ids().size(), 41);
    QVERIFY(f().sweep());
    QCOMPARE(f().disagreements(), QString());
    QCOMPARE(gone.lines(), (QStringList{u"vanished"_s, u"vanished"_s, u"vanished"_s}));
    QCOMPARE(changed.lines(), QStringList{u"stored"_s});
    QCOMPARE(others.lines(), QStringList());
    // Only the three were asked for by id.
    QCOMPARE(f().count("GET", u"/contacts/*"_s), 3);
    QCOMPARE(f().ids().size(), 38);
}

void TestSyncer::ownArchiveDoesNotComeBack()
{
    start({.contacts = 20, .searchLagMs = 600'000});
    const QList<BulkTarget> targets = f().targets(3);
    const auto report =
        SessionFixture::resultOf<BulkReport>(f().service().runBulk({}, targets, u"Three"_s));
    QCOMPARE(report->succeeded(), 3);
    FactLog log(f().service(), {});
    // The sandbox's search still shows them.
    const QByteArray listing = f().ask("POST", Search,
                                       "{\"query\":{\"field\":\"created_at\","
                                       "\"operator\":\">\",\"value\":0}}");
    QVERIFY(listing.contains(targets.constFirst().id.text().toLatin1()));
    QVERIFY(f().refresh());
    QVERIFY(f().sweep());
    for (const BulkTarget &target : targets)
        QVERIFY(!f().isStored(target.id));
    QCOMPARE(log.lines(), QStringList());
    QCOMPARE(f().archivedIds().size(), 3);
}

void TestSyncer::ownCreationStaysThoughSearchLags()
{
    start({.contacts = 10, .searchLagMs = 600'000});
    ContactDraft draft;
    draft.fields = {{ContactField::Role, u"lead"_s}, {ContactField::Name, u"Fresh"_s}};
    const Result<Contact> made = SessionFixture::resultOf(f().service().create(draft));
    QVERIFY(made);
    FactLog log(f().service(), {});
    QVERIFY(f().refresh());
    QVERIFY(f().sweep());
    QVERIFY(f().isStored(made->id));
    QCOMPARE(f().count("GET", u"/contacts/"_s + made->id.text()), 1);
    QCOMPARE(log.lines(), QStringList());
}

void TestSyncer::ownEditIsNotOverwrittenByAStaleListing()
{
    start({.contacts = 10, .searchLagMs = 600'000});
    const Contact base = f().stored(f().ids().constFirst());
    ContactPatch patch;
    patch.fields.emplace(ContactField::Name, u"Edited"_s);
    QVERIFY(SessionFixture::resultOf(f().service().update(base, patch)));
    const TagId tag = SessionFixture::resultOf(f().service().createTag(u"Fresh"_s))->id;
    const BulkTarget second = f().targets(1, 1).constFirst();
    const auto tagged = SessionFixture::resultOf<BulkReport>(f().service().attachTag(second, tag));
    QCOMPARE(tagged->succeeded(), 1);
    QVERIFY(f().refresh());
    QVERIFY(f().sweep());
    QCOMPARE(f().stored(base.id).name(), u"Edited"_s);
    QVERIFY(f().stored(second.id).tags.items.contains(tag));
}

void TestSyncer::stops()
{
    start({.contacts = 600, .isLoaded = false});
    f().sandbox()->setLatency(20);
    QObject::connect(&syncer(), &Syncer::statusChanged, m_fixture.get()->operator->(),
                     [this](const SyncStatus &status) {
                         if (status.state == State::Loading && status.done >= 150)
                             syncer().stop();
                     });
    QVERIFY(!f().refresh());
    QCOMPARE(state(), State::Idle);
    QVERIFY(!syncer().status().error);
    QVERIFY(!syncer().status().isComplete);
    const auto loaded = f().ids().size();
    QVERIFY(loaded >= 150 && loaded < 600);
    QCOMPARE(f().count("GET", u"/contacts/*"_s), 0);
    // Nothing has been taken for vanished, and the next one is whole.
    syncer().disconnect(m_fixture.get()->operator->());
    QVERIFY(f().refresh());
    QCOMPARE(f().ids().size(), 600);
}

void TestSyncer::aPlanWithoutContactsGoesOn()
{
    start({.contacts = 40, .isLoaded = false});
    f().close();
    {
        const auto store = Store::open(
            {f().file(u"contacts.sqlite"_s), f().file(u"journal.sqlite"_s),
             [](const QByteArray &json) { return api::readContact(json); }, f().clock()});
        QVERIFY(store);
        LoadState plan;
        plan.kind = LoadState::Kind::FirstLoad;
        plan.startedAt = f().clock().now().toSecsSinceEpoch() - 3600;
        LoadWindow past;
        past.lastDay = f().clock().now().toUTC().date();
        LoadWindow later;
        later.number = 1;
        later.firstDay = past.lastDay.addDays(1);
        plan.windows = {past, later};
        QVERIFY(f().resultOf((*store)->sync().setLoadState(plan)));
    }
    f().open();
    f().sandbox()->clearSeen();
    QVERIFY(f().refresh());
    QCOMPARE(f().disagreements(), QString());
    QCOMPARE(syncer().status().done, 40);
}

void TestSyncer::refreshWhileLoadingDoesNothing()
{
    start({.contacts = 40, .isLoaded = false});
    syncer().refresh();
    QVERIFY(f().refresh());
    // The first screen is everything with a date; what has none, and what changed meanwhile.
    QCOMPARE(f().count("POST", Search), 3);
}

void TestSyncer::repeatedCursorEnds()
{
    start({.contacts = 200, .isLoaded = false});
    // The server sends the second page again and again, always naming the same next one.
    QByteArray page = f().ask("POST", Search,
                              "{\"query\":{\"field\":\"created_at\",\"operator\":"
                              "\">\",\"value\":0},\"pagination\":{\"per_page\":5}}");
    sandbox::FaultRule again = statusFault("POST", Search, 200, 1, 1000);
    again.body = page;
    f().setFaults({again});
    QVERIFY(f().refresh());
    // The first screen, two for each window, and what changed.
    QCOMPARE(f().count("POST", Search), 8);
    QCOMPARE(f().ids().size(), 5);
}

void TestSyncer::faultsOnPages_data()
{
    QTest::addColumn<int>("action");
    QTest::newRow("closed") << int(FaultAction::CloseBefore);
    QTest::newRow("cut") << int(FaultAction::CutBody);
    QTest::newRow("503") << int(FaultAction::Status);
    QTest::newRow("silence") << int(FaultAction::Hang);
}

void TestSyncer::faultsOnPages()
{
    QFETCH(int, action);
    start({.contacts = 170,
           .speed = 200,
           .timeout = std::chrono::milliseconds(1000),
           .isLoaded = false});
    sandbox::FaultRule rule = fault("*", u"**"_s, static_cast<FaultAction>(action), 2, 3);
    rule.status = rule.action == FaultAction::Status ? 503 : 0;
    f().setFaults({rule});
    QVERIFY(f().refresh());
    QCOMPARE(f().disagreements(), QString());
}

void TestSyncer::failsAndKeepsWhatCame()
{
    start({.contacts = 400, .isLoaded = false});
    sandbox::FaultRule broken = fault("POST", Search, FaultAction::InvalidJson, 2, 1);
    f().setFaults({broken});
    QVERIFY(!f().refresh());
    QCOMPARE(state(), State::Failed);
    QCOMPARE(syncer().status().error->kind, ErrorKind::Protocol);
    QVERIFY(!syncer().status().isComplete);
    // One window failed, which keeps no other from ending.
    QVERIFY(f().ids().size() >= 50);
    QVERIFY(f().refresh());
    QVERIFY(!syncer().status().error);
    QCOMPARE(f().ids().size(), 400);
}

void TestSyncer::offlineAndBack()
{
    start({.contacts = 400, .speed = 50, .isLoaded = false});
    f().sandbox()->refuseConnections(true);
    QSignalSpy reachability(m_fixture->operator->(), &Session::reachabilityChanged);
    syncer().refresh();
    QTRY_COMPARE(f()->reachability().state, Reachability::State::Offline);
    QCOMPARE(state(), State::Loading);
    QVERIFY(reachability.count() > 0);
    f().sandbox()->refuseConnections(false);
    // It goes on by itself.
    QTRY_COMPARE_WITH_TIMEOUT(state(), State::UpToDate, 20'000);
    QCOMPARE(f()->reachability().state, Reachability::State::Online);
    QCOMPARE(f().ids().size(), 400);
}

void TestSyncer::refusedTokenAndANewOne()
{
    start({.contacts = 400, .isLoaded = false});
    f().sandbox()->setToken("another");
    syncer().refresh();
    QTRY_COMPARE(f()->reachability().state, Reachability::State::Unauthorized);
    QCOMPARE(state(), State::Loading);
    f()->setToken("another");
    QTRY_COMPARE_WITH_TIMEOUT(state(), State::UpToDate, 20'000);
    QCOMPARE(f().ids().size(), 400);
}

void TestSyncer::personGoesFirst()
{
    start({.contacts = 900, .isLoaded = false});
    const ContactId id(QJsonDocument::fromJson(f().ask("GET", u"/contacts?per_page=1"_s))
                           .object()[u"data"][0][u"id"]
                           .toString());
    f().sandbox()->setLatency(20);
    f().sandbox()->clearSeen();
    syncer().refresh();
    QTRY_VERIFY(syncer().status().done > 0);
    QVERIFY(SessionFixture::resultOf(f().service().fetch(id)));
    QCOMPARE(state(), State::Loading);
    QTRY_COMPARE_WITH_TIMEOUT(state(), State::UpToDate, 20'000);
}

QTEST_GUILESS_MAIN(TestSyncer)
#include "tst_syncer.moc"
