// SPDX-License-Identifier: MIT
#include "tests/sandbox/workspace/lab.h"

using namespace roster::sandbox;
using namespace roster::sandbox::test;

//! GET /contacts/{id}/merge_history, and include_merge_history wherever 2.16 takes it.
class MergeHistoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void pages_data();
    void pages();
    void samePagesFromLeadsOfOneSecond();
    void refuses_data();
    void refuses();
    void nobodyMerged();
    void included_data();
    void included();

private:
    void merge(const QString &lead);
    QString path() const { return u"/contacts/"_s + m_user; }

    std::unique_ptr<Lab> m_lab;
    QString m_user;
    QStringList m_leads; //!< in the order of their merges
};

void MergeHistoryTest::init()
{
    m_lab = std::make_unique<Lab>();
    m_lab->speak("2.16");
    m_user = m_lab->make(R"({"external_id":"u"})");
    m_leads.clear();
    for (int i = 0; i < 5; ++i) {
        m_lab->pass(60);
        merge(m_lab->make(R"({"role":"lead"})"));
    }
}

void MergeHistoryTest::merge(const QString &lead)
{
    const QJsonObject body{
        {u"from"_s, lead}, {u"into"_s, m_user}, {u"skip_duplicate_validation"_s, true}};
    QCOMPARE(m_lab->post(u"/contacts/merge"_s, QJsonDocument(body).toJson()).status, 200);
    m_leads.append(lead);
}

void MergeHistoryTest::pages_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<bool>("isAscending");
    QTest::addColumn<int>("size");
    QTest::newRow("as it comes") << QString() << false << 50;
    QTest::newRow("descending") << u"&order=desc"_s << false << 50;
    QTest::newRow("ascending") << u"&order=asc"_s << true << 50;
    QTest::newRow("by two") << u"&per_page=2"_s << false << 2;
    QTest::newRow("by two, ascending") << u"&per_page=2&order=asc"_s << true << 2;
    QTest::newRow("all of them") << u"&per_page=5"_s << false << 5;
    QTest::newRow("one by one") << u"&per_page=1&order=asc"_s << true << 1;
}

void MergeHistoryTest::pages()
{
    QFETCH(QString, query);
    QFETCH(bool, isAscending);
    QFETCH(int, size);
    QStringList expected = m_leads;
    if (!isAscending)
        std::reverse(expected.begin(), expected.end());
    QString cursor;
    QStringList found;
    do {
        const Answer answer =
            m_lab->get(path() + u"/merge_history?cursor="_s +
                       QString::fromLatin1(QUrl::toPercentEncoding(cursor)) + query);
        QVERIFY2(answer.status == 200, text(answer).constData());
        QCOMPARE(answer.body[u"type"].toString(), u"list"_s);
        const QJsonArray data = answer.body[u"data"].toArray();
        for (const QJsonValue &item : data)
            found.append(item[u"source_contact_id"].toString());
        const bool hasMore = found.size() < expected.size();
        QVERIFY(data.size() == size || !hasMore);
        QCOMPARE(answer.body[u"has_more"].toBool(), hasMore);
        QCOMPARE(answer.body.toObject().contains(u"next_cursor"_s), hasMore);
        cursor = answer.body[u"next_cursor"].toString();
    } while (!cursor.isEmpty() && found.size() < 20);
    QCOMPARE(found, expected);
}

void MergeHistoryTest::samePagesFromLeadsOfOneSecond()
{
    for (int i = 0; i < 4; ++i)
        merge(m_lab->make(R"({"role":"lead"})"));
    QSet<QString> found;
    QString cursor;
    for (int i = 0; i < 9; ++i) {
        const Answer answer = m_lab->get(path() + u"/merge_history?per_page=1&cursor="_s +
                                         QString::fromLatin1(QUrl::toPercentEncoding(cursor)));
        found.insert(answer.body[u"data"][0][u"source_contact_id"].toString());
        cursor = answer.body[u"next_cursor"].toString();
    }
    QCOMPARE(found, QSet<QString>(m_leads.begin(), m_leads.end()));
    QVERIFY(cursor.isEmpty());
}

