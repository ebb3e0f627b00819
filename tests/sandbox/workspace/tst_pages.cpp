// SPDX-License-Identifier: MIT
#include "tests/sandbox/workspace/dump.h"

using namespace roster::sandbox;
using namespace roster::sandbox::test;

//! Pages of lists: complete walks by cursor and by number, their limits and their errors.
class PagesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contacts_data();
    void contacts();
    void changesInBetween();
    void contactsOfACompany();
    void emptyList();
    void lastPageIsFull();
    void cursorErrors_data();
    void cursorErrors();
    void sizes_data();
    void sizes();
    void companiesByNumber_data();
    void companiesByNumber();
    void companiesOfAContact();
    void unknownParametersAreNoFilters();
};

namespace {

const QString company = u"6657a8156abd0160d35d1e55"_s;

QString base64(const char *json)
{
    return QString::fromLatin1(QByteArray(json).toBase64());
}

} // namespace

void PagesTest::contacts_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<int>("pages");
    QTest::newRow("the default, 50") << 0 << 4;
    QTest::newRow("one by one") << 1 << 173;
    QTest::newRow("7") << 7 << 25;
    QTest::newRow("a divisor less one") << 172 / 4 << 5;
    QTest::newRow("150") << 150 << 2;
}

void PagesTest::contacts()
{
    QFETCH(int, size);
    QFETCH(int, pages);
    static Lab lab(173);
    const Walk found = walk(lab, u"/contacts"_s, size);
    QVERIFY2(found.problem.isEmpty(), qPrintable(found.problem));
    QCOMPARE(found.pages, pages);
    QCOMPARE(found.ids.size(), 173);
    QCOMPARE(QSet<QString>(found.ids.begin(), found.ids.end()).size(), 173);
    QCOMPARE(found.totals, QList<qint64>(pages, 173));
    // Oldest first, which is what makes a full scan safe; and each as GET by id gives it.
    for (qsizetype i = 1; i < found.entries.size(); ++i) {
        QVERIFY(found.entries.at(i - 1)[u"created_at"_s].toInteger() <=
                found.entries.at(i)[u"created_at"_s].toInteger());
    }
    if (size == 150) {
        for (const QJsonObject &entry : found.entries)
            QCOMPARE(lab.contact(entry[u"id"_s].toString()), entry);
    }
}

// Cursors are stateless: what is archived ahead is left out, what is new comes at the end.
void PagesTest::changesInBetween()
{
    Lab lab(60);
    const QStringList before = walk(lab, u"/contacts"_s, 150).ids;
    QStringList expected = before;
    const auto change = [&](const Walk &soFar) {
        if (soFar.pages > 4)
            return;
        lab.post(u"/contacts/"_s + soFar.ids.last() + u"/archive"_s);
        // One was deleted ahead of each page so far.
        const qsizetype next = soFar.ids.size() + soFar.pages - 1;
        lab.put(u"/contacts/"_s + before.at(next + 1), R"({"name":"moved"})");
        const QString ahead = before.at(next + 2);
        lab.del(u"/contacts/"_s + ahead);
        expected.removeOne(ahead);
        lab.pass(1);
        expected.append(lab.make(R"({"role":"lead"})"));
    };
    const Walk found = walk(lab, u"/contacts"_s, 7, change);
    QVERIFY2(found.problem.isEmpty(), qPrintable(found.problem));
    QCOMPARE(found.ids, expected);
    QCOMPARE(expected.size(), 60);
}

void PagesTest::contactsOfACompany()
{
    Lab lab(40);
    QStringList expected;
    for (const QString &id : walk(lab, u"/contacts"_s, 150).ids) {
        if (expected.size() == 23)
            break;
        lab.post(u"/contacts/"_s + id + u"/companies"_s, R"({"id":")" + company.toLatin1() + "\"}");
        expected.append(id);
    }
    for (const int size : {0, 1, 5, 23, 24}) {
        const Walk found = walk(lab, u"/companies/"_s + company + u"/contacts"_s, size);
        QVERIFY2(found.problem.isEmpty(), qPrintable(found.problem));
        QCOMPARE(found.ids, expected);
        QCOMPARE(found.totals.first(), 23);
    }
}

void PagesTest::emptyList()
{
    Lab lab;
    const Answer answer = lab.get(u"/contacts"_s);
    QCOMPARE(answer.body.toObject(),
             (QJsonObject{{u"type"_s, u"list"_s},
                          {u"data"_s, QJsonArray()},
                          {u"total_count"_s, 0},
                          {u"pages"_s, QJsonObject{{u"type"_s, u"pages"_s},
                                                   {u"page"_s, 1},
                                                   {u"per_page"_s, 50},
                                                   {u"total_pages"_s, 0}}}}));
}

// No cursor that leads to an empty page.
void PagesTest::lastPageIsFull()
{
    Lab lab(20);
    const Walk found = walk(lab, u"/contacts"_s, 10);
    QCOMPARE(found.pages, 2);
    QCOMPARE(found.ids.size(), 20);
}

void PagesTest::cursorErrors_data()
{
    QTest::addColumn<QString>("cursor");
    QTest::newRow("no base64") << u"%%%"_s;
    QTest::newRow("text") << u"nonsense"_s;
    QTest::newRow("an object") << base64(R"({"a":1})");
    QTest::newRow("too short") << base64(R"([1571317446000,"5ba682d23d7cf92bef87bfd4"])");
    QTest::newRow("too long") << base64(R"([1571317446000,"5ba682d23d7cf92bef87bfd4",2,3])");
    QTest::newRow("id is a number") << base64("[1571317446000,5,2]");
    QTest::newRow("page is text") << base64(R"([1571317446000,"5ba682d23d7cf92bef87bfd4","2"])");
    QTest::newRow("the first page") << base64(R"([1571317446000,"5ba682d23d7cf92bef87bfd4",1])");
    QTest::newRow("value is a list") << base64(R"([[1],"5ba682d23d7cf92bef87bfd4",2])");
    QTest::newRow("of a list sorted by name") << base64(R"(["Ada","5ba682d23d7cf92bef87bfd4",2])");
}

