// SPDX-License-Identifier: MIT
#include "tests/store/people.h"
#include "tests/store/storefixture.h"

#include <QtCore/QMutex>
#include <QtTest/QSignalSpy>

using namespace roster;

namespace {

QString str(const char *text)
{
    return QString::fromUtf8(text);
}

//! Refuses statements that contain a text, as many as it is told to.
class Refuse final : public StatementHook
{
public:
    void next(const char *text, int count)
    {
        const QMutexLocker locker(&m_mutex);
        m_text = str(text);
        m_left = count;
    }
    bool isDone()
    {
        const QMutexLocker locker(&m_mutex);
        return m_left == 0;
    }
    bool allows(const QString &sql) override
    {
        const QMutexLocker locker(&m_mutex);
        if (m_left == 0 || !sql.contains(m_text))
            return true;
        --m_left;
        return false;
    }

private:
    QMutex m_mutex;
    QString m_text;
    int m_left = 0;
};

Contact person(const char *id, const char *name, const char *plan = nullptr)
{
    Contact contact = contactWith(str(id), 5, {{ContactField::Name, str(name)}});
    if (plan)
        contact.customAttributes.insert(str("plan"), str(plan));
    return contact;
}

ContactQuery words(const char *text)
{
    ContactQuery query;
    query.text = str(text);
    query.sortColumn = SortColumn::Name;
    query.sortOrder = Qt::AscendingOrder;
    return query;
}

ContactQuery planIs(const char *plan)
{
    ContactQuery query = words("");
    query.filter.require({{FilterField::CustomAttribute, str("plan"), AttributeType::Text},
                          FilterTest::Is,
                          {str(plan)},
                          true});
    return query;
}

} // namespace

//! When queries are answered by what, and that writes are always in the answers.
class TestContactFinder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordsInAttributesAreFoundOnceTheIndexIsThere();
    void aQueryForRecordsWaitsForTheIndex();
    void withoutAnIndexItSaysSo();
    void everyWriteIsInTheNextAnswer();
    void namesAreInTheNextAnswer();
    void nothingIsLeftAfterAWipe();
    void aLostChangeMakesANewIndex_data();
    void aLostChangeMakesANewIndex();
    void anIndexThatCannotBeReadIsTriedAgain();
    void beginsAndFinishes_data();
    void beginsAndFinishes();
    void aCancelledQueryTellsNothingMore();
    void closingStopsABuild();
};

void TestContactFinder::wordsInAttributesAreFoundOnceTheIndexIsThere()
{
    StoreFixture f;
    QVERIFY(resultOf(f->storeContacts({listed(person("c1", "Bo", "Premium"))})).isOk());
    Refuse hook;
    QVERIFY(f.open(&hook).isOk());
    // The event loop has not run: the index cannot be there yet.
    QVERIFY(!f->isIndexReady());
    QSignalSpy changed(&f.store(), &Store::directoryChanged);
    QSignalSpy ready(&f.store(), &Store::indexBecameReady);
    KeysOperation *early = f->reader().orderedKeys(words("premium"));
    QVERIFY(resultOf(early)->empty());
    QVERIFY(f.waitForIndex());
    QCOMPARE(ready.size(), 1);
    // Whoever has asked for words without it is told to ask again.
    QCOMPARE(changed.size(), 1);
    QCOMPARE(f.names(words("premium")), QStringList({str("Bo")}));
    QVERIFY(*resultOf(f->indexFootprint()) > 0);
    // Nobody has asked: nothing is told.
    QVERIFY(f.open(&hook).isOk());
    QSignalSpy again(&f.store(), &Store::directoryChanged);
    QVERIFY(f.waitForIndex());
    QCOMPARE(again.size(), 0);
}

void TestContactFinder::aQueryForRecordsWaitsForTheIndex()
{
    StoreFixture f;
    QVERIFY(resultOf(f->storeContacts(
                         {listed(person("c1", "Bo", "Pro")), listed(person("c2", "Ada", "Free"))}))
                .isOk());
    Refuse hook;
    QVERIFY(f.open(&hook).isOk());
    QVERIFY(!f->isIndexReady());
    QCOMPARE(f.names(planIs("pro")), QStringList({str("Bo")}));
}

