// SPDX-License-Identifier: MIT
#include "core/store/duplicatekeys.h"
#include "tests/store/people.h"
#include "tests/store/storefixture.h"

#include <QtCore/QMutex>
#include <QtCore/QRegularExpression>
#include <QtCore/QSemaphore>
#include <QtCore/QSet>
#include <QtTest/QSignalSpy>

#include <algorithm>

using namespace roster;
using namespace Qt::StringLiterals;

namespace {

using Kind = DuplicateKind;

Contact person(const QString &id, const QString &role, const QString &email, qint64 lastSeen = 0)
{
    return contactWith(id, 5,
                       {{ContactField::Role, role},
                        {ContactField::Email, email},
                        {ContactField::LastSeenAt, lastSeen}});
}

QStringList idsOf(const DuplicateGroup &group)
{
    QStringList ids;
    for (const ContactRow &row : group.contacts)
        ids.append(row.id.text());
    return ids;
}

//! What of a text is compared, thought out once more: slowly, and by other means.
QString naiveKey(Kind kind, const ContactRow &row)
{
    if (kind == Kind::Email)
        return row.email.toLower().trimmed();
    if (kind == Kind::Name)
        return row.name;
    QString digits = row.phone;
    digits.remove(QRegularExpression(u"[^0-9]"_s));
    if (digits.startsWith(u"00"_s))
        digits = digits.mid(2);
    return digits.size() > 5 ? digits : QString();
}

qint64 seen(const ContactRow &row)
{
    return row.lastSeenAt.value_or(0);
}

//! Everything in lists, in the order of Duplicates; `rows` in the order of their keys.
Duplicates naive(Kind kind, const QList<ContactRow> &rows)
{
    QMap<QString, QList<ContactRow>> alike;
    for (const ContactRow &row : rows) {
        if (const QString key = naiveKey(kind, row); !key.isEmpty())
            alike[key].append(row);
    }
    Duplicates all;
    all.kind = kind;
    for (auto it = alike.begin(); it != alike.end(); ++it) {
        if (it->size() < 2)
            continue;
        std::stable_sort(it->begin(), it->end(),
                         [](const auto &a, const auto &b) { return seen(a) > seen(b); });
        all.groups.append({it.key(), *it, static_cast<int>(it->size())});
        all.contactTotal += static_cast<int>(it->size());
    }
    all.groupTotal = static_cast<int>(all.groups.size());
    const auto firstKey = [](const DuplicateGroup &group) {
        RowKey first = group.contacts.first().key;
        for (const ContactRow &row : group.contacts)
            first = std::min(first, row.key);
        return first;
    };
    std::sort(all.groups.begin(), all.groups.end(), [&](const auto &a, const auto &b) {
        if (a.isMergeable() != b.isMergeable())
            return a.isMergeable();
        if (seen(a.contacts.first()) != seen(b.contacts.first()))
            return seen(a.contacts.first()) > seen(b.contacts.first());
        return firstKey(a) < firstKey(b);
    });
    return all;
}

//! Calls `before` when the n-th statement that reads contacts for their texts begins.
class AtStep final : public StatementHook
{
public:
    std::function<bool(int step)> before;

    bool allows(const QString &sql) override
    {
        if (!sql.contains(u"ORDER BY key LIMIT ?"_s) || sql.contains(u"records"_s))
            return true;
        const QMutexLocker locker(&m_mutex);
        ++m_steps;
        return !before || before(m_steps);
    }
    int steps()
    {
        const QMutexLocker locker(&m_mutex);
        return m_steps;
    }

private:
    QMutex m_mutex;
    int m_steps = 0;
};

//! So many users without anything in common, more than one step reads.
QList<StoredContact> manyUsers(int count)
{
    QList<StoredContact> many;
    for (int i = 0; i < count; ++i)
        many.append(listed(person(u"u%1"_s.arg(i), u"user"_s, u"u%1@example.com"_s.arg(i))));
    return many;
}

} // namespace

