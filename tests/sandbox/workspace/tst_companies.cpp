// SPDX-License-Identifier: MIT
#include "tests/sandbox/workspace/lab.h"

using namespace roster::sandbox;
using namespace roster::sandbox::test;

//! Companies from their making on: fields, attaching, lists and their limit.
class CompaniesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void made();
    void updatedByTheirOwnId();
    void refusals_data();
    void refusals();
    void attachedAndDetached();
    void attachingRefuses_data();
    void attachingRefuses();
    void withoutContactsTheyAreInNoList();
    void lookUps();
    void orderOfTheList();
    void atMostAThousand();
};

namespace {

QString idOf(const Answer &answer)
{
    return answer.body[u"id"].toString();
}

QByteArray withId(const QString &id)
{
    return R"({"id":")" + id.toLatin1() + "\"}";
}

} // namespace

void CompaniesTest::made()
{
    Lab lab;
    const Answer bare = lab.post(u"/companies"_s, R"({"company_id":"c"})");
    QCOMPARE(bare.status, 200);
    const QString members =
        u"app_id company_id created_at custom_attributes id monthly_spend name plan "
        "remote_created_at segments session_count tags type updated_at user_count"_s;
    QCOMPARE(bare.body.toObject().keys().join(u' '), members);
    QVERIFY(QRegularExpression(u"^[0-9a-f]{24}$"_s).match(idOf(bare)).hasMatch());
    QCOMPARE(bare.body[u"plan"].toObject(), QJsonObject());
    const Answer full =
        lab.post(u"/companies"_s,
                 R"({"company_id":"f","name":"Füll","plan":"Pro","website":"https://f.example",
        "industry":"Music","size":7,"remote_created_at":1374138000,"monthly_spend":12.9,
        "custom_attributes":{"tier":"Gold","contract_value":1.5,"is_partner":true}})");
    QCOMPARE(full.body[u"monthly_spend"], QJsonValue(12));
    QCOMPARE(full.body[u"size"], QJsonValue(7));
    QCOMPARE(full.body[u"plan"][u"name"].toString(), u"Pro"_s);
    QCOMPARE(full.body[u"remote_created_at"].toInteger(), 1374138000);
    QCOMPARE(full.body[u"custom_attributes"][u"tier"].toString(), u"Gold"_s);
    QCOMPARE(lab.get(u"/companies/"_s + idOf(full)).body, full.body);
}

void CompaniesTest::updatedByTheirOwnId()
{
    Lab lab;
    const Answer made = lab.post(u"/companies"_s,
                                 R"({"company_id":"c","name":"A","website":"https://a.example",
                                     "custom_attributes":{"tier":"Gold","is_partner":true}})");
    lab.pass(10);
    const Answer changed = lab.post(
        u"/companies"_s, R"({"company_id":"c","name":"B","custom_attributes":{"tier":null}})");
    QJsonObject expected = made.body.toObject();
    expected[u"name"_s] = u"B"_s;
    expected[u"custom_attributes"_s] =
        QJsonObject{{u"tier"_s, QJsonValue::Null}, {u"is_partner"_s, true}};
    expected[u"updated_at"_s] = lab.now();
    QCOMPARE(changed.body.toObject(), expected);
    QVERIFY(idOf(lab.post(u"/companies"_s, R"({"company_id":"C"})")) != idOf(made));
}

void CompaniesTest::refusals_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("field");
    const auto add = [](const char *row, const char *body, const char *code, const char *field) {
        QTest::newRow(row) << QByteArray(body) << QString::fromLatin1(code)
                           << QString::fromLatin1(field);
    };
    add("an unknown key", R"({"company_id":"c","test":1})", "bad_request", "test");
    add("no id", R"({"name":"A"})", "parameter_not_found", "company_id");
    add("no body", "", "parameter_not_found", "company_id");
    add("not JSON", "[", "bad_request", "");
    add("a name as number", R"({"company_id":"c","name":1})", "parameter_invalid", "name");
    add("a size as text", R"({"company_id":"c","size":"7"})", "parameter_invalid", "size");
    add("a spend as text", R"({"company_id":"c","monthly_spend":"7"})", "parameter_invalid",
        "monthly_spend");
    add("an unknown attribute", R"({"company_id":"c","custom_attributes":{"x":1}})",
        "parameter_invalid", "custom_attributes.x");
    add("an attribute of contacts", R"({"company_id":"c","custom_attributes":{"seats":1}})",
        "parameter_invalid", "custom_attributes.seats");
}

