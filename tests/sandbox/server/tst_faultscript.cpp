// SPDX-License-Identifier: MIT
#include "core/sandbox/faultedit.h"
#include "core/sandbox/faultscript.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace roster::sandbox;

class TestFaultScript : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryKey();
    void knowsEveryAction_data();
    void knowsEveryAction();
    void namesWhatIsWrong_data();
    void namesWhatIsWrong();
    void actsWhenDue_data();
    void actsWhenDue();
    void firstDueRuleActsButAllCount();
    void swapsTypes();
    void setsAndRemovesHeaders();
};

void TestFaultScript::readsEveryKey()
{
    const ParsedFaultScript parsed = parseFaultScript(R"({ "rules": [ {
        "method": "post", "path": "/contacts/*", "nth": 2, "times": 3, "action": "status", "status": 429,
        "headers": { "Retry-After": "2", "X-RateLimit-Reset": null }, "body": {"a": 1}, "delayMs": 7, "applied": true },
        { "every": 4, "action": "cut-body", "bytes": 12, "body": "text" } ] })");
    QCOMPARE(parsed.error, QString());
    QCOMPARE(parsed.script.rules().size(), 2);
    const FaultRule &rule = parsed.script.rules().at(0);
    QCOMPARE(rule.method, QByteArray("POST"));
    QCOMPARE(rule.path, u"/contacts/*"_qs);
    QCOMPARE(rule.nth, 2);
    QCOMPARE(rule.times, 3);
    QVERIFY(rule.action == FaultAction::Status);
    QCOMPARE(rule.status, 429);
    QCOMPARE(rule.delayMs, 7);
    QCOMPARE(rule.body.value(), QByteArray("{\"a\":1}"));
    QVERIFY(rule.carriesOut());
    QCOMPARE(rule.headers.size(), 2);
    QCOMPARE(rule.headers.at(0).first, QByteArray("Retry-After"));
    QCOMPARE(rule.headers.at(0).second.value(), QByteArray("2"));
    QVERIFY(!rule.headers.at(1).second.has_value());
    const FaultRule &cut = parsed.script.rules().at(1);
    QCOMPARE(cut.method, QByteArray("*"));
    QCOMPARE(cut.path, u"**"_qs);
    QCOMPARE(cut.every, 4);
    QCOMPARE(cut.bytes, 12);
    QCOMPARE(cut.body.value(), QByteArray("text"));
}

void TestFaultScript::knowsEveryAction_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("action");
    QTest::addColumn<bool>("carriesOut");
    const auto row = [](const char *name, FaultAction action, bool carriesOut) {
        QTest::newRow(name) << QString::fromLatin1(name) << static_cast<int>(action) << carriesOut;
    };
    row("status", FaultAction::Status, false);
    row("delay", FaultAction::Delay, true);
    row("cut-body", FaultAction::CutBody, true);
    row("invalid-json", FaultAction::InvalidJson, true);
    row("wrong-type", FaultAction::WrongType, true);
    row("html", FaultAction::Html, false);
    row("empty", FaultAction::Empty, true);
    row("close-before", FaultAction::CloseBefore, false);
    row("close-after", FaultAction::CloseAfter, true);
    row("hang", FaultAction::Hang, false);
}

void TestFaultScript::knowsEveryAction()
{
    QFETCH(QString, name);
    QFETCH(int, action);
    const QString more = name == u"status"  ? u", \"status\": 503"_qs
                         : name == u"delay" ? u", \"delayMs\": 1"_qs
                                            : QString();
    const auto parsed =
        parseFaultScript(u"{\"rules\":[{\"action\":\"%1\"%2}]}"_qs.arg(name, more).toUtf8());
    QCOMPARE(parsed.error, QString());
    QCOMPARE(static_cast<int>(parsed.script.rules().at(0).action), action);
    QTEST(parsed.script.rules().at(0).carriesOut(), "carriesOut");
}

