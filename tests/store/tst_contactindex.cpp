// SPDX-License-Identifier: MIT
#include "core/store/folding.h"
#include "core/store/indexquery.h"
#include "tests/store/people.h"

#include <QtTest/QTest>

#include <algorithm>
#include <map>

using namespace roster;

namespace {

QString str(const char *text)
{
    return QString::fromUtf8(text);
}

//! What the store would take in of `contact`.
IndexedContact indexed(const Contact &contact, RowKey key)
{
    IndexedContact made;
    made.key = key;
    made.role = contact.role();
    made.name = folded(contact.name());
    made.email = folded(contact.email());
    made.phone = folded(contact.text(ContactField::Phone));
    made.externalId = folded(contact.text(ContactField::ExternalId));
    made.owner = contact.owner().text();
    for (const TagId &tag : contact.tags.items)
        made.tags.append(tag.text());
    made.tagTotal = contact.tags.total;
    for (const CompanyId &company : contact.companies.items)
        made.companies.append(company.text());
    made.companyTotal = contact.companies.total;
    made.time(IndexTime::Created) = contact.time(ContactField::CreatedAt);
    made.time(IndexTime::SignedUp) = contact.time(ContactField::SignedUpAt);
    made.time(IndexTime::LastSeen) = contact.time(ContactField::LastSeenAt);
    made.time(IndexTime::Updated) = contact.time(ContactField::UpdatedAt);
    made.time(IndexTime::LastContacted) = contact.time(ContactField::LastContactedAt);
    made.time(IndexTime::LastReplied) = contact.time(ContactField::LastRepliedAt);
    for (auto it = contact.customAttributes.begin(); it != contact.customAttributes.end(); ++it)
        made.attributes.append({it.key(), it.value()});
    return made;
}

template <class T>
QHash<QString, QString> foldedNames(const QList<T> &things)
{
    QHash<QString, QString> names;
    for (const T &thing : things)
        names.insert(thing.id.text(), folded(thing.name));
    return names;
}

struct Answer
{
    std::vector<RowKey> keys;
    FirstKeys first;

    friend bool operator==(const Answer &, const Answer &) = default;
};

Answer ask(IndexQuery &index, const ContactQuery &query)
{
    Answer answer;
    const auto keys =
        index.run(query, {}, [&answer](const FirstKeys &first) { answer.first = first; });
    answer.keys = keys.value_or(std::vector<RowKey>());
    return answer;
}

ContactQuery randomQuery(People &people)
{
    ContactQuery query;
    query.sortColumn =
        static_cast<SortColumn>(people.number(static_cast<int>(SortColumn::UpdatedAt) + 1));
    query.sortOrder = people.chance(50) ? Qt::AscendingOrder : Qt::DescendingOrder;
    query.days = people.days();
    if (people.chance(50))
        query.text = people.searchText();
    if (people.chance(50))
        query.filter = people.filter();
    return query;
}

//! An index that is changed at random, and what is in it.
class Changed
{
public:
    explicit Changed(People &random)
        : m_people(random)
    {
        index.setDateAttributes({str("renewal")});
    }

    bool changeOne()
    {
        const bool isNew = m_all.size() < 1000 || m_people.chance(20);
        const auto some = m_all.lower_bound(1 + m_people.number(static_cast<int>(last) + 1));
        if (!isNew && some != m_all.end() && m_people.chance(30)) {
            index.remove(some->first);
            m_all.erase(some);
            return true;
        }
        const RowKey key = isNew || some == m_all.end() ? ++last : some->first;
        m_all[key] = indexed(m_people.contact(QString::number(key), 60, 90), key);
        return index.put(m_all[key]);
    }

    //! All names, or one or two.
    void rename(bool areAll)
    {
        if (areAll) {
            m_tags = foldedNames(m_people.tags(60));
            m_companies = foldedNames(m_people.companies(90));
            m_admins = foldedNames(m_people.admins(5));
        } else {
            const QString renamed = QString::number(m_people.number(60));
            m_tags[renamed] = m_people.chance(20) ? QString() : folded(m_people.searchText());
            m_companies[renamed] = folded(m_people.searchText());
            m_companies.remove(QString::number(m_people.number(90)));
        }
        setNames(index);
    }

    void fill(ContactIndex &fresh) const
    {
        fresh.setDateAttributes({str("renewal")});
        setNames(fresh);
        for (const auto &[key, contact] : m_all)
            fresh.put(contact);
    }

    ContactIndex index;
    RowKey last = 0;

private:
    void setNames(ContactIndex &of) const
    {
        of.setTagNames(m_tags);
        of.setCompanyNames(m_companies);
        of.setAdminNames(m_admins);
    }

    People &m_people;
    std::map<RowKey, IndexedContact> m_all;
    QHash<QString, QString> m_tags;
    QHash<QString, QString> m_companies;
    QHash<QString, QString> m_admins;
};

} // namespace

