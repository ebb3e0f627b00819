// SPDX-License-Identifier: MIT
#include "tests/sandbox/workspace/talks.h"

using namespace roster::sandbox;
using namespace roster::sandbox::test;

//! Conversations that contacts begin: read, joined and left.
class ConversationsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void begun();
    void bodies_data();
    void bodies();
    void inEachVersion_data();
    void inEachVersion();
    void refusedMessages_data();
    void refusedMessages();
    void joined_data();
    void joined();
    void joinedByUnknownEmail();
    void refusedCustomers_data();
    void refusedCustomers();
    void left();
    void refusedLeaving_data();
    void refusedLeaving();

private:
    std::unique_ptr<Talks> m_talks;
};

void ConversationsTest::init()
{
    m_talks = std::make_unique<Talks>();
}

void ConversationsTest::begun()
{
    QCOMPARE(m_talks->listed(), QStringList());
    m_talks->pass(10);
    const Answer message = m_talks->say(m_talks->ada, u"Hello there"_s);
    QVERIFY2(message.status == 200, text(message).constData());
    QCOMPARE(message.body[u"type"].toString(), u"user_message"_s);
    QCOMPARE(message.body[u"message_type"].toString(), u"inapp"_s);
    QCOMPARE(message.body[u"body"].toString(), u"Hello there"_s);
    QCOMPARE(message.body[u"created_at"].toInteger(), m_talks->now());
    const QString id = message.body[u"conversation_id"].toString();
    const Answer found = m_talks->show(id);
    QCOMPARE(found.status, 200);
    QCOMPARE(found.body[u"id"].toString(), id);
    QCOMPARE(found.body[u"state"].toString(), u"open"_s);
    QCOMPARE(found.body[u"waiting_since"].toInteger(), m_talks->now());
    QCOMPARE(contactsIn(found), QStringList{m_talks->ada});
    const QJsonValue source = found.body[u"source"];
    QCOMPARE(source[u"id"].toString(), message.body[u"id"].toString());
    QCOMPARE(source[u"body"].toString(), u"<p>Hello there</p>"_s);
    QCOMPARE(source[u"author"].toObject(), (QJsonObject{{u"type"_s, u"user"_s},
                                                        {u"id"_s, m_talks->ada},
                                                        {u"name"_s, u"Ada"_s},
                                                        {u"email"_s, u"ada@navy.example"_s}}));
    QCOMPARE(found.body[u"conversation_parts"][u"total_count"].toInt(-1), 0);
    QCOMPARE(m_talks->listed(), QStringList{id});
    QCOMPARE(m_talks->foundFor(m_talks->ada), QStringList{id});
    QCOMPARE(m_talks->foundFor(m_talks->bob), QStringList());
    QCOMPARE(m_talks->contact(m_talks->ada)[u"last_replied_at"_s].toInteger(), m_talks->now());
    // The latest change comes first, and the same words twice are two conversations.
    m_talks->pass(1);
    const QString second = m_talks->begin(m_talks->ada, u"Hello there"_s);
    QCOMPARE(m_talks->listed(), (QStringList{second, id}));
    QCOMPARE(m_talks->foundFor(m_talks->ada), (QStringList{second, id}));
}

void ConversationsTest::bodies_data()
{
    QTest::addColumn<QString>("sent");
    QTest::addColumn<QString>("html");
    QTest::addColumn<QString>("plain");
    QTest::newRow("a word") << u"Hi"_s << u"<p>Hi</p>"_s << u"Hi"_s;
    QTest::newRow("lines") << u"a\nb\n\nc"_s << u"<p>a<br>b</p>\n<p>c</p>"_s << u"a\nb\n\nc"_s;
    QTest::newRow("never HTML") << u"<b>a</b> & <script>"_s
                                << u"<p>&lt;b&gt;a&lt;/b&gt; &amp; &lt;script&gt;</p>"_s
                                << u"<b>a</b> & <script>"_s;
    QTest::newRow("an entity") << u"&lt; &amp;lt;"_s << u"<p>&amp;lt; &amp;amp;lt;</p>"_s
                               << u"&lt; &amp;lt;"_s;
    QTest::newRow("right to left") << u"שלום 👋"_s << u"<p>שלום 👋</p>"_s << u"שלום 👋"_s;
}

void ConversationsTest::bodies()
{
    QFETCH(QString, sent);
    QFETCH(QString, html);
    QFETCH(QString, plain);
    const QString id = m_talks->begin(m_talks->ada, sent);
    QCOMPARE(m_talks->show(id).body[u"source"][u"body"].toString(), html);
    QCOMPARE(m_talks->show(id + u"?display_as=plaintext"_s).body[u"source"][u"body"].toString(),
             plain);
    QCOMPARE(m_talks->show(id + u"?display_as=html"_s).body[u"source"][u"body"].toString(), html);
}