void CompaniesTest::refusals()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, code);
    QFETCH(QString, field);
    static Lab lab;
    const Answer answer = lab.post(u"/companies"_s, body);
    QVERIFY2(answer.status == 400, text(answer).constData());
    QCOMPARE(codeOf(answer), code);
    QCOMPARE(fieldOf(answer), field);
    QCOMPARE(lab.get(u"/companies?company_id=c"_s).status, 404);
}

void CompaniesTest::attachedAndDetached()
{
    Lab lab;
    const QString contact = lab.make(R"({"external_id":"1"})");
    const QString path = u"/contacts/"_s + contact + u"/companies"_s;
    const QString company = idOf(lab.post(u"/companies"_s, R"({"company_id":"c"})"));
    QCOMPARE(lab.post(path, withId(company)).body[u"user_count"].toInt(), 1);
    // Once more is fine and changes nothing.
    QCOMPARE(lab.post(path, withId(company)).body[u"user_count"].toInt(), 1);
    QCOMPARE(idsOf(lab.get(path)), QStringList{company});
    QCOMPARE(idsOf(lab.get(u"/companies/"_s + company + u"/contacts"_s)), QStringList{contact});
    const Answer gone = lab.del(path + u'/' + company);
    QCOMPARE(idOf(gone), company);
    QCOMPARE(gone.body[u"user_count"].toInt(), 0);
    QCOMPARE(idsOf(lab.get(path)), QStringList());
    const Answer again = lab.del(path + u'/' + company);
    QCOMPARE(again.status, 404);
    QCOMPARE(codeOf(again), u"company_not_found"_s);
    QCOMPARE(lab.get(u"/companies/"_s + company).status, 200);
}

void CompaniesTest::attachingRefuses_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("message");
    const auto add = [](const char *row, const char *body, int status, const char *code,
                        const char *message) {
        QTest::newRow(row) << QByteArray(body) << status << QString::fromLatin1(code)
                           << QString::fromLatin1(message);
    };
    const char *const missing = "company not specified";
    add("nothing", "{}", 400, "parameter_not_found", missing);
    add("no body", "", 400, "parameter_not_found", missing);
    add("an unknown one", R"({"id":"000000000000000000000000"})", 404, "company_not_found",
        "Company Not Found");
    add("by its own id", R"({"id":"1"})", 404, "company_not_found", "Company Not Found");
    add("a company_id", R"({"company_id":"1"})", 400, "parameter_not_found", missing);
}

void CompaniesTest::attachingRefuses()
{
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    QFETCH(QString, code);
    QFETCH(QString, message);
    static Lab lab(1);
    const Answer answer = lab.post(u"/contacts/63a07ddf05a32042dffac965/companies"_s, body);
    QCOMPARE(answer.status, status);
    QCOMPARE(codeOf(answer), code);
    QCOMPARE(messageOf(answer), message);
}

