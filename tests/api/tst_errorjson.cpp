// SPDX-License-Identifier: MIT
#include "core/api/contactjson.h"
#include "core/api/errorjson.h"
#include "tests/api/documents.h"

#include <QtTest/QTest>

using namespace roster;

namespace {

HttpResponse answer(int status, const QByteArray &body,
                    const QList<std::pair<QByteArray, QByteArray>> &headers = {})
{
    HttpResponse response;
    response.status = status;
    response.body = body;
    response.headers = headers;
    return response;
}

QByteArray errorList(const QByteArray &code, const QByteArray &message, const QByteArray &more = {})
{
    return "{\"type\":\"error.list\",\"request_id\":\"005jsr\",\"errors\":[{\"code\":\"" + code +
           "\",\"message\":\"" + message + "\"" + more + "}]}";
}

} // namespace

class TestErrorJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void kindsByStatus_data();
    void kindsByStatus();
    void knownErrors_data();
    void knownErrors();
    void effects_data();
    void effects();
    void fields_data();
    void fields();
    void conflicts_data();
    void conflicts();
    void mergedSaysInto_data();
    void mergedSaysInto();
    void toleratesOtherBodies_data();
    void toleratesOtherBodies();
    void requestIds();
    void retryAfter();
    void unreadableAnswers();
    void readAnswers();
};

void TestErrorJson::kindsByStatus_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<ErrorKind>("kind");
    const auto row = [](int status, ErrorKind kind) {
        QTest::addRow("%d", status) << status << kind;
    };
    for (const int status : {400, 405, 406, 415, 418, 422, 451})
        row(status, ErrorKind::Invalid);
    row(401, ErrorKind::Unauthorized);
    row(402, ErrorKind::Forbidden);
    row(403, ErrorKind::Forbidden);
    row(404, ErrorKind::NotFound);
    row(410, ErrorKind::NotFound);
    row(408, ErrorKind::Timeout);
    row(409, ErrorKind::Conflict);
    row(429, ErrorKind::RateLimited);
    for (const int status : {500, 502, 503, 504, 599})
        row(status, ErrorKind::Server);
    for (const int status : {0, 100, 302})
        row(status, ErrorKind::Protocol);
}

void TestErrorJson::kindsByStatus()
{
    QFETCH(int, status);
    QFETCH(ErrorKind, kind);
    const ApiError error = api::readError(answer(status, errorList("some_code", "Words")), false);
    QCOMPARE(error.kind, kind);
    QCOMPARE(error.httpStatus, status);
    QCOMPARE(error.code, QStringLiteral("some_code"));
    QCOMPARE(error.message, QStringLiteral("Words"));
    QCOMPARE(error.effect, Effect::NotApplied);
    QCOMPARE(error.requestId, QStringLiteral("005jsr"));
    QVERIFY(error.detail.isEmpty());
}

void TestErrorJson::knownErrors_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<std::optional<ContactField>>("field");
    const std::optional<ContactField> none;
    const auto row = [](int status, const char *code, const char *message, ErrorKind kind,
                        std::optional<ContactField> field) {
        QTest::addRow("%d %s", status, message)
            << status << QByteArray(code) << QByteArray(message) << kind << field;
    };
    row(401, "unauthorized", "Access Token Invalid", ErrorKind::Unauthorized, none);
    row(403, "api_plan_restricted", "Active subscription needed.", ErrorKind::Forbidden, none);
    row(404, "not_found", "User Not Found", ErrorKind::NotFound, none);
    row(404, "company_not_found", "Company Not Found", ErrorKind::NotFound, none);
    row(400, "parameter_invalid", "The owner specified is not a member of the workspace",
        ErrorKind::Invalid, ContactField::Owner);
    row(400, "parameter_invalid", "Custom attribute 'phone' does not exist", ErrorKind::Invalid,
        ContactField::CustomAttributes);
    row(400, "client_error", "Contact with user role can't be converted to a lead",
        ErrorKind::Invalid, ContactField::Role);
    row(400, "parameter_invalid", "email is invalid", ErrorKind::Invalid, ContactField::Email);
    row(400, "parameter_invalid", "Phone number is not valid", ErrorKind::Invalid,
        ContactField::Phone);
    row(400, "bad_request", "User has been merged and is not restorable.", ErrorKind::Invalid,
        none);
    row(400, "contact_company_limit_exceeded",
        "Contact has reached the maximum of 1000 company associations", ErrorKind::Invalid, none);
    row(409, "conflict",
        "Multiple existing users match this email address - must be more specific using user_id",
        ErrorKind::Conflict, ContactField::Email);
    row(500, "server_error", "Server Error in email", ErrorKind::Server, none);
}

void TestErrorJson::knownErrors()
{
    QFETCH(int, status);
    QFETCH(QByteArray, code);
    QFETCH(QByteArray, message);
    QFETCH(ErrorKind, kind);
    QFETCH(std::optional<ContactField>, field);
    const HttpResponse response = answer(status, errorList(code, message));
    const ApiError error = api::readError(response, true);
    QCOMPARE(error.kind, kind);
    QCOMPARE(error.field, field);
    QCOMPARE(error.code, QString::fromUtf8(code));
    QCOMPARE(error.message, QString::fromUtf8(message));
    // What is read has no field to put an error under.
    QCOMPARE(api::readError(response, false).field, std::nullopt);
}

