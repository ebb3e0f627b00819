// SPDX-License-Identifier: MIT
#include "tests/sandbox/workspace/lab.h"

using namespace roster::sandbox;
using namespace roster::sandbox::test;

//! PUT and DELETE /companies/{id}.
class CompanyChangesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void changes_data();
    void changes();
    void onlyWhatIsNamed();
    void refuses_data();
    void refuses();
    void unknownOnes_data();
    void unknownOnes();
    void deleted();
    void contactsSurvive();
    void itsOwnIdIsFreeAgain();
    void searchLagsBehind();

private:
    QString path() const { return u"/companies/"_s + m_id; }

    std::unique_ptr<Lab> m_lab;
    QString m_id;
    QString m_contact;
};

void CompanyChangesTest::init()
{
    m_lab = std::make_unique<Lab>();
    m_id = m_lab
               ->post(u"/companies"_s,
                      R"({"company_id":"c","name":"A","plan":"Pro","size":5,"website":"w",
                           "industry":"Music","monthly_spend":10,"remote_created_at":1374138000,
                           "custom_attributes":{"tier":"Gold","is_partner":true}})")
               .body[u"id"]
               .toString();
    m_contact = m_lab->make(R"({"external_id":"1"})");
    m_lab->post(u"/contacts/"_s + m_contact + u"/companies"_s,
                R"({"id":")" + m_id.toLatin1() + "\"}");
}

void CompanyChangesTest::changes_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("member");
    QTest::addColumn<QJsonValue>("value");
    const auto add = [](const char *row, const char *body, const char *member,
                        const QJsonValue &value) {
        QTest::newRow(row) << QByteArray(body) << QString::fromLatin1(member) << value;
    };
    add("name", R"({"name":"Бета"})", "name", u"Бета"_s);
    add("size", R"({"size":7})", "size", 7);
    add("size cleared", R"({"size":null})", "size", QJsonValue::Undefined);
    add("website", R"({"website":"https://b.example"})", "website", u"https://b.example"_s);
    add("industry", R"({"industry":"Art"})", "industry", u"Art"_s);
    add("industry cleared", R"({"industry":null})", "industry", QJsonValue::Undefined);
    add("spend is cut", R"({"monthly_spend":155.98})", "monthly_spend", 155);
    add("spend has an end", R"({"monthly_spend":1e12})", "monthly_spend", 2147483647);
    add("plan cleared", R"({"plan":null})", "plan", QJsonObject());
    add("attributes are merged", R"({"custom_attributes":{"tier":null}})", "custom_attributes",
        QJsonObject{{u"tier"_s, QJsonValue::Null}, {u"is_partner"_s, true}});
    add("nothing", "{}", "name", u"A"_s);
}

void CompanyChangesTest::changes()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, member);
    QFETCH(QJsonValue, value);
    m_lab->pass(60);
    const Answer answer = m_lab->put(path(), body);
    QVERIFY2(answer.status == 200, text(answer).constData());
    QCOMPARE(answer.body.toObject().value(member), value);
    QCOMPARE(m_lab->get(path()).body, answer.body);
    QCOMPARE(answer.body[u"updated_at"].toInteger(), m_lab->now());
}

void CompanyChangesTest::onlyWhatIsNamed()
{
    QJsonObject expected = m_lab->get(path()).body.toObject();
    m_lab->pass(5);
    m_lab->put(path(), R"({"name":"B"})");
    expected[u"name"_s] = u"B"_s;
    expected[u"updated_at"_s] = m_lab->now();
    QCOMPARE(m_lab->get(path()).body.toObject(), expected);
}

void CompanyChangesTest::refuses_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("message");
    const auto add = [](const char *row, const char *body, const char *code, const char *message) {
        QTest::newRow(row) << QByteArray(body) << QString::fromLatin1(code)
                           << QString::fromLatin1(message);
    };
    add("its own id", R"({"company_id":"other"})", "bad_request", "bad 'company_id' parameter");
    add("its own id, the same", R"({"company_id":"c","name":"B"})", "bad_request",
        "bad 'company_id' parameter");
    add("when it was made", R"({"remote_created_at":1})", "bad_request",
        "bad 'remote_created_at' parameter");
    add("an unknown key", R"({"test":1})", "bad_request", "bad 'test' parameter");
    add("a name as number", R"({"name":1})", "parameter_invalid", "name must be a string");
    add("a size as text", R"({"name":"B","size":"7"})", "parameter_invalid",
        "size must be an integer");
    add("an unknown attribute", R"({"name":"B","custom_attributes":{"x":1}})", "parameter_invalid",
        "Custom attribute 'x' does not exist");
    add("not JSON", "[", "bad_request", "The request body is not valid JSON");
}