void TestContactFinder::withoutAnIndexItSaysSo()
{
    StoreFixture f;
    QVERIFY(f.open(nullptr, false).isOk());
    const auto keys = resultOf(f->reader().orderedKeys(planIs("pro")));
    QVERIFY(!keys);
    QCOMPARE(keys.error().kind, ErrorKind::Storage);
    QVERIFY(resultOf(f->reader().orderedKeys(words("pro"))).isOk());
}

void TestContactFinder::everyWriteIsInTheNextAnswer()
{
    StoreFixture f;
    for (int i = 0; i < 50; ++i) {
        const QByteArray id = "c" + QByteArray::number(i % 7);
        const QByteArray name = "name" + QByteArray::number(i);
        Contact contact = person(id.constData(), name.constData(), "Pro");
        contact.fields[ContactField::UpdatedAt] = qint64(i + 10);
        // Asked for at once: the write is not even done.
        OperationOf<StoreSummary> *write = f->storeContacts({listed(contact)});
        QVERIFY(resultOf(write).isOk());
        QCOMPARE(f.names(words(name.constData())), QStringList({str(name.constData())}));
    }
    QCOMPARE(f.names(planIs("pro")).size(), 7);
    QVERIFY(resultOf(f->removeContacts({ContactId(str("c3"))})).isOk());
    QCOMPARE(f.names(planIs("pro")).size(), 6);
}

void TestContactFinder::namesAreInTheNextAnswer()
{
    StoreFixture f;
    Contact contact = person("c1", "Bo");
    contact.tags = PartialList<TagId>::complete({TagId(str("1"))});
    QVERIFY(resultOf(f->storeContacts({listed(contact)})).isOk());
    QVERIFY(f.names(words("gold")).isEmpty());
    QVERIFY(resultOf(f->mergeTags({{TagId(str("1")), str("Gold")}})).isOk());
    QCOMPARE(f.names(words("gold")), QStringList({str("Bo")}));
    QVERIFY(resultOf(f->storeTags({{TagId(str("1")), str("Silver")}})).isOk());
    QVERIFY(f.names(words("gold")).isEmpty());
    QCOMPARE(f.names(words("silver")), QStringList({str("Bo")}));
}

void TestContactFinder::nothingIsLeftAfterAWipe()
{
    StoreFixture f;
    QVERIFY(resultOf(f->storeContacts({listed(person("c1", "Bo", "Pro"))})).isOk());
    QCOMPARE(f.names(words("bo")).size(), 1);
    QVERIFY(resultOf(f->wipe()).isOk());
    QVERIFY(f.names(words("bo")).isEmpty());
    QVERIFY(f.names(planIs("pro")).isEmpty());
    QVERIFY(resultOf(f->storeContacts({listed(person("c2", "Bo", "Pro"))})).isOk());
    QVERIFY(resultOf(f->removeContacts({ContactId(str("c2"))})).isOk());
    QVERIFY(f.waitForIndex());
    QVERIFY(f.names(words("bo")).isEmpty());
}

void TestContactFinder::aLostChangeMakesANewIndex_data()
{
    QTest::addColumn<QByteArray>("refused");
    // What the writing connection noted, and what the index reads of it.
    for (const char *statement :
         {"SELECT key FROM changed_contacts", "SELECT key FROM changed_names",
          "DELETE FROM changed_contacts", "c.key IN (SELECT value"})
        QTest::newRow(statement) << QByteArray(statement);
}

void TestContactFinder::aLostChangeMakesANewIndex()
{
    QFETCH(QByteArray, refused);
    Refuse hook;
    StoreFixture f;
    QVERIFY(f.open(&hook).isOk());
    QVERIFY(f.waitForIndex());
    hook.next(refused.constData(), 1);
    QSignalSpy ready(&f.store(), &Store::indexBecameReady);
    QVERIFY(resultOf(f->storeContacts({listed(person("c1", "Bo", "Pro"))})).isOk());
    QCOMPARE(f.names(words("bo")), QStringList({str("Bo")}));
    QVERIFY(hook.isDone());
    QTRY_COMPARE(ready.size(), 1);
    QCOMPARE(f.names(planIs("pro")), QStringList({str("Bo")}));
    QVERIFY(resultOf(f->removeContacts({ContactId(str("c1"))})).isOk());
    QVERIFY(f.names(planIs("pro")).isEmpty());
}