//! The index by itself: what it answers after many changes is what a fresh one answers.
class TestContactIndex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsBytesAsTheStandardDoes();
    void changedIsAsFresh_data();
    void changedIsAsFresh();
    void typingOnIsAsAskingAtOnce_data();
    void typingOnIsAsAskingAtOnce();
    void stopsWhenAsked();
    void bestMatchesAreFirst();
    void theColumnAloneWhenAsked();
    void unknownLinksAreCounted();
    void datesAreNotFoundByTheirDigits();
    void keysOnlyGrow();
};

void TestContactIndex::findsBytesAsTheStandardDoes()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    QRandomGenerator random(seed);
    for (int round = 0; round < 20'000; ++round) {
        std::string text;
        for (quint32 i = random.bounded(60u); i > 0; --i)
            text += static_cast<char>('a' + random.bounded(3));
        std::string needle;
        for (quint32 i = 1 + random.bounded(20u) / (1 + random.bounded(8u)); i > 0; --i)
            needle += static_cast<char>('a' + random.bounded(3));
        const char *const end = text.data() + text.size();
        const char *const hit = findBytes(text.data(), end, needle);
        const size_t expected = text.find(needle);
        const size_t found =
            hit == end ? std::string::npos : static_cast<size_t>(hit - text.data());
        QVERIFY2(found == expected, qPrintable(QStringLiteral("seed %1").arg(seed)));
    }
}

void TestContactIndex::changedIsAsFresh_data()
{
    QTest::addColumn<quint32>("seed");
    for (const quint32 seed : {1u, 2u, 1153310068u, QRandomGenerator::global()->generate()})
        QTest::addRow("seed %u", seed) << seed;
}

// Many rounds of changes, so that orders are merged and rebuilt and dead bytes are thrown away.
void TestContactIndex::changedIsAsFresh()
{
    QFETCH(quint32, seed);
    People people(seed);
    Changed changed(people);
    IndexQuery query(changed.index);
    for (int round = 0; round < 8; ++round) {
        for (int i = 0; i < 1500; ++i)
            QVERIFY(changed.changeOne());
        changed.rename(round == 0);
        ContactIndex fresh;
        changed.fill(fresh);
        QCOMPARE(changed.index.count(), fresh.count());
        IndexQuery freshQuery(fresh);
        for (int asked = 0; asked < 20; ++asked) {
            const ContactQuery wanted = randomQuery(people);
            QVERIFY2(ask(query, wanted) == ask(freshQuery, wanted),
                     qPrintable(QStringLiteral("round %1, query %2, text '%3', column %4")
                                    .arg(round)
                                    .arg(asked)
                                    .arg(wanted.text)
                                    .arg(static_cast<int>(wanted.sortColumn))));
        }
    }
    // What is dead was thrown away in between.
    QVERIFY(changed.index.columns().size() < static_cast<size_t>(changed.last));
}

void TestContactIndex::typingOnIsAsAskingAtOnce_data()
{
    changedIsAsFresh_data();
}

void TestContactIndex::typingOnIsAsAskingAtOnce()
{
    QFETCH(quint32, seed);
    People people(seed);
    ContactIndex index;
    for (RowKey key = 1; key <= 600; ++key)
        index.put(indexed(people.contact(QString::number(key)), key));
    index.setTagNames(foldedNames(people.tags(6)));
    IndexQuery typing(index);
    for (int round = 0; round < 40; ++round) {
        const QString text = people.searchText() + (people.chance(30) ? str(" a") : QString());
        for (qsizetype size = 1; size <= text.size(); ++size) {
            ContactQuery query;
            query.text = text.first(size);
            IndexQuery fresh(index);
            QVERIFY2(ask(typing, query) == ask(fresh, query), qPrintable(query.text));
        }
    }
}

void TestContactIndex::stopsWhenAsked()
{
    People people(1);
    ContactIndex index;
    for (RowKey key = 1; key <= 100; ++key)
        index.put(indexed(people.contact(QString::number(key)), key));
    IndexQuery query(index);
    std::stop_source source;
    source.request_stop();
    for (const char *text : {"", "a", "ab cd"}) {
        ContactQuery wanted;
        wanted.text = str(text);
        QVERIFY(!query.run(wanted, source.get_token(), [](const FirstKeys &) {}));
    }
    // Stopped in between: what was begun is not finished.
    std::stop_source later;
    bool hasBegun = false;
    const auto keys = query.run({}, later.get_token(), [&](const FirstKeys &first) {
        hasBegun = first.total == 100;
        later.request_stop();
    });
    QVERIFY(hasBegun && !keys);
}

