// SPDX-License-Identifier: MIT
#include "core/sandbox/avatars.h"
#include "core/service/avatarloader.h"
#include "tests/net/rawserver.h"
#include "tests/support/sandboxfixture.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;

namespace roster {

using namespace roster::test;
using namespace std::chrono_literals;

namespace {

const QByteArray Png = QByteArrayLiteral("\x89PNG\r\n\x1a\n") + QByteArray(100, 'p');
constexpr qint64 Most = qint64(1) << 20;

QByteArray ok(const QByteArray &body)
{
    return RawServer::answer(200, body);
}

AvatarLoader::Options local(const QString &folder = {})
{
    AvatarLoader::Options options;
    options.folder = folder;
    options.allowsLoopback = true;
    return options;
}

QUrl at(const RawServer &server, const QString &path)
{
    QUrl url = server.url();
    url.setPath(path);
    return url;
}

qint64 bytesIn(const QString &folder)
{
    qint64 bytes = 0;
    for (const QFileInfo &file : QDir(folder).entryInfoList(QDir::Files | QDir::Hidden))
        bytes += file.size();
    return bytes;
}

//! What ready() told, and a way to wait until nothing is under way: a last, good picture.
class Told
{
public:
    explicit Told(AvatarLoader &loader)
        : m_ready(&loader, &AvatarLoader::ready)
    {
    }

    bool has(const QUrl &url) const
    {
        return std::any_of(m_ready.begin(), m_ready.end(),
                           [&url](const auto &told) { return told.at(0).toUrl() == url; });
    }
    qsizetype count() const { return m_ready.size(); }
    bool waitFor(const QUrl &url)
    {
        return QTest::qWaitFor([this, url] { return has(url); }, 20000);
    }

private:
    QSignalSpy m_ready;
};

} // namespace

//! Pictures of contacts over real HTTP, from servers that mean well and others.
class AvatarLoaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fetchesFromTheSandbox();
    void sendsNothingSecret();
    void asksOnlyAllowedAddresses_data();
    void asksOnlyAllowedAddresses();
    void refusesWhatIsNoGoodPicture_data();
    void refusesWhatIsNoGoodPicture();
    void followsAFewRedirects();
    void followsNoRedirectToAnotherScheme();
    void givesUpOnWhatNeverEnds();
    void asksAFewAtOnceTheLastFirst();
    void asksOnceForWhatIsOnItsWay();
    void keepsPicturesOnDisk();
    void keepsNotMoreThanItMay();
    void clearingLeavesNothing();
    void switchedOffItAsksNobody();
    void failuresOfTheLineAreTriedAgain();
    void mayGoAtAnyTime();
};

void AvatarLoaderTest::fetchesFromTheSandbox()
{
    SandboxFixture sandbox(3);
    AvatarLoader loader(local());
    QSignalSpy ready(&loader, &AvatarLoader::ready);
    const QUrl url = sandbox.url(sandbox::avatars::pathOf(u"0123456789abcdef01234567"_s));
    loader.want(url);
    QCOMPARE(ready.size(), 0);
    QTRY_COMPARE(ready.size(), 1);
    QCOMPARE(ready.first().at(0).toUrl(), url);
    QVERIFY(AvatarLoader::isPicture(ready.first().at(1).toByteArray()));
}

void AvatarLoaderTest::sendsNothingSecret()
{
    // A server that asks for a password and sets a cookie gets neither.
    RawServer server([](QTcpSocket &socket, const RawRequest &request) {
        socket.write(request.line.contains("/locked")
                         ? RawServer::answer(401, "no",
                                             "WWW-Authenticate: Basic realm=\"x\"\r\n"
                                             "Set-Cookie: a=b\r\n")
                         : ok(Png));
    });
    AvatarLoader loader(local());
    Told told(loader);
    loader.want(at(server, u"/locked.png"_s));
    QTRY_COMPARE(server.count(), 1);
    loader.want(at(server, u"/open.png"_s));
    QVERIFY(told.waitFor(at(server, u"/open.png"_s)));
    QCOMPARE(server.count(), 2);
    QVERIFY(!told.has(at(server, u"/locked.png"_s)));
    for (const RawRequest &request : server.requests()) {
        QCOMPARE(request.header("authorization"), QByteArray());
        QCOMPARE(request.header("cookie"), QByteArray());
        QCOMPARE(request.header("referer"), QByteArray());
        QCOMPARE(request.header("intercom-version"), QByteArray());
        QVERIFY(request.line.startsWith("GET "));
    }
}

