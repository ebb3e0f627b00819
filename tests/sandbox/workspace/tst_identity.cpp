// SPDX-License-Identifier: MIT
#include "tests/sandbox/workspace/lab.h"

using namespace roster::sandbox;
using namespace roster::sandbox::test;

//! Who counts as the same contact: one row per rule, as steps and the status each must give.
class IdentityTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rules_data();
    void rules();
    void conflictNamesTheContact();
    void racesEndInAConflict();
    void hiddenHolderOfIdentifiers();
    void leadsFoundLateAreDuplicates();
    void updateMayNotTakeIdentifiers_data();
    void updateMayNotTakeIdentifiers();
};

void IdentityTest::rules_data()
{
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("second");
    QTest::addColumn<int>("status");
    const auto add = [](const char *row, const char *first, const char *second, int status) {
        QTest::newRow(row) << QByteArray(first) << QByteArray(second) << status;
    };
    add("1 external ids are unique among users", R"({"external_id":"7","email":"a@x.example"})",
        R"({"external_id":"7","email":"b@x.example"})", 409);
    add("1 users with own external ids share an email",
        R"({"external_id":"7","email":"a@x.example"})",
        R"({"external_id":"8","email":"a@x.example"})", 200);
    add("1 external ids differ by case", R"({"external_id":"ab"})", R"({"external_id":"AB"})", 200);
    add("2 without external id the email decides", R"({"email":"a@x.example"})",
        R"({"email":"a@x.example"})", 409);
    add("2 whatever its case", R"({"email":"Äda@X.example"})", R"({"email":"ädA@x.EXAMPLE"})", 409);
    add("2 also against a user with external id", R"({"external_id":"7","email":"a@x.example"})",
        R"({"email":"a@x.example"})", 409);
    add("2 a user with external id passes one without", R"({"email":"a@x.example"})",
        R"({"external_id":"7","email":"a@x.example"})", 200);
    add("2 a lead does not stand in a user's way", R"({"role":"lead","email":"a@x.example"})",
        R"({"email":"a@x.example"})", 200);
    add("2 a user does not stand in a lead's way", R"({"email":"a@x.example"})",
        R"({"role":"lead","email":"a@x.example"})", 200);
    add("5 duplicate leads are easily made", R"({"role":"lead","email":"a@x.example"})",
        R"({"role":"lead","email":"a@x.example"})", 200);
    add("a plus address is another address", R"({"email":"a@x.example"})",
        R"({"email":"a+b@x.example"})", 200);
}

void IdentityTest::rules()
{
    QFETCH(QByteArray, first);
    QFETCH(QByteArray, second);
    QFETCH(int, status);
    Lab lab;
    const QString id = lab.make(first);
    const Answer answer = lab.post(u"/contacts"_s, second);
    QVERIFY2(answer.status == status, text(answer).constData());
    if (status == 200)
        QVERIFY(answer.body[u"id"].toString() != id);
    QCOMPARE(lab.get(u"/contacts"_s).body[u"total_count"].toInt(), status == 200 ? 2 : 1);
}

// Rule 4: who searches before creating does not see the other one's contact yet.
void IdentityTest::racesEndInAConflict()
{
    WorkspaceOptions options;
    options.searchLagMs = 60'000;
    Lab lab(0, options);
    const QString id = lab.make(R"({"external_id":"7"})");
    const Answer found = lab.search(R"({"field":"external_id","operator":"=","value":"7"})");
    QCOMPARE(found.body[u"total_count"].toInt(), 0);
    const Answer answer = lab.post(u"/contacts"_s, R"({"external_id":"7"})");
    QCOMPARE(answer.status, 409);
    QVERIFY(messageOf(answer).endsWith(u"id="_s + id));
}