//! Finding contacts that are perhaps one person.
class TestDuplicates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comparesWhatMatters_data();
    void comparesWhatMatters();
    void whatCanBeMergedComesFirst();
    void longGroupsAndListsAreCounted();
    void aLongGroupKeepsBothRoles();
    void agreesWithANaiveFinder();
    void followsWrites();
    void worksInStepsAndLetsOthersThrough();
    void aCancelledSearchStops();
    void whatLeavesMeanwhileIsNotInTheAnswer();
    void aFailedReadIsTold();
    void closingDoesNotWaitForIt();
};

void TestDuplicates::comparesWhatMatters_data()
{
    QTest::addColumn<DuplicateKind>("kind");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("key");
    QTest::newRow("email: case") << Kind::Email << u"Ada@Example.COM"_s << u"ada@example.com"_s;
    QTest::newRow("email: spaces") << Kind::Email << u"  ada@b.co\t"_s << u"ada@b.co"_s;
    QTest::newRow("email: accents stay")
        << Kind::Email << u"jos\u00e9@b.co"_s << u"jos\u00e9@b.co"_s;
    QTest::newRow("email: sub-address") << Kind::Email << u"ada+x@b.co"_s << u"ada+x@b.co"_s;
    QTest::newRow("email: blank") << Kind::Email << u"   "_s << QString();
    QTest::newRow("phone: E.164") << Kind::Phone << u"+442079460958"_s << u"442079460958"_s;
    QTest::newRow("phone: written out")
        << Kind::Phone << u"+44 (20) 7946-0958"_s << u"442079460958"_s;
    QTest::newRow("phone: 00") << Kind::Phone << u"0044 20 7946 0958"_s << u"442079460958"_s;
    QTest::newRow("phone: national") << Kind::Phone << u"020 7946 0958"_s << u"02079460958"_s;
    QTest::newRow("phone: Arabic digits")
        << Kind::Phone << u"\u0661\u0662\u0663\u0664\u0665\u0666"_s << u"123456"_s;
    QTest::newRow("phone: too short") << Kind::Phone << u"+123-45"_s << QString();
    QTest::newRow("phone: only words") << Kind::Phone << u"call the office"_s << QString();
    QTest::newRow("name: case and accents")
        << Kind::Name << u"ZO\u00cb  M\u00fcller"_s << u"zoe muller"_s;
    QTest::newRow("name: direction marks") << Kind::Name << u"\u202eAda\u202c"_s << u"ada"_s;
    QTest::newRow("name: nothing to see") << Kind::Name << u"\u200b \u200e"_s << QString();
}

void TestDuplicates::comparesWhatMatters()
{
    QFETCH(const DuplicateKind, kind);
    QFETCH(const QString, text);
    QFETCH(const QString, key);
    ContactRow row;
    (kind == Kind::Email ? row.email : kind == Kind::Phone ? row.phone : row.name) = text;
    QCOMPARE(duplicateKey(kind, row), key);
}

