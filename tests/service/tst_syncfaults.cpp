// SPDX-License-Identifier: MIT
// Every fault at every stage of keeping the store true: it is waited out or told, what came stays,
// and the next refresh goes on until store and sandbox agree.
#include "core/service/contactservice.h"
#include "core/service/syncer.h"
#include "tests/support/sessionfixture.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace roster;
using namespace roster::test;
using sandbox::FaultAction;
using State = SyncStatus::State;

namespace {

//! Which request goes wrong.
struct Stage
{
    const char *name;
    const char *method;
    QString path;
    int nth;
};

//! What goes wrong; whether it passes by itself, since the dispatcher tries again.
struct Trouble
{
    const char *name;
    FaultAction action;
    int status;
    int times;
    bool passes;
};

QList<Stage> stages()
{
    const QString search = u"/contacts/search"_s;
    return {
        {"first screen", "POST", search, 1},
        {"first window", "POST", search, 2},
        {"a window", "POST", search, 5},
        {"tags", "GET", u"/tags"_s, 1},
        {"admins", "GET", u"/admins"_s, 1},
        {"attributes", "GET", u"/data_attributes"_s, 1},
        {"companies", "POST", u"/companies/list"_s, 1},
        {"tags of one", "GET", u"/contacts/*/tags"_s, 1},
        {"companies of one", "GET", u"/contacts/*/companies"_s, 1},
    };
}

QList<Trouble> troubles()
{
    return {
        {"closed", FaultAction::CloseBefore, 0, 3, true},
        {"cut", FaultAction::CutBody, 0, 2, true},
        {"503", FaultAction::Status, 503, 3, true},
        {"429", FaultAction::Status, 429, 2, true},
        {"500 for long", FaultAction::Status, 500, 1000, false},
        {"no JSON", FaultAction::InvalidJson, 0, 1, false},
        {"wrong types", FaultAction::WrongType, 0, 1, false},
        {"proxy's page", FaultAction::Html, 0, 1, false},
        {"empty", FaultAction::Empty, 0, 1, false},
        {"403", FaultAction::Status, 403, 1, false},
        {"silence", FaultAction::Hang, 0, 1, true},
    };
}

} // namespace

class TestSyncFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanupTestCase() { m_fixtures.clear(); }
    void everyFaultAtEveryStage_data();
    void everyFaultAtEveryStage();
    void refusedTokenAtEveryStage_data();
    void refusedTokenAtEveryStage();
    void faultsOfARefresh_data();
    void faultsOfARefresh();
    void faultsOfASweep_data();
    void faultsOfASweep();
    void failingWindowDoesNotStopOthers();
    void offlineInTheMiddle();
    void refusedCursor();
    void everythingFails();

private:
    //! Windows are for workspaces of more than a page.
    static int sizeFor(int stage) { return stage < 3 ? 170 : 40; }
    //! The same workspace for every row; nothing of it is in the store.
    SessionFixture &startOver(int contacts, FaultAction fault = FaultAction::Status)
    {
        // Only who waits for silence to end is impatient.
        const bool isImpatient = fault == FaultAction::Hang;
        std::unique_ptr<SessionFixture> &fixture = m_fixtures[{contacts, isImpatient}];
        if (!fixture) {
            SessionOptions all = options(contacts);
            if (isImpatient)
                all.timeout = std::chrono::milliseconds(400);
            fixture = std::make_unique<SessionFixture>(all);
        }
        fixture->setFaults({});
        fixture->startOver();
        return *fixture;
    }
    static SessionOptions options(int contacts)
    {
        return {.contacts = contacts, .speed = 1000, .isLoaded = false};
    }
    static sandbox::FaultRule ruleOf(const Trouble &trouble, const Stage &stage)
    {
        sandbox::FaultRule rule =
            fault(stage.method, stage.path, trouble.action, stage.nth, trouble.times);
        rule.status = trouble.status;
        return rule;
    }

    std::map<std::pair<int, bool>, std::unique_ptr<SessionFixture>> m_fixtures;
};

