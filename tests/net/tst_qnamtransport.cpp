// SPDX-License-Identifier: MIT
#include "core/net/qnamtransport.h"
#include "tests/net/rawserver.h"
#include "tests/net/testcertificate.h"

#include <QtCore/QLoggingCategory>
#include <QtCore/QTemporaryDir>
#include <QtNetwork/QSslConfiguration>
#include <QtNetwork/QSslKey>
#include <QtNetwork/QSslServer>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace roster;
using roster::test::RawRequest;
using roster::test::RawServer;
using namespace std::chrono_literals;

namespace {

HttpRequest requestOf(const QByteArray &method, Repeat repeat,
                      std::optional<QByteArray> body = std::nullopt)
{
    HttpRequest request;
    request.method = method;
    request.path = "/contacts/63a0";
    request.repeat = repeat;
    request.body = std::move(body);
    return request;
}

//! Sends and waits for the outcome.
class Sending
{
public:
    Sending(QnamTransport &transport, const HttpRequest &request)
    {
        Exchange *exchange = transport.send(request);
        QObject::connect(exchange, &Exchange::finished, &m_context,
                         [this](const HttpOutcome &outcome) {
                             ++m_count;
                             m_outcome = outcome;
                         });
        wasFinishedInside = m_count > 0;
    }

    bool isOver() const { return m_count > 0; }
    int count() const { return m_count; }
    HttpResponse response() const { return std::get<HttpResponse>(m_outcome); }
    SendFailure failure() const
    {
        const auto *failure = std::get_if<SendFailure>(&m_outcome);
        return failure ? *failure : SendFailure{ErrorKind::Cancelled, false, false, -1, {}};
    }
    bool wasFinishedInside = false;

private:
    QObject m_context;
    int m_count = 0;
    HttpOutcome m_outcome;
};

QnamTransport::Options impatient(std::chrono::milliseconds timeout)
{
    QnamTransport::Options options;
    options.limits.timeout = timeout;
    return options;
}

//! A server that takes requests and answers nothing.
RawServer::Answer silence()
{
    return [](QTcpSocket &, const RawRequest &) {};
}

//! Writes `bytes` and closes.
RawServer::Answer lastWords(const QByteArray &bytes)
{
    return [bytes](QTcpSocket &socket, const RawRequest &) {
        socket.write(bytes);
        socket.disconnectFromHost();
    };
}

Endpoint endpointOf(const QUrl &url)
{
    return {url, "secret-token", "2.10"};
}

} // namespace

class TestQnamTransport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sendsWhatIntercomAsksFor();
    void sendsNoBodyHeadersWithoutBody();
    void answersOfAnyStatusAreAnswers_data();
    void answersOfAnyStatusAreAnswers();
    void writesAreSentOnce_data();
    void writesAreSentOnce();
    void readsMayBeSentTwiceByQt();
    void redirectsAreNotFollowed_data();
    void redirectsAreNotFollowed();
    void waitsNoLongerThanAllowed_data();
    void waitsNoLongerThanAllowed();
    void aSlowAnswerThatGoesOnIsWaitedFor();
    void aBrokenAnswerIsAFailure_data();
    void aBrokenAnswerIsAFailure();
    void tooLargeAnswersAreRefused_data();
    void tooLargeAnswersAreRefused();
    void aRefusedConnectionNeverLeft_data();
    void aRefusedConnectionNeverLeft();
    void nothingLeavesTheWorkspace_data();
    void nothingLeavesTheWorkspace();
    void keepsNoCookiesAndNoPasswords();
    void anAbortedExchangeSaysNothing();
    void theTransportMayGoWhileRequestsAreOut();
    void managersMultiplyConnections();
    void fewRequestsShareConnections();
    void anUntrustedCertificateIsRefused();
    void anExtraCertificateIsTrusted();
    void aHandshakeThatHangsNeverLeft();
    void replacesTheTokenAtOnce();
    void theLogNamesNobody();
};

