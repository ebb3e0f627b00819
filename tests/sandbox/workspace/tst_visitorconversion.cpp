// SPDX-License-Identifier: MIT
#include "tests/sandbox/workspace/lab.h"

using namespace roster::sandbox;
using namespace roster::sandbox::test;

//! POST /visitors/convert: visitors that become contacts, or parts of contacts.
class VisitorConversionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void becomes_data();
    void becomes();
    void mergedIntoAUser_data();
    void mergedIntoAUser();
    void leadBecomesAUser();
    void convertRefuses_data();
    void convertRefuses();
    void identifiersOfOthers();

private:
    static QString userId(int number)
    {
        return u"00000000-0000-4000-8000-"_s + QString::number(number).rightJustified(12, u'0');
    }
    QJsonObject visitor(int number)
    {
        return m_lab->get(u"/visitors?user_id="_s + userId(number)).body.toObject();
    }
    Answer convert(const QByteArray &body) { return m_lab->post(u"/visitors/convert"_s, body); }
    static QByteArray named(int number);

    std::unique_ptr<Lab> m_lab;
};

// Not in the class: moc loses its way in raw strings there.
QByteArray VisitorConversionTest::named(int number)
{
    return R"("visitor":{"user_id":")" + userId(number).toLatin1() + "\"}";
}

void VisitorConversionTest::init()
{
    m_lab = std::make_unique<Lab>();
}

void VisitorConversionTest::becomes_data()
{
    QTest::addColumn<QByteArray>("user");
    QTest::addColumn<QString>("role");
    QTest::addColumn<QJsonValue>("externalId");
    QTest::addColumn<QString>("email");
    const auto row = [](const char *name, const char *user, const QString &role,
                        const QJsonValue &externalId, const QString &email) {
        QTest::newRow(name) << QByteArray(user) << role << externalId << email;
    };
    row("user by email", R"({"email":"foo@bar.example"})", u"user"_s, QJsonValue::Null,
        u"foo@bar.example"_s);
    row("user by user id", R"({"user_id":"u-1"})", u"user"_s, u"u-1"_s,
        u"visitor-5@mail.example"_s);
    row("user by both", R"({"user_id":"u-1","email":"foo@bar.example"})", u"user"_s, u"u-1"_s,
        u"foo@bar.example"_s);
    row("lead", R"({"email":"foo@bar.example"})", u"lead"_s, userId(5), u"foo@bar.example"_s);
    row("lead with an id of its own", R"({"user_id":"u-1"})", u"lead"_s, userId(5),
        u"visitor-5@mail.example"_s);
}

void VisitorConversionTest::becomes()
{
    QFETCH(QByteArray, user);
    QFETCH(QString, role);
    QFETCH(QJsonValue, externalId);
    QFETCH(QString, email);
    m_lab->put(u"/visitors"_s, R"({"user_id":")" + userId(5).toLatin1() +
                                   R"(","name":"V","custom_attributes":{"seats":3}})");
    const QJsonObject before = visitor(5);
    m_lab->pass(60);
    const Answer answer =
        convert(R"({"type":")" + role.toLatin1() + R"(",)" + named(5) + R"(,"user":)" + user + '}');
    QVERIFY2(answer.status == 200, text(answer).constData());
    QCOMPARE(answer.body[u"type"].toString(), u"contact"_s);
    QCOMPARE(answer.body[u"id"], before[u"id"_s]);
    QCOMPARE(answer.body[u"role"].toString(), role);
    QCOMPARE(answer.body[u"external_id"], externalId);
    QCOMPARE(answer.body[u"email"].toString(), email);
    QCOMPARE(answer.body[u"name"].toString(), u"V"_s);
    QCOMPARE(answer.body[u"created_at"], before[u"created_at"_s]);
    QCOMPARE(answer.body[u"last_seen_at"], before[u"last_request_at"_s]);
    QCOMPARE(answer.body[u"referrer"], before[u"referrer"_s]);
    QCOMPARE(answer.body[u"updated_at"].toInteger(), m_lab->now());
    QCOMPARE(answer.body[u"custom_attributes"].toObject(), (QJsonObject{{u"seats"_s, 3}}));
    QCOMPARE(m_lab->contact(before[u"id"_s].toString()), answer.body.toObject());
    QVERIFY(idsOf(m_lab->get(u"/contacts"_s)).contains(before[u"id"_s].toString()));
    QCOMPARE(m_lab->get(u"/visitors?user_id="_s + userId(5)).status, 404);
}

void VisitorConversionTest::mergedIntoAUser_data()
{
    QTest::addColumn<QByteArray>("user");
    QTest::addColumn<bool>("isMerged");
    QTest::newRow("by id") << R"({"id":"ID"})"_ba << true;
    QTest::newRow("by user id") << R"({"user_id":"u"})"_ba << true;
    QTest::newRow("by both") << R"({"user_id":"u","email":"other@x.example"})"_ba << true;
    QTest::newRow("by email") << R"({"email":"ADA@x.example"})"_ba << true;
    QTest::newRow("another user id") << R"({"user_id":"v","email":"ada@x.example"})"_ba << false;
    QTest::newRow("another email") << R"({"email":"bea@x.example"})"_ba << false;
}