void TestErrorJson::effects_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("isAfterUnanswered");
    QTest::addColumn<Effect>("effect");
    for (const int status : {400, 401, 403, 404, 409, 422, 429}) {
        QTest::addRow("%d", status) << status << false << Effect::NotApplied;
        QTest::addRow("%d after silence", status) << status << true << Effect::Unknown;
    }
    for (const int status : {408, 500, 503, 302})
        QTest::addRow("%d", status) << status << false << Effect::Unknown;
}

void TestErrorJson::effects()
{
    QFETCH(int, status);
    QFETCH(bool, isAfterUnanswered);
    QFETCH(Effect, effect);
    HttpResponse response = answer(status, errorList("c", "m"));
    response.isAfterUnanswered = isAfterUnanswered;
    QCOMPARE(api::readError(response, true).effect, effect);
    QCOMPARE(api::readError(response, false).effect, Effect::NotApplied);
}

void TestErrorJson::fields_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<std::optional<ContactField>>("expected");
    const std::optional<ContactField> none;
    QTest::newRow("name") << QByteArray("\"name\"") << std::optional(ContactField::Name);
    QTest::newRow("owner") << QByteArray("\"owner_id\"") << std::optional(ContactField::Owner);
    QTest::newRow("attribute") << QByteArray("\"custom_attributes.plan\"")
                               << std::optional(ContactField::CustomAttributes);
    QTest::newRow("attributes") << QByteArray("\"custom_attributes\"")
                                << std::optional(ContactField::CustomAttributes);
    QTest::newRow("unknown") << QByteArray("\"shoe_size\"") << none;
    QTest::newRow("null") << QByteArray("null") << none;
    QTest::newRow("number") << QByteArray("7") << none;
}

void TestErrorJson::fields()
{
    QFETCH(QByteArray, field);
    QFETCH(std::optional<ContactField>, expected);
    const auto response = answer(422, errorList("data_invalid", "No good", ",\"field\":" + field));
    QCOMPARE(api::readError(response, true).field, expected);
}

void TestErrorJson::conflicts_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QString>("id");
    QTest::addColumn<bool>("isArchived");
    QTest::newRow("active") << QByteArray(
                                   "A contact matching those details already exists with id=5f3a01")
                            << QStringLiteral("5f3a01") << false;
    QTest::newRow("archived")
        << QByteArray("An archived contact matching those details already exists with id=5f3a01")
        << QStringLiteral("5f3a01") << true;
    QTest::newRow("full stop") << QByteArray("exists with id=5f3a01.") << QStringLiteral("5f3a01")
                               << false;
    QTest::newRow("no id") << QByteArray("A contact matching those details already exists")
                           << QString() << false;
    QTest::newRow("other word") << QByteArray("invalid=5") << QString() << false;
}

void TestErrorJson::conflicts()
{
    QFETCH(QByteArray, message);
    QFETCH(QString, id);
    QFETCH(bool, isArchived);
    const ApiError error = api::readError(answer(409, errorList("conflict", message)), true);
    QCOMPARE(error.conflictingContact.text(), id);
    QCOMPARE(error.isConflictArchived, isArchived);
    // Only a conflict names a contact.
    const ApiError other = api::readError(answer(400, errorList("conflict", message)), true);
    QVERIFY(other.conflictingContact.isEmpty());
    QVERIFY(!other.isConflictArchived);
}

void TestErrorJson::mergedSaysInto_data()
{
    QTest::addColumn<QByteArray>("link");
    QTest::addColumn<QString>("id");
    QTest::newRow("as documented")
        << QByteArray("</contacts/5f3a01>; rel=\"canonical\"") << QStringLiteral("5f3a01");
    QTest::newRow("whole address, no quotes")
        << QByteArray("<https://api.intercom.io/contacts/5f3a01>; rel=canonical")
        << QStringLiteral("5f3a01");
    QTest::newRow("second of two")
        << QByteArray("</x>; rel=\"next\", </contacts/5f3a01>; rel=\"canonical\"")
        << QStringLiteral("5f3a01");
    QTest::newRow("another relation")
        << QByteArray("</contacts/5f3a01>; rel=\"next\"") << QString();
    QTest::newRow("something else") << QByteArray("</tags/5>; rel=\"canonical\"") << QString();
    QTest::newRow("none") << QByteArray() << QString();
}

void TestErrorJson::mergedSaysInto()
{
    QFETCH(QByteArray, link);
    QFETCH(QString, id);
    HttpResponse response = answer(410, errorList("contact_merged", "Contact merged"));
    response.headers.append({"link", link});
    const ApiError error = api::readError(response, false);
    QCOMPARE(error.kind, ErrorKind::NotFound);
    QCOMPARE(error.mergedInto.text(), id);
    // Only one that is gone was merged.
    response.status = 409;
    QVERIFY(api::readError(response, false).mergedInto.isEmpty());
}

