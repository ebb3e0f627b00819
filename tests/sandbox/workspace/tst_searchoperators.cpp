// SPDX-License-Identifier: MIT
#include "tests/sandbox/workspace/lab.h"

#include <functional>

using namespace roster::sandbox;
using namespace roster::sandbox::test;

//! Every cell of the table of operators by field type: what it finds, or how it is refused.
class SearchOperatorsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cells_data();
    void cells();

private:
    QString find(const QByteArray &field, const QString &op, const QByteArray &value,
                 Answer *answer);

    std::unique_ptr<Lab> m_lab;
    QHash<QString, QString> m_letters;
};

namespace {

// Four contacts, called by their letters in the tables: a and b are users, c and d leads.
// d has no name, owner, seats, flag, date or tag.
constexpr const char *people[] = {
    R"({"email":"Anna@one.example","external_id":"a","name":"Anna Émile","owner_id":6184021,
        "unsubscribed_from_emails":true,"signed_up_at":1700006400,
        "custom_attributes":{"seats":5,"trial_ends_at":1700006400,"lifetime_value":1.5,"newsletter":true,"job_title":"Ärztin"}})",
    R"({"email":"bob@two.example","external_id":"b","name":"Bob","owner_id":6184022,
        "signed_up_at":1700092800,
        "custom_attributes":{"seats":7,"trial_ends_at":1700092800,"lifetime_value":2.5,"newsletter":false,"job_title":"Boss"}})",
    R"({"role":"lead","email":"cleo@one.example","name":"Cleo Anna","owner_id":6184023,
        "signed_up_at":1700179199,
        "custom_attributes":{"seats":9,"trial_ends_at":1700179199,"lifetime_value":10,"newsletter":true,"job_title":"Clerk"}})",
    R"({"role":"lead"})"};

struct Cell
{
    const char *op;
    const char *found; //!< the letters that match; nullptr = not supported
    const char *value; //!< when it differs from the row's
};

struct Line
{
    const char *type;
    const char *field;
    const char *value;
    int refusal; //!< status of an operator that is not supported
    QList<Cell> cells;
};

QList<Line> table()
{
    return {
        {"string",
         "name",
         "\"anna émile\"",
         400,
         {{"=", "a", nullptr},
          {"!=", "bcd", nullptr},
          {"IN", "ab", R"(["BOB","anna Émile"])"},
          {"NIN", "cd", R"(["Bob","Anna Émile"])"},
          {">", nullptr, nullptr},
          {"<", nullptr, nullptr},
          {">=", nullptr, nullptr},
          {"<=", nullptr, nullptr},
          {"~", "ac", "\"ANNA\""},
          {"!~", "bd", "\"anna\""},
          {"^", "a", "\"anna\""},
          {"$", "c", "\"Anna\""}}},
        {"tag_id",
         "tag_id",
         "\"7522810\"",
         422,
         {{"=", "a", nullptr},
          {"!=", "bcd", nullptr},
          {"IN", nullptr, R"(["7522810"])"},
          {"NIN", nullptr, R"(["7522810"])"},
          {">", nullptr, nullptr},
          {"<", nullptr, nullptr},
          {">=", nullptr, nullptr},
          {"<=", nullptr, nullptr},
          {"~", nullptr, nullptr},
          {"!~", nullptr, nullptr},
          {"^", nullptr, nullptr},
          {"$", nullptr, nullptr}}},
        {"integer",
         "owner_id",
         "6184022",
         400,
         {{"=", "b", nullptr},
          {"!=", "acd", nullptr},
          {"IN", "ac", "[6184021,6184023]"},
          {"NIN", "bd", "[6184021,6184023]"},
          {">", "c", nullptr},
          {"<", "a", nullptr},
          {">=", "bc", nullptr},
          {"<=", "ab", nullptr},
          {"~", nullptr, nullptr},
          {"!~", nullptr, nullptr},
          {"^", nullptr, nullptr},
          {"$", nullptr, nullptr}}},
        {"boolean",
         "unsubscribed_from_emails",
         "true",
         400,
         {{"=", "a", nullptr},
          {"!=", "bcd", nullptr},
          {"IN", "abcd", "[true,false]"},
          {"NIN", "bcd", "[true]"},
          {">", nullptr, nullptr},
          {"<", nullptr, nullptr},
          {">=", nullptr, nullptr},
          {"<=", nullptr, nullptr},
          {"~", nullptr, nullptr},
          {"!~", nullptr, nullptr},
          {"^", nullptr, nullptr},
          {"$", nullptr, nullptr}}},
        // a signed up on 15 November 2023 at midnight, b a day later, c on the last second of b's.
        {"date",
         "signed_up_at",
         "1700100000",
         422,
         {{"=", "bc", nullptr},
          {"!=", nullptr, nullptr},
          {"IN", nullptr, "[1700100000]"},
          {"NIN", nullptr, "[1700100000]"},
          {">", "bc", "1700020000"},
          {"<", "a", nullptr},
          {">=", nullptr, nullptr},
          {"<=", nullptr, nullptr},
          {"~", nullptr, nullptr},
          {"!~", nullptr, nullptr},
          {"^", nullptr, nullptr},
          {"$", nullptr, nullptr}}},
        {"custom string",
         "custom_attributes.job_title",
         "\"ärztin\"",
         400,
         {{"=", "a", nullptr},
          {"!=", "bcd", nullptr},
          {"IN", "ab", R"(["ÄRZTIN","boss"])"},
          {"NIN", "cd", R"(["Ärztin","Boss"])"},
          {">", nullptr, nullptr},
          {"<", nullptr, nullptr},
          {">=", nullptr, nullptr},
          {"<=", nullptr, nullptr},
          {"~", "a", "\"RZT\""},
          {"!~", "bcd", "\"rzt\""},
          {"^", "a", "\"Är\""},
          {"$", "b", "\"SS\""}}},
        {"custom integer",
         "custom_attributes.seats",
         "7",
         400,
         {{"=", "b", nullptr},
          {"!=", "acd", nullptr},
          {"IN", "ac", "[5,9]"},
          {"NIN", "bd", "[5,9]"},
          {">", "c", nullptr},
          {"<", "a", nullptr},
          {">=", "bc", nullptr},
          {"<=", "ab", nullptr},
          {"~", nullptr, nullptr},
          {"!~", nullptr, nullptr},
          {"^", nullptr, nullptr},
          {"$", nullptr, nullptr}}},
        {"custom float",
         "custom_attributes.lifetime_value",
         "2.5",
         400,
         {{"=", "b", nullptr},
          {"!=", "acd", nullptr},
          {"IN", "ac", "[1.5,10]"},
          {"NIN", "bd", "[1.5,10]"},
          {">", "c", nullptr},
          {"<", "a", nullptr},
          {">=", "bc", nullptr},
          {"<=", "ab", nullptr},
          {"~", nullptr, nullptr},
          {"!~", nullptr, nullptr},
          {"^", nullptr, nullptr},
          {"$", nullptr, nullptr}}},
        // a's trial ends on 15 November 2023 at midnight, b's a day later, c's on that day's last
        // second.
        {"custom date",
         "custom_attributes.trial_ends_at",
         "1700100000",
         422,
         {{"=", "bc", nullptr},
          {"!=", nullptr, nullptr},
          {"IN", nullptr, "[1700100000]"},
          {"NIN", nullptr, "[1700100000]"},
          {">", "bc", "1700020000"},
          {"<", "a", nullptr},
          {">=", nullptr, nullptr},
          {"<=", nullptr, nullptr},
          {"~", nullptr, nullptr},
          {"!~", nullptr, nullptr},
          {"^", nullptr, nullptr},
          {"$", nullptr, nullptr}}},
        {"custom boolean",
         "custom_attributes.newsletter",
         "true",
         400,
         {{"=", "ac", nullptr},
          {"!=", "bd", nullptr},
          {"IN", "ac", "[true]"},
          {"NIN", "bd", "[true]"},
          {">", nullptr, nullptr},
          {"<", nullptr, nullptr},
          {">=", nullptr, nullptr},
          {"<=", nullptr, nullptr},
          {"~", nullptr, nullptr},
          {"!~", nullptr, nullptr},
          {"^", nullptr, nullptr},
          {"$", nullptr, nullptr}}},
    };
}

} // namespace