void TestQnamTransport::sendsWhatIntercomAsksFor()
{
    RawServer server([](QTcpSocket &socket, const RawRequest &) {
        socket.write(RawServer::answer(200, "{\"a\":1}", "X-Request-Id: r1\r\n"));
    });
    QnamTransport transport;
    transport.setEndpoint(endpointOf(server.url()));
    HttpRequest request = requestOf("PUT", Repeat::SameEffect, "{\"name\":null}");
    request.path = "/contacts/a%2Fb%20c";
    request.query.addQueryItem(QStringLiteral("starting_after"), QStringLiteral("a%2Bb%3D"));
    Sending sending(transport, request);
    QVERIFY(!sending.wasFinishedInside);
    QTRY_VERIFY(sending.isOver());
    QCOMPARE(sending.response().status, 200);
    QCOMPARE(sending.response().body, QByteArray("{\"a\":1}"));
    QCOMPARE(sending.response().header("x-request-id"), QByteArray("r1"));
    QCOMPARE(server.count(), 1);
    const RawRequest &seen = server.requests().first();
    QCOMPARE(seen.line, QByteArray("PUT /contacts/a%2Fb%20c?starting_after=a%2Bb%3D HTTP/1.1"));
    QCOMPARE(seen.header("Authorization"), QByteArray("Bearer secret-token"));
    QCOMPARE(seen.header("Intercom-Version"), QByteArray("2.10"));
    QCOMPARE(seen.header("Accept"), QByteArray("application/json"));
    QCOMPARE(seen.header("Content-Type"), QByteArray("application/json"));
    QCOMPARE(seen.header("Content-Length"), QByteArray("13"));
    QCOMPARE(seen.body, QByteArray("{\"name\":null}"));
}

void TestQnamTransport::sendsNoBodyHeadersWithoutBody()
{
    RawServer server(
        [](QTcpSocket &socket, const RawRequest &) { socket.write(RawServer::answer(200)); });
    QnamTransport transport;
    transport.setEndpoint(endpointOf(server.url()));
    Sending archive(transport, requestOf("POST", Repeat::SameEffect));
    QTRY_VERIFY(archive.isOver());
    Sending read(transport, requestOf("GET", Repeat::Safe));
    QTRY_VERIFY(read.isOver());
    QCOMPARE(server.requests().at(0).header("Content-Length"), QByteArray("0"));
    QCOMPARE(server.requests().at(0).header("Content-Type"), QByteArray());
    QCOMPARE(server.requests().at(1).header("Content-Length"), QByteArray());
    QCOMPARE(server.requests().at(1).header("Content-Type"), QByteArray());
}

void TestQnamTransport::answersOfAnyStatusAreAnswers_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {200, 201, 202, 400, 401, 402, 403, 404, 405, 406, 408, 409,
                             410, 415, 418, 422, 429, 451, 500, 501, 502, 503, 504, 599})
        QTest::addRow("%d", status) << status;
}

void TestQnamTransport::answersOfAnyStatusAreAnswers()
{
    QFETCH(int, status);
    RawServer server([status](QTcpSocket &socket, const RawRequest &) {
        socket.write(RawServer::answer(status, "{\"b\":2}", "X-RateLimit-Remaining: 5\r\n"));
    });
    QnamTransport transport;
    transport.setEndpoint(endpointOf(server.url()));
    Sending sending(transport, requestOf("POST", Repeat::Never, "{}"));
    QTRY_VERIFY(sending.isOver());
    QCOMPARE(sending.failure().detail, QString());
    QCOMPARE(sending.response().status, status);
    QCOMPARE(sending.response().body, QByteArray("{\"b\":2}"));
    QCOMPARE(sending.response().header("X-RateLimit-Remaining"), QByteArray("5"));
    QCOMPARE(server.count(), 1);
}

