// SPDX-License-Identifier: MIT
#include "core/domain/filterjson.h"
#include "core/store/filtersql.h"
#include "tests/store/memorystore.h"
#include "tests/store/people.h"
#include "tests/store/storefixture.h"

#include <QtCore/QJsonDocument>

using namespace roster;

//! Random sequences of everything a Store can be asked, compared with MemoryStore.
class TestStoreRandom : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithMemory_data();
    void agreesWithMemory();

private:
    void change(StoreFixture &f, MemoryStore &memory, People &people);
    void link(StoreFixture &f, MemoryStore &memory, People &people);
    void rename(StoreFixture &f, MemoryStore &memory, People &people);
    void compare(StoreFixture &f, const MemoryStore &memory, People &people, bool isIndexed);

    static ContactId someId(People &people)
    {
        return ContactId(QStringLiteral("c%1").arg(people.number(40)));
    }
    static constexpr int tagCount = 6;
    static constexpr int companyCount = 5;
};

void TestStoreRandom::agreesWithMemory_data()
{
    QTest::addColumn<quint32>("seed");
    QTest::addColumn<bool>("isIndexed");
    for (const bool isIndexed : {true, false}) {
        const char *how = isIndexed ? "indexed" : "by SQL";
        for (const quint32 seed : {1u, 2u, 3u})
            QTest::addRow("%s, seed %u", how, seed) << seed << isIndexed;
        const quint32 fresh = QRandomGenerator::global()->generate();
        QTest::addRow("%s, a fresh seed: %u", how, fresh) << fresh << isIndexed;
    }
}

void TestStoreRandom::agreesWithMemory()
{
    QFETCH(quint32, seed);
    QFETCH(bool, isIndexed);
    People people(seed);
    StoreFixture f;
    QVERIFY(f.open(nullptr, isIndexed).isOk());
    QVERIFY(resultOf(f->storeAttributes(people.attributes())).isOk());
    MemoryStore memory(isIndexed);
    for (int step = 0; step < 200; ++step) {
        const int dice = people.number(20);
        if (dice < 9)
            change(f, memory, people);
        else if (dice < 15)
            link(f, memory, people);
        else if (dice < 17)
            rename(f, memory, people);
        else if (dice < 18)
            f.clock().advance(std::chrono::seconds(people.number(600)));
        else if (dice < 19 && people.chance(20))
            QVERIFY(f.open(nullptr, isIndexed).isOk());
        if (step % 5 == 4)
            compare(f, memory, people, isIndexed);
        if (QTest::currentTestFailed()) {
            qWarning("seed %u, step %d", seed, step);
            return;
        }
    }
}

void TestStoreRandom::change(StoreFixture &f, MemoryStore &memory, People &people)
{
    const qint64 now = f.clock().now().toSecsSinceEpoch();
    if (people.chance(20)) {
        const ContactId id = someId(people);
        memory.remove(id, now);
        QVERIFY(resultOf(f->removeContacts({id})).isOk());
        return;
    }
    QList<StoredContact> contacts;
    for (int count = people.number(6); count >= 0; --count) {
        Contact contact = people.contact(someId(people).text(), tagCount, companyCount);
        // Some tell of the time of the clock, so that they can be younger than a removal.
        if (people.chance(20))
            contact.fields[ContactField::UpdatedAt] = now + people.number(3) - 1;
        contacts.append(people.chance(50) ? listed(contact) : answered(contact));
        memory.store(contacts.constLast(), now);
    }
    QVERIFY(resultOf(f->storeContacts(contacts)).isOk());
}

void TestStoreRandom::link(StoreFixture &f, MemoryStore &memory, People &people)
{
    const qint64 now = f.clock().now().toSecsSinceEpoch();
    const ContactId id = someId(people);
    const Tag tag{TagId(QString::number(people.number(tagCount))), {}};
    const Company company{CompanyId(QString::number(people.number(companyCount))), {}, {}, {}, 0};
    switch (people.number(5)) {
    case 0:
        memory.setTags(id, {tag.id}, now);
        QVERIFY(resultOf(f->setTags(id, {tag})).isOk());
        break;
    case 1:
        memory.addTag(id, tag.id, now);
        QVERIFY(resultOf(f->addTag(id, tag)).isOk());
        break;
    case 2:
        memory.removeTag(id, tag.id, now);
        QVERIFY(resultOf(f->removeTag(id, tag.id)).isOk());
        break;
    case 3:
        memory.addCompany(id, company.id, now);
        QVERIFY(resultOf(f->addCompany(id, company)).isOk());
        break;
    default:
        memory.removeCompany(id, company.id, now);
        QVERIFY(resultOf(f->removeCompany(id, company.id)).isOk());
        break;
    }
}

