// SPDX-License-Identifier: MIT
#include "tests/sandbox/workspace/dump.h"

#include <algorithm>

using namespace roster::sandbox;
using namespace roster::sandbox::test;

//! The population of a fresh workspace: always the same one, and like life.
class SeedTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void sameSeedSameWorkspace();
    void otherSeedOtherWorkspace();
    void nobody();
    void recordsOfTheExamples_data();
    void recordsOfTheExamples();
    void rolesAndOwners();
    void namesOfManyScripts_data();
    void namesOfManyScripts();
    void namesAndAddressesAsTheyComeInLife();
    void listsOfEveryLength();
    void attributesOfEveryType_data();
    void attributesOfEveryType();
    void datesMakeSense();

private:
    int count(const std::function<bool(const QJsonObject &)> &holds) const
    {
        return static_cast<int>(std::count_if(m_people.begin(), m_people.end(), holds));
    }
    QList<QJsonObject> m_people;
};

void SeedTest::initTestCase()
{
    Lab lab(1500);
    m_people = walk(lab, u"/contacts"_s, 150).entries;
    QCOMPARE(m_people.size(), 1500);
}

void SeedTest::sameSeedSameWorkspace()
{
    Lab one(120);
    Lab two(120);
    const QByteArray first = dump(one);
    QVERIFY(first.size() > 120'000);
    QCOMPARE(dump(two), first);
}

void SeedTest::otherSeedOtherWorkspace()
{
    Lab one(20);
    WorkspaceOptions options;
    options.seed = 2;
    Lab two(20, options);
    QVERIFY(dump(one) != dump(two));
}

void SeedTest::nobody()
{
    Lab lab;
    QCOMPARE(lab.get(u"/contacts"_s).body[u"total_count"].toInt(), 0);
    QCOMPARE(lab.get(u"/companies"_s).body[u"total_count"].toInt(), 0);
    QVERIFY(lab.get(u"/tags"_s).body[u"data"].toArray().size() >= 16);
    QVERIFY(lab.get(u"/admins"_s).body[u"admins"].toArray().size() >= 5);
}

void SeedTest::recordsOfTheExamples_data()
{
    QTest::addColumn<int>("contacts");
    QTest::addColumn<uint>("seed");
    QTest::newRow("alone") << 1 << 1U;
    QTest::newRow("among others") << 30 << 1U;
    QTest::newRow("of another seed") << 30 << 7U;
}

void SeedTest::recordsOfTheExamples()
{
    QFETCH(int, contacts);
    QFETCH(uint, seed);
    WorkspaceOptions options;
    options.seed = seed;
    Lab lab(contacts, options);
    QCOMPARE(lab.get(u"/contacts"_s).body[u"total_count"].toInt(), contacts);
    const QJsonObject user = lab.contact(u"63a07ddf05a32042dffac965"_s);
    QCOMPARE(user[u"external_id"_s].toString(), u"70"_s);
    QCOMPARE(user[u"role"_s].toString(), u"user"_s);
    const Answer tags = lab.get(u"/contacts/63a07ddf05a32042dffac965/tags"_s);
    QVERIFY(idsOf(tags).contains(u"7522907"_s));
    QCOMPARE(lab.get(u"/tags/7522907"_s).body[u"name"].toString(), u"Manual tag"_s);
    const Answer company = lab.get(u"/companies/6657a8156abd0160d35d1e55"_s);
    QCOMPARE(company.body[u"name"].toString(), u"company6"_s);
    QCOMPARE(company.body[u"company_id"].toString(), u"1"_s);
}

void SeedTest::rolesAndOwners()
{
    const int leads =
        count([](const QJsonObject &o) { return o[u"role"_s].toString() == u"lead"_s; });
    QVERIFY2(leads > 150 && leads < 500, qPrintable(QString::number(leads)));
    QSet<qint64> owners;
    for (const QJsonObject &person : m_people)
        owners.insert(person[u"owner_id"_s].toInteger(-1));
    QVERIFY(owners.contains(-1)); // nobody's
    QVERIFY(owners.size() >= 5);
}

void SeedTest::namesOfManyScripts_data()
{
    QTest::addColumn<int>("script");
    for (const auto script :
         {QChar::Script_Latin, QChar::Script_Greek, QChar::Script_Cyrillic, QChar::Script_Arabic,
          QChar::Script_Hebrew, QChar::Script_Han, QChar::Script_Devanagari, QChar::Script_Thai})
        QTest::addRow("script %d", script) << static_cast<int>(script);
}

void SeedTest::namesOfManyScripts()
{
    QFETCH(int, script);
    QVERIFY(count([script](const QJsonObject &o) {
                const QString name = o[u"name"_s].toString();
                return std::any_of(name.begin(), name.end(),
                                   [script](QChar c) { return c.script() == script; });
            }) >= 10);
}

void SeedTest::namesAndAddressesAsTheyComeInLife()
{
    const auto name = [](const QJsonObject &o) { return o[u"name"_s].toString(); };
    const auto email = [](const QJsonObject &o) { return o[u"email"_s].toString(); };
    QVERIFY(count([&](const QJsonObject &o) { return o[u"name"_s].isNull(); }) > 0);
    QVERIFY(count([&](const QJsonObject &o) { return name(o).size() > 100; }) > 0);
    QVERIFY(count([&](const QJsonObject &o) {
                const QString n = name(o);
                return std::any_of(n.begin(), n.end(), [](QChar c) { return c.isSurrogate(); });
            }) > 0);
    QVERIFY(count([&](const QJsonObject &o) { return name(o).contains(u'\''); }) > 0);
    QVERIFY(count([&](const QJsonObject &o) { return email(o).contains(u'+'); }) > 0);
    QVERIFY(count([&](const QJsonObject &o) { return email(o).isEmpty(); }) > 0);
    QVERIFY(count([&](const QJsonObject &o) { return o[u"phone"_s].isNull(); }) > 100);
    // Nobody real: every address is in a domain that does not exist.
    QCOMPARE(count([&](const QJsonObject &o) {
                 return !email(o).isEmpty() && !email(o).endsWith(u".example"_s);
             }),
             0);
    QSet<QString> ids;
    QHash<QString, int> shared;
    for (const QJsonObject &person : m_people) {
        ids.insert(person[u"id"_s].toString());
        if (person[u"role"_s].toString() == u"user"_s)
            ++shared[email(person)];
    }
    QCOMPARE(ids.size(), m_people.size());
    shared.remove(QString());
    QVERIFY(std::any_of(shared.begin(), shared.end(), [](int users) { return users > 1; }));
}

void SeedTest::listsOfEveryLength()
{
    QSet<int> companies;
    QSet<int> tags;
    for (const QJsonObject &person : m_people) {
        companies.insert(person[u"companies"_s][u"total_count"].toInt());
        tags.insert(person[u"tags"_s][u"total_count"].toInt());
    }
    for (const QSet<int> *seen : {&companies, &tags}) {
        QVERIFY(seen->contains(0));
        QVERIFY(seen->contains(1));
    }
    QCOMPARE(*std::max_element(companies.begin(), companies.end()), 12);
    QCOMPARE(*std::max_element(tags.begin(), tags.end()), 25);
    QVERIFY(count([](const QJsonObject &o) { return o[u"notes"_s][u"total_count"].toInt() > 0; }) >
            50);
}

void SeedTest::attributesOfEveryType_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("type");
    QTest::newRow("string") << u"job_title"_s << int(QJsonValue::String);
    QTest::newRow("list") << u"plan"_s << int(QJsonValue::String);
    QTest::newRow("integer") << u"seats"_s << int(QJsonValue::Double);
    QTest::newRow("float") << u"lifetime_value"_s << int(QJsonValue::Double);
    QTest::newRow("boolean") << u"newsletter"_s << int(QJsonValue::Bool);
    QTest::newRow("date") << u"trial_ends_at"_s << int(QJsonValue::Double);
}

