// SPDX-License-Identifier: MIT
// What keeping a store true keeps in it: the plan of a load, what is incomplete, what vanished.
#include "core/store/databasefile.h"
#include "core/store/migrations.h"
#include "core/store/syncbook.h"
#include "tests/store/people.h"
#include "tests/store/storefixture.h"

#include <QtCore/QRandomGenerator>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace roster;

namespace {

LoadWindow windowOf(int number, QRandomGenerator &random)
{
    const auto day = [&random] {
        return random.bounded(3) == 0 ? QDate() : QDate(2024, 1, 1).addDays(random.bounded(500));
    };
    LoadWindow window;
    window.number = number;
    window.firstDay = day();
    window.lastDay = day();
    window.isUndated = random.bounded(2) == 1;
    window.idEnding = random.bounded(2) == 1 ? u"a0"_s : QString();
    window.cursor = random.bounded(2) == 1 ? u"WzE3Mz+/=="_s : QString();
    window.lastOwnDay = day();
    window.reachedDay = day();
    window.expected = random.bounded(5000);
    window.seen = random.bounded(5000);
    window.isDone = random.bounded(2) == 1;
    return window;
}

//! Makes statements that begin with `words` fail, while it is armed.
class Failing final : public StatementHook
{
public:
    explicit Failing(const QString &words)
        : m_words(words)
    {
    }
    bool allows(const QString &sql) override { return !isArmed || !sql.startsWith(m_words); }
    std::atomic<bool> isArmed = false;

private:
    QString m_words;
};

} // namespace

class TestSyncBook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsAPlan();
    void contactsAndWindowsTogether();
    void countsWhatIsIncomplete();
    void namesThatAreMissing();
    void remembersTheVanished();
    void firstVersionIsBroughtUp();

private:
    static LoadState stateOf(StoreFixture &f) { return *resultOf(f->sync().loadState()); }
};

void TestSyncBook::keepsAPlan()
{
    QRandomGenerator random(5);
    StoreFixture f;
    QCOMPARE(stateOf(f), LoadState());
    LoadState state{LoadState::Kind::Sweep, 1'700'000'000, 7, 100'000, {}};
    for (int i = 0; i < 40; ++i)
        state.windows.append(windowOf(i, random));
    QVERIFY(resultOf(f->sync().setLoadState(state)));
    QCOMPARE(stateOf(f), state);
    f.close();
    QVERIFY(f.open());
    QCOMPARE(stateOf(f), state);
    // Some other, some more.
    for (const int i : {3, 17, 40, 41}) {
        const LoadWindow window = windowOf(i, random);
        if (i < state.windows.size())
            state.windows[i] = window;
        else
            state.windows.append(window);
        QVERIFY(resultOf(f->sync().storeLoaded({}, {window})));
    }
    QCOMPARE(stateOf(f), state);
    QVERIFY(resultOf(f->sync().setLoadState({})));
    QCOMPARE(stateOf(f), LoadState());
}

void TestSyncBook::contactsAndWindowsTogether()
{
    QRandomGenerator random(6);
    // Outlives the store, whose threads ask it.
    Failing hook(u"INSERT INTO records"_s);
    StoreFixture f;
    f.close();
    QVERIFY(f.open(&hook));
    QSignalSpy told(&f.store(), &Store::contactsStored);
    const LoadWindow before = windowOf(0, random);
    QVERIFY(resultOf(f->sync().setLoadState({LoadState::Kind::FirstLoad, 1, 0, 2, {before}})));
    LoadWindow after = before;
    after.cursor = u"further"_s;
    const QList<StoredContact> page{listed(contactWith(u"1"_s, 10)),
                                    listed(contactWith(u"2"_s, 10))};
    hook.isArmed = true;
    QVERIFY(!resultOf(f->sync().storeLoaded(page, {after})));
    hook.isArmed = false;
    // Neither: it will be read again.
    QCOMPARE(stateOf(f).windows, QList{before});
    QCOMPARE(resultOf(f->sync().figures())->contacts, 0);
    QCOMPARE(told.count(), 0);
    QVERIFY(resultOf(f->sync().storeLoaded(page, {after})));
    QCOMPARE(stateOf(f).windows, QList{after});
    QCOMPARE(resultOf(f->sync().figures())->contacts, 2);
    QCOMPARE(told.count(), 1);
}

void TestSyncBook::countsWhatIsIncomplete()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    People people(seed);
    StoreFixture f;
    QHash<QString, Contact> all;
    const auto isAsCounted = [&] {
        StoreFigures expected;
        QList<std::pair<QString, std::pair<bool, bool>>> short_;
        for (const Contact &contact : all) {
            const bool tags = !contact.tags.isComplete();
            const bool companies = !contact.companies.isComplete();
            ++expected.contacts;
            expected.incomplete.tags += tags ? 1 : 0;
            expected.incomplete.companies += companies ? 1 : 0;
            if (tags || companies)
                short_.append({contact.id.text(), {tags, companies}});
        }
        QCOMPARE(*resultOf(f->sync().figures()), expected);
        // In parts, each once.
        QList<std::pair<QString, std::pair<bool, bool>>> told;
        RowKey after = 0;
        for (;;) {
            const auto part = *resultOf(f->sync().incomplete(after, 7));
            if (part.isEmpty())
                break;
            QVERIFY(part.size() <= 7);
            for (const IncompleteContact &one : part) {
                QVERIFY(one.key > after);
                after = one.key;
                told.append({one.id.text(), {one.areTagsMissing, one.areCompaniesMissing}});
            }
        }
        std::sort(told.begin(), told.end());
        std::sort(short_.begin(), short_.end());
        QCOMPARE(told, short_);
    };
    for (int round = 0; round < 15; ++round) {
        for (int i = 0; i < 12; ++i) {
            const QString id = QString::number(people.number(60));
            Contact contact = people.contact(id);
            contact.fields[ContactField::UpdatedAt] = 1'700'000'000 + round * 20 + i;
            if (people.chance(40))
                contact.tags.total = int(contact.tags.items.size()) + people.number(3);
            if (people.chance(40))
                contact.companies.total = int(contact.companies.items.size()) + people.number(3);
            QVERIFY(resultOf(f->storeContacts({answered(contact)})));
            all.insert(id, *f->reader().contact(contact.id));
        }
        const QString some = all.constBegin().key();
        QVERIFY(resultOf(f->setTags(ContactId(some), people.tags(people.number(4)))));
        all[some] = *f->reader().contact(ContactId(some));
        isAsCounted();
    }
}

