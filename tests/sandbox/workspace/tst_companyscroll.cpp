// SPDX-License-Identifier: MIT
#include "tests/sandbox/workspace/lab.h"

using namespace roster::sandbox;
using namespace roster::sandbox::test;

//! GET /companies/scroll: the one walk over all companies.
class CompanyScrollTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void walksOverAll();
    void anEmptyWorkspace();
    void oneAtATime();
    void closesAfterAMinute_data();
    void closesAfterAMinute();
    void useKeepsItOpen();
    void unknownOnes();
    void companiesComeAndGo();
    void resetClosesIt();

private:
    Answer scroll(const QString &param = {})
    {
        return m_lab->get(u"/companies/scroll"_s +
                          (param.isNull() ? QString() : u"?scroll_param="_s + param));
    }
    static QString paramOf(const Answer &answer) { return answer.body[u"scroll_param"].toString(); }
    QString attached(int number);

    std::unique_ptr<Lab> m_lab;
    QString m_contact;
    QStringList m_companies; //!< in the order they were made
};

void CompanyScrollTest::init()
{
    m_lab = std::make_unique<Lab>();
    m_contact = m_lab->make(R"({"external_id":"1"})");
    m_companies.clear();
    for (int i = 0; i < 230; ++i)
        m_companies.append(attached(i));
    m_lab->post(u"/companies"_s, R"({"company_id":"without contacts"})");
}

QString CompanyScrollTest::attached(int number)
{
    const QByteArray body = R"({"company_id":"c)" + QByteArray::number(number) + "\"}";
    const QString id = m_lab->post(u"/companies"_s, body).body[u"id"].toString();
    m_lab->post(u"/contacts/"_s + m_contact + u"/companies"_s,
                R"({"id":")" + id.toLatin1() + "\"}");
    return id;
}

void CompanyScrollTest::walksOverAll()
{
    const Answer first = scroll();
    QCOMPARE(first.body.toObject().keys().join(u' '),
             u"data pages scroll_param total_count type"_s);
    QCOMPARE(first.body[u"type"].toString(), u"list"_s);
    QVERIFY(first.body[u"pages"].isNull() && first.body[u"total_count"].isNull());
    QCOMPARE(idsOf(first), m_companies.mid(0, 100));
    QCOMPARE(first.body[u"data"][0].toObject(),
             m_lab->get(u"/companies/"_s + m_companies.first()).body.toObject());
    const QString param = paramOf(first);
    QCOMPARE(idsOf(scroll(param)), m_companies.mid(100, 100));
    QCOMPARE(idsOf(scroll(param)), m_companies.mid(200));
    const Answer end = scroll(param);
    QCOMPARE(end.status, 200);
    QCOMPARE(idsOf(end), QStringList());
    QVERIFY(end.body[u"data"].isArray());
    // With its end it is closed, and there is room for another.
    QCOMPARE(scroll(param).status, 404);
    const Answer another = scroll();
    QCOMPARE(another.status, 200);
    QVERIFY(paramOf(another) != param);
}

void CompanyScrollTest::anEmptyWorkspace()
{
    m_lab = std::make_unique<Lab>();
    for (int i = 0; i < 2; ++i) {
        const Answer answer = scroll();
        QCOMPARE(answer.status, 200);
        QCOMPARE(idsOf(answer), QStringList());
    }
}

void CompanyScrollTest::oneAtATime()
{
    const QString param = paramOf(scroll());
    const Answer second = scroll();
    QCOMPARE(second.status, 400);
    QCOMPARE(codeOf(second), u"scroll_exists"_s);
    QCOMPARE(scroll(u""_s).status, 400);
    // The one that is open goes on where it was.
    QCOMPARE(idsOf(scroll(param)), m_companies.mid(100, 100));
}

void CompanyScrollTest::closesAfterAMinute_data()
{
    QTest::addColumn<int>("ms");
    QTest::addColumn<bool>("isOpen");
    QTest::newRow("at once") << 0 << true;
    QTest::newRow("just before") << 59'999 << true;
    QTest::newRow("a minute") << 60'000 << false;
    QTest::newRow("an hour") << 3'600'000 << false;
}

void CompanyScrollTest::closesAfterAMinute()
{
    QFETCH(int, ms);
    QFETCH(bool, isOpen);
    const QString param = paramOf(scroll());
    m_lab->passMs(ms);
    QCOMPARE(scroll(param).status, isOpen ? 200 : 404);
    QCOMPARE(scroll().status, isOpen ? 400 : 200);
}

void CompanyScrollTest::useKeepsItOpen()
{
    const QString param = paramOf(scroll());
    m_lab->passMs(40'000);
    QCOMPARE(scroll(param).status, 200);
    m_lab->passMs(40'000);
    QCOMPARE(scroll(param).status, 200);
    // Refused requests are no use of it.
    m_lab->passMs(40'000);
    QCOMPARE(scroll().status, 400);
    m_lab->passMs(40'000);
    QCOMPARE(scroll(param).status, 404);
}

void CompanyScrollTest::unknownOnes()
{
    QCOMPARE(scroll(u"none-such"_s).status, 404);
    const QString param = paramOf(scroll());
    const Answer answer = scroll(u"none-such"_s);
    QCOMPARE(answer.status, 404);
    QCOMPARE(codeOf(answer), u"not_found"_s);
    QCOMPARE(scroll(param).status, 200);
}

void CompanyScrollTest::companiesComeAndGo()
{
    const QString param = paramOf(scroll());
    m_lab->del(u"/companies/"_s + m_companies.at(99));
    m_lab->del(u"/companies/"_s + m_companies.at(150));
    m_companies.append(attached(1000));
    QStringList rest = idsOf(scroll(param));
    rest += idsOf(scroll(param));
    QStringList expected = m_companies.mid(100);
    expected.removeOne(m_companies.at(150));
    QCOMPARE(rest, expected);
}

void CompanyScrollTest::resetClosesIt()
{
    QCOMPARE(scroll().status, 200);
    QCOMPARE(scroll().status, 400);
    QCOMPARE(m_lab->workspace().reset(), QString());
    QCOMPARE(scroll().status, 200);
}

QTEST_GUILESS_MAIN(CompanyScrollTest)
#include "tst_companyscroll.moc"
