// SPDX-License-Identifier: MIT
// The server's own life: many calls at once, answers that wait, offline, its log, start and stop.
#include "tests/sandbox/server/httpprobe.h"
#include "tests/support/sandboxfixture.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <vector>

using namespace roster;
using namespace roster::test;

namespace {

const QString seedContact = QStringLiteral("/contacts/63a07ddf05a32042dffac965");

} // namespace

class TestSandboxLife : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void latencyHoldsAnswersBack();
    void manyAtOnce();
    void stopsWhileAnswersWait();
    void goesOfflineAndBack();
    void offlineBreaksWaitingCalls();
    void asksPastTheWire();
    void resets();
    void logsWhatItSaw();
    void keepsNoLogWhenToldSo();
    void restartsOnTheSamePort();
    void saysWhyItCannotStart();
    void notRunning();
};

void TestSandboxLife::latencyHoldsAnswersBack()
{
    SandboxFixture sandbox(0);
    HttpProbe probe(sandbox.url(), sandbox.token());
    QCOMPARE(probe.get(u"/me"_qs).status, 200);
    sandbox->setLatency(200);
    QElapsedTimer elapsed;
    elapsed.start();
    QCOMPARE(probe.get(u"/me"_qs).status, 200);
    QVERIFY2(elapsed.elapsed() >= 200, qPrintable(QString::number(elapsed.elapsed())));
}

void TestSandboxLife::manyAtOnce()
{
    constexpr int clients = 500;
    constexpr int latency = 50;
    auto options = SandboxFixture::options(10);
    options.latencyMs = latency;
    SandboxFixture sandbox(options);
    std::vector<std::unique_ptr<QTcpSocket>> sockets;
    int answered = 0;
    QElapsedTimer elapsed;
    elapsed.start();
    for (int i = 0; i < clients; ++i) {
        auto socket = std::make_unique<QTcpSocket>();
        QTcpSocket *raw = socket.get();
        connect(raw, &QTcpSocket::connected, raw, [raw] { raw->write(rawRequest("GET", "/me")); });
        connect(raw, &QTcpSocket::readyRead, raw, [raw, &answered] {
            const QByteArray bytes = raw->peek(raw->bytesAvailable());
            if (!bytes.startsWith("HTTP/1.1 200") || !bytes.contains("\"admin\""))
                return; // the rest is yet to come
            raw->readAll();
            ++answered;
        });
        raw->connectToHost(sandbox.url().host(), static_cast<quint16>(sandbox.url().port()));
        sockets.push_back(std::move(socket));
    }
    QTRY_COMPARE_WITH_TIMEOUT(answered, clients, 20'000);
    // One after the other they would take 25 seconds.
    QVERIFY2(elapsed.elapsed() < clients * latency / 2,
             qPrintable(QString::number(elapsed.elapsed())));
    QCOMPARE(sandbox->count("GET", u"/me"_qs), clients);
}

void TestSandboxLife::stopsWhileAnswersWait()
{
    auto options = SandboxFixture::options(0);
    options.latencyMs = 3'600'000;
    auto sandbox = std::make_unique<SandboxFixture>(options);
    HttpProbe probe(sandbox->url(), sandbox->token());
    const std::unique_ptr<QNetworkReply> reply(probe.start("GET", probe.request(u"/me"_qs)));
    QTRY_COMPARE((*sandbox)->count("GET", u"/me"_qs), 1);
    sandbox.reset(); // would not return if an answer held it
    QVERIFY(HttpProbe::wait(*reply));
    QVERIFY(reply->error() != QNetworkReply::NoError);
}

void TestSandboxLife::goesOfflineAndBack()
{
    SandboxFixture sandbox(0);
    const QUrl url = sandbox.url();
    HttpProbe probe(url, sandbox.token());
    QCOMPARE(probe.get(u"/me"_qs).status, 200);
    RawClient idle(url);
    QVERIFY(idle.isConnected());
    for (int round = 0; round < 3; ++round) {
        sandbox->refuseConnections(true);
        QCOMPARE(HttpProbe(url, sandbox.token()).get(u"/me"_qs).error,
                 QNetworkReply::ConnectionRefusedError);
        sandbox->refuseConnections(true); // twice is as good as once
        bool isClosed = false;
        idle.untilClosed(&isClosed);
        QVERIFY(isClosed);
        sandbox->refuseConnections(false);
        sandbox->refuseConnections(false);
        QCOMPARE(sandbox.url(), url);
        QCOMPARE(HttpProbe(url, sandbox.token()).get(u"/me"_qs).status, 200);
    }
}

void TestSandboxLife::offlineBreaksWaitingCalls()
{
    auto options = SandboxFixture::options(1);
    options.latencyMs = 3'600'000;
    SandboxFixture sandbox(options);
    RawClient client(sandbox.url());
    client.send(rawRequest("POST", seedContact.toLatin1() + "/archive"));
    QTRY_COMPARE(sandbox->count("POST", u"/contacts/*/archive"_qs), 1);
    sandbox->refuseConnections(true);
    bool isClosed = false;
    QCOMPARE(client.untilClosed(&isClosed), QByteArray());
    QVERIFY(isClosed);
    QVERIFY(sandbox->seen().constLast().applied); // it had been carried out: the answer was lost
    QCOMPARE(sandbox->ask({.method = "GET", .path = seedContact}).status, 404);
}

void TestSandboxLife::asksPastTheWire()
{
    auto options = SandboxFixture::options(1);
    options.rateLimit = 1;
    options.latencyMs = 3'600'000;
    options.faults = sandbox::FaultScript({sandbox::FaultRule{.status = 500}});
    SandboxFixture sandbox(options);
    for (int i = 0; i < 3; ++i) {
        const sandbox::Answer answer = sandbox->ask({.method = "GET", .path = seedContact});
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.body.toObject().value(u"external_id").toString(), u"70"_qs);
    }
    QVERIFY(sandbox->seen().isEmpty());
}

