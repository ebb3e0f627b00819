// SPDX-License-Identifier: MIT
// The strip of a running action: how far, why it waits, and its two buttons, over real runs.
#include "core/service/bulkrun.h"
#include "core/service/contactservice.h"
#include "tests/support/sessionfixture.h"
#include "tests/widgets/stage.h"
#include "ui/theme/metrics.h"
#include "ui/window/runstrip.h"

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QVBoxLayout>

#include <memory>

using namespace Qt::StringLiterals;
using namespace roster;
using namespace roster::test;
using Reason = Operation::WaitReason;

class TestRunStrip : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void appearsAndGoes();
    void shortRunsHaveNone();
    void pauseAndResumeByMouse();
    void stopByMouse();
    void buttonsByKeyboard();
    void failuresAreCounted();
    void reasonsToWait_data();
    void reasonsToWait();
    void theNextRunTakesItsTurn();
    void finishedOnesAreSkipped();
    void aRunThatIsGone();

private:
    QPushButton *pause() { return m_strip->findChild<QPushButton *>(u"pauseRunButton"_s); }
    QPushButton *stop() { return m_strip->findChild<QPushButton *>(u"stopRunButton"_s); }
    QProgressBar *bar() { return m_strip->findChild<QProgressBar *>(); }
    //! The sentence, then what is said beside it.
    QStringList words()
    {
        QStringList found;
        for (const QLabel *label : m_strip->findChildren<QLabel *>()) {
            if (label->isVisible())
                found << label->text();
        }
        return found;
    }
    //! A run that sends nothing before it is resumed.
    BulkRun *pausedRun(int first, int count)
    {
        BulkRun *run = m_fixture->service().runBulk({BulkAction::Kind::Archive, {}, {}},
                                                    m_fixture->targets(count, first));
        run->pause();
        return run;
    }
    void follow(BulkRun *run)
    {
        m_strip->follow(run, {run->action(), {}, {}});
        QTRY_VERIFY(m_strip->isVisible());
    }
    static BulkReport reportOf(BulkRun *run) { return *SessionFixture::resultOf<BulkReport>(run); }

    std::unique_ptr<WidgetStage> m_stage;
    std::unique_ptr<SessionFixture> m_fixture;
    RunStrip *m_strip = nullptr;
};

void TestRunStrip::init()
{
    m_stage = std::make_unique<WidgetStage>();
    SessionOptions options;
    options.contacts = 20;
    options.speed = 50;
    m_fixture = std::make_unique<SessionFixture>(options);
    auto *column = new QVBoxLayout(&m_stage->window());
    m_strip = new RunStrip(m_stage->theme(), nullptr);
    column->addStretch(1);
    column->addWidget(m_strip);
}

void TestRunStrip::cleanup()
{
    m_stage.reset();
    m_fixture.reset();
}

void TestRunStrip::appearsAndGoes()
{
    QSignalSpy shown(m_strip, &RunStrip::shownChanged);
    BulkRun *run = pausedRun(0, 4);
    m_strip->follow(run, {run->action(), {}, {}});
    QVERIFY(m_strip->isHidden());
    QVERIFY(shown.wait());
    QCOMPARE(shown.at(0).at(0).toBool(), true);
    QCOMPARE(m_strip->height(), metrics::stripHeight);
    QCOMPARE(words(), QStringList({u"Archiving 0 of 4"_s, u"Paused"_s}));
    QCOMPARE(bar()->maximum(), 4);
    QCOMPARE(bar()->value(), 0);
    connect(run, &BulkRun::progressed, this, [this](int done, int failed) {
        QCOMPARE(bar()->value(), done + failed);
        QCOMPARE(words().first(), u"Archiving %1 of 4"_s.arg(done + failed));
    });
    run->resume();
    QCOMPARE(reportOf(run).succeeded(), 4);
    QTRY_VERIFY(m_strip->isHidden());
    QCOMPARE(shown.count(), 2);
    QCOMPARE(shown.at(1).at(0).toBool(), false);
}

void TestRunStrip::shortRunsHaveNone()
{
    QSignalSpy shown(m_strip, &RunStrip::shownChanged);
    BulkRun *run = pausedRun(0, 1);
    m_strip->follow(run, {run->action(), {}, {}});
    run->stop();
    reportOf(run);
    // What would have shown it has been stopped: a paused run shows again, and only that.
    follow(pausedRun(1, 1));
    QCOMPARE(shown.count(), 1);
}

void TestRunStrip::pauseAndResumeByMouse()
{
    BulkRun *run = pausedRun(0, 3);
    follow(run);
    QCOMPARE(pause()->text(), u"&Resume"_s);
    QVERIFY(words().contains(u"Paused"_s));
    m_fixture->setFaults(
        {fault("POST", u"/contacts/*/archive"_s, sandbox::FaultAction::Hang, 1, 9)});
    QTest::mouseClick(pause(), Qt::LeftButton);
    QVERIFY(!run->isPaused());
    QCOMPARE(pause()->text(), u"&Pause"_s);
    QVERIFY(!words().contains(u"Paused"_s));
    QTest::mouseClick(pause(), Qt::LeftButton);
    QVERIFY(run->isPaused());
    QVERIFY(words().contains(u"Paused"_s));
}

