// SPDX-License-Identifier: MIT
#include "core/store/databasefile.h"
#include "core/store/storeerror.h"
#include "tests/store/storefixture.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>

#include <csignal>
#include <sys/resource.h>

using namespace roster;

namespace {

QString sql(const char *text)
{
    return QString::fromLatin1(text);
}

//! A file's history in three steps; each adds a row that tells of it.
Schema history(int versions)
{
    const QList<Migration> steps{
        {1, {sql("CREATE TABLE log (step INTEGER)"), sql("INSERT INTO log VALUES (1)")}},
        {2, {sql("ALTER TABLE log ADD COLUMN note TEXT"), sql("INSERT INTO log VALUES (2, 'b')")}},
        {3,
         {sql("CREATE INDEX log_by_step ON log (step)"), sql("INSERT INTO log VALUES (3, 'c')")}},
    };
    return {4711, steps.mid(0, versions)};
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
}

//! Lets the n-th statement fail.
class FailOnce final : public StatementHook
{
public:
    explicit FailOnce(int nth)
        : m_left(nth)
    {
    }
    bool allows(const QString &) override { return --m_left != 0; }

private:
    int m_left;
};

} // namespace

class TestDatabaseFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void migratesFromEveryVersion_data();
    void migratesFromEveryVersion();
    void everyStepIsWholeOrNothing();
    void takesAnEmptyFile();
    void refusesAFileTooNew();
    void refusesOtherPrograms();
    void setsADamagedFileAside_data();
    void setsADamagedFileAside();
    void checksPagesOnlyOfSuspects();
    void aDamagedStoreStartsAfresh();
    void damageFoundWhileOpenIsRemembered();
    void reportsWhatCannotBeWritten();
    void reportsAFullDisk();
    void reportsAFileThatDoesNotGrow();
    void readersCannotWrite();
    void waitsForAnotherProcessThenSaysSo();
    void rollsBackAndGoesOn();

private:
    QString file() const { return m_dir->filePath(QStringLiteral("a/b/file.sqlite")); }
    Database::Options options(StatementHook *hook = nullptr) const
    {
        Database::Options options;
        options.file = file();
        options.use = Database::Use::Write;
        options.busyTimeoutMs = 20;
        options.hook = hook;
        return options;
    }
    QList<int> steps(Database &database) const;
    QStringList setAside() const;

    std::unique_ptr<QTemporaryDir> m_dir;
};

void TestDatabaseFile::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
}

QList<int> TestDatabaseFile::steps(Database &database) const
{
    QList<int> steps;
    const Result<Done> isRead = database.read(sql("SELECT step FROM log ORDER BY rowid"), {},
                                              [&steps](const QSqlQuery &row) {
                                                  steps.append(row.value(0).toInt());
                                                  return true;
                                              });
    return isRead ? steps : QList<int>{-1};
}

QStringList TestDatabaseFile::setAside() const
{
    // What SQLite keeps beside a file goes aside with it.
    const QStringList all = QFileInfo(file()).dir().entryList({sql("*.damaged-*")}, QDir::Files);
    QStringList files;
    for (const QString &name : all) {
        if (!name.endsWith(sql("-wal")) && !name.endsWith(sql("-shm")))
            files.append(name);
    }
    return files;
}

void TestDatabaseFile::migratesFromEveryVersion_data()
{
    QTest::addColumn<int>("from");
    for (int from = 0; from <= 3; ++from)
        QTest::addRow("version %d", from) << from;
}

void TestDatabaseFile::migratesFromEveryVersion()
{
    QFETCH(int, from);
    QVERIFY(openFile(options(), history(from)).isOk());
    const Result<OpenedFile> opened = openFile(options(), history(3));
    QVERIFY(opened.isOk());
    QCOMPARE(steps(*opened->database), (QList<int>{1, 2, 3}));
    QCOMPARE(opened->database->value(sql("PRAGMA user_version"))->toInt(), 3);
    QCOMPARE(opened->database->value(sql("PRAGMA journal_mode"))->toString(), sql("wal"));
    QVERIFY(opened->setAside.isEmpty());
}

