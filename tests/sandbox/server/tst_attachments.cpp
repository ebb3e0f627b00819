// SPDX-License-Identifier: MIT
// The files of messages that the sandbox serves: as told, without a token, whatever their names.
#include "tests/sandbox/server/httpprobe.h"
#include "tests/support/sandboxfixture.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace roster;
using namespace roster::test;

class TestAttachments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void filesAreAsTold();
    void contentsFitTheirTypes();
    void addressesAreSafe();
    void headTellsTheLength();
    void refuses_data();
    void refuses();
    void faultsThatNameThem();

private:
    QByteArray contentOf(const QString &type);

    std::unique_ptr<SandboxFixture> m_sandbox;
    QList<QJsonObject> m_files; //!< one of each name
};

void TestAttachments::initTestCase()
{
    m_sandbox = std::make_unique<SandboxFixture>(900);
    HttpProbe probe(m_sandbox->url(), m_sandbox->token());
    QSet<QString> names;
    QString next;
    do {
        const QJsonObject page =
            probe.get(u"/conversations?per_page=150&starting_after="_qs + next).json();
        for (const QJsonValue &one : page.value(u"conversations").toArray()) {
            const QString path = u"/conversations/"_qs + one[u"id"].toString();
            const QJsonObject whole = probe.get(path).json();
            QJsonArray messages = whole[u"conversation_parts"][u"conversation_parts"].toArray();
            messages.append(whole[u"source"]);
            for (const QJsonValue &message : std::as_const(messages)) {
                for (const QJsonValue &file : message[u"attachments"].toArray()) {
                    if (!names.contains(file[u"name"].toString()))
                        m_files.append(file.toObject());
                    names.insert(file[u"name"].toString());
                }
            }
        }
        next = QString::fromLatin1(
            QUrl::toPercentEncoding(page[u"pages"][u"next"][u"starting_after"].toString()));
    } while (!next.isEmpty());
    QCOMPARE(m_files.size(), 11);
}

void TestAttachments::filesAreAsTold()
{
    HttpProbe nobody(m_sandbox->url(), {});
    for (const QJsonObject &file : std::as_const(m_files)) {
        const QUrl url(file[u"url"_qs].toString());
        QCOMPARE(url.host(), m_sandbox->url().host());
        QCOMPARE(url.port(), m_sandbox->url().port());
        QNetworkRequest request(url);
        const ProbeReply reply = nobody.send("GET", request);
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.body.size(), file[u"filesize"_qs].toInteger());
        QCOMPARE(reply.header("Content-Type"), file[u"content_type"_qs].toString().toLatin1());
        QCOMPARE(reply.header("X-Content-Type-Options"), QByteArray("nosniff"));
        QVERIFY(!reply.hasHeader("X-RateLimit-Limit"));
        QCOMPARE(nobody.send("GET", request).body, reply.body);
    }
    QCOMPARE(m_sandbox->server().seen().constLast().authorization, QByteArray());
}

QByteArray TestAttachments::contentOf(const QString &type)
{
    for (const QJsonObject &file : std::as_const(m_files)) {
        if (file[u"content_type"_qs].toString() != type || file[u"filesize"_qs].toInt() == 0)
            continue;
        return HttpProbe(m_sandbox->url(), {}).get(QUrl(file[u"url"_qs].toString()).path()).body;
    }
    return {};
}

void TestAttachments::contentsFitTheirTypes()
{
    QVERIFY(contentOf(u"image/png"_qs).startsWith("\x89PNG\r\n\x1a\n"));
    const QByteArray pdf = contentOf(u"application/pdf"_qs);
    QVERIFY(pdf.startsWith("%PDF-1.4\n") && pdf.endsWith("%%EOF\n"));
    // The table of offsets is where the end says, and points at objects.
    const qsizetype from = pdf.indexOf("startxref\n") + 10;
    const int table = pdf.mid(from, pdf.indexOf('\n', from) - from).toInt();
    QVERIFY(pdf.mid(table).startsWith("xref\n0 5\n"));
    const int first = pdf.mid(table + 9 + 20, 10).toInt();
    QVERIFY(pdf.mid(first).startsWith("1 0 obj"));
    QVERIFY(contentOf(u"text/csv"_qs).startsWith("id;name;at\r\n"));
    QVERIFY(contentOf(u"text/plain"_qs).contains("of the export\n"));
}

