// SPDX-License-Identifier: MIT
// What good clients may send and rarely do, and requests that are sound as HTTP alone.
#include "tests/sandbox/server/httpprobe.h"
#include "tests/support/sandboxfixture.h"

#include <QTest>

using namespace roster;
using namespace roster::test;

namespace {

const QByteArray seedContact = "/contacts/63a07ddf05a32042dffac965";

} // namespace

class TestSandboxWire : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void actionsNeedNoBodyNorLength();
    void keepsConnectionsAlive();
    void answersPipelinedRequestsInOrder();
    void readsChunkedBodies();
    void saysContinue();
    void closesWhenAsked_data();
    void closesWhenAsked();
    void headHasNoBody();
    void largeBodiesAreRead();
    void brokenPaths_data();
    void brokenPaths();
    void deepJson();
};

void TestSandboxWire::actionsNeedNoBodyNorLength()
{
    SandboxFixture sandbox(1);
    RawClient client(sandbox.url());
    client.send(rawRequest("POST", seedContact + "/archive"));
    const QByteArray answer = client.answer();
    QCOMPARE(RawClient::status(answer), 200);
    QVERIFY(answer.contains("\"archived\":true"));
}

void TestSandboxWire::keepsConnectionsAlive()
{
    SandboxFixture sandbox(1);
    RawClient client(sandbox.url());
    for (int i = 0; i < 20; ++i) {
        client.send(rawRequest("GET", i % 2 ? "/me" : "/contacts/nobody"));
        const QByteArray answer = client.answer();
        QCOMPARE(RawClient::status(answer), i % 2 ? 200 : 404);
        QVERIFY(answer.contains("Connection: keep-alive"));
    }
}

void TestSandboxWire::answersPipelinedRequestsInOrder()
{
    auto options = SandboxFixture::options(1);
    options.latencyMs = 5;
    SandboxFixture sandbox(options);
    RawClient client(sandbox.url());
    const QByteArray body = R"({"name":"piped"})";
    client.send(
        rawRequest("GET", "/me") + rawRequest("GET", seedContact) +
        rawRequest("POST", "/tags", "Content-Type: application/json\r\nContent-Length: 16\r\n") +
        body + rawRequest("DELETE", "/contacts/nobody") + rawRequest("GET", "/tags"));
    QVERIFY(client.answer().contains("\"type\":\"admin\""));
    QVERIFY(client.answer().contains("63a07ddf05a32042dffac965"));
    QVERIFY(client.answer().contains("\"name\":\"piped\""));
    QCOMPARE(RawClient::status(client.answer()), 404);
    QVERIFY(client.answer().contains("\"name\":\"piped\""));
}

void TestSandboxWire::readsChunkedBodies()
{
    SandboxFixture sandbox(0);
    RawClient client(sandbox.url());
    client.send(rawRequest("POST", "/tags",
                           "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n") +
                "8\r\n{\"name\":\r\n8\r\n\"chunks\"\r\n1\r\n}\r\n0\r\n\r\n");
    const QByteArray answer = client.answer();
    QCOMPARE(RawClient::status(answer), 200);
    QVERIFY(answer.contains("\"name\":\"chunks\""));
}

void TestSandboxWire::saysContinue()
{
    SandboxFixture sandbox(0);
    RawClient client(sandbox.url());
    client.send(rawRequest(
        "POST", "/tags",
        "Content-Type: application/json\r\nContent-Length: 12\r\nExpect: 100-continue\r\n"));
    QCOMPARE(RawClient::status(client.answer()), 100);
    client.send(R"({"name":"x"})");
    QCOMPARE(RawClient::status(client.answer()), 200);
}

void TestSandboxWire::closesWhenAsked_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::newRow("connection close") << rawRequest("GET", "/me", "Connection: close\r\n");
    QTest::newRow("HTTP/1.0") << QByteArray(
        "GET /me HTTP/1.0\r\nAuthorization: Bearer test-token\r\n\r\n");
}

void TestSandboxWire::closesWhenAsked()
{
    QFETCH(QByteArray, request);
    SandboxFixture sandbox(0);
    RawClient client(sandbox.url());
    client.send(request);
    bool isClosed = false;
    const QByteArray answer = client.untilClosed(&isClosed);
    QCOMPARE(RawClient::status(answer), 200);
    QVERIFY(answer.contains("Connection: close"));
    QVERIFY(isClosed);
}

void TestSandboxWire::headHasNoBody()
{
    SandboxFixture sandbox(0);
    RawClient client(sandbox.url());
    client.send(rawRequest("HEAD", "/me", "Connection: close\r\n"));
    const QByteArray answer = client.untilClosed();
    QVERIFY(answer.startsWith("HTTP/1.1 "));
    QVERIFY(answer.endsWith("\r\n\r\n"));
}

void TestSandboxWire::largeBodiesAreRead()
{
    SandboxFixture sandbox(0);
    const QByteArray body = R"({"name":"large")" + QByteArray(5 * 1024 * 1024 - 100, ' ') + '}';
    const ProbeReply reply =
        HttpProbe(sandbox.url(), sandbox.token()).send("POST", u"/tags"_qs, body);
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.json().value(u"name").toString(), u"large"_qs);
}

void TestSandboxWire::brokenPaths_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::newRow("escape") << QByteArray("/contacts/%zz");
    QTest::newRow("cut escape") << QByteArray("/contacts/%4");
    QTest::newRow("not UTF-8") << QByteArray("/contacts/%ff");
    QTest::newRow("nul") << QByteArray("/contacts/%00");
    QTest::newRow("query") << QByteArray("/contacts?per_page=%");
    QTest::newRow("asterisk") << QByteArray("*");
}

void TestSandboxWire::brokenPaths()
{
    QFETCH(QByteArray, target);
    SandboxFixture sandbox(0);
    RawClient client(sandbox.url());
    client.send(rawRequest("GET", target));
    const QByteArray answer = client.answer();
    QCOMPARE(RawClient::status(answer), 400);
    QVERIFY(answer.contains("\"code\":\"bad_request\""));
    client.send(rawRequest("GET", "/me")); // the request was sound as HTTP: the connection goes on
    QCOMPARE(RawClient::status(client.answer()), 200);
}

void TestSandboxWire::deepJson()
{
    SandboxFixture sandbox(1);
    HttpProbe probe(sandbox.url(), sandbox.token());
    const QByteArray deep = QByteArray(200'000, '[') + QByteArray(200'000, ']');
    QCOMPARE(probe.send("POST", u"/contacts"_qs, deep).status, 400);
    QByteArray query;
    for (int i = 0; i < 400; ++i)
        query += R"({"operator":"AND","value":[)";
    query += "1";
    for (int i = 0; i < 400; ++i)
        query += "]}";
    QCOMPARE(probe.send("POST", u"/contacts/search"_qs, "{\"query\":" + query + '}').status, 400);
}

QTEST_GUILESS_MAIN(TestSandboxWire)
#include "tst_sandboxwire.moc"