void TestDatabaseFile::everyStepIsWholeOrNothing()
{
    // Every statement of opening fails in turn; what is there afterwards is one of the versions.
    bool isThrough = false;
    for (int nth = 1; !isThrough; ++nth) {
        init();
        QVERIFY(openFile(options(), history(1)).isOk());
        FailOnce hook(nth);
        isThrough = openFile(options(&hook), history(3)).isOk();
        Database::Options reading = options();
        reading.use = Database::Use::Read;
        const Result<std::unique_ptr<Database>> left = Database::open(reading);
        const int version = (*left)->value(sql("PRAGMA user_version"))->toInt();
        QCOMPARE(steps(**left), (QList<int>{1, 2, 3}.mid(0, version)));
        QCOMPARE(version == 3, isThrough || version == 3);
        const Result<OpenedFile> again = openFile(options(), history(3));
        QVERIFY(again.isOk());
        QCOMPARE(steps(*again->database), (QList<int>{1, 2, 3}));
        QVERIFY(setAside().isEmpty());
        QVERIFY(nth < 100);
    }
}

void TestDatabaseFile::takesAnEmptyFile()
{
    QVERIFY(QDir().mkpath(QFileInfo(file()).path()));
    QFile empty(file());
    QVERIFY(empty.open(QIODevice::WriteOnly));
    empty.close();
    const Result<OpenedFile> opened = openFile(options(), history(3));
    QVERIFY(opened.isOk());
    QVERIFY(opened->setAside.isEmpty());
}

void TestDatabaseFile::refusesAFileTooNew()
{
    QVERIFY(openFile(options(), history(3)).isOk());
    const QByteArray before = contentOf(file());
    const Result<OpenedFile> opened = openFile(options(), history(2));
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, ErrorKind::Storage);
    QCOMPARE(opened.error().code, sql("store.too_new"));
    QCOMPARE(contentOf(file()), before);
    QVERIFY(setAside().isEmpty());
    // The whole store refuses it as well.
    StoreFixture f;
    f.close();
    {
        const Result<OpenedFile> journal =
            openFile({f.journalFile(), Database::Use::Write, 20, nullptr}, journalSchema());
        QVERIFY(journal->database->run(sql("PRAGMA user_version=99")).isOk());
    }
    QCOMPARE(f.open().error().code, sql("store.too_new"));
}

void TestDatabaseFile::refusesOtherPrograms()
{
    Schema other = history(1);
    other.applicationId = 12;
    QVERIFY(openFile(options(), other).isOk());
    const QByteArray before = contentOf(file());
    QCOMPARE(openFile(options(), history(3)).error().code, sql("store.foreign"));
    QCOMPARE(contentOf(file()), before);
}

void TestDatabaseFile::setsADamagedFileAside_data()
{
    QTest::addColumn<int>("at");
    QTest::addColumn<int>("length");
    QTest::newRow("the head") << 0 << 100;
    QTest::newRow("the schema") << 100 << 2000;
    QTest::newRow("cut short") << -1 << 0;
}

void TestDatabaseFile::setsADamagedFileAside()
{
    QFETCH(int, at);
    QFETCH(int, length);
    QVERIFY(openFile(options(), history(3)).isOk());
    QFile damaged(file());
    QVERIFY(damaged.open(QIODevice::ReadWrite));
    if (at < 0) {
        QVERIFY(damaged.resize(damaged.size() / 2 + 100));
    } else {
        QVERIFY(damaged.seek(at));
        damaged.write(QByteArray(length, '\x5a'));
    }
    damaged.close();
    const QByteArray before = contentOf(file());

    const Result<OpenedFile> opened = openFile(options(), history(3));
    QVERIFY2(opened.isOk(), opened ? "" : qPrintable(opened.error().detail));
    QCOMPARE(steps(*opened->database), (QList<int>{1, 2, 3}));
    QCOMPARE(setAside().size(), 1);
    QCOMPARE(QFileInfo(opened->setAside).fileName(), setAside()[0]);
    QCOMPARE(contentOf(opened->setAside), before);
}