void TestContactIndex::bestMatchesAreFirst()
{
    ContactIndex index;
    const auto add = [&index](RowKey key, const char *name, const char *email) {
        IndexedContact contact;
        contact.key = key;
        contact.name = str(name);
        contact.email = str(email);
        contact.time(IndexTime::LastSeen) = 1000 - key;
        QVERIFY(index.put(contact));
    };
    add(1, "canada", "x@y.example");
    add(2, "bo", "me@canada.example");
    add(3, "bo", "ada@b.example");
    add(4, "lady ada", "x@y.example");
    add(5, "mary-adam", "x@y.example");
    add(6, "ada lovelace", "x@y.example");
    add(7, "adam", "x@y.example");
    IndexQuery asked(index);
    ContactQuery query;
    query.text = str("Ad\u00e0");
    QCOMPARE(ask(asked, query).keys, (std::vector<RowKey>{6, 7, 4, 5, 3, 1, 2}));
    query.sortOrder = Qt::AscendingOrder;
    QCOMPARE(ask(asked, query).keys, (std::vector<RowKey>{7, 6, 5, 4, 3, 2, 1}));
    query.text = str("love ada");
    QCOMPARE(ask(asked, query).keys, (std::vector<RowKey>{6}));
}

void TestContactIndex::theColumnAloneWhenAsked()
{
    ContactIndex index;
    for (RowKey key = 1; key <= 3; ++key) {
        IndexedContact contact;
        contact.key = key;
        contact.name = key == 1 ? str("xada") : str("ada");
        index.put(contact);
    }
    IndexQuery asked(index);
    ContactQuery query;
    query.text = str("ada");
    query.sortColumn = SortColumn::Name;
    query.textOrder = TextOrder::ByColumn;
    QCOMPARE(ask(asked, query).keys, (std::vector<RowKey>{1, 3, 2}));
    query.textOrder = TextOrder::BestFirst;
    QCOMPARE(ask(asked, query).keys, (std::vector<RowKey>{3, 2, 1}));
}

void TestContactIndex::unknownLinksAreCounted()
{
    ContactIndex index;
    const auto add = [&index](RowKey key, const QStringList &tags, int total) {
        IndexedContact contact;
        contact.key = key;
        contact.name = str("n");
        contact.tags = tags;
        contact.tagTotal = total;
        index.put(contact);
    };
    add(1, {str("a"), str("b")}, 2);
    add(2, {str("a")}, 12);
    add(3, {str("c")}, 12);
    add(4, {}, 0);
    IndexQuery asked(index);
    const auto answer = [&](FilterTest test, const QStringList &values, const char *text = "") {
        ContactQuery query;
        query.text = str(text);
        query.sortOrder = Qt::AscendingOrder;
        query.filter.require({{FilterField::Tag, {}, {}}, test, values, true});
        return ask(asked, query);
    };
    using Keys = std::vector<RowKey>;
    const Answer any = answer(FilterTest::AnyOf, {str("a")});
    QCOMPARE(any.keys, (Keys{1, 2}));
    QCOMPARE(any.first.untold.value_or(-1), 1);
    const Answer all = answer(FilterTest::AllOf, {str("a"), str("b")});
    QCOMPARE(all.keys, (Keys{1}));
    QCOMPARE(all.first.untold.value_or(-1), 2);
    const Answer none = answer(FilterTest::NoneOf, {str("a")}, "N");
    QCOMPARE(none.keys, (Keys{4}));
    QCOMPARE(none.first.untold.value_or(-1), 1);
    QCOMPARE(answer(FilterTest::NoneOf, {str("a")}, "other").first.untold.value_or(-1), 0);
    QCOMPARE(answer(FilterTest::HasNone, {}).keys, (Keys{4}));
    QCOMPARE(answer(FilterTest::HasAny, {}).first.untold.value_or(-1), 0);
}

void TestContactIndex::datesAreNotFoundByTheirDigits()
{
    ContactIndex index;
    index.setDateAttributes({str("renewal")});
    IndexedContact contact;
    contact.key = 1;
    contact.attributes = {{str("renewal"), 1'736'942'400}, {str("seats"), 42}};
    index.put(contact);
    IndexQuery asked(index);
    ContactQuery query;
    query.text = str("1736");
    QVERIFY(ask(asked, query).keys.empty());
    query.text = str("42");
    QCOMPARE(ask(asked, query).keys.size(), size_t(1));
    query = {};
    query.days.timeZone = "UTC";
    query.filter.require({{FilterField::CustomAttribute, str("renewal"), AttributeType::Date},
                          FilterTest::On,
                          {str("2025-01-15")},
                          true});
    QCOMPARE(ask(asked, query).keys.size(), size_t(1));
    QVERIFY(!index.setDateAttributes({str("renewal")}));
    QVERIFY(index.setDateAttributes({}));
}

void TestContactIndex::keysOnlyGrow()
{
    ContactIndex index;
    IndexedContact contact;
    contact.key = 5;
    QVERIFY(index.put(contact));
    QVERIFY(index.put(contact));
    contact.key = 3;
    QVERIFY(!index.put(contact));
    index.remove(3);
    index.remove(5);
    QCOMPARE(index.count(), size_t(0));
}

QTEST_GUILESS_MAIN(TestContactIndex)
#include "tst_contactindex.moc"
