// SPDX-License-Identifier: MIT
#include "tests/sandbox/workspace/dump.h"

#include <algorithm>

using namespace roster::sandbox;
using namespace roster::sandbox::test;

namespace {

using Test = std::function<bool(const QJsonObject &)>;

//! A query, and which conversations it has to find.
struct Row
{
    const char *name;
    QByteArray query;
    Test fits;
};

constexpr qint64 day = 24 * 3600;

QByteArray filter(const char *field, const char *op, const QByteArray &value)
{
    return QByteArray(R"({"field":")") + field + R"(","operator":")" + op + R"(","value":)" +
           value + '}';
}

QString sourceText(const QJsonObject &o, const char *member)
{
    return o[u"source"_s][QLatin1String(member)].toString();
}

QString author(const QJsonObject &o, const char *member)
{
    return o[u"source"_s][u"author"][QLatin1String(member)].toString();
}

bool hasContact(const QJsonObject &o, const QString &id)
{
    const QJsonArray contacts = o[u"contacts"_s][u"contacts"].toArray();
    return std::any_of(contacts.begin(), contacts.end(),
                       [&id](const QJsonValue &contact) { return contact[u"id"] == id; });
}

} // namespace

//! POST /conversations/search, held against the list read naively.
class ConversationSearchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void finds_data();
    void finds();
    void ofVersions();
    void pages();
    void sorts_data();
    void sorts();
    void refusals_data();
    void refusals();

private:
    Answer search(const QByteArray &body) { return m_lab->post(u"/conversations/search"_s, body); }
    static QStringList ids(const QJsonArray &conversations)
    {
        QStringList found;
        for (const QJsonValue &one : conversations)
            found.append(one[u"id"].toString());
        return found;
    }
    //! Every id a query finds, along all pages.
    QStringList all(const QByteArray &query, const QByteArray &more = {});
    void addRows();
    void addSourceRows();

    std::unique_ptr<Lab> m_lab;
    QList<QJsonObject> m_list;
    QString m_busy; //!< who has most conversations
    QString m_other;
    std::vector<Row> m_rows;
};

QStringList ConversationSearchTest::all(const QByteArray &query, const QByteArray &more)
{
    QStringList found;
    QByteArray after = "null";
    do {
        const Answer answer =
            search(R"({"query":)" + query + more +
                   R"(,"pagination":{"per_page":50,"starting_after":)" + after + "}}");
        if (answer.status != 200)
            return {QString::fromUtf8(text(answer))};
        found += ids(answer.body[u"conversations"].toArray());
        const QString next = answer.body[u"pages"][u"next"][u"starting_after"].toString();
        after = next.isEmpty() ? QByteArray() : '"' + next.toLatin1() + '"';
        if (after.isEmpty() && answer.body[u"total_count"].toInteger() != found.size())
            found.append(u"another total"_s);
    } while (!after.isEmpty());
    return found;
}

void ConversationSearchTest::initTestCase()
{
    m_lab = std::make_unique<Lab>(900);
    m_list = allConversations(*m_lab);
    QHash<QString, int> counts;
    for (const QJsonObject &one : std::as_const(m_list)) {
        const QString id = one[u"contacts"_s][u"contacts"][0][u"id"].toString();
        if (++counts[id] > counts.value(m_busy))
            m_busy = id;
    }
    m_other = counts.key(1);
    QVERIFY(counts.value(m_busy) >= 25 && !m_other.isEmpty());
    addRows();
    addSourceRows();
}

