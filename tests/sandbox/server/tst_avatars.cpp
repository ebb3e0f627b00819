// SPDX-License-Identifier: MIT
// The pictures that the sandbox serves: who has one, where it is, and that it needs no token.
#include "tests/sandbox/server/httpprobe.h"
#include "tests/support/sandboxfixture.h"

#include <QBuffer>
#include <QImageReader>
#include <QSet>
#include <QTest>

using namespace roster;
using namespace roster::test;

class TestAvatars : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addressesAreOnes();
    void picturesAreImages();
    void pictureNeedsNoToken();
    void pictureHeaders();
    void headTellsTheLength();
    void refuses_data();
    void refuses();
    void faultsThatNameThem();
    void givenAddressesStay();

private:
    static QImage read(const QByteArray &bytes);
    static QStringList addresses(SandboxFixture &sandbox, int *without = nullptr);
};

QImage TestAvatars::read(const QByteArray &bytes)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    return reader.format() == "png" ? reader.read() : QImage();
}

// The addresses of all contacts' pictures; without counts those that have none.
QStringList TestAvatars::addresses(SandboxFixture &sandbox, int *without)
{
    HttpProbe probe(sandbox.url(), sandbox.token());
    const QJsonObject list = probe.get(u"/contacts?per_page=150"_qs).json();
    QStringList found;
    for (const QJsonValue &contact : list.value(u"data").toArray()) {
        if (contact[u"avatar"].isNull()) {
            if (without)
                ++*without;
            continue;
        }
        found.append(contact[u"avatar"][u"image_url"].toString());
        const QString id = contact[u"id"].toString();
        const QJsonObject single = probe.get(u"/contacts/"_qs + id).json();
        if (!found.last().endsWith(u'/' + id + u".png"_qs) ||
            single.value(u"avatar") != contact[u"avatar"])
            found.append(u"wrong: "_qs + id);
    }
    return found;
}

void TestAvatars::addressesAreOnes()
{
    SandboxFixture sandbox(150);
    int without = 0;
    const QStringList all = addresses(sandbox, &without);
    QVERIFY2(all.size() > 30 && without > 60, qPrintable(QString::number(all.size())));
    QCOMPARE(all.size() + without, 150);
    for (const QString &address : all)
        QVERIFY2(address.startsWith(sandbox.url().toString() + u"/avatars/"_qs),
                 qPrintable(address));
}

void TestAvatars::picturesAreImages()
{
    SandboxFixture sandbox(60);
    SandboxFixture other(60);
    HttpProbe probe(sandbox.url(), {});
    HttpProbe second(other.url(), {});
    QSet<QByteArray> different;
    const QStringList all = addresses(sandbox);
    QVERIFY(all.size() > 10);
    for (const QString &address : all) {
        const QString path = QUrl(address).path();
        const ProbeReply reply = probe.get(path);
        QCOMPARE(reply.status, 200);
        const QImage image = read(reply.body);
        QCOMPARE(image.size(), QSize(120, 120));
        QCOMPARE(image.pixelColor(0, 0), QColor(0xf1, 0xf0, 0xec));
        // Left and right are alike.
        QCOMPARE(image.mirrored(true, false), image);
        QCOMPARE(second.get(path).body, reply.body);
        different.insert(reply.body);
    }
    QVERIFY(different.size() >= all.size() - 1);
    QVERIFY(different.size() > 1);
}

void TestAvatars::pictureNeedsNoToken()
{
    auto options = SandboxFixture::options(0);
    options.rateLimit = 1;
    SandboxFixture sandbox(options);
    HttpProbe nobody(sandbox.url(), {});
    for (int i = 0; i < 3; ++i)
        QCOMPARE(nobody.get(u"/avatars/63a07ddf05a32042dffac965.png"_qs).status, 200);
    QCOMPARE(sandbox->count("GET", u"/avatars/*"_qs), 3);
    QVERIFY(sandbox->seen().constFirst().applied);
    QCOMPARE(sandbox->seen().constFirst().authorization, QByteArray());
    // Nor do they count against the limit, which is one call here.
    HttpProbe probe(sandbox.url(), sandbox.token());
    QCOMPARE(probe.get(u"/me"_qs).status, 200);
    QCOMPARE(probe.get(u"/avatars/63a07ddf05a32042dffac965.png"_qs).status, 200);
}

