// SPDX-License-Identifier: MIT
#include "core/net/netfailure.h"
#include "core/net/oneshotbody.h"
#include "core/net/qnamtransport.h"
#include "core/net/redaction.h"
#include "core/net/retrypolicy.h"
#include "core/wire/ratelimit.h"
#include "tests/support/scriptedtransport.h"

#include <QtTest/QTest>

using namespace roster;
using namespace std::chrono_literals;
using Next = RetryDecision::Next;

namespace {

const qint64 Wall = 1'700'000'000;

//! An answer with the headers of the rate limit; the server's clock is `wall`.
HttpResponse limited(int remaining, qint64 reset, int status = 200, int limit = 100)
{
    return told(status, "{}",
                {{"X-RateLimit-Limit", QByteArray::number(limit)},
                 {"X-RateLimit-Remaining", QByteArray::number(remaining)},
                 {"X-RateLimit-Reset", QByteArray::number(reset)}});
}

} // namespace

class TestNetRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void retryTable_data();
    void retryTable();
    void retryDelays_data();
    void retryDelays();
    void whatLeavesAWriteOpen_data();
    void whatLeavesAWriteOpen();
    void toldWait_data();
    void toldWait();
    void rateLimitHeaders();
    void netFailures_data();
    void netFailures();
    void redactedTexts_data();
    void redactedTexts();
    void loggedPaths_data();
    void loggedPaths();
    void oneShotBodyIsReadOnce();
    void safeAddresses_data();
    void safeAddresses();
};

void TestNetRules::retryTable_data()
{
    QTest::addColumn<HttpOutcome>("outcome");
    QTest::addColumn<QList<Next>>("expected");
    const QList<Next> always{Next::Retry, Next::Retry, Next::Retry};
    const QList<Next> notCreates{Next::Retry, Next::Retry, Next::Deliver};
    const QList<Next> no{Next::Deliver, Next::Deliver, Next::Deliver};
    const QList<Next> limit{Next::WaitForLimit, Next::WaitForLimit, Next::WaitForLimit};
    SendFailure final = unanswered(ErrorKind::Protocol);
    final.isFinal = true;
    SendFailure refused = unconnected(ErrorKind::Tls);
    refused.isFinal = true;
    QTest::newRow("never left") << HttpOutcome(unconnected()) << always;
    QTest::newRow("name") << HttpOutcome(unconnected(ErrorKind::NameNotFound)) << always;
    QTest::newRow("connect timeout") << HttpOutcome(unconnected(ErrorKind::Timeout)) << always;
    QTest::newRow("unanswered") << HttpOutcome(unanswered()) << notCreates;
    QTest::newRow("timeout") << HttpOutcome(unanswered(ErrorKind::Timeout)) << notCreates;
    QTest::newRow("cut") << HttpOutcome(unanswered(ErrorKind::Protocol)) << notCreates;
    QTest::newRow("final") << HttpOutcome(final) << no;
    QTest::newRow("tls") << HttpOutcome(refused) << no;
    QTest::newRow("429") << HttpOutcome(told(429)) << limit;
    for (const int status : {408, 500, 502, 503, 504, 599})
        QTest::addRow("%d", status) << HttpOutcome(told(status)) << notCreates;
    for (const int status : {200, 201, 400, 401, 402, 403, 404, 405, 406, 409, 410, 415, 422})
        QTest::addRow("%d", status) << HttpOutcome(told(status)) << no;
}

void TestNetRules::retryTable()
{
    QFETCH(HttpOutcome, outcome);
    QFETCH(QList<Next>, expected);
    const RetryPolicy policy;
    const QList<Repeat> classes{Repeat::Safe, Repeat::SameEffect, Repeat::Never};
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(policy.next(classes.at(i), 0, outcome, 0).next, expected.at(i));
        QCOMPARE(policy.next(classes.at(i), 2, outcome, 0).next, expected.at(i));
        const Next last = expected.at(i) == Next::Retry ? Next::Deliver : expected.at(i);
        QCOMPARE(policy.next(classes.at(i), 3, outcome, 0).next, last);
    }
}