void ConversationSearchTest::addRows()
{
    const auto add = [this](const char *name, const QByteArray &query, const Test &fits) {
        m_rows.push_back({name, query, fits});
    };
    const QByteArray busy = '"' + m_busy.toLatin1() + '"';
    const QByteArray both = '[' + busy + ",\"" + m_other.toLatin1() + "\"]";
    const auto ofBusy = [this](const QJsonObject &o) { return hasContact(o, m_busy); };
    const auto ofBoth = [this](const QJsonObject &o) {
        return hasContact(o, m_busy) || hasContact(o, m_other);
    };
    add("of a contact", filter("contact_ids", "=", busy), ofBusy);
    add("of any other", filter("contact_ids", "!=", busy), std::not_fn(ofBusy));
    add("of two", filter("contact_ids", "IN", both), ofBoth);
    add("of neither", filter("contact_ids", "NIN", both), std::not_fn(ofBoth));
    add("of nobody", filter("contact_ids", "=", "null"), [](const QJsonObject &) { return false; });
    const auto state = [](const char *name) {
        return [name](const QJsonObject &o) { return o[u"state"_s] == QLatin1String(name); };
    };
    add("snoozed", filter("state", "=", "\"snoozed\""), state("snoozed"));
    add("not closed", filter("open", "=", "true"), std::not_fn(state("closed")));
    add("unread", filter("read", "=", "false"),
        [](const QJsonObject &o) { return !o[u"read"_s].toBool(); });
    add("assigned to one", filter("admin_assignee_id", "=", "6184022"),
        [](const QJsonObject &o) { return o[u"admin_assignee_id"_s].toInt() == 6184022; });
    add("to nobody", filter("admin_assignee_id", "=", "null"),
        [](const QJsonObject &o) { return o[u"admin_assignee_id"_s].isNull(); });
    add("urgent", filter("priority", "=", "\"priority\""),
        [](const QJsonObject &o) { return o[u"priority"_s] == u"priority"_s; });
    const auto createdFrom = [](qint64 from, qint64 to) {
        return [from, to](const QJsonObject &o) {
            const qint64 at = o[u"created_at"_s].toInteger();
            return at >= from && at < to;
        };
    };
    // A day on which something began.
    const qint64 someTime = m_list.at(m_list.size() / 2)[u"created_at"_s].toInteger();
    const qint64 dayStart = someTime - someTime % day;
    const QByteArray when = '"' + QByteArray::number(someTime) + '"';
    add("after a day", filter("created_at", ">", when),
        createdFrom(dayStart + day, Lab::start + 1));
    add("before a day", filter("created_at", "<", when), createdFrom(0, dayStart));
    add("on a day", filter("created_at", "=", when), createdFrom(dayStart, dayStart + day));
    add("a group of filters",
        R"({"operator":"AND","value":[)" + filter("contact_ids", "=", busy) + ',' +
            filter("state", "=", "\"closed\"") + "]}",
        [=](const QJsonObject &o) { return ofBusy(o) && state("closed")(o); });
    add("with any tag", filter("tag_ids", "!=", "null"),
        [](const QJsonObject &o) { return !o[u"tags"_s][u"tags"].toArray().isEmpty(); });
    add("rated", filter("conversation_rating.score", ">", "0"),
        [](const QJsonObject &) { return false; });
}

void ConversationSearchTest::addSourceRows()
{
    const auto add = [this](const char *name, const QByteArray &query, const Test &fits) {
        m_rows.push_back({name, query, fits});
    };
    const auto begins = [](const char *part) {
        return [part](const QJsonObject &o) {
            return sourceText(o, "body").contains(QString::fromUtf8(part));
        };
    };
    add("a word", filter("source.body", "=", "\"support\""), begins("need support"));
    add("a word in capitals", filter("source.body", "=", "\"SUPPORT\""), begins("need support"));
    add("two words are none", filter("source.body", "=", "\"need support\""),
        [](const QJsonObject &) { return false; });
    add("part of a word", filter("source.body", "~", "\"uppor\""), begins("need support"));
    add("without a word", filter("source.body", "!=", "\"support\""),
        std::not_fn(begins("need support")));
    add("another script", filter("source.body", "~", "\"契約\""), begins("契約"));
    add("by e-mail", filter("source.type", "=", "\"email\""),
        [](const QJsonObject &o) { return sourceText(o, "type") == u"email"_s; });
    add("about", filter("source.subject", "~", "\"INVOICE\""), [](const QJsonObject &o) {
        return sourceText(o, "subject").contains(u"invoice"_s, Qt::CaseInsensitive);
    });
    add("begun by the team", filter("source.delivered_as", "=", "\"admin_initiated\""),
        [](const QJsonObject &o) { return author(o, "type") == u"admin"_s; });
    add("begun by leads", filter("source.author.type", "=", "\"lead\""),
        [](const QJsonObject &o) { return author(o, "type") == u"lead"_s; });
    add("by name", filter("source.author.name", "^", "\"pri\""), [](const QJsonObject &o) {
        return author(o, "name").startsWith(u"pri"_s, Qt::CaseInsensitive);
    });
    add("by address", filter("source.author.email", "$", "\".example\""),
        [](const QJsonObject &o) { return author(o, "email").endsWith(u".example"_s); });
    const QString id = m_list.at(5)[u"source"_s][u"id"].toString();
    add("one message", filter("source.id", "=", '"' + id.toLatin1() + '"'),
        [id](const QJsonObject &o) { return sourceText(o, "id") == id; });
    add("on a page", filter("source.url", "!=", "null"),
        [](const QJsonObject &o) { return o[u"source"_s][u"url"].isString(); });
}

void ConversationSearchTest::finds_data()
{
    QTest::addColumn<int>("index");
    for (size_t i = 0; i < m_rows.size(); ++i)
        QTest::newRow(m_rows.at(i).name) << static_cast<int>(i);
}

void ConversationSearchTest::finds()
{
    QFETCH(int, index);
    const Row &row = m_rows.at(static_cast<size_t>(index));
    QStringList expected;
    for (const QJsonObject &one : std::as_const(m_list)) {
        if (row.fits(one))
            expected.append(one[u"id"_s].toString());
    }
    QCOMPARE(all(row.query), expected);
    // A row that finds nothing or everything shows little: few are meant to.
    const QStringList empty{u"of nobody"_s, u"rated"_s, u"two words are none"_s};
    QCOMPARE(expected.isEmpty(), empty.contains(QString::fromLatin1(row.name)));
    QVERIFY(expected.size() < m_list.size());
}