void TestStoreRandom::rename(StoreFixture &f, MemoryStore &memory, People &people)
{
    const QList<Tag> tags = people.tags(people.number(tagCount + 1));
    const QList<Company> companies = people.companies(people.number(companyCount + 1));
    const QList<Admin> admins = people.admins(people.number(5));
    memory.setTagNames(tags);
    memory.mergeCompanyNames(companies);
    memory.setAdminNames(admins);
    QVERIFY(resultOf(f->storeTags(tags)).isOk());
    QVERIFY(resultOf(f->storeCompanies(companies)).isOk());
    QVERIFY(resultOf(f->storeAdmins(admins)).isOk());
}

void TestStoreRandom::compare(StoreFixture &f, const MemoryStore &memory, People &people,
                              bool isIndexed)
{
    // Until it is built the file answers, which cannot tell of records. What was written last may
    // make it be built again: that is known when the index has looked at it.
    if (isIndexed) {
        QVERIFY(resultOf(f->indexFootprint()).isOk());
        QTRY_VERIFY(f->isIndexReady());
    }
    QVERIFY(*resultOf(f->reader().counts()) == memory.counts());
    const QList<ContactId> ids = memory.ids();
    const std::vector<RowKey> stored = f->reader().keysOf(ids);
    QHash<ContactId, RowKey> keys;
    for (qsizetype i = 0; i < ids.size(); ++i) {
        keys[ids[i]] = stored[static_cast<size_t>(i)];
        QVERIFY(f->reader().contact(ids[i]) == memory.contact(ids[i]));
    }
    for (int round = 0; round < 12; ++round) {
        ContactQuery query;
        query.sortColumn = static_cast<SortColumn>(round);
        query.sortOrder = people.chance(50) ? Qt::AscendingOrder : Qt::DescendingOrder;
        if (people.chance(50))
            query.text = people.searchText();
        query.days = people.days();
        query.textOrder = people.chance(70) ? TextOrder::BestFirst : TextOrder::ByColumn;
        query.filter = people.filter();
        // Only the index knows what is in records.
        if (!isIndexed && needsRecords(query.filter))
            query.filter = {};
        std::optional<FirstKeys> first;
        KeysOperation *asked = f->reader().orderedKeys(query);
        asked->onBegun(this, [&first](const FirstKeys &told) { first = told; });
        const Result<std::vector<RowKey>> found = resultOf(asked);
        QVERIFY2(found.isOk(), found.isOk() ? "" : qPrintable(found.error().detail));
        QVERIFY(first);
        QCOMPARE(first->total, static_cast<qsizetype>(found->size()));
        QVERIFY(std::equal(first->keys.begin(), first->keys.end(), found->begin()));
        QCOMPARE(first->keys.size(), std::min(found->size(), FirstKeys::most));
        if (isIndexed)
            QCOMPARE(first->untold, memory.untold(query));
        QList<ContactId> told;
        for (const ContactRow &row : f->reader().rows(*found)) {
            told.append(row.id);
            QVERIFY(row == rowOf(memory.contact(row.id), keys[row.id]));
        }
        const QList<ContactId> expected = memory.ordered(query, keys);
        QVERIFY2(told == expected,
                 qPrintable(
                     QStringLiteral("column %1, order %2, text '%3': %4 found, %5 expected, %6")
                         .arg(round)
                         .arg(query.sortOrder)
                         .arg(query.text)
                         .arg(told.size())
                         .arg(expected.size())
                         .arg(QString::fromUtf8(
                             QJsonDocument(toJson(query.filter)).toJson(QJsonDocument::Compact)))));
    }
}

QTEST_GUILESS_MAIN(TestStoreRandom)
#include "tst_storerandom.moc"
