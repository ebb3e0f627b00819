// SPDX-License-Identifier: MIT
// The strip of a running action: how far, why it waits, and its two buttons, over real runs.
#include "core/service/bulkrun.h"
#include "core/service/contactservice.h"
#include "tests/support/sessionfixture.h"
#include "tests/widgets/stage.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/liveregion.h"
#include "ui/window/runstrip.h"

#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>
#include <QVBoxLayout>

#include <memory>

using namespace Qt::StringLiterals;
using namespace roster;
using namespace roster::test;

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
    void tellsWhyItWaits();
    void leavesTheResultUntilItIsClosed();
    void dropsTheResultOfABatch();
    void saysEachTextItself();
    void itsButtonsHaveNoMnemonics();
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
        for (const ElidedLabel *label : m_strip->findChildren<ElidedLabel *>()) {
            if (label->isVisible())
                found << label->fullText();
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
    QCOMPARE(words(), QStringList({u"Archiving 4 contacts"_s, u"0 of 4 · Paused"_s}));
    QCOMPARE(bar()->maximum(), 4);
    QCOMPARE(bar()->value(), 0);
    connect(run, &BulkRun::progressed, this, [this](int done, int failed) {
        QCOMPARE(bar()->value(), done + failed);
        QVERIFY(words().value(1).startsWith(u"%1 of 4"_s.arg(done + failed)));
    });
    run->resume();
    QCOMPARE(SessionFixture::reportOf(run).succeeded(), 4);
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
    SessionFixture::reportOf(run);
    // What would have shown it has been stopped: a paused run shows again, and only that.
    follow(pausedRun(1, 1));
    QCOMPARE(shown.count(), 1);
}

void TestRunStrip::pauseAndResumeByMouse()
{
    BulkRun *run = pausedRun(0, 3);
    follow(run);
    QCOMPARE(pause()->text(), u"Resume"_s);
    QVERIFY(words().value(1).contains(u"Paused"_s));
    m_fixture->setFaults(
        {fault("POST", u"/contacts/*/archive"_s, sandbox::FaultAction::Hang, 1, 9)});
    QTest::mouseClick(pause(), Qt::LeftButton);
    QVERIFY(!run->isPaused());
    QCOMPARE(pause()->text(), u"Pause"_s);
    QVERIFY(!words().value(1).contains(u"Paused"_s));
    QTest::mouseClick(pause(), Qt::LeftButton);
    QVERIFY(run->isPaused());
    QVERIFY(words().value(1).contains(u"Paused"_s));
}

void TestRunStrip::stopByMouse()
{
    BulkRun *run = pausedRun(0, 5);
    follow(run);
    QVERIFY(stop()->isEnabled());
    QTest::mouseClick(stop(), Qt::LeftButton);
    QVERIFY(run->isStopping());
    QVERIFY(!stop()->isEnabled());
    QCOMPARE(SessionFixture::reportOf(run).untouched.size(), 5);
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
    QCOMPARE(SessionFixture::reportOf(run).failed(), 1);
    QCOMPARE(details.size(), 3);
    QVERIFY2(details.last().startsWith(u"3 of 3 · 1 failed"_s), qPrintable(details.last()));
}

void TestRunStrip::tellsWhyItWaits()
{
    BulkRun *run = pausedRun(0, 3);
    follow(run);
    m_fixture->setFaults({statusFault("POST", u"/contacts/*/archive"_s, 401, 1, 9)});
    run->resume();
    QTRY_VERIFY(run->hold().has_value());
    QVERIFY2(words().value(1).contains(u"Waits for a new token"_s), qPrintable(words().value(1)));
    run->stop();
}

void TestRunStrip::leavesTheResultUntilItIsClosed()
{
    BulkRun *run = pausedRun(0, 3);
    follow(run);
    run->stop();
    RunResult result{{run->action(), {}, {}}, {}, 7, true};
    const QList<BulkTarget> targets = run->targets();
    SessionFixture::reportOf(run);
    QTRY_VERIFY(m_strip->isHidden());
    result.report.settled.append({targets.at(0), Done()});
    result.report.settled.append({targets.at(1), Done()});
    result.report.untouched.append(targets.at(2));
    QSignalSpy asked(m_strip, &RunStrip::reportRequested);
    QSignalSpy undone(m_strip, &RunStrip::undoRequested);
    m_strip->showResult(result);
    QVERIFY(m_strip->isVisible());
    QCOMPARE(words(), QStringList{u"Stopped. 2 archived, 1 untouched"_s});
    QVERIFY(!pause()->isVisible() && !stop()->isVisible() && !bar()->isVisible());
    auto *undo = m_strip->findChild<QPushButton *>(u"undoRunButton"_s);
    QCOMPARE(undo->text(), u"Undo the 2"_s);
    QTest::mouseClick(m_strip->findChild<QPushButton *>(u"reportRunButton"_s), Qt::LeftButton);
    QCOMPARE(asked.size(), 1);
    // Another run is shown meanwhile, and the result again after it.
    BulkRun *second = pausedRun(3, 2);
    m_strip->follow(second, {second->action(), {}, {}});
    QCOMPARE(words().first(), u"Archiving 2 contacts"_s);
    second->stop();
    SessionFixture::reportOf(second);
    QTRY_COMPARE(words(), QStringList{u"Stopped. 2 archived, 1 untouched"_s});
    QTest::mouseClick(undo, Qt::LeftButton);
    QCOMPARE(undone.size(), 1);
    QCOMPARE(undone.constFirst().constFirst().value<RunResult>().batch, 7);
    QVERIFY(m_strip->isHidden());
    m_strip->showResult(result);
    QTest::mouseClick(m_strip->findChild<QToolButton *>(u"closeRunButton"_s), Qt::LeftButton);
    QVERIFY(m_strip->isHidden());
}