void TestContactFinder::anIndexThatCannotBeReadIsTriedAgain()
{
    Refuse hook;
    StoreFixture f;
    QVERIFY(resultOf(f->storeContacts({listed(person("c1", "Bo", "Pro"))})).isOk());
    hook.next("c.key > ?", 1);
    QVERIFY(f.open(&hook).isOk());
    QTRY_VERIFY(hook.isDone());
    // Until it is there the file answers; asking makes it try again.
    QCOMPARE(f.names(words("bo")), QStringList({str("Bo")}));
    QTRY_COMPARE(f.names(words("pro")), QStringList({str("Bo")}));
    QVERIFY(f->isIndexReady());
}

void TestContactFinder::beginsAndFinishes_data()
{
    QTest::addColumn<bool>("isIndexed");
    QTest::newRow("index") << true;
    QTest::newRow("file") << false;
}

void TestContactFinder::beginsAndFinishes()
{
    QFETCH(bool, isIndexed);
    StoreFixture f;
    QVERIFY(f.open(nullptr, isIndexed).isOk());
    People people(3);
    QList<StoredContact> contacts;
    for (int i = 0; i < 450; ++i)
        contacts.append(listed(people.contact(QString::number(i))));
    QVERIFY(resultOf(f->storeContacts(contacts)).isOk());
    for (const char *text : {"", "a"}) {
        KeysOperation *asked = f->reader().orderedKeys(words(text));
        QList<int> order;
        FirstKeys first;
        asked->onBegun(this, [&](const FirstKeys &told) {
            order.append(1);
            first = told;
        });
        {
            // One whose context is gone is not told.
            QObject gone;
            asked->onBegun(&gone, [&order](const FirstKeys &) { order.append(9); });
        }
        asked->onFinished(this, [&order](const Result<std::vector<RowKey>> &) { order.append(2); });
        QVERIFY(order.isEmpty());
        const auto keys = resultOf(asked);
        QCOMPARE(order, QList<int>({1, 2}));
        QCOMPARE(first.total, static_cast<qsizetype>(keys->size()));
        QCOMPARE(first.keys.size(), std::min(keys->size(), FirstKeys::most));
        QVERIFY(std::equal(first.keys.begin(), first.keys.end(), keys->begin()));
    }
}

void TestContactFinder::aCancelledQueryTellsNothingMore()
{
    StoreFixture f;
    QVERIFY(resultOf(f->storeContacts({listed(person("c1", "Bo"))})).isOk());
    bool hasBegun = false;
    QList<KeysOperation *> asked;
    for (int i = 0; i < 20; ++i) {
        asked.append(f->reader().orderedKeys(words("b")));
        asked.last()->onBegun(this, [&hasBegun](const FirstKeys &) { hasBegun = true; });
    }
    int cancelled = 0;
    for (KeysOperation *each : asked) {
        each->onFinished(this, [&cancelled](const Result<std::vector<RowKey>> &result) {
            cancelled += !result && result.error().kind == ErrorKind::Cancelled ? 1 : 0;
        });
        each->cancel();
    }
    QTRY_COMPARE(cancelled, 20);
    QCOMPARE(f.names(words("b")), QStringList({str("Bo")}));
    QVERIFY(!hasBegun);
}

void TestContactFinder::closingStopsABuild()
{
    StoreFixture f;
    People people(3);
    QList<StoredContact> contacts;
    for (int i = 0; i < 3000; ++i)
        contacts.append(listed(people.contact(QString::number(i))));
    QVERIFY(resultOf(f->storeContacts(contacts)).isOk());
    Refuse hook;
    for (int i = 0; i < 5; ++i) {
        QVERIFY(f.open(&hook).isOk());
        KeysOperation *waiting = f->reader().orderedKeys(planIs("pro"));
        std::optional<bool> isOk;
        waiting->onFinished(
            this, [&isOk](const Result<std::vector<RowKey>> &result) { isOk = result.isOk(); });
        f.close();
        // Whoever waited is told.
        QVERIFY(isOk.has_value());
    }
}

QTEST_GUILESS_MAIN(TestContactFinder)
#include "tst_contactfinder.moc"
