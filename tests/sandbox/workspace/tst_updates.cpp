// SPDX-License-Identifier: MIT
#include "tests/sandbox/workspace/lab.h"

using namespace roster::sandbox;
using namespace roster::sandbox::test;

//! What create and update do to each member: a row per rule of the update semantics.
class UpdatesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void members_data();
    void members();
    void omittedMembersStay();
    void leadsKeepTheServersId();
    void leadBecomesUser_data();
    void leadBecomesUser();
    void updatedAtMoves();
    void refusals_data();
    void refusals();
};

namespace {

constexpr auto full = R"({"role":"user","external_id":"x-1","email":"ada@x.example","name":"Ada",
    "phone":"+353 1 555 0100","avatar":"https://x.example/a.png","signed_up_at":1700000000,
    "last_seen_at":1700000500,"owner_id":6184021,"unsubscribed_from_emails":true,
    "custom_attributes":{"plan":"Pro","seats":3}})";

} // namespace

void UpdatesTest::members_data()
{
    QTest::addColumn<QByteArray>("change");
    QTest::addColumn<QString>("member");
    QTest::addColumn<QJsonValue>("value");
    const auto add = [](const char *row, const char *change, const char *member,
                        const QJsonValue &value) {
        QTest::newRow(row) << QByteArray(change) << QString::fromLatin1(member) << value;
    };
    const QJsonValue null(QJsonValue::Null);
    add("2 name null clears", R"({"name":null})", "name", null);
    add("2 phone null clears", R"({"phone":null})", "phone", null);
    add("2 email null clears to empty", R"({"email":null})", "email", u""_s);
    add("2 name empty is empty", R"({"name":""})", "name", u""_s);
    add("3 external_id null is ignored", R"({"external_id":null})", "external_id", u"x-1"_s);
    add("3 external_id changes", R"({"external_id":"x-2"})", "external_id", u"x-2"_s);
    add("4 attributes merge", R"({"custom_attributes":{"seats":5}})", "custom_attributes",
        QJsonObject{{u"plan"_s, u"Pro"_s}, {u"seats"_s, 5}});
    add("4 attribute null keeps the key", R"({"custom_attributes":{"plan":null}})",
        "custom_attributes", QJsonObject{{u"plan"_s, null}, {u"seats"_s, 3}});
    add("4 attributes null change nothing", R"({"custom_attributes":null})", "custom_attributes",
        QJsonObject{{u"plan"_s, u"Pro"_s}, {u"seats"_s, 3}});
    add("9 signed_up_at null clears", R"({"signed_up_at":null})", "signed_up_at", null);
    add("9 signed_up_at may lie ahead", R"({"signed_up_at":4102444800})", "signed_up_at",
        4102444800.0);
    add("11 a list takes any value", R"({"custom_attributes":{"plan":"Titanium"}})",
        "custom_attributes", QJsonObject{{u"plan"_s, u"Titanium"_s}, {u"seats"_s, 3}});
    add("last_seen_at", R"({"last_seen_at":1700009999})", "last_seen_at", 1700009999.0);
    add("owner null clears", R"({"owner_id":null})", "owner_id", null);
    add("owner changes", R"({"owner_id":6184022})", "owner_id", 6184022);
    add("avatar null clears", R"({"avatar":null})", "avatar", null);
    add("avatar changes", R"({"avatar":"https://x.example/b.png"})", "avatar",
        QJsonObject{{u"type"_s, u"avatar"_s}, {u"image_url"_s, u"https://x.example/b.png"_s}});
    add("unsubscribed", R"({"unsubscribed_from_emails":false})", "unsubscribed_from_emails", false);
    add("unsubscribed null changes nothing", R"({"unsubscribed_from_emails":null})",
        "unsubscribed_from_emails", true);
    add("unknown members are ignored", R"({"shoe_size":44,"name":"B"})", "name", u"B"_s);
    add("names in any script",
        "{\"name\":\"\xd9\x81\xd8\xa7\xd8\xb7\xd9\x85\xd8\xa9 \xf0\x9f\x9a\x80\"}", "name",
        QString::fromUtf8("\xd9\x81\xd8\xa7\xd8\xb7\xd9\x85\xd8\xa9 \xf0\x9f\x9a\x80"));
}

