// SPDX-License-Identifier: MIT
#include "tests/sandbox/workspace/dump.h"

using namespace roster::sandbox;
using namespace roster::sandbox::test;

//! Segments of people: who is in, and how many.
class SegmentsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void listed();
    void counted();
    void fixedIds();
    void rules_data();
    void rules();
    void membersComeAndGo();
    void nobodyMovesByWaiting();
    void unknownOnes_data();
    void unknownOnes();
    void tagsInUseStay();

private:
    QStringList segmentsOf(const QString &contact)
    {
        const Answer list = m_lab->get(u"/contacts/"_s + contact + u"/segments"_s);
        QStringList names;
        for (const QJsonValue &segment : list.body[u"data"].toArray())
            names.append(segment[u"name"].toString());
        return names;
    }
    static QString idNamed(Lab &lab, const QString &name)
    {
        for (const QJsonValue &segment : lab.get(u"/segments"_s).body[u"segments"].toArray()) {
            if (segment[u"name"].toString() == name)
                return segment[u"id"].toString();
        }
        return {};
    }

    std::unique_ptr<Lab> m_lab;
    std::unique_ptr<Lab> m_town; //!< with many people; only read
    QList<QJsonObject> m_people;
};

void SegmentsTest::initTestCase()
{
    m_town = std::make_unique<Lab>(600);
    m_people = walk(*m_town, u"/contacts"_s, 150).entries;
    QCOMPARE(m_people.size(), 600);
}

void SegmentsTest::init()
{
    m_lab = std::make_unique<Lab>();
}

void SegmentsTest::listed()
{
    const Answer answer = m_town->get(u"/segments"_s);
    QCOMPARE(answer.body.toObject().keys(), (QStringList{u"segments"_s, u"type"_s}));
    QCOMPARE(answer.body[u"type"].toString(), u"segment.list"_s);
    const QJsonArray all = answer.body[u"segments"].toArray();
    QVERIFY(all.size() >= 8);
    QSet<QString> ids;
    for (const QJsonValue &segment : all) {
        QCOMPARE(segment.toObject().keys().join(u' '),
                 u"created_at id name person_type type updated_at"_s);
        QCOMPARE(segment[u"type"].toString(), u"segment"_s);
        const QString id = segment[u"id"].toString();
        QVERIFY(QRegularExpression(u"^[0-9a-f]{24}$"_s).match(id).hasMatch());
        ids.insert(id);
        const bool isOfLeads = segment[u"name"].toString().contains(u"eads"_s);
        QCOMPARE(segment[u"person_type"].toString(), isOfLeads ? u"contact"_s : u"user"_s);
        QVERIFY(segment[u"created_at"].toInteger() <= segment[u"updated_at"].toInteger());
        QVERIFY(segment[u"updated_at"].toInteger() <= Lab::start);
        QCOMPARE(m_town->get(u"/segments/"_s + id).body, segment);
    }
    QCOMPARE(ids.size(), all.size());
}

// The count of a segment is the number of those who say they are in it, and whom search finds.
void SegmentsTest::counted()
{
    QHash<QString, QStringList> members;
    for (const QJsonObject &person : std::as_const(m_people)) {
        const QString id = person[u"id"_s].toString();
        for (const QString &segment : idsOf(m_town->get(u"/contacts/"_s + id + u"/segments"_s)))
            members[segment].append(id);
    }
    int empty = 0;
    for (int round = 0; round < 2; ++round) {
        const Answer answer = m_town->get(u"/segments?include_count=true"_s);
        for (const QJsonValue &segment : answer.body[u"segments"].toArray()) {
            const QString id = segment[u"id"].toString();
            QVERIFY2(segment[u"count"].isDouble(), qPrintable(segment[u"name"].toString()));
            QCOMPARE(segment[u"count"].toInteger(), members.value(id).size());
            QVERIFY(segment[u"count"].toInteger() < 400);
            empty += members.value(id).isEmpty();
            const Answer found = m_town->search(
                R"({"field":"segment_id","operator":"=","value":")" + id.toLatin1() + "\"}");
            QCOMPARE(found.body[u"total_count"].toInteger(), members.value(id).size());
        }
    }
    QCOMPARE(empty, 2); // one segment has nobody in it, in both rounds
    const Answer without = m_town->get(u"/segments?include_count=false"_s);
    QVERIFY(!without.body[u"segments"][0].toObject().contains(u"count"_s));
}

// The same seed gives the same ids, another seed others.
void SegmentsTest::fixedIds()
{
    Lab same;
    QCOMPARE(same.get(u"/segments"_s).body, m_lab->get(u"/segments"_s).body);
    WorkspaceOptions options;
    options.seed = 2;
    Lab other(0, options);
    QVERIFY(idNamed(other, u"Active"_s) != idNamed(*m_lab, u"Active"_s));
}