void AvatarLoaderTest::asksOnlyAllowedAddresses_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("allowsLoopback");
    QTest::newRow("http elsewhere") << u"http://192.0.2.1/a.png"_s << true;
    QTest::newRow("this machine, workspace elsewhere") << u"http://127.0.0.1:%1/a.png"_s << false;
    QTest::newRow("with a password") << u"http://me:secret@127.0.0.1:%1/a.png"_s << true;
    QTest::newRow("a file") << u"file:///etc/passwd"_s << true;
    QTest::newRow("data") << u"data:image/png;base64,iVBORw0KGgo="_s << true;
    QTest::newRow("ftp") << u"ftp://127.0.0.1:%1/a.png"_s << true;
    QTest::newRow("relative") << u"/a.png"_s << true;
    QTest::newRow("nothing") << QString() << true;
}

void AvatarLoaderTest::asksOnlyAllowedAddresses()
{
    QFETCH(const QString, address);
    QFETCH(const bool, allowsLoopback);
    RawServer server([](QTcpSocket &socket, const RawRequest &) { socket.write(ok(Png)); });
    AvatarLoader::Options options = local();
    options.allowsLoopback = allowsLoopback;
    AvatarLoader loader(options);
    AvatarLoader other(local());
    Told told(loader);
    Told others(other);
    loader.want(QUrl(address.contains(u'%') ? address.arg(server.url().port()) : address));
    // One that is allowed, asked for later, tells that the first would have come by now.
    other.want(at(server, u"/ok.png"_s));
    QVERIFY(others.waitFor(at(server, u"/ok.png"_s)));
    QCOMPARE(server.count(), 1);
    QCOMPARE(told.count(), 0);
}

void AvatarLoaderTest::refusesWhatIsNoGoodPicture_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<bool>("isTaken");
    const QByteArray large = Png + QByteArray(Most, 'x');
    QTest::newRow("png") << ok(Png) << true;
    QTest::newRow("jpeg") << ok("\xff\xd8\xff\xe0 rest") << true;
    QTest::newRow("gif") << ok("GIF89a rest") << true;
    QTest::newRow("webp") << ok("RIFF\x10\x20\x30\x40WEBP rest") << true;
    QTest::newRow("the largest") << ok(large.left(Most)) << true;
    QTest::newRow("one byte more") << ok(large.left(Most + 1)) << false;
    QTest::newRow("large without a length")
        << QByteArray("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n") + large << false;
    QTest::newRow("said to be large")
        << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 99999999\r\n\r\n") + Png << false;
    QTest::newRow("empty") << ok({}) << false;
    QTest::newRow("svg") << ok("<svg xmlns='http://www.w3.org/2000/svg'/>") << false;
    QTest::newRow("a page that says it is a picture")
        << RawServer::answer(200, "<html>", "Content-Type: image/png\r\n") << false;
    QTest::newRow("riff that is no webp") << ok("RIFF\x10\x20\x30\x40WAVE rest") << false;
    QTest::newRow("missing") << RawServer::answer(404, Png) << false;
    QTest::newRow("broken server") << RawServer::answer(500, Png) << false;
    QTest::newRow("no content") << QByteArray("HTTP/1.1 204 No\r\n\r\n") << false;
}

