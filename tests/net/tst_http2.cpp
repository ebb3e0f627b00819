// SPDX-License-Identifier: MIT
// The transport through TLS and HTTP/2, as nghttpx (Debian: nghttp2-proxy) speaks it.
#include "core/net/qnamtransport.h"
#include "tests/net/rawserver.h"
#include "tests/net/relay.h"
#include "tests/net/testcertificate.h"

#include <QtCore/QProcess>
#include <QtCore/QStandardPaths>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace roster;
using roster::test::RawRequest;
using roster::test::RawServer;
using roster::test::Relay;

namespace {

//! nghttpx in front of a server without TLS.
class Http2Proxy
{
public:
    explicit Http2Proxy(const QUrl &behind)
    {
        write(QStringLiteral("key.pem"), test::TestKey);
        write(QStringLiteral("certificate.pem"), test::TestCertificate);
        {
            QTcpServer probe;
            probe.listen(QHostAddress::LocalHost);
            m_port = probe.serverPort();
        }
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.start(QStringLiteral("nghttpx"),
                        {QStringLiteral("--conf=/dev/null"), QStringLiteral("--workers=1"),
                         QStringLiteral("--frontend=127.0.0.1,%1").arg(m_port),
                         QStringLiteral("--backend=127.0.0.1,%1").arg(behind.port()),
                         file(QStringLiteral("key.pem")), certificateFile()});
    }

    ~Http2Proxy()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

    //! Waits until it takes connections; else why it does not.
    QByteArray problem()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("nghttpx")).isEmpty())
            return "nghttpx is not installed (Debian: nghttp2-proxy)";
        const bool isThere = QTest::qWaitFor(
            [this] {
                QTcpSocket probe;
                probe.connectToHost(QHostAddress(QHostAddress::LocalHost), m_port);
                return probe.waitForConnected(1000);
            },
            20'000);
        return isThere ? QByteArray() : "nghttpx did not start: " + m_process.readAll();
    }

    quint16 port() const { return m_port; }
    QString certificateFile() const { return file(QStringLiteral("certificate.pem")); }

private:
    QString file(const QString &name) const { return m_folder.filePath(name); }
    void write(const QString &name, const char *text)
    {
        QFile target(file(name));
        if (!target.open(QIODevice::WriteOnly))
            qFatal("no certificate can be written");
        target.write(text);
    }

    QTemporaryDir m_folder;
    QProcess m_process;
    quint16 m_port = 0;
};

HttpRequest requestOf(const QByteArray &method, Repeat repeat, const QByteArray &body = {})
{
    HttpRequest request;
    request.method = method;
    request.path = "/contacts/63a0";
    request.repeat = repeat;
    if (!body.isEmpty())
        request.body = body;
    return request;
}

//! Sends, and keeps the outcome.
struct Sending
{
    Sending(QnamTransport &transport, const HttpRequest &request)
    {
        QObject::connect(transport.send(request), &Exchange::finished, &context,
                         [this](const HttpOutcome &told) {
                             ++count;
                             outcome = told;
                         });
    }

    int status() const
    {
        const auto *response = std::get_if<HttpResponse>(&outcome);
        return count == 1 && response ? response->status : -1;
    }

    QObject context;
    int count = 0;
    HttpOutcome outcome;
};

} // namespace

class TestHttp2 : public QObject
{
    Q_OBJECT

private:
    void start(RawServer::Answer answer)
    {
        m_server = std::make_unique<RawServer>(std::move(answer));
        m_proxy = std::make_unique<Http2Proxy>(m_server->url());
        const QByteArray problem = m_proxy->problem();
        QVERIFY2(problem.isEmpty(), problem.constData());
        m_relay = std::make_unique<Relay>(m_proxy->port());
        QnamTransport::Options options;
        options.extraCertificates = certificatesIn(m_proxy->certificateFile());
        m_transport = std::make_unique<QnamTransport>(options, nullptr);
        const QUrl url(QStringLiteral("https://127.0.0.1:%1").arg(m_relay->port()));
        m_transport->setEndpoint({url, "token", "2.10"});
    }

    std::unique_ptr<RawServer> m_server;
    std::unique_ptr<Http2Proxy> m_proxy;
    std::unique_ptr<Relay> m_relay;
    std::unique_ptr<QnamTransport> m_transport;

private Q_SLOTS:
    void cleanup()
    {
        m_transport.reset();
        m_relay.reset();
        m_proxy.reset();
        m_server.reset();
    }

