// SPDX-License-Identifier: MIT
#include "tests/sandbox/workspace/lab.h"

using namespace roster::sandbox;
using namespace roster::sandbox::test;

//! Lists and search see a write only when the lag has passed; GET by id sees it at once.
class SearchLagTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writes_data();
    void writes();
    void aSecondWriteWaitsForItself();
    void withoutALag();
    void entriesAreOld();
    void walksStayWhole();
};

namespace {

constexpr int lagMs = 5000;
const QByteArray byName = R"({"field":"name","operator":"=","value":"Ada"})";
const QByteArray byNewName = R"({"field":"name","operator":"=","value":"Bea"})";
const QByteArray byTag = R"({"field":"tag_id","operator":"=","value":"7522810"})";
const QByteArray byRole = R"({"field":"role","operator":"=","value":"user"})";

WorkspaceOptions lagging()
{
    WorkspaceOptions options;
    options.searchLagMs = lagMs;
    return options;
}

//! A contact called Ada, long known to search.
QString known(Lab &lab)
{
    const QString id = lab.make(R"({"external_id":"a","name":"Ada"})");
    lab.passMs(lagMs);
    return id;
}

} // namespace

void SearchLagTest::writes_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("tail");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<bool>("before"); // is the contact found until the lag has passed
    const QByteArray post = "POST";
    QTest::newRow("update, by the old value")
        << QByteArray("PUT") << QString() << QByteArray(R"({"name":"Bea"})") << byName << true;
    QTest::newRow("update, by the new value")
        << QByteArray("PUT") << QString() << QByteArray(R"({"name":"Bea"})") << byNewName << false;
    QTest::newRow("archive") << post << u"/archive"_s << QByteArray() << byName << true;
    QTest::newRow("delete") << QByteArray("DELETE") << QString() << QByteArray() << byName << true;
    QTest::newRow("tag") << post << u"/tags"_s << QByteArray(R"({"id":"7522810"})") << byTag
                         << false;
}

void SearchLagTest::writes()
{
    QFETCH(QByteArray, method);
    QFETCH(QString, tail);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, query);
    QFETCH(bool, before);
    Lab lab(0, lagging());
    const QString id = known(lab);
    QCOMPARE(lab.ask(method, u"/contacts/"_s + id + tail, body).status, 200);
    const QStringList hit{id};
    QCOMPARE(idsOf(lab.search(query)), before ? hit : QStringList());
    lab.passMs(lagMs - 1);
    QCOMPARE(idsOf(lab.search(query)), before ? hit : QStringList());
    QCOMPARE(lab.search(query).body[u"total_count"].toInt(), before ? 1 : 0);
    lab.passMs(1);
    QCOMPARE(idsOf(lab.search(query)), before ? QStringList() : hit);
    QCOMPARE(lab.search(query).body[u"total_count"].toInt(), before ? 0 : 1);
}

void SearchLagTest::aSecondWriteWaitsForItself()
{
    Lab lab(0, lagging());
    const QString id = known(lab);
    const QString path = u"/contacts/"_s + id;
    lab.put(path, R"({"name":"Bea"})");
    lab.passMs(3000);
    lab.put(path, R"({"name":"Cleo"})");
    QCOMPARE(idsOf(lab.search(byName)), QStringList{id});
    lab.passMs(2000);
    QCOMPARE(idsOf(lab.search(byNewName)), QStringList{id});
    lab.passMs(3000);
    QCOMPARE(idsOf(lab.search(byNewName)), QStringList());
    QCOMPARE(lab.get(u"/contacts"_s).body[u"data"][0][u"name"].toString(), u"Cleo"_s);
}

void SearchLagTest::withoutALag()
{
    Lab lab;
    const QString id = lab.make(R"({"external_id":"a","name":"Ada"})");
    QCOMPARE(idsOf(lab.search(byName)), QStringList{id});
    lab.post(u"/contacts/"_s + id + u"/archive"_s);
    QCOMPARE(idsOf(lab.search(byName)), QStringList());
}

// A new contact, its companies and every list: old in lists, new by id.
void SearchLagTest::entriesAreOld()
{
    Lab lab(1, lagging());
    const QString company = u"/companies/6657a8156abd0160d35d1e55/contacts"_s;
    const QString id = lab.make(R"({"external_id":"a","name":"Ada"})");
    const QString path = u"/contacts/"_s + id;
    QCOMPARE(lab.get(path).status, 200);
    QVERIFY(!idsOf(lab.get(u"/contacts"_s)).contains(id));
    QVERIFY(!idsOf(lab.search(byRole)).contains(id));
    lab.passMs(lagMs);
    QVERIFY(idsOf(lab.get(u"/contacts"_s)).contains(id));

    const QJsonObject before = lab.contact(id);
    lab.pass(1);
    lab.post(path + u"/companies"_s, R"({"id":"6657a8156abd0160d35d1e55"})");
    lab.put(path, R"({"name":"Bea","custom_attributes":{"seats":1}})");
    const QJsonObject after = lab.contact(id);
    QCOMPARE(after[u"name"_s].toString(), u"Bea"_s);
    QCOMPARE(after[u"companies"_s][u"total_count"].toInt(), 1);
    QVERIFY(!idsOf(lab.get(company)).contains(id));
    const auto listed = [&] {
        const QJsonArray data = lab.get(u"/contacts"_s).body[u"data"].toArray();
        for (const QJsonValue &entry : data) {
            if (entry[u"id"].toString() == id)
                return entry.toObject();
        }
        return QJsonObject();
    };
    QCOMPARE(listed(), before);
    lab.passMs(lagMs);
    QCOMPARE(listed(), after);
    QVERIFY(idsOf(lab.get(company)).contains(id));
}

// What changes while a client walks neither doubles nor hides anything before its time.
void SearchLagTest::walksStayWhole()
{
    Lab lab(40, lagging());
    QStringList seen;
    QString cursor;
    do {
        const QByteArray after =
            cursor.isEmpty() ? QByteArray() : ",\"starting_after\":\"" + cursor.toLatin1() + '"';
        const Answer answer = lab.post(
            u"/contacts/search"_s,
            R"({"query":{"field":"created_at","operator":">","value":0},"pagination":{"per_page":9)" +
                after + "}}");
        QCOMPARE(answer.body[u"total_count"].toInt(), 40);
        seen += idsOf(answer);
        for (const QString &id : idsOf(answer)) {
            lab.put(u"/contacts/"_s + id, R"({"last_seen_at":1})");
            lab.passMs(10);
        }
        lab.post(u"/contacts/"_s + seen.last() + u"/archive"_s);
        cursor = answer.body[u"pages"][u"next"][u"starting_after"].toString();
    } while (!cursor.isEmpty());
    QCOMPARE(seen.size(), 40);
    QCOMPARE(QSet<QString>(seen.begin(), seen.end()).size(), 40);
}

QTEST_GUILESS_MAIN(SearchLagTest)
#include "tst_searchlag.moc"
