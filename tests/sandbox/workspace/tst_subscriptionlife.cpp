// SPDX-License-Identifier: MIT
#include "tests/sandbox/workspace/lab.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>

using namespace roster::sandbox;
using namespace roster::sandbox::test;

//! What becomes of choices when their type, their contact or their file grows old.
class SubscriptionLifeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void archivedTypesCanBeLeft();
    void goWithTheContact();
    void moveInAMerge();
    void nothingIsLeftBehind();
    void olderFilesGetTheTable();

private:
    void moveIntoAFile()
    {
        m_lab->options().database = m_folder.filePath(u"workspace.sqlite"_s);
        m_lab->reopen();
        m_id = m_lab->make(R"({"external_id":"x-1"})");
        m_path = u"/contacts/"_s + m_id + u"/subscriptions"_s;
    }
    //! Closes the workspace and runs one statement on its file; the first value, if there is one.
    QVariant inTheFile(const QString &sql)
    {
        m_lab->close();
        QVariant value;
        {
            QSqlDatabase file = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"beside"_s);
            file.setDatabaseName(m_lab->options().database);
            QSqlQuery query(file);
            if (!file.open() || !query.exec(sql))
                qFatal("cannot run %s", qPrintable(sql));
            if (query.next())
                value = query.value(0);
            query.finish();
            file.close();
        }
        QSqlDatabase::removeDatabase(u"beside"_s);
        m_lab->reopen();
        return value;
    }
    QJsonArray types() { return m_lab->get(u"/subscription_types"_s).body[u"data"].toArray(); }
    Answer choose(const QJsonValue &type, const QString &path)
    {
        const QJsonObject body{{u"id"_s, type[u"id"]}, {u"consent_type"_s, type[u"consent_type"]}};
        return m_lab->post(path, QJsonDocument(body).toJson());
    }
    Answer choose(const QJsonValue &type) { return choose(type, m_path); }

    QTemporaryDir m_folder;
    std::unique_ptr<Lab> m_lab;
    QString m_id;
    QString m_path;
};

void SubscriptionLifeTest::init()
{
    m_lab = std::make_unique<Lab>();
    QVERIFY(m_folder.isValid());
    QFile::remove(m_folder.filePath(u"workspace.sqlite"_s));
    m_id = m_lab->make(R"({"external_id":"1"})");
    m_path = u"/contacts/"_s + m_id + u"/subscriptions"_s;
}

// Somebody of old has chosen about a type that is no longer sent.
void SubscriptionLifeTest::archivedTypesCanBeLeft()
{
    m_lab = std::make_unique<Lab>(10);
    QString chooser;
    for (const QJsonValue &person : m_lab->get(u"/contacts"_s).body[u"data"].toArray()) {
        const QString path = u"/contacts/"_s + person[u"id"].toString() + u"/subscriptions"_s;
        if (idsOf(m_lab->get(path)).contains(u"37858"_s))
            chooser = path;
    }
    QVERIFY(!chooser.isEmpty());
    QCOMPARE(m_lab->del(chooser + u"/37858"_s).body[u"state"].toString(), u"archived"_s);
    QVERIFY(!idsOf(m_lab->get(chooser)).contains(u"37858"_s));
}

void SubscriptionLifeTest::goWithTheContact()
{
    const QJsonValue type = types().first();
    choose(type);
    const QJsonObject before = m_lab->contact(m_id);
    m_lab->post(u"/contacts/"_s + m_id + u"/archive"_s);
    QCOMPARE(messageOf(m_lab->get(m_path)), u"User Not Found"_s);
    QCOMPARE(messageOf(choose(type)), u"User Not Found"_s);
    QCOMPARE(messageOf(m_lab->del(m_path + u'/' + type[u"id"].toString())), u"User Not Found"_s);
    m_lab->post(u"/contacts/"_s + m_id + u"/unarchive"_s);
    QCOMPARE(m_lab->contact(m_id), before);
    m_lab->del(u"/contacts/"_s + m_id);
    QCOMPARE(m_lab->get(m_path).status, 404);
    m_lab->pass(8 * 86400);
    const QString other = m_lab->make(R"({"external_id":"1"})");
    QCOMPARE(idsOf(m_lab->get(u"/contacts/"_s + other + u"/subscriptions"_s)), QStringList());
}

// The user keeps what it chose, and takes over what only the lead had chosen.
void SubscriptionLifeTest::moveInAMerge()
{
    const QJsonArray all = types();
    const QString lead = m_lab->make(R"({"role":"lead"})");
    const QString path = u"/contacts/"_s + lead + u"/subscriptions"_s;
    choose(all.at(0), path);
    m_lab->pass(1);
    choose(all.at(1), path);
    m_lab->pass(1);
    choose(all.at(1));
    m_lab->pass(1);
    choose(all.at(2));
    const QByteArray body =
        R"({"from":")" + lead.toLatin1() + R"(","into":")" + m_id.toLatin1() + "\"}";
    const Answer merged = m_lab->post(u"/contacts/merge"_s, body);
    QCOMPARE(merged.body[u"opted_out_subscription_types"][u"total_count"].toInt(), 3);
    QCOMPARE(m_lab->get(m_path).body[u"data"].toArray(),
             (QJsonArray{all.at(0), all.at(1), all.at(2)}));
    QCOMPARE(m_lab->get(path).status, 404);
}

// Seven days after its deletion no row tells of a contact any more.
void SubscriptionLifeTest::nothingIsLeftBehind()
{
    moveIntoAFile();
    choose(types().first());
    m_lab->post(u"/contacts/"_s + m_id + u"/notes"_s, R"({"body":"a"})");
    m_lab->del(u"/contacts/"_s + m_id);
    const QString rows = u"SELECT (SELECT count(*) FROM contact_subscription) +"
                         " (SELECT count(*) FROM note)"_s;
    QCOMPARE(inTheFile(rows).toInt(), 2);
    m_lab->pass(7 * 86400);
    m_lab->make(R"({"role":"lead"})");
    QCOMPARE(inTheFile(rows).toInt(), 0);
}

void SubscriptionLifeTest::olderFilesGetTheTable()
{
    moveIntoAFile();
    inTheFile(u"DROP TABLE contact_subscription"_s);
    const QJsonValue type = types().first();
    QCOMPARE(choose(type).status, 200);
    QCOMPARE(idsOf(m_lab->get(m_path)), QStringList{type[u"id"].toString()});
}

QTEST_GUILESS_MAIN(SubscriptionLifeTest)
#include "tst_subscriptionlife.moc"
