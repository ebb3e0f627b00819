// SPDX-License-Identifier: MIT
// A store that is loaded stays true: refreshes by themselves, sweeps, contacts that vanish, lists
// and names that pages leave open.
#include "core/service/contactservice.h"
#include "core/service/syncer.h"
#include "core/store/store.h"
#include "tests/service/factlog.h"
#include "tests/support/sessionfixture.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace roster;
using namespace roster::test;
using Phase = SyncStatus::Phase;
using State = SyncStatus::State;

namespace {

const QString Search = u"/contacts/search"_s;
constexpr qint64 Minutes = 60'000;

} // namespace

class TestSyncFresh : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refreshesWhileActive();
    void becomingActiveLateRefreshes();
    void sweepsOnceADay();
    void slowSweepAsksOneAtATimeAndHurries();
    void sweepGoesOnAfterAClose();
    void sweepBeforeTheFirstLoadLoads();
    void vanishedAreRemembered();
    void cameBack();
    void cameBackUnnoticed();
    void mergedContactSaysInto();
    void wipeForgetsTheVanished();
    void listsAreCompleted();
    void incompleteListsAreCounted();
    void namesPastTheList();
    void olderStoreIsRefreshed();

private:
    static void deleteElsewhere(SessionFixture &f, const ContactId &id)
    {
        f.ask("DELETE", u"/contacts/"_s + id.text());
    }
    static void rename(SessionFixture &f, const ContactId &id, const QByteArray &name)
    {
        f.ask("PUT", u"/contacts/"_s + id.text(), "{\"name\":\"" + name + "\"}");
    }
    static QList<VanishedContact> vanished(SessionFixture &f)
    {
        return *SessionFixture::resultOf(f.service().vanished());
    }
    //! Writes into the closed store.
    static void note(SessionFixture &f, const QString &name, const QByteArray &value)
    {
        f.close();
        {
            auto store = Store::open({f.file(u"contacts.sqlite"_s), f.file(u"journal.sqlite"_s),
                                      [](const QByteArray &) { return Contact(); }, f.clock()});
            QVERIFY(store);
            QVERIFY(SessionFixture::resultOf((*store)->setMeta(name, value)));
        }
        f.open();
        f.sandbox()->clearSeen();
    }
};

void TestSyncFresh::refreshesWhileActive()
{
    SessionFixture f({.contacts = 10, .speed = 1000});
    const ContactId id = f.ids().constFirst();
    f->syncer().setActive(true);
    rename(f, id, "First");
    QTRY_COMPARE(f.stored(id).name(), u"First"_s);
    QTRY_COMPARE(f->syncer().status().state, State::UpToDate);
    rename(f, id, "Second");
    QTRY_COMPARE(f.stored(id).name(), u"Second"_s);
    QTRY_COMPARE(f->syncer().status().state, State::UpToDate);
    // Nobody is there: nothing is asked for.
    f->syncer().setActive(false);
    f.sandbox()->clearSeen();
    const qint64 later = f.clock().nowMs() + 20 * Minutes;
    QTRY_VERIFY(f.clock().nowMs() > later);
    QCOMPARE(f.count("*", u"**"_s), 0);
}

void TestSyncFresh::becomingActiveLateRefreshes()
{
    SessionFixture f({.contacts = 10, .speed = 1000});
    QSignalSpy started(&f->syncer(), &Syncer::statusChanged);
    f->syncer().setActive(true);
    f->syncer().setActive(false);
    QCOMPARE(started.count(), 0);
    const qint64 later = f.clock().nowMs() + 6 * Minutes;
    QTRY_VERIFY(f.clock().nowMs() > later);
    f->syncer().setActive(true);
    QCOMPARE(f->syncer().status().state, State::Loading);
    QTRY_COMPARE(f->syncer().status().state, State::UpToDate);
}