// Names may be anything; what is downloaded under them is not told by them.
void TestAttachments::addressesAreSafe()
{
    static const QRegularExpression safe(u"^/attachments/\\d+/\\d+/[A-Za-z0-9.-]+$"_qs);
    QStringList names;
    for (const QJsonObject &file : std::as_const(m_files)) {
        const QString path = QUrl(file[u"url"_qs].toString()).path();
        QVERIFY2(safe.match(path).hasMatch(), qPrintable(path));
        QVERIFY(!path.section(u'/', -1).startsWith(u'.'));
        const ProbeReply reply = HttpProbe(m_sandbox->url(), {}).get(path);
        QCOMPARE(reply.header("Content-Disposition"),
                 "attachment; filename=\"" + path.section(u'/', -1).toLatin1() + '"');
        names.append(file[u"name"_qs].toString());
    }
    QVERIFY(names.contains(u"../../.bashrc"_qs));
    QVERIFY(std::any_of(names.begin(), names.end(),
                        [](const QString &name) { return name.contains(QChar(0x202E)); }));
    QVERIFY(std::any_of(names.begin(), names.end(),
                        [](const QString &name) { return name.size() > 200; }));
}

void TestAttachments::headTellsTheLength()
{
    const QString path = QUrl(m_files.constFirst()[u"url"_qs].toString()).path();
    RawClient client(m_sandbox->url());
    client.send(rawRequest("HEAD", path.toLatin1(), "Connection: close\r\n"));
    const QByteArray answer = client.untilClosed();
    QVERIFY(answer.startsWith("HTTP/1.1 200"));
    const QByteArray size = QByteArray::number(m_files.constFirst()[u"filesize"_qs].toInteger());
    QVERIFY(answer.contains("Content-Length: " + size + "\r\n"));
    QVERIFY(answer.endsWith("\r\n\r\n"));
}

void TestAttachments::refuses_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("status");
    const auto add = [](const char *row, const char *path, int status, const char *method = "GET") {
        QTest::newRow(row) << QByteArray(method) << QString::fromLatin1(path) << status;
    };
    add("no file", "/attachments/", 404);
    add("no part", "/attachments/x/0/screenshot.png", 404);
    add("part nought", "/attachments/0/0/screenshot.png", 404);
    add("no such kind", "/attachments/5/11/screenshot.png", 404);
    add("a negative kind", "/attachments/5/-1/screenshot.png", 404);
    add("another name", "/attachments/5/0/other.png", 404);
    add("deeper", "/attachments/5/0/a/screenshot.png", 404);
    add("another place", "/attachments/../me", 404);
    add("sent", "/attachments/5/0/screenshot.png", 405, "POST");
    add("there", "/attachments/5/0/screenshot.png", 200);
    add("a page of the API", "/attachmentsandmore", 401);
}

void TestAttachments::refuses()
{
    QFETCH(QByteArray, method);
    QFETCH(QString, path);
    QFETCH(int, status);
    RawClient client(m_sandbox->url());
    client.send(method + ' ' + path.toLatin1() +
                " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 0\r\n\r\n");
    QCOMPARE(RawClient::status(client.answer()), status);
}

// A rule for everything does not count them; one that names them does.
void TestAttachments::faultsThatNameThem()
{
    SandboxFixture sandbox(0);
    HttpProbe probe(sandbox.url(), sandbox.token());
    const QString path = u"/attachments/5/0/screenshot.png"_qs;
    sandbox::FaultRule rule;
    rule.nth = 1;
    rule.status = 503;
    sandbox->setFaults(sandbox::FaultScript({rule}));
    QCOMPARE(probe.get(path).status, 200);
    QCOMPARE(probe.get(u"/me"_qs).status, 503);
    rule.path = u"/attachments/**"_qs;
    sandbox->setFaults(sandbox::FaultScript({rule}));
    QCOMPARE(probe.get(u"/me"_qs).status, 200);
    QCOMPARE(probe.get(path).status, 503);
    QCOMPARE(probe.get(path).status, 200);
}

QTEST_GUILESS_MAIN(TestAttachments)
#include "tst_attachments.moc"
