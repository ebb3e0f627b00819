// SPDX-License-Identifier: MIT
#include "tests/sandbox/workspace/lab.h"

using namespace roster::sandbox;
using namespace roster::sandbox::test;

//! The life-cycle table: what each operation answers to a contact in each state.
class ContactLifecycleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void operation_data();
    void operation();
    void createAgain_data();
    void createAgain();
    void lists_data();
    void lists();
    void unarchiveBringsEverythingBack();
    void deletionEndsAfterSevenDays();
    void deletingAnArchivedOneStartsTheSevenDays();
    void archiveNeedsNoBody();
};

namespace {

// A user with an external id, a tag, a company and a choice, moved into a state.
QString madeIn(Lab &lab, const QString &state)
{
    const QString id = lab.make(R"({"role":"user","external_id":"x-1","email":"ada@navy.example",
                                    "name":"Ada"})");
    const QString base = u"/contacts/"_s + id;
    lab.post(base + u"/tags"_s, R"({"id":"7522907"})");
    lab.post(base + u"/companies"_s, R"({"id":"6657a8156abd0160d35d1e55"})");
    lab.post(base + u"/subscriptions"_s, R"({"id":"37846","consent_type":"opt_out"})");
    if (state != u"active"_s)
        lab.post(base + u"/archive"_s);
    if (state == u"deleted"_s)
        lab.del(base);
    return id;
}

} // namespace

void ContactLifecycleTest::operation_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("state");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("message");
    const QString unseen = u"User Not Found"_s;
    const QString gone = u"User has been marked for permanent deletion and is not restorable."_s;
    struct Operation
    {
        const char *name;
        const char *method;
        const char *tail;
        const char *body;
    };
    const Operation plain[] = {
        {"get", "GET", "", ""},
        {"put", "PUT", "", R"({"name":"B"})"},
        {"list tags", "GET", "/tags", ""},
        {"attach tag", "POST", "/tags", R"({"id":"7522810"})"},
        {"detach tag", "DELETE", "/tags/7522907", ""},
        {"list companies", "GET", "/companies", ""},
        {"attach company", "POST", "/companies", R"({"id":"6657a8156abd0160d35d1e55"})"},
        {"detach company", "DELETE", "/companies/6657a8156abd0160d35d1e55", ""},
        {"list notes", "GET", "/notes", ""},
        {"write a note", "POST", "/notes", R"({"body":"a"})"},
        {"list segments", "GET", "/segments", ""},
        {"list subscriptions", "GET", "/subscriptions", ""},
        {"choose", "POST", "/subscriptions", R"({"id":"37847","consent_type":"opt_out"})"},
        {"choose no more", "DELETE", "/subscriptions/37846", ""}};
    for (const Operation &op : plain) {
        for (const char *state : {"active", "archived", "deleted"}) {
            const bool works = qstrcmp(state, "active") == 0;
            QTest::addRow("%s, %s", op.name, state)
                << QByteArray(op.method) << QString::fromLatin1(op.tail) << QByteArray(op.body)
                << QString::fromLatin1(state) << (works ? 200 : 404)
                << (works ? QString() : u"not_found"_s) << (works ? QString() : unseen);
        }
    }
    const auto add = [&](const char *row, const char *method, const char *tail, const char *state,
                         int status, const QString &code = {}, const QString &message = {}) {
        QTest::addRow("%s", row) << QByteArray(method) << QString::fromLatin1(tail) << QByteArray()
                                 << QString::fromLatin1(state) << status << code << message;
    };
    add("archive, active", "POST", "/archive", "active", 200);
    add("archive, archived", "POST", "/archive", "archived", 200);
    add("archive, deleted", "POST", "/archive", "deleted", 404, u"not_found"_s, unseen);
    add("unarchive, active", "POST", "/unarchive", "active", 200);
    add("unarchive, archived", "POST", "/unarchive", "archived", 200);
    add("unarchive, deleted", "POST", "/unarchive", "deleted", 400, u"bad_request"_s, gone);
    add("delete, active", "DELETE", "", "active", 200);
    add("delete, archived", "DELETE", "", "archived", 200);
    add("delete, deleted", "DELETE", "", "deleted", 404, u"not_found"_s, unseen);
}

