// SPDX-License-Identifier: MIT
#include "tests/sandbox/workspace/dump.h"

#include <random>

using namespace roster::sandbox;
using namespace roster::sandbox::test;

//! Bodies that are JSON and nothing else that makes sense: refused, or taken where they fit, but
//! never an error of the server, and never a change that stays after a refusal.
class WrongTypesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void members_data();
    void members();
    void randomDocuments();
};

namespace {

const QString user = u"/contacts/63a07ddf05a32042dffac965"_s;

struct Call
{
    const char *method;
    QString path;
    const char *body; //!< a good one
};

QList<Call> calls()
{
    return {{"POST", u"/contacts"_s,
             R"({"role":"user","external_id":"e","email":"e@x.example","phone":"1","name":"n",
                 "avatar":"https://x.example/a.png","signed_up_at":1,"last_seen_at":1,
                 "owner_id":6184021,"unsubscribed_from_emails":true,
                 "custom_attributes":{"seats":1,"plan":"Pro","newsletter":true}})"},
            {"PUT", user, R"({"name":"n","email":"e@x.example","custom_attributes":{"seats":2}})"},
            {"POST", user + u"/tags"_s, R"({"id":"7522810"})"},
            {"POST", user + u"/companies"_s, R"({"id":"6657a8156abd0160d35d1e55"})"},
            {"POST", user + u"/notes"_s, R"({"body":"<p>n</p>","admin_id":"6184021"})"},
            {"POST", user + u"/subscriptions"_s, R"({"id":"37846","consent_type":"opt_out"})"},
            {"POST", u"/companies"_s,
             R"({"company_id":"c","name":"n","plan":"p","size":1,"website":"w","industry":"i",
                 "custom_attributes":{"tier":"Gold"},"remote_created_at":1,"monthly_spend":1})"},
            {"PUT", u"/companies/6657a8156abd0160d35d1e55"_s,
             R"({"name":"n","plan":"p","size":1,"website":"w","industry":"i",
                 "custom_attributes":{"tier":"Gold"},"monthly_spend":1})"},
            {"POST", u"/data_attributes"_s,
             R"({"name":"n","model":"contact","data_type":"string","description":"d",
                 "options":["a",{"value":"b"}],"messenger_writable":true})"},
            {"PUT", u"/data_attributes/9410301"_s,
             R"({"archived":false,"description":"d","options":["a",{"value":"b"}],
                 "messenger_writable":true})"},
            {"PUT", u"/visitors"_s,
             R"({"user_id":"3ecf64d0-9ed1-4e9f-88e1-da7d6e6782f3","name":"n",
                 "custom_attributes":{"seats":1}})"},
            {"POST", u"/visitors/convert"_s,
             R"({"type":"lead","visitor":{"user_id":"00000000-0000-4000-8000-000000000001"},
                 "user":{"user_id":"u","email":"e@x.example"}})"},
            {"POST", u"/tags"_s,
             R"({"name":"n","users":[{"id":"63a07ddf05a32042dffac965"}],
                 "companies":[{"company_id":"1","untag":false}]})"},
            {"POST", u"/contacts/search"_s,
             R"({"query":{"operator":"AND","value":[{"field":"name","operator":"~","value":"a"}]},
                 "pagination":{"per_page":5,"starting_after":null},
                 "sort":{"field":"name","order":"ascending"}})"}};
}

// What a member may wrongly be; numbers that no integer holds among them.
QJsonArray wrongValues()
{
    return QJsonDocument::fromJson(R"([null, true, 0, -1, 1.5, 1e300, -9223372036854775809, "",
        " ", "x", "\u0000", "\ud83d", [], [[]], [null], {}, {"id":{}}, {"":""}, [1,"a",{}]])")
        .array();
}

//! Every document that differs from value in one place, however deep.
QList<QJsonValue> variants(const QJsonValue &value)
{
    QList<QJsonValue> all;
    for (const QJsonValue &wrong : wrongValues())
        all.append(wrong);
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        for (const QJsonValue &inner : variants(it.value())) {
            QJsonObject changed = object;
            changed[it.key()] = inner;
            all.append(changed);
        }
    }
    const QJsonArray array = value.toArray();
    for (qsizetype i = 0; i < array.size(); ++i) {
        for (const QJsonValue &inner : variants(array.at(i))) {
            QJsonArray changed = array;
            changed[i] = inner;
            all.append(changed);
        }
    }
    return all;
}

// A bare value is no JSON text of Qt's; it is written as the only member of a list, without it.
QByteArray written(const QJsonValue &value)
{
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return list.mid(1, list.size() - 2);
}

bool isEnvelope(const Answer &answer)
{
    const QJsonValue body = answer.body;
    return body[u"type"].toString() == u"error.list"_s && !codeOf(answer).isEmpty() &&
           answer.header("X-Request-Id").size() == 20;
}

} // namespace

void WrongTypesTest::members_data()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < calls().size(); ++i)
        QTest::addRow("%s %s", calls().at(i).method, qPrintable(calls().at(i).path)) << i;
}

void WrongTypesTest::members()
{
    QFETCH(int, index);
    const Call call = calls().at(index);
    Lab lab(3);
    const QJsonObject good = QJsonDocument::fromJson(call.body).object();
    QVERIFY(!good.isEmpty());
    int refused = 0;
    QByteArray before = dump(lab);
    for (const QJsonValue &body : variants(good)) {
        const QByteArray sent = written(body);
        const Answer answer = lab.ask(call.method, call.path, sent);
        QVERIFY2(answer.status == 200 || (answer.status >= 400 && answer.status < 500),
                 sent + " gave " + text(answer));
        const QByteArray after = dump(lab);
        if (answer.status != 200) {
            ++refused;
            QVERIFY2(isEnvelope(answer), text(answer));
            QVERIFY2(after == before, sent);
        }
        before = after;
    }
    QVERIFY2(refused > 30, qPrintable(QString::number(refused)));
    QVERIFY(lab.get(u"/me"_s).status == 200);
}

void WrongTypesTest::randomDocuments()
{
    const uint seed = std::random_device()();
    qInfo("seed %u", seed);
    std::mt19937 random(seed);
    const auto below = [&](qsizetype limit) {
        return static_cast<qsizetype>(random() % static_cast<uint>(limit));
    };
    Lab lab(3);
    const QList<Call> all = calls();
    for (int round = 0; round < 1000; ++round) {
        const Call &call = all.at(below(all.size()));
        QByteArray body = all.at(below(all.size())).body;
        for (qsizetype change = below(4); change > 0; --change) {
            if (below(2))
                body[below(body.size())] = static_cast<char>(random() & 0xff);
            else
                body.remove(below(body.size()), 1 + below(20));
            if (body.isEmpty())
                body = "{}";
        }
        const Answer answer = lab.ask(call.method, call.path, body);
        QVERIFY2(answer.status < 500, body + " gave " + text(answer));
        QVERIFY2(answer.status == 200 || isEnvelope(answer), text(answer));
    }
    QCOMPARE(lab.get(u"/me"_s).status, 200);
}

QTEST_GUILESS_MAIN(WrongTypesTest)
#include "tst_wrongtypes.moc"
