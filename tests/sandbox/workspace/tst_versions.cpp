// SPDX-License-Identifier: MIT
#include "tests/sandbox/workspace/lab.h"

using namespace roster::sandbox;
using namespace roster::sandbox::test;

//! What each API version changes, and that it changes nothing else.
class VersionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void contacts_data() { versions(); }
    void contacts();
    void admins_data() { versions(); }
    void admins();
    void companies_data() { versions(); }
    void companies();
    void dataAttributes_data() { versions(); }
    void dataAttributes();
    void lists_data() { versions(); }
    void lists();
    void tagging_data() { versions(); }
    void tagging();
    void owners_data() { versions(); }
    void owners();
    void laterOperations_data() { versions(); }
    void laterOperations();
    void emailVerified_data() { versions(); }
    void emailVerified();
    void unsupported_data();
    void unsupported();
    void withoutAVersion();

private:
    static void versions();
    std::unique_ptr<Lab> m_lab;
    QString m_id;
};

void VersionsTest::versions()
{
    QTest::addColumn<int>("minor");
    for (int minor = 7; minor <= 16; ++minor)
        QTest::addRow("2.%d", minor) << minor;
}

void VersionsTest::initTestCase()
{
    m_lab = std::make_unique<Lab>(1);
    m_id = m_lab->make(R"({"external_id":"v","email":"v@x.example","phone":"+353 1 555 0100",
                           "owner_id":6184021})");
}

void VersionsTest::contacts()
{
    QFETCH(int, minor);
    m_lab->speak("2.10");
    QJsonObject expected = m_lab->contact(m_id);
    m_lab->speak("2." + QByteArray::number(minor));
    if (minor == 11)
        expected[u"formatted_phone"_s] = u"+35315550100"_s;
    if (minor >= 12)
        expected[u"enabled_push_messaging"_s] = QJsonValue::Null;
    if (minor >= 16)
        expected[u"owner_id"_s] = u"6184021"_s;
    QCOMPARE(m_lab->contact(m_id), expected);
    const Answer list = m_lab->get(u"/contacts"_s);
    QCOMPARE(list.body[u"data"][1].toObject(), expected);
    QCOMPARE(m_lab->search(R"({"field":"external_id","operator":"=","value":"v"})")
                 .body[u"data"][0]
                 .toObject(),
             expected);
    m_lab->post(u"/contacts/"_s + m_id + u"/archive"_s);
    const Answer back = m_lab->post(u"/contacts/"_s + m_id + u"/unarchive"_s);
    QCOMPARE(back.body.toObject().keys().join(u' '), u"archived external_id id type"_s);
}

void VersionsTest::admins()
{
    QFETCH(int, minor);
    m_lab->speak("2." + QByteArray::number(minor));
    QStringList members =
        u"away_mode_enabled away_mode_reassign email has_inbox_seat id job_title name team_ids type"_s
            .split(u' ');
    if (minor >= 8)
        members.append(u"team_priority_level"_s);
    if (minor >= 14)
        members.append(u"away_status_reason_id"_s);
    if (minor >= 16)
        members.append(u"role"_s);
    members.sort();
    const QJsonObject me = m_lab->get(u"/me"_s).body.toObject();
    QCOMPARE(m_lab->get(u"/admins/"_s + me[u"id"_s].toString()).body.toObject().keys(), members);
    const QJsonValue avatar =
        m_lab->get(u"/admins?display_avatar=true"_s).body[u"admins"][0][u"avatar"];
    QCOMPARE(avatar.isObject(), minor == 11);
    QCOMPARE(avatar.isString(), minor != 11);
    QCOMPARE(me[u"avatar"_s][u"type"].toString(), u"avatar"_s);
    members << u"avatar"_s << u"email_verified"_s << u"app"_s;
    members.sort();
    QCOMPARE(me.keys(), members);
}

void VersionsTest::companies()
{
    QFETCH(int, minor);
    const QString path = u"/companies/6657a8156abd0160d35d1e55"_s;
    m_lab->speak("2.10");
    QJsonObject expected = m_lab->get(path).body.toObject();
    QVERIFY(!expected.isEmpty());
    m_lab->speak("2." + QByteArray::number(minor));
    if (minor >= 16) {
        expected[u"notes"_s] = QJsonObject{{u"type"_s, u"note.list"_s}, {u"notes"_s, QJsonArray()}};
    }
    QCOMPARE(m_lab->get(path).body.toObject(), expected);
    const Answer seen =
        m_lab->post(u"/companies"_s, R"({"company_id":"seen","update_last_request_at":true})");
    QCOMPARE(seen.status, minor >= 16 ? 200 : 400);
    if (minor >= 16)
        QCOMPARE(seen.body[u"last_request_at"].toInteger(), m_lab->now());
    else
        QCOMPARE(messageOf(seen), u"bad 'update_last_request_at' parameter"_s);
}

void VersionsTest::dataAttributes()
{
    QFETCH(int, minor);
    m_lab->speak("2." + QByteArray::number(minor));
    const QJsonArray all = m_lab->get(u"/data_attributes"_s).body[u"data"].toArray();
    QVERIFY(all.size() > 20);
    for (const QJsonValue &attribute : all)
        QCOMPARE(attribute[u"messenger_writable"], QJsonValue(minor <= 10));
    const Answer conversations = m_lab->get(u"/data_attributes?model=conversation"_s);
    QCOMPARE(conversations.status, minor >= 16 ? 422 : 200);
    QCOMPARE(codeOf(conversations), minor >= 16 ? u"parameter_invalid"_s : QString());
}