void AvatarLoaderTest::refusesWhatIsNoGoodPicture()
{
    QFETCH(const QByteArray, answer);
    QFETCH(const bool, isTaken);
    RawServer server([&answer](QTcpSocket &socket, const RawRequest &request) {
        socket.write(request.line.contains("/good") ? ok(Png) : answer);
        if (!request.line.contains("/good") && !answer.contains("Content-Length"))
            socket.disconnectFromHost();
    });
    // One after the other, so that the good one is asked for when the other is done with.
    AvatarLoader::Options options = local();
    options.mostAtOnce = 1;
    options.deadline = 10s;
    AvatarLoader loader(options);
    Told told(loader);
    loader.want(at(server, u"/a"_s));
    QTRY_VERIFY(server.count() == 1);
    loader.want(at(server, u"/good"_s));
    QVERIFY(told.waitFor(at(server, u"/good"_s)));
    QCOMPARE(told.has(at(server, u"/a"_s)), isTaken);
}

void AvatarLoaderTest::followsAFewRedirects()
{
    RawServer server([](QTcpSocket &socket, const RawRequest &request) {
        const QByteArray path = request.line.split(' ').value(1);
        if (path == "/three")
            socket.write(RawServer::answer(302, {}, "Location: /two\r\n"));
        else if (path == "/two")
            socket.write(RawServer::answer(301, {}, "Location: one\r\n"));
        else if (path == "/one")
            socket.write(RawServer::answer(307, {}, "Location: /end\r\n"));
        else if (path == "/loop")
            socket.write(RawServer::answer(302, {}, "Location: /loop\r\n"));
        else
            socket.write(ok(Png));
    });
    AvatarLoader::Options options = local();
    options.mostAtOnce = 1;
    AvatarLoader loader(options);
    Told told(loader);
    loader.want(at(server, u"/three"_s));
    QVERIFY(told.waitFor(at(server, u"/three"_s)));
    QCOMPARE(server.count(), 4);
    loader.want(at(server, u"/loop"_s));
    QTRY_VERIFY(server.count() > 4);
    loader.want(at(server, u"/after"_s));
    QVERIFY(told.waitFor(at(server, u"/after"_s)));
    QVERIFY(!told.has(at(server, u"/loop"_s)));
    // The first time and three more.
    QCOMPARE(server.count(), 4 + 4 + 1);
}

void AvatarLoaderTest::followsNoRedirectToAnotherScheme()
{
    for (const QByteArray target : {"https://192.0.2.1/a.png", "file:///etc/passwd",
                                    "ftp://127.0.0.1/a.png", "data:image/png;base64,AAAA"}) {
        RawServer server([&target](QTcpSocket &socket, const RawRequest &request) {
            socket.write(request.line.contains("/end")
                             ? ok(Png)
                             : RawServer::answer(302, {}, "Location: " + target + "\r\n"));
        });
        AvatarLoader::Options options = local();
        options.mostAtOnce = 1;
        AvatarLoader loader(options);
        Told told(loader);
        loader.want(at(server, u"/a"_s));
        QTRY_COMPARE(server.count(), 1);
        loader.want(at(server, u"/end"_s));
        QVERIFY(told.waitFor(at(server, u"/end"_s)));
        QCOMPARE(told.count(), 1);
    }
}

