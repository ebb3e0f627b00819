// SPDX-License-Identifier: MIT
// Somebody changes the workspace while it is loaded, the load is cut off anywhere and goes on, and
// search lags behind: in the end store and sandbox tell the same. Seeds are printed;
// ROSTER_TEST_SEED repeats a run.
#include "core/service/contactservice.h"
#include "core/service/syncer.h"
#include "tests/service/factlog.h"
#include "tests/support/sessionfixture.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QRandomGenerator>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace roster;
using namespace roster::test;
using State = SyncStatus::State;

namespace {

const QString Search = u"/contacts/search"_s;

quint32 newSeed()
{
    bool isGiven = false;
    const quint32 given = qEnvironmentVariable("ROSTER_TEST_SEED").toUInt(&isGiven);
    const quint32 seed = isGiven ? given : QRandomGenerator::global()->generate();
    qInfo("ROSTER_TEST_SEED=%u", seed);
    return seed;
}

//! Somebody who creates, edits, archives, restores, deletes, tags and adds to companies, at random.
class Colleague
{
public:
    Colleague(SessionFixture &fixture, quint32 seed)
        : m_fixture(fixture)
        , m_random(seed)
    {
        QString cursor;
        do {
            const QString after = cursor.isEmpty() ? QString() : u"&starting_after="_s + cursor;
            const QJsonObject page = asked("GET", u"/contacts?per_page=150"_s + after);
            for (const QJsonValue contact : page[u"data"].toArray())
                m_active.append(contact[u"id"].toString());
            cursor = page[u"pages"][u"next"][u"starting_after"].toString();
        } while (!cursor.isEmpty());
        m_tag = asked("POST", u"/tags"_s, "{\"name\":\"In passing\"}")[u"id"].toString();
        m_company = asked("POST", u"/companies"_s,
                          "{\"company_id\":\"passing\",\"name\":\"In passing\"}")[u"id"]
                        .toString();
    }

    void act()
    {
        const int what = m_random.bounded(100);
        if (what < 25)
            create();
        else if (what < 50)
            put("{\"name\":\"Renamed " + QByteArray::number(m_random.bounded(1000)) + "\"}");
        else if (what < 58)
            asked("POST", path(anyone()) + u"/tags"_s, "{\"id\":\"" + m_tag.toLatin1() + "\"}");
        else if (what < 65)
            asked("POST", path(anyone()) + u"/companies"_s,
                  "{\"id\":\"" + m_company.toLatin1() + "\"}");
        else if (what < 80)
            leave("POST", u"/archive"_s, true);
        else if (what < 88)
            leave("DELETE", {}, false);
        else if (!m_archived.isEmpty())
            restore();
    }

private:
    QJsonObject asked(const QByteArray &method, const QString &where, const QByteArray &body = {})
    {
        return QJsonDocument::fromJson(m_fixture.ask(method, where, body)).object();
    }
    static QString path(const QString &id) { return u"/contacts/"_s + id; }
    QString anyone() { return m_active.at(m_random.bounded(int(m_active.size()))); }
    void put(const QByteArray &body) { asked("PUT", path(anyone()), body); }
    void create()
    {
        const QByteArray body =
            "{\"role\":\"lead\",\"name\":\"New " + QByteArray::number(++m_created) + "\"}";
        m_active.append(asked("POST", u"/contacts"_s, body)[u"id"].toString());
    }
    void leave(const QByteArray &method, const QString &action, bool mayComeBack)
    {
        const QString id = m_active.takeAt(m_random.bounded(int(m_active.size())));
        asked(method, path(id) + action);
        if (mayComeBack)
            m_archived.append(id);
    }
    void restore()
    {
        const QString id = m_archived.takeLast();
        asked("POST", path(id) + u"/unarchive"_s);
        m_active.append(id);
    }

    SessionFixture &m_fixture;
    QRandomGenerator m_random;
    QStringList m_active;
    QStringList m_archived;
    QString m_tag;
    QString m_company;
    int m_created = 0;
};

} // namespace

class TestSyncChanges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changesDuringALoad_data();
    void changesDuringALoad();
    void cutOffAnywhere_data();
    void cutOffAnywhere();
    void stopAndGoOnInOneTurn();
    void changesThatSearchShowsLate();
    void tiesOfWholeSeconds();
};

void TestSyncChanges::changesDuringALoad_data()
{
    QTest::addColumn<int>("lagMs");
    for (int i = 0; i < 2; ++i)
        QTest::addRow("run %d", i) << 0;
    QTest::newRow("search lags") << 2000;
}

void TestSyncChanges::changesDuringALoad()
{
    QFETCH(int, lagMs);
    const quint32 seed = newSeed();
    SessionFixture f({.contacts = 700, .speed = 5, .searchLagMs = lagMs, .isLoaded = false});
    Colleague colleague(f, seed);
    f.sandbox()->setLatency(15);
    QTimer work;
    int acts = 0;
    QObject::connect(&work, &QTimer::timeout, &work, [&] {
        colleague.act();
        ++acts;
    });
    work.start(3);
    QVERIFY(f.refresh());
    work.stop();
    f.sandbox()->setLatency(0);
    QVERIFY2(acts > 20, qPrintable(QString::number(acts)));
    // What search shows late is seen once it shows it.
    const qint64 later = f.clock().nowMs() + lagMs;
    QTRY_VERIFY(f.clock().nowMs() > later);
    QVERIFY(f.refresh());
    QVERIFY(f.sweep());
    // A contact that came back with more than ten tags.
    QVERIFY(f.refresh());
    QCOMPARE(f.disagreements(), QString());
    QCOMPARE(f->syncer().status().incomplete, IncompleteLists());
}

