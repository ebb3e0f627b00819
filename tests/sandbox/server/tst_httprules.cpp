// SPDX-License-Identifier: MIT
#include "core/sandbox/httprules.h"
#include "core/sandbox/httptarget.h"

#include <QTest>

using namespace roster::sandbox;

class TestHttpRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bearer_data();
    void bearer();
    void accept_data();
    void accept();
    void contentType_data();
    void contentType();
    void glob_data();
    void glob();
    void target_data();
    void target();
    void brokenTargets_data();
    void brokenTargets();
    void queriesAreForms();
    void datesAreHttpDates();
    void repliesOnTheWire();
};

void TestHttpRules::bearer_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("token");
    QTest::newRow("plain") << QByteArray("Bearer abc") << QByteArray("abc");
    QTest::newRow("any case") << QByteArray("bEaReR abc") << QByteArray("abc");
    QTest::newRow("spaces") << QByteArray("  Bearer   abc ") << QByteArray("abc");
    QTest::newRow("no token") << QByteArray("Bearer ") << QByteArray();
    QTest::newRow("no scheme") << QByteArray("abc") << QByteArray();
    QTest::newRow("other scheme") << QByteArray("Basic abc") << QByteArray();
    QTest::newRow("empty") << QByteArray() << QByteArray();
}

void TestHttpRules::bearer()
{
    QFETCH(QByteArray, header);
    QTEST(bearerToken(header), "token");
}

void TestHttpRules::accept_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<bool>("accepted");
    QTest::newRow("absent") << QByteArray() << true;
    QTest::newRow("json") << QByteArray("application/json") << true;
    QTest::newRow("anything") << QByteArray("*/*") << true;
    QTest::newRow("application") << QByteArray("application/*") << true;
    QTest::newRow("among others") << QByteArray("text/html, application/json;q=0.1") << true;
    QTest::newRow("browser") << QByteArray("text/html,application/xml;q=0.9,*/*;q=0.8") << true;
    QTest::newRow("html only") << QByteArray("text/html") << false;
    QTest::newRow("refused") << QByteArray("application/json;q=0") << false;
    QTest::newRow("all but json") << QByteArray("*/*, application/json;q=0") << false;
    QTest::newRow("json though all refused") << QByteArray("*/*;q=0, APPLICATION/JSON") << true;
    QTest::newRow("vendor type") << QByteArray("application/vnd.intercom.3+json") << false;
}

void TestHttpRules::accept()
{
    QFETCH(QByteArray, header);
    QTEST(acceptsJson(header), "accepted");
}

void TestHttpRules::contentType_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<bool>("isJson");
    QTest::newRow("json") << QByteArray("application/json") << true;
    QTest::newRow("charset") << QByteArray("Application/JSON; charset=utf-8") << true;
    QTest::newRow("form") << QByteArray("application/x-www-form-urlencoded") << false;
    QTest::newRow("absent") << QByteArray() << false;
    QTest::newRow("prefix") << QByteArray("application/jsonp") << false;
}

void TestHttpRules::contentType()
{
    QFETCH(QByteArray, header);
    QTEST(isJsonType(header), "isJson");
}

void TestHttpRules::glob_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("fits");
    const auto row = [](const char *pattern, const char *path, bool fits) {
        QTest::addRow("%s %s", pattern, path)
            << QString::fromLatin1(pattern) << QString::fromLatin1(path) << fits;
    };
    row("/contacts", "/contacts", true);
    row("/contacts", "/contacts/1", false);
    row("/contacts/*", "/contacts/1", true);
    row("/contacts/*", "/contacts/1/tags", false);
    row("/contacts/*", "/contacts", false);
    row("/contacts/*/archive", "/contacts/63a/archive", true);
    row("/contacts/*/archive", "/contacts/63a/unarchive", false);
    row("/contacts/**", "/contacts/1/tags", true);
    row("**", "/anything/at/all", true);
    row("**/tags", "/contacts/1/tags", true);
    row("/contacts/a?c", "/contacts/abc", true);
    row("/contacts?1", "/contacts/1", false);
    row("*", "/contacts", false);
    row("", "", true);
    row("", "/", false);
}