void ContactLifecycleTest::operation()
{
    QFETCH(QByteArray, method);
    QFETCH(QString, path);
    QFETCH(QByteArray, body);
    QFETCH(QString, state);
    QFETCH(int, status);
    QFETCH(QString, code);
    QFETCH(QString, message);
    Lab lab(1);
    const QString id = madeIn(lab, state);
    const Answer answer = lab.ask(method, u"/contacts/"_s + id + path, body);
    QVERIFY2(answer.status == status, text(answer).constData());
    QCOMPARE(codeOf(answer), code);
    QCOMPARE(messageOf(answer), message);
    if (status != 200) {
        QCOMPARE(answer.body[u"type"].toString(), u"error.list"_s);
        QCOMPARE(answer.body[u"request_id"].toString().toLatin1(), answer.header("X-Request-Id"));
        QCOMPARE(answer.header("X-Request-Id").size(), 20);
        return;
    }
    if (path.isEmpty() && method == "DELETE") {
        QCOMPARE(answer.body.toObject(), (QJsonObject{{u"type"_s, u"contact"_s},
                                                      {u"id"_s, id},
                                                      {u"external_id"_s, u"x-1"_s},
                                                      {u"deleted"_s, true}}));
    }
    if (path.endsWith(u"archive"_s)) {
        QCOMPARE(answer.body.toObject(), (QJsonObject{{u"type"_s, u"contact"_s},
                                                      {u"id"_s, id},
                                                      {u"external_id"_s, u"x-1"_s},
                                                      {u"archived"_s, path == u"/archive"_s}}));
        QCOMPARE(lab.get(u"/contacts/"_s + id).status, path == u"/archive"_s ? 404 : 200);
    }
}

void ContactLifecycleTest::createAgain_data()
{
    QTest::addColumn<QString>("state");
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("second");
    QTest::addColumn<QString>("who");
    const QByteArray byId = R"({"role":"user","external_id":"x-1","email":"one@a.example"})";
    const QByteArray byIdAgain = R"({"role":"user","external_id":"x-1","email":"two@a.example"})";
    const QByteArray byEmail = R"({"email":"one@a.example"})";
    const QByteArray lead = R"({"role":"lead","email":"one@a.example"})";
    QTest::newRow("external id, active") << u"active"_s << byId << byIdAgain << u"A contact"_s;
    QTest::newRow("external id, archived")
        << u"archived"_s << byId << byIdAgain << u"An archived contact"_s;
    QTest::newRow("external id, deleted")
        << u"deleted"_s << byId << byIdAgain << u"An archived contact"_s;
    QTest::newRow("email, active") << u"active"_s << byEmail << byEmail << u"A contact"_s;
    QTest::newRow("email, archived")
        << u"archived"_s << byEmail << byEmail << u"An archived contact"_s;
    QTest::newRow("email, deleted")
        << u"deleted"_s << byEmail << byEmail << u"An archived contact"_s;
    QTest::newRow("lead, active") << u"active"_s << lead << lead << QString();
    QTest::newRow("lead, archived") << u"archived"_s << lead << lead << QString();
    QTest::newRow("lead, deleted") << u"deleted"_s << lead << lead << QString();
}

void ContactLifecycleTest::createAgain()
{
    QFETCH(QString, state);
    QFETCH(QByteArray, first);
    QFETCH(QByteArray, second);
    QFETCH(QString, who);
    Lab lab;
    const QString id = lab.make(first);
    if (state == u"archived"_s)
        lab.post(u"/contacts/"_s + id + u"/archive"_s);
    if (state == u"deleted"_s)
        lab.del(u"/contacts/"_s + id);
    const Answer answer = lab.post(u"/contacts"_s, second);
    if (who.isEmpty()) {
        QCOMPARE(answer.status, 200);
        QVERIFY(answer.body[u"id"].toString() != id);
        return;
    }
    QCOMPARE(answer.status, 409);
    QCOMPARE(codeOf(answer), u"conflict"_s);
    QCOMPARE(messageOf(answer), who + u" matching those details already exists with id="_s + id);
}

