// SPDX-License-Identifier: MIT
#include "core/api/contactjson.h"
#include "core/api/endpoints.h"
#include "core/api/recordfacts.h"
#include "core/api/searchfilter.h"
#include "tests/sandbox/server/httpprobe.h"
#include "tests/support/naivefilter.h"
#include "tests/support/sandboxfixture.h"

#include <QtCore/QRandomGenerator>
#include <QtTest/QTest>

using namespace roster;

namespace {

QString str(const char *text)
{
    return QString::fromUtf8(text);
}

const QByteArray zone = "America/New_York";

sandbox::SandboxOptions options()
{
    sandbox::SandboxOptions options = test::SandboxFixture::options(240);
    options.workspace.timezone = zone;
    return options;
}

//! A day of the fixture's last month or year.
QString someDay(QRandomGenerator &random)
{
    const QDate today = dayAt(test::sandboxNow, zone);
    return filterValue(today.addDays(-random.bounded(random.bounded(2) == 0 ? 30 : 700)));
}

} // namespace

//! The server finds for a translated filter whom the filter means.
class TestSearchAgreement : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void factsAreThoseOfTheRecord();
    void oneCondition_data();
    void oneCondition();
    void groups_data();
    void groups();

private:
    Page<api::ContactRecord> ask(const HttpRequest &request);
    QSet<ContactId> found(const QJsonObject &query);
    void compare(const ContactFilter &filter);
    FilterCondition condition(QRandomGenerator &random, FilterField field);
    QString valueFor(QRandomGenerator &random, const FilterSubject &subject);
    const Contact &someone(QRandomGenerator &random) const
    {
        return m_contacts.at(random.bounded(m_contacts.size()));
    }

    test::SandboxFixture m_sandbox{options()};
    test::HttpProbe m_probe{m_sandbox.url(), m_sandbox.token()};
    FilterDays m_days{zone, dayAt(test::sandboxNow, zone)};
    QList<Contact> m_contacts;
    QList<QByteArray> m_records;
    QList<DataAttribute> m_attributes;
};

Page<api::ContactRecord> TestSearchAgreement::ask(const HttpRequest &request)
{
    QString path = QString::fromUtf8(request.path);
    if (!request.query.isEmpty())
        path += QLatin1Char('?') + request.query.toString(QUrl::FullyEncoded);
    const QByteArray body = request.body.value_or(QByteArray());
    const test::ProbeReply reply = m_probe.send(request.method, path, body);
    const auto page = api::readContacts(reply.body);
    if (reply.status != 200 || !page) {
        qWarning("%d %s for %s", reply.status, reply.body.constData(), body.constData());
        return {};
    }
    return *page;
}

void TestSearchAgreement::initTestCase()
{
    QString cursor;
    do {
        const Page<api::ContactRecord> page = ask(api::listContacts(cursor));
        for (const api::ContactRecord &record : page.items) {
            m_contacts.append(record.contact);
            m_records.append(record.json);
        }
        cursor = page.next;
    } while (!cursor.isEmpty());
    QCOMPARE(m_contacts.size(), 240);
    const auto add = [this](const char *name, AttributeType type) {
        DataAttribute attribute;
        attribute.name = str(name);
        attribute.type = type;
        m_attributes.append(attribute);
    };
    add("plan", AttributeType::Text);
    add("job_title", AttributeType::Text);
    add("seats", AttributeType::Integer);
    add("lifetime_value", AttributeType::Float);
    add("newsletter", AttributeType::Flag);
    add("trial_ends_at", AttributeType::Date);
}

void TestSearchAgreement::factsAreThoseOfTheRecord()
{
    for (qsizetype i = 0; i < m_contacts.size(); ++i) {
        const RecordFacts facts = api::readRecordFacts(m_records[i]);
        const Contact &contact = m_contacts[i];
        QCOMPARE(facts.lastContactedAt, contact.time(ContactField::LastContactedAt));
        QCOMPARE(facts.lastRepliedAt, contact.time(ContactField::LastRepliedAt));
        QMap<QString, QJsonValue> attributes;
        for (const auto &[name, value] : facts.attributes)
            attributes.insert(name, value);
        QCOMPARE(attributes, contact.customAttributes);
    }
}

QSet<ContactId> TestSearchAgreement::found(const QJsonObject &query)
{
    QSet<ContactId> ids;
    api::SearchBody body;
    body.query = query;
    do {
        const Page<api::ContactRecord> page = ask(api::searchContacts(body));
        for (const api::ContactRecord &record : page.items)
            ids.insert(record.contact.id);
        body.cursor = page.next;
    } while (!body.cursor.isEmpty());
    return ids;
}