void TestDatabaseFile::checksPagesOnlyOfSuspects()
{
    {
        const Result<OpenedFile> opened = openFile(options(), history(3));
        QVERIFY(opened->database
                    ->run(sql("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"
                              " WHERE i < 5000) INSERT INTO log SELECT i, 'text' FROM n"))
                    .isOk());
    }
    QFile damaged(file());
    QVERIFY(damaged.open(QIODevice::ReadWrite));
    QVERIFY(damaged.seek(damaged.size() - 3 * 4096));
    damaged.write(QByteArray(2 * 4096, '\x5a'));
    damaged.close();
    QVERIFY(openFile(options(), history(3)).isOk());
    QVERIFY(setAside().isEmpty());
    suspectFile(file());
    QVERIFY(!openFile(options(), history(3))->setAside.isEmpty());
    QVERIFY(openFile(options(), history(3))->setAside.isEmpty());
    QCOMPARE(setAside().size(), 1);
}

void TestDatabaseFile::aDamagedStoreStartsAfresh()
{
    StoreFixture f;
    QVERIFY(resultOf(f->storeContacts({listed(contactWith(sql("c1"), 1))})).isOk());
    BatchHeader header;
    header.scope = {sql("w"), sql("eu")};
    QVERIFY(resultOf(f->journal().openBatch(header, {{ContactId(sql("c1")), {}, {}, {}}})).isOk());
    f.close();
    QFile damaged(f.contactsFile());
    QVERIFY(damaged.open(QIODevice::WriteOnly));
    damaged.write("not a database at all, but long enough to be taken for one");
    damaged.close();
    QVERIFY(f.open().isOk());
    QCOMPARE(f->setAside().size(), 1);
    QVERIFY(QFileInfo::exists(f->setAside()[0]));
    QCOMPARE(resultOf(f->reader().counts())->all, 0);
    QCOMPARE(resultOf(f->journal().exportRows(header.scope))->size(), 1);
}

void TestDatabaseFile::damageFoundWhileOpenIsRemembered()
{
    StoreFixture f;
    QList<StoredContact> many;
    for (int i = 0; i < 500; ++i) {
        Contact contact = contactWith(QStringLiteral("c%1").arg(i), 1,
                                      {{ContactField::Name, QString(300, QLatin1Char('n'))}});
        many.append(listed(contact));
    }
    QVERIFY(resultOf(f->storeContacts(many)).isOk());
    f.close();
    QFile damaged(f.contactsFile());
    QVERIFY(damaged.open(QIODevice::ReadWrite));
    const qint64 start = 40 * 4096;
    QVERIFY(damaged.seek(start));
    damaged.write(QByteArray(static_cast<int>(damaged.size() - start), '\x5a'));
    damaged.close();
    // Nothing but the write reads the damaged pages.
    QVERIFY(f.open(nullptr, false).isOk());
    QVERIFY(f->setAside().isEmpty());
    const Result<StoreSummary> summary = resultOf(f->storeContacts(many));
    QVERIFY(!summary);
    QCOMPARE(summary.error().code, sql("store.damaged"));
    QVERIFY(f.open().isOk());
    QCOMPARE(f->setAside().size(), 1);
    QVERIFY(resultOf(f->storeContacts(many)).isOk());
}

void TestDatabaseFile::reportsWhatCannotBeWritten()
{
    // Places where not even root can make a file.
    QFile plain(m_dir->filePath(sql("plain")));
    QVERIFY(plain.open(QIODevice::WriteOnly));
    for (const QString &place : {plain.fileName() + sql("/x.sqlite"), sql("/proc/roster/x.sqlite"),
                                 sql("/proc/self/x.sqlite")}) {
        Database::Options bad = options();
        bad.file = place;
        const Result<OpenedFile> opened = openFile(bad, history(3));
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, ErrorKind::Storage);
        QCOMPARE(opened.error().code, sql("store.read_only"));
    }
    FakeClock clock;
    const Result<std::unique_ptr<Store>> store =
        Store::open({sql("/proc/x.sqlite"), file(), contactOfRecord, clock});
    QCOMPARE(store.error().code, sql("store.read_only"));
}