void TestRunStrip::dropsTheResultOfABatch()
{
    const QList<BulkTarget> targets = m_fixture->targets(3);
    const auto resultOf = [&targets](BatchId batch, qsizetype untouched) {
        RunResult result{{BulkAction(), {}, {}}, {}, batch, true};
        result.report.untouched = targets.mid(0, untouched);
        return result;
    };
    m_strip->showResult(resultOf(7, 3));
    m_strip->showResult(resultOf(8, 2));
    m_strip->dropResult(9);
    QCOMPARE(words(), QStringList{u"Stopped. 0 archived, 2 untouched"_s});
    // The one on top, and then one below.
    m_strip->dropResult(8);
    QCOMPARE(words(), QStringList{u"Stopped. 0 archived, 3 untouched"_s});
    m_strip->showResult(resultOf(10, 1));
    m_strip->dropResult(7);
    QCOMPARE(words(), QStringList{u"Stopped. 0 archived, 1 untouched"_s});
    m_strip->dropResult(10);
    QVERIFY(m_strip->isHidden());
    // While a run is shown it stays.
    m_strip->showResult(resultOf(11, 2));
    BulkRun *run = pausedRun(0, 4);
    m_strip->follow(run, {run->action(), {}, {}});
    m_strip->dropResult(11);
    QCOMPARE(words().constFirst(), u"Archiving 4 contacts"_s);
    run->stop();
    SessionFixture::reportOf(run);
    QTRY_VERIFY(m_strip->isHidden());
}

void TestRunStrip::saysEachTextItself()
{
    auto *speech = m_strip->findChild<LiveRegion *>();
    QSignalSpy said(speech, &LiveRegion::said);
    BulkRun *run = pausedRun(0, 3);
    follow(run);
    QCOMPARE(said.takeFirst().constFirst().toString(), u"Archiving 3 contacts"_s);
    m_fixture->setFaults({statusFault("POST", u"/contacts/*/archive"_s, 401, 1, 9)});
    run->resume();
    QTRY_VERIFY(!said.isEmpty());
    QVERIFY2(speech->accessibleName().contains(u"Waits for a new token"_s),
             qPrintable(speech->accessibleName()));
    run->stop();
    RunResult result{{run->action(), {}, {}}, {}, 7, true};
    result.report.untouched = run->targets();
    SessionFixture::reportOf(run);
    m_strip->showResult(result);
    QTRY_COMPARE(speech->accessibleName(), u"Stopped. 0 archived, 3 untouched"_s);
    // The strip is not called after what was said first.
    QVERIFY(m_strip->accessibleName().isEmpty());
}

// Those of a sheet that lies over the window must do what they say.
void TestRunStrip::itsButtonsHaveNoMnemonics()
{
    const auto check = [this] {
        for (const QPushButton *button : m_strip->findChildren<QPushButton *>())
            QVERIFY2(!button->text().contains(u'&'), qPrintable(button->text()));
    };
    BulkRun *run = pausedRun(0, 3);
    follow(run);
    check();
    m_fixture->setFaults(
        {fault("POST", u"/contacts/*/archive"_s, sandbox::FaultAction::Hang, 1, 9)});
    run->resume();
    check();
    RunResult result{{BulkAction(), {}, {}}, {}, 7, true};
    result.report.settled.append({m_fixture->targets(1, 5).constFirst(), Done()});
    m_fixture->close();
    QTRY_VERIFY(m_strip->isHidden());
    m_strip->showResult(result);
    QCOMPARE(m_strip->findChild<QPushButton *>(u"undoRunButton"_s)->text(), u"Undo 1"_s);
    check();
}

void TestRunStrip::theNextRunTakesItsTurn()
{
    BulkRun *first = pausedRun(0, 3);
    BulkRun *second = pausedRun(3, 5);
    follow(first);
    m_strip->follow(second, {second->action(), {}, {}});
    QSignalSpy shown(m_strip, &RunStrip::shownChanged);
    QCOMPARE(words().first(), u"Archiving 3 contacts"_s);
    QVERIFY(words().value(1).endsWith(u"then 1 more"_s));
    first->stop();
    SessionFixture::reportOf(first);
    QTRY_COMPARE(words().value(0), u"Archiving 5 contacts"_s);
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
    SessionFixture::reportOf(second);
    first->stop();
    SessionFixture::reportOf(first);
    QTRY_COMPARE(words().value(0), u"Archiving 2 contacts"_s);
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
