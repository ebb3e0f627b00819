// SPDX-License-Identifier: MIT
// Scripted statuses over real sockets, which requests they meet, and whether the change happened.
#include "tests/sandbox/server/httpprobe.h"
#include "tests/support/sandboxfixture.h"

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

class TestFaultStatuses : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void status();
    void statusAfterTheChange();
    void limitedWithAndWithoutRetryAfter();
    void unauthorized();
    void onlyTheNth();
    void newScriptCountsAnew();
};

void TestFaultStatuses::status()
{
    SandboxFixture sandbox(1);
    FaultRule rule = onArchive(FaultAction::Status);
    rule.status = 503;
    sandbox->setFaults(FaultScript({rule}));
    HttpProbe probe(sandbox.url(), sandbox.token());
    const ProbeReply reply = probe.send("POST", archive);
    QCOMPARE(reply.status, 503);
    QCOMPARE(reply.code(), u"service_unavailable"_qs);
    QCOMPARE(reply.header("Status"), QByteArray("503 Service Unavailable"));
    QVERIFY(!isArchived(sandbox));
    QCOMPARE(sandbox->seen().constLast().status, 503);
    QVERIFY(!sandbox->seen().constLast().applied);
    QCOMPARE(probe.send("POST", archive).status, 200);
    QVERIFY(isArchived(sandbox));
}

void TestFaultStatuses::statusAfterTheChange()
{
    SandboxFixture sandbox(1);
    FaultRule rule = onArchive(FaultAction::Status);
    rule.status = 500;
    rule.applied = true;
    sandbox->setFaults(FaultScript({rule}));
    QCOMPARE(HttpProbe(sandbox.url(), sandbox.token()).send("POST", archive).status, 500);
    QVERIFY(isArchived(sandbox));
    QVERIFY(sandbox->seen().constLast().applied);
}

void TestFaultStatuses::limitedWithAndWithoutRetryAfter()
{
    auto options = SandboxFixture::options(1);
    options.rateLimit = 100;
    FaultRule plain = onArchive(FaultAction::Status);
    plain.status = 429;
    FaultRule retryAfter = plain;
    retryAfter.nth = 2;
    retryAfter.headers = {{"Retry-After", QByteArray("2")}, {"X-RateLimit-Reset", std::nullopt}};
    options.faults = FaultScript({plain, retryAfter});
    SandboxFixture sandbox(options);
    HttpProbe probe(sandbox.url(), sandbox.token());

    const ProbeReply first = probe.send("POST", archive);
    QCOMPARE(first.status, 429);
    QCOMPARE(first.code(), u"rate_limit_exceeded"_qs);
    QCOMPARE(first.header("X-RateLimit-Remaining"), QByteArray("0"));
    QVERIFY(first.hasHeader("X-RateLimit-Reset"));
    QVERIFY(!first.hasHeader("Retry-After"));
    const ProbeReply second = probe.send("POST", archive);
    QCOMPARE(second.status, 429);
    QCOMPARE(second.header("Retry-After"), QByteArray("2"));
    QVERIFY(!second.hasHeader("X-RateLimit-Reset"));
    QVERIFY(!isArchived(sandbox));
}

void TestFaultStatuses::unauthorized()
{
    auto options = SandboxFixture::options(1);
    options.rateLimit = 100;
    options.faults = FaultScript({FaultRule{.nth = 1, .status = 401}});
    SandboxFixture sandbox(options);
    const ProbeReply reply = HttpProbe(sandbox.url(), sandbox.token()).get(u"/me"_qs);
    QCOMPARE(reply.status, 401);
    QVERIFY(!reply.hasHeader("X-RateLimit-Limit"));
}

void TestFaultStatuses::onlyTheNth()
{
    SandboxFixture sandbox(1);
    sandbox->setFaults(FaultScript({FaultRule{.path = u"/tags"_qs, .nth = 3, .status = 500}}));
    HttpProbe probe(sandbox.url(), sandbox.token());
    QList<int> statuses;
    for (int i = 0; i < 5; ++i) {
        QCOMPARE(probe.get(u"/me"_qs).status, 200); // fits not
        statuses += probe.get(u"/tags"_qs).status;
    }
    QCOMPARE(statuses, (QList<int>{200, 200, 500, 200, 200}));
}

void TestFaultStatuses::newScriptCountsAnew()
{
    SandboxFixture sandbox(1);
    HttpProbe probe(sandbox.url(), sandbox.token());
    const FaultScript script({FaultRule{.nth = 2, .status = 500}});
    sandbox->setFaults(script);
    QCOMPARE(probe.get(u"/me"_qs).status, 200);
    sandbox->setFaults(script);
    QCOMPARE(probe.get(u"/me"_qs).status, 200);
    QCOMPARE(probe.get(u"/me"_qs).status, 500);
    sandbox->setFaults({});
    QCOMPARE(probe.get(u"/me"_qs).status, 200);
}

QTEST_GUILESS_MAIN(TestFaultStatuses)
#include "tst_faultstatuses.moc"