void TestHttpRules::glob()
{
    QFETCH(QString, pattern);
    QFETCH(QString, path);
    QTEST(matchesPath(pattern, path), "fits");
}

void TestHttpRules::target_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("query");
    QTest::newRow("plain") << QByteArray("/contacts") << u"/contacts"_qs << QByteArray();
    QTest::newRow("query") << QByteArray("/contacts?a=b?c") << u"/contacts"_qs
                           << QByteArray("a=b?c");
    QTest::newRow("encoded") << QByteArray("/t/%C3%A9%20x") << u"/t/\u00e9 x"_qs << QByteArray();
    QTest::newRow("encoded slash")
        << QByteArray("/contacts%2Fabc") << u"/contacts%2Fabc"_qs << QByteArray();
    QTest::newRow("plus in a path") << QByteArray("/a+b") << u"/a+b"_qs << QByteArray();
    QTest::newRow("absolute") << QByteArray("http://127.0.0.1:1/me?x") << u"/me"_qs
                              << QByteArray("x");
    QTest::newRow("absolute, bare") << QByteArray("HTTP://host") << u"/"_qs << QByteArray();
}

void TestHttpRules::target()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, path);
    QFETCH(QByteArray, query);
    const std::optional<HttpTarget> target = parseTarget(text);
    QVERIFY(target);
    QCOMPARE(target->path, path);
    QCOMPARE(target->rawQuery, query);
}

void TestHttpRules::brokenTargets_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("asterisk") << QByteArray("*");
    QTest::newRow("relative") << QByteArray("contacts");
    QTest::newRow("half an escape") << QByteArray("/a%2");
    QTest::newRow("no hex") << QByteArray("/a%zz");
    QTest::newRow("lone percent") << QByteArray("/a%");
    QTest::newRow("not UTF-8") << QByteArray("/a%ff%fe");
    QTest::newRow("raw, not UTF-8") << QByteArray("/a\xff");
    QTest::newRow("overlong") << QByteArray("/a%c0%af");
    QTest::newRow("cut sequence") << QByteArray("/a%c3");
    QTest::newRow("nul") << QByteArray("/a%00b");
    QTest::newRow("query escape") << QByteArray("/a?b=%4");
    QTest::newRow("query UTF-8") << QByteArray("/a?b=%ff");
}

void TestHttpRules::brokenTargets()
{
    QFETCH(QByteArray, text);
    QVERIFY(!parseTarget(text));
}

void TestHttpRules::queriesAreForms()
{
    const auto target = parseTarget("/contacts?starting_after=a+b%2Bc%3D&name=%E2%9C%93");
    QVERIFY(target);
    QCOMPARE(target->query.queryItemValue(u"starting_after"_qs, QUrl::FullyDecoded), u"a b+c="_qs);
    QCOMPARE(target->query.queryItemValue(u"name"_qs, QUrl::FullyDecoded), u"\u2713"_qs);
}

void TestHttpRules::datesAreHttpDates()
{
    QCOMPARE(httpDate(784'111'777'123), QByteArray("Sun, 06 Nov 1994 08:49:37 GMT"));
}

void TestHttpRules::repliesOnTheWire()
{
    HttpReply reply{.status = 404, .headers = {{"X-A", "b"}}, .body = "12345"};
    QCOMPARE(wireBytes(reply, true, false),
             QByteArray("HTTP/1.1 404 Not Found\r\nX-A: b\r\nContent-Length: 5\r\nConnection: "
                        "keep-alive\r\n\r\n12345"));
    QCOMPARE(
        wireBytes(reply, false, true),
        QByteArray(
            "HTTP/1.1 404 Not Found\r\nX-A: b\r\nContent-Length: 5\r\nConnection: close\r\n\r\n"));
    reply.delivery = HttpReply::Delivery::Cut;
    reply.cutAfter = 2;
    QVERIFY(wireBytes(reply, false, false)
                .endsWith("Content-Length: 5\r\nConnection: close\r\n\r\n12"));
    reply.cutAfter = 99;
    QVERIFY(wireBytes(reply, false, false).endsWith("\r\n\r\n12345"));
}

QTEST_GUILESS_MAIN(TestHttpRules)
#include "tst_httprules.moc"
