// SPDX-License-Identifier: MIT
// What every answer of the sandbox's server has in common: token, version, headers, rate window.
#include "tests/sandbox/server/httpprobe.h"
#include "tests/support/sandboxfixture.h"

#include <QDateTime>
#include <QLocale>
#include <QTest>

#include <atomic>

using namespace roster;
using namespace roster::test;

namespace {

const QString seedContact = QStringLiteral("/contacts/63a07ddf05a32042dffac965");
const QByteArray rateHeaders[] = {"X-RateLimit-Limit", "X-RateLimit-Remaining",
                                  "X-RateLimit-Reset"};

} // namespace

class TestSandboxServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void successesCarryTheHeaders();
    void errorsCarryTheHeaders();
    void tokens_data();
    void tokens();
    void anyTokenWithoutOne();
    void theTokenMayChange();
    void versions_data();
    void versions();
    void rateWindow();
    void rateLimitOff();
    void refusedTokensDoNotCount();
    void mediaTypes_data();
    void mediaTypes();
};

void TestSandboxServer::successesCarryTheHeaders()
{
    auto options = SandboxFixture::options();
    options.rateLimit = 1667;
    SandboxFixture sandbox(options);
    HttpProbe probe(sandbox.url(), sandbox.token());
    const ProbeReply reply = probe.get(u"/me"_qs);
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.header("Content-Type"), QByteArray("application/json; charset=utf-8"));
    QCOMPARE(reply.header("Status"), QByteArray("200 OK"));
    QCOMPARE(reply.header("Cache-Control"), QByteArray("max-age=0, private, must-revalidate"));
    QCOMPARE(reply.header("Intercom-Version"), QByteArray("2.10"));
    QCOMPARE(reply.header("Vary"), QByteArray("Accept-Encoding"));
    QVERIFY(reply.header("ETag").startsWith("W/\""));
    QVERIFY(!reply.header("X-Request-Id").isEmpty());
    QVERIFY(reply.header("X-Runtime").toDouble() > 0);
    QCOMPARE(reply.header("X-Intercom-Version").size(), 40);
    const auto date = QLocale::c().toDateTime(QString::fromLatin1(reply.header("Date")),
                                              u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_qs);
    QVERIFY(date.isValid());
    for (const QByteArray &name : rateHeaders)
        QVERIFY2(reply.hasHeader(name), name.constData());
    QCOMPARE(reply.header("X-RateLimit-Reset").toLongLong() % 10, 0);
    QCOMPARE(reply.header("X-RateLimit-Remaining").toInt(), 1666);

    // The tag is the content's: the same for the same answer, another one for another.
    QCOMPARE(probe.get(u"/me"_qs).header("ETag"), reply.header("ETag"));
    QVERIFY(probe.get(u"/tags"_qs).header("ETag") != reply.header("ETag"));
}

void TestSandboxServer::errorsCarryTheHeaders()
{
    auto options = SandboxFixture::options();
    options.rateLimit = 100;
    SandboxFixture sandbox(options);
    HttpProbe probe(sandbox.url(), sandbox.token());
    const ProbeReply reply = probe.get(u"/contacts/000000000000000000000000"_qs);
    QCOMPARE(reply.status, 404);
    QCOMPARE(reply.code(), u"not_found"_qs);
    QCOMPARE(reply.header("Status"), QByteArray("404 Not Found"));
    QCOMPARE(reply.header("Cache-Control"), QByteArray("no-cache"));
    QVERIFY(!reply.hasHeader("ETag"));
    QCOMPARE(QString::fromLatin1(reply.header("X-Request-Id")),
             reply.json().value(u"request_id").toString());
    for (const QByteArray &name : rateHeaders)
        QVERIFY2(reply.hasHeader(name), name.constData());
}

void TestSandboxServer::tokens_data()
{
    QTest::addColumn<QByteArray>("authorization");
    QTest::addColumn<int>("status");
    QTest::newRow("right") << QByteArray("Bearer test-token") << 200;
    QTest::newRow("missing") << QByteArray() << 401;
    QTest::newRow("empty") << QByteArray("Bearer ") << 401;
    QTest::newRow("wrong") << QByteArray("Bearer test-tokem") << 401;
    QTest::newRow("prefix") << QByteArray("Bearer test-toke") << 401;
    QTest::newRow("no scheme") << QByteArray("test-token") << 401;
    QTest::newRow("basic") << QByteArray("Basic test-token") << 401;
}

