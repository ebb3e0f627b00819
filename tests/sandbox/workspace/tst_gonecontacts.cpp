// SPDX-License-Identifier: MIT
#include "tests/sandbox/workspace/lab.h"

using namespace roster::sandbox;
using namespace roster::sandbox::test;

//! Contacts that were deleted, merged or blocked: what is still answered for them, and to whom
//! their identifiers belong.
class GoneContactsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void operation_data();
    void operation();
    void blockAnswer();
    void blockedOnesAreInNoList();
    void identifiersOfTheBlocked_data();
    void identifiersOfTheBlocked();
    void deletingABlockedOneFreesItsIdentifiers();
    void laterDeletionsStartTheirOwnSevenDays();
    void searchLagsBehindBlocking();
};

namespace {

const QString company = u"6657a8156abd0160d35d1e55"_s;

// A user, or for "merged" a lead, moved into a state; spoken is 2.16.
QString madeIn(Lab &lab, const QString &state)
{
    lab.speak("2.16");
    const bool isMerged = state == u"merged"_s;
    const QString id =
        lab.make(isMerged ? R"({"role":"lead","email":"ada@navy.example"})"
                          : R"({"role":"user","external_id":"x-1","email":"ada@navy.example"})");
    const QString base = u"/contacts/"_s + id;
    lab.post(base + u"/companies"_s, R"({"id":")" + company.toLatin1() + "\"}");
    if (state == u"archived"_s)
        lab.post(base + u"/archive"_s);
    if (state == u"deleted"_s)
        lab.del(base);
    if (state == u"blocked"_s)
        lab.post(base + u"/block"_s);
    if (isMerged) {
        const QString user = lab.make(R"({"external_id":"u","email":"ada@navy.example"})");
        const QJsonObject body{{u"from"_s, id}, {u"into"_s, user}};
        lab.post(u"/contacts/merge"_s, QJsonDocument(body).toJson());
    }
    return id;
}

} // namespace

void GoneContactsTest::operation_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("tail");
    QTest::addColumn<QString>("state");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("message");
    const QString unseen = u"User Not Found"_s;
    const QString moved =
        u"This contact has been merged. See the 'Link' header for the canonical contact."_s;
    const auto row = [](const char *method, const char *tail, const char *state, int status,
                        const QString &message = {}) {
        QTest::addRow("%s %s, %s", method, tail, state)
            << QByteArray(method) << QString::fromLatin1(tail) << QString::fromLatin1(state)
            << status << message;
    };
    for (const char *state : {"archived", "deleted", "blocked"})
        row("GET", "", state, 404, unseen);
    row("GET", "", "merged", 410, moved);
    for (const char *state : {"archived", "deleted", "blocked", "merged"}) {
        row("PUT", "", state, 404, unseen);
        row("GET", "/tags", state, 404, unseen);
        row("GET", "/companies", state, 404, unseen);
        row("GET", "/merge_history", state, 404, u"Contact not found"_s);
    }
    row("POST", "/block", "active", 200);
    row("POST", "/block", "archived", 200);
    row("POST", "/block", "blocked", 200);
    row("POST", "/block", "deleted", 404, unseen);
    row("POST", "/block", "merged", 404, unseen);
    row("POST", "/archive", "blocked", 404, unseen);
    row("POST", "/archive", "merged", 404, unseen);
    row("POST", "/unarchive", "blocked", 400, u"User has been blocked and is not restorable."_s);
    row("POST", "/unarchive", "deleted", 400,
        u"User has been marked for permanent deletion and is not restorable."_s);
    row("POST", "/unarchive", "merged", 400, u"User has been merged and is not restorable."_s);
    row("DELETE", "", "blocked", 200);
    row("DELETE", "", "deleted", 404, unseen);
    row("DELETE", "", "merged", 404, unseen);
}

void GoneContactsTest::operation()
{
    QFETCH(QByteArray, method);
    QFETCH(QString, tail);
    QFETCH(QString, state);
    QFETCH(int, status);
    QFETCH(QString, message);
    Lab lab(1);
    const QString id = madeIn(lab, state);
    const Answer answer = lab.ask(method, u"/contacts/"_s + id + tail);
    QVERIFY2(answer.status == status, text(answer).constData());
    QCOMPARE(messageOf(answer), message);
}