void AvatarLoaderTest::givesUpOnWhatNeverEnds()
{
    // One never answers, the other never stops, a byte at a time.
    RawServer server([](QTcpSocket &socket, const RawRequest &request) {
        if (request.line.contains("/end"))
            socket.write(ok(Png));
        if (!request.line.contains("/drip"))
            return;
        socket.write("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + Png);
        auto *timer = new QTimer(&socket);
        QObject::connect(timer, &QTimer::timeout, &socket, [&socket] { socket.write("x"); });
        timer->start(10);
    });
    AvatarLoader::Options options = local();
    options.mostAtOnce = 2;
    options.deadline = 300ms;
    AvatarLoader loader(options);
    Told told(loader);
    loader.want(at(server, u"/silent"_s));
    loader.want(at(server, u"/drip"_s));
    QTRY_COMPARE(server.count(), 2);
    loader.want(at(server, u"/end"_s));
    QVERIFY(told.waitFor(at(server, u"/end"_s)));
    QCOMPARE(told.count(), 1);
}

void AvatarLoaderTest::asksAFewAtOnceTheLastFirst()
{
    QList<QPointer<QTcpSocket>> held;
    RawServer server(
        [&held](QTcpSocket &socket, const RawRequest &) { held.append(QPointer(&socket)); });
    AvatarLoader loader(local());
    Told told(loader);
    for (int i = 0; i < 50; ++i)
        loader.want(at(server, u"/%1"_s.arg(i)));
    QTRY_COMPARE(server.count(), 4);
    // Those that began at once, then the last wanted; a long queue loses its beginning.
    int answered = 0;
    QByteArrayList lines;
    while (answered < 36) {
        QTRY_VERIFY(server.count() > answered);
        QVERIFY(server.count() - answered <= 4);
        if (held.at(answered))
            held.at(answered)->write(ok(Png));
        lines.append(server.requests().at(answered).line.split(' ').value(1));
        ++answered;
    }
    QTRY_COMPARE(told.count(), 36);
    QCOMPARE(server.count(), 36);
    QCOMPARE(lines.at(4), QByteArray("/49"));
    QVERIFY(lines.contains("/18"));
    QVERIFY(!lines.contains("/10"));
}

void AvatarLoaderTest::asksOnceForWhatIsOnItsWay()
{
    RawServer server([](QTcpSocket &socket, const RawRequest &) { socket.write(ok(Png)); });
    AvatarLoader loader(local());
    Told told(loader);
    for (int i = 0; i < 5; ++i)
        loader.want(at(server, u"/a"_s));
    QVERIFY(told.waitFor(at(server, u"/a"_s)));
    QCOMPARE(server.count(), 1);
    QCOMPARE(told.count(), 1);
}

void AvatarLoaderTest::keepsPicturesOnDisk()
{
    QTemporaryDir dir;
    const QString folder = dir.filePath(u"avatars"_s);
    RawServer server([](QTcpSocket &socket, const RawRequest &) { socket.write(ok(Png)); });
    const QUrl url = at(server, u"/a"_s);
    {
        AvatarLoader loader(local(folder));
        Told told(loader);
        loader.want(url);
        QVERIFY(told.waitFor(url));
        // Another thread writes it, after the picture was told of.
        QTRY_COMPARE(QDir(folder).entryList(QDir::Files).size(), 1);
    }
    constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup |
                            QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    QCOMPARE(QFile::permissions(folder) & others, QFile::Permissions());
    const QFileInfoList files = QDir(folder).entryInfoList(QDir::Files);
    QCOMPARE(files.size(), 1);
    QCOMPARE(files.first().permissions() & others, QFile::Permissions());
    // The address is somebody's: it is not to be read off the file's name.
    QVERIFY(!files.first().fileName().contains(u"127.0"_s));
    AvatarLoader loader(local(folder));
    Told told(loader);
    loader.want(url);
    QVERIFY(told.waitFor(url));
    QCOMPARE(server.count(), 1);
    // After a week it is asked for again, and so is a file that somebody has broken.
    QFile file(files.first().filePath());
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.setFileTime(QDateTime::currentDateTimeUtc().addDays(-8),
                             QFileDevice::FileModificationTime));
    file.close();
    loader.want(url);
    QTRY_COMPARE(told.count(), 2);
    QCOMPARE(server.count(), 2);
}

void AvatarLoaderTest::keepsNotMoreThanItMay()
{
    QTemporaryDir dir;
    const QString folder = dir.filePath(u"avatars"_s);
    const QByteArray picture = Png + QByteArray(1000 - Png.size(), 'x');
    RawServer server([&](QTcpSocket &socket, const RawRequest &) { socket.write(ok(picture)); });
    {
        AvatarLoader::Options options = local(folder);
        options.mostKept = 3500;
        AvatarLoader loader(options);
        Told told(loader);
        for (int i = 0; i < 8; ++i) {
            loader.want(at(server, u"/%1"_s.arg(i)));
            QVERIFY(told.waitFor(at(server, u"/%1"_s.arg(i))));
        }
    }
    QCOMPARE(bytesIn(folder), qint64(3000));
}

