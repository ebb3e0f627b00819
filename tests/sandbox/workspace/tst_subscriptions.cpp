// SPDX-License-Identifier: MIT
#include "tests/sandbox/workspace/lab.h"

using namespace roster::sandbox;
using namespace roster::sandbox::test;

//! Subscription types, and what a contact chose about them.
class SubscriptionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void types();
    void choices_data();
    void choices();
    void onlyExplicitOnes();
    void refusals_data();
    void refusals();
    void unknownOnes_data();
    void unknownOnes();
    void embedded_data();
    void embedded();

private:
    //! Those that are live.
    QJsonArray typesOf(const QString &consent)
    {
        QJsonArray found;
        for (const QJsonValue &type :
             m_lab->get(u"/subscription_types"_s).body[u"data"].toArray()) {
            if (type[u"consent_type"].toString() == consent &&
                type[u"state"].toString() == u"live"_s)
                found.append(type);
        }
        return found;
    }
    Answer choose(const QJsonValue &type)
    {
        const QJsonObject body{{u"id"_s, type[u"id"]}, {u"consent_type"_s, type[u"consent_type"]}};
        return m_lab->post(m_path, QJsonDocument(body).toJson());
    }

    std::unique_ptr<Lab> m_lab;
    QString m_id;
    QString m_path;
};

void SubscriptionsTest::init()
{
    m_lab = std::make_unique<Lab>();
    m_id = m_lab->make(R"({"external_id":"1"})");
    m_path = u"/contacts/"_s + m_id + u"/subscriptions"_s;
}

void SubscriptionsTest::types()
{
    const Answer answer = m_lab->get(u"/subscription_types"_s);
    QCOMPARE(answer.body.toObject().keys(), (QStringList{u"data"_s, u"type"_s}));
    QCOMPARE(answer.body[u"type"].toString(), u"list"_s);
    QSet<QString> ids;
    QSet<QString> states;
    QSet<QString> contents;
    qsizetype mostTranslations = 0;
    const QJsonArray data = answer.body[u"data"].toArray();
    for (const QJsonValue &type : data) {
        QCOMPARE(type.toObject().keys().join(u' '),
                 u"consent_type content_types default_translation id state translations type"_s);
        QCOMPARE(type[u"type"].toString(), u"subscription"_s);
        ids.insert(type[u"id"].toString());
        states.insert(type[u"state"].toString());
        for (const QJsonValue &content : type[u"content_types"].toArray())
            contents.insert(content.toString());
        const QJsonArray translations = type[u"translations"].toArray();
        mostTranslations = qMax(mostTranslations, translations.size());
        QCOMPARE(translations.first(), type[u"default_translation"]);
        for (const QJsonValue &translation : translations) {
            QCOMPARE(translation.toObject().keys().join(u' '), u"description locale name"_s);
            QVERIFY(!translation[u"name"].toString().isEmpty());
            QCOMPARE(translation[u"locale"].toString().size(), 2);
        }
    }
    QCOMPARE(ids.size(), data.size());
    QCOMPARE(states, (QSet<QString>{u"live"_s, u"draft"_s, u"archived"_s}));
    QCOMPARE(contents, (QSet<QString>{u"email"_s, u"sms_message"_s}));
    QVERIFY(mostTranslations >= 3);
    QVERIFY(typesOf(u"opt_out"_s).size() > 10);
    QVERIFY(typesOf(u"opt_in"_s).size() >= 2);
}

void SubscriptionsTest::choices_data()
{
    QTest::addColumn<QString>("consent");
    QTest::addColumn<QString>("list");
    QTest::addColumn<QString>("otherList");
    const QString in = u"opted_in_subscription_types"_s;
    const QString out = u"opted_out_subscription_types"_s;
    QTest::newRow("out") << u"opt_out"_s << out << in;
    QTest::newRow("in") << u"opt_in"_s << in << out;
}