void PagesTest::cursorErrors()
{
    QFETCH(QString, cursor);
    static Lab lab(3);
    const QString encoded = QString::fromLatin1(QUrl::toPercentEncoding(cursor));
    const QString tail = u"?starting_after="_s + encoded;
    const QByteArray search = R"({"query":{"field":"created_at","operator":">","value":0},)"
                              R"("sort":{"field":"created_at"},"pagination":{"starting_after":")" +
                              cursor.toLatin1() + "\"}}";
    for (const Answer &answer : {lab.get(u"/contacts"_s + tail),
                                 lab.get(u"/companies/"_s + company + u"/contacts"_s + tail),
                                 lab.post(u"/contacts/search"_s, search)}) {
        QVERIFY2(answer.status == 400, text(answer).constData());
        QCOMPARE(codeOf(answer), u"client_error"_s);
        QCOMPARE(messageOf(answer), u"Invalid starting_after param. Please try again using a "
                                    "starting_after value from a paginated response"_s);
    }
}

void PagesTest::sizes_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("most");
    QTest::newRow("contacts") << u"/contacts"_s << 150;
    QTest::newRow("contacts of a company") << u"/companies/"_s + company + u"/contacts"_s << 150;
    QTest::newRow("companies") << u"/companies"_s << 150;
    QTest::newRow("companies of a contact")
        << u"/contacts/63a07ddf05a32042dffac965/companies"_s << 60;
}

void PagesTest::sizes()
{
    QFETCH(QString, path);
    QFETCH(int, most);
    static Lab lab(3);
    for (const QString &size : {u"1"_s, QString::number(most)})
        QCOMPARE(lab.get(path + u"?per_page="_s + size).status, 200);
    for (const QString &size : {u"0"_s, u"-1"_s, u"x"_s, u"1.5"_s, QString::number(most + 1)}) {
        const Answer answer = lab.get(path + u"?per_page="_s + size);
        QVERIFY2(answer.status == 400, qPrintable(size));
        QCOMPARE(codeOf(answer), u"parameter_invalid"_s);
        QCOMPARE(fieldOf(answer), u"per_page"_s);
    }
}

void PagesTest::companiesByNumber_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("size");
    for (const int size : {0, 1, 4, 150}) {
        QTest::addRow("GET /companies by %d", size) << QByteArray("GET") << u"/companies"_s << size;
        QTest::addRow("POST /companies/list by %d", size)
            << QByteArray("POST") << u"/companies/list"_s << size;
    }
}

void PagesTest::companiesByNumber()
{
    QFETCH(QByteArray, method);
    QFETCH(QString, path);
    QFETCH(int, size);
    static Lab lab(60);
    QString next = path + (size > 0 ? u"?per_page="_s + QString::number(size) : QString());
    QSet<QString> seen;
    int page = 0;
    int total = 0;
    while (!next.isEmpty()) {
        const Answer answer = lab.ask(method, next);
        QVERIFY2(answer.status == 200, text(answer).constData());
        const QJsonObject pages = answer.body[u"pages"].toObject();
        QCOMPARE(pages[u"page"_s].toInt(), ++page);
        QCOMPARE(pages[u"per_page"_s].toInt(), size > 0 ? size : 15);
        total = answer.body[u"total_count"].toInt();
        for (const QString &id : idsOf(answer)) {
            QVERIFY2(!seen.contains(id), qPrintable(id));
            seen.insert(id);
        }
        // A URL, or an explicit null.
        QVERIFY(pages.contains(u"next"_s));
        next = pages[u"next"_s].toString();
        QCOMPARE(next.isEmpty(), page >= pages[u"total_pages"_s].toInt());
    }
    QVERIFY(total > 20);
    QCOMPARE(seen.size(), total);
    QCOMPARE(lab.ask(method, path + u"?page=0"_s).status, 400);
    QCOMPARE(idsOf(lab.ask(method, path + u"?page=999"_s)), QStringList());
}

void PagesTest::companiesOfAContact()
{
    Lab lab;
    const QString path = u"/contacts/"_s + lab.make(R"({"role":"lead"})") + u"/companies"_s;
    QStringList attached;
    for (int i = 0; i < 13; ++i) {
        const QByteArray body = R"({"company_id":"c)" + QByteArray::number(i) + "\"}";
        attached.append(lab.post(u"/companies"_s, body).body[u"id"].toString());
        lab.post(path, R"({"id":")" + attached.last().toLatin1() + "\"}");
        lab.pass(1);
    }
    QStringList seen;
    QString next = path + u"?per_page=5"_s;
    while (!next.isEmpty()) {
        const Answer answer = lab.get(next);
        QCOMPARE(answer.body[u"total_count"].toInt(), 13);
        QCOMPARE(answer.body[u"pages"][u"total_pages"].toInt(), 3);
        seen += idsOf(answer);
        next = answer.body[u"pages"][u"next"].toString();
    }
    QCOMPARE(seen, attached);
    QCOMPARE(idsOf(lab.get(path)), attached);
}

void PagesTest::unknownParametersAreNoFilters()
{
    Lab lab(5);
    QCOMPARE(lab.get(u"/contacts?email=joe@bloggs.example"_s).body[u"total_count"].toInt(), 5);
}

QTEST_GUILESS_MAIN(PagesTest)
#include "tst_pages.moc"