void SegmentsTest::rules_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QStringList>("expected");
    const auto add = [](const char *row, const QByteArray &body, const QString &expected) {
        QTest::newRow(row) << body << expected.split(u'|', Qt::SkipEmptyParts);
    };
    const auto seen = [](qint64 daysAgo) {
        return R"({"external_id":"1","last_seen_at":)" +
               QByteArray::number(Lab::start - daysAgo * 86400) + '}';
    };
    add("never seen", R"({"external_id":"1"})", u"New"_s);
    add("seen today", seen(0), u"Active|New"_s);
    add("seen 30 days ago", seen(30), u"Active|New"_s);
    add("seen 31 days ago", seen(31), u"New|Slipping away"_s);
    add("seen 60 days ago", seen(60), u"New|Slipping away"_s);
    add("seen 61 days ago", seen(61), u"New"_s);
    add("on a plan that is paid",
        R"({"external_id":"1","custom_attributes":{"plan":"Enterprise"}})", u"New|Paying"_s);
    add("on a free one", R"({"external_id":"1","custom_attributes":{"plan":"Free"}})", u"New"_s);
    add("a founder", R"({"external_id":"1","custom_attributes":{"plan":"Founder"}})",
        u"New|Founders’ club"_s);
    add("a lead", R"({"role":"lead"})", u"New leads"_s);
    add("a lead on a paid plan", R"({"role":"lead","custom_attributes":{"plan":"Pro"}})",
        u"New leads"_s);
    add("a lead with a telephone", R"({"role":"lead","phone":"+3532091555"})",
        u"New leads|Leads to telephone"_s);
    add("a lead without", R"({"role":"lead","phone":""})", u"New leads"_s);
}

void SegmentsTest::rules()
{
    QFETCH(QByteArray, body);
    QFETCH(QStringList, expected);
    QCOMPARE(segmentsOf(m_lab->make(body)), expected);
}

void SegmentsTest::membersComeAndGo()
{
    const auto count = [this](const QString &name) {
        const Answer answer = m_lab->get(u"/segments?include_count=true"_s);
        for (const QJsonValue &segment : answer.body[u"segments"].toArray()) {
            if (segment[u"name"].toString() == name)
                return segment[u"count"].toInt();
        }
        return -1;
    };
    const QString lead = m_lab->make(R"({"role":"lead","email":"a@navy.example"})");
    QCOMPARE(count(u"New leads"_s), 1);
    QCOMPARE(count(u"Might leave"_s), 0);
    m_lab->put(u"/contacts/"_s + lead, R"({"role":"user"})");
    m_lab->post(u"/contacts/"_s + lead + u"/tags"_s, R"({"id":"7522818"})");
    QCOMPARE(count(u"New leads"_s), 0);
    QCOMPARE(count(u"New"_s), 1);
    QCOMPARE(count(u"Might leave"_s), 1);
    QCOMPARE(segmentsOf(lead), (QStringList{u"New"_s, u"Might leave"_s}));
    m_lab->post(u"/contacts/"_s + lead + u"/archive"_s);
    QCOMPARE(count(u"New"_s), 0);
    QCOMPARE(count(u"Might leave"_s), 0);
    QCOMPARE(messageOf(m_lab->get(u"/contacts/"_s + lead + u"/segments"_s)), u"User Not Found"_s);
    m_lab->post(u"/contacts/"_s + lead + u"/unarchive"_s);
    QCOMPARE(count(u"New"_s), 1);
}

void SegmentsTest::nobodyMovesByWaiting()
{
    Lab lab(40);
    const QByteArray before = text(lab.get(u"/segments?include_count=true"_s));
    lab.pass(90 * 86400);
    lab.make(R"({"role":"lead"})"); // whatever was counted before a write is counted anew
    lab.del(u"/contacts/"_s + lab.make(R"({"role":"lead"})"));
    const Answer after = lab.get(u"/segments?include_count=true"_s);
    QJsonObject expected = QJsonDocument::fromJson(before).object();
    QJsonArray segments = expected[u"segments"_s].toArray();
    for (auto it = segments.begin(); it != segments.end(); ++it) {
        QJsonObject segment = it->toObject();
        if (segment[u"name"_s].toString() == u"New leads"_s)
            segment[u"count"_s] = segment[u"count"_s].toInt() + 1;
        *it = segment;
    }
    expected[u"segments"_s] = segments;
    QCOMPARE(after.body.toObject(), expected);
}

void SegmentsTest::unknownOnes_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("message");
    const QString nobody(24, u'0');
    QTest::newRow("segment") << u"/segments/"_s + nobody << u"Resource Not Found"_s;
    QTest::newRow("contact") << u"/contacts/"_s + nobody + u"/segments"_s << u"User Not Found"_s;
    QTest::newRow("company") << u"/companies/"_s + nobody + u"/segments"_s
                             << u"Company Not Found"_s;
}

void SegmentsTest::unknownOnes()
{
    QFETCH(QString, path);
    QFETCH(QString, message);
    const Answer answer = m_lab->get(path);
    QCOMPARE(answer.status, 404);
    QCOMPARE(messageOf(answer), message);
}

void SegmentsTest::tagsInUseStay()
{
    const Answer refused = m_lab->del(u"/tags/7522818"_s);
    QCOMPARE(refused.status, 400);
    QCOMPARE(codeOf(refused), u"tag_has_dependent_objects"_s);
    QCOMPARE(messageOf(refused),
             u"Unable to delete Tag with dependent objects. Segments: Might leave."_s);
    QCOMPARE(m_lab->get(u"/tags/7522818"_s).body[u"name"].toString(), u"Churn risk"_s);
    QCOMPARE(m_lab->del(u"/tags/7522819"_s).status, 200);
}

QTEST_GUILESS_MAIN(SegmentsTest)
#include "tst_segments.moc"