void TestQnamTransport::writesAreSentOnce_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<Repeat>("repeat");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("isKept");
    for (const bool isKept : {false, true}) {
        const char *line = isKept ? "kept connection" : "fresh connection";
        QTest::addRow("create, %s", line)
            << QByteArray("POST") << Repeat::Never << QByteArray("{\"a\":1}") << isKept;
        QTest::addRow("update, %s", line)
            << QByteArray("PUT") << Repeat::SameEffect << QByteArray("{\"a\":1}") << isKept;
        QTest::addRow("archive, %s", line)
            << QByteArray("POST") << Repeat::SameEffect << QByteArray() << isKept;
        QTest::addRow("detach, %s", line)
            << QByteArray("DELETE") << Repeat::SameEffect << QByteArray() << isKept;
        QTest::addRow("search, %s", line)
            << QByteArray("POST") << Repeat::Safe << QByteArray("{\"q\":1}") << isKept;
    }
}

void TestQnamTransport::writesAreSentOnce()
{
    QFETCH(QByteArray, method);
    QFETCH(Repeat, repeat);
    QFETCH(QByteArray, body);
    QFETCH(bool, isKept);
    bool isClosing = false;
    RawServer server([&isClosing](QTcpSocket &socket, const RawRequest &) {
        if (isClosing)
            socket.disconnectFromHost();
        else
            socket.write(RawServer::answer(200));
    });
    QnamTransport transport;
    transport.setEndpoint(endpointOf(server.url()));
    if (isKept) {
        Sending first(transport, requestOf("GET", Repeat::Safe));
        QTRY_VERIFY(first.isOver());
    }
    const int before = server.count();
    isClosing = true;
    Sending sending(transport,
                    requestOf(method, repeat, body.isEmpty() ? std::nullopt : std::optional(body)));
    QTRY_VERIFY(sending.isOver());
    QCOMPARE(server.count() - before, 1);
    QCOMPARE(server.requests().last().body, body);
    QCOMPARE(sending.count(), 1);
    QCOMPARE(sending.failure().kind, ErrorKind::Offline);
    QVERIFY(!sending.failure().neverLeft);
    QVERIFY(!sending.failure().isFinal);
    QCOMPARE(sending.failure().httpStatus, 0);
}

// What Qt does by itself with a request that it can send again. If this ever fails, Qt has changed,
// and OneShotBody may have become needless or useless.
void TestQnamTransport::readsMayBeSentTwiceByQt()
{
    RawServer server([](QTcpSocket &socket, const RawRequest &) { socket.disconnectFromHost(); });
    QnamTransport transport;
    transport.setEndpoint(endpointOf(server.url()));
    Sending sending(transport, requestOf("GET", Repeat::Safe));
    QTRY_VERIFY(sending.isOver());
    QVERIFY(server.count() <= 2);
    QCOMPARE(sending.count(), 1);
    QCOMPARE(sending.failure().kind, ErrorKind::Offline);
    QVERIFY(!sending.failure().neverLeft);
}

void TestQnamTransport::redirectsAreNotFollowed_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<bool>("isElsewhere");
    for (const int status : {300, 301, 302, 303, 307, 308}) {
        for (const char *method : {"GET", "POST", "PUT", "DELETE"}) {
            QTest::addRow("%d %s elsewhere", status, method)
                << status << QByteArray(method) << true;
            QTest::addRow("%d %s same host", status, method)
                << status << QByteArray(method) << false;
        }
    }
    QTest::addRow("304 GET") << 304 << QByteArray("GET") << false;
}