void CompanyChangesTest::refuses()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, code);
    QFETCH(QString, message);
    const QJsonValue before = m_lab->get(path()).body;
    const Answer answer = m_lab->put(path(), body);
    QCOMPARE(answer.status, 400);
    QCOMPARE(codeOf(answer), code);
    QCOMPARE(messageOf(answer), message);
    QCOMPARE(m_lab->get(path()).body, before);
}

void CompanyChangesTest::unknownOnes_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("id");
    const QString nobody = u"000000000000000000000000"_s;
    QTest::newRow("put") << "PUT"_ba << nobody;
    QTest::newRow("delete") << "DELETE"_ba << nobody;
    QTest::newRow("put, its own id") << "PUT"_ba << u"c"_s;
    QTest::newRow("delete, its own id") << "DELETE"_ba << u"c"_s;
}

void CompanyChangesTest::unknownOnes()
{
    QFETCH(QByteArray, method);
    QFETCH(QString, id);
    const Answer answer = m_lab->ask(method, u"/companies/"_s + id, R"({"name":"B"})");
    QCOMPARE(answer.status, 404);
    QCOMPARE(codeOf(answer), u"company_not_found"_s);
    QCOMPARE(m_lab->get(path()).body[u"name"].toString(), u"A"_s);
}

void CompanyChangesTest::deleted()
{
    m_lab->post(u"/tags"_s, R"({"name":"T","companies":[{"company_id":"c"}]})");
    const Answer answer = m_lab->del(path());
    QCOMPARE(answer.body.toObject(),
             (QJsonObject{{u"id"_s, m_id}, {u"object"_s, u"company"_s}, {u"deleted"_s, true}}));
    for (const QString &gone :
         {path(), path() + u"/contacts"_s, u"/companies?company_id=c"_s, u"/companies?name=A"_s}) {
        QCOMPARE(codeOf(m_lab->get(gone)), u"company_not_found"_s);
    }
    QCOMPARE(idsOf(m_lab->get(u"/companies"_s)), QStringList());
    QCOMPARE(idsOf(m_lab->post(u"/companies/list"_s)), QStringList());
    QCOMPARE(m_lab->del(path()).status, 404);
}

void CompanyChangesTest::contactsSurvive()
{
    const QString archived = m_lab->make(R"({"external_id":"2"})");
    m_lab->post(u"/contacts/"_s + archived + u"/companies"_s,
                R"({"id":")" + m_id.toLatin1() + "\"}");
    m_lab->post(u"/contacts/"_s + archived + u"/archive"_s);
    m_lab->pass(60);
    m_lab->del(path());
    m_lab->post(u"/contacts/"_s + archived + u"/unarchive"_s);
    for (const QString &id : {m_contact, archived}) {
        const QJsonObject contact = m_lab->contact(id);
        QCOMPARE(contact[u"companies"_s][u"total_count"].toInt(), 0);
        QCOMPARE(contact[u"updated_at"_s].toInteger(), m_lab->now());
        QCOMPARE(idsOf(m_lab->get(u"/contacts/"_s + id + u"/companies"_s)), QStringList());
    }
}

void CompanyChangesTest::itsOwnIdIsFreeAgain()
{
    m_lab->del(path());
    const Answer again = m_lab->post(u"/companies"_s, R"({"company_id":"c"})");
    QCOMPARE(again.status, 200);
    QVERIFY(again.body[u"id"].toString() != m_id);
    QCOMPARE(again.body[u"user_count"].toInt(), 0);
}

void CompanyChangesTest::searchLagsBehind()
{
    m_lab->options().searchLagMs = 5000;
    m_lab->reopen();
    m_contact.clear();
    const QString id = m_lab->post(u"/companies"_s, R"({"company_id":"k"})").body[u"id"].toString();
    const QString contact = m_lab->make(R"({"external_id":"lag"})");
    m_lab->post(u"/contacts/"_s + contact + u"/companies"_s, R"({"id":")" + id.toLatin1() + "\"}");
    m_lab->pass(10);
    const auto listed = [&] {
        return m_lab->get(u"/contacts"_s).body[u"data"][0][u"updated_at"].toInteger();
    };
    const qint64 before = listed();
    m_lab->del(u"/companies/"_s + id);
    QCOMPARE(m_lab->contact(contact)[u"updated_at"_s].toInteger(), m_lab->now());
    QCOMPARE(listed(), before);
    m_lab->pass(6);
    QVERIFY(listed() > before);
}

QTEST_GUILESS_MAIN(CompanyChangesTest)
#include "tst_companychanges.moc"