void TestNetRules::retryDelays_data()
{
    QTest::addColumn<int>("retries");
    QTest::addColumn<double>("jitter");
    QTest::addColumn<QByteArray>("retryAfter");
    QTest::addColumn<int>("ms");
    QTest::newRow("first") << 0 << 0.0 << QByteArray() << 500;
    QTest::newRow("second") << 1 << 0.0 << QByteArray() << 1000;
    QTest::newRow("third") << 2 << 0.0 << QByteArray() << 2000;
    QTest::newRow("longest jitter") << 0 << 1.0 << QByteArray() << 600;
    QTest::newRow("shortest jitter") << 2 << -1.0 << QByteArray() << 1600;
    QTest::newRow("jitter out of range") << 0 << 9.0 << QByteArray() << 600;
    QTest::newRow("asked for longer") << 0 << 0.0 << QByteArray("7") << 7000;
    QTest::newRow("asked for shorter") << 2 << 0.0 << QByteArray("1") << 2000;
    QTest::newRow("asked for too long") << 0 << 0.0 << QByteArray("86400") << 60000;
    QTest::newRow("asked in no words") << 0 << 0.0 << QByteArray("soon") << 500;
}

void TestNetRules::retryDelays()
{
    QFETCH(int, retries);
    QFETCH(double, jitter);
    QFETCH(QByteArray, retryAfter);
    QFETCH(int, ms);
    HttpResponse response = limited(5, Wall + 9, 503);
    if (!retryAfter.isEmpty())
        response.headers.append({"Retry-After", retryAfter});
    const RetryDecision decision = RetryPolicy().next(Repeat::Safe, retries, response, jitter);
    QCOMPARE(decision.next, Next::Retry);
    QCOMPARE(decision.delay.count(), ms);
}

void TestNetRules::whatLeavesAWriteOpen_data()
{
    QTest::addColumn<HttpOutcome>("outcome");
    QTest::addColumn<bool>("isOpen");
    QTest::newRow("never left") << HttpOutcome(unconnected()) << false;
    QTest::newRow("unanswered") << HttpOutcome(unanswered()) << true;
    for (const int status : {200, 400, 404, 409, 429})
        QTest::addRow("%d", status) << HttpOutcome(told(status)) << false;
    for (const int status : {408, 500, 503})
        QTest::addRow("%d", status) << HttpOutcome(told(status)) << true;
}

void TestNetRules::whatLeavesAWriteOpen()
{
    QFETCH(HttpOutcome, outcome);
    QFETCH(bool, isOpen);
    QCOMPARE(leavesOpen(outcome), isOpen);
}

void TestNetRules::toldWait_data()
{
    using Headers = QList<std::pair<QByteArray, QByteArray>>;
    QTest::addColumn<Headers>("headers");
    QTest::addColumn<std::optional<qint64>>("ownTime");
    QTest::addColumn<std::optional<int>>("seconds");
    const std::optional<qint64> none;
    const std::optional<int> unknown;
    const QByteArray date("Tue, 14 Nov 2023 22:13:20 GMT"); // Wall
    const QByteArray reset = QByteArray::number(Wall + 8);
    const auto row = [](const char *name, const Headers &headers, std::optional<qint64> own,
                        std::optional<int> seconds) {
        QTest::newRow(name) << headers << own << seconds;
    };
    row("nothing", {}, Wall, unknown);
    row("seconds", {{"Retry-After", "12"}}, none, 12);
    row("seconds, spaced", {{"retry-after", " 12 "}}, none, 12);
    row("a time", {{"Retry-After", "Tue, 14 Nov 2023 22:13:50 GMT"}, {"Date", date}}, none, 30);
    row("a time without a date", {{"Retry-After", "Tue, 14 Nov 2023 22:13:50 GMT"}}, Wall, unknown);
    row("a time gone by", {{"Retry-After", "Tue, 14 Nov 2023 22:00:00 GMT"}, {"Date", date}}, none,
        0);
    row("negative", {{"Retry-After", "-3"}}, none, unknown);
    row("reset by its date", {{"X-RateLimit-Reset", reset}, {"Date", date}}, Wall + 500, 8);
    row("reset by our clock", {{"X-RateLimit-Reset", reset}}, Wall + 3, 5);
    row("reset without any clock", {{"X-RateLimit-Reset", reset}}, none, unknown);
    row("reset gone by", {{"X-RateLimit-Reset", reset}}, Wall + 60, 0);
    row("a week", {{"Retry-After", "604800"}}, none, 86400);
    row("words", {{"Retry-After", "soon"}}, none, unknown);
    row("both", {{"Retry-After", "2"}, {"X-RateLimit-Reset", reset}, {"Date", date}}, none, 2);
}

void TestNetRules::toldWait()
{
    using Headers = QList<std::pair<QByteArray, QByteArray>>;
    QFETCH(Headers, headers);
    QFETCH(std::optional<qint64>, ownTime);
    QFETCH(std::optional<int>, seconds);
    const auto wait = roster::toldWait(told(429, "{}", headers), ownTime);
    QCOMPARE(wait.has_value(), seconds.has_value());
    if (wait)
        QCOMPARE(wait->count(), *seconds * 1000);
}