void TestFaultScript::namesWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("error");
    const auto row = [](const char *name, const char *json, const char *error) {
        QTest::newRow(name) << QByteArray(json) << QString::fromLatin1(error);
    };
    row("no JSON", "{\n \"rules\": [\n oops ]}", "line 3:");
    row("empty", "", "line 1:");
    row("a list", "[]", "\"rules\"");
    row("no rules", "{}", "\"rules\"");
    row("more than rules", R"({"rules":[],"x":1})", "\"rules\"");
    row("no object", R"({"rules":[{"action":"hang"},7]})", "rule 2: expected an object");
    row("no action", R"({"rules":[{}]})", "rule 1: \"action\" is missing");
    row("unknown action", R"({"rules":[{"action":"explode"}]})",
        "rule 1: unknown action \"explode\", known are close-after");
    row("unknown key", R"({"rules":[{"action":"hang","nht":1}]})", "rule 1: unknown key \"nht\"");
    row("nth zero", R"({"rules":[{"action":"hang","nth":0}]})",
        "rule 1: \"nth\" must be a whole number from 1");
    row("nth text", R"({"rules":[{"action":"hang","nth":"1"}]})", "rule 1: \"nth\"");
    row("nth fraction", R"({"rules":[{"action":"hang","nth":1.5}]})", "rule 1: \"nth\"");
    row("both", R"({"rules":[{"action":"hang","nth":1,"every":2}]})", "exclude");
    row("no status", R"({"rules":[{"action":"status"}]})", "needs \"status\"");
    row("odd status", R"({"rules":[{"action":"status","status":99}]})", "rule 1: \"status\"");
    row("no delay", R"({"rules":[{"action":"delay"}]})", "needs \"delayMs\"");
    row("bytes elsewhere", R"({"rules":[{"action":"hang","bytes":1}]})", "belongs to");
    row("contradiction", R"({"rules":[{"action":"close-before","applied":true}]})", "contradicts");
    row("header injection", R"({"rules":[{"action":"hang","headers":{"A":"b\r\nC: d"}}]})",
        "one line");
    row("header name", R"({"rules":[{"action":"hang","headers":{"A b":"c"}}]})",
        "no header's name");
    row("headers list", R"({"rules":[{"action":"hang","headers":[]}]})", "\"headers\"");
    row("body number", R"({"rules":[{"action":"hang","body":3}]})", "\"body\"");
    row("applied text", R"({"rules":[{"action":"hang","applied":"yes"}]})", "\"applied\"");
    row("method number", R"({"rules":[{"action":"hang","method":3}]})", "\"method\"");
}

void TestFaultScript::namesWhatIsWrong()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, error);
    const ParsedFaultScript parsed = parseFaultScript(json);
    QVERIFY2(parsed.error.contains(error), qPrintable(parsed.error));
    QVERIFY(parsed.script.rules().isEmpty());
}

void TestFaultScript::actsWhenDue_data()
{
    QTest::addColumn<int>("nth");
    QTest::addColumn<int>("every");
    QTest::addColumn<int>("times");
    QTest::addColumn<QByteArray>("acts"); // one mark for each of eight requests
    QTest::newRow("always") << 0 << 0 << 0 << QByteArray("xxxxxxxx");
    QTest::newRow("twice") << 0 << 0 << 2 << QByteArray("xx......");
    QTest::newRow("first") << 1 << 0 << 0 << QByteArray("x.......");
    QTest::newRow("third") << 3 << 0 << 0 << QByteArray("..x.....");
    QTest::newRow("third on") << 3 << 0 << 4 << QByteArray("..xxxx..");
    QTest::newRow("every third") << 0 << 3 << 0 << QByteArray("..x..x..");
    QTest::newRow("every third, once") << 0 << 3 << 1 << QByteArray("..x.....");
}

void TestFaultScript::actsWhenDue()
{
    QFETCH(int, nth);
    QFETCH(int, every);
    QFETCH(int, times);
    FaultRule rule{
        .method = "POST", .path = u"/contacts"_qs, .nth = nth, .every = every, .times = times};
    FaultRun run(FaultScript({rule}));
    QByteArray acts;
    for (int i = 0; i < 8; ++i) {
        QVERIFY(!run.next("GET", u"/contacts"_qs)); // fits not: is not counted
        QVERIFY(!run.next("POST", u"/tags"_qs));
        acts += run.next("POST", u"/contacts"_qs) ? 'x' : '.';
    }
    QTEST(acts, "acts");
}

void TestFaultScript::firstDueRuleActsButAllCount()
{
    FaultRun run(
        FaultScript({FaultRule{.nth = 1, .status = 500}, FaultRule{.nth = 2, .status = 502}}));
    QCOMPARE(run.next("GET", u"/a"_qs)->status, 500);
    QCOMPARE(run.next("GET", u"/b"_qs)->status, 502);
    QVERIFY(!run.next("GET", u"/c"_qs));
}

void TestFaultScript::swapsTypes()
{
    const QJsonObject object{{u"text"_qs, u"a"_qs},
                             {u"number"_qs, 1},
                             {u"flag"_qs, true},
                             {u"list"_qs, QJsonArray{}},
                             {u"object"_qs, QJsonObject{}},
                             {u"null"_qs, QJsonValue::Null}};
    const QJsonObject wrong = withWrongTypes(object).toObject();
    QCOMPARE(wrong.size(), object.size());
    for (auto it = object.begin(); it != object.end(); ++it)
        QVERIFY2(wrong.value(it.key()).type() != it->type(), qPrintable(it.key()));
}

void TestFaultScript::setsAndRemovesHeaders()
{
    const HttpReply reply{.status = 200, .headers = {{"X-A", "1"}, {"X-B", "2"}}, .body = "{}"};
    FaultRule rule{.status = 503};
    rule.headers = {{"x-a", std::nullopt}, {"X-B", QByteArray("3")}, {"X-C", QByteArray("4")}};
    const HttpReply spoilt = spoiled(reply, rule);
    QCOMPARE(spoilt.status, 503);
    QCOMPARE(spoilt.headers, (HttpHeaders{{"X-B", "3"}, {"X-C", "4"}}));
}

QTEST_GUILESS_MAIN(TestFaultScript)
#include "tst_faultscript.moc"