void TestDuplicates::whatCanBeMergedComesFirst()
{
    StoreFixture f;
    QVERIFY(resultOf(f->storeContacts({
                         listed(person(u"a1"_s, u"user"_s, u"a@x.com"_s, 900)),
                         listed(person(u"a2"_s, u"user"_s, u"A@x.com"_s, 950)),
                         listed(person(u"b1"_s, u"lead"_s, u"b@x.com"_s, 10)),
                         listed(person(u"b2"_s, u"user"_s, u"b@X.com "_s, 20)),
                         listed(person(u"c1"_s, u"lead"_s, u"c@x.com"_s, 999)),
                         listed(person(u"c2"_s, u"lead"_s, u"c@x.com"_s)),
                         listed(person(u"d"_s, u"user"_s, u"d@x.com"_s)),
                         listed(person(u"e1"_s, u"user"_s, {})),
                         listed(person(u"e2"_s, u"user"_s, {})),
                     }))
                .isOk());
    const Duplicates found = *resultOf(f->reader().duplicates(Kind::Email));
    QCOMPARE(found.groupTotal, 3);
    QCOMPARE(found.contactTotal, 6);
    QCOMPARE(found.groups.size(), 3);
    QCOMPARE(idsOf(found.groups[0]), QStringList({u"b2"_s, u"b1"_s}));
    QVERIFY(found.groups[0].isMergeable());
    QCOMPARE(found.groups[0].key, u"b@x.com"_s);
    QCOMPARE(idsOf(found.groups[1]), QStringList({u"c1"_s, u"c2"_s}));
    QCOMPARE(idsOf(found.groups[2]), QStringList({u"a2"_s, u"a1"_s}));
    QVERIFY(!found.groups[2].isMergeable());
    // Nobody has a phone.
    const Duplicates none = *resultOf(f->reader().duplicates(Kind::Phone));
    QCOMPARE(none.kind, Kind::Phone);
    QCOMPARE(none.groupTotal, 0);
    QVERIFY(none.groups.isEmpty());
}

void TestDuplicates::longGroupsAndListsAreCounted()
{
    constexpr int groups = Duplicates::mostGroups + 7;
    StoreFixture f;
    QList<StoredContact> many;
    for (int i = 0; i < groups; ++i) {
        const int size = i == 0 ? DuplicateGroup::mostContacts + 5 : 2;
        for (int j = 0; j < size; ++j)
            many.append(listed(person(u"c%1-%2"_s.arg(i).arg(j), u"user"_s,
                                      u"g%1@example.com"_s.arg(i), groups - i)));
    }
    QVERIFY(resultOf(f->storeContacts(many)).isOk());
    const Duplicates found = *resultOf(f->reader().duplicates(Kind::Email));
    QCOMPARE(found.groupTotal, groups);
    QCOMPARE(found.contactTotal, many.size());
    QCOMPARE(found.groups.size(), Duplicates::mostGroups);
    QCOMPARE(found.groups[0].total, DuplicateGroup::mostContacts + 5);
    QCOMPARE(found.groups[0].contacts.size(), DuplicateGroup::mostContacts);
    QCOMPARE(found.groups.last().key, u"g%1@example.com"_s.arg(Duplicates::mostGroups - 1));
}

void TestDuplicates::aLongGroupKeepsBothRoles()
{
    constexpr int most = DuplicateGroup::mostContacts;
    // Where the only lead and the only user stand among contacts of a role that is not known.
    using Places = std::pair<int, int>;
    for (const auto &[lead, user] :
         {Places{2, most + 1}, Places{most + 2, 0}, Places{most - 1, most + 2},
          Places{most, most + 1}, Places{most + 2, most + 1}}) {
        StoreFixture f;
        QList<StoredContact> many;
        for (int i = 0; i < most + 3; ++i) {
            const QString role = i == lead ? u"lead"_s : i == user ? u"user"_s : u"other"_s;
            many.append(listed(person(u"c%1"_s.arg(i), role, u"a@b.co"_s, 1000 - i)));
        }
        QVERIFY(resultOf(f->storeContacts(many)).isOk());
        const Duplicates found = *resultOf(f->reader().duplicates(Kind::Email));
        QCOMPARE(found.groups.size(), 1);
        QCOMPARE(found.groups[0].contacts.size(), most);
        QVERIFY(found.groups[0].isMergeable());
        const QStringList ids = idsOf(found.groups[0]);
        QCOMPARE(QSet<QString>(ids.begin(), ids.end()).size(), most);
    }
}

