// SPDX-License-Identifier: MIT
// One Roster to a profile, with real processes.
#include "app/parts/profile.h"
#include "app/parts/runtimedirectory.h"
#include "app/parts/singleinstance.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QFileInfo>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <csignal>
#include <memory>

using namespace Qt::StringLiterals;
using namespace roster;

class TestSingleInstance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { provideRuntimeDirectory(); }
    void init() { m_profile = std::make_unique<QTemporaryDir>(); }
    void aSecondOneRaisesTheFirst();
    void aSecondProcessEndsAtOnce();
    void saysWhenTheFirstDoesNotAnswer();
    void takesOverFromTheDead();
    void otherProfilesAreOthers();

private:
    std::unique_ptr<QProcess> start(const QStringList &further = {}) const;
    //! It is up: its lock is in the profile and it answers.
    bool isUp() const;

    std::unique_ptr<QTemporaryDir> m_profile;
};

std::unique_ptr<QProcess> TestSingleInstance::start(const QStringList &further) const
{
    auto process = std::make_unique<QProcess>();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    process->setProcessEnvironment(environment);
    process->start(QStringLiteral(ROSTER_PROGRAM),
                   QStringList{u"--profile"_s, m_profile->path()} + further);
    if (!process->waitForStarted())
        qFatal("roster did not start");
    return process;
}

bool TestSingleInstance::isUp() const
{
    return QTest::qWaitFor(
        [this] { return QFileInfo::exists(m_profile->filePath(u"data/roster.lock"_s)); }, 20'000);
}

void TestSingleInstance::aSecondOneRaisesTheFirst()
{
    SingleInstance first{Profile(m_profile->path())};
    QCOMPARE(first.claim(), SingleInstance::Claim::Ours);
    QSignalSpy raised(&first, &SingleInstance::raiseRequested);
    const auto second = start({u"--sandbox"_s});
    QTRY_COMPARE_WITH_TIMEOUT(second->state(), QProcess::NotRunning, 20'000);
    QCOMPARE(second->exitStatus(), QProcess::NormalExit);
    QCOMPARE(second->exitCode(), 0);
    QCOMPARE(raised.size(), 1);
    QCOMPARE(second->readAllStandardError(), QByteArray());
}

void TestSingleInstance::aSecondProcessEndsAtOnce()
{
    const auto first = start();
    QVERIFY(isUp());
    const auto second = start();
    QTRY_COMPARE_WITH_TIMEOUT(second->state(), QProcess::NotRunning, 20'000);
    QCOMPARE(second->exitCode(), 0);
    QCOMPARE(first->state(), QProcess::Running);
    first->kill();
    first->waitForFinished();
}

void TestSingleInstance::saysWhenTheFirstDoesNotAnswer()
{
    const auto first = start();
    QVERIFY(isUp());
    const auto pid = static_cast<pid_t>(first->processId());
    QCOMPARE(kill(pid, SIGSTOP), 0);
    const auto second = start();
    QTRY_COMPARE_WITH_TIMEOUT(second->state(), QProcess::NotRunning, 20'000);
    QCOMPARE(second->exitCode(), 1);
    const QString said = QString::fromUtf8(second->readAllStandardError());
    QVERIFY2(said.contains(QString::number(pid)) && said.contains(u"does not answer"_s),
             qPrintable(said));
    QCOMPARE(kill(pid, SIGCONT), 0);
    first->kill();
    first->waitForFinished();
}

void TestSingleInstance::takesOverFromTheDead()
{
    const auto first = start();
    QVERIFY(isUp());
    first->kill();
    QVERIFY(first->waitForFinished());
    QVERIFY(QFileInfo::exists(m_profile->filePath(u"data/roster.lock"_s)));
    SingleInstance next{Profile(m_profile->path())};
    QCOMPARE(next.claim(), SingleInstance::Claim::Ours);
    QSignalSpy raised(&next, &SingleInstance::raiseRequested);
    const auto third = start();
    QTRY_COMPARE_WITH_TIMEOUT(third->state(), QProcess::NotRunning, 20'000);
    QCOMPARE(third->exitCode(), 0);
    QCOMPARE(raised.size(), 1);
}

void TestSingleInstance::otherProfilesAreOthers()
{
    const QTemporaryDir other;
    SingleInstance first{Profile(m_profile->path())};
    SingleInstance second{Profile(other.path())};
    QCOMPARE(first.claim(), SingleInstance::Claim::Ours);
    QCOMPARE(second.claim(), SingleInstance::Claim::Ours);
}

QTEST_GUILESS_MAIN(TestSingleInstance)
#include "tst_singleinstance.moc"