void GoneContactsTest::blockAnswer()
{
    Lab lab(1);
    const QString id = madeIn(lab, u"active"_s);
    QCOMPARE(lab.post(u"/contacts/"_s + id + u"/block"_s).body.toObject(),
             (QJsonObject{{u"type"_s, u"contact"_s},
                          {u"id"_s, id},
                          {u"external_id"_s, u"x-1"_s},
                          {u"blocked"_s, true}}));
    QCOMPARE(codeOf(lab.post(u"/contacts/"_s + id + u"/unarchive"_s)), u"not_restorable"_s);
    QCOMPARE(lab.post(u"/contacts/000000000000000000000000/block"_s).status, 404);
}

void GoneContactsTest::blockedOnesAreInNoList()
{
    Lab lab(1);
    const QString id = madeIn(lab, u"blocked"_s);
    QVERIFY(!idsOf(lab.get(u"/contacts"_s)).contains(id));
    QCOMPARE(idsOf(lab.search(R"({"field":"external_id","operator":"=","value":"x-1"})")),
             QStringList());
    QCOMPARE(idsOf(lab.get(u"/companies/"_s + company + u"/contacts"_s)), QStringList());
    QCOMPARE(lab.get(u"/companies/"_s + company).body[u"user_count"].toInt(), 0);
}

void GoneContactsTest::identifiersOfTheBlocked_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::newRow("external id") << QByteArray(R"({"external_id":"x-1"})") << 400;
    QTest::newRow("email") << QByteArray(R"({"email":"ADA@navy.example"})") << 400;
    QTest::newRow("a lead") << QByteArray(R"({"role":"lead","email":"ada@navy.example"})") << 200;
    QTest::newRow("another external id")
        << QByteArray(R"({"external_id":"x-2","email":"ada@navy.example"})") << 200;
}

void GoneContactsTest::identifiersOfTheBlocked()
{
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    Lab lab(1);
    madeIn(lab, u"blocked"_s);
    lab.pass(30 * 86400);
    const Answer answer = lab.post(u"/contacts"_s, body);
    QCOMPARE(answer.status, status);
    QCOMPARE(codeOf(answer), status == 200 ? QString() : u"not_restorable"_s);
}

void GoneContactsTest::deletingABlockedOneFreesItsIdentifiers()
{
    Lab lab(1);
    const QString id = madeIn(lab, u"blocked"_s);
    QCOMPARE(lab.del(u"/contacts/"_s + id).status, 200);
    const Answer held = lab.post(u"/contacts"_s, R"({"external_id":"x-1"})");
    QCOMPARE(held.status, 409);
    QVERIFY(messageOf(held).startsWith(u"An archived contact"_s));
    lab.pass(7 * 86400);
    QCOMPARE(lab.post(u"/contacts"_s, R"({"external_id":"x-1"})").status, 200);
}

// Two contacts that were deleted on different days are gone for good on different days.
void GoneContactsTest::laterDeletionsStartTheirOwnSevenDays()
{
    Lab lab;
    const QString first = lab.make(R"({"external_id":"1"})");
    const QString second = lab.make(R"({"external_id":"2"})");
    lab.del(u"/contacts/"_s + first);
    lab.pass(86400);
    lab.del(u"/contacts/"_s + second);
    lab.pass(6 * 86400);
    QCOMPARE(lab.post(u"/contacts/"_s + first + u"/unarchive"_s).status, 404);
    QCOMPARE(lab.post(u"/contacts/"_s + second + u"/unarchive"_s).status, 400);
    QCOMPARE(lab.post(u"/contacts"_s, R"({"external_id":"1"})").status, 200);
    QCOMPARE(lab.post(u"/contacts"_s, R"({"external_id":"2"})").status, 409);
}

void GoneContactsTest::searchLagsBehindBlocking()
{
    WorkspaceOptions options;
    options.searchLagMs = 5000;
    Lab lab(1, options);
    const QString id = madeIn(lab, u"active"_s);
    lab.pass(10);
    lab.post(u"/contacts/"_s + id + u"/block"_s);
    QCOMPARE(lab.get(u"/contacts/"_s + id).status, 404);
    QVERIFY(idsOf(lab.get(u"/contacts"_s)).contains(id));
    lab.pass(6);
    QVERIFY(!idsOf(lab.get(u"/contacts"_s)).contains(id));
}

QTEST_GUILESS_MAIN(GoneContactsTest)
#include "tst_gonecontacts.moc"