void TestDuplicates::agreesWithANaiveFinder()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    const auto number = [&random](int below) { return static_cast<int>(random.bounded(below)); };
    for (int round = 0; round < 4; ++round) {
        StoreFixture f;
        QList<StoredContact> all;
        const int count = 50 + number(1200);
        for (int i = 0; i < count; ++i) {
            const int who = number(count);
            const QString area = QString::number(1000 + who);
            Contact contact = person(
                u"id%1"_s.arg(i), QStringList{u"user"_s, u"lead"_s, u"other"_s}[number(3)],
                QStringList{u" P%1@X.com"_s, u"p%1@x.com"_s}[number(2)].arg(who), number(40));
            contact.fields[ContactField::Phone] =
                QStringList{u"+49 30 %1"_s, u"004930%1"_s, u"(49) 30-%1"_s, u"%1"_s}[number(4)].arg(
                    area);
            contact.fields[ContactField::Name] = u"name %1"_s.arg(number(count / 3));
            if (number(5) == 0)
                contact.fields[ContactField::Email] = {};
            all.append(listed(contact));
        }
        QVERIFY(resultOf(f->storeContacts(all)).isOk());
        QList<ContactId> ids;
        for (const StoredContact &each : all)
            ids.append(each.row.id);
        const QList<ContactRow> rows = f->reader().rows(f->reader().keysOf(ids));
        for (const Kind kind : {Kind::Email, Kind::Phone, Kind::Name}) {
            Duplicates expected = naive(kind, rows);
            const Duplicates found = *resultOf(f->reader().duplicates(kind));
            QCOMPARE(found.groupTotal, expected.groupTotal);
            QCOMPARE(found.contactTotal, expected.contactTotal);
            expected.groups.resize(
                std::min<qsizetype>(expected.groups.size(), Duplicates::mostGroups));
            for (qsizetype i = 0; i < expected.groups.size(); ++i) {
                QCOMPARE(found.groups[i].key, expected.groups[i].key);
                QVERIFY(found.groups[i].total <= DuplicateGroup::mostContacts);
                QCOMPARE(found.groups[i], expected.groups[i]);
            }
            QCOMPARE(found, expected);
        }
    }
}

void TestDuplicates::followsWrites()
{
    StoreFixture f;
    QVERIFY(resultOf(f->storeContacts({listed(person(u"a"_s, u"user"_s, u"a@b.co"_s)),
                                       listed(person(u"b"_s, u"lead"_s, u"a@b.co"_s))}))
                .isOk());
    QCOMPARE(resultOf(f->reader().duplicates(Kind::Email))->groupTotal, 1);
    QVERIFY(resultOf(f->removeContacts({ContactId(u"b"_s)})).isOk());
    QCOMPARE(resultOf(f->reader().duplicates(Kind::Email))->groupTotal, 0);
}

void TestDuplicates::worksInStepsAndLetsOthersThrough()
{
    AtStep hook;
    StoreFixture f;
    QVERIFY(f.open(&hook).isOk());
    QVERIFY(resultOf(f->storeContacts(manyUsers(2500))).isOk());
    const int before = hook.steps();
    // Asked for later, answered sooner.
    QStringList order;
    OperationOf<Duplicates> *search = f->reader().duplicates(Kind::Email);
    search->onFinished(this, [&](const auto &) { order.append(u"search"_s); });
    f->reader().counts()->onFinished(this, [&](const auto &) { order.append(u"counts"_s); });
    QTRY_COMPARE(order.size(), 2);
    QCOMPARE(order, QStringList({u"counts"_s, u"search"_s}));
    QCOMPARE(hook.steps() - before, 2);
}

void TestDuplicates::aCancelledSearchStops()
{
    AtStep hook;
    StoreFixture f;
    QVERIFY(f.open(&hook).isOk());
    QVERIFY(resultOf(f->storeContacts(manyUsers(2500))).isOk());
    QSemaphore isInFirst;
    QSemaphore mayGoOn;
    hook.before = [&](int) {
        isInFirst.release();
        mayGoOn.acquire();
        return true;
    };
    OperationOf<Duplicates> *search = f->reader().duplicates(Kind::Email);
    QSignalSpy finished(search, &Operation::finished);
    isInFirst.acquire();
    search->cancel();
    mayGoOn.release(100);
    QTRY_COMPARE(finished.size(), 1);
    // What is asked for later is answered by the same thread: it is done with the search.
    QCOMPARE(resultOf(f->reader().counts())->all, 2500);
    QCOMPARE(resultOf(f->reader().counts())->all, 2500);
    QCOMPARE(hook.steps(), 1);
}

