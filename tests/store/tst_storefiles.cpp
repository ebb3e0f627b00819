// SPDX-License-Identifier: MIT
// Files that cannot be used: another takes their place, they stay as they are, and the store says
// so.
#include "core/store/databasefile.h"
#include "core/store/storeerror.h"
#include "tests/store/storefixture.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>

using namespace Qt::StringLiterals;
using namespace roster;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
}

void fill(const QString &path, const QByteArray &content)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("the file could not be filled");
}

//! Refuses the first statement that would write.
class ReadOnlyOnce final : public StatementHook
{
public:
    bool allows(const QString &sql) override
    {
        const bool isWrite = sql.startsWith(u"BEGIN IMMEDIATE"_s);
        return !isWrite || std::exchange(m_isSpent, true);
    }

private:
    bool m_isSpent = false;
};

//! Refuses to make anything but the journal's tables, as a disk does that has no room for more.
class NoRoom final : public StatementHook
{
public:
    bool allows(const QString &sql) override
    {
        return !sql.startsWith(u"CREATE"_s) || sql.contains(u"batches"_s) ||
               sql.contains(u"entries"_s);
    }
};

} // namespace

class TestStoreFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void usesWhatIsWanted();
    void takesTheOther_data();
    void takesTheOther();
    void failsWithoutAnother();
    void failsWhenBothCannotBeUsed();
    void archivesNothingWithoutItsJournal();
    void tellsWhatWasSetAside();
    void triesToWrite();

private:
    QString path(const QString &name) const { return m_dir->filePath(name); }
    WantedFile contacts() const { return {path(u"p/contacts.sqlite"_s), path(u"s/c.sqlite"_s)}; }
    WantedFile journal() const { return {path(u"p/journal.sqlite"_s), path(u"s/j.sqlite"_s)}; }
    //! Makes the file one that cannot be used.
    static void spoil(const QString &file, const QString &how);

    std::unique_ptr<QTemporaryDir> m_dir;
};

void TestStoreFiles::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
}

void TestStoreFiles::spoil(const QString &file, const QString &how)
{
    if (how == u"store.read_only") {
        // Not even root can make a file below a file.
        fill(QFileInfo(file).absolutePath(), "plain");
        return;
    }
    Schema schema = contactsSchema();
    if (file.contains(u"journal"_s))
        schema = journalSchema();
    if (how == u"store.foreign")
        schema.applicationId = 12;
    const Result<OpenedFile> made = openFile({file, Database::Use::Write, 20, nullptr}, schema);
    if (!made ||
        (how == u"store.too_new" && !made->database->run(u"PRAGMA user_version=99"_s).isOk()))
        qFatal("the file could not be spoiled");
}

void TestStoreFiles::usesWhatIsWanted()
{
    const Result<StoreFiles> files = prepareStoreFiles(contacts(), journal(), nullptr);
    QVERIFY(files.isOk());
    QCOMPARE(files->contacts, contacts().path);
    QCOMPARE(files->journal, journal().path);
    QVERIFY(files->problems.isEmpty());
    QVERIFY(files->setAside.isEmpty());
    QVERIFY(!QFileInfo::exists(path(u"s"_s)));
}

void TestStoreFiles::takesTheOther_data()
{
    QTest::addColumn<bool>("isJournal");
    QTest::addColumn<QString>("how");
    for (const char *how : {"store.too_new", "store.foreign", "store.read_only"}) {
        QTest::addRow("contacts %s", how) << false << QString::fromLatin1(how);
        QTest::addRow("journal %s", how) << true << QString::fromLatin1(how);
    }
}