void TestSandboxServer::tokens()
{
    QFETCH(QByteArray, authorization);
    QFETCH(int, status);
    auto options = SandboxFixture::options(0);
    options.rateLimit = 10;
    SandboxFixture sandbox(options);
    HttpProbe probe(sandbox.url(), {});
    QNetworkRequest request = probe.request(u"/me"_qs);
    if (!authorization.isEmpty())
        request.setRawHeader("Authorization", authorization);
    const ProbeReply reply = probe.send("GET", request);
    QCOMPARE(reply.status, status);
    for (const QByteArray &name : rateHeaders)
        QCOMPARE(reply.hasHeader(name), status == 200);
    if (status == 401) {
        QCOMPARE(reply.json().value(u"type").toString(), u"error.list"_qs);
        QCOMPARE(reply.code(), u"unauthorized"_qs);
        const QJsonObject error = reply.json().value(u"errors").toArray().at(0).toObject();
        QCOMPARE(error.value(u"message").toString(), u"Access Token Invalid"_qs);
    }
}

void TestSandboxServer::anyTokenWithoutOne()
{
    auto options = SandboxFixture::options(0);
    options.token.clear();
    SandboxFixture sandbox(options);
    QCOMPARE(HttpProbe(sandbox.url(), "whatever").get(u"/me"_qs).status, 200);
    QCOMPARE(HttpProbe(sandbox.url(), {}).get(u"/me"_qs).status, 401);
}

void TestSandboxServer::theTokenMayChange()
{
    SandboxFixture sandbox(0);
    HttpProbe probe(sandbox.url(), sandbox.token());
    QCOMPARE(probe.get(u"/me"_qs).status, 200);
    sandbox->setToken("another");
    QCOMPARE(probe.get(u"/me"_qs).status, 401);
    QCOMPARE(HttpProbe(sandbox.url(), "another").get(u"/me"_qs).status, 200);
}

void TestSandboxServer::versions_data()
{
    QTest::addColumn<QByteArray>("asked");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("told");
    QTest::newRow("absent") << QByteArray() << 200 << QByteArray("2.10");
    for (int minor = 7; minor <= 16; ++minor) {
        const QByteArray version = "2." + QByteArray::number(minor);
        QTest::newRow(version.constData()) << version << 200 << version;
    }
    QTest::newRow("too old") << QByteArray("2.6") << 400 << QByteArray("2.10");
    QTest::newRow("too new") << QByteArray("2.17") << 400 << QByteArray("2.10");
    QTest::newRow("nonsense") << QByteArray("banana") << 400 << QByteArray("2.10");
}

void TestSandboxServer::versions()
{
    QFETCH(QByteArray, asked);
    SandboxFixture sandbox(0);
    HttpProbe probe(sandbox.url(), sandbox.token());
    QNetworkRequest request = probe.request(u"/me"_qs);
    request.setRawHeader("Intercom-Version", asked.isEmpty() ? QByteArray() : asked);
    const ProbeReply reply = probe.send("GET", request);
    QTEST(reply.status, "status");
    QTEST(reply.header("Intercom-Version"), "told");
    if (reply.status == 400)
        QCOMPARE(reply.code(), u"intercom_version_invalid"_qs);
}