void TestErrorJson::toleratesOtherBodies_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("code");
    QTest::newRow("none") << QByteArray() << QString();
    QTest::newRow("html") << QByteArray("<html><h1>403 Forbidden</h1></html>") << QString();
    QTest::newRow("list") << QByteArray("[]") << QString();
    QTest::newRow("empty object") << QByteArray("{}") << QString();
    QTest::newRow("no entries") << QByteArray(R"({"type":"error.list","errors":[]})") << QString();
    QTest::newRow("errors as text") << QByteArray(R"({"errors":"bad"})") << QString();
    QTest::newRow("entry as text") << QByteArray(R"({"errors":["bad"]})") << QString();
    QTest::newRow("nulls")
        << QByteArray(R"({"request_id":null,"errors":[{"code":null,"message":null,"field":null}]})")
        << QString();
    QTest::newRow("old entry") << QByteArray(R"({"errors":[{"type":"forbidden","message":"m"}]})")
                               << QStringLiteral("forbidden");
    QTest::newRow("several") << QByteArray(R"({"errors":[{"code":"first"},{"code":"second"}]})")
                             << QStringLiteral("first");
    QTest::newRow("deep") << QByteArray(20'000, '[') << QString();
}

void TestErrorJson::toleratesOtherBodies()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, code);
    for (const int status : {400, 403, 409, 429, 500}) {
        const ApiError error = api::readError(answer(status, body), true);
        QCOMPARE(error.httpStatus, status);
        QCOMPARE(error.code, code);
    }
    QCOMPARE(api::readError(answer(403, body), true).kind, ErrorKind::Forbidden);
}

void TestErrorJson::requestIds()
{
    const QList<std::pair<QByteArray, QByteArray>> headers{{"x-request-id", "from-header"}};
    QCOMPARE(api::readError(answer(404, errorList("a", "b"), headers), false).requestId,
             QStringLiteral("005jsr"));
    QCOMPARE(
        api::readError(answer(404, R"({"request_id":null,"errors":[]})", headers), false).requestId,
        QStringLiteral("from-header"));
    QCOMPARE(api::readError(answer(502, "<html>", headers), false).requestId,
             QStringLiteral("from-header"));
}

void TestErrorJson::retryAfter()
{
    using namespace std::chrono_literals;
    const QByteArray body =
        errorList("rate_limit_exceeded", "Exceeded rate limit of 83 in 10_seconds");
    QCOMPARE(api::readError(answer(429, body, {{"Retry-After", "4"}}), true).retryAfter, 4000ms);
    const ApiError byReset = api::readError(
        answer(429, body,
               {{"X-RateLimit-Reset", "1700000007"}, {"Date", "Tue, 14 Nov 2023 22:13:20 GMT"}}),
        true);
    QCOMPARE(byReset.retryAfter, 7000ms);
    QCOMPARE(byReset.kind, ErrorKind::RateLimited);
    QCOMPARE(byReset.field, std::nullopt);
    QCOMPARE(api::readError(answer(429, body), true).retryAfter, std::nullopt);
    QCOMPARE(api::readError(answer(503, {}, {{"Retry-After", "4"}}), true).retryAfter, 4000ms);
    QCOMPARE(api::readError(answer(404, {}, {{"Retry-After", "4"}}), true).retryAfter,
             std::nullopt);
}

void TestErrorJson::unreadableAnswers()
{
    const auto response = answer(200, "<html>", {{"X-Request-Id", "r7"}});
    const ApiError read = ApiError::protocol(QStringLiteral("id: missing"));
    const ApiError write = api::unreadable(read, response, true);
    QCOMPARE(write.kind, ErrorKind::Protocol);
    QCOMPARE(write.effect, Effect::Applied);
    QCOMPARE(write.httpStatus, 200);
    QCOMPARE(write.requestId, QStringLiteral("r7"));
    QCOMPARE(write.detail, QStringLiteral("id: missing"));
    QCOMPARE(api::unreadable(read, response, false).effect, Effect::NotApplied);
}

void TestErrorJson::readAnswers()
{
    const auto good = api::readAnswer(answer(200, test::BareContact), true, api::readContact);
    QVERIFY(good.isOk());
    QCOMPARE(good->id.text(), QStringLiteral("b1"));
    const auto bad = api::readAnswer(answer(200, "{}"), true, api::readContact);
    QCOMPARE(bad.error().effect, Effect::Applied);
    QCOMPARE(bad.error().detail, QStringLiteral("type: missing"));
    const auto refused = api::readAnswer(answer(404, errorList("not_found", "User Not Found")),
                                         true, api::readContact);
    QCOMPARE(refused.error().kind, ErrorKind::NotFound);
    QCOMPARE(refused.error().effect, Effect::NotApplied);
}

QTEST_GUILESS_MAIN(TestErrorJson)
#include "tst_errorjson.moc"