void TestSandboxLife::resets()
{
    SandboxFixture sandbox(1);
    HttpProbe probe(sandbox.url(), sandbox.token());
    QCOMPARE(probe.send("DELETE", seedContact).status, 200);
    QCOMPARE(probe.get(seedContact).status, 404);
    QCOMPARE(sandbox->reset(), QString());
    QCOMPARE(probe.get(seedContact).status, 200);
}

void TestSandboxLife::logsWhatItSaw()
{
    const auto now = sandboxNow * 1000;
    auto options = SandboxFixture::options(1);
    options.workspace.clockMs = [now] { return now; };
    SandboxFixture sandbox(options);
    HttpProbe probe(sandbox.url(), sandbox.token());
    (void)probe.send("PUT", seedContact + u"?a=b"_qs, R"({"name":"Grace"})");
    (void)probe.get(u"/contacts/nobody"_qs);
    (void)HttpProbe(sandbox.url(), "wrong").get(u"/tags"_qs);
    const QList<sandbox::SeenRequest> seen = sandbox->seen();
    QCOMPARE(seen.size(), 3);
    QCOMPARE(seen.at(0).method, QByteArray("PUT"));
    QCOMPARE(seen.at(0).path, seedContact);
    QCOMPARE(seen.at(0).query, QByteArray("a=b"));
    QCOMPARE(seen.at(0).body, QByteArray(R"({"name":"Grace"})"));
    QCOMPARE(seen.at(0).version, QByteArray("2.10"));
    QCOMPARE(seen.at(0).authorization, QByteArray("Bearer test-token"));
    QCOMPARE(seen.at(0).status, 200);
    QVERIFY(seen.at(0).applied);
    QCOMPARE(seen.at(0).atMs, now);
    QCOMPARE(seen.at(1).status, 404);
    QVERIFY(!seen.at(1).applied);
    QCOMPARE(seen.at(2).status, 401);
    QCOMPARE(sandbox->count("*", u"/contacts/*"_qs), 2);
    QCOMPARE(sandbox->count("PUT", u"**"_qs), 1);
    QCOMPARE(sandbox->count("POST", u"**"_qs), 0);
    sandbox->clearSeen();
    QVERIFY(sandbox->seen().isEmpty());
}

void TestSandboxLife::keepsNoLogWhenToldSo()
{
    auto options = SandboxFixture::options(0);
    options.keepsLog = false;
    SandboxFixture sandbox(options);
    QCOMPARE(HttpProbe(sandbox.url(), sandbox.token()).get(u"/me"_qs).status, 200);
    QVERIFY(sandbox->seen().isEmpty());
}

void TestSandboxLife::restartsOnTheSamePort()
{
    const QTemporaryDir folder;
    auto options = SandboxFixture::options(1);
    options.workspace.database = folder.filePath(u"workspace.sqlite"_qs);
    sandbox::SandboxServer server(options);
    QVERIFY(server.url().isEmpty());
    QCOMPARE(server.start(), QString());
    QCOMPARE(server.start(), QString()); // runs already
    const QUrl url = server.url();
    QCOMPARE(HttpProbe(url, options.token).send("POST", seedContact + u"/archive"_qs).status, 200);
    server.stop();
    server.stop();
    QCOMPARE(HttpProbe(url, options.token).get(u"/me"_qs).error,
             QNetworkReply::ConnectionRefusedError);
    QCOMPARE(server.start(), QString());
    QCOMPARE(server.url(), url);
    QCOMPARE(HttpProbe(url, options.token).get(seedContact).status, 404);
    QCOMPARE(HttpProbe(url, options.token).send("POST", seedContact + u"/unarchive"_qs).status,
             200);
}

void TestSandboxLife::saysWhyItCannotStart()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    auto options = SandboxFixture::options(0);
    options.port = other.serverPort();
    sandbox::SandboxServer taken(options);
    QVERIFY(taken.start().contains(QString::number(other.serverPort())));
    QVERIFY(taken.url().isEmpty());

    options = SandboxFixture::options(0);
    options.workspace.database = u"/nowhere/at/all/workspace.sqlite"_qs;
    QVERIFY(!sandbox::SandboxServer(options).start().isEmpty());
}

void TestSandboxLife::notRunning()
{
    sandbox::SandboxServer server(SandboxFixture::options(0));
    QCOMPARE(server.ask({.method = "GET", .path = u"/me"_qs}).status, 503);
    QVERIFY(!server.reset().isEmpty());
    server.refuseConnections(true);
    server.stop();
}

QTEST_GUILESS_MAIN(TestSandboxLife)
#include "tst_sandboxlife.moc"