void TestAvatars::pictureHeaders()
{
    SandboxFixture sandbox(0);
    HttpProbe probe(sandbox.url(), {});
    QNetworkRequest request = probe.request(u"/avatars/63a07ddf05a32042dffac965.png"_qs);
    request.setRawHeader("Accept", "image/*");
    const ProbeReply reply = probe.send("GET", request);
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.header("Content-Type"), QByteArray("image/png"));
    QCOMPARE(reply.header("Content-Length").toLongLong(), reply.body.size());
    QVERIFY(reply.body.size() > 60 && reply.body.size() < 2000);
    QVERIFY(reply.header("ETag").startsWith('"'));
    QVERIFY(!reply.hasHeader("X-RateLimit-Limit"));
    QVERIFY(!reply.hasHeader("Intercom-Version"));
}

void TestAvatars::headTellsTheLength()
{
    SandboxFixture sandbox(0);
    const QString path = u"/avatars/63a07ddf05a32042dffac965.png"_qs;
    const qsizetype size = HttpProbe(sandbox.url(), {}).get(path).body.size();
    RawClient client(sandbox.url());
    client.send(rawRequest("HEAD", path.toLatin1(), "Connection: close\r\n"));
    const QByteArray answer = client.untilClosed();
    QVERIFY(answer.startsWith("HTTP/1.1 200"));
    QVERIFY(answer.contains("Content-Length: " + QByteArray::number(size) + "\r\n"));
    QVERIFY(answer.endsWith("\r\n\r\n"));
}

void TestAvatars::refuses_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("status");
    QTest::newRow("no name") << QByteArray("GET") << u"/avatars/"_qs << 404;
    QTest::newRow("no id") << QByteArray("GET") << u"/avatars/.png"_qs << 404;
    QTest::newRow("no png") << QByteArray("GET") << u"/avatars/63a07ddf.jpg"_qs << 404;
    QTest::newRow("another place") << QByteArray("GET") << u"/avatars/../me.png"_qs << 404;
    QTest::newRow("deeper") << QByteArray("GET") << u"/avatars/a/63a0.png"_qs << 404;
    QTest::newRow("sent") << QByteArray("POST") << u"/avatars/63a07ddf.png"_qs << 405;
    QTest::newRow("a page of the API") << QByteArray("GET") << u"/avatarsandmore"_qs << 401;
}

void TestAvatars::refuses()
{
    QFETCH(QByteArray, method);
    QFETCH(QString, path);
    QFETCH(int, status);
    SandboxFixture sandbox(0);
    RawClient client(sandbox.url());
    client.send(method + ' ' + path.toLatin1() +
                " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 0\r\n\r\n");
    const QByteArray answer = client.answer();
    QCOMPARE(RawClient::status(answer), status);
    QVERIFY(answer.contains("error.list"));
}

void TestAvatars::faultsThatNameThem()
{
    SandboxFixture sandbox(0);
    HttpProbe probe(sandbox.url(), sandbox.token());
    const QString path = u"/avatars/63a07ddf05a32042dffac965.png"_qs;
    sandbox::FaultRule rule;
    rule.nth = 1;
    rule.status = 503;
    sandbox->setFaults(sandbox::FaultScript({rule}));
    QCOMPARE(probe.get(path).status, 200);
    QCOMPARE(probe.get(u"/me"_qs).status, 503);
    rule.path = u"/avatars/*"_qs;
    sandbox->setFaults(sandbox::FaultScript({rule}));
    QCOMPARE(probe.get(u"/me"_qs).status, 200);
    QCOMPARE(probe.get(path).status, 503);
    QCOMPARE(probe.get(path).status, 200);
    rule.action = sandbox::FaultAction::Html;
    sandbox->setFaults(sandbox::FaultScript({rule}));
    QCOMPARE(probe.get(path).header("Content-Type"), QByteArray("text/html"));
}

// What a client wrote itself comes back as it was.
void TestAvatars::givenAddressesStay()
{
    SandboxFixture sandbox(1);
    HttpProbe probe(sandbox.url(), sandbox.token());
    const QString path = u"/contacts/63a07ddf05a32042dffac965"_qs;
    QVERIFY(probe.get(path).json().value(u"avatar").isNull());
    const QString given = u"https://pictures.example/joe.png"_qs;
    const ProbeReply reply =
        probe.send("PUT", path, R"({"avatar":"https://pictures.example/joe.png"})");
    QCOMPARE(reply.json().value(u"avatar").toObject().value(u"image_url").toString(), given);
}

QTEST_GUILESS_MAIN(TestAvatars)
#include "tst_avatars.moc"