void SubscriptionsTest::choices()
{
    QFETCH(QString, consent);
    QFETCH(QString, list);
    QFETCH(QString, otherList);
    const QJsonValue type = typesOf(consent).last();
    const QString id = type[u"id"].toString();
    m_lab->pass(10);
    const Answer answer = choose(type);
    QVERIFY2(answer.status == 200, text(answer).constData());
    QCOMPARE(answer.body, type);
    QCOMPARE(m_lab->get(m_path).body.toObject(),
             (QJsonObject{{u"type"_s, u"list"_s}, {u"data"_s, QJsonArray{type}}}));
    QJsonObject contact = m_lab->contact(m_id);
    QCOMPARE(contact[u"updated_at"_s].toInteger(), m_lab->now());
    QCOMPARE(contact[list].toObject(),
             (QJsonObject{{u"type"_s, u"list"_s},
                          {u"url"_s, m_path},
                          {u"total_count"_s, 1},
                          {u"has_more"_s, false},
                          {u"data"_s,
                           QJsonArray{QJsonObject{{u"type"_s, u"subscription"_s},
                                                  {u"id"_s, id},
                                                  {u"url"_s, u"/subscription_types/"_s + id}}}}}));
    QCOMPARE(contact[otherList][u"total_count"].toInt(-1), 0);
    // Once more changes nothing; a number is as good as a text.
    m_lab->pass(10);
    const QByteArray again =
        R"({"id":)" + id.toLatin1() + R"(,"consent_type":")" + consent.toLatin1() + "\"}";
    QCOMPARE(m_lab->post(m_path, again).body, type);
    QCOMPARE(m_lab->contact(m_id), contact);
    const Answer gone = m_lab->del(m_path + u'/' + id);
    QCOMPARE(gone.body, type);
    contact = m_lab->contact(m_id);
    QCOMPARE(contact[list][u"total_count"].toInt(-1), 0);
    QCOMPARE(contact[u"updated_at"_s].toInteger(), m_lab->now());
    QCOMPARE(idsOf(m_lab->get(m_path)), QStringList());
    QCOMPARE(messageOf(m_lab->del(m_path + u'/' + id)), u"Resource Not Found"_s);
}

// In the order of choosing, whatever their kind; whoever said nothing is in no list.
void SubscriptionsTest::onlyExplicitOnes()
{
    QCOMPARE(m_lab->get(m_path).body.toObject(),
             (QJsonObject{{u"type"_s, u"list"_s}, {u"data"_s, QJsonArray()}}));
    const QJsonValue in = typesOf(u"opt_in"_s).first();
    const QJsonValue out = typesOf(u"opt_out"_s).first();
    choose(in);
    m_lab->pass(1);
    choose(out);
    QCOMPARE(m_lab->get(m_path).body[u"data"].toArray(), (QJsonArray{in, out}));
}

void SubscriptionsTest::refusals_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("field");
    const auto add = [](const char *row, const char *body, int status, const char *code,
                        const char *field) {
        QTest::newRow(row) << QByteArray(body) << status << QString::fromLatin1(code)
                           << QString::fromLatin1(field);
    };
    add("nothing", "", 400, "parameter_not_found", "id");
    add("no id", R"({"consent_type":"opt_in"})", 400, "parameter_not_found", "id");
    add("no consent", R"({"id":"37846"})", 400, "parameter_not_found", "consent_type");
    add("no consent to speak of", R"({"id":"37846","consent_type":null})", 400,
        "parameter_not_found", "consent_type");
    add("another consent", R"({"id":"37846","consent_type":"opt_in"})", 400, "parameter_invalid",
        "consent_type");
    add("an unknown consent", R"({"id":"37846","consent_type":"maybe"})", 400, "parameter_invalid",
        "consent_type");
    add("consent in capitals", R"({"id":"37846","consent_type":"OPT_OUT"})", 400,
        "parameter_invalid", "consent_type");
    add("consent that is a flag", R"({"id":"37846","consent_type":true})", 400, "parameter_invalid",
        "consent_type");
    add("an id that is a list", R"({"id":[],"consent_type":"opt_out"})", 400, "parameter_invalid",
        "id");
    add("an unknown type", R"({"id":"1","consent_type":"opt_out"})", 404, "not_found", "");
    add("a draft", R"({"id":"37874","consent_type":"opt_in"})", 404, "not_found", "");
    add("an archived type", R"({"id":"37858","consent_type":"opt_out"})", 404, "not_found", "");
    add("not JSON", "[", 400, "bad_request", "");
}