void ConversationsTest::inEachVersion_data()
{
    QTest::addColumn<int>("minor");
    for (int minor = 7; minor <= 16; ++minor)
        QTest::addRow("2.%d", minor) << minor;
}

void ConversationsTest::inEachVersion()
{
    QFETCH(int, minor);
    const QString id = m_talks->begin(m_talks->ada);
    m_talks->speak("2." + QByteArray::number(minor));
    const QJsonObject whole = m_talks->show(id).body.toObject();
    QCOMPARE(whole.contains(u"ticket"_s), minor >= 9);
    QCOMPARE(whole.contains(u"linked_objects"_s), minor >= 10);
    QCOMPARE(whole.contains(u"ai_agent"_s), minor >= 11);
    QCOMPARE(whole.contains(u"company"_s), minor >= 15);
    QCOMPARE(whole[u"priority"_s].toString(), minor >= 16 ? u"none"_s : u"not_priority"_s);
    QCOMPARE(whole[u"admin_assignee_id"_s], minor >= 16 ? QJsonValue(0) : QJsonValue::Null);
    const QJsonObject contact = whole[u"contacts"_s][u"contacts"][0].toObject();
    QCOMPARE(contact.contains(u"external_id"_s), minor >= 10);
    // A list tells the same but for what followed.
    QJsonObject brief = whole;
    brief.remove(u"conversation_parts"_s);
    const Answer list = m_talks->get(u"/conversations"_s);
    QCOMPARE(list.body[u"type"].toString(), u"conversation.list"_s);
    QCOMPARE(list.body[u"conversations"].toArray(), QJsonArray{brief});
    QVERIFY(!list.body.toObject().contains(u"data"_s));
    QCOMPARE(list.body[u"pages"][u"per_page"].toInt(), 20);
    QCOMPARE(list.body[u"total_count"].toInt(), 1);
}

void ConversationsTest::refusedMessages_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    const auto add = [](const char *row, const QByteArray &body, int status, const char *code) {
        QTest::newRow(row) << body << status << QString::fromLatin1(code);
    };
    const QByteArray nobody = R"("000000000000000000000000")";
    add("nothing", "", 400, "parameter_not_found");
    add("no sender", R"({"body":"a"})", 400, "parameter_not_found");
    add("no body", R"({"from":{"type":"user","id":"ADA"}})", 400, "parameter_not_found");
    add("a blank body", R"({"from":{"type":"user","id":"ADA"},"body":" "})", 400,
        "parameter_not_found");
    add("no type", R"({"from":{"id":"ADA"},"body":"a"})", 400, "parameter_not_found");
    add("a number for a body", R"({"from":{"type":"user","id":"ADA"},"body":5})", 400,
        "parameter_invalid");
    add("an admin", R"({"from":{"type":"admin","id":"ADA"},"body":"a"})", 400, "parameter_invalid");
    add("nobody", R"({"from":{"type":"user","id":)" + nobody + R"(},"body":"a"})", 404,
        "not_found");
    add("not JSON", "{", 400, "bad_request");
}

void ConversationsTest::refusedMessages()
{
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    QFETCH(QString, code);
    const Answer answer = m_talks->post(u"/conversations"_s,
                                        QByteArray(body).replace("ADA", m_talks->ada.toLatin1()));
    QCOMPARE(answer.status, status);
    QCOMPARE(codeOf(answer), code);
    QCOMPARE(m_talks->listed(), QStringList());
}

void ConversationsTest::joined_data()
{
    QTest::addColumn<QByteArray>("customer");
    QTest::newRow("by id") << QByteArray(R"({"intercom_user_id":"BOB"})");
    QTest::newRow("by external id") << QByteArray(R"({"user_id":"bob"})");
    QTest::newRow("by email") << QByteArray(R"({"email":"Bob@Navy.example"})");
}

void ConversationsTest::joined()
{
    QFETCH(QByteArray, customer);
    const QString id = m_talks->begin(m_talks->ada);
    m_talks->pass(60);
    customer.replace("BOB", m_talks->bob.toLatin1());
    const Answer answer = m_talks->join(id, customer);
    QVERIFY2(answer.status == 200, text(answer).constData());
    QCOMPARE(contactsIn(answer), (QStringList{m_talks->ada, m_talks->bob}));
    QCOMPARE(answer.body[u"customers"][1].toObject(),
             (QJsonObject{{u"type"_s, u"user"_s}, {u"id"_s, m_talks->bob}}));
    QCOMPARE(answer.body[u"updated_at"].toInteger(), m_talks->now());
    QCOMPARE(m_talks->foundFor(m_talks->bob), QStringList{id});
    // Once more changes nothing, not even the time.
    m_talks->pass(60);
    QCOMPARE(m_talks->join(id, customer).body, answer.body);
}