// 2.16 grades priorities and calls nobody 0.
void ConversationSearchTest::ofVersions()
{
    const QStringList urgent = all(filter("priority", "=", "\"priority\""));
    const QStringList free = all(filter("admin_assignee_id", "=", "null"));
    m_lab->speak("2.16");
    QCOMPARE(all(filter("priority", "=", "\"high\"")), urgent);
    QCOMPARE(all(filter("priority", "=", "\"priority\"")), QStringList());
    QCOMPARE(all(filter("admin_assignee_id", "=", "0")), free);
    m_lab->speak("2.10");
}

void ConversationSearchTest::pages()
{
    const QByteArray query =
        R"({"query":)" + filter("contact_ids", "=", '"' + m_busy.toLatin1() + '"');
    const Answer first = search(query + '}');
    QCOMPARE(first.body[u"type"].toString(), u"conversation.list"_s);
    QCOMPARE(first.body[u"conversations"].toArray().size(), 20);
    QVERIFY(first.body[u"total_count"].toInt() >= 25);
    QCOMPARE(first.body[u"pages"][u"total_pages"].toInt(), 2);
    // A list does not tell what followed.
    QVERIFY(!first.body[u"conversations"][0].toObject().contains(u"conversation_parts"_s));
    const QByteArray after = first.body[u"pages"][u"next"][u"starting_after"].toString().toLatin1();
    const Answer second = search(query + R"(,"pagination":{"starting_after":")" + after + "\"}}");
    QVERIFY(!second.body[u"pages"].toObject().contains(u"next"_s));
    QCOMPARE(ids(first.body[u"conversations"].toArray()) +
                 ids(second.body[u"conversations"].toArray()),
             all(query.mid(9)));
}

void ConversationSearchTest::sorts_data()
{
    QTest::addColumn<QByteArray>("field");
    for (const char *field : {"created_at", "updated_at", "waiting_since", "snoozed_until", "id",
                              "source.author.name", "admin_assignee_id"})
        QTest::newRow(field) << QByteArray(field);
}

void ConversationSearchTest::sorts()
{
    QFETCH(QByteArray, field);
    const QByteArray any = filter("open", "IN", "[true,false]");
    const QByteArray sort = R"(,"sort":{"field":")" + field + R"(","order":")";
    const QStringList up = all(any, sort + "ascending\"}");
    QStringList down = all(any, sort + "descending\"}");
    QCOMPARE(up.size(), m_list.size());
    QCOMPARE(QSet<QString>(up.begin(), up.end()).size(), up.size());
    std::reverse(down.begin(), down.end());
    QCOMPARE(down, up);
    if (field.endsWith("ed_at")) {
        QHash<QString, qint64> times;
        for (const QJsonObject &one : std::as_const(m_list))
            times.insert(one[u"id"_s].toString(), one[QLatin1String(field)].toInteger());
        QVERIFY(std::is_sorted(up.begin(), up.end(), [&times](const QString &a, const QString &b) {
            return times.value(a) < times.value(b);
        }));
    }
}

void ConversationSearchTest::refusals_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    const auto add = [](const char *row, const QByteArray &body, int status, const char *code) {
        QTest::newRow(row) << body << status << QString::fromLatin1(code);
    };
    const auto query = [](const QByteArray &filter) { return R"({"query":)" + filter + '}'; };
    add("nothing", "{}", 400, "invalid_query");
    add("a contact's field", query(filter("email", "=", "\"a\"")), 400, "invalid_field");
    add("more than a contact", query(filter("contact_ids", ">", "\"a\"")), 400, "invalid_operator");
    add("a number for a contact", query(filter("contact_ids", "=", "5")), 400, "invalid_value");
    add("another than a day", query(filter("created_at", "!=", "5")), 422, "invalid_operator");
    add("a word for a day", query(filter("created_at", "=", "\"foobar\"")), 400, "invalid_value");
    add("a word for a flag", query(filter("open", "=", "\"yes\"")), 400, "invalid_value");
    add("sorted by people",
        R"({"query":)" + filter("open", "=", "true") + R"(,"sort":{"field":"contact_ids"}})", 400,
        "invalid_field");
    add("too many",
        R"({"query":)" + filter("open", "=", "true") + R"(,"pagination":{"per_page":151}})", 400,
        "parameter_invalid");
    add("another key", R"({"query":)" + filter("open", "=", "true") + R"(,"page":1})", 400,
        "bad_request");
    // [1,"x",2]: the cursor of a list whose ids are no numbers.
    add("another's cursor",
        R"({"query":)" + filter("open", "=", "true") +
            R"(,"pagination":{"starting_after":"WzEsIngiLDJd"}})",
        400, "client_error");
}

void ConversationSearchTest::refusals()
{
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    QFETCH(QString, code);
    const Answer answer = search(body);
    QCOMPARE(answer.status, status);
    QCOMPARE(codeOf(answer), code);
    QVERIFY(answer.body[u"request_id"].isNull());
}

QTEST_GUILESS_MAIN(ConversationSearchTest)
#include "tst_conversationsearch.moc"