void TestNetRules::rateLimitHeaders()
{
    QCOMPARE(RateLimit::of(limited(7, Wall)), (RateLimit{100, 7, Wall}));
    QCOMPARE(RateLimit::of(told(200)), RateLimit());
    QCOMPARE(
        RateLimit::of(told(200, "{}", {{"x-ratelimit-limit", "x"}, {"X-RateLimit-Reset", "-1"}})),
        RateLimit());
    QCOMPARE(serverTime(told(200, "{}", {{"date", "Tue, 14 Nov 2023 22:13:20 GMT"}})), Wall);
    QCOMPARE(serverTime(told(200, "{}", {{"Date", "yesterday"}})), std::nullopt);
}

void TestNetRules::netFailures_data()
{
    using Reply = QNetworkReply;
    QTest::addColumn<Reply::NetworkError>("error");
    QTest::addColumn<int>("status");
    QTest::addColumn<Left>("left");
    QTest::addColumn<bool>("isAnswer");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<bool>("neverLeft");
    QTest::addColumn<bool>("isFinal");
    const auto row = [](const char *name, Reply::NetworkError error, Left left, ErrorKind kind,
                        bool neverLeft, bool isFinal = false) {
        QTest::newRow(name) << error << 0 << left << false << kind << neverLeft << isFinal;
    };
    row("name", Reply::HostNotFoundError, Left::No, ErrorKind::NameNotFound, true);
    row("refused", Reply::ConnectionRefusedError, Left::No, ErrorKind::Offline, true);
    row("refused, empty body", Reply::ConnectionRefusedError, Left::NotKnown, ErrorKind::Offline,
        true);
    row("refused after leaving", Reply::ConnectionRefusedError, Left::Yes, ErrorKind::Offline,
        false);
    row("tls", Reply::SslHandshakeFailedError, Left::NotKnown, ErrorKind::Tls, true, true);
    row("proxy refused", Reply::ProxyConnectionRefusedError, Left::No, ErrorKind::Offline, true);
    row("proxy name", Reply::ProxyNotFoundError, Left::No, ErrorKind::Offline, true);
    row("proxy timeout", Reply::ProxyTimeoutError, Left::NotKnown, ErrorKind::Offline, true);
    row("unreachable", Reply::UnknownNetworkError, Left::No, ErrorKind::Offline, true);
    row("unreachable, unclear", Reply::UnknownNetworkError, Left::NotKnown, ErrorKind::Offline,
        false);
    row("network gone", Reply::TemporaryNetworkFailureError, Left::Yes, ErrorKind::Offline, false);
    row("closed", Reply::RemoteHostClosedError, Left::Yes, ErrorKind::Offline, false);
    row("no resending", Reply::ContentReSendError, Left::NotKnown, ErrorKind::Offline, false);
    row("timeout", Reply::TimeoutError, Left::Yes, ErrorKind::Timeout, false);
    row("no HTTP", Reply::ProtocolFailure, Left::Yes, ErrorKind::Protocol, false, true);
    QTest::newRow("proxy password") << Reply::ProxyAuthenticationRequiredError << 407 << Left::No
                                    << false << ErrorKind::Offline << true << false;
    QTest::newRow("cut") << Reply::RemoteHostClosedError << 200 << Left::Yes << false
                         << ErrorKind::Protocol << false << false;
    QTest::newRow("redirect that Qt failed on") << Reply::ContentReSendError << 308 << Left::Yes
                                                << false << ErrorKind::Protocol << false << true;
    QTest::newRow("200") << Reply::NoError << 200 << Left::Yes << true << ErrorKind() << false
                         << false;
    QTest::newRow("404") << Reply::ContentNotFoundError << 404 << Left::Yes << true << ErrorKind()
                         << false << false;
    QTest::newRow("400") << Reply::ProtocolInvalidOperationError << 400 << Left::Yes << true
                         << ErrorKind() << false << false;
    QTest::newRow("500") << Reply::InternalServerError << 500 << Left::Yes << true << ErrorKind()
                         << false << false;
}