void UpdatesTest::members()
{
    QFETCH(QByteArray, change);
    QFETCH(QString, member);
    QFETCH(QJsonValue, value);
    Lab lab;
    const QString id = lab.make(full);
    QJsonObject before = lab.contact(id);
    lab.pass(5);
    const Answer answer = lab.put(u"/contacts/"_s + id, change);
    QVERIFY2(answer.status == 200, text(answer).constData());
    QCOMPARE(answer.body[member], value);
    // What is answered is what is stored, and nothing else moved.
    before[member] = value;
    before[u"updated_at"_s] = lab.now();
    QCOMPARE(answer.body.toObject(), before);
    QCOMPARE(lab.contact(id), before);
}

void UpdatesTest::omittedMembersStay()
{
    Lab lab;
    const QString id = lab.make(full);
    const QJsonObject before = lab.contact(id);
    QCOMPARE(before[u"phone"_s].toString(), u"+353 1 555 0100"_s);
    QCOMPARE(lab.put(u"/contacts/"_s + id, "{}").body.toObject(), before);
}

void UpdatesTest::leadsKeepTheServersId()
{
    Lab lab;
    const QString id = lab.make(R"({"role":"lead","external_id":"mine","email":"l@x.example"})");
    const QString own = lab.contact(id)[u"external_id"_s].toString();
    const QRegularExpression uuid(
        u"^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"_s);
    QVERIFY2(uuid.match(own).hasMatch(), qPrintable(own));
    QCOMPARE(
        lab.put(u"/contacts/"_s + id, R"({"external_id":"mine"})").body[u"external_id"].toString(),
        own);
    const QString second = lab.make(R"({"role":"lead"})");
    QVERIFY(lab.contact(second)[u"external_id"_s].toString() != own);
}

void UpdatesTest::leadBecomesUser_data()
{
    QTest::addColumn<QByteArray>("change");
    QTest::addColumn<bool>("adopts");
    QTest::newRow("5 with an external id")
        << QByteArray(R"({"role":"user","external_id":"mine"})") << true;
    QTest::newRow("5 without") << QByteArray(R"({"role":"user"})") << false;
}

void UpdatesTest::leadBecomesUser()
{
    QFETCH(QByteArray, change);
    QFETCH(bool, adopts);
    Lab lab;
    const QString id = lab.make(R"({"role":"lead"})");
    const QString uuid = lab.contact(id)[u"external_id"_s].toString();
    const Answer answer = lab.put(u"/contacts/"_s + id, change);
    QCOMPARE(answer.body[u"role"].toString(), u"user"_s);
    QCOMPARE(answer.body[u"external_id"].toString(), adopts ? u"mine"_s : uuid);
}

// Rule 8: on every PUT, and when a tag comes or goes; on nothing else that is not a change.
void UpdatesTest::updatedAtMoves()
{
    Lab lab;
    const QString id = lab.make(full);
    const QString base = u"/contacts/"_s + id;
    const auto updated = [&] { return lab.contact(id)[u"updated_at"_s].toInteger(); };
    const qint64 born = updated();
    lab.pass(10);
    lab.get(base);
    lab.post(base + u"/archive"_s);
    lab.post(base + u"/unarchive"_s);
    QCOMPARE(updated(), born);
    lab.put(base, "{}");
    QCOMPARE(updated(), born + 10);
    lab.pass(10);
    lab.post(base + u"/tags"_s, R"({"id":"7522810"})");
    QCOMPARE(updated(), born + 20);
    lab.pass(10);
    lab.post(base + u"/tags"_s, R"({"id":"7522810"})");
    QCOMPARE(updated(), born + 20);
    lab.del(base + u"/tags/7522810"_s);
    QCOMPARE(updated(), born + 30);
    QCOMPARE(lab.contact(id)[u"created_at"_s].toInteger(), born);
}

