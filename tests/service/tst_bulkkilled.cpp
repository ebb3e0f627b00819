// SPDX-License-Identifier: MIT
// A process that archives is killed at random moments, started again and told to finish or to undo,
// and perhaps killed in that too. In the end journal, store and the sandbox's own database agree,
// none of the frozen list is lost, and nothing else was touched. The seed is printed;
// ROSTER_TEST_SEED repeats a run, ROSTER_TEST_KILLS tells how many moments.
#include "core/api/contactjson.h"
#include "core/store/store.h"
#include "tests/service/bulkoracle.h"
#include "tests/service/bulkworker.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QProcess>
#include <QtCore/QRandomGenerator>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace roster;
using namespace roster::test;

namespace {

constexpr int Contacts = 150;
constexpr int Frozen = 90;
const JournalScope Scope{u"killed"_s, u"sandbox"_s};

int numberFrom(const char *variable, int otherwise)
{
    bool isGiven = false;
    const int number = qEnvironmentVariable(variable).toInt(&isGiven);
    return isGiven ? number : otherwise;
}

} // namespace

class TestBulkKilled : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void killedAndLookedAfter();

private:
    void startSandbox();
    void startWorker(QProcess &worker, const QString &task) const;
    //! True: it said "done". False: it was killed `extraUs` after `most` writes had come in.
    bool run(const QString &task, int most = std::numeric_limits<int>::max(), qint64 extraUs = 0);
    int writes() { return m_sandbox->count("POST", u"/contacts/*/*"_s); }
    void prepareRound();
    void compare(bool isFinished);
    QString path(const QString &name) const { return m_dir.filePath(name); }

    QTemporaryDir m_dir;
    std::unique_ptr<sandbox::SandboxServer> m_sandbox;
    QStringList m_frozen;
    QMap<QString, SandboxRow> m_before;
    SystemClock m_clock;
};

void TestBulkKilled::startSandbox()
{
    auto options = SandboxFixture::options(Contacts);
    options.workspace.database = path(u"sandbox.sqlite"_s);
    options.latencyMs = 4;
    m_sandbox = std::make_unique<sandbox::SandboxServer>(options);
    QCOMPARE(m_sandbox->start(), QString());
}

void TestBulkKilled::startWorker(QProcess &worker, const QString &task) const
{
    worker.setProcessChannelMode(QProcess::SeparateChannels);
    worker.start(QCoreApplication::applicationFilePath(),
                 {u"--worker"_s, m_dir.path(), m_sandbox->url().toString(), task});
    QVERIFY(worker.waitForStarted());
}

bool TestBulkKilled::run(const QString &task, int most, qint64 extraUs)
{
    QProcess worker;
    startWorker(worker, task);
    QElapsedTimer timer;
    timer.start();
    while (worker.state() == QProcess::Running && timer.elapsed() < 60'000 && writes() < most)
        worker.waitForFinished(1);
    for (timer.restart(); timer.nsecsElapsed() / 1000 < extraUs && most < 1'000'000;) {
    }
    const bool wasRunning = worker.state() == QProcess::Running;
    worker.kill();
    worker.waitForFinished();
    const bool isDone = worker.readAllStandardOutput() == "done\n";
    if (!wasRunning && !isDone)
        qFatal("the worker failed: %s", worker.readAllStandardError().constData());
    return isDone;
}

void TestBulkKilled::initTestCase()
{
    startSandbox();
    QVERIFY(run(u"load"_s));
    m_sandbox->stop();
    m_before = readSandbox(path(u"sandbox.sqlite"_s));
    QCOMPARE(m_before.size(), Contacts);
    for (const QString &name : {u"contacts.sqlite"_s, u"sandbox.sqlite"_s})
        QVERIFY(QFile::copy(path(name), path(name + u".whole"_s)));
    const QStringList all = m_before.keys();
    for (int i = 0; i < Frozen; ++i)
        m_frozen.append(all.at((i * 7 + 3) % Contacts));
    QFile targets(path(u"targets.txt"_s));
    QVERIFY(targets.open(QIODevice::WriteOnly));
    targets.write(m_frozen.join(u'\n').toLatin1());
    targets.close();
    // What is not killed gets to the end.
    prepareRound();
    QVERIFY(run(u"archive"_s));
    compare(true);
}

//! Workspace and copy as they were loaded, no journal.
void TestBulkKilled::prepareRound()
{
    m_sandbox.reset();
    for (const QString &name : {u"contacts.sqlite"_s, u"sandbox.sqlite"_s, u"journal.sqlite"_s}) {
        for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s})
            QFile::remove(path(name + suffix));
        if (QFile::exists(path(name + u".whole"_s)))
            QVERIFY(QFile::copy(path(name + u".whole"_s), path(name)));
    }
    startSandbox();
}

