// SPDX-License-Identifier: MIT
#include "tests/sandbox/workspace/lab.h"

using namespace roster::sandbox;
using namespace roster::sandbox::test;

//! Contacts searched by segments, and the segments of companies.
class SegmentSearchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_lab = std::make_unique<Lab>(1); }
    void searched_data();
    void searched();
    void searchLagsBehind();
    void ofCompanies_data();
    void ofCompanies();
    void companiesAreFiltered();

private:
    QString idNamed(const QString &name)
    {
        for (const QJsonValue &segment : m_lab->get(u"/segments"_s).body[u"segments"].toArray()) {
            if (segment[u"name"].toString() == name)
                return segment[u"id"].toString();
        }
        return {};
    }

    std::unique_ptr<Lab> m_lab;
};

void SegmentSearchTest::searched_data()
{
    QTest::addColumn<QByteArray>("op");
    QTest::addColumn<QByteArray>("value"); //!< NEW and ACTIVE stand for ids
    QTest::addColumn<QString>("expected"); //!< the external ids of those who are found
    const auto add = [](const char *row, const char *op, const char *value, const char *expected) {
        QTest::newRow(row) << QByteArray(op) << QByteArray(value) << QString::fromLatin1(expected);
    };
    // a is new and active, b new alone, c neither.
    add("in it", "=", "\"ACTIVE\"", "a");
    add("not in it", "!=", "\"ACTIVE\"", "bc");
    add("in one of them", "IN", "[\"ACTIVE\",\"NEW\"]", "ab");
    add("in none of them", "NIN", "[\"ACTIVE\",\"NEW\"]", "c");
    add("in any", "!=", "null", "ab");
    add("in none", "=", "null", "c");
    add("an unknown one", "=", "\"nothing\"", "");
    add("not in an unknown one", "!=", "\"nothing\"", "abc");
    add("a part of ids", "~", "\"0\"", "ab");
    add("no part of ids", "!~", "\"0\"", "c");
    add("how one begins", "^", "\"ACTIVE\"", "a");
    add("how one ends", "$", "\"ACTIVE\"", "a");
    add("several at once", "IN", "[\"nothing\",\"ACTIVE\"]", "a");
}

void SegmentSearchTest::searched()
{
    QFETCH(QByteArray, op);
    QFETCH(QByteArray, value);
    QFETCH(QString, expected);
    const QByteArray now = QByteArray::number(m_lab->now());
    m_lab->make(R"({"external_id":"a","last_seen_at":)" + now + '}');
    m_lab->make(R"({"external_id":"b"})");
    // A user of long ago, as only a seeded one can be.
    m_lab->put(u"/contacts/63a07ddf05a32042dffac965"_s, R"({"external_id":"c"})");
    value.replace("ACTIVE", idNamed(u"Active"_s).toLatin1());
    value.replace("NEW", idNamed(u"New"_s).toLatin1());
    const Answer found =
        m_lab->search(R"({"field":"segment_id","operator":")" + op + R"(","value":)" + value + '}');
    QVERIFY2(found.status == 200, text(found).constData());
    QStringList people;
    for (const QJsonValue &person : found.body[u"data"].toArray())
        people.append(person[u"external_id"].toString());
    people.sort();
    QCOMPARE(people.join(QString()), expected);
}

// Tags are read as search sees them.
void SegmentSearchTest::searchLagsBehind()
{
    WorkspaceOptions options;
    options.searchLagMs = 5000;
    m_lab = std::make_unique<Lab>(0, options);
    const QString id = m_lab->make(R"({"external_id":"1"})");
    m_lab->pass(10);
    m_lab->post(u"/contacts/"_s + id + u"/tags"_s, R"({"id":"7522818"})");
    const QByteArray query = R"({"field":"segment_id","operator":"=","value":")" +
                             idNamed(u"Might leave"_s).toLatin1() + "\"}";
    const Answer known = m_lab->get(u"/contacts/"_s + id + u"/segments"_s);
    QCOMPARE(known.body[u"data"].toArray().last()[u"name"].toString(), u"Might leave"_s);
    QCOMPARE(idsOf(m_lab->search(query)), QStringList());
    m_lab->pass(6);
    QCOMPARE(idsOf(m_lab->search(query)), QStringList{id});
}

void SegmentSearchTest::ofCompanies_data()
{
    QTest::addColumn<QByteArray>("rest");
    QTest::addColumn<QStringList>("expected");
    const QString made = u"New companies"_s;
    QTest::newRow("new") << QByteArray() << QStringList{made};
    QTest::newRow("with money") << QByteArray(R"(,"monthly_spend":2500)")
                                << QStringList{made, u"Big spenders"_s};
    QTest::newRow("with less") << QByteArray(R"(,"monthly_spend":2499)") << QStringList{made};
    QTest::newRow("seen") << QByteArray(R"(,"update_last_request_at":true)")
                          << QStringList{u"Active companies"_s, made};
}

void SegmentSearchTest::ofCompanies()
{
    QFETCH(QByteArray, rest);
    QFETCH(QStringList, expected);
    m_lab->speak("2.16");
    const Answer company = m_lab->post(u"/companies"_s, R"({"company_id":"k")" + rest + '}');
    QVERIFY2(company.status == 200, text(company).constData());
    const Answer list =
        m_lab->get(u"/companies/"_s + company.body[u"id"].toString() + u"/segments"_s);
    QCOMPARE(list.body.toObject().keys(), (QStringList{u"data"_s, u"type"_s}));
    QCOMPARE(list.body[u"type"].toString(), u"list"_s);
    QCOMPARE(company.body[u"segments"].toObject(),
             (QJsonObject{{u"type"_s, u"segment.list"_s}, {u"segments"_s, list.body[u"data"]}}));
    QStringList names;
    for (const QJsonValue &segment : list.body[u"data"].toArray()) {
        names.append(segment[u"name"].toString());
        QCOMPARE(m_lab->get(u"/segments/"_s + segment[u"id"].toString()).body, segment);
    }
    QCOMPARE(names, expected);
}

void SegmentSearchTest::companiesAreFiltered()
{
    m_lab = std::make_unique<Lab>(80);
    QHash<QString, QStringList> members;
    const QString list = u"/companies?per_page=150"_s;
    for (const QJsonValue &company : m_lab->get(list).body[u"data"].toArray()) {
        for (const QJsonValue &segment : company[u"segments"][u"segments"].toArray())
            members[segment[u"id"].toString()].append(company[u"id"].toString());
    }
    QVERIFY(members.size() >= 2);
    for (auto it = members.cbegin(); it != members.cend(); ++it)
        QCOMPARE(idsOf(m_lab->get(list + u"&segment_id="_s + it.key())), it.value());
    const QString ofPeople = idNamed(u"Active"_s);
    QCOMPARE(codeOf(m_lab->get(list + u"&segment_id="_s + ofPeople)), u"company_not_found"_s);
}

QTEST_GUILESS_MAIN(SegmentSearchTest)
#include "tst_segmentsearch.moc"
