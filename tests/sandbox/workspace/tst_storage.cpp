// SPDX-License-Identifier: MIT
#include "tests/sandbox/workspace/dump.h"

#include <QTemporaryDir>

using namespace roster::sandbox;
using namespace roster::sandbox::test;

//! What a workspace keeps, and how it begins anew.
class StorageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyWriteSurvives();
    void aFileIsNotSeededAgain();
    void resetGivesItBackFresh_data();
    void resetGivesItBackFresh();
    void twoWorkspacesShareNothing();
    void hiddenWritesStayHidden();
    void foreignFilesAreLeftAlone();

private:
    WorkspaceOptions inFile() const
    {
        WorkspaceOptions options;
        options.database = m_folder->filePath(u"w.sqlite"_s);
        return options;
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

// One of each kind of write.
void writeALittle(Lab &lab)
{
    const QString a = lab.make(R"({"external_id":"a","email":"a@x.example","name":"Ánna 🚀",
                                   "custom_attributes":{"seats":3,"plan":null}})");
    const QString b = lab.make(R"({"role":"lead","name":"Bob"})");
    const QString c = lab.make(R"({"external_id":"c"})");
    lab.put(u"/contacts/"_s + a, R"({"phone":"+35315550100","email":null})");
    lab.post(u"/contacts/"_s + b + u"/archive"_s);
    lab.del(u"/contacts/"_s + c);
    const QByteArray tag =
        lab.post(u"/tags"_s, R"({"name":"Kept"})").body[u"id"].toString().toLatin1();
    lab.post(u"/contacts/"_s + a + u"/tags"_s, R"({"id":")" + tag + "\"}");
    const Answer company = lab.post(u"/companies"_s, R"({"company_id":"k","name":"Kept"})");
    lab.post(u"/contacts/"_s + a + u"/companies"_s,
             R"({"id":")" + company.body[u"id"].toString().toLatin1() + "\"}");
    lab.del(u"/tags/7522810"_s);
    lab.post(u"/contacts/"_s + a + u"/notes"_s, R"({"body":"Kept"})");
    lab.post(u"/contacts/"_s + a + u"/subscriptions"_s,
             R"({"id":"37846","consent_type":"opt_out"})");
    lab.post(u"/conversations"_s,
             R"({"from":{"type":"user","id":")" + a.toLatin1() + R"("},"body":"Kept"})");
}

} // namespace

void StorageTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void StorageTest::everyWriteSurvives()
{
    Lab lab(30, inFile());
    QVERIFY(lab.workspace().wasSeeded());
    const QByteArray seeded = dump(lab);
    writeALittle(lab);
    const QByteArray written = dump(lab);
    QVERIFY(written != seeded);
    lab.reopen();
    QVERIFY(!lab.workspace().wasSeeded());
    QCOMPARE(dump(lab), written);
    // What is not to be seen is there as well.
    QCOMPARE(lab.post(u"/contacts"_s, R"({"external_id":"c"})").status, 409);
    const Answer again = lab.post(u"/contacts"_s, R"({"external_id":"a"})");
    QCOMPARE(again.status, 409);
    QVERIFY(messageOf(again).startsWith(u"A contact"_s));
    // New ids go on from the old ones.
    const QString fresh = lab.make(R"({"role":"lead"})");
    QVERIFY(!written.contains(fresh.toLatin1()));
}

void StorageTest::aFileIsNotSeededAgain()
{
    Lab lab(10, inFile());
    const QByteArray seeded = dump(lab);
    lab.options().contacts = 50;
    lab.options().seed = 99;
    lab.reopen();
    QCOMPARE(dump(lab), seeded);
}

void StorageTest::resetGivesItBackFresh_data()
{
    QTest::addColumn<bool>("isFile");
    QTest::newRow("in memory") << false;
    QTest::newRow("in a file") << true;
}

void StorageTest::resetGivesItBackFresh()
{
    QFETCH(bool, isFile);
    Lab lab(30, isFile ? inFile() : WorkspaceOptions());
    const QByteArray seeded = dump(lab);
    writeALittle(lab);
    QVERIFY(dump(lab) != seeded);
    QCOMPARE(lab.workspace().reset(), QString());
    QCOMPARE(dump(lab), seeded);
    QCOMPARE(lab.post(u"/contacts"_s, R"({"external_id":"c"})").status, 200);
    if (isFile) {
        QCOMPARE(lab.workspace().reset(), QString());
        lab.reopen();
        QCOMPARE(dump(lab), seeded);
    }
}

void StorageTest::twoWorkspacesShareNothing()
{
    Lab one(5);
    Lab two(5);
    const QByteArray before = dump(two);
    writeALittle(one);
    QCOMPARE(dump(two), before);
}

// The lag goes on over a restart, and ends on time.
void StorageTest::hiddenWritesStayHidden()
{
    WorkspaceOptions options = inFile();
    options.searchLagMs = 60'000;
    Lab lab(3, options);
    lab.make(R"({"role":"lead"})");
    lab.pass(30);
    lab.reopen();
    QCOMPARE(lab.get(u"/contacts"_s).body[u"total_count"].toInt(), 3);
    lab.pass(30);
    QCOMPARE(lab.get(u"/contacts"_s).body[u"total_count"].toInt(), 4);
}

void StorageTest::foreignFilesAreLeftAlone()
{
    WorkspaceOptions options = inFile();
    const QByteArray words = "a shopping list, and no database at all: milk, bread, two eggs\n";
    QFile file(options.database);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(words);
    file.close();
    const OpenedWorkspace opened = Workspace::open(options);
    QVERIFY(!opened.workspace);
    QVERIFY(!opened.error.isEmpty());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), words);
}

QTEST_GUILESS_MAIN(StorageTest)
#include "tst_storage.moc"