void TestSyncFresh::sweepsOnceADay()
{
    SessionFixture f({.contacts = 10, .speed = 50'000});
    const ContactId id = f.ids().constFirst();
    deleteElsewhere(f, id);
    QSignalSpy spy(&f->syncer(), &Syncer::statusChanged);
    f->syncer().setActive(true);
    QTRY_VERIFY_WITH_TIMEOUT(!f.isStored(id), 20'000);
    // Refreshes went on all day and did not see it.
    int refreshes = 0;
    for (const QList<QVariant> &told : spy)
        refreshes += told.first().value<SyncStatus>().phase == Phase::Refreshing ? 1 : 0;
    QVERIFY(refreshes > 3);
    QCOMPARE(vanished(f).size(), 1);
}

void TestSyncFresh::slowSweepAsksOneAtATimeAndHurries()
{
    SessionFixture f({.contacts = 1200, .speed = 20});
    note(f, u"swept_at"_s, "1");
    f.sandbox()->setLatency(5);
    f->syncer().setActive(true);
    QTRY_COMPARE(f->syncer().status().state, State::Idle);
    f->syncer().refresh();
    QTRY_COMPARE(f->syncer().status().phase, Phase::Sweeping);
    f.sandbox()->clearSeen();
    QTRY_VERIFY(f.count("POST", Search) >= 4);
    // A pause of a second of its clock after each: 50 ms.
    const QList<sandbox::SeenRequest> seen = f.sandbox()->seen();
    for (int i = 1; i < seen.size(); ++i)
        QVERIFY(seen.at(i).atMs - seen.at(i - 1).atMs >= 45);
    QCOMPARE(f->syncer().status().phase, Phase::Sweeping);
    // A refresh goes on beside it.
    const ContactId id = f.ids().constFirst();
    rename(f, id, "Beside");
    f->syncer().refresh();
    QTRY_COMPARE(f.stored(id).name(), u"Beside"_s);
    f->syncer().sweep();
    QTRY_COMPARE(f->syncer().status().state, State::UpToDate);
    QCOMPARE(f->syncer().status().done, 1200);
}

void TestSyncFresh::sweepGoesOnAfterAClose()
{
    SessionFixture f({.contacts = 1500});
    const ContactId id = f.ids().constFirst();
    deleteElsewhere(f, id);
    f.sandbox()->setLatency(15);
    f->syncer().sweep();
    QTRY_VERIFY(f->syncer().status().phase == Phase::Sweeping && f->syncer().status().done > 700);
    f.close();
    f.open();
    f.sandbox()->clearSeen();
    QVERIFY(f.isStored(id));
    QVERIFY(f.sweep());
    QVERIFY(!f.isStored(id));
    QCOMPARE(f.count("GET", u"/contacts/*"_s), 1);
    // A part of the pages had been read: a whole sweep reads more.
    const int resumed = f.count("POST", Search);
    f.sandbox()->clearSeen();
    QVERIFY(f.sweep());
    const int whole = f.count("POST", Search);
    QVERIFY2(resumed < whole, qPrintable(u"%1 of %2"_s.arg(resumed).arg(whole)));
}

void TestSyncFresh::sweepBeforeTheFirstLoadLoads()
{
    SessionFixture f({.contacts = 20, .isLoaded = false});
    QVERIFY(f.sweep());
    QCOMPARE(f.ids().size(), 20);
    QVERIFY(f->syncer().status().isComplete);
    QCOMPARE(f.count("GET", u"/contacts/*"_s), 0);
}

void TestSyncFresh::vanishedAreRemembered()
{
    SessionFixture f({.contacts = 20});
    QVERIFY(vanished(f).isEmpty());
    const Contact first = f.stored(f.ids().at(0));
    const Contact second = f.stored(f.ids().at(1));
    deleteElsewhere(f, first.id);
    f.ask("POST", u"/contacts/"_s + second.id.text() + u"/archive"_s);
    QSignalSpy changed(&f.service(), &ContactService::vanishedChanged);
    FactLog facts(f.service(), {first.id, second.id});
    QVERIFY(f.sweep());
    QCOMPARE(facts.lines(), (QStringList{u"vanished"_s, u"vanished"_s}));
    QCOMPARE(changed.count(), 2);
    f.close();
    f.open();
    const QList<VanishedContact> all = vanished(f);
    QCOMPARE(all.size(), 2);
    for (const Contact &contact : {first, second}) {
        const auto it = std::find_if(all.begin(), all.end(), [&contact](const auto &entry) {
            return entry.id == contact.id;
        });
        QVERIFY(it != all.end());
        QCOMPARE(it->label, contact.label());
        QCOMPARE(it->email, contact.email());
        QCOMPARE(it->role, contact.role());
        QVERIFY(it->mergedInto.isEmpty());
        QVERIFY(std::abs(it->noticedAt - f->now()) < 120);
    }
    QSignalSpy forgot(&f.service(), &ContactService::vanishedChanged);
    QCOMPARE(*SessionFixture::resultOf(f.service().forgetVanished({first.id})), 1);
    QCOMPARE(forgot.count(), 1);
    QCOMPARE(vanished(f).size(), 1);
    QCOMPARE(vanished(f).constFirst().id, second.id);
    QCOMPARE(*SessionFixture::resultOf(f.service().forgetVanished({first.id})), 0);
    QCOMPARE(forgot.count(), 1);
}

void TestSyncFresh::cameBack()
{
    SessionFixture f({.contacts = 20});
    const ContactId id = f.ids().at(2);
    f.ask("POST", u"/contacts/"_s + id.text() + u"/archive"_s);
    QVERIFY(f.sweep());
    QCOMPARE(vanished(f).size(), 1);
    f.ask("POST", u"/contacts/"_s + id.text() + u"/unarchive"_s);
    QVERIFY(SessionFixture::resultOf(f.service().fetch(id)));
    QVERIFY(f.isStored(id));
    QVERIFY(vanished(f).isEmpty());
}

// Restoring changes no time, and search is not believed so soon: the sweep asks by id.
void TestSyncFresh::cameBackUnnoticed()
{
    SessionFixture f({.contacts = 20});
    const ContactId id = f.ids().at(2);
    f.ask("POST", u"/contacts/"_s + id.text() + u"/archive"_s);
    QVERIFY(f.sweep());
    QVERIFY(!f.isStored(id));
    f.ask("POST", u"/contacts/"_s + id.text() + u"/unarchive"_s);
    QVERIFY(f.sweep());
    QVERIFY(f.isStored(id));
    QVERIFY(vanished(f).isEmpty());
}

void TestSyncFresh::mergedContactSaysInto()
{
    SessionFixture f({.contacts = 20});
    const ContactId id = f.ids().at(2);
    sandbox::FaultRule merged = statusFault("GET", u"/contacts/*"_s, 410);
    merged.headers = {{"Link", "</contacts/5ba682d23d7cf92bef87bfd4>; rel=\"canonical\""}};
    f.setFaults({merged});
    QVERIFY(!SessionFixture::resultOf(f.service().fetch(id)));
    QVERIFY(!f.isStored(id));
    QCOMPARE(vanished(f).constFirst().mergedInto, ContactId(u"5ba682d23d7cf92bef87bfd4"_s));
}

void TestSyncFresh::wipeForgetsTheVanished()
{
    SessionFixture f({.contacts = 20});
    deleteElsewhere(f, f.ids().constFirst());
    QVERIFY(f.sweep());
    QCOMPARE(vanished(f).size(), 1);
    f->wipeCopy();
    f.close();
    f.open();
    QVERIFY(vanished(f).isEmpty());
    QVERIFY(!f->syncer().status().isComplete);
}

void TestSyncFresh::listsAreCompleted()
{
    SessionFixture f({.contacts = 400, .isLoaded = false});
    QSignalSpy facts(&f.service(), &ContactService::contactsStored);
    QVERIFY(f.refresh());
    // By pages and hundreds, never one by one.
    QVERIFY2(facts.count() < 10, qPrintable(QString::number(facts.count())));
    int longTags = 0;
    int longCompanies = 0;
    for (const ContactId &id : f.ids()) {
        const Contact contact = f.stored(id);
        QVERIFY(contact.tags.isComplete());
        QVERIFY(contact.companies.isComplete());
        longTags += contact.tags.items.size() > 10 ? 1 : 0;
        longCompanies += contact.companies.items.size() > 10 ? 1 : 0;
        for (const CompanyId &company : contact.companies.items)
            QVERIFY(!f->book().companyName(company).isEmpty());
    }
    QVERIFY(longTags > 3);
    QVERIFY(longCompanies > 0);
    QCOMPARE(f.count("GET", u"/contacts/*/tags"_s), longTags);
    QCOMPARE(f.count("GET", u"/contacts/*/companies"_s), longCompanies);
    QCOMPARE(f.disagreements(), QString());
    // What is complete is not asked for again, not by a whole walk either.
    f.sandbox()->clearSeen();
    QVERIFY(f.sweep());
    QVERIFY(f.refresh());
    QCOMPARE(f.count("GET", u"/contacts/**"_s), 0);
}

void TestSyncFresh::incompleteListsAreCounted()
{
    SessionFixture f({.contacts = 400, .speed = 1000, .isLoaded = false});
    f.setFaults({statusFault("GET", u"/contacts/*/tags"_s, 403, 1, 1000),
                 statusFault("GET", u"/contacts/*/companies"_s, 403, 1, 1000)});
    QVERIFY(!f.refresh());
    QCOMPARE(f->syncer().status().error->kind, ErrorKind::Forbidden);
    // Everything else is there.
    QVERIFY(f->syncer().status().isComplete);
    QCOMPARE(f.ids().size(), 400);
    IncompleteLists expected;
    for (const ContactId &id : f.ids()) {
        expected.tags += f.stored(id).tags.isComplete() ? 0 : 1;
        expected.companies += f.stored(id).companies.isComplete() ? 0 : 1;
    }
    QVERIFY(expected.tags > 3 && expected.companies > 0);
    QCOMPARE(f->syncer().status().incomplete, expected);
    QCOMPARE(*SessionFixture::resultOf(f.service().incompleteLists()), expected);
    f.setFaults({});
    QVERIFY(f.refresh());
    QCOMPARE(*SessionFixture::resultOf(f.service().incompleteLists()), IncompleteLists());
}

void TestSyncFresh::namesPastTheList()
{
    SessionFixture f({.contacts = 100, .isLoaded = false});
    // As of a workspace with more companies than the list gives away.
    sandbox::FaultRule nothing = statusFault("POST", u"/companies/list"_s, 200, 1, 1000);
    nothing.body = "{\"type\":\"list\",\"data\":[],\"total_count\":0}";
    f.setFaults({nothing});
    QVERIFY(f.refresh());
    QSet<CompanyId> used;
    for (const ContactId &id : f.ids()) {
        for (const CompanyId &company : f.stored(id).companies.items) {
            QVERIFY(!f->book().companyName(company).isEmpty());
            used.insert(company);
        }
    }
    QVERIFY(used.size() > 5);
    const int asked = f.count("GET", u"/companies/*"_s);
    QVERIFY(asked > 0 && asked <= used.size());
    f.sandbox()->clearSeen();
    QVERIFY(f.refresh());
    QCOMPARE(f.count("GET", u"/companies/*"_s), 0);
}

void TestSyncFresh::olderStoreIsRefreshed()
{
    // A store that knows only when a refresh ended, as the first version left it.
    SessionFixture f({.contacts = 20, .isLoaded = false});
    note(f, u"refreshed_at"_s, QByteArray::number(f.clock().nowMs() / 1000));
    QVERIFY(f->syncer().status().isComplete);
    const ContactId id = f.truth().begin()->second.id;
    rename(f, id, "Edited an hour ago");
    QVERIFY(f.refresh());
    QCOMPARE(f.count("POST", Search), 1);
    QCOMPARE(f.stored(id).name(), u"Edited an hour ago"_s);
}

QTEST_GUILESS_MAIN(TestSyncFresh)
#include "tst_syncfresh.moc"
