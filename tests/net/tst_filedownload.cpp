// SPDX-License-Identifier: MIT
// Files behind strangers' addresses, over real HTTP: what is sent, what is written, what is
// refused.
#include "core/net/filedownload.h"
#include "tests/net/rawserver.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <optional>

using namespace Qt::StringLiterals;
using namespace roster;
using namespace roster::test;

namespace {

//! Answers every request with the same bytes, and then hangs up or does not.
RawServer::Answer always(const QByteArray &bytes, bool closes = true)
{
    return [bytes, closes](QTcpSocket &socket, const RawRequest &) {
        socket.write(bytes);
        if (closes)
            socket.disconnectFromHost();
    };
}

QUrl fileOf(const RawServer &server)
{
    QUrl url = server.url();
    url.setPath(u"/file.png"_s);
    return url;
}

} // namespace

class TestFileDownload : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void savesForItsOwnerAlone();
    void tellsNothingOfUs();
    void refusesAddresses_data();
    void refusesAddresses();
    void refusesARedirectToAnUnsafePlace();
    void leavesNothingBehind_data();
    void leavesNothingBehind();
    void saysWhenItCannotWrite();
    void isCancelled();

private:
    //! Runs it to its end; nothing when it took too long.
    std::optional<Result<Done>> save(const QUrl &url, const QString &path,
                                     const FileDownload::Limits &limits = {})
    {
        QObject owner;
        auto *operation = new OperationOf<Done>(&owner);
        new FileDownload(url, path, limits, operation);
        std::optional<Result<Done>> told;
        operation->onFinished(&owner, [&told](const Result<Done> &result) { told = result; });
        (void)QTest::qWaitFor([&told] { return told.has_value(); }, 10'000);
        return told;
    }

    QTemporaryDir m_dir;
};

void TestFileDownload::savesForItsOwnerAlone()
{
    const QByteArray body(300'000, 'x');
    const RawServer server(always(RawServer::answer(200, body)));
    const QString path = m_dir.filePath(u"saved"_s);
    const auto result = save(fileOf(server), path);
    QVERIFY(result && result->isOk());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), body);
    const auto others = QFileDevice::ReadGroup | QFileDevice::ReadOther | QFileDevice::WriteGroup |
                        QFileDevice::WriteOther;
    QVERIFY(!(QFileInfo(path).permissions() & others));
}

void TestFileDownload::tellsNothingOfUs()
{
    const RawServer server(always(RawServer::answer(200, "x")));
    QVERIFY(save(fileOf(server), m_dir.filePath(u"a"_s))->isOk());
    QVERIFY(server.requests().constFirst().line.startsWith("GET /file.png "));
    const QByteArray asked = server.requests().constFirst().head.toLower();
    for (const char *header : {"authorization", "cookie", "intercom-version", "referer"})
        QVERIFY2(!asked.contains(header), asked.constData());
}

void TestFileDownload::refusesAddresses_data()
{
    QTest::addColumn<QUrl>("url");
    QTest::newRow("file") << QUrl(u"file:///etc/passwd"_s);
    QTest::newRow("plain") << QUrl(u"http://files.example/a.png"_s);
    QTest::newRow("ftp") << QUrl(u"ftp://files.example/a.png"_s);
    QTest::newRow("data") << QUrl(u"data:text/plain,x"_s);
    QTest::newRow("a password in it") << QUrl(u"https://ada:secret@files.example/a.png"_s);
    QTest::newRow("nothing") << QUrl();
}

void TestFileDownload::refusesAddresses()
{
    QFETCH(const QUrl, url);
    const QString path = m_dir.filePath(u"refused"_s);
    const auto result = save(url, path);
    QVERIFY(result && !result->isOk());
    QCOMPARE(result->error().kind, ErrorKind::Invalid);
    QVERIFY(!QFileInfo::exists(path));
}

void TestFileDownload::refusesARedirectToAnUnsafePlace()
{
    const RawServer server(
        always(RawServer::answer(302, {}, "Location: http://files.example/evil\r\n")));
    const QString path = m_dir.filePath(u"redirected"_s);
    const auto result = save(fileOf(server), path);
    QVERIFY(result && !result->isOk());
    QVERIFY(!QFileInfo::exists(path));
}

void TestFileDownload::leavesNothingBehind_data()
{
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<bool>("closes");
    QTest::addColumn<int>("kind");
    QTest::newRow("not found") << RawServer::answer(404, "no") << true << int(ErrorKind::NotFound);
    QTest::newRow("cut") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\nabc") << true
                         << int(ErrorKind::Protocol);
    QTest::newRow("too large") << RawServer::answer(200, QByteArray(5000, 'x')) << true
                               << int(ErrorKind::Protocol);
    QTest::newRow("never ends") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\nabc")
                                << false << int(ErrorKind::Timeout);
}

void TestFileDownload::leavesNothingBehind()
{
    QFETCH(const QByteArray, sent);
    QFETCH(const bool, closes);
    QFETCH(const int, kind);
    const RawServer server(always(sent, closes));
    const QString path = m_dir.filePath(u"kept"_s);
    QFile before(path);
    QVERIFY(before.open(QIODevice::WriteOnly));
    before.write("before");
    before.close();
    const auto result = save(fileOf(server), path, {.largest = 1000, .patienceMs = 300});
    QVERIFY(result && !result->isOk());
    QCOMPARE(int(result->error().kind), kind);
    QVERIFY(before.open(QIODevice::ReadOnly));
    QCOMPARE(before.readAll(), QByteArray("before"));
    QCOMPARE(QDir(m_dir.path()).entryList({u"kept*"_s}, QDir::Files).size(), 1);
}

void TestFileDownload::saysWhenItCannotWrite()
{
    const RawServer server(always(RawServer::answer(200, "x")));
    const auto result = save(fileOf(server), m_dir.filePath(u"no/such/folder"_s));
    QVERIFY(result && !result->isOk());
    QCOMPARE(result->error().kind, ErrorKind::Storage);
    QCOMPARE(server.count(), 0);
}

void TestFileDownload::isCancelled()
{
    const RawServer server(always("HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\nabc", false));
    const QString path = m_dir.filePath(u"cancelled"_s);
    QObject owner;
    auto *operation = new OperationOf<Done>(&owner);
    new FileDownload(fileOf(server), path, {}, operation);
    QTRY_COMPARE(server.count(), 1);
    std::optional<ErrorKind> told;
    operation->onFinished(&owner, [&told](const Result<Done> &result) {
        told = result ? ErrorKind::Protocol : result.error().kind;
    });
    operation->cancel();
    QTRY_VERIFY(told.has_value());
    QVERIFY(*told == ErrorKind::Cancelled);
    QVERIFY(!QFileInfo::exists(path));
}

QTEST_GUILESS_MAIN(TestFileDownload)
#include "tst_filedownload.moc"
