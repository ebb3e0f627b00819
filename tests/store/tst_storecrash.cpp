// SPDX-License-Identifier: MIT
#include "tests/store/people.h"
#include "tests/store/storefixture.h"

#include <QtCore/QProcess>

#include <cstdio>

using namespace roster;

namespace {

constexpr int pageSize = 40;
const JournalScope acme{QStringLiteral("acme"), QStringLiteral("eu")};

ContactId idOf(int page, int i)
{
    return ContactId(QStringLiteral("p%1-%2").arg(page).arg(i));
}

BatchHeader archiving()
{
    BatchHeader header;
    header.scope = acme;
    return header;
}

void say(char what, int number)
{
    std::printf("%c %d\n", what, number);
    std::fflush(stdout);
}

//! Fills a store page by page, archives each page in the journal, and says what is on disk, until
//! it is killed.
class Helper : public QObject
{
public:
    explicit Helper(const QString &folder)
    {
        Result<std::unique_ptr<Store>> store =
            Store::open({folder + QLatin1String("/contacts.sqlite"),
                         folder + QLatin1String("/journal.sqlite"), contactOfRecord, m_clock});
        if (!store)
            qFatal("no store: %s", qPrintable(store.error().detail));
        m_store = std::move(store).value();
        next();
    }

private:
    void next()
    {
        const int page = m_page++;
        QList<StoredContact> contacts;
        QList<BulkTarget> targets;
        for (int i = 0; i < pageSize; ++i) {
            const Contact contact = m_people.contact(idOf(page, i).text());
            contacts.append(listed(contact));
            targets.append({contact.id, contact.label(), contact.email(), contact.role()});
        }
        m_store->storeContacts(contacts)->onFinished(
            this, [page](const auto &result) { result ? say('c', page) : say('!', page); });
        m_store->journal()
            .openBatch(archiving(), targets)
            ->onFinished(this, [this, page](const Result<BatchId> &batch) {
                say('b', page);
                m_store->journal()
                    .settle(*batch, {idOf(page, 0), JournalState::Applied, 200, {}})
                    ->onFinished(this, [page](const auto &) { say('s', page); });
                next();
            });
    }

    FakeClock m_clock;
    People m_people{5};
    std::unique_ptr<Store> m_store;
    int m_page = 0;
};

} // namespace

//! Processes that are killed, and several at once.
class TestStoreCrash : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void killedInTheMiddle();
    void twoProcessesOnOneProfile();
    void readersAreNotInTheWriterSWay();

private:
    QStringList linesOf(QProcess &helper) const;
};

QStringList TestStoreCrash::linesOf(QProcess &helper) const
{
    return QString::fromLatin1(helper.readAllStandardOutput())
        .split(QLatin1Char('\n'), Qt::SkipEmptyParts);
}

void TestStoreCrash::killedInTheMiddle()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    QRandomGenerator random(seed);
    for (int round = 0; round < 6; ++round) {
        StoreFixture f;
        f.close();
        QProcess helper;
        helper.start(QCoreApplication::applicationFilePath(),
                     {QStringLiteral("--helper"), f.path(QStringLiteral("data"))});
        const int enough = 3 + static_cast<int>(random.bounded(60));
        QStringList lines;
        while (lines.size() < enough) {
            QVERIFY2(helper.waitForReadyRead(30000), "the helper says nothing");
            lines += linesOf(helper);
        }
        helper.kill();
        QVERIFY(helper.waitForFinished());
        // What it said before it died counts, also what was on its way.
        lines += linesOf(helper);

        QVERIFY(f.open().isOk());
        QVERIFY2(f->setAside().isEmpty(), qPrintable(QStringLiteral("seed %1").arg(seed)));
        const int total = resultOf(f->reader().counts())->all;
        QCOMPARE(total % pageSize, 0);
        const Result<QList<JournalBatch>> batches = resultOf(f->journal().exportRows(acme));
        for (const JournalBatch &batch : *batches)
            QCOMPARE(batch.entries.size(), pageSize);
        for (const QString &line : std::as_const(lines)) {
            const int page = line.mid(2).toInt();
            QVERIFY2(!line.startsWith(QLatin1Char('!')), "the helper failed");
            if (line.startsWith(QLatin1Char('c')))
                QVERIFY(total >= (page + 1) * pageSize);
            if (line.startsWith(QLatin1Char('b')))
                QVERIFY(batches->size() > page);
            if (line.startsWith(QLatin1Char('s')))
                QCOMPARE(batches->at(page).entries[0].state, JournalState::Applied);
        }
    }
}

void TestStoreCrash::twoProcessesOnOneProfile()
{
    StoreFixture f;
    QProcess helper;
    helper.start(QCoreApplication::applicationFilePath(),
                 {QStringLiteral("--helper"), f.path(QStringLiteral("data"))});
    QVERIFY(helper.waitForReadyRead(30000));
    QStringList lines = linesOf(helper);
    constexpr int own = 60;
    for (int i = 0; i < own; ++i) {
        const Contact contact = contactWith(QStringLiteral("own%1").arg(i), i);
        QVERIFY(resultOf(f->storeContacts({listed(contact)})).isOk());
        QVERIFY(resultOf(f->journal().openBatch(archiving(), {{contact.id, {}, {}, Role::User}}))
                    .isOk());
        QVERIFY(resultOf(f->reader().orderedKeys({}))->size() >= size_t(i));
    }
    helper.kill();
    QVERIFY(helper.waitForFinished());
    lines += linesOf(helper);
    QVERIFY2(lines.filter(QStringLiteral("!")).isEmpty(), "the helper failed");
    QVERIFY(f.open().isOk());
    QVERIFY(f->setAside().isEmpty());
    QCOMPARE(resultOf(f->reader().counts())->all % pageSize, own % pageSize);
    QCOMPARE(f->reader().keysOf({ContactId(QStringLiteral("own59"))}).size(), size_t(1));
    int ownBatches = 0;
    const Result<QList<JournalBatch>> batches = resultOf(f->journal().exportRows(acme));
    for (const JournalBatch &batch : *batches)
        ownBatches += batch.entries.size() == 1 ? 1 : 0;
    QCOMPARE(ownBatches, own);
}

void TestStoreCrash::readersAreNotInTheWriterSWay()
{
    // While pages are being written, every read sees whole pages, and rows() answers at once.
    StoreFixture f;
    People people(11);
    int written = 0;
    constexpr int pages = 60;
    for (int page = 0; page < pages; ++page) {
        QList<StoredContact> contacts;
        for (int i = 0; i < pageSize; ++i)
            contacts.append(listed(people.contact(idOf(page, i).text())));
        f->storeContacts(contacts)->onFinished(
            this,
            [&written](const Result<StoreSummary> &result) { written += result.isOk() ? 1 : 0; });
    }
    int reads = 0;
    while (written < pages) {
        const Result<std::vector<RowKey>> keys = resultOf(f->reader().orderedKeys({}));
        QVERIFY(keys.isOk());
        QCOMPARE(keys->size() % pageSize, size_t(0));
        for (const ContactRow &row : f->reader().rows(*keys))
            QVERIFY(!row.id.isEmpty());
        ++reads;
    }
    QVERIFY(reads > 0);
    QCOMPARE(resultOf(f->reader().counts())->all, pages * pageSize);
}

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == QLatin1String("--helper")) {
        const Helper helper(arguments.value(2));
        return QCoreApplication::exec();
    }
    TestStoreCrash test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_storecrash.moc"