void TestDatabaseFile::reportsAFullDisk()
{
    const Result<OpenedFile> opened = openFile(options(), history(3));
    Database &database = *opened->database;
    QVERIFY(database.run(sql("PRAGMA max_page_count=20")).isOk());
    const Result<Done> isDone = database.inTransaction([](Database &file) {
        return file.run(sql("INSERT INTO log VALUES (9, randomblob(200000))")).map([](int) {
            return Done{};
        });
    });
    QCOMPARE(isDone.error().code, sql("store.full"));
    QCOMPARE(steps(database), (QList<int>{1, 2, 3}));
    QVERIFY(database
                .inTransaction([](Database &file) {
                    return file.runAll({sql("INSERT INTO log VALUES (4, '')")});
                })
                .isOk());
}

void TestDatabaseFile::reportsAFileThatDoesNotGrow()
{
    StoreFixture f;
    QVERIFY(resultOf(f->storeContacts({listed(contactWith(sql("c1"), 1))})).isOk());
    rlimit before{};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
    const auto oldHandler = std::signal(SIGXFSZ, SIG_IGN);
    rlimit tight = before;
    tight.rlim_cur = 600'000;
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &tight), 0);
    StoredContact big = listed(contactWith(sql("c2"), 1));
    big.record = QByteArray(1'000'000, 'x');
    const Result<StoreSummary> refused = resultOf(f->storeContacts({big}));
    setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, oldHandler);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Storage);
    QCOMPARE(resultOf(f->reader().counts())->all, 1);
    QVERIFY(resultOf(f->storeContacts({big})).isOk());
    QCOMPARE(resultOf(f->reader().counts())->all, 2);
}

void TestDatabaseFile::readersCannotWrite()
{
    QVERIFY(openFile(options(), history(3)).isOk());
    Database::Options reading = options();
    reading.use = Database::Use::Read;
    const Result<std::unique_ptr<Database>> reader = Database::open(reading);
    QCOMPARE((*reader)->run(sql("DELETE FROM log")).error().code, sql("store.read_only"));
    QCOMPARE(steps(**reader), (QList<int>{1, 2, 3}));
}

void TestDatabaseFile::waitsForAnotherProcessThenSaysSo()
{
    const Result<OpenedFile> one = openFile(options(), history(3));
    const Result<OpenedFile> two = openFile(options(), history(3));
    QVERIFY(two.isOk() && two->setAside.isEmpty());
    QVERIFY(one->database->begin().isOk());
    QVERIFY(one->database->run(sql("INSERT INTO log VALUES (4, '')")).isOk());
    QCOMPARE(two->database->begin().error().code, sql("store.busy"));
    QCOMPARE(steps(*two->database), (QList<int>{1, 2, 3}));
    QVERIFY(one->database->commit().isOk());
    QVERIFY(two->database->begin().isOk());
    QCOMPARE(steps(*two->database), (QList<int>{1, 2, 3, 4}));
    two->database->rollback();
}

void TestDatabaseFile::rollsBackAndGoesOn()
{
    // The statement fails, and so does taking back: the next transaction starts clean all the same.
    class Refuse final : public StatementHook
    {
    public:
        QStringList refused;
        bool allows(const QString &text) override { return !refused.contains(text); }
    } hook;
    const Result<OpenedFile> opened = openFile(options(&hook), history(3));
    Database &database = *opened->database;
    hook.refused = {sql("COMMIT"), sql("ROLLBACK")};
    const auto add = [&database] {
        return database.inTransaction(
            [](Database &file) { return file.runAll({sql("INSERT INTO log VALUES (4, '')")}); });
    };
    QVERIFY(!add());
    hook.refused = {sql("COMMIT")};
    QVERIFY(!add());
    QCOMPARE(steps(database), (QList<int>{1, 2, 3}));
    hook.refused.clear();
    QVERIFY(add().isOk());
    QCOMPARE(steps(database), (QList<int>{1, 2, 3, 4}));
}

QTEST_GUILESS_MAIN(TestDatabaseFile)
#include "tst_databasefile.moc"
