// SPDX-License-Identifier: MIT
#include "tests/sandbox/workspace/lab.h"

using namespace roster::sandbox;
using namespace roster::sandbox::test;

//! GET and PUT /visitors.
class VisitorsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void ofTheExamples();
    void sameSeedSameVisitors();
    void unknownOnes_data();
    void unknownOnes();
    void changed();
    void changeRefuses_data();
    void changeRefuses();

private:
    static QString userId(int number)
    {
        return u"00000000-0000-4000-8000-"_s + QString::number(number).rightJustified(12, u'0');
    }
    QJsonObject visitor(int number)
    {
        return m_lab->get(u"/visitors?user_id="_s + userId(number)).body.toObject();
    }

    std::unique_ptr<Lab> m_lab;
};

void VisitorsTest::init()
{
    m_lab = std::make_unique<Lab>();
}

void VisitorsTest::ofTheExamples()
{
    const Answer answer = m_lab->get(u"/visitors?user_id=3ecf64d0-9ed1-4e9f-88e1-da7d6e6782f3"_s);
    QVERIFY2(answer.status == 200, text(answer).constData());
    const QString members =
        u"anonymous app_id avatar companies created_at custom_attributes do_not_track email "
        "has_hard_bounced id last_request_at location_data marked_email_as_spam name owner_id "
        "phone pseudonym referrer remote_created_at segments session_count signed_up_at "
        "social_profiles tags type unsubscribed_from_emails updated_at user_id utm_campaign "
        "utm_content utm_medium utm_source utm_term"_s;
    QCOMPARE(answer.body.toObject().keys().join(u' '), members);
    QCOMPARE(answer.body[u"type"].toString(), u"visitor"_s);
    QCOMPARE(answer.body[u"email"].toString(u"none"_s), u""_s);
    QVERIFY(answer.body[u"name"].isNull());
}

void VisitorsTest::sameSeedSameVisitors()
{
    Lab other(20);
    Lab another(0, [] {
        WorkspaceOptions options;
        options.seed = 2;
        return options;
    }());
    for (int number = 1; number <= 24; ++number) {
        QJsonObject first = visitor(number);
        QVERIFY(!first.isEmpty() && first[u"id"_s].toString().size() == 24);
        const QString path = u"/visitors?user_id="_s + userId(number);
        QCOMPARE(other.get(path).body.toObject(), first);
        QVERIFY(another.get(path).body.toObject() != first);
    }
    QCOMPARE(m_lab->get(u"/visitors?user_id="_s + userId(25)).status, 404);
}

void VisitorsTest::unknownOnes_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    const QString path = u"/visitors"_s;
    QTest::newRow("get") << "GET"_ba << path + u"?user_id=fail"_s << QByteArray() << 404;
    QTest::newRow("get nobody") << "GET"_ba << path << QByteArray() << 400;
    QTest::newRow("put by user id")
        << "PUT"_ba << path << R"({"user_id":"fail","name":"C"})"_ba << 404;
    QTest::newRow("put by id") << "PUT"_ba << path << R"({"id":"fail","name":"C"})"_ba << 404;
    QTest::newRow("put nobody") << "PUT"_ba << path << R"({"name":"C"})"_ba << 400;
    QTest::newRow("convert") << "POST"_ba << path + u"/convert"_s
                             << R"({"type":"user","visitor":{"id":"fail"},
                                    "user":{"email":"a@x.example"}})"_ba
                             << 404;
}

void VisitorsTest::unknownOnes()
{
    QFETCH(QByteArray, method);
    QFETCH(QString, path);
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    const Answer answer = m_lab->ask(method, path, body);
    QVERIFY2(answer.status == status, text(answer).constData());
    if (status == 404) {
        QCOMPARE(codeOf(answer), u"not_found"_s);
        QCOMPARE(messageOf(answer), u"Visitor Not Found"_s);
    }
}

void VisitorsTest::changed()
{
    QJsonObject expected = visitor(3);
    m_lab->pass(60);
    const Answer byUserId = m_lab->put(
        u"/visitors"_s, R"({"user_id":")" + userId(3).toLatin1() +
                            R"(","name":"Gareth","custom_attributes":{"seats":3,"plan":"Pro"}})");
    expected[u"name"_s] = u"Gareth"_s;
    expected[u"custom_attributes"_s] = QJsonObject{{u"seats"_s, 3}, {u"plan"_s, u"Pro"_s}};
    expected[u"updated_at"_s] = m_lab->now();
    QVERIFY2(byUserId.status == 200, text(byUserId).constData());
    QCOMPARE(byUserId.body.toObject(), expected);
    QCOMPARE(visitor(3), expected);
    const QByteArray id = expected[u"id"_s].toString().toLatin1();
    const Answer byId =
        m_lab->put(u"/visitors"_s, R"({"id":")" + id + R"(","custom_attributes":{"plan":null}})");
    expected[u"custom_attributes"_s] = QJsonObject{{u"seats"_s, 3}, {u"plan"_s, QJsonValue::Null}};
    QCOMPARE(byId.body.toObject(), expected);
}

void VisitorsTest::changeRefuses_data()
{
    QTest::addColumn<QByteArray>("more");
    QTest::addColumn<QString>("field");
    QTest::newRow("a name as number") << R"("name":1)"_ba << u"name"_s;
    QTest::newRow("attributes as text")
        << R"("custom_attributes":"x")"_ba << u"custom_attributes"_s;
    QTest::newRow("an unknown attribute")
        << R"("custom_attributes":{"x":1})"_ba << u"custom_attributes.x"_s;
    QTest::newRow("an attribute's type")
        << R"("custom_attributes":{"seats":"1"})"_ba << u"custom_attributes.seats"_s;
}

void VisitorsTest::changeRefuses()
{
    QFETCH(QByteArray, more);
    QFETCH(QString, field);
    const QJsonObject before = visitor(1);
    const Answer answer =
        m_lab->put(u"/visitors"_s, R"({"user_id":")" + userId(1).toLatin1() + "\"," + more + '}');
    QCOMPARE(answer.status, 400);
    QCOMPARE(codeOf(answer), u"parameter_invalid"_s);
    QCOMPARE(fieldOf(answer), field);
    QCOMPARE(visitor(1), before);
}

QTEST_GUILESS_MAIN(VisitorsTest)
#include "tst_visitors.moc"