void ConversationsTest::joinedByUnknownEmail()
{
    const QString id = m_talks->begin(m_talks->ada);
    const Answer answer = m_talks->join(id, R"({"email":"new@navy.example"})");
    QCOMPARE(contactsIn(answer).size(), 2);
    const QJsonObject lead = m_talks->contact(contactsIn(answer).last());
    QCOMPARE(lead[u"role"_s].toString(), u"lead"_s);
    QCOMPARE(lead[u"email"_s].toString(), u"new@navy.example"_s);
    QCOMPARE(answer.body[u"customers"][1][u"type"].toString(), u"lead"_s);
    // The second time it is known.
    QCOMPARE(m_talks->join(id, R"({"email":"new@navy.example"})").body, answer.body);
}

void ConversationsTest::refusedCustomers_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    const auto add = [](const char *row, const char *body, int status, const char *code) {
        QTest::newRow(row) << QByteArray(body) << status << QString::fromLatin1(code);
    };
    add("nobody named", R"({"admin_id":"6184021"})", 400, "parameter_not_found");
    add("an empty one", R"({"customer":{}})", 400, "parameter_not_found");
    add("a list", R"({"customer":[]})", 400, "parameter_invalid");
    add("an unknown id", R"({"customer":{"intercom_user_id":"x"}})", 404, "not_found");
    add("an unknown external id", R"({"customer":{"user_id":"x"}})", 404, "not_found");
    add("an unknown admin", R"({"admin_id":1,"customer":{"user_id":"bob"}})", 404, "not_found");
}

void ConversationsTest::refusedCustomers()
{
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    QFETCH(QString, code);
    const QString id = m_talks->begin(m_talks->ada);
    const QJsonValue before = m_talks->show(id).body;
    m_talks->pass(5);
    const Answer answer = m_talks->post(u"/conversations/"_s + id + u"/customers"_s, body);
    QCOMPARE(answer.status, status);
    QCOMPARE(codeOf(answer), code);
    QCOMPARE(m_talks->show(id).body, before);
}

void ConversationsTest::left()
{
    const QString id = m_talks->begin(m_talks->ada);
    m_talks->join(id, R"({"user_id":"bob"})");
    m_talks->pass(60);
    const Answer answer = m_talks->leave(id, m_talks->ada);
    QVERIFY2(answer.status == 200, text(answer).constData());
    QCOMPARE(contactsIn(answer), QStringList{m_talks->bob});
    QCOMPARE(answer.body[u"customers"].toArray().size(), 1);
    QCOMPARE(m_talks->foundFor(m_talks->ada), QStringList());
    QCOMPARE(m_talks->foundFor(m_talks->bob), QStringList{id});
    // Who wrote the first message wrote it still.
    QCOMPARE(answer.body[u"source"][u"author"][u"id"].toString(), m_talks->ada);
    const Answer last = m_talks->leave(id, m_talks->bob);
    QCOMPARE(last.status, 422);
    QCOMPARE(messageOf(last), u"Removing the last customer is not allowed"_s);
    QCOMPARE(m_talks->foundFor(m_talks->bob), QStringList{id});
}

void ConversationsTest::refusedLeaving_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("isOther");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("message");
    QTest::newRow("somebody else")
        << QByteArray(R"({"admin_id":6184021})") << true << 404 << u"User Not Found"_s;
    QTest::newRow("no admin") << QByteArray("{}") << false << 400 << u"admin_id is required"_s;
    QTest::newRow("an unknown admin")
        << QByteArray(R"({"admin_id":"1"})") << false << 404 << u"Resource Not Found"_s;
}

void ConversationsTest::refusedLeaving()
{
    QFETCH(QByteArray, body);
    QFETCH(bool, isOther);
    QFETCH(int, status);
    QFETCH(QString, message);
    const QString id = m_talks->begin(m_talks->ada);
    m_talks->join(id, R"({"email":"third@navy.example"})");
    const Answer answer = m_talks->leave(id, isOther ? m_talks->bob : m_talks->ada, body);
    QCOMPARE(answer.status, status);
    QCOMPARE(messageOf(answer), message);
    QCOMPARE(contactsIn(m_talks->show(id)).size(), 2);
}

QTEST_GUILESS_MAIN(ConversationsTest)
#include "tst_conversations.moc"