// Rule 3: integrations read the id out of the message and update that contact.
void IdentityTest::conflictNamesTheContact()
{
    Lab lab;
    const QString id = lab.make(R"({"external_id":"7"})");
    const Answer answer = lab.post(u"/contacts"_s, R"({"external_id":"7","name":"N"})");
    const auto match = QRegularExpression(u"id=(\\w+)"_s).match(messageOf(answer));
    QCOMPARE(match.captured(1), id);
    QCOMPARE(lab.put(u"/contacts/"_s + match.captured(1), R"({"name":"N"})").status, 200);
    QCOMPARE(lab.contact(id)[u"name"].toString(), u"N"_s);
}

// Rule 6: nothing to be seen, and still a conflict.
void IdentityTest::hiddenHolderOfIdentifiers()
{
    Lab lab;
    const QString id = lab.make(R"({"email":"a@x.example"})");
    lab.post(u"/contacts/"_s + id + u"/archive"_s);
    QCOMPARE(lab.get(u"/contacts"_s).body[u"total_count"].toInt(), 0);
    const Answer answer = lab.post(u"/contacts"_s, R"({"email":"a@x.example"})");
    QCOMPARE(answer.status, 409);
    QVERIFY(messageOf(answer).startsWith(u"An archived contact"_s));
}

// Rule 5 with its cause: search does not show the first lead yet.
void IdentityTest::leadsFoundLateAreDuplicates()
{
    WorkspaceOptions options;
    options.searchLagMs = 60'000;
    Lab lab(0, options);
    const QByteArray lead = R"({"role":"lead","email":"a@x.example"})";
    const QByteArray query = R"({"field":"email","operator":"=","value":"a@x.example"})";
    lab.make(lead);
    QCOMPARE(lab.search(query).body[u"total_count"].toInt(), 0);
    lab.make(lead);
    lab.pass(60);
    QCOMPARE(lab.search(query).body[u"total_count"].toInt(), 2);
}

void IdentityTest::updateMayNotTakeIdentifiers_data()
{
    QTest::addColumn<QByteArray>("other");
    QTest::addColumn<QByteArray>("own");
    QTest::addColumn<QByteArray>("change");
    QTest::addColumn<int>("status");
    const auto add = [](const char *row, const char *other, const char *own, const char *change,
                        int status) {
        QTest::newRow(row) << QByteArray(other) << QByteArray(own) << QByteArray(change) << status;
    };
    add("external id", R"({"external_id":"7"})", R"({"external_id":"8"})", R"({"external_id":"7"})",
        409);
    add("email without external id", R"({"email":"a@x.example"})", R"({"email":"b@x.example"})",
        R"({"email":"A@x.example"})", 409);
    add("email with external id", R"({"email":"a@x.example"})",
        R"({"external_id":"8","email":"b@x.example"})", R"({"email":"a@x.example"})", 200);
    add("own email in another case", R"({"email":"a@x.example"})", R"({"email":"b@x.example"})",
        R"({"email":"B@x.example"})", 200);
    add("lead becomes a user with a taken id", R"({"external_id":"7"})",
        R"({"role":"lead","email":"b@x.example"})", R"({"role":"user","external_id":"7"})", 409);
    add("lead takes a user's email", R"({"email":"a@x.example"})", R"({"role":"lead"})",
        R"({"email":"a@x.example"})", 200);
}

void IdentityTest::updateMayNotTakeIdentifiers()
{
    QFETCH(QByteArray, other);
    QFETCH(QByteArray, own);
    QFETCH(QByteArray, change);
    QFETCH(int, status);
    Lab lab;
    const QString holder = lab.make(other);
    const QString id = lab.make(own);
    const QJsonObject before = lab.contact(id);
    lab.pass(10);
    const Answer answer = lab.put(u"/contacts/"_s + id, change);
    QVERIFY2(answer.status == status, text(answer).constData());
    if (status == 409) {
        QVERIFY(messageOf(answer).endsWith(holder));
        QCOMPARE(lab.contact(id), before);
    }
}

QTEST_GUILESS_MAIN(IdentityTest)
#include "tst_identity.moc"