void CompaniesTest::withoutContactsTheyAreInNoList()
{
    Lab lab;
    const QString company = idOf(lab.post(u"/companies"_s, R"({"company_id":"c","name":"N"})"));
    const QString contact = lab.make(R"({"external_id":"1"})");
    const QString path = u"/contacts/"_s + contact;
    const auto isListed = [&] {
        const bool inOne = idsOf(lab.get(u"/companies"_s)).contains(company);
        const bool inOther = idsOf(lab.post(u"/companies/list"_s)).contains(company);
        return inOne == inOther ? int(inOne) : -1;
    };
    QCOMPARE(isListed(), 0);
    lab.post(path + u"/companies"_s, withId(company));
    QCOMPARE(isListed(), 1);
    lab.post(path + u"/archive"_s);
    QCOMPARE(isListed(), 0);
    lab.post(path + u"/unarchive"_s);
    QCOMPARE(isListed(), 1);
    lab.del(path + u"/companies/"_s + company);
    QCOMPARE(isListed(), 0);
    // By id and by name it is there all along.
    QCOMPARE(lab.get(u"/companies/"_s + company).status, 200);
    QCOMPARE(idOf(lab.get(u"/companies?name=N"_s)), company);
}

void CompaniesTest::lookUps()
{
    Lab lab(1);
    const QString known = u"6657a8156abd0160d35d1e55"_s;
    lab.post(u"/contacts/63a07ddf05a32042dffac965/companies"_s, withId(known));
    lab.post(u"/tags"_s, R"({"name":"Listed","companies":[{"company_id":"1"}]})");
    const QString tag = idOf(lab.post(u"/tags"_s, R"({"name":"Listed"})"));
    QCOMPARE(idOf(lab.get(u"/companies?company_id=1"_s)), known);
    QCOMPARE(idOf(lab.get(u"/companies?name=company6"_s)), known);
    QCOMPARE(idsOf(lab.get(u"/companies?tag_id="_s + tag)), QStringList{known});
    QCOMPARE(idsOf(lab.get(u"/companies?tag_id=7522810"_s)), QStringList());
    for (const QString &query : {u"company_id=none"_s, u"name=none"_s, u"segment_id=1"_s}) {
        const Answer answer = lab.get(u"/companies?"_s + query);
        QCOMPARE(answer.status, 404);
        QCOMPARE(codeOf(answer), u"company_not_found"_s);
    }
}

void CompaniesTest::orderOfTheList()
{
    Lab lab(80);
    const auto times = [&](const QString &order) {
        QList<qint64> all;
        const Answer answer = lab.post(u"/companies/list?per_page=150"_s + order);
        for (const QJsonValue &company : answer.body[u"data"].toArray())
            all.append(company[u"last_request_at"].toInteger());
        return all;
    };
    QList<qint64> rising = times(u"&order=asc"_s);
    QVERIFY(rising.size() > 20);
    QVERIFY(std::is_sorted(rising.begin(), rising.end()));
    QVERIFY(rising.first() < rising.last());
    const QList<qint64> falling = times(u"&order=desc"_s);
    QCOMPARE(times(QString()), falling);
    std::reverse(rising.begin(), rising.end());
    QCOMPARE(falling, rising);
    QCOMPARE(lab.post(u"/companies/list?order=up"_s).status, 400);
}

void CompaniesTest::atMostAThousand()
{
    Lab lab;
    const QString path = u"/contacts/"_s + lab.make(R"({"external_id":"1"})") + u"/companies"_s;
    QString last;
    for (int i = 0; i < 1000; ++i) {
        const QByteArray body = R"({"company_id":")" + QByteArray::number(i) + "\"}";
        last = idOf(lab.post(u"/companies"_s, body));
        QCOMPARE(lab.post(path, withId(last)).status, 200);
    }
    const QString one = idOf(lab.post(u"/companies"_s, R"({"company_id":"one more"})"));
    const Answer answer = lab.post(path, withId(one));
    QCOMPARE(answer.status, 400);
    QCOMPARE(codeOf(answer), u"contact_company_limit_exceeded"_s);
    QCOMPARE(messageOf(answer), u"Contact has reached the maximum of 1000 company associations"_s);
    QCOMPARE(lab.post(path, withId(last)).status, 200);
    lab.del(path + u'/' + last);
    QCOMPARE(lab.post(path, withId(one)).status, 200);
    QCOMPARE(lab.get(path).body[u"total_count"].toInt(), 1000);
}

QTEST_GUILESS_MAIN(CompaniesTest)
#include "tst_companies.moc"