void SubscriptionsTest::refusals()
{
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    QFETCH(QString, code);
    QFETCH(QString, field);
    const QJsonObject before = m_lab->contact(m_id);
    m_lab->pass(5);
    const Answer answer = m_lab->post(m_path, body);
    QCOMPARE(answer.status, status);
    QCOMPARE(codeOf(answer), code);
    QCOMPARE(fieldOf(answer), field);
    QCOMPARE(m_lab->contact(m_id), before);
}

void SubscriptionsTest::unknownOnes_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("contact");
    QTest::addColumn<QString>("tail");
    QTest::addColumn<QString>("message");
    const QString nobody(24, u'0');
    const QString unseen = u"User Not Found"_s;
    QTest::newRow("list") << "GET"_ba << nobody << QString() << unseen;
    QTest::newRow("choose") << "POST"_ba << nobody << QString() << unseen;
    QTest::newRow("leave") << "DELETE"_ba << nobody << u"/37846"_s << unseen;
    const QString none = u"Resource Not Found"_s;
    QTest::newRow("leave what was never chosen") << "DELETE"_ba << QString() << u"/37846"_s << none;
    QTest::newRow("leave an unknown type") << "DELETE"_ba << QString() << u"/1"_s << none;
    QTest::newRow("leave no number") << "DELETE"_ba << QString() << u"/x"_s << none;
}

void SubscriptionsTest::unknownOnes()
{
    QFETCH(QByteArray, method);
    QFETCH(QString, contact);
    QFETCH(QString, tail);
    QFETCH(QString, message);
    const QString path = u"/contacts/%1/subscriptions"_s.arg(contact.isEmpty() ? m_id : contact);
    const QByteArray body = R"({"id":"37846","consent_type":"opt_out"})";
    const Answer answer = m_lab->ask(method, path + tail, method == "POST" ? body : QByteArray());
    QCOMPARE(answer.status, 404);
    QCOMPARE(codeOf(answer), u"not_found"_s);
    QCOMPARE(messageOf(answer), message);
}

void SubscriptionsTest::embedded_data()
{
    QTest::addColumn<int>("count");
    for (const int count : {0, 1, 10, 11, 12})
        QTest::addRow("%d", count) << count;
}

// At most ten stubs; the list itself is whole.
void SubscriptionsTest::embedded()
{
    QFETCH(int, count);
    const QJsonArray types = typesOf(u"opt_out"_s);
    QStringList expected;
    for (int i = 0; i < count; ++i) {
        m_lab->pass(1);
        QCOMPARE(choose(types.at(i)).status, 200);
        expected.append(types.at(i)[u"id"].toString());
    }
    const QJsonValue out = m_lab->contact(m_id)[u"opted_out_subscription_types"_s];
    QCOMPARE(out[u"total_count"].toInt(-1), count);
    QCOMPARE(out[u"has_more"].toBool(), count > 10);
    QStringList stubs;
    for (const QJsonValue &stub : out[u"data"].toArray())
        stubs.append(stub[u"id"].toString());
    QCOMPARE(stubs, expected.mid(0, 10));
    QCOMPARE(idsOf(m_lab->get(m_path)), expected);
    QCOMPARE(m_lab->get(u"/contacts"_s).body[u"data"][0][u"opted_out_subscription_types"_s], out);
}

QTEST_GUILESS_MAIN(SubscriptionsTest)
#include "tst_subscriptions.moc"
