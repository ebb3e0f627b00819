// SPDX-License-Identifier: MIT
// What a fault script does to answers and connections, over real sockets, and whether the change
// happened.
#include "tests/sandbox/server/httpprobe.h"
#include "tests/support/sandboxfixture.h"

#include <QElapsedTimer>
#include <QTest>

using namespace roster;
using namespace roster::test;
using sandbox::FaultAction;
using sandbox::FaultRule;
using sandbox::FaultScript;

namespace {

const QString seedContact = QStringLiteral("/contacts/63a07ddf05a32042dffac965");
const QString archive = seedContact + QStringLiteral("/archive");

FaultRule onArchive(FaultAction action)
{
    return {.method = "POST",
            .path = QStringLiteral("/contacts/*/archive"),
            .nth = 1,
            .action = action};
}

bool isArchived(SandboxFixture &sandbox)
{
    return sandbox->ask({.method = "GET", .path = seedContact}).status == 404;
}

} // namespace

class TestSandboxFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ownBody();
    void delay();
    void cutBody_data();
    void cutBody();
    void invalidJson();
    void wrongTypes();
    void html();
    void emptyBody();
    void closeBefore();
    void closeAfter();
    void hang();
};

void TestSandboxFaults::ownBody()
{
    SandboxFixture sandbox(1);
    FaultRule rule = onArchive(FaultAction::Status);
    rule.status = 422;
    rule.body =
        R"({"type":"error.list","errors":[{"code":"data_invalid","message":"no","field":"email"}]})";
    sandbox->setFaults(FaultScript({rule}));
    const ProbeReply reply = HttpProbe(sandbox.url(), sandbox.token()).send("POST", archive);
    QCOMPARE(reply.status, 422);
    QCOMPARE(reply.body, rule.body.value());
}

void TestSandboxFaults::delay()
{
    SandboxFixture sandbox(1);
    FaultRule rule = onArchive(FaultAction::Delay);
    rule.delayMs = 250;
    sandbox->setFaults(FaultScript({rule}));
    QElapsedTimer elapsed;
    elapsed.start();
    const ProbeReply reply = HttpProbe(sandbox.url(), sandbox.token()).send("POST", archive);
    QCOMPARE(reply.status, 200);
    QVERIFY2(elapsed.elapsed() >= 250, qPrintable(QString::number(elapsed.elapsed())));
    QVERIFY(isArchived(sandbox));
}

void TestSandboxFaults::cutBody_data()
{
    QTest::addColumn<int>("bytes");
    QTest::newRow("none") << 0;
    QTest::newRow("some") << 7;
    QTest::newRow("half") << -1;
}

void TestSandboxFaults::cutBody()
{
    QFETCH(int, bytes);
    SandboxFixture sandbox(1);
    FaultRule rule = onArchive(FaultAction::CutBody);
    rule.bytes = bytes;
    sandbox->setFaults(FaultScript({rule}));
    RawClient client(sandbox.url());
    client.send(rawRequest("POST", archive.toLatin1()));
    bool isClosed = false;
    const QByteArray answer = client.untilClosed(&isClosed);
    QVERIFY(isClosed);
    QCOMPARE(RawClient::status(answer), 200);
    const QByteArray body = answer.sliced(answer.indexOf("\r\n\r\n") + 4);
    const qsizetype promised = answer.mid(answer.indexOf("Content-Length: ") + 16, 6)
                                   .split('\r')
                                   .constFirst()
                                   .toLongLong();
    QVERIFY(promised > 20);
    QCOMPARE(body.size(), bytes < 0 ? promised / 2 : bytes);
    QVERIFY(isArchived(sandbox));
}