void AvatarLoaderTest::clearingLeavesNothing()
{
    QTemporaryDir dir;
    const QString folder = dir.filePath(u"workspace/avatars"_s);
    RawServer server([](QTcpSocket &socket, const RawRequest &) { socket.write(ok(Png)); });
    AvatarLoader loader(local(folder));
    Told told(loader);
    loader.want(at(server, u"/a"_s));
    QVERIFY(told.waitFor(at(server, u"/a"_s)));
    QVERIFY(loader.clear());
    QVERIFY(!QFileInfo::exists(folder));
    loader.want(at(server, u"/b"_s));
    QVERIFY(told.waitFor(at(server, u"/b"_s)));
    QVERIFY(loader.clear());
    QVERIFY(!QFileInfo::exists(folder));
}

void AvatarLoaderTest::switchedOffItAsksNobody()
{
    QPointer<QTcpSocket> held;
    RawServer server([&held](QTcpSocket &socket, const RawRequest &request) {
        if (request.line.contains("/held"))
            held = &socket;
        else
            socket.write(ok(Png));
    });
    AvatarLoader loader(local());
    Told told(loader);
    loader.want(at(server, u"/held"_s));
    QTRY_VERIFY(held);
    loader.setEnabled(false);
    loader.want(at(server, u"/never"_s));
    held->write(ok(Png));
    QTRY_VERIFY(!held || held->bytesToWrite() == 0);
    loader.setEnabled(true);
    loader.want(at(server, u"/again"_s));
    QVERIFY(told.waitFor(at(server, u"/again"_s)));
    for (const RawRequest &request : server.requests())
        QVERIFY(!request.line.contains("/never"));
}

void AvatarLoaderTest::failuresOfTheLineAreTriedAgain()
{
    int asked = 0;
    RawServer server([&asked](QTcpSocket &socket, const RawRequest &request) {
        if (request.line.contains("/gone"))
            return void(socket.write(RawServer::answer(404)));
        if (++asked == 1)
            socket.write(RawServer::answer(503));
        else
            socket.write(ok(Png));
    });
    AvatarLoader::Options options = local();
    options.mostAtOnce = 1;
    AvatarLoader loader(options);
    Told told(loader);
    loader.want(at(server, u"/a"_s));
    QTRY_COMPARE(server.count(), 1);
    loader.want(at(server, u"/gone"_s));
    QTRY_COMPARE(server.count(), 2);
    loader.want(at(server, u"/a"_s));
    QVERIFY(told.waitFor(at(server, u"/a"_s)));
    loader.want(at(server, u"/gone"_s));
    loader.want(at(server, u"/b"_s));
    QVERIFY(told.waitFor(at(server, u"/b"_s)));
    // What is gone is not asked for again.
    QCOMPARE(server.count(), 4);
}

void AvatarLoaderTest::mayGoAtAnyTime()
{
    QTemporaryDir dir;
    RawServer server([](QTcpSocket &socket, const RawRequest &) { socket.write(ok(Png)); });
    for (int turns = 0; turns < 30; ++turns) {
        auto loader = std::make_unique<AvatarLoader>(local(dir.filePath(QString::number(turns))));
        Told told(*loader);
        for (int i = 0; i < 6; ++i)
            loader->want(at(server, u"/%1"_s.arg(i)));
        for (int i = 0; i < turns; ++i)
            QCoreApplication::sendPostedEvents();
        loader.reset();
    }
    AvatarLoader loader(local());
    Told told(loader);
    loader.want(at(server, u"/end"_s));
    QVERIFY(told.waitFor(at(server, u"/end"_s)));
}

} // namespace roster

QTEST_GUILESS_MAIN(roster::AvatarLoaderTest)
#include "tst_avatarloader.moc"