// No version changes these.
void VersionsTest::lists()
{
    QFETCH(int, minor);
    for (const QString &path :
         {u"/segments?include_count=true"_s, u"/subscription_types"_s,
          u"/contacts/"_s + m_id + u"/segments"_s, u"/contacts/"_s + m_id + u"/subscriptions"_s}) {
        m_lab->speak("2.10");
        const QJsonValue expected = m_lab->get(path).body;
        m_lab->speak("2." + QByteArray::number(minor));
        QCOMPARE(m_lab->get(path).status, 200);
        QCOMPARE(m_lab->get(path).body, expected);
    }
}

void VersionsTest::tagging()
{
    QFETCH(int, minor);
    m_lab->speak("2." + QByteArray::number(minor));
    const Answer done = m_lab->post(u"/tags"_s, R"({"name":"Versions","users":[{"id":")" +
                                                    m_id.toLatin1() + R"("}]})");
    QCOMPARE(done.status, 200);
    QCOMPARE(done.body.toObject().contains(u"users"_s), minor >= 16);
    if (minor >= 16) {
        const QJsonObject told{{u"id"_s, m_id}, {u"tagged"_s, true}};
        QCOMPARE(done.body[u"users"].toArray(), QJsonArray{told});
    }
    const Answer unknown =
        m_lab->post(u"/tags"_s, R"({"name":"Versions","users":[{"id":"none"}]})");
    QCOMPARE(unknown.status, minor >= 16 ? 200 : 404);
}

void VersionsTest::owners()
{
    QFETCH(int, minor);
    m_lab->speak("2." + QByteArray::number(minor));
    const QString path = u"/contacts/"_s + m_id;
    const bool isText = minor >= 16;
    QCOMPARE(m_lab->put(path, R"({"owner_id":"6184021"})").status, isText ? 200 : 400);
    QCOMPARE(m_lab->put(path, R"({"owner_id":6184021})").status, isText ? 400 : 200);
    QCOMPARE(m_lab->put(path, R"({"owner_id":null})").status, 200);
    QCOMPARE(
        m_lab->put(path, isText ? R"({"owner_id":"6184021"})" : R"({"owner_id":6184021})").status,
        200);
    const auto found = [&](const char *value) {
        return m_lab->search(QByteArray(R"({"field":"owner_id","operator":"=","value":)") + value +
                             '}');
    };
    QCOMPARE(found("\"6184021\"").status, isText ? 200 : 400);
    QCOMPARE(found("6184021").status, isText ? 400 : 200);
    QCOMPARE(idsOf(found(isText ? "\"6184021\"" : "6184021")), QStringList{m_id});
}

// Before its version an operation is refused, whatever it is asked.
void VersionsTest::laterOperations()
{
    QFETCH(int, minor);
    m_lab->speak("2." + QByteArray::number(minor));
    struct Operation
    {
        QByteArray method;
        QString path;
        int since;
    };
    const QString nobody = u"/contacts/000000000000000000000000"_s;
    const QList<Operation> operations{{"GET", u"/contacts/find_by_external_id/none"_s, 13},
                                      {"POST", nobody + u"/block"_s, 13},
                                      {"GET", nobody + u"/merge_history"_s, 16},
                                      {"POST", nobody + u"/archive"_s, 7},
                                      {"PUT", u"/companies/000000000000000000000000"_s, 7}};
    for (const Operation &operation : operations) {
        const Answer answer = m_lab->ask(operation.method, operation.path, "{}");
        QCOMPARE(answer.status, minor < operation.since ? 400 : 404);
        if (minor < operation.since) {
            QCOMPARE(codeOf(answer), u"intercom_version_invalid"_s);
            QCOMPARE(messageOf(answer),
                     u"Requested resource is not available in current API version."_s);
        }
    }
}

void VersionsTest::emailVerified()
{
    QFETCH(int, minor);
    m_lab->speak("2." + QByteArray::number(minor));
    const QString path = u"/contacts/"_s + m_id;
    QCOMPARE(m_lab->put(path, R"({"email_verified":true})").status, minor >= 16 ? 400 : 200);
    QCOMPARE(m_lab->put(path, R"({"email_verified":true,"email":"v@x.example"})").status, 200);
}

void VersionsTest::unsupported_data()
{
    QTest::addColumn<QByteArray>("version");
    for (const char *version : {"2.6", "2.17", "2.1", "2", "1.4", "3.0", "2.10.0", "02.10", "2.010",
                                " 2.10", "latest", "Unstable", "Preview"})
        QTest::newRow(version) << QByteArray(version);
}

void VersionsTest::unsupported()
{
    QFETCH(QByteArray, version);
    QVERIFY(!Workspace::isSupportedVersion(version));
    m_lab->speak(version);
    for (const Answer &answer :
         {m_lab->get(u"/contacts"_s), m_lab->post(u"/contacts"_s, R"({"role":"lead"})")}) {
        QCOMPARE(answer.status, 400);
        QCOMPARE(codeOf(answer), u"intercom_version_invalid"_s);
        QCOMPARE(messageOf(answer), u"The requested version could not be found"_s);
    }
    m_lab->speak("2.10");
    QCOMPARE(m_lab->get(u"/contacts"_s).body[u"total_count"].toInt(), 2);
}

void VersionsTest::withoutAVersion()
{
    m_lab->speak("2.10");
    const QJsonObject expected = m_lab->contact(m_id);
    m_lab->speak({});
    QCOMPARE(m_lab->contact(m_id), expected);
    QVERIFY(Workspace::isSupportedVersion("2.7"));
    QVERIFY(Workspace::isSupportedVersion("2.16"));
}

QTEST_GUILESS_MAIN(VersionsTest)
#include "tst_versions.moc"