void UpdatesTest::refusals_data()
{
    QTest::addColumn<QByteArray>("change");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("message");
    const auto add = [](const char *row, const char *change, const char *code, const char *field,
                        const char *message = "") {
        QTest::newRow(row) << QByteArray(change) << QString::fromLatin1(code)
                           << QString::fromLatin1(field) << QString::fromLatin1(message);
    };
    add("6 user to lead", R"({"role":"lead"})", "client_error", "role",
        "Contact with user role can't be converted to a lead");
    add("7 role contact", R"({"role":"contact"})", "parameter_invalid", "role");
    add("7 role null", R"({"role":null})", "parameter_invalid", "role");
    add("10 unknown attribute", R"({"custom_attributes":{"shoe size":44}})", "parameter_invalid",
        "custom_attributes.shoe size", "Custom attribute 'shoe size' does not exist");
    add("10 archived attribute", R"({"custom_attributes":{"legacy_score":4}})", "parameter_invalid",
        "custom_attributes.legacy_score", "Custom attribute 'legacy_score' does not exist");
    add("attribute of the other model", R"({"custom_attributes":{"tier":"Gold"}})",
        "parameter_invalid", "custom_attributes.tier");
    add("integer attribute given text", R"({"custom_attributes":{"seats":"three"}})",
        "parameter_invalid", "custom_attributes.seats");
    add("integer attribute given a fraction", R"({"custom_attributes":{"seats":3.5}})",
        "parameter_invalid", "custom_attributes.seats");
    add("string attribute given a number", R"({"custom_attributes":{"job_title":3}})",
        "parameter_invalid", "custom_attributes.job_title");
    add("boolean attribute given a number", R"({"custom_attributes":{"newsletter":1}})",
        "parameter_invalid", "custom_attributes.newsletter");
    add("date attribute given text", R"({"custom_attributes":{"trial_ends_at":"soon"}})",
        "parameter_invalid", "custom_attributes.trial_ends_at");
    add("attribute given an object", R"({"custom_attributes":{"plan":{}}})", "parameter_invalid",
        "custom_attributes.plan");
    add("attributes given a list", R"({"custom_attributes":[]})", "parameter_invalid",
        "custom_attributes");
    add("owner unknown", R"({"owner_id":1})", "parameter_invalid", "owner_id",
        "The owner specified is not a member of the workspace");
    add("owner is the bot", R"({"owner_id":6184020})", "parameter_invalid", "owner_id");
    add("owner given text", R"({"owner_id":"6184021"})", "parameter_invalid", "owner_id");
    add("name given a number", R"({"name":5})", "parameter_invalid", "name",
        "name must be a string");
    add("email given a list", R"({"email":["a@x.example"]})", "parameter_invalid", "email");
    add("email without an at", R"({"email":"ada"})", "parameter_invalid", "email");
    add("email with a blank", R"({"email":"a da@x.example"})", "parameter_invalid", "email");
    add("phone given a boolean", R"({"phone":true})", "parameter_invalid", "phone");
    add("time given text", R"({"signed_up_at":"yesterday"})", "parameter_invalid", "signed_up_at");
    add("time before 1970", R"({"last_seen_at":-1})", "parameter_invalid", "last_seen_at");
    add("time with a fraction", R"({"last_seen_at":1.5})", "parameter_invalid", "last_seen_at");
    add("flag given text", R"({"unsubscribed_from_emails":"no"})", "parameter_invalid",
        "unsubscribed_from_emails");
    add("not JSON", "{\"name\":", "bad_request", "");
    add("a list for a body", "[]", "bad_request", "");
}

void UpdatesTest::refusals()
{
    QFETCH(QByteArray, change);
    QFETCH(QString, code);
    QFETCH(QString, field);
    QFETCH(QString, message);
    Lab lab;
    const QString id = lab.make(full);
    const QJsonObject before = lab.contact(id);
    lab.pass(10);
    const Answer answer = lab.put(u"/contacts/"_s + id, change);
    QCOMPARE(answer.status, 400);
    QCOMPARE(codeOf(answer), code);
    QCOMPARE(fieldOf(answer), field);
    if (!message.isEmpty())
        QCOMPARE(messageOf(answer), message);
    QCOMPARE(lab.contact(id), before);
    // Create refuses the same, but for the role that only an update can lower.
    if (code == u"client_error"_s)
        return;
    const Answer created = lab.post(u"/contacts"_s, change);
    QCOMPARE(created.status, 400);
    QCOMPARE(lab.get(u"/contacts"_s).body[u"total_count"].toInt(), 1);
}

QTEST_GUILESS_MAIN(UpdatesTest)
#include "tst_updates.moc"