void TestQnamTransport::redirectsAreNotFollowed()
{
    QFETCH(int, status);
    QFETCH(QByteArray, method);
    QFETCH(bool, isElsewhere);
    RawServer other(
        [](QTcpSocket &socket, const RawRequest &) { socket.write(RawServer::answer(200)); });
    QUrl target = other.url();
    RawServer server([&](QTcpSocket &socket, const RawRequest &) {
        socket.write(RawServer::answer(status, {}, "Location: " + target.toEncoded() + "\r\n"));
    });
    if (!isElsewhere)
        target = server.url();
    QnamTransport transport;
    transport.setEndpoint(endpointOf(server.url()));
    Sending sending(transport, method == "GET" ? requestOf(method, Repeat::Safe)
                                               : requestOf(method, Repeat::Never, "{}"));
    QTRY_VERIFY(sending.isOver());
    QCOMPARE(sending.failure().kind, ErrorKind::Protocol);
    QCOMPARE(sending.failure().httpStatus, status);
    QVERIFY(sending.failure().isFinal);
    QVERIFY(!sending.failure().neverLeft);
    QCOMPARE(server.count(), 1);
    QCOMPARE(other.connections(), 0);
}

void TestQnamTransport::waitsNoLongerThanAllowed_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<int>("status");
    QTest::newRow("nothing") << QByteArray() << 0;
    QTest::newRow("half a head") << QByteArray("HTTP/1.1 200 OK\r\nContent-") << 0;
    QTest::newRow("half a body") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{\"a\"")
                                 << 200;
}

void TestQnamTransport::waitsNoLongerThanAllowed()
{
    QFETCH(QByteArray, answer);
    QFETCH(int, status);
    RawServer server([answer](QTcpSocket &socket, const RawRequest &) { socket.write(answer); });
    QnamTransport transport(impatient(200ms), nullptr);
    transport.setEndpoint(endpointOf(server.url()));
    Sending sending(transport, requestOf("POST", Repeat::Never, "{}"));
    QTRY_VERIFY(sending.isOver());
    QCOMPARE(sending.failure().kind, ErrorKind::Timeout);
    QVERIFY(!sending.failure().neverLeft);
    QCOMPARE(server.count(), 1);
    if (status)
        QCOMPARE(sending.failure().httpStatus, status);
}

void TestQnamTransport::aSlowAnswerThatGoesOnIsWaitedFor()
{
    const QByteArray body(12, 'x');
    QTimer drip;
    RawServer server([&](QTcpSocket &socket, const RawRequest &) {
        socket.write("HTTP/1.1 200 OK\r\nContent-Length: 12\r\n\r\n");
        QObject::connect(&drip, &QTimer::timeout, &socket, [&socket] { socket.write("x"); });
        drip.start(100ms);
    });
    QnamTransport transport(impatient(500ms), nullptr);
    transport.setEndpoint(endpointOf(server.url()));
    Sending sending(transport, requestOf("GET", Repeat::Safe));
    QTRY_VERIFY(sending.isOver());
    QCOMPARE(sending.failure().detail, QString());
    QCOMPARE(sending.response().body, body);
}

void TestQnamTransport::aBrokenAnswerIsAFailure_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<bool>("hasStatus");
    const QByteArray ok("HTTP/1.1 200 OK\r\n");
    QTest::newRow("cut by length")
        << ok + "Content-Length: 20\r\n\r\n{\"a\":1" << ErrorKind::Protocol << true;
    QTest::newRow("no body at all") << ok + "Content-Length: 20\r\n\r\n"
                                    << ErrorKind::Protocol << true;
    QTest::newRow("cut chunk") << ok + "Transfer-Encoding: chunked\r\n\r\n20\r\n{\"a\":1"
                               << ErrorKind::Protocol << true;
    QTest::newRow("missing last chunk") << ok + "Transfer-Encoding: chunked\r\n\r\n5\r\n{\"a\":\r\n"
                                        << ErrorKind::Protocol << true;
    QTest::newRow("cut head") << QByteArray("HTTP/1.1 200 OK\r\nContent-Le") << ErrorKind::Offline
                              << false;
    QTest::newRow("no HTTP") << QByteArray("SSH-2.0-OpenSSH_9.2\r\n\r\n") << ErrorKind::Offline
                             << false;
}

