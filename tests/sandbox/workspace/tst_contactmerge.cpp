// SPDX-License-Identifier: MIT
#include "tests/sandbox/workspace/lab.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>

using namespace roster::sandbox;
using namespace roster::sandbox::test;

//! POST /contacts/merge: who may be merged, what the user takes over, what is left of the lead.
class ContactMergeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void userTakesOverWhatItLacks();
    void leadIsGone_data();
    void leadIsGone();
    void leadLeavesTheLists();
    void tellsWhereItWent();
    void refuses_data();
    void refuses();
    void duplicatesOnly_data();
    void duplicatesOnly();
    void searchLagsBehind();
    void olderFilesGetTheTable();

private:
    QByteArray bodyOf(const QString &from, const QString &into) const
    {
        return QJsonDocument(QJsonObject{{u"from"_s, from}, {u"into"_s, into}}).toJson();
    }
    Answer merge() { return m_lab->post(u"/contacts/merge"_s, bodyOf(m_lead, m_user)); }

    std::unique_ptr<Lab> m_lab;
    QString m_lead;
    QString m_user;
};

void ContactMergeTest::init()
{
    m_lab = std::make_unique<Lab>(1);
    m_lead = m_lab->make(R"({"role":"lead","email":"ada@navy.example","name":"A. L.",
        "phone":"+1206555"})");
    m_user = m_lab->make(R"({"role":"user","external_id":"x-1","email":"ada@navy.example",
        "name":"Ada"})");
    m_lab->post(u"/contacts/%1/tags"_s.arg(m_lead), R"({"id":"7522907"})");
    m_lab->post(u"/contacts/%1/tags"_s.arg(m_user), R"({"id":"7522907"})");
    m_lab->post(u"/contacts/%1/companies"_s.arg(m_lead), R"({"id":"6657a8156abd0160d35d1e55"})");
}

void ContactMergeTest::userTakesOverWhatItLacks()
{
    m_lab->pass(60);
    const Answer answer = merge();
    QVERIFY2(answer.status == 200, text(answer).constData());
    QCOMPARE(answer.body[u"id"].toString(), m_user);
    QCOMPARE(answer.body[u"name"].toString(), u"Ada"_s);
    QCOMPARE(answer.body[u"phone"].toString(), u"+1206555"_s);
    QCOMPARE(answer.body[u"external_id"].toString(), u"x-1"_s);
    QCOMPARE(answer.body[u"role"].toString(), u"user"_s);
    QCOMPARE(answer.body[u"tags"][u"total_count"].toInt(), 1);
    QCOMPARE(answer.body[u"companies"][u"total_count"].toInt(), 1);
    QCOMPARE(answer.body[u"updated_at"].toInteger(), m_lab->now());
    QCOMPARE(answer.body.toObject(), m_lab->contact(m_user));
}

void ContactMergeTest::leadIsGone_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("tail");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("message");
    const QString unseen = u"User Not Found"_s;
    QTest::newRow("get") << "GET"_ba << QString() << 404 << unseen;
    QTest::newRow("put") << "PUT"_ba << QString() << 404 << unseen;
    QTest::newRow("delete") << "DELETE"_ba << QString() << 404 << unseen;
    QTest::newRow("archive") << "POST"_ba << u"/archive"_s << 404 << unseen;
    QTest::newRow("tags") << "GET"_ba << u"/tags"_s << 404 << unseen;
    QTest::newRow("unarchive") << "POST"_ba << u"/unarchive"_s << 400
                               << u"User has been merged and is not restorable."_s;
}

void ContactMergeTest::leadIsGone()
{
    QFETCH(QByteArray, method);
    QFETCH(QString, tail);
    QFETCH(int, status);
    QFETCH(QString, message);
    QCOMPARE(merge().status, 200);
    const Answer answer = m_lab->ask(method, u"/contacts/"_s + m_lead + tail, "{}");
    QCOMPARE(answer.status, status);
    QCOMPARE(messageOf(answer), message);
}

void ContactMergeTest::leadLeavesTheLists()
{
    QCOMPARE(merge().status, 200);
    QVERIFY(!idsOf(m_lab->get(u"/contacts"_s)).contains(m_lead));
    const Answer found =
        m_lab->search(R"({"field":"email","operator":"=","value":"ada@navy.example"})");
    QCOMPARE(idsOf(found), QStringList{m_user});
    const Answer people = m_lab->get(u"/companies/6657a8156abd0160d35d1e55/contacts"_s);
    QCOMPARE(idsOf(people), QStringList{m_user});
}