void TestSyncChanges::cutOffAnywhere_data()
{
    QTest::addColumn<bool>("isStopped");
    QTest::newRow("closed") << false;
    QTest::newRow("stopped") << true;
}

void TestSyncChanges::cutOffAnywhere()
{
    QFETCH(bool, isStopped);
    QRandomGenerator random(newSeed());
    SessionFixture f({.contacts = 1500, .isLoaded = false});
    f.sandbox()->setLatency(10);
    int cuts = 0;
    while (!f->syncer().status().isComplete && cuts < 40) {
        // Cut off after some news, with other pages on their way or waiting for the disk.
        QSignalSpy news(&f.service(), &ContactService::contactsStored);
        const int wanted = 1 + random.bounded(3);
        f->syncer().refresh();
        QTRY_VERIFY(news.count() >= wanted || f->syncer().status().isComplete);
        if (isStopped) {
            f->syncer().stop();
            // On a busy machine it may have ended before.
            if (!f->syncer().status().isComplete)
                QCOMPARE(f->syncer().status().state, State::Idle);
        } else {
            f.close();
            f.open();
        }
        ++cuts;
    }
    QVERIFY2(cuts >= 2, qPrintable(QString::number(cuts)));
    QVERIFY(f->syncer().status().isComplete);
    f.sandbox()->setLatency(0);
    QVERIFY(f.refresh());
    QCOMPARE(f.ids().size(), 1500);
    QCOMPARE(f->syncer().status().incomplete, IncompleteLists());
}

void TestSyncChanges::stopAndGoOnInOneTurn()
{
    SessionFixture f({.contacts = 900, .isLoaded = false});
    f.sandbox()->setLatency(10);
    f->syncer().refresh();
    QTRY_VERIFY(f->syncer().status().done > 0);
    const int before = f.count("POST", Search);
    for (int i = 0; i < 3; ++i) {
        f->syncer().stop();
        QCOMPARE(f->syncer().status().state, State::Idle);
        f->syncer().refresh();
        QCOMPARE(f->syncer().status().state, State::Loading);
    }
    QTRY_COMPARE_WITH_TIMEOUT(f->syncer().status().state, State::UpToDate, 20'000);
    QCOMPARE(f.ids().size(), 900);
    // It went on; nobody asked for the first screen again.
    int firstScreens = 0;
    for (const sandbox::SeenRequest &request : f.sandbox()->seen())
        firstScreens += request.body.contains("last_seen_at") ? 1 : 0;
    QCOMPARE(firstScreens, 1);
    QVERIFY(before > 0);
}

void TestSyncChanges::changesThatSearchShowsLate()
{
    // Five minutes, of which a hundred pass in a second.
    SessionFixture f({.contacts = 20, .speed = 6000, .searchLagMs = 300'000});
    const ContactId edited = f.ids().constFirst();
    f.ask("PUT", u"/contacts/"_s + edited.text(), "{\"name\":\"Edited elsewhere\"}");
    const QByteArray made = f.ask("POST", u"/contacts"_s, "{\"role\":\"lead\",\"name\":\"New\"}");
    const ContactId created(QJsonDocument::fromJson(made).object()[u"id"].toString());
    const qint64 shownAt = f.clock().nowMs() + 300'000;
    QVERIFY(f.refresh());
    const bool wasEarly = f.clock().nowMs() < shownAt;
    if (wasEarly) {
        QVERIFY(!f.isStored(created));
        QVERIFY(f.stored(edited).name() != u"Edited elsewhere"_s);
    }
    QTRY_VERIFY(f.clock().nowMs() > shownAt);
    // Both were changed before the refresh that did not see them.
    QVERIFY(f.refresh());
    QVERIFY(f.isStored(created));
    QCOMPARE(f.stored(edited).name(), u"Edited elsewhere"_s);
}

void TestSyncChanges::tiesOfWholeSeconds()
{
    // Two writes of our own within a second: the listing that shows the first has the same
    // updated_at as the answer of the second.
    SessionFixture f({.contacts = 10, .searchLagMs = 600'000});
    const ContactId id = f.ids().constFirst();
    for (int i = 0; i < 4; ++i) {
        ContactPatch patch;
        patch.fields.emplace(ContactField::Name, u"Version %1"_s.arg(i));
        QVERIFY(SessionFixture::resultOf(f.service().update(f.stored(id), patch)));
        QVERIFY(f.refresh());
        QVERIFY(f.sweep());
        QCOMPARE(f.stored(id).name(), u"Version %1"_s.arg(i));
    }
}

QTEST_GUILESS_MAIN(TestSyncChanges)
#include "tst_syncchanges.moc"