void TestSyncBook::namesThatAreMissing()
{
    StoreFixture f;
    for (int i = 0; i < 9; ++i) {
        Contact contact = contactWith(QString::number(i), 10);
        contact.companies = PartialList<CompanyId>::complete(
            {CompanyId(u"c%1"_s.arg(i / 2)), CompanyId(u"known"_s)});
        QVERIFY(resultOf(f->storeContacts({listed(contact)})));
    }
    Company known;
    known.id = CompanyId(u"known"_s);
    known.name = u"Known"_s;
    QVERIFY(resultOf(f->storeCompanies({known})));
    const auto first = *resultOf(f->sync().unnamedCompanies({}, 3));
    QCOMPARE(first, (QList{CompanyId(u"c0"_s), CompanyId(u"c1"_s), CompanyId(u"c2"_s)}));
    const auto rest = *resultOf(f->sync().unnamedCompanies(first.constLast(), 3));
    QCOMPARE(rest, (QList{CompanyId(u"c3"_s), CompanyId(u"c4"_s)}));
}

void TestSyncBook::remembersTheVanished()
{
    StoreFixture f;
    const auto named = [](const QString &id, const QString &name, const QString &email) {
        return listed(contactWith(id, 10,
                                  {{ContactField::Name, name},
                                   {ContactField::Email, email},
                                   {ContactField::Role, u"lead"_s}}));
    };
    QVERIFY(resultOf(
        f->storeContacts({named(u"1"_s, u"Ada"_s, u"ada@example.org"_s),
                          named(u"2"_s, {}, u"b@example.org"_s), named(u"3"_s, u"Cy"_s, {})})));
    QSignalSpy removed(&f.store(), &Store::contactsRemoved);
    QSignalSpy changed(&f->sync(), &SyncBook::vanishedChanged);
    QCOMPARE(*resultOf(f->sync().vanish(ContactId(u"1"_s), ContactId(u"9"_s))), true);
    f.clock().advance(std::chrono::seconds(5));
    QCOMPARE(*resultOf(f->sync().vanish(ContactId(u"2"_s), {})), true);
    // One that the store never held is nothing to remember.
    QCOMPARE(*resultOf(f->sync().vanish(ContactId(u"8"_s), {})), false);
    QCOMPARE(removed.count(), 2);
    QCOMPARE(changed.count(), 2);
    const qint64 now = f.clock().now().toSecsSinceEpoch();
    const VanishedContact first{ContactId(u"1"_s), u"Ada"_s, u"ada@example.org"_s,
                                Role::Lead,        now - 5,  ContactId(u"9"_s)};
    const VanishedContact second{
        ContactId(u"2"_s), u"b@example.org"_s, u"b@example.org"_s, Role::Lead, now, {}};
    QCOMPARE(*resultOf(f->sync().vanished()), (QList{second, first}));
    // A listing that lags brings nobody back, the contact itself does.
    QVERIFY(resultOf(f->storeContacts({named(u"2"_s, {}, u"b@example.org"_s)})));
    QCOMPARE(resultOf(f->sync().vanished())->size(), 2);
    QVERIFY(resultOf(f->storeContacts({answered(contactWith(u"2"_s, 10))})));
    QCOMPARE(*resultOf(f->sync().vanished()), QList{first});
    QCOMPARE(*resultOf(f->sync().forgetVanished({ContactId(u"1"_s), ContactId(u"7"_s)})), 1);
    QVERIFY(resultOf(f->sync().vanished())->isEmpty());
    // What was archived from here has not vanished.
    QVERIFY(resultOf(f->removeContacts({ContactId(u"3"_s)})));
    QVERIFY(resultOf(f->sync().vanished())->isEmpty());
}

void TestSyncBook::firstVersionIsBroughtUp()
{
    StoreFixture f;
    Contact contact = contactWith(u"1"_s, 10);
    contact.tags = {{TagId(u"t"_s)}, 12};
    f.close();
    QVERIFY(Store::removeContactsFile(f.contactsFile()));
    {
        Database::Options options;
        options.file = f.contactsFile();
        options.use = Database::Use::Write;
        const Schema &today = contactsSchema();
        const Schema first{today.applicationId, today.migrations.mid(0, 1)};
        const auto opened = openFile(options, first);
        QVERIFY(opened);
        QVERIFY(opened->database->run(
            u"INSERT INTO contacts (id, role, search_text, owner, name, email, phone, external_id,"
            " tags, tag_total, companies, company_total, answered_at, sweep)"
            " VALUES ('1', 0, '', '', '', '', '', '', 't', 12, '', 0, 0, 0)"_s));
    }
    QVERIFY(f.open());
    QCOMPARE(f.store().setAside(), QStringList());
    QCOMPARE(*resultOf(f->sync().figures()), (StoreFigures{1, {1, 0}}));
    QCOMPARE(stateOf(f), LoadState());
}

QTEST_GUILESS_MAIN(TestSyncBook)
#include "tst_syncbook.moc"
