// SPDX-License-Identifier: MIT
// The program roster-sandbox: its flags, its output, its signals, and what a kill leaves behind.
#include "tests/sandbox/server/httpprobe.h"
#include "tests/sandbox/server/sandboxprocess.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QFile>
#include <QSet>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <csignal>
#include <functional>
#include <random>

using namespace roster::test;

namespace {

const QByteArray token = "some-token";

void write(const QString &path, const QByteArray &text)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

// The bodies of every page of a cursor list, from the first to the last.
QList<QByteArray> pages(HttpProbe &probe, const QString &path)
{
    QList<QByteArray> bodies;
    QString cursor;
    do {
        const QString more = cursor.isEmpty()
                                 ? QString()
                                 : QStringLiteral("&starting_after=") +
                                       QString::fromLatin1(QUrl::toPercentEncoding(cursor));
        const ProbeReply reply = probe.get(path + QStringLiteral("?per_page=60") + more);
        bodies += reply.body;
        cursor = reply.json()
                     .value(u"pages")
                     .toObject()
                     .value(u"next")
                     .toObject()
                     .value(u"starting_after")
                     .toString();
    } while (!cursor.isEmpty());
    return bodies;
}

// Everything that can be read from a workspace, but for where it is.
QList<QByteArray> everything(const QUrl &url)
{
    HttpProbe probe(url, token);
    const QList<QByteArray> contactPages = pages(probe, QStringLiteral("/contacts"));
    QList<QByteArray> bodies = contactPages;
    for (const QString &path :
         {QStringLiteral("/me"), QStringLiteral("/admins"), QStringLiteral("/tags"),
          QStringLiteral("/data_attributes"), QStringLiteral("/companies?per_page=60"),
          QStringLiteral("/conversations?per_page=60")})
        bodies += probe.get(path).body;
    for (const QByteArray &page : contactPages) {
        const QJsonArray data = QJsonDocument::fromJson(page).object().value(u"data").toArray();
        for (qsizetype i = 0; i < data.size(); i += 20) {
            const QString contact =
                QStringLiteral("/contacts/") + data.at(i).toObject().value(u"id").toString();
            bodies += probe.get(contact + QStringLiteral("/tags")).body;
            bodies += probe.get(contact + QStringLiteral("/companies")).body;
        }
    }
    for (QByteArray &body : bodies)
        body.replace(url.toString().toLatin1(), "HERE");
    return bodies;
}

} // namespace

class TestSandboxProgram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void printsItsAddressAndStopsOnSignals_data();
    void printsItsAddressAndStopsOnSignals();
    void helpAndVersion_data();
    void helpAndVersion();
    void refusesWrongCommandLines_data();
    void refusesWrongCommandLines();
    void namesTheRuleThatIsWrong();
    void saysWhyItCannotStart();
    void flagsReachTheServer();
    void writesWhatArrived();
    void saysThatTheLogCannotBeWritten();
    void sameSeedSameWorkspace();
    void aKillLosesNoAnsweredWrite();
};

void TestSandboxProgram::printsItsAddressAndStopsOnSignals_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGINT") << SIGINT;
}

void TestSandboxProgram::printsItsAddressAndStopsOnSignals()
{
    QFETCH(int, signal);
    SandboxProcess program({u"--contacts"_qs, u"5"_qs});
    const QUrl url = program.url();
    QVERIFY2(url.isValid() && url.port() > 0, program.output().constData());
    QCOMPARE(HttpProbe(url, "anything").get(u"/me"_qs).status, 200);
    RawClient open(url); // a connection that is open does not keep it from stopping
    QVERIFY(open.isConnected());
    ::kill(static_cast<pid_t>(program.process().processId()), signal);
    QCOMPARE(program.exitCode(), 0);
    QCOMPARE(program.output(), "listening on " + url.toString().toLatin1() + '\n');
    QCOMPARE(program.errors(), QByteArray());
}

void TestSandboxProgram::helpAndVersion_data()
{
    QTest::addColumn<QString>("flag");
    QTest::addColumn<QByteArray>("part");
    QTest::newRow("help") << u"--help"_qs << QByteArray("--search-lag-ms");
    QTest::newRow("version") << u"--version"_qs << QByteArray("roster-sandbox " ROSTER_VERSION);
}

void TestSandboxProgram::helpAndVersion()
{
    QFETCH(QString, flag);
    QFETCH(QByteArray, part);
    SandboxProcess program({flag});
    QCOMPARE(program.exitCode(), 0);
    QVERIFY(program.output().contains(part));
    QCOMPARE(program.errors(), QByteArray());
}

