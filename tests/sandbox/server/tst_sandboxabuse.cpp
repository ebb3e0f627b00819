// SPDX-License-Identifier: MIT
// What arrives on a socket that no good client would send: nothing of it stops the server.
#include "tests/sandbox/server/httpprobe.h"
#include "tests/support/sandboxfixture.h"

#include <QElapsedTimer>
#include <QTest>

#include <random>

using namespace roster;
using namespace roster::test;

namespace {

const QByteArray seedContact = "/contacts/63a07ddf05a32042dffac965";
constexpr int bodyLimit = 5 * 1024 * 1024;

bool isServing(SandboxFixture &sandbox)
{
    return HttpProbe(sandbox.url(), sandbox.token()).get(QStringLiteral("/me")).status == 200;
}

} // namespace

class TestSandboxAbuse : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void malformed_data();
    void malformed();
    void hugeHeaders();
    void hugeBodies_data();
    void hugeBodies();
    void clientsLeaveBeforeTheirAnswer();
    void clientsLeaveInTheMiddleOfARequest();
    void slowClientsAreCutOff_data();
    void slowClientsAreCutOff();
    void randomBytes();
    void mutatedRequests();
};

void TestSandboxAbuse::malformed_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("no HTTP at all") << QByteArray("hello there, how are you?\r\n\r\n");
    QTest::newRow("TLS") << QByteArray::fromHex("16030100c8010000c40303") + "\r\n\r\n";
    QTest::newRow("HTTP/2") << QByteArray("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
    QTest::newRow("no target") << QByteArray("GET HTTP/1.1\r\nHost: x\r\n\r\n");
    QTest::newRow("odd version") << QByteArray("GET /me HTTP/9.9\r\nHost: x\r\n\r\n");
    QTest::newRow("no host") << QByteArray(
        "GET /me HTTP/1.1\r\nAuthorization: Bearer test-token\r\n\r\n");
    QTest::newRow("header without colon")
        << QByteArray("GET /me HTTP/1.1\r\nHost: x\r\nnonsense\r\n\r\n");
    QTest::newRow("space in a header's name")
        << QByteArray("GET /me HTTP/1.1\r\nHost: x\r\nA b: c\r\n\r\n");
    QTest::newRow("nul in a header")
        << QByteArray("GET /me HTTP/1.1\r\nHost: x\r\nA: b\0c\r\n\r\n", 37);
    QTest::newRow("length is no number")
        << rawRequest("POST", "/tags", "Content-Length: twelve\r\n");
    QTest::newRow("length is negative") << rawRequest("POST", "/tags", "Content-Length: -1\r\n");
    QTest::newRow("length overflows")
        << rawRequest("POST", "/tags", "Content-Length: 99999999999999999999999\r\n");
    QTest::newRow("two lengths") << rawRequest("POST", "/tags",
                                               "Content-Length: 1\r\nContent-Length: 2\r\n");
    QTest::newRow("length and chunks")
        << rawRequest("POST", "/tags", "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n") +
               "0\r\n\r\n";
    QTest::newRow("bad chunk") << rawRequest("POST", "/tags", "Transfer-Encoding: chunked\r\n") +
                                      "xyz\r\n\r\n";
    QTest::newRow("space in the target") << QByteArray("GET /me you HTTP/1.1\r\nHost: x\r\n\r\n");
}

void TestSandboxAbuse::malformed()
{
    QFETCH(QByteArray, bytes);
    SandboxFixture sandbox(0);
    RawClient client(sandbox.url());
    client.send(bytes);
    const QByteArray answer = client.answer();
    QCOMPARE(RawClient::status(answer), 400);
    QVERIFY(answer.contains("\"type\":\"error.list\""));
    QVERIFY(answer.contains("Connection: close"));
    QVERIFY(!answer.contains("X-RateLimit"));
    client.socket().disconnectFromHost();
    QVERIFY(isServing(sandbox));
}

void TestSandboxAbuse::hugeHeaders()
{
    SandboxFixture sandbox(0);
    RawClient one(sandbox.url());
    one.send(rawRequest("GET", "/me", "X-Big: " + QByteArray(64 * 1024, 'a') + "\r\n"));
    QCOMPARE(RawClient::status(one.answer()), 431);
    RawClient target(sandbox.url());
    target.send(rawRequest("GET", '/' + QByteArray(64 * 1024, 'a')));
    QCOMPARE(RawClient::status(target.answer()), 431);
    QVERIFY(isServing(sandbox));
}

void TestSandboxAbuse::hugeBodies_data()
{
    QTest::addColumn<bool>("isChunked");
    QTest::addColumn<qsizetype>("size");
    QTest::newRow("length, just over") << false << qsizetype(bodyLimit + 1);
    QTest::newRow("length, far over") << false << qsizetype(4 * bodyLimit);
    QTest::newRow("chunks, just over") << true << qsizetype(bodyLimit + 1);
    QTest::newRow("chunks, far over") << true << qsizetype(4 * bodyLimit);
}

void TestSandboxAbuse::hugeBodies()
{
    QFETCH(bool, isChunked);
    QFETCH(qsizetype, size);
    SandboxFixture sandbox(0);
    RawClient client(sandbox.url());
    const QByteArray body(size, ' ');
    const QByteArray length = QByteArray::number(size);
    if (isChunked) {
        client.send(rawRequest("POST", "/tags",
                               "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n") +
                    QByteArray::number(size, 16) + "\r\n" + body + "\r\n0\r\n\r\n");
    } else {
        client.send(
            rawRequest("POST", "/tags",
                       "Content-Type: application/json\r\nContent-Length: " + length + "\r\n") +
            body);
    }
    const QByteArray answer = client.answer();
    QCOMPARE(RawClient::status(answer), 413);
    QVERIFY(answer.contains("\"type\":\"error.list\""));
    QVERIFY(isServing(sandbox));
    QCOMPARE(sandbox->count("POST", u"**"_qs), 0);
}