void TestBulkKilled::compare(bool isFinished)
{
    m_sandbox->stop();
    const QMap<QString, SandboxRow> truth = readSandbox(path(u"sandbox.sqlite"_s));
    StoreOptions options{path(u"contacts.sqlite"_s), path(u"journal.sqlite"_s),
                         [](const QByteArray &json) { return api::readContact(json); }, m_clock};
    options.isIndexed = false;
    const auto store = Store::open(options);
    QVERIFY(store.isOk() && (*store)->setAside().isEmpty());
    (*store)->journal().setScope(Scope);
    QSet<QString> journalled;
    const auto archives = SessionFixture::resultOf((*store)->journal().archived({}));
    for (const ArchiveBatch &batch : *archives) {
        for (const ArchivedContact &contact : batch.contacts)
            journalled.insert(contact.id.text());
    }
    QVERIFY(SessionFixture::resultOf((*store)->journal().openBatches())->isEmpty());
    for (auto it = truth.cbegin(); it != truth.cend(); ++it) {
        const bool isFrozen = m_frozen.contains(it.key());
        const bool isStored = (*store)->reader().keysOf({ContactId(it.key())}).front() != 0;
        QCOMPARE(it->state, isFrozen && isFinished ? 1 : 0);
        QCOMPARE(journalled.contains(it.key()), isFrozen && isFinished);
        QCOMPARE(isStored, !(isFrozen && isFinished));
        if (!isFrozen)
            QVERIFY(it.value() == m_before.value(it.key()));
    }
}

void TestBulkKilled::killedAndLookedAfter()
{
    const int kills = numberFrom("ROSTER_TEST_KILLS", 12);
    const auto seed = static_cast<quint32>(
        numberFrom("ROSTER_TEST_SEED", int(QRandomGenerator::global()->bounded(1 << 30))));
    qInfo("ROSTER_TEST_SEED=%u, %d moments", seed, kills);
    QRandomGenerator random(seed);
    int inTheMiddle = 0;
    int twice = 0;
    for (int kill = 0; kill < kills; ++kill) {
        prepareRound();
        const qint64 extra = random.bounded(8000);
        run(u"archive"_s, random.bounded(Frozen + 1), extra);
        const int sent = writes();
        inTheMiddle += sent > 0 && sent < Frozen ? 1 : 0;
        const bool isFinishing = random.bounded(3) > 0;
        const QString answer = isFinishing ? u"finish"_s : u"undo"_s;
        if (random.bounded(2) == 0)
            twice += run(answer, sent + random.bounded(Frozen), random.bounded(8000)) ? 0 : 1;
        // Killed before the journal had it, nothing was sent and nothing is to be finished.
        QVERIFY(run(answer));
        const bool wasBegun = writes() > 0;
        qInfo("%d: killed after %d requests, then %s", kill, sent, qPrintable(answer));
        compare(isFinishing && wasBegun);
        if (QTest::currentTestFailed())
            return;
    }
    qInfo("%d of %d killed with a part sent, %d killed again", inTheMiddle, kills, twice);
    QVERIFY(inTheMiddle > 0);
}

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--worker"_s) {
        const BulkWorker worker(arguments.value(2), QUrl(arguments.value(3)), arguments.value(4));
        return QCoreApplication::exec();
    }
    TestBulkKilled test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_bulkkilled.moc"