void TestSyncFaults::everyFaultAtEveryStage_data()
{
    QTest::addColumn<int>("stage");
    QTest::addColumn<int>("trouble");
    for (int i = 0; i < stages().size(); ++i) {
        // Names and lists come by the same calls; every third is enough for each.
        const int step = i < 3 ? 1 : 3;
        for (int j = i % step; j < troubles().size(); j += step)
            QTest::addRow("%s: %s", stages().at(i).name, troubles().at(j).name) << i << j;
    }
}

void TestSyncFaults::everyFaultAtEveryStage()
{
    QFETCH(int, stage);
    QFETCH(int, trouble);
    const Trouble what = troubles().at(trouble);
    const int contacts = sizeFor(stage);
    SessionFixture &f = startOver(contacts, what.action);
    f.setFaults({ruleOf(what, stages().at(stage))});
    const bool isLoaded = f.refresh();
    QCOMPARE(isLoaded, what.passes);
    if (!isLoaded) {
        QCOMPARE(f->syncer().status().state, State::Failed);
        QVERIFY(f->syncer().status().error.has_value());
        f.setFaults({});
        QVERIFY(f.refresh());
    }
    QVERIFY(!f->syncer().status().error);
    QCOMPARE(f.ids().size(), contacts);
    QCOMPARE(f->syncer().status().incomplete, IncompleteLists());
    QVERIFY(!f->book().companies().isEmpty());
    QVERIFY(!f->book().attributes().isEmpty());
}

void TestSyncFaults::refusedTokenAtEveryStage_data()
{
    QTest::addColumn<int>("stage");
    for (int i = 0; i < stages().size(); ++i)
        QTest::newRow(stages().at(i).name) << i;
}