void ContactMergeTest::tellsWhereItWent()
{
    QCOMPARE(merge().status, 200);
    m_lab->speak("2.16");
    const Answer answer = m_lab->get(u"/contacts/"_s + m_lead);
    QCOMPARE(answer.status, 410);
    QCOMPARE(codeOf(answer), u"contact_merged"_s);
    QCOMPARE(answer.header("Link"), "</contacts/" + m_user.toLatin1() + ">; rel=\"canonical\"");
    // When that one is gone as well there is nowhere to send anybody.
    m_lab->del(u"/contacts/"_s + m_user);
    m_lab->pass(8 * 86400);
    m_lab->make(R"({"role":"lead"})");
    QCOMPARE(m_lab->get(u"/contacts/"_s + m_lead).status, 404);
}

void ContactMergeTest::refuses_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("into");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    const QString nobody = QString(24, u'0');
    QTest::newRow("user into lead") << u"user"_s << u"lead"_s << 400 << u"invalid_merge"_s;
    QTest::newRow("user into itself") << u"user"_s << u"user"_s << 400 << u"invalid_merge"_s;
    QTest::newRow("lead into itself") << u"lead"_s << u"lead"_s << 400 << u"invalid_merge"_s;
    QTest::newRow("nobody") << nobody << u"user"_s << 404 << u"not_found"_s;
    QTest::newRow("into nobody") << u"lead"_s << nobody << 404 << u"not_found"_s;
    QTest::newRow("without from") << QString() << u"user"_s << 400 << u"parameter_not_found"_s;
    QTest::newRow("without into") << u"lead"_s << QString() << 400 << u"parameter_not_found"_s;
}

void ContactMergeTest::refuses()
{
    QFETCH(QString, from);
    QFETCH(QString, into);
    QFETCH(int, status);
    QFETCH(QString, code);
    const auto idOf = [this](const QString &who) {
        return who == u"lead"_s ? m_lead : who == u"user"_s ? m_user : who;
    };
    const Answer answer = m_lab->post(u"/contacts/merge"_s, bodyOf(idOf(from), idOf(into)));
    QVERIFY2(answer.status == status, text(answer).constData());
    QCOMPARE(codeOf(answer), code);
    QVERIFY(!m_lab->contact(m_lead).isEmpty() &&
            m_lab->get(u"/contacts/"_s + m_lead).status == 200);
}

void ContactMergeTest::duplicatesOnly_data()
{
    QTest::addColumn<QByteArray>("version");
    QTest::addColumn<QByteArray>("rest");
    QTest::addColumn<int>("status");
    QTest::newRow("2.10") << "2.10"_ba << QByteArray() << 200;
    QTest::newRow("2.16") << "2.16"_ba << QByteArray() << 400;
    QTest::newRow("2.16, asked for") << "2.16"_ba
                                     << R"(,"skip_duplicate_validation":true)"_ba << 200;
}

void ContactMergeTest::duplicatesOnly()
{
    QFETCH(QByteArray, version);
    QFETCH(QByteArray, rest);
    QFETCH(int, status);
    const QString other = m_lab->make(R"({"role":"lead","email":"somebody@else.example"})");
    m_lab->speak(version);
    const QByteArray body =
        R"({"from":")" + other.toLatin1() + R"(","into":")" + m_user.toLatin1() + '"' + rest + '}';
    QCOMPARE(m_lab->post(u"/contacts/merge"_s, body).status, status);
}

void ContactMergeTest::searchLagsBehind()
{
    WorkspaceOptions options;
    options.searchLagMs = 5000;
    m_lab = std::make_unique<Lab>(1, options);
    m_lead = m_lab->make(R"({"role":"lead","email":"ada@navy.example"})");
    m_user = m_lab->make(R"({"role":"user","external_id":"x-1"})");
    m_lab->pass(10);
    QCOMPARE(merge().status, 200);
    const QByteArray query = R"({"field":"email","operator":"=","value":"ada@navy.example"})";
    QCOMPARE(idsOf(m_lab->search(query)), QStringList{m_lead});
    m_lab->pass(6);
    QCOMPARE(idsOf(m_lab->search(query)), QStringList{m_user});
}

void ContactMergeTest::olderFilesGetTheTable()
{
    QTemporaryDir dir;
    m_lab = std::make_unique<Lab>();
    m_lab->options().database = dir.filePath(u"workspace.sqlite"_s);
    m_lab->reopen();
    m_lead = m_lab->make(R"({"role":"lead"})");
    m_user = m_lab->make(R"({"role":"user","external_id":"x-1"})");
    m_lab->close();
    {
        QSqlDatabase file = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"older"_s);
        file.setDatabaseName(m_lab->options().database);
        QVERIFY(file.open());
        QSqlQuery query(file);
        QVERIFY(query.exec(u"DROP TABLE contact_merge"_s));
        query.finish();
        file.close();
    }
    QSqlDatabase::removeDatabase(u"older"_s);
    m_lab->reopen();
    QCOMPARE(merge().status, 200);
}

QTEST_GUILESS_MAIN(ContactMergeTest)
#include "tst_contactmerge.moc"