void MergeHistoryTest::refuses_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    const QString bad = u"parameter_invalid"_s;
    QTest::newRow("nobody") << u"/contacts/000000000000000000000000/merge_history"_s << 404
                            << u"not_found"_s;
    QTest::newRow("a lead") << u"/contacts/LEAD/merge_history"_s << 404 << u"not_found"_s;
    QTest::newRow("no page") << u"/contacts/USER/merge_history?per_page=0"_s << 400 << bad;
    QTest::newRow("a long page") << u"/contacts/USER/merge_history?per_page=151"_s << 400 << bad;
    QTest::newRow("an order") << u"/contacts/USER/merge_history?order=up"_s << 400 << bad;
    QTest::newRow("a cursor") << u"/contacts/USER/merge_history?cursor=nonsense"_s << 400 << bad;
    QTest::newRow("another list's cursor") // ["a","b",2]
        << u"/contacts/USER/merge_history?cursor=WyJhIiwiYiIsMl0="_s << 400 << bad;
}

void MergeHistoryTest::refuses()
{
    QFETCH(QString, path);
    QFETCH(int, status);
    QFETCH(QString, code);
    path.replace(u"USER"_s, m_user);
    path.replace(u"LEAD"_s, m_lab->make(R"({"role":"lead"})"));
    const Answer answer = m_lab->get(path);
    QVERIFY2(answer.status == status, text(answer).constData());
    QCOMPARE(codeOf(answer), code);
    if (status == 404)
        QCOMPARE(messageOf(answer), u"Contact not found"_s);
}

void MergeHistoryTest::nobodyMerged()
{
    const QString alone = m_lab->make(R"({"external_id":"alone"})");
    const Answer answer = m_lab->get(u"/contacts/"_s + alone + u"/merge_history"_s);
    QCOMPARE(
        answer.body.toObject(),
        (QJsonObject{{u"type"_s, u"list"_s}, {u"data"_s, QJsonArray()}, {u"has_more"_s, false}}));
}

void MergeHistoryTest::included_data()
{
    QTest::addColumn<QByteArray>("version");
    QTest::addColumn<QString>("asked");
    QTest::addColumn<bool>("isTold");
    QTest::newRow("asked") << "2.16"_ba << u"?include_merge_history=true"_s << true;
    QTest::newRow("not asked") << "2.16"_ba << QString() << false;
    QTest::newRow("refused") << "2.16"_ba << u"?include_merge_history=false"_s << false;
    QTest::newRow("too early") << "2.15"_ba << u"?include_merge_history=true"_s << false;
}

// Users tell it in every operation that answers contacts; leads never do.
void MergeHistoryTest::included()
{
    QFETCH(QByteArray, version);
    QFETCH(QString, asked);
    QFETCH(bool, isTold);
    const QString other = m_lab->make(R"({"role":"lead","name":"other"})");
    m_lab->speak(version);
    const QByteArray query =
        R"({"query":{"field":"role","operator":"IN","value":["user","lead"]}})";
    const QJsonObject body{
        {u"from"_s, other}, {u"into"_s, m_user}, {u"skip_duplicate_validation"_s, true}};
    QList<QJsonObject> contacts{
        m_lab->get(path() + asked).body.toObject(),
        m_lab->put(path() + asked, R"({"name":"U"})").body.toObject(),
        m_lab->get(u"/contacts/find_by_external_id/u"_s + asked).body.toObject()};
    const QList<Answer> lists{m_lab->get(u"/contacts"_s + asked),
                              m_lab->post(u"/contacts/search"_s + asked, query)};
    for (const Answer &list : lists) {
        QCOMPARE(idsOf(list).size(), 2);
        for (const QJsonValue &entry : list.body[u"data"].toArray()) {
            if (entry[u"role"].toString() == u"user"_s)
                contacts.append(entry.toObject());
            else
                QVERIFY(!entry.toObject().contains(u"merge_history"_s));
        }
    }
    QCOMPARE(contacts.size(), 5);
    for (const QJsonObject &contact : contacts) {
        QCOMPARE(contact[u"id"_s].toString(), m_user);
        QCOMPARE(contact.contains(u"merge_history"_s), isTold);
        QCOMPARE(contact[u"merge_history"_s].toArray().size(), isTold ? 5 : 0);
    }
    const QJsonValue first = contacts.first()[u"merge_history"_s][0];
    if (isTold) {
        QCOMPARE(first.toObject(), (QJsonObject{{u"type"_s, u"merge_history"_s},
                                                {u"source_contact_id"_s, m_leads.last()},
                                                {u"source_contact_role"_s, u"lead"_s},
                                                {u"merged_at"_s, m_lab->now()}}));
    }
    const Answer merged = m_lab->post(u"/contacts/merge"_s + asked, QJsonDocument(body).toJson());
    QCOMPARE(merged.body[u"merge_history"].toArray().size(), isTold ? 6 : 0);
}

QTEST_GUILESS_MAIN(MergeHistoryTest)
#include "tst_mergehistory.moc"