void TestSandboxServer::rateWindow()
{
    const auto clock = std::make_shared<std::atomic<qint64>>(sandboxNow * 1000 + 3000);
    auto options = SandboxFixture::options(0);
    options.rateLimit = 3;
    options.workspace.clockMs = [clock] { return clock->load(); };
    SandboxFixture sandbox(options);
    HttpProbe probe(sandbox.url(), sandbox.token());
    for (int remaining = 2; remaining >= 0; --remaining) {
        const ProbeReply reply = probe.get(u"/me"_qs);
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.header("X-RateLimit-Limit"), QByteArray("3"));
        QCOMPARE(reply.header("X-RateLimit-Remaining").toInt(), remaining);
        QCOMPARE(reply.header("X-RateLimit-Reset").toLongLong(), sandboxNow + 10);
    }
    const ProbeReply refused = probe.send("POST", u"/tags"_qs, R"({"name":"never made"})");
    QCOMPARE(refused.status, 429);
    QCOMPARE(refused.code(), u"rate_limit_exceeded"_qs);
    const QJsonObject error = refused.json().value(u"errors").toArray().at(0).toObject();
    QCOMPARE(error.value(u"message").toString(), u"Exceeded rate limit of 3 in 10_seconds"_qs);
    QCOMPARE(refused.header("X-RateLimit-Remaining"), QByteArray("0"));
    QVERIFY(!refused.hasHeader("Retry-After")); // Intercom documents none
    QVERIFY(!sandbox->seen().constLast().applied);

    *clock = (sandboxNow + 10) * 1000;
    const ProbeReply tags = probe.get(u"/tags"_qs);
    QCOMPARE(tags.status, 200);
    QVERIFY(!tags.body.contains("never made"));
    QCOMPARE(tags.header("X-RateLimit-Reset").toLongLong(), sandboxNow + 20);

    sandbox->setRateLimit(1);
    QCOMPARE(probe.get(u"/me"_qs).status, 429);
}

void TestSandboxServer::rateLimitOff()
{
    SandboxFixture sandbox(0);
    const ProbeReply reply = HttpProbe(sandbox.url(), sandbox.token()).get(u"/me"_qs);
    for (const QByteArray &name : rateHeaders)
        QVERIFY2(!reply.hasHeader(name), name.constData());
}

void TestSandboxServer::refusedTokensDoNotCount()
{
    const auto now = sandboxNow * 1000;
    auto options = SandboxFixture::options(0);
    options.rateLimit = 1;
    options.workspace.clockMs = [now] { return now; };
    SandboxFixture sandbox(options);
    QCOMPARE(HttpProbe(sandbox.url(), "wrong").get(u"/me"_qs).status, 401);
    QCOMPARE(HttpProbe(sandbox.url(), sandbox.token()).get(u"/me"_qs).status, 200);
    QCOMPARE(HttpProbe(sandbox.url(), "wrong").get(u"/me"_qs).status, 401);
}

void TestSandboxServer::mediaTypes_data()
{
    QTest::addColumn<QByteArray>("accept");
    QTest::addColumn<QByteArray>("contentType");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    const QByteArray tag = R"({"name":"x"})";
    QTest::newRow("json") << QByteArray("application/json") << QByteArray("application/json") << tag
                          << 200;
    QTest::newRow("charset") << QByteArray("*/*") << QByteArray("application/json; charset=utf-8")
                             << tag << 200;
    QTest::newRow("html wanted") << QByteArray("text/html") << QByteArray("application/json") << tag
                                 << 406;
    QTest::newRow("form") << QByteArray("*/*") << QByteArray("application/x-www-form-urlencoded")
                          << tag << 415;
    QTest::newRow("text") << QByteArray("*/*") << QByteArray("text/plain") << tag << 415;
    QTest::newRow("not JSON") << QByteArray("*/*") << QByteArray("application/json")
                              << QByteArray("{oops") << 400;
    QTest::newRow("not UTF-8") << QByteArray("*/*") << QByteArray("application/json")
                               << QByteArray("{\"name\":\"\xff\xfe\"}") << 400;
}

void TestSandboxServer::mediaTypes()
{
    QFETCH(QByteArray, accept);
    QFETCH(QByteArray, contentType);
    QFETCH(QByteArray, body);
    SandboxFixture sandbox(0);
    HttpProbe probe(sandbox.url(), sandbox.token());
    QNetworkRequest request = probe.request(u"/tags"_qs);
    request.setRawHeader("Accept", accept);
    request.setRawHeader("Content-Type", contentType);
    const ProbeReply reply = probe.send("POST", request, body);
    QTEST(reply.status, "status");
    QCOMPARE(reply.header("Content-Type"), QByteArray("application/json; charset=utf-8"));
    if (reply.status != 200)
        QCOMPARE(reply.json().value(u"type").toString(), u"error.list"_qs);
}

QTEST_GUILESS_MAIN(TestSandboxServer)
#include "tst_sandboxserver.moc"
