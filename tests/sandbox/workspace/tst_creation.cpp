// SPDX-License-Identifier: MIT
#include "tests/sandbox/workspace/lab.h"

using namespace roster::sandbox;
using namespace roster::sandbox::test;

//! What a new contact is answered as, and what it takes to make one.
class CreationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void createAnswersEveryMember();
    void createNeedsAnIdentity_data();
    void createNeedsAnIdentity();
};

void CreationTest::createAnswersEveryMember()
{
    Lab lab;
    const QJsonObject o =
        lab.post(u"/contacts"_s, R"({"email":"joebloggs@x.example"})").body.toObject();
    const QStringList members =
        u"type id workspace_id external_id role email phone name avatar owner_id social_profiles "
        "has_hard_bounced marked_email_as_spam unsubscribed_from_emails created_at updated_at "
        "signed_up_at last_seen_at last_replied_at last_contacted_at last_email_opened_at "
        "last_email_clicked_at language_override browser browser_version browser_language os "
        "location android_app_name android_app_version android_device android_os_version "
        "android_sdk_version android_last_seen_at ios_app_name ios_app_version ios_device "
        "ios_os_version ios_sdk_version ios_last_seen_at custom_attributes tags notes companies "
        "opted_out_subscription_types opted_in_subscription_types utm_campaign utm_content "
        "utm_medium utm_source utm_term referrer"_s.split(u' ');
    QStringList sorted = members;
    sorted.sort();
    QCOMPARE(o.keys(), sorted);
    QCOMPARE(o[u"role"_s].toString(), u"user"_s);
    QVERIFY(o[u"external_id"_s].isNull());
    QVERIFY(o[u"signed_up_at"_s].isNull());
    QCOMPARE(o[u"created_at"_s].toInteger(), lab.now());
    QCOMPARE(o[u"updated_at"_s].toInteger(), lab.now());
    QVERIFY(QRegularExpression(u"^[0-9a-f]{24}$"_s).match(o[u"id"_s].toString()).hasMatch());
    const QString base = u"/contacts/"_s + o[u"id"_s].toString();
    QCOMPARE(o[u"tags"_s].toObject(), (QJsonObject{{u"type"_s, u"list"_s},
                                                   {u"data"_s, QJsonArray()},
                                                   {u"url"_s, base + u"/tags"_s},
                                                   {u"total_count"_s, 0},
                                                   {u"has_more"_s, false}}));
    QCOMPARE(o[u"opted_in_subscription_types"_s][u"url"].toString(), base + u"/subscriptions"_s);
    QCOMPARE(o[u"location"_s].toObject().size(), 6);
}

void CreationTest::createNeedsAnIdentity_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::newRow("nothing") << QByteArray("{}") << 400;
    QTest::newRow("no body") << QByteArray() << 400;
    QTest::newRow("a name alone") << QByteArray(R"({"name":"A"})") << 400;
    QTest::newRow("a user without email and id") << QByteArray(R"({"role":"user"})") << 400;
    QTest::newRow("an empty email") << QByteArray(R"({"email":""})") << 400;
    QTest::newRow("a bare lead") << QByteArray(R"({"role":"lead"})") << 200;
    QTest::newRow("an id") << QByteArray(R"({"external_id":"1"})") << 200;
    QTest::newRow("an email") << QByteArray(R"({"email":"o'brien+news@x.example"})") << 200;
}

void CreationTest::createNeedsAnIdentity()
{
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    Lab lab;
    const Answer answer = lab.post(u"/contacts"_s, body);
    QCOMPARE(answer.status, status);
    if (status == 400)
        QCOMPARE(codeOf(answer), u"parameter_not_found"_s);
}

QTEST_GUILESS_MAIN(CreationTest)
#include "tst_creation.moc"