void TestQnamTransport::aBrokenAnswerIsAFailure()
{
    QFETCH(QByteArray, answer);
    QFETCH(ErrorKind, kind);
    QFETCH(bool, hasStatus);
    RawServer server(lastWords(answer));
    QnamTransport transport;
    transport.setEndpoint(endpointOf(server.url()));
    Sending sending(transport, requestOf("POST", Repeat::Never, "{}"));
    QTRY_VERIFY(sending.isOver());
    QCOMPARE(sending.count(), 1);
    QCOMPARE(sending.failure().kind, kind);
    QVERIFY(!sending.failure().neverLeft);
    QCOMPARE(sending.failure().httpStatus, hasStatus ? 200 : 0);
    QCOMPARE(server.count(), 1);
}

void TestQnamTransport::tooLargeAnswersAreRefused_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::newRow("by length") << QByteArray("Content-Length: 5000\r\n\r\n");
    QTest::newRow("without length") << QByteArray("Connection: close\r\n\r\n");
    QTest::newRow("chunked") << QByteArray("Transfer-Encoding: chunked\r\n\r\n1388\r\n");
}

void TestQnamTransport::tooLargeAnswersAreRefused()
{
    QFETCH(QByteArray, head);
    RawServer server([head](QTcpSocket &socket, const RawRequest &) {
        socket.write("HTTP/1.1 200 OK\r\n" + head + QByteArray(5000, 'x'));
    });
    QnamTransport::Options options;
    options.limits.largestBody = 1000;
    QnamTransport transport(options, nullptr);
    transport.setEndpoint(endpointOf(server.url()));
    Sending sending(transport, requestOf("POST", Repeat::SameEffect, "{}"));
    QTRY_VERIFY(sending.isOver());
    QCOMPARE(sending.failure().kind, ErrorKind::Protocol);
    QVERIFY(sending.failure().isFinal);
    QCOMPARE(sending.failure().httpStatus, 200);
    QVERIFY(!sending.failure().neverLeft);
}

void TestQnamTransport::aRefusedConnectionNeverLeft_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<Repeat>("repeat");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("read") << QByteArray("GET") << Repeat::Safe << QByteArray();
    QTest::newRow("create") << QByteArray("POST") << Repeat::Never << QByteArray("{}");
    QTest::newRow("archive") << QByteArray("POST") << Repeat::SameEffect << QByteArray();
}

void TestQnamTransport::aRefusedConnectionNeverLeft()
{
    QFETCH(QByteArray, method);
    QFETCH(Repeat, repeat);
    QFETCH(QByteArray, body);
    QUrl url;
    {
        RawServer server(silence());
        url = server.url();
    }
    QnamTransport transport;
    transport.setEndpoint(endpointOf(url));
    Sending sending(transport,
                    requestOf(method, repeat, body.isEmpty() ? std::nullopt : std::optional(body)));
    QTRY_VERIFY(sending.isOver());
    QCOMPARE(sending.failure().kind, ErrorKind::Offline);
    QVERIFY(sending.failure().neverLeft);
    QVERIFY(!sending.failure().isFinal);
}