void TestStoreFiles::takesTheOther()
{
    QFETCH(bool, isJournal);
    QFETCH(QString, how);
    // Each in a folder of its own, so that one is spoiled alone.
    WantedFile wantedContacts{path(u"pc/contacts.sqlite"_s), path(u"s/c.sqlite"_s)};
    WantedFile wantedJournal{path(u"pj/journal.sqlite"_s), path(u"s/j.sqlite"_s)};
    const QString spoiled = isJournal ? wantedJournal.path : wantedContacts.path;
    spoil(spoiled, how);
    const QByteArray before = contentOf(spoiled);

    const Result<StoreFiles> files = prepareStoreFiles(wantedContacts, wantedJournal, nullptr);
    QVERIFY(files.isOk());
    QCOMPARE(files->contacts, isJournal ? wantedContacts.path : wantedContacts.fallback);
    QCOMPARE(files->journal, isJournal ? wantedJournal.fallback : wantedJournal.path);
    QCOMPARE(files->problems.size(), 1);
    QCOMPARE(files->problems[0].file, isJournal ? StoreFile::Journal : StoreFile::Contacts);
    QCOMPARE(files->problems[0].path, spoiled);
    QCOMPARE(files->problems[0].error.kind, ErrorKind::Storage);
    QCOMPARE(files->problems[0].error.code, how);
    QCOMPARE(contentOf(spoiled), before);
}

void TestStoreFiles::failsWithoutAnother()
{
    spoil(contacts().path, u"store.too_new"_s);
    const Result<StoreFiles> files = prepareStoreFiles({contacts().path, {}}, journal(), nullptr);
    QCOMPARE(files.error().code, u"store.too_new"_s);
}

void TestStoreFiles::failsWhenBothCannotBeUsed()
{
    NoRoom hook;
    const Result<StoreFiles> files = prepareStoreFiles(contacts(), journal(), &hook);
    QVERIFY(!files);
    QCOMPARE(files.error().kind, ErrorKind::Storage);
}

void TestStoreFiles::archivesNothingWithoutItsJournal()
{
    spoil(journal().path, u"store.too_new"_s);
    FakeClock clock;
    StoreOptions options{contacts().path, journal().path, contactOfRecord, clock};
    options.journalFallback = journal().fallback;
    const Result<std::unique_ptr<Store>> store = Store::open(options);
    QVERIFY(store.isOk());
    QCOMPARE((*store)->files().problems.size(), 1);
    BatchHeader header;
    header.scope = {u"w"_s, u"eu"_s};
    const QList<BulkTarget> targets{{ContactId(u"c1"_s), {}, {}, {}}};
    const Result<BatchId> archiving = resultOf((*store)->journal().openBatch(header, targets));
    QVERIFY(!archiving);
    QCOMPARE(archiving.error().code, u"store.too_new"_s);
    // What can be done again without the journal goes on.
    header.action.kind = BulkAction::Kind::AddTag;
    QVERIFY(resultOf((*store)->journal().openBatch(header, targets)).isOk());
    QVERIFY(resultOf((*store)->storeContacts({listed(contactWith(u"c1"_s, 1))})).isOk());
}

void TestStoreFiles::tellsWhatWasSetAside()
{
    fill(contacts().path, "not a database at all, but long enough to be taken for one");
    fill(journal().path, QByteArray(5000, '\x5a'));
    const Result<StoreFiles> files = prepareStoreFiles(contacts(), journal(), nullptr);
    QVERIFY(files.isOk());
    QVERIFY(files->problems.isEmpty());
    QCOMPARE(files->contacts, contacts().path);
    QCOMPARE(files->setAside.size(), 2);
    for (const QString &aside : files->setAside)
        QVERIFY(QFileInfo::exists(aside));
}

void TestStoreFiles::triesToWrite()
{
    QVERIFY(prepareStoreFiles(contacts(), journal(), nullptr).isOk());
    // SQLite opens a file that it may only read without a word.
    ReadOnlyOnce hook;
    const Result<StoreFiles> files = prepareStoreFiles(contacts(), journal(), &hook);
    QVERIFY(files.isOk());
    QCOMPARE(files->problems.size(), 1);
    QCOMPARE(files->problems[0].file, StoreFile::Journal);
    QCOMPARE(files->journal, journal().fallback);
    QCOMPARE(files->contacts, contacts().path);
}

QTEST_GUILESS_MAIN(TestStoreFiles)
#include "tst_storefiles.moc"