void TestNetRules::netFailures()
{
    QFETCH(QNetworkReply::NetworkError, error);
    QFETCH(int, status);
    QFETCH(Left, left);
    QFETCH(bool, isAnswer);
    QFETCH(ErrorKind, kind);
    QFETCH(bool, neverLeft);
    QFETCH(bool, isFinal);
    EndedReply reply;
    reply.error = error;
    reply.status = status;
    reply.left = left;
    const auto failure = failureOf(reply);
    QCOMPARE(!failure.has_value(), isAnswer);
    if (isAnswer)
        return;
    QCOMPARE(failure->kind, kind);
    QCOMPARE(failure->neverLeft, neverLeft);
    QCOMPARE(failure->isFinal, isFinal);
    QCOMPARE(failure->httpStatus, status);
    QVERIFY(!failure->detail.isEmpty());
    reply.isTimedOut = true;
    QCOMPARE(failureOf(reply)->kind, ErrorKind::Timeout);
}

void TestNetRules::redactedTexts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("masked");
    const auto row = [](const char *name, const char *text, const char *masked) {
        QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(masked);
    };
    row("nothing", "PUT /contacts/63a07ddf05a32042dffac965 404",
        "PUT /contacts/63a07ddf05a32042dffac965 404");
    row("bearer", "Authorization: Bearer abc.def-123=", "Authorization: Bearer ***");
    row("bearer in any case", "bearer  abc", "Bearer ***");
    row("token", "token dG9rOmFiY2RlZmdoaWprbG1ubw==", "token ***");
    row("email", "id of jane+x@mail.example is taken", "id of ***@*** is taken");
    row("email in quotes", "\"zoë@mail.example\"", "\"***@***\"");
    row("phone", "call +353 (1) 555-0199 now", "call *** now");
    row("plain digits", "phone 15550199123", "phone ***");
    row("short number", "status 404 after 1234 ms", "status 404 after 1234 ms");
}

void TestNetRules::redactedTexts()
{
    QFETCH(QString, text);
    QFETCH(QString, masked);
    QCOMPARE(redacted(text), masked);
}

void TestNetRules::loggedPaths_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("logged");
    QTest::newRow("ids") << QByteArray("/contacts/63a07ddf05a32042dffac965/tags/7522907")
                         << QByteArray("/contacts/63a07ddf05a32042dffac965/tags/7522907");
    QTest::newRow("words") << QByteArray("/data_attributes") << QByteArray("/data_attributes");
    QTest::newRow("an email") << QByteArray("/contacts/find_by_external_id/jane%40mail.example")
                              << QByteArray("/contacts/find_by_external_id/***");
    QTest::newRow("root") << QByteArray("/") << QByteArray("/");
}

void TestNetRules::loggedPaths()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, logged);
    QCOMPARE(loggedPath(path), logged);
}

void TestNetRules::oneShotBodyIsReadOnce()
{
    OneShotBody body("abcdef");
    QVERIFY(body.isSequential());
    QVERIFY(!body.wasRead());
    QCOMPARE(body.read(4), QByteArray("abcd"));
    QVERIFY(body.wasRead());
    QVERIFY(!body.atEnd());
    QVERIFY(!body.reset());
    QVERIFY(!body.seek(0));
    QCOMPARE(body.readAll(), QByteArray("ef"));
    QVERIFY(body.atEnd());
    QCOMPARE(body.bytesAvailable(), 0);
    OneShotBody empty({});
    QVERIFY(empty.isEmpty());
    QVERIFY(empty.atEnd());
    QCOMPARE(empty.readAll(), QByteArray());
    QVERIFY(!empty.wasRead());
}

void TestNetRules::safeAddresses_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("isSafe");
    QTest::newRow("https") << QStringLiteral("https://api.intercom.io") << true;
    QTest::newRow("http") << QStringLiteral("http://api.intercom.io") << false;
    QTest::newRow("loopback") << QStringLiteral("http://127.0.0.1:8080") << true;
    QTest::newRow("loopback 6") << QStringLiteral("http://[::1]:8080") << true;
    QTest::newRow("localhost") << QStringLiteral("http://localhost:8080") << true;
    QTest::newRow("like localhost") << QStringLiteral("http://localhost.example") << false;
    QTest::newRow("lan") << QStringLiteral("http://192.168.0.1") << false;
    QTest::newRow("every interface") << QStringLiteral("http://0.0.0.0") << false;
    QTest::newRow("scheme") << QStringLiteral("ws://127.0.0.1") << false;
    QTest::newRow("no host") << QStringLiteral("https:///x") << false;
}

void TestNetRules::safeAddresses()
{
    QFETCH(QString, url);
    QFETCH(bool, isSafe);
    QCOMPARE(isSafeToSendTo(QUrl(url)), isSafe);
}

QTEST_GUILESS_MAIN(TestNetRules)
#include "tst_netrules.moc"