void TestSandboxProgram::refusesWrongCommandLines_data()
{
    QTest::addColumn<QStringList>("arguments");
    const auto row = [](const char *arguments) {
        QTest::newRow(arguments) << QString::fromLatin1(arguments).split(u' ');
    };
    row("--unknown");
    row("stray");
    row("--port abc");
    row("--port 65536");
    row("--port -1");
    row("--contacts many");
    row("--contacts -5");
    row("--seed 4294967296");
    row("--region mars");
    row("--timezone Mars/Olympus");
    row("--now yesterday");
    row("--latency-ms 1.5");
    row("--search-lag-ms x");
    row("--rate-limit -1");
    row("--faults /nowhere/faults.json");
    row("--port");
    row("--log");
}

void TestSandboxProgram::refusesWrongCommandLines()
{
    QFETCH(QStringList, arguments);
    SandboxProcess program(arguments);
    QCOMPARE(program.exitCode(), 2);
    QCOMPARE(program.output(), QByteArray());
    QVERIFY(program.errors().startsWith("roster-sandbox: "));
}

void TestSandboxProgram::namesTheRuleThatIsWrong()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"faults.json"_qs);
    write(path, R"({"rules":[{"action":"hang"},{"action":"bang"}]})");
    SandboxProcess program({u"--faults"_qs, path});
    QCOMPARE(program.exitCode(), 2);
    const QByteArray errors = program.errors();
    QVERIFY2(errors.contains(path.toLocal8Bit() + ": rule 2: unknown action \"bang\""),
             errors.constData());
}

void TestSandboxProgram::saysWhyItCannotStart()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    SandboxProcess taken(
        {u"--contacts"_qs, u"0"_qs, u"--port"_qs, QString::number(other.serverPort())});
    QCOMPARE(taken.exitCode(), 1);
    QCOMPARE(taken.output(), QByteArray());
    QVERIFY(taken.errors().contains(QByteArray::number(other.serverPort())));

    SandboxProcess nowhere({u"--database"_qs, u"/nowhere/at/all/workspace.sqlite"_qs});
    QCOMPARE(nowhere.exitCode(), 1);
    QVERIFY(!nowhere.errors().isEmpty());
}

void TestSandboxProgram::flagsReachTheServer()
{
    const QTemporaryDir folder;
    const QString faults = folder.filePath(u"faults.json"_qs);
    write(faults, R"({"rules":[{"path":"/tags","nth":2,"action":"status","status":502}]})");
    SandboxProcess program({u"--contacts"_qs, u"7"_qs, u"--token"_qs, u"secret"_qs, u"--region"_qs,
                            u"eu"_qs, u"--timezone"_qs, u"Europe/Dublin"_qs, u"--rate-limit"_qs,
                            u"55"_qs, u"--latency-ms"_qs, u"60"_qs, u"--faults"_qs, faults,
                            u"--search-lag-ms"_qs, u"3600000"_qs});
    const QUrl url = program.url();
    QVERIFY(url.isValid());
    QCOMPARE(HttpProbe(url, token).get(u"/me"_qs).status, 401);
    HttpProbe probe(url, "secret");
    QElapsedTimer elapsed;
    elapsed.start();
    const ProbeReply me = probe.get(u"/me"_qs);
    QVERIFY(elapsed.elapsed() >= 60);
    QCOMPARE(me.json().value(u"app").toObject().value(u"region").toString(), u"EU"_qs);
    QCOMPARE(me.json().value(u"app").toObject().value(u"timezone").toString(), u"Europe/Dublin"_qs);
    QCOMPARE(me.header("X-RateLimit-Limit"), QByteArray("55"));
    QCOMPARE(probe.get(u"/contacts"_qs).json().value(u"total_count").toInt(), 7);
    QCOMPARE(probe.get(u"/tags"_qs).status, 200);
    QCOMPARE(probe.get(u"/tags"_qs).status, 502);
    QCOMPARE(probe.send("POST", u"/contacts"_qs, R"({"email":"late@x.example"})").status, 200);
    const QByteArray query =
        R"({"query":{"field":"email","operator":"=","value":"late@x.example"}})";
    const ProbeReply found = probe.send("POST", u"/contacts/search"_qs, query);
    QCOMPARE(found.status, 200);
    QCOMPARE(found.json().value(u"total_count").toInt(-1), 0);
}