void TestSandboxAbuse::clientsLeaveBeforeTheirAnswer()
{
    auto options = SandboxFixture::options(1);
    options.latencyMs = 40;
    SandboxFixture sandbox(options);
    for (int i = 0; i < 50; ++i) {
        RawClient client(sandbox.url());
        client.send(rawRequest("GET", "/contacts"));
        if (i % 2)
            client.socket().abort();
        else
            client.socket().disconnectFromHost();
    }
    QTRY_COMPARE(sandbox->count("GET", u"/contacts"_qs), 50);
    QVERIFY(isServing(
        sandbox)); // waits 40 ms itself: all deferred answers have met their closed sockets
    QVERIFY(isServing(sandbox));
}

void TestSandboxAbuse::clientsLeaveInTheMiddleOfARequest()
{
    SandboxFixture sandbox(1);
    const QByteArray request =
        rawRequest("POST", "/tags", "Content-Type: application/json\r\nContent-Length: 12\r\n") +
        R"({"name":"x"})";
    for (qsizetype cut = 0; cut < request.size(); cut += 3) {
        RawClient client(sandbox.url());
        client.send(request.first(cut));
        client.socket().disconnectFromHost();
    }
    QVERIFY(isServing(sandbox));
    QCOMPARE(sandbox->count("POST", u"**"_qs), 0);
}

void TestSandboxAbuse::slowClientsAreCutOff_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("silent") << QByteArray();
    QTest::newRow("in the headers") << QByteArray("GET /me HTTP/1.1\r\nHost: x\r\nX-Slow: ");
    QTest::newRow("in the body") << rawRequest("POST", "/tags", "Content-Length: 100\r\n") + "{";
}

void TestSandboxAbuse::slowClientsAreCutOff()
{
    QFETCH(QByteArray, bytes);
    auto options = SandboxFixture::options(0);
    options.limits.idleMs = 150;
    options.limits.headerMs = 150;
    options.limits.bodyMs = 150;
    SandboxFixture sandbox(options);
    RawClient client(sandbox.url());
    client.send(bytes);
    bool isClosed = false;
    client.untilClosed(&isClosed);
    QVERIFY(isClosed);
    QVERIFY(isServing(sandbox));
}

void TestSandboxAbuse::randomBytes()
{
    const quint32 seed = std::random_device()();
    qInfo("seed %u", seed);
    std::mt19937 random(seed);
    auto options = SandboxFixture::options(1);
    options.limits.lingerMs = 200;
    SandboxFixture sandbox(options);
    for (int round = 0; round < 200; ++round) {
        RawClient client(sandbox.url());
        QVERIFY(client.isConnected());
        QByteArray bytes;
        const auto size = random() % 2000;
        for (unsigned i = 0; i < size; ++i)
            bytes += static_cast<char>(random() & 0xff);
        client.send(bytes + "\r\n\r\n");
        client.socket().disconnectFromHost();
    }
    QVERIFY(isServing(sandbox));
}

void TestSandboxAbuse::mutatedRequests()
{
    const quint32 seed = std::random_device()();
    qInfo("seed %u", seed);
    std::mt19937 random(seed);
    auto options = SandboxFixture::options(5);
    options.limits.lingerMs = 200;
    SandboxFixture sandbox(options);
    const QByteArray search =
        R"({"query":{"operator":"AND","value":[{"field":"email","operator":"~","value":"a"}]}})";
    const QList<QByteArray> models = {
        rawRequest("GET", "/contacts?per_page=2&starting_after=WzFd"),
        rawRequest("PUT", seedContact, "Content-Type: application/json\r\nContent-Length: 15\r\n") +
            R"({"name":"Ada"} )",
        rawRequest("POST", "/contacts/search",
                   "Content-Type: application/json\r\nContent-Length: " +
                       QByteArray::number(search.size()) + "\r\n") +
            search,
        rawRequest("POST", seedContact + "/tags",
                   "Content-Type: application/json\r\nContent-Length: 16\r\n") +
            R"({"id":"7522907"})"};
    int answered = 0;
    for (int round = 0; round < 400; ++round) {
        QByteArray bytes = models.at(round % models.size());
        for (unsigned change = 1 + random() % 4; change > 0; --change)
            bytes[static_cast<qsizetype>(random() % static_cast<unsigned>(bytes.size()))] =
                static_cast<char>(random() & 0xff);
        RawClient client(sandbox.url());
        QVERIFY(client.isConnected());
        client.send(bytes);
        client.finish(); // where the server waits for more, none will come
        const QByteArray answer = client.untilClosed(nullptr, 5000);
        if (answer.isEmpty())
            continue;
        ++answered;
        const int status = RawClient::status(answer);
        QVERIFY2(status >= 200 && status < 500, answer.constData());
    }
    QVERIFY2(answered > 200, qPrintable(QString::number(answered)));
    QVERIFY(isServing(sandbox));
}

QTEST_GUILESS_MAIN(TestSandboxAbuse)
#include "tst_sandboxabuse.moc"