void TestSearchAgreement::compare(const ContactFilter &filter)
{
    const api::SearchFilter said = api::searchFilter(filter, m_days, u"2.10");
    if (!said.unsaid.isEmpty() || said.query.isEmpty())
        return;
    const QByteArray json = QJsonDocument(said.query).toJson(QJsonDocument::Compact);
    const QSet<ContactId> ids = found(said.query);
    for (const Contact &contact : std::as_const(m_contacts)) {
        const Truth truth = naiveMatch(filter, contact, m_days,
                                       [](const QString &text) { return text.toCaseFolded(); });
        // A contact embeds ten tags at most; the server knows the others.
        if (truth == Truth::Unknown)
            continue;
        QVERIFY2(ids.contains(contact.id) == (truth == Truth::Yes),
                 json + (truth == Truth::Yes ? " misses " : " finds ") +
                     contact.id.text().toUtf8());
    }
}

QString TestSearchAgreement::valueFor(QRandomGenerator &random, const FilterSubject &subject)
{
    const Contact &contact = someone(random);
    const QJsonValue attribute = contact.customAttributes.value(subject.attribute);
    switch (subject.kind()) {
    case FilterKind::Role:
        return roleName(contact.role());
    case FilterKind::Links:
        return contact.tags.items.isEmpty() ? str("1") : contact.tags.items.constFirst().text();
    case FilterKind::Owner:
        return contact.owner().isEmpty() ? str("1") : contact.owner().text();
    case FilterKind::Date:
        return someDay(random);
    case FilterKind::Number:
        return QString::number(attribute.toDouble());
    default:
        break;
    }
    const QString text = subject.field == FilterField::CustomAttribute
                             ? attribute.toString()
                             : contact.text(*subject.contactField());
    const qsizetype from = random.bounded(4) == 0 ? random.bounded(text.size() + 1) : 0;
    if (random.bounded(2) == 0)
        return text;
    // Nobody types half a character, and UTF-8 cannot say it.
    QString part = text.mid(from, 1 + random.bounded(4));
    if (!part.isEmpty() && part.front().isLowSurrogate())
        part.remove(0, 1);
    if (!part.isEmpty() && part.back().isHighSurrogate())
        part.chop(1);
    return part;
}

FilterCondition TestSearchAgreement::condition(QRandomGenerator &random, FilterField field)
{
    for (;;) {
        FilterCondition made;
        made.subject.field = field;
        if (field == FilterField::CustomAttribute)
            made.subject =
                FilterSubject::ofAttribute(m_attributes.at(random.bounded(m_attributes.size())));
        const auto tests = testsOf(made.subject.kind());
        made.test = tests[random.bounded(static_cast<quint32>(tests.size()))];
        const ValueCount count = valueCountOf(made.test);
        const qsizetype wanted = std::min<qsizetype>(count.most, 1 + random.bounded(3));
        while (made.values.size() < wanted) {
            made.values.append(made.test == FilterTest::InLastDays
                                   ? QString::number(1 + random.bounded(400))
                                   : valueFor(random, made.subject));
        }
        if (!problemOf(made))
            return made;
    }
}

void TestSearchAgreement::oneCondition_data()
{
    QTest::addColumn<FilterField>("field");
    QTest::addColumn<quint32>("seed");
    for (int i = 0; i <= static_cast<int>(FilterField::CustomAttribute); ++i) {
        const quint32 seed = QRandomGenerator::global()->generate();
        QTest::addRow("field %d, seed %u", i, seed) << static_cast<FilterField>(i) << seed;
    }
}

void TestSearchAgreement::oneCondition()
{
    QFETCH(FilterField, field);
    QFETCH(quint32, seed);
    QRandomGenerator random(seed);
    for (int round = 0; round < 25 && !QTest::currentTestFailed(); ++round)
        compare({FilterJoin::All, {{FilterJoin::All, {condition(random, field)}}}});
}

void TestSearchAgreement::groups_data()
{
    QTest::addColumn<quint32>("seed");
    for (const quint32 seed : {1u, 2u, QRandomGenerator::global()->generate()})
        QTest::addRow("seed %u", seed) << seed;
}

void TestSearchAgreement::groups()
{
    QFETCH(quint32, seed);
    QRandomGenerator random(seed);
    for (int round = 0; round < 40 && !QTest::currentTestFailed(); ++round) {
        ContactFilter filter;
        filter.join = random.bounded(2) == 0 ? FilterJoin::All : FilterJoin::Any;
        for (int groups = 1 + random.bounded(3); groups > 0; --groups) {
            FilterGroup group;
            group.join = random.bounded(2) == 0 ? FilterJoin::All : FilterJoin::Any;
            for (int count = 1 + random.bounded(3); count > 0; --count) {
                const int last = static_cast<int>(FilterField::CustomAttribute);
                const auto field = static_cast<FilterField>(random.bounded(last + 1));
                group.conditions.append(condition(random, field));
            }
            filter.groups.append(group);
        }
        compare(filter);
    }
}

QTEST_GUILESS_MAIN(TestSearchAgreement)
#include "tst_searchagreement.moc"