void TestSandboxFaults::invalidJson()
{
    SandboxFixture sandbox(1);
    sandbox->setFaults(FaultScript({onArchive(FaultAction::InvalidJson)}));
    const ProbeReply reply = HttpProbe(sandbox.url(), sandbox.token()).send("POST", archive);
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.error, QNetworkReply::NoError); // whole as HTTP, broken as JSON
    QVERIFY(!reply.body.isEmpty());
    QJsonParseError problem;
    QJsonDocument::fromJson(reply.body, &problem);
    QVERIFY(problem.error != QJsonParseError::NoError);
    QVERIFY(isArchived(sandbox));
}

void TestSandboxFaults::wrongTypes()
{
    SandboxFixture sandbox(1);
    sandbox->setFaults(FaultScript({onArchive(FaultAction::WrongType)}));
    const ProbeReply reply = HttpProbe(sandbox.url(), sandbox.token()).send("POST", archive);
    QCOMPARE(reply.status, 200);
    QVERIFY(reply.json().value(u"id").isDouble());
    QVERIFY(reply.json().value(u"archived").isString());
    QVERIFY(isArchived(sandbox));
}

void TestSandboxFaults::html()
{
    auto options = SandboxFixture::options(1);
    options.rateLimit = 100;
    options.faults = FaultScript({onArchive(FaultAction::Html)});
    SandboxFixture sandbox(options);
    const ProbeReply reply = HttpProbe(sandbox.url(), sandbox.token()).send("POST", archive);
    QCOMPARE(reply.status, 403);
    QCOMPARE(reply.header("Content-Type"), QByteArray("text/html"));
    QVERIFY(reply.body.startsWith("<html>"));
    QVERIFY(!reply.hasHeader("X-RateLimit-Limit"));
    QVERIFY(!reply.hasHeader("X-Request-Id"));
    QVERIFY(!isArchived(sandbox));
}

void TestSandboxFaults::emptyBody()
{
    SandboxFixture sandbox(1);
    sandbox->setFaults(FaultScript({onArchive(FaultAction::Empty)}));
    const ProbeReply reply = HttpProbe(sandbox.url(), sandbox.token()).send("POST", archive);
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.body, QByteArray());
    QVERIFY(isArchived(sandbox));
}

void TestSandboxFaults::closeBefore()
{
    SandboxFixture sandbox(1);
    sandbox->setFaults(FaultScript({onArchive(FaultAction::CloseBefore)}));
    RawClient client(sandbox.url());
    client.send(rawRequest("POST", archive.toLatin1()));
    bool isClosed = false;
    QCOMPARE(client.untilClosed(&isClosed), QByteArray());
    QVERIFY(isClosed);
    QVERIFY(!isArchived(sandbox));
    QCOMPARE(sandbox->seen().constLast().status, 0);
    QVERIFY(!sandbox->seen().constLast().applied);
}

void TestSandboxFaults::closeAfter()
{
    SandboxFixture sandbox(1);
    sandbox->setFaults(FaultScript({onArchive(FaultAction::CloseAfter)}));
    RawClient client(sandbox.url());
    client.send(rawRequest("POST", archive.toLatin1()));
    bool isClosed = false;
    QCOMPARE(client.untilClosed(&isClosed), QByteArray());
    QVERIFY(isClosed);
    QVERIFY(isArchived(sandbox));
    QCOMPARE(sandbox->seen().constLast().status, 0);
    QVERIFY(sandbox->seen().constLast().applied);
}

void TestSandboxFaults::hang()
{
    SandboxFixture sandbox(1);
    FaultRule rule = onArchive(FaultAction::Hang);
    sandbox->setFaults(FaultScript({rule}));
    HttpProbe probe(sandbox.url(), sandbox.token());
    QNetworkRequest request = probe.request(archive);
    request.setTransferTimeout(300);
    const ProbeReply reply = probe.send("POST", request);
    QCOMPARE(reply.status, 0);
    QCOMPARE(reply.error, QNetworkReply::OperationCanceledError);
    QVERIFY(!isArchived(sandbox));
    QCOMPARE(sandbox->seen().constLast().status, 0);
}

QTEST_GUILESS_MAIN(TestSandboxFaults)
#include "tst_sandboxfaults.moc"