void TestDuplicates::whatLeavesMeanwhileIsNotInTheAnswer()
{
    AtStep hook;
    StoreFixture f;
    QVERIFY(f.open(&hook).isOk());
    QList<StoredContact> all{listed(person(u"a"_s, u"user"_s, u"a@b.co"_s)),
                             listed(person(u"b"_s, u"lead"_s, u"a@b.co"_s)),
                             listed(person(u"c"_s, u"user"_s, u"c@b.co"_s)),
                             listed(person(u"d"_s, u"lead"_s, u"c@b.co"_s)),
                             listed(person(u"e"_s, u"lead"_s, u"c@b.co"_s))};
    all += manyUsers(2500);
    QVERIFY(resultOf(f->storeContacts(all)).isOk());
    QSemaphore isInSecond;
    QSemaphore mayGoOn;
    hook.before = [&](int step) {
        if (step == 2) {
            isInSecond.release();
            mayGoOn.acquire();
        }
        return true;
    };
    OperationOf<Duplicates> *search = f->reader().duplicates(Kind::Email);
    isInSecond.acquire();
    Contact moved = person(u"d"_s, u"lead"_s, u"other@b.co"_s);
    moved.fields[ContactField::UpdatedAt] = qint64(6);
    QVERIFY(resultOf(f->removeContacts({ContactId(u"b"_s)})).isOk());
    QVERIFY(resultOf(f->storeContacts({answered(moved)})).isOk());
    mayGoOn.release();
    const Duplicates found = *resultOf(search);
    QCOMPARE(found.groups.size(), 1);
    QCOMPARE(idsOf(found.groups[0]), QStringList({u"c"_s, u"e"_s}));
    QCOMPARE(found.groups[0].total, 2);
    QCOMPARE(found.groupTotal, 1);
    QCOMPARE(found.contactTotal, 2);
}

void TestDuplicates::aFailedReadIsTold()
{
    AtStep hook;
    StoreFixture f;
    QVERIFY(f.open(&hook).isOk());
    QVERIFY(resultOf(f->storeContacts(manyUsers(2500))).isOk());
    hook.before = [](int step) { return step != 2; };
    const Result<Duplicates> failed = resultOf(f->reader().duplicates(Kind::Email));
    QVERIFY(!failed);
    QCOMPARE(failed.error().kind, ErrorKind::Storage);
    // The next one begins anew.
    QVERIFY(resultOf(f->reader().duplicates(Kind::Email)).isOk());
}

void TestDuplicates::closingDoesNotWaitForIt()
{
    AtStep hook;
    StoreFixture f;
    QVERIFY(f.open(&hook).isOk());
    QVERIFY(resultOf(f->storeContacts(manyUsers(2500))).isOk());
    QSemaphore isInFirst;
    QSemaphore mayGoOn;
    hook.before = [&](int) {
        isInFirst.release();
        mayGoOn.acquire();
        return true;
    };
    OperationOf<Duplicates> *search = f->reader().duplicates(Kind::Email);
    std::optional<ErrorKind> end;
    search->onFinished(this, [&](const Result<Duplicates> &found) {
        end = found ? std::nullopt : std::optional(found.error().kind);
    });
    isInFirst.acquire();
    mayGoOn.release(100);
    f.close();
    QVERIFY(end == ErrorKind::Cancelled);
}

QTEST_GUILESS_MAIN(TestDuplicates)
#include "tst_duplicates.moc"