    void oneConnectionCarriesEverything();
    void writesAreSentOnce_data();
    void writesAreSentOnce();
    void anotherAddressStartsOver();
};

void TestHttp2::oneConnectionCarriesEverything()
{
    QList<QPointer<QTcpSocket>> waiting;
    bool isHolding = false;
    start([&](QTcpSocket &socket, const RawRequest &) {
        if (isHolding)
            waiting.append(&socket);
        else
            socket.write(RawServer::answer(200));
    });
    Sending first(*m_transport, requestOf("GET", Repeat::Safe));
    QTRY_COMPARE(first.status(), 200);
    QVERIFY(m_transport->isMultiplexed());
    QCOMPARE(m_relay->connections(), 1);
    isHolding = true;
    std::vector<std::unique_ptr<Sending>> sendings;
    for (int i = 0; i < 60; ++i)
        sendings.push_back(
            std::make_unique<Sending>(*m_transport, requestOf("POST", Repeat::SameEffect)));
    // All of them are under way before one is answered.
    QTRY_COMPARE(waiting.size(), 60);
    for (const auto &socket : waiting)
        socket->write(RawServer::answer(201));
    for (const auto &sending : sendings)
        QTRY_COMPARE(sending->status(), 201);
    QCOMPARE(m_relay->connections(), 1);
    QCOMPARE(m_server->count(), 61);
}

void TestHttp2::writesAreSentOnce_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<Repeat>("repeat");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("create") << QByteArray("POST") << Repeat::Never << QByteArray("{\"a\":1}");
    QTest::newRow("update") << QByteArray("PUT") << Repeat::SameEffect << QByteArray("{\"a\":1}");
    QTest::newRow("archive") << QByteArray("POST") << Repeat::SameEffect << QByteArray();
    QTest::newRow("detach") << QByteArray("DELETE") << Repeat::SameEffect << QByteArray();
}

// The connection breaks while a write is out, and another one can be had at once: Qt could send the
// write again, and must not.
void TestHttp2::writesAreSentOnce()
{
    QFETCH(QByteArray, method);
    QFETCH(Repeat, repeat);
    QFETCH(QByteArray, body);
    start([&](QTcpSocket &socket, const RawRequest &request) {
        if (request.line.startsWith("GET"))
            socket.write(RawServer::answer(200));
    });
    Sending before(*m_transport, requestOf("GET", Repeat::Safe));
    QTRY_COMPARE(before.status(), 200);
    Sending sending(*m_transport, requestOf(method, repeat, body));
    QTRY_COMPARE(m_server->count(), 2);
    QCOMPARE(m_server->requests().last().body, body);
    m_relay->dropAll();
    QTRY_COMPARE(sending.count, 1);
    const auto *failure = std::get_if<SendFailure>(&sending.outcome);
    QVERIFY(failure);
    QCOMPARE(failure->kind, ErrorKind::Offline);
    QVERIFY(!failure->neverLeft);
    QVERIFY(!failure->isFinal);
    // What came later has been answered: whatever was sent again would be here too.
    Sending after(*m_transport, requestOf("GET", Repeat::Safe));
    QTRY_COMPARE(after.status(), 200);
    QCOMPARE(m_relay->connections(), 2);
    const QList<RawRequest> requests = m_server->requests();
    QCOMPARE(std::count_if(requests.begin(), requests.end(),
                           [&](const RawRequest &one) { return one.line.startsWith(method); }),
             1);
}

void TestHttp2::anotherAddressStartsOver()
{
    start([](QTcpSocket &socket, const RawRequest &) { socket.write(RawServer::answer(200)); });
    Sending first(*m_transport, requestOf("GET", Repeat::Safe));
    QTRY_COMPARE(first.status(), 200);
    QVERIFY(m_transport->isMultiplexed());
    m_transport->setEndpoint({m_server->url(), "token", "2.10"});
    QVERIFY(!m_transport->isMultiplexed());
    Sending second(*m_transport, requestOf("GET", Repeat::Safe));
    QTRY_COMPARE(second.status(), 200);
    QVERIFY(!m_transport->isMultiplexed());
}

QTEST_GUILESS_MAIN(TestHttp2)
#include "tst_http2.moc"