void TestQnamTransport::nothingLeavesTheWorkspace_data()
{
    QTest::addColumn<QUrl>("base");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<ErrorKind>("kind");
    const QByteArray path("/me");
    QTest::newRow("plain http") << QUrl(QStringLiteral("http://api.intercom.example")) << path
                                << ErrorKind::Tls;
    QTest::newRow("plain http by number")
        << QUrl(QStringLiteral("http://192.0.2.1")) << path << ErrorKind::Tls;
    QTest::newRow("other scheme") << QUrl(QStringLiteral("ftp://127.0.0.1")) << path
                                  << ErrorKind::Tls;
    QTest::newRow("a file") << QUrl(QStringLiteral("file:///etc")) << path << ErrorKind::Tls;
    QTest::newRow("no address") << QUrl() << path << ErrorKind::Tls;
    QTest::newRow("password in the address")
        << QUrl(QStringLiteral("https://me:secret@127.0.0.1")) << path << ErrorKind::Protocol;
    QTest::newRow("no path") << QUrl(QStringLiteral("https://127.0.0.1:1")) << QByteArray()
                             << ErrorKind::Protocol;
    for (const char *dots :
         {"/contacts/../me", "/contacts/%2E%2E/archive", "/contacts/.%2e", "/./me"})
        QTest::addRow("%s", dots) << QUrl(QStringLiteral("https://127.0.0.1:1")) << QByteArray(dots)
                                  << ErrorKind::Protocol;
    QTest::newRow("host in the path") << QUrl(QStringLiteral("https://127.0.0.1:1"))
                                      << QByteArray("@evil.example/") << ErrorKind::Protocol;
}

void TestQnamTransport::nothingLeavesTheWorkspace()
{
    QFETCH(QUrl, base);
    QFETCH(QByteArray, path);
    QFETCH(ErrorKind, kind);
    QnamTransport transport;
    transport.setEndpoint(endpointOf(base));
    HttpRequest request = requestOf("GET", Repeat::Safe);
    request.path = path;
    Sending sending(transport, request);
    QVERIFY(!sending.wasFinishedInside);
    QTRY_VERIFY(sending.isOver());
    QCOMPARE(sending.failure().kind, kind);
    QVERIFY(sending.failure().neverLeft);
    QVERIFY(sending.failure().isFinal);
    QVERIFY(sending.failure().detail.startsWith(QLatin1String("not sent")));
}

void TestQnamTransport::keepsNoCookiesAndNoPasswords()
{
    RawServer server([](QTcpSocket &socket, const RawRequest &) {
        socket.write(RawServer::answer(401, "{}",
                                       "Set-Cookie: a=b\r\n"
                                       "WWW-Authenticate: Basic realm=\"x\"\r\n"));
    });
    QnamTransport transport;
    transport.setEndpoint(endpointOf(server.url()));
    for (int i = 0; i < 2; ++i) {
        Sending sending(transport, requestOf("GET", Repeat::Safe));
        QTRY_VERIFY(sending.isOver());
        QCOMPARE(sending.response().status, 401);
    }
    QCOMPARE(server.count(), 2);
    QCOMPARE(server.requests().last().header("Cookie"), QByteArray());
    QCOMPARE(server.requests().last().header("Authorization"), QByteArray("Bearer secret-token"));
}

void TestQnamTransport::anAbortedExchangeSaysNothing()
{
    RawServer server(silence());
    QnamTransport transport;
    transport.setEndpoint(endpointOf(server.url()));
    Exchange *exchange = transport.send(requestOf("POST", Repeat::Never, "{}"));
    QSignalSpy finished(exchange, &Exchange::finished);
    QSignalSpy destroyed(exchange, &QObject::destroyed);
    QTRY_COMPARE(server.count(), 1);
    exchange->abort();
    QTRY_COMPARE(destroyed.size(), 1);
    QCOMPARE(finished.size(), 0);

    Exchange *refused = transport.send([] {
        HttpRequest request;
        request.path = "no path";
        return request;
    }());
    QSignalSpy refusedFinished(refused, &Exchange::finished);
    QSignalSpy refusedDestroyed(refused, &QObject::destroyed);
    refused->abort();
    QTRY_COMPARE(refusedDestroyed.size(), 1);
    QCOMPARE(refusedFinished.size(), 0);
}

void TestQnamTransport::theTransportMayGoWhileRequestsAreOut()
{
    RawServer server(silence());
    auto transport = std::make_unique<QnamTransport>();
    transport->setEndpoint(endpointOf(server.url()));
    Exchange *exchange = transport->send(requestOf("POST", Repeat::Never, "{}"));
    QSignalSpy finished(exchange, &Exchange::finished);
    QTRY_COMPARE(server.count(), 1);
    transport.reset();
    QCOMPARE(finished.size(), 0);
}