void TestRunStrip::stopByMouse()
{
    BulkRun *run = pausedRun(0, 5);
    follow(run);
    QVERIFY(stop()->isEnabled());
    QTest::mouseClick(stop(), Qt::LeftButton);
    QVERIFY(run->isStopping());
    QVERIFY(!stop()->isEnabled());
    QCOMPARE(reportOf(run).untouched.size(), 5);
    QTRY_VERIFY(m_strip->isHidden());
    QCOMPARE(m_fixture->count("POST", u"/contacts/*/archive"_s), 0);
    // The next run can be stopped as well.
    follow(pausedRun(5, 2));
    QVERIFY(stop()->isEnabled());
}

void TestRunStrip::buttonsByKeyboard()
{
    BulkRun *run = pausedRun(0, 3);
    m_fixture->setFaults(
        {fault("POST", u"/contacts/*/archive"_s, sandbox::FaultAction::Hang, 1, 9)});
    follow(run);
    QVERIFY(pause()->focusPolicy() & Qt::TabFocus);
    pause()->setFocus(Qt::TabFocusReason);
    QTest::keyClick(pause(), Qt::Key_Space);
    QVERIFY(!run->isPaused());
    QTest::keyClick(pause(), Qt::Key_Tab);
    QVERIFY(stop()->hasFocus());
    QTest::keyClick(stop(), Qt::Key_Space);
    QVERIFY(run->isStopping());
}

void TestRunStrip::failuresAreCounted()
{
    BulkRun *run = pausedRun(0, 3);
    follow(run);
    m_fixture->setFaults({statusFault("POST", u"/contacts/*/archive"_s, 422, 1, 1)});
    QStringList details;
    connect(run, &BulkRun::progressed, this, [&] { details << words().value(1); });
    run->resume();
    QCOMPARE(reportOf(run).failed(), 1);
    QCOMPARE(details.size(), 3);
    QCOMPARE(details.last(), u"1 failed"_s);
}

void TestRunStrip::reasonsToWait_data()
{
    QTest::addColumn<Reason>("reason");
    QTest::addColumn<bool>("isKnown");
    QTest::addColumn<QString>("beginning");
    QTest::newRow("limit") << Reason::RateLimit << true << u"Intercom's limit: goes on at "_s;
    QTest::newRow("limit, unknown") << Reason::RateLimit << false << u"Intercom's limit"_s;
    QTest::newRow("offline") << Reason::Offline << false << u"Waiting for a connection"_s;
    QTest::newRow("token") << Reason::Token << false << u"Waiting for a new token"_s;
    QTest::newRow("retry") << Reason::Retry << true << u"Trying again"_s;
}

void TestRunStrip::reasonsToWait()
{
    QFETCH(Reason, reason);
    QFETCH(bool, isKnown);
    QFETCH(QString, beginning);
    BulkRun *run = pausedRun(0, 3);
    follow(run);
    const QDateTime until = QDateTime::currentDateTimeUtc().addSecs(30);
    Q_EMIT run->waiting(isKnown ? until : QDateTime(), reason);
    const QString detail = words().value(1);
    QVERIFY2(detail.startsWith(u"Paused · "_s + beginning), qPrintable(detail));
    if (reason != Reason::RateLimit || !isKnown)
        QCOMPARE(detail, u"Paused · "_s + beginning);
    // What goes on does not wait any more.
    Q_EMIT run->progressed(0, 0, 3);
    QCOMPARE(words().value(1), u"Paused"_s);
}

void TestRunStrip::theNextRunTakesItsTurn()
{
    BulkRun *first = pausedRun(0, 3);
    BulkRun *second = pausedRun(3, 5);
    follow(first);
    m_strip->follow(second, {second->action(), {}, {}});
    QSignalSpy shown(m_strip, &RunStrip::shownChanged);
    QCOMPARE(words().first(), u"Archiving 0 of 3"_s);
    first->stop();
    reportOf(first);
    QTRY_COMPARE(words().value(0), u"Archiving 0 of 5"_s);
    QCOMPARE(bar()->maximum(), 5);
    QVERIFY(stop()->isEnabled());
    QCOMPARE(shown.count(), 0);
    QTest::mouseClick(stop(), Qt::LeftButton);
    QVERIFY(second->isStopping());
}

void TestRunStrip::finishedOnesAreSkipped()
{
    BulkRun *first = pausedRun(0, 3);
    BulkRun *second = pausedRun(3, 1);
    BulkRun *third = pausedRun(4, 2);
    follow(first);
    for (BulkRun *run : {second, third})
        m_strip->follow(run, {run->action(), {}, {}});
    second->stop();
    reportOf(second);
    first->stop();
    reportOf(first);
    QTRY_COMPARE(words().value(0), u"Archiving 0 of 2"_s);
}

void TestRunStrip::aRunThatIsGone()
{
    follow(pausedRun(0, 3));
    m_fixture->close();
    QTRY_VERIFY(m_strip->isHidden());
    // Buttons of a strip that is going do nothing.
    pause()->click();
    stop()->click();
    QVERIFY(m_strip->isHidden());
}

QTEST_MAIN(TestRunStrip)
#include "tst_runstrip.moc"