void TestSyncFaults::refusedTokenAtEveryStage()
{
    QFETCH(int, stage);
    const int contacts = sizeFor(stage);
    SessionFixture &f = startOver(contacts);
    const Stage where = stages().at(stage);
    f.setFaults({statusFault(where.method, where.path, 401, where.nth)});
    f->syncer().refresh();
    QTRY_COMPARE(f->reachability().state, Reachability::State::Unauthorized);
    // Waits for another token, and goes on with it.
    QCOMPARE(f->syncer().status().state, State::Loading);
    f->setToken(f.sandbox().token());
    QTRY_COMPARE_WITH_TIMEOUT(f->syncer().status().state, State::UpToDate, 20'000);
    QCOMPARE(f.ids().size(), contacts);
}

void TestSyncFaults::faultsOfARefresh_data()
{
    QTest::addColumn<int>("trouble");
    for (int j = 0; j < troubles().size(); ++j)
        QTest::newRow(troubles().at(j).name) << j;
}

void TestSyncFaults::faultsOfARefresh()
{
    QFETCH(int, trouble);
    const Trouble what = troubles().at(trouble);
    SessionFixture &f = startOver(40, what.action);
    QVERIFY(f.refresh());
    const ContactId id = f.ids().constFirst();
    const QString name = u"Edited elsewhere %1"_s.arg(trouble);
    f.ask("PUT", u"/contacts/"_s + id.text(), "{\"name\":\"" + name.toLatin1() + "\"}");
    f.setFaults({ruleOf(what, {"", "POST", u"/contacts/search"_s, 1})});
    QCOMPARE(f.refresh(), what.passes);
    f.setFaults({});
    // What a failed one did not see is not taken for seen.
    QVERIFY(what.passes || f.refresh());
    QCOMPARE(f.stored(id).name(), name);
}

void TestSyncFaults::faultsOfASweep_data()
{
    QTest::addColumn<int>("trouble");
    QTest::addColumn<bool>("isInTheWalk");
    for (int j = 0; j < troubles().size(); ++j) {
        QTest::addRow("walk: %s", troubles().at(j).name) << j << true;
        QTest::addRow("look: %s", troubles().at(j).name) << j << false;
    }
}

void TestSyncFaults::faultsOfASweep()
{
    QFETCH(int, trouble);
    QFETCH(bool, isInTheWalk);
    const Trouble what = troubles().at(trouble);
    SessionFixture &f = startOver(40, what.action);
    QVERIFY(f.refresh());
    const auto before = f.ids().size();
    const ContactId gone = f.ids().constFirst();
    f.ask("POST", u"/contacts/"_s + gone.text() + u"/archive"_s);
    const Stage stage = isInTheWalk ? Stage{"", "POST", u"/contacts/search"_s, 1}
                                    : Stage{"", "GET", u"/contacts/*"_s, 1};
    f.setFaults({ruleOf(what, stage)});
    // That a contact is not there is told by the status alone.
    const bool isStatusTold = what.action == FaultAction::InvalidJson ||
                              what.action == FaultAction::WrongType ||
                              what.action == FaultAction::Empty;
    const bool passes = what.passes || (!isInTheWalk && isStatusTold);
    QCOMPARE(f.sweep(), passes);
    f.setFaults({});
    QVERIFY(passes || f.isStored(gone));
    QVERIFY(passes || f.sweep());
    QVERIFY(!f.isStored(gone));
    QCOMPARE(f.ids().size(), before - 1);
    f.ask("POST", u"/contacts/"_s + gone.text() + u"/unarchive"_s);
}

void TestSyncFaults::failingWindowDoesNotStopOthers()
{
    SessionFixture f({.contacts = 1200, .isLoaded = false});
    f.setFaults({fault("POST", u"/contacts/search"_s, FaultAction::WrongType, 6, 1)});
    QVERIFY(!f.refresh());
    const auto first = f.ids().size();
    QVERIFY2(first >= 500 && first < 1200, qPrintable(QString::number(first)));
    // Only what is missing is asked for again.
    f.sandbox()->clearSeen();
    QVERIFY(f.refresh());
    QVERIFY(f.count("POST", u"/contacts/search"_s) < 8);
    QCOMPARE(f.ids().size(), 1200);
}

void TestSyncFaults::offlineInTheMiddle()
{
    SessionFixture f({.contacts = 1200, .speed = 50, .isLoaded = false});
    f.sandbox()->setLatency(10);
    f->syncer().refresh();
    QTRY_VERIFY(f->syncer().status().done > 150);
    f.sandbox()->refuseConnections(true);
    QTRY_COMPARE(f->reachability().state, Reachability::State::Offline);
    QCOMPARE(f->syncer().status().state, State::Loading);
    f.sandbox()->refuseConnections(false);
    QTRY_VERIFY_WITH_TIMEOUT(f->syncer().status().state != State::Loading, 20'000);
    if (f->syncer().status().state == State::Failed)
        QVERIFY(f.refresh());
    QCOMPARE(f.ids().size(), 1200);
}

void TestSyncFaults::refusedCursor()
{
    SessionFixture f({.contacts = 500, .isLoaded = false});
    // The first page of a window, the first screen and both other windows before it.
    sandbox::FaultRule stale = statusFault("POST", u"/contacts/search"_s, 400, 5, 1);
    stale.body = "{\"type\":\"error.list\",\"errors\":[{\"code\":\"client_error\","
                 "\"message\":\"Invalid starting_after param.\"}]}";
    f.setFaults({stale});
    const bool isLoaded = f.refresh();
    QVERIFY(isLoaded || f.refresh());
    QCOMPARE(f.ids().size(), 500);
}

void TestSyncFaults::everythingFails()
{
    SessionFixture f({.contacts = 3000, .speed = 1000, .isLoaded = false});
    sandbox::FaultRule broken = statusFault("POST", u"/contacts/search"_s, 500, 4, 10'000);
    f.setFaults({broken});
    QVERIFY(!f.refresh());
    QCOMPARE(f->syncer().status().error->kind, ErrorKind::Server);
    // Those under way are tried to the end, and no others begun.
    QVERIFY2(f.count("POST", u"/contacts/search"_s) < 150,
             qPrintable(QString::number(f.count("POST", u"/contacts/search"_s))));
    f.setFaults({});
    QVERIFY(f.refresh());
    QCOMPARE(f.ids().size(), 3000);
}

QTEST_GUILESS_MAIN(TestSyncFaults)
#include "tst_syncfaults.moc"