void TestSandboxProgram::writesWhatArrived()
{
    const QTemporaryDir folder;
    const QString log = folder.filePath(u"what arrived.log"_qs);
    write(log, "of the last time\n");
    SandboxProcess program({u"--contacts"_qs, u"3"_qs, u"--token"_qs, QString::fromLatin1(token),
                            u"--rate-limit"_qs, u"2"_qs, u"--log"_qs, log});
    const QUrl url = program.url();
    QVERIFY(url.isValid());
    const qint64 before = QDateTime::currentMSecsSinceEpoch();
    QCOMPARE(HttpProbe(url, "wrong").get(u"/me"_qs).status, 401);
    HttpProbe probe(url, token);
    int refused = 0;
    for (int i = 0; i < 5; ++i)
        refused += probe.send("POST", u"/contacts/search?a=b"_qs, "{}").status == 429 ? 1 : 0;
    QVERIFY(refused > 0);
    ::kill(static_cast<pid_t>(program.process().processId()), SIGTERM);
    QCOMPARE(program.exitCode(), 0);
    QFile file(log);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = file.readAll().split('\n');
    QCOMPARE(lines.size(), 7);
    QVERIFY(lines.first().endsWith(" 401 GET /me"));
    QVERIFY(lines.last().isEmpty());
    const qint64 at = lines.first().split(' ').first().toLongLong();
    QVERIFY(at >= before && at <= QDateTime::currentMSecsSinceEpoch());
    QCOMPARE(std::count_if(lines.begin(), lines.end(),
                           [](const QByteArray &line) {
                               return line.endsWith(" 429 POST /contacts/search");
                           }),
             refused);
}

void TestSandboxProgram::saysThatTheLogCannotBeWritten()
{
    const QTemporaryDir folder;
    SandboxProcess program({u"--contacts"_qs, u"1"_qs, u"--log"_qs, folder.path()});
    QVERIFY(program.url().isValid());
    ::kill(static_cast<pid_t>(program.process().processId()), SIGTERM);
    QCOMPARE(program.exitCode(), 1);
    QVERIFY(program.errors().contains("could not be written"));
}

void TestSandboxProgram::sameSeedSameWorkspace()
{
    const QStringList arguments = {u"--contacts"_qs, u"300"_qs,          u"--now"_qs,
                                   u"1736942400"_qs, u"--rate-limit"_qs, u"0"_qs};
    SandboxProcess one(arguments + QStringList{u"--seed"_qs, u"7"_qs});
    SandboxProcess two(arguments + QStringList{u"--seed"_qs, u"7"_qs});
    SandboxProcess other(arguments + QStringList{u"--seed"_qs, u"8"_qs});
    const QList<QByteArray> expected = everything(one.url());
    QVERIFY(expected.size() > 30);
    const QList<QByteArray> actual = everything(two.url());
    QCOMPARE(actual.size(), expected.size());
    for (qsizetype i = 0; i < expected.size(); ++i)
        QCOMPARE(actual.at(i), expected.at(i));
    HttpProbe probe(other.url(), token);
    QVERIFY(pages(probe, u"/contacts"_qs).constFirst() != expected.constFirst());
}

void TestSandboxProgram::aKillLosesNoAnsweredWrite()
{
    const quint32 seed = std::random_device()();
    qInfo("seed %u", seed);
    std::mt19937 random(seed);
    const QTemporaryDir folder;
    const QStringList arguments = {u"--database"_qs,   folder.filePath(u"workspace.sqlite"_qs),
                                   u"--contacts"_qs,   u"20"_qs,
                                   u"--rate-limit"_qs, u"0"_qs};
    QSet<QString> answered; // the external ids whose creation was answered
    int sent = 0;
    for (int round = 0; round < 4; ++round) {
        SandboxProcess program(arguments);
        const QUrl url = program.url();
        QVERIFY(url.isValid());
        HttpProbe probe(url, token);
        for (const QString &id : std::as_const(answered)) {
            const QByteArray query = R"({"query":{"field":"external_id","operator":"=","value":")" +
                                     id.toLatin1() + "\"}}";
            const ProbeReply found = probe.send("POST", u"/contacts/search"_qs, query);
            QCOMPARE(found.json().value(u"total_count").toInt(), 1);
        }
        QCOMPARE(answered.isEmpty(), round == 0);

        // Several writes are under way all the time; the kill comes at some answer, not after the
        // last.
        const qsizetype killAt = answered.size() + 5 + static_cast<int>(random() % 40);
        QObject context;
        std::function<void()> createOne = [&] {
            const QString id = QStringLiteral("kill-%1").arg(sent++);
            QNetworkRequest request = probe.request(u"/contacts"_qs);
            request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArray("application/json"));
            QNetworkReply *reply =
                probe.start("POST", request, R"({"external_id":")" + id.toLatin1() + "\"}");
            connect(reply, &QNetworkReply::finished, &context, [&, reply, id] {
                reply->deleteLater();
                if (reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() != 200)
                    return;
                answered.insert(id);
                if (answered.size() == killAt)
                    program.kill();
                else if (answered.size() < killAt)
                    createOne();
            });
        };
        for (int i = 0; i < 4; ++i)
            createOne();
        QTRY_VERIFY_WITH_TIMEOUT(program.process().state() == QProcess::NotRunning, 30'000);
    }
}

QTEST_GUILESS_MAIN(TestSandboxProgram)
#include "tst_sandboxprogram.moc"
