// SPDX-License-Identifier: MIT
#include "tests/sandbox/workspace/lab.h"

using namespace roster::sandbox;
using namespace roster::sandbox::test;

//! What POST /contacts/search refuses, and in which words.
class SearchErrorsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusals_data();
    void refusals();
    void limitsThatStillFit();
};

namespace {

const QByteArray filter = R"({"field":"role","operator":"=","value":"user"})";

QByteArray many(int count, const QByteArray &member = filter)
{
    QByteArrayList members(count, member);
    return R"({"operator":"AND","value":[)" + members.join(',') + "]}";
}

} // namespace

void SearchErrorsTest::refusals_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("message");
    const auto add = [](const char *row, const QByteArray &body, int status, const char *code,
                        const QString &message = {}) {
        QTest::newRow(row) << body << status << QString::fromLatin1(code) << message;
    };
    const auto query = [](const QByteArray &q) { return "{\"query\":" + q + '}'; };
    add("no query", "{}", 400, "invalid_query");
    add("no body", "", 400, "invalid_query");
    add("query is text", query("\"name\""), 400, "invalid_query");
    add("filter without operator", query(R"({"field":"name","value":"a"})"), 400, "invalid_query");
    add("filter without value", query(R"({"field":"name","operator":"="})"), 400, "invalid_query");
    add("filter without field", query(R"({"operator":"=","value":"a"})"), 400, "invalid_query");
    add("filter whose field is a number", query(R"({"field":1,"operator":"=","value":"a"})"), 400,
        "invalid_query");
    add("group without operator", query(R"({"value":[)" + filter + "]}"), 400, "invalid_query");
    add("group without value", query(R"({"operator":"AND"})"), 400, "invalid_query");
    add("empty group", query(R"({"operator":"AND","value":[]})"), 400, "invalid_query");
    add("group of texts", query(R"({"operator":"AND","value":["a"]})"), 400, "invalid_query");
    add("unknown field", query(R"({"field":"not_a_field","operator":"=","value":"a"})"), 400,
        "invalid_field", u"not_a_field is not a valid field"_s);
    add("workspace_id is no field", query(R"({"field":"workspace_id","operator":"=","value":"a"})"),
        400, "invalid_field", u"workspace_id is not a valid field"_s);
    add("unknown attribute",
        query(R"({"field":"custom_attributes.nope","operator":"=","value":"a"})"), 400,
        "invalid_field", u"custom_attributes.nope is not a valid field"_s);
    add("a field in a group",
        query(R"({"operator":"OR","value":[{"field":"x","operator":"=","value":1}]})"), 400,
        "invalid_field", u"x is not a valid field"_s);
    add("composite operator", query(R"({"operator":"XOR","value":[)" + filter + "]}"), 400,
        "invalid_operator", u"Composite operators must be of type AND or OR "_s);
    add("operator of a string", query(R"({"field":"email","operator":">","value":"a"})"), 400,
        "invalid_operator", u"email does not support operator: >"_s);
    add("no operator at all", query(R"({"field":"email","operator":"LIKE","value":"a"})"), 400,
        "invalid_operator", u"email does not support operator: LIKE"_s);
    add("operator of a date", query(R"({"field":"created_at","operator":">=","value":1})"), 422,
        "invalid_operator", u"created_at does not support operator: >="_s);
    add("operator of a tag", query(R"({"field":"tag_id","operator":"IN","value":["1"]})"), 422,
        "invalid_operator", u"tag_id does not support operator: IN"_s);
    add("value of a string", query(R"({"field":"name","operator":"=","value":123})"), 400,
        "invalid_value", u"123 is not a valid string"_s);
    add("value of a string in a list", query(R"({"field":"name","operator":"IN","value":["a",1]})"),
        400, "invalid_value", u"1 is not a valid string"_s);
    add("value of an integer", query(R"({"field":"owner_id","operator":"=","value":"1"})"), 400,
        "invalid_value", u"1 is not a valid integer"_s);
    add("value of a boolean",
        query(R"({"field":"has_hard_bounced","operator":"=","value":"true"})"), 400,
        "invalid_value", u"true is not a valid boolean"_s);
    add("value of a date", query(R"({"field":"created_at","operator":"=","value":"today"})"), 400,
        "invalid_value", u"today is not a valid date"_s);
    add("null with contains", query(R"({"field":"name","operator":"~","value":null})"), 400,
        "invalid_value", u"null is not a valid string"_s);
    add("a list with equals", query(R"({"field":"name","operator":"=","value":["a"]})"), 400,
        "invalid_value");
    add("a text with IN", query(R"({"field":"name","operator":"IN","value":"a"})"), 400,
        "invalid_value");
    add("sixteen members", query(many(16)), 400, "invalid_value",
        u"Number of elements in composite query is greater than 15, please try again with a "
        u"smaller "
        "list"_s);
    add("three levels", query(many(1, many(1, many(1)))), 400, "invalid_values",
        u"Value depth exceeds 10 items"_s);
    add("sort order", "{\"query\":" + filter + R"(,"sort":{"field":"name","order":"desc"}})", 400,
        "invalid_sort_order",
        u"Invalid sort order 'desc'. Must be one of: ascending, descending"_s);
    add("sort field", "{\"query\":" + filter + R"(,"sort":{"field":"tag_id","order":"ascending"}})",
        400, "invalid_field", u"tag_id is not a valid field"_s);
    add("unknown key", "{\"query\":" + filter + R"(,"random_param":1})", 400, "bad_request",
        u"bad 'random_param' parameter"_s);
    add("page too large", "{\"query\":" + filter + R"(,"pagination":{"per_page":151}})", 400,
        "parameter_invalid");
    add("page of none", "{\"query\":" + filter + R"(,"pagination":{"per_page":0}})", 400,
        "parameter_invalid");
    add("page as text", "{\"query\":" + filter + R"(,"pagination":{"per_page":"5"}})", 400,
        "parameter_invalid");
    add("pagination is a list", "{\"query\":" + filter + R"(,"pagination":[]})", 400,
        "parameter_invalid");
    add("bad cursor", "{\"query\":" + filter + R"(,"pagination":{"starting_after":"nonsense"}})",
        400, "client_error",
        u"Invalid starting_after param. Please try again using a starting_after value from a "
        "paginated response"_s);
    add("cursor is a number", "{\"query\":" + filter + R"(,"pagination":{"starting_after":5}})",
        400, "client_error");
    add("not JSON", "{\"query\":", 400, "bad_request");
}

void SearchErrorsTest::refusals()
{
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    QFETCH(QString, code);
    QFETCH(QString, message);
    Lab lab;
    const Answer answer = lab.post(u"/contacts/search"_s, body);
    QVERIFY2(answer.status == status, text(answer).constData());
    QCOMPARE(codeOf(answer), code);
    if (!message.isEmpty())
        QCOMPARE(messageOf(answer), message);
    QVERIFY(answer.body.toObject().contains(u"request_id"_s));
    QVERIFY(answer.body[u"request_id"].isNull());
    QCOMPARE(answer.header("X-Request-Id").size(), 20);
}

void SearchErrorsTest::limitsThatStillFit()
{
    Lab lab;
    lab.make(R"({"email":"a@x.example"})");
    QCOMPARE(lab.search(many(15)).body[u"total_count"].toInt(), 1);
    QCOMPARE(lab.search(many(15, many(15))).body[u"total_count"].toInt(), 1);
    const QByteArray page = R"(,"pagination":{"per_page":150,"starting_after":null}})";
    QCOMPARE(lab.post(u"/contacts/search"_s, "{\"query\":" + filter + page).status, 200);
}

QTEST_GUILESS_MAIN(SearchErrorsTest)
#include "tst_searcherrors.moc"
