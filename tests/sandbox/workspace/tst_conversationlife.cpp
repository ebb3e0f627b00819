// SPDX-License-Identifier: MIT
#include "core/sandbox/database.h"
#include "tests/sandbox/workspace/talks.h"

#include <QTemporaryDir>

using namespace roster::sandbox;
using namespace roster::sandbox::test;

//! What becomes of conversations with the contacts' lives.
class ConversationLifeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void lives_data();
    void lives();
    void handedOverByMerging();
    void goneAfterTheGrace();
    void groupSurvives();
    void unknownOnes_data();
    void unknownOnes();
    void oldFiles();

private:
    std::unique_ptr<Talks> m_talks;
};

void ConversationLifeTest::init()
{
    m_talks = std::make_unique<Talks>();
}

// Which lists have the conversation of a contact, and whether it can be read.
void ConversationLifeTest::lives_data()
{
    QTest::addColumn<QStringList>("steps");
    QTest::addColumn<bool>("isListed");
    QTest::addColumn<int>("status");
    QTest::newRow("archived") << QStringList{u"/archive"_s} << false << 200;
    QTest::newRow("restored") << QStringList{u"/archive"_s, u"/unarchive"_s} << true << 200;
    QTest::newRow("blocked") << QStringList{u"/block"_s} << false << 200;
    QTest::newRow("deleted") << QStringList{QString()} << false << 404;
}

void ConversationLifeTest::lives()
{
    QFETCH(QStringList, steps);
    QFETCH(bool, isListed);
    QFETCH(int, status);
    m_talks->speak("2.13");
    const QString id = m_talks->begin(m_talks->ada);
    const QString other = m_talks->begin(m_talks->bob);
    const QString path = u"/contacts/"_s + m_talks->ada;
    for (const QString &step : steps) {
        const Answer answer = step.isEmpty() ? m_talks->del(path) : m_talks->post(path + step);
        QCOMPARE(answer.status, 200);
    }
    QCOMPARE(m_talks->listed().contains(id), isListed);
    QVERIFY(m_talks->listed().contains(other));
    QCOMPARE(m_talks->get(u"/conversations"_s).body[u"total_count"].toInt(), isListed ? 2 : 1);
    QCOMPARE(m_talks->foundFor(m_talks->ada), isListed ? QStringList{id} : QStringList());
    const Answer answer = m_talks->show(id);
    QCOMPARE(answer.status, status);
    if (status == 200)
        QCOMPARE(contactsIn(answer), QStringList{m_talks->ada});
    else
        QCOMPARE(messageOf(answer), u"Resource Not Found"_s);
}

void ConversationLifeTest::handedOverByMerging()
{
    const QString lead = m_talks->make(R"({"role":"lead","email":"ada@navy.example"})");
    const QString own = m_talks->begin(lead);
    const QString shared = m_talks->begin(lead);
    m_talks->join(shared, R"({"user_id":"ada"})");
    const QByteArray body =
        R"({"from":")" + lead.toLatin1() + R"(","into":")" + m_talks->ada.toLatin1() + "\"}";
    QCOMPARE(m_talks->post(u"/contacts/merge"_s, body).status, 200);
    for (const QString &id : {own, shared}) {
        QCOMPARE(contactsIn(m_talks->show(id)), QStringList{m_talks->ada});
        QCOMPARE(m_talks->show(id).body[u"source"][u"author"][u"id"].toString(), m_talks->ada);
    }
    QCOMPARE(m_talks->foundFor(lead), QStringList());
    QCOMPARE(m_talks->foundFor(m_talks->ada).size(), 2);
}

void ConversationLifeTest::goneAfterTheGrace()
{
    const QString id = m_talks->begin(m_talks->ada);
    const QString group = m_talks->begin(m_talks->ada);
    m_talks->join(group, R"({"user_id":"bob"})");
    m_talks->del(u"/contacts/"_s + m_talks->ada);
    m_talks->pass(8 * 24 * 3600);
    const QString later = m_talks->begin(m_talks->bob); // any write clears up
    QCOMPARE(m_talks->show(id).status, 404);
    QCOMPARE(m_talks->listed(), (QStringList{later, group}));
    QCOMPARE(contactsIn(m_talks->show(group)), QStringList{m_talks->bob});
    QCOMPARE(m_talks->show(group).body[u"source"][u"author"][u"id"].toString(), QString());
    QCOMPARE(m_talks->show(group).body[u"source"][u"body"].toString(), u"<p>Hello</p>"_s);
}

void ConversationLifeTest::groupSurvives()
{
    const QString id = m_talks->begin(m_talks->ada);
    m_talks->join(id, R"({"user_id":"bob"})");
    m_talks->post(u"/contacts/"_s + m_talks->ada + u"/archive"_s);
    QCOMPARE(m_talks->listed(), QStringList{id});
    QCOMPARE(contactsIn(m_talks->show(id)), (QStringList{m_talks->ada, m_talks->bob}));
    m_talks->del(u"/contacts/"_s + m_talks->ada);
    QCOMPARE(contactsIn(m_talks->show(id)), QStringList{m_talks->bob});
    QCOMPARE(m_talks->leave(id, m_talks->bob).status, 422);
}

void ConversationLifeTest::unknownOnes_data()
{
    QTest::addColumn<QString>("id");
    for (const char *id : {"123456", "x", "-1", "01", "99999999999999999999"})
        QTest::newRow(id) << QString::fromLatin1(id);
}

void ConversationLifeTest::unknownOnes()
{
    QFETCH(QString, id);
    m_talks->begin(m_talks->ada);
    for (const Answer &answer : {m_talks->show(id), m_talks->join(id, R"({"user_id":"bob"})"),
                                 m_talks->leave(id, m_talks->ada)}) {
        QCOMPARE(answer.status, 404);
        QCOMPARE(messageOf(answer), u"Resource Not Found"_s);
    }
}

// A file from before there were conversations gets their tables when it is opened.
void ConversationLifeTest::oldFiles()
{
    QTemporaryDir folder;
    WorkspaceOptions options;
    options.database = folder.filePath(u"old.sqlite"_s);
    Lab lab(3, options);
    lab.close();
    {
        Database database;
        QCOMPARE(database.open(options.database), QString());
        for (const QString &table :
             {u"conversation"_s, u"conversation_contact"_s, u"conversation_text"_s})
            database.run(u"DROP TABLE "_s + table);
        QVERIFY(!database.hasFailed());
    }
    lab.reopen();
    QCOMPARE(lab.get(u"/conversations"_s).body[u"total_count"].toInt(-1), 0);
    QCOMPARE(lab.post(u"/conversations"_s, R"({"from":{"type":"user","id":")" +
                                               idsOf(lab.get(u"/contacts"_s)).first().toLatin1() +
                                               R"("},"body":"Hi"})")
                 .status,
             200);
}

QTEST_GUILESS_MAIN(ConversationLifeTest)
#include "tst_conversationlife.moc"