void TestQnamTransport::managersMultiplyConnections()
{
    for (const int managers : {1, 3}) {
        RawServer server(silence());
        QnamTransport::Options options;
        options.managers = managers;
        QnamTransport transport(options, nullptr);
        transport.setEndpoint(endpointOf(server.url()));
        std::vector<std::unique_ptr<Sending>> sendings;
        for (int i = 0; i < 6 * managers; ++i)
            sendings.push_back(
                std::make_unique<Sending>(transport, requestOf("POST", Repeat::SameEffect)));
        QTRY_COMPARE(server.count(), 6 * managers);
        QCOMPARE(server.connections(), 6 * managers);
        QVERIFY(!transport.isMultiplexed());
    }
}

// Those that are there are used before new ones are made.
void TestQnamTransport::fewRequestsShareConnections()
{
    RawServer server(
        [](QTcpSocket &socket, const RawRequest &) { socket.write(RawServer::answer(200)); });
    QnamTransport transport;
    transport.setEndpoint(endpointOf(server.url()));
    for (int turn = 0; turn < 5; ++turn) {
        std::vector<std::unique_ptr<Sending>> sendings;
        for (int i = 0; i < 6; ++i)
            sendings.push_back(
                std::make_unique<Sending>(transport, requestOf("POST", Repeat::SameEffect)));
        for (const auto &sending : sendings)
            QTRY_VERIFY(sending->isOver());
    }
    QCOMPARE(server.count(), 30);
    QVERIFY(server.connections() <= 6);
}

namespace {

//! A TLS server with the tests' own certificate; answers any request with 200.
class TlsServer
{
public:
    TlsServer()
    {
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setLocalCertificate(QSslCertificate(QByteArray(test::TestCertificate)));
        tls.setPrivateKey(QSslKey(QByteArray(test::TestKey), QSsl::Ec));
        m_server.setSslConfiguration(tls);
        m_server.listen(QHostAddress::LocalHost);
        QObject::connect(&m_server, &QTcpServer::pendingConnectionAvailable, &m_server, [this] {
            QTcpSocket *socket = m_server.nextPendingConnection();
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
                m_bytes += socket->readAll();
                if (m_bytes.endsWith("\r\n\r\n"))
                    socket->write(RawServer::answer(200));
            });
        });
    }

    QUrl url() const
    {
        return QUrl(QStringLiteral("https://127.0.0.1:%1").arg(m_server.serverPort()));
    }
    //! Everything that came through the encryption.
    const QByteArray &bytes() const { return m_bytes; }

private:
    QSslServer m_server;
    QByteArray m_bytes;
};

} // namespace

void TestQnamTransport::anUntrustedCertificateIsRefused()
{
    TlsServer server;
    QnamTransport transport;
    transport.setEndpoint(endpointOf(server.url()));
    for (const HttpRequest &request :
         {requestOf("GET", Repeat::Safe), requestOf("POST", Repeat::Never, "{}"),
          requestOf("POST", Repeat::SameEffect)}) {
        Sending sending(transport, request);
        QTRY_VERIFY(sending.isOver());
        QCOMPARE(sending.failure().kind, ErrorKind::Tls);
        QVERIFY(sending.failure().neverLeft);
        QVERIFY(sending.failure().isFinal);
    }
    QCOMPARE(server.bytes(), QByteArray());
}