void ContactLifecycleTest::lists_data()
{
    QTest::addColumn<QString>("state");
    QTest::newRow("active") << u"active"_s;
    QTest::newRow("archived") << u"archived"_s;
    QTest::newRow("deleted") << u"deleted"_s;
}

// GET /contacts, search, a company's contacts and its user_count hold active ones alone.
void ContactLifecycleTest::lists()
{
    QFETCH(QString, state);
    Lab lab(1);
    const QString company = u"/companies/6657a8156abd0160d35d1e55"_s;
    const QString id = madeIn(lab, state);
    const bool isActive = state == u"active"_s;
    const Answer all = lab.get(u"/contacts"_s);
    QCOMPARE(idsOf(all).contains(id), isActive);
    QCOMPARE(all.body[u"total_count"].toInt(), isActive ? 2 : 1);
    const Answer found = lab.search(R"({"field":"external_id","operator":"=","value":"x-1"})");
    QCOMPARE(idsOf(found), isActive ? QStringList{id} : QStringList());
    const Answer people = lab.get(company + u"/contacts"_s);
    QCOMPARE(idsOf(people), isActive ? QStringList{id} : QStringList());
    QCOMPARE(lab.get(company).body[u"user_count"].toInt(), isActive ? 1 : 0);
    QCOMPARE(lab.post(u"/companies/list"_s).body[u"total_count"].toInt(), isActive ? 1 : 0);
}

void ContactLifecycleTest::unarchiveBringsEverythingBack()
{
    Lab lab(1);
    const QString id = madeIn(lab, u"active"_s);
    const QJsonObject before = lab.contact(id);
    lab.post(u"/contacts/"_s + id + u"/archive"_s);
    lab.pass(86400);
    lab.post(u"/contacts/"_s + id + u"/unarchive"_s);
    QCOMPARE(lab.contact(id), before);
}

void ContactLifecycleTest::deletionEndsAfterSevenDays()
{
    Lab lab;
    const QByteArray body = R"({"role":"user","external_id":"x-1"})";
    const QString id = lab.make(body);
    lab.del(u"/contacts/"_s + id);
    lab.pass(7 * 86400 - 1);
    QCOMPARE(lab.post(u"/contacts"_s, body).status, 409);
    QCOMPARE(lab.post(u"/contacts/"_s + id + u"/unarchive"_s).status, 400);
    lab.pass(1);
    QCOMPARE(lab.post(u"/contacts/"_s + id + u"/unarchive"_s).status, 404);
    QCOMPARE(lab.post(u"/contacts"_s, body).status, 200);
}

void ContactLifecycleTest::deletingAnArchivedOneStartsTheSevenDays()
{
    Lab lab;
    const QByteArray body = R"({"role":"user","external_id":"x-1"})";
    const QString id = lab.make(body);
    lab.post(u"/contacts/"_s + id + u"/archive"_s);
    lab.pass(30 * 86400);
    QCOMPARE(lab.post(u"/contacts"_s, body).status, 409); // archived, it holds on for ever
    lab.del(u"/contacts/"_s + id);
    lab.pass(7 * 86400 - 1);
    QCOMPARE(lab.post(u"/contacts"_s, body).status, 409);
    lab.pass(1);
    QCOMPARE(lab.post(u"/contacts"_s, body).status, 200);
}

void ContactLifecycleTest::archiveNeedsNoBody()
{
    Lab lab;
    const QString id = lab.make(R"({"email":"a@b.example"})");
    QCOMPARE(lab.post(u"/contacts/"_s + id + u"/archive"_s, "{}").status, 200);
    QCOMPARE(lab.post(u"/contacts/"_s + id + u"/unarchive"_s, "not json").status, 200);
}

QTEST_GUILESS_MAIN(ContactLifecycleTest)
#include "tst_contactlifecycle.moc"