void SearchOperatorsTest::initTestCase()
{
    m_lab = std::make_unique<Lab>();
    for (int i = 0; i < 4; ++i)
        m_letters.insert(m_lab->make(people[i]), QString(QChar(u'a' + i)));
    m_lab->post(u"/contacts/"_s + m_letters.key(u"a"_s) + u"/tags"_s, R"({"id":"7522810"})");
    m_lab->post(u"/contacts/"_s + m_letters.key(u"b"_s) + u"/tags"_s, R"({"id":"7522811"})");
}

void SearchOperatorsTest::cells_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QString>("op");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("found");
    QTest::addColumn<int>("refusal");
    for (const Line &line : table()) {
        QCOMPARE(line.cells.size(), 12);
        for (const Cell &cell : line.cells) {
            QTest::addRow("%s %s", line.type, cell.op)
                << QByteArray(line.field) << QString::fromLatin1(cell.op)
                << QByteArray(cell.value ? cell.value : line.value)
                << QString::fromLatin1(cell.found ? cell.found : "")
                << (cell.found ? 0 : line.refusal);
        }
    }
}

QString SearchOperatorsTest::find(const QByteArray &field, const QString &op,
                                  const QByteArray &value, Answer *answer)
{
    *answer = m_lab->search("{\"field\":\"" + field + "\",\"operator\":\"" + op.toLatin1() +
                            "\",\"value\":" + value + '}');
    QStringList letters;
    for (const QString &id : idsOf(*answer))
        letters.append(m_letters.value(id));
    letters.sort();
    return letters.join(QString());
}

void SearchOperatorsTest::cells()
{
    QFETCH(QByteArray, field);
    QFETCH(QString, op);
    QFETCH(QByteArray, value);
    QFETCH(QString, found);
    QFETCH(int, refusal);
    Answer answer;
    const QString letters = find(field, op, value, &answer);
    if (refusal == 0) {
        QVERIFY2(answer.status == 200, text(answer).constData());
        QCOMPARE(letters, found);
        QCOMPARE(answer.body[u"total_count"].toInt(), static_cast<int>(found.size()));
        return;
    }
    QCOMPARE(answer.status, refusal);
    QCOMPARE(codeOf(answer), u"invalid_operator"_s);
    QCOMPARE(messageOf(answer),
             QString::fromLatin1(field) + u" does not support operator: "_s + op);
    QVERIFY(answer.body[u"request_id"].isNull());
}

QTEST_GUILESS_MAIN(SearchOperatorsTest)
#include "tst_searchoperators.moc"