void TestQnamTransport::anExtraCertificateIsTrusted()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("ca [1].pem")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(test::TestCertificate);
    file.close();
    TlsServer server;
    QnamTransport::Options options;
    options.extraCertificates = certificatesIn(file.fileName());
    QCOMPARE(options.extraCertificates.size(), 1);
    QnamTransport transport(options, nullptr);
    transport.setEndpoint(endpointOf(server.url()));
    Sending sending(transport, requestOf("GET", Repeat::Safe));
    QTRY_VERIFY(sending.isOver());
    QCOMPARE(sending.failure().detail, QString());
    QCOMPARE(sending.response().status, 200);
    QVERIFY(server.bytes().contains("Bearer secret-token"));
    QVERIFY(certificatesIn(folder.filePath(QStringLiteral("missing.pem"))).isEmpty());
}

void TestQnamTransport::aHandshakeThatHangsNeverLeft()
{
    RawServer server(silence());
    QUrl url = server.url();
    url.setScheme(QStringLiteral("https"));
    QnamTransport transport(impatient(200ms), nullptr);
    transport.setEndpoint(endpointOf(url));
    Sending sending(transport, requestOf("POST", Repeat::Never, "{}"));
    QTRY_VERIFY(sending.isOver());
    QCOMPARE(sending.failure().kind, ErrorKind::Timeout);
    QVERIFY(sending.failure().neverLeft);
}

void TestQnamTransport::replacesTheTokenAtOnce()
{
    RawServer server(
        [](QTcpSocket &socket, const RawRequest &) { socket.write(RawServer::answer(200)); });
    QnamTransport transport;
    transport.setEndpoint(endpointOf(server.url()));
    Sending first(transport, requestOf("GET", Repeat::Safe));
    QTRY_VERIFY(first.isOver());
    transport.setEndpoint({server.url(), "other", "2.16"});
    Sending second(transport, requestOf("GET", Repeat::Safe));
    QTRY_VERIFY(second.isOver());
    QCOMPARE(server.requests().last().header("Authorization"), QByteArray("Bearer other"));
    QCOMPARE(server.requests().last().header("Intercom-Version"), QByteArray("2.16"));
    transport.setEndpoint({server.url(), {}, {}});
    Sending third(transport, requestOf("GET", Repeat::Safe));
    QTRY_VERIFY(third.isOver());
    QCOMPARE(server.requests().last().header("Authorization"), QByteArray());
    QCOMPARE(server.requests().last().header("Intercom-Version"), QByteArray());
}

namespace {

QStringList logged;

void keepMessage(QtMsgType, const QMessageLogContext &context, const QString &message)
{
    logged.append(QString::fromLatin1(context.category) + QLatin1String(": ") + message);
}

} // namespace

void TestQnamTransport::theLogNamesNobody()
{
    RawServer server([](QTcpSocket &socket, const RawRequest &) {
        socket.write(
            RawServer::answer(409, "{\"email\":\"jane@mail.example\"}", "X-Request-Id: req-1\r\n"));
    });
    QnamTransport transport;
    transport.setEndpoint(endpointOf(server.url()));
    HttpRequest request = requestOf("POST", Repeat::Never, "{\"email\":\"jane@mail.example\"}");
    request.path = "/contacts/63a0/jane%40mail.example";
    request.query.addQueryItem(QStringLiteral("email"), QStringLiteral("jane%40mail.example"));
    logged.clear();
    QLoggingCategory::setFilterRules(QStringLiteral("roster.net.info=true"));
    const QtMessageHandler before = qInstallMessageHandler(keepMessage);
    Sending sending(transport, request);
    const bool isOver = QTest::qWaitFor([&sending] { return sending.isOver(); });
    qInstallMessageHandler(before);
    QLoggingCategory::setFilterRules({});
    QVERIFY(isOver);
    const QString all = logged.join(QLatin1Char('\n'));
    QVERIFY(all.contains(QLatin1String("roster.net: POST /contacts/63a0/*** 409")));
    QVERIFY(all.contains(QLatin1String("req-1")));
    QVERIFY(!all.contains(QLatin1String("jane")));
    QVERIFY(!all.contains(QLatin1String("secret")));
}

QTEST_GUILESS_MAIN(TestQnamTransport)
#include "tst_qnamtransport.moc"
