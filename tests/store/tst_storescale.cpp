// SPDX-License-Identifier: MIT
#include "core/store/databasefile.h"
#include "tests/store/people.h"
#include "tests/store/storefixture.h"

#include <QtCore/QElapsedTimer>

#include <algorithm>
#include <ctime>

using namespace roster;

//! What a hundred thousand contacts cost. The times are printed, not judged: machines differ. The
//! answers are.
class TestStoreScale : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hundredThousandContacts();

private:
    void fill(StoreFixture &f);
    void sortByEveryColumn(StoreFixture &f);
    void search(StoreFixture &f);
    void readRows(StoreFixture &f);

    static constexpr int total = 100'000;
};

namespace {

//! Wall time, and processor time of the whole process: on a busy machine only the latter tells.
class Stopwatch
{
public:
    Stopwatch() { m_timer.start(); }

    void report(const QString &what) const
    {
        const double wall = static_cast<double>(m_timer.nsecsElapsed()) / 1e6;
        const double cpu = static_cast<double>(std::clock() - m_cpu) * 1000.0 /
                           static_cast<double>(CLOCKS_PER_SEC);
        qInfo("%-36s %9.1f ms, %9.1f ms of processor", qPrintable(what), wall, cpu);
    }
    double milliseconds() const { return static_cast<double>(m_timer.nsecsElapsed()) / 1e6; }

private:
    QElapsedTimer m_timer;
    std::clock_t m_cpu = std::clock();
};

} // namespace

void TestStoreScale::hundredThousandContacts()
{
    StoreFixture f;
    fill(f);
    if (QTest::currentTestFailed())
        return;
    sortByEveryColumn(f);
    search(f);
    readRows(f);
    const Stopwatch watch;
    QCOMPARE(resultOf(f->reader().counts())->all, total);
    watch.report(QStringLiteral("counts"));
    f.close();
    const Stopwatch again;
    QVERIFY(f.open(nullptr, false).isOk());
    again.report(QStringLiteral("open"));
    const Stopwatch building;
    QVERIFY(f.open().isOk());
    building.report(QStringLiteral("open and build the index"));
    const Result<qint64> bytes = resultOf(f->indexFootprint());
    qInfo("the index takes %.0f bytes a contact", static_cast<double>(*bytes) / total);
    QVERIFY(*bytes / total < 200);
    f.close();
    suspectFile(f.contactsFile());
    const Stopwatch checking;
    QVERIFY(f.open().isOk());
    checking.report(QStringLiteral("open and check every page"));
    QVERIFY(f->setAside().isEmpty());
}

void TestStoreScale::fill(StoreFixture &f)
{
    People people(7);
    QVERIFY(resultOf(f->storeTags(people.tags(40))).isOk());
    QVERIFY(resultOf(f->storeCompanies(people.companies(900))).isOk());
    QVERIFY(resultOf(f->storeAdmins(people.admins(4))).isOk());
    const Stopwatch watch;
    constexpr int page = 150;
    for (int first = 0; first < total; first += page) {
        QList<StoredContact> contacts;
        for (int i = first; i < std::min(first + page, total); ++i) {
            const Contact contact = people.contact(QStringLiteral("id%1").arg(i), 40, 900);
            contacts.append({rowOf(contact), QByteArray(1500, '{'), RecordSource::Listing});
        }
        OperationOf<StoreSummary> *stored = f->storeContacts(contacts);
        if (first % (page * 30) == 0)
            QVERIFY(resultOf(stored).isOk());
    }
    QVERIFY(resultOf(f->setMeta(QStringLiteral("filled"), "1")).isOk());
    watch.report(QStringLiteral("store 100 000, page by page"));
}

void TestStoreScale::sortByEveryColumn(StoreFixture &f)
{
    for (int column = 0; column <= static_cast<int>(SortColumn::UpdatedAt); ++column) {
        for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
            ContactQuery query;
            query.sortColumn = static_cast<SortColumn>(column);
            query.sortOrder = order;
            const Stopwatch watch;
            QCOMPARE(resultOf(f->reader().orderedKeys(query))->size(), size_t(total));
            watch.report(QStringLiteral("sort by column %1 %2").arg(column).arg(order));
        }
    }
}

void TestStoreScale::search(StoreFixture &f)
{
    const auto ask = [&f](const QString &what, const ContactQuery &query) {
        const Stopwatch watch;
        const size_t found = resultOf(f->reader().orderedKeys(query))->size();
        watch.report(QStringLiteral("%1 (%2)").arg(what).arg(found));
        return found;
    };
    ContactQuery query;
    for (const char *text : {"e", "ad", "lovelace", "ada love", "nothinglikeit"}) {
        query.text = QString::fromLatin1(text);
        ask(QStringLiteral("search ") + query.text, query);
    }
    QCOMPARE(ask(QStringLiteral("search for nothing"), query), size_t(0));
    query = {};
    query.setRole(Role::Lead);
    QVERIFY(ask(QStringLiteral("leads"), query) > 0);
    query.setTag(TagId(QStringLiteral("3")));
    QVERIFY(ask(QStringLiteral("leads with a tag"), query) > 0);
    query = {};
    query.setCompany(CompanyId(QStringLiteral("3")));
    QVERIFY(ask(QStringLiteral("of a company"), query) > 0);
}

void TestStoreScale::readRows(StoreFixture &f)
{
    const Result<std::vector<RowKey>> keys = resultOf(f->reader().orderedKeys({}));
    std::vector<double> times;
    for (size_t at = 0; at + 200 <= keys->size(); at += 5000) {
        const auto from = keys->begin() + static_cast<std::ptrdiff_t>(at);
        const std::vector<RowKey> page(from, from + 200);
        const Stopwatch watch;
        const QList<ContactRow> rows = f->reader().rows(page);
        times.push_back(watch.milliseconds());
        QCOMPARE(rows.size(), 200);
        QCOMPARE(rows.constLast().key, page.back());
        QVERIFY(!rows.constLast().id.isEmpty());
    }
    std::sort(times.begin(), times.end());
    qInfo("%-36s %9.2f ms, at most %.2f ms", "200 rows, the middle of 20 times",
          times[times.size() / 2], times.back());
}

QTEST_GUILESS_MAIN(TestStoreScale)
#include "tst_storescale.moc"