void SeedTest::attributesOfEveryType()
{
    QFETCH(QString, name);
    QFETCH(int, type);
    QVERIFY(count([&](const QJsonObject &o) {
                return o[u"custom_attributes"_s][name].type() == QJsonValue::Type(type);
            }) >= 20);
}

void SeedTest::datesMakeSense()
{
    const qint64 year = 365 * 86400;
    qint64 oldest = Lab::start;
    for (const QJsonObject &person : m_people) {
        const QByteArray id = person[u"id"_s].toString().toLatin1();
        const qint64 created = person[u"created_at"_s].toInteger();
        oldest = qMin(oldest, created);
        QVERIFY2(created <= Lab::start, id);
        QVERIFY2(person[u"updated_at"_s].toInteger() >= created, id);
        QVERIFY2(person[u"updated_at"_s].toInteger() <= Lab::start, id);
        const QJsonValue seen = person[u"last_seen_at"_s];
        QVERIFY2(seen.isNull() || (seen.toInteger() >= created && seen.toInteger() <= Lab::start),
                 id);
    }
    QVERIFY(Lab::start - oldest > 4 * year);
    QVERIFY(Lab::start - oldest < 6 * year);
}

QTEST_GUILESS_MAIN(SeedTest)
#include "tst_seed.moc"