void VisitorConversionTest::mergedIntoAUser()
{
    QFETCH(QByteArray, user);
    QFETCH(bool, isMerged);
    m_lab->put(u"/visitors"_s, R"({"user_id":")" + userId(5).toLatin1() +
                                   R"(","name":"V","custom_attributes":{"seats":3}})");
    const QString id = m_lab->make(
        R"({"external_id":"u","email":"ada@x.example","custom_attributes":{"plan":"Pro"}})");
    user.replace("ID", id.toLatin1());
    const Answer answer = convert(R"({"type":"user",)" + named(5) + R"(,"user":)" + user + '}');
    QVERIFY2(answer.status == 200, text(answer).constData());
    QCOMPARE(answer.body[u"id"].toString() == id, isMerged);
    QCOMPARE(visitor(5)[u"type"_s].toString(), u"error.list"_s);
    QCOMPARE(m_lab->get(u"/contacts"_s).body[u"total_count"].toInt(), isMerged ? 1 : 2);
    if (!isMerged)
        return;
    // What the user has stays; what it lacks comes from the visitor.
    QCOMPARE(answer.body[u"email"].toString(), u"ada@x.example"_s);
    QCOMPARE(answer.body[u"external_id"].toString(), u"u"_s);
    QCOMPARE(answer.body[u"name"].toString(), u"V"_s);
    QCOMPARE(answer.body[u"custom_attributes"].toObject(),
             (QJsonObject{{u"plan"_s, u"Pro"_s}, {u"seats"_s, 3}}));
    QCOMPARE(m_lab->contact(id), answer.body.toObject());
}

void VisitorConversionTest::leadBecomesAUser()
{
    const QString lead = m_lab->make(R"({"role":"lead","name":"L"})");
    const Answer answer = convert(R"({"type":"user",)" + named(2) + R"(,"user":{"id":")" +
                                  lead.toLatin1() + R"(","user_id":"u-9"}})");
    QCOMPARE(answer.body[u"id"].toString(), lead);
    QCOMPARE(answer.body[u"role"].toString(), u"user"_s);
    QCOMPARE(answer.body[u"external_id"].toString(), u"u-9"_s);
    QCOMPARE(answer.body[u"name"].toString(), u"L"_s);
}

void VisitorConversionTest::convertRefuses_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *name, const QByteArray &body, int status, const char *code) {
        QTest::newRow(name) << '{' + body + '}' << status << QString::fromLatin1(code);
    };
    const QByteArray user = R"("user":{"email":"a@x.example"})";
    const char *const missing = "parameter_not_found";
    row("no type", named(1) + ',' + user, 400, missing);
    row("another type", R"("type":"visitor",)" + named(1) + ',' + user, 400, "parameter_invalid");
    row("no visitor", R"("type":"user",)" + user, 400, missing);
    row("an empty visitor", R"("type":"user","visitor":{},)" + user, 400, missing);
    row("a visitor as text", R"("type":"user","visitor":"x",)" + user, 400, "parameter_invalid");
    row("no user", R"("type":"user",)" + named(1), 400, missing);
    row("an empty user", R"("type":"user","user":{},)" + named(1), 400, missing);
    row("no address", R"("type":"user","user":{"email":"nonsense"},)" + named(1), 400,
        "parameter_invalid");
    row("nobody's id", R"("type":"user","user":{"id":"000000000000000000000000"},)" + named(1), 404,
        "not_found");
    row("a user as lead", R"("type":"lead","user":{"id":"USER"},)" + named(1), 400, "client_error");
}

void VisitorConversionTest::convertRefuses()
{
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    QFETCH(QString, code);
    const QJsonObject before = visitor(1);
    const QString user = m_lab->make(R"({"external_id":"u"})");
    body.replace("USER", user.toLatin1());
    const Answer answer = convert(body);
    QVERIFY2(answer.status == status, text(answer).constData());
    QCOMPARE(codeOf(answer), code);
    QCOMPARE(visitor(1), before);
}

// Archived and deleted contacts hold their identifiers against visitors, too.
void VisitorConversionTest::identifiersOfOthers()
{
    const QString id = m_lab->make(R"({"external_id":"u","email":"ada@x.example"})");
    m_lab->post(u"/contacts/"_s + id + u"/archive"_s);
    for (const QByteArray &user : {R"({"user_id":"u"})"_ba, R"({"email":"ada@x.example"})"_ba}) {
        const Answer answer = convert(R"({"type":"user",)" + named(4) + R"(,"user":)" + user + '}');
        QCOMPARE(answer.status, 409);
        QCOMPARE(messageOf(answer),
                 u"An archived contact matching those details already exists with id="_s + id);
        QCOMPARE(visitor(4)[u"type"_s].toString(), u"visitor"_s);
    }
}

QTEST_GUILESS_MAIN(VisitorConversionTest)
#include "tst_visitorconversion.moc"
