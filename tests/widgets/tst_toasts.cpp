// SPDX-License-Identifier: MIT
// Toasts: how long they stay, what holds them, how many there are, and where they lie.
#include "tests/widgets/stage.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/toaststack.h"

#include <QAccessible>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

#include <memory>

using namespace Qt::StringLiterals;
using namespace roster;
using namespace roster::test;

namespace {

//! Time passes when the test says so.
class HandCountdown final : public Countdown
{
public:
    using Countdown::Countdown;
    void start(int milliseconds) override
    {
        left = milliseconds;
        isRunning = true;
    }
    void pause() override { isRunning = false; }
    void resume(int atLeast) override
    {
        left = qMax(left, atLeast);
        isRunning = true;
    }
    void pass(int milliseconds)
    {
        if (!isRunning)
            return;
        left -= milliseconds;
        if (left > 0)
            return;
        isRunning = false;
        Q_EMIT elapsed();
    }

    int left = 0;
    bool isRunning = false;
};

} // namespace

class TestToasts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void staysItsTime();
    void thePointerHoldsIt();
    void theKeyboardHoldsIt();
    void actionIsTriggeredOnce();
    void closeAndEscape();
    void fourthSendsTheOldestAway();
    void clearTakesAll();
    void liesAtTheBottomStart();
    void hasRoomForItsWords();
    void wordsArePlain();
    void isTold();
    void theRealCountdownPauses();

private:
    QWidget &window() { return m_stage->window(); }
    HandCountdown &countdown(int n) { return *m_countdowns.at(n); }
    static QPushButton *action(Toast *toast) { return toast->actionButton(); }
    static QToolButton *cross(Toast *toast)
    {
        return toast->findChild<QToolButton *>(u"toastCloseButton"_s);
    }

    std::unique_ptr<WidgetStage> m_stage;
    QList<QPointer<HandCountdown>> m_countdowns;
    ToastStack *m_stack = nullptr;
};

void TestToasts::init()
{
    m_stage = std::make_unique<WidgetStage>();
    m_countdowns.clear();
    m_stack = new ToastStack(m_stage->theme(), u"toasts"_s, &window(), [this](QObject *parent) {
        m_countdowns.append(new HandCountdown(parent));
        return m_countdowns.last().data();
    });
}

void TestToasts::cleanup()
{
    m_stage.reset();
}

void TestToasts::staysItsTime()
{
    Toast *toast = m_stack->show(u"Archived Ada Lovelace"_s, u"Undo"_s);
    QSignalSpy gone(toast, &Toast::dismissed);
    QVERIFY(m_stack->isVisible() && toast->isVisible());
    countdown(0).pass(metrics::toastMs - 1);
    QCOMPARE(gone.count(), 0);
    countdown(0).pass(1);
    QCOMPARE(gone.count(), 1);
    QVERIFY(m_stack->toasts().isEmpty());
    QVERIFY(m_stack->isHidden());
}

void TestToasts::thePointerHoldsIt()
{
    Toast *toast = m_stack->show(u"Archived Ada Lovelace"_s, u"Undo"_s);
    countdown(0).pass(7500);
    QTest::mouseMove(&window(), {400, 10});
    QTest::mouseMove(toast->window(), toast->mapTo(&window(), toast->rect().center()));
    QTRY_VERIFY(toast->isPaused());
    countdown(0).pass(60'000);
    QCOMPARE(m_stack->toasts().size(), 1);
    QTest::mouseMove(&window(), {400, 10});
    QTRY_VERIFY(!toast->isPaused());
    // Long enough to be read again, though half a second was left.
    countdown(0).pass(1999);
    QCOMPARE(m_stack->toasts().size(), 1);
    countdown(0).pass(1);
    QCOMPARE(m_stack->toasts().size(), 0);
}

void TestToasts::theKeyboardHoldsIt()
{
    QPushButton elsewhere(&window());
    WidgetStage::placed(&elsewhere)->setFocus();
    Toast *toast = m_stack->show(u"Archived Ada Lovelace"_s, u"Undo"_s);
    // It takes the keyboard from nobody.
    QVERIFY(elsewhere.hasFocus());
    QTest::keyClick(&elsewhere, Qt::Key_Tab);
    QVERIFY(action(toast)->hasFocus());
    QVERIFY(toast->isPaused());
    QTest::keyClick(action(toast), Qt::Key_Tab);
    QVERIFY(cross(toast)->hasFocus());
    QVERIFY(toast->isPaused());
    countdown(0).pass(60'000);
    QCOMPARE(m_stack->toasts().size(), 1);
    elsewhere.setFocus();
    QVERIFY(!toast->isPaused());
    countdown(0).pass(8000);
    QCOMPARE(m_stack->toasts().size(), 0);
}

void TestToasts::actionIsTriggeredOnce()
{
    Toast *toast = m_stack->show(u"Archived Ada Lovelace"_s, u"Undo"_s);
    QStringList told;
    connect(toast, &Toast::actionTriggered, this, [&told] { told << u"undo"_s; });
    connect(toast, &Toast::dismissed, this, [&told] { told << u"gone"_s; });
    QTest::mouseClick(action(toast), Qt::LeftButton);
    QCOMPARE(told, QStringList({u"undo"_s, u"gone"_s}));
    const QPointer<Toast> guard(toast);
    toast->dismiss();
    countdown(0).pass(60'000);
    QCOMPARE(told.size(), 2);
    QTRY_VERIFY(!guard);
}

void TestToasts::closeAndEscape()
{
    Toast *first = m_stack->show(u"Copied"_s);
    QVERIFY(action(first)->isHidden());
    QSignalSpy acted(first, &Toast::actionTriggered);
    QTest::mouseClick(cross(first), Qt::LeftButton);
    QCOMPARE(acted.count(), 0);
    QVERIFY(m_stack->toasts().isEmpty());
    Toast *second = m_stack->show(u"Copied"_s);
    cross(second)->setFocus(Qt::TabFocusReason);
    QTest::keyClick(cross(second), Qt::Key_Escape);
    QVERIFY(m_stack->toasts().isEmpty());
}

void TestToasts::fourthSendsTheOldestAway()
{
    QList<Toast *> made;
    for (int i = 1; i <= 3; ++i)
        made << m_stack->show(u"Toast %1"_s.arg(i));
    QSignalSpy first(made[0], &Toast::dismissed);
    QSignalSpy second(made[1], &Toast::dismissed);
    Toast *fourth = m_stack->show(u"Toast 4"_s);
    QCOMPARE(first.count(), 1);
    QCOMPARE(second.count(), 0);
    QCOMPARE(m_stack->toasts(), QList<Toast *>({made[1], made[2], fourth}));
    QTRY_VERIFY(made[1]->y() < made[2]->y() && made[2]->y() < fourth->y());
}

void TestToasts::clearTakesAll()
{
    m_stack->show(u"One"_s);
    m_stack->show(u"Two"_s);
    m_stack->clear();
    QVERIFY(m_stack->toasts().isEmpty());
    QVERIFY(m_stack->isHidden());
    QVERIFY(m_stack->show(u"Three"_s)->isVisible());
}

void TestToasts::liesAtTheBottomStart()
{
    Toast *toast = m_stack->show(u"Copied"_s, u"Undo"_s);
    const auto place = [&] { return QRect(toast->mapTo(&window(), QPoint()), toast->size()); };
    QTRY_COMPARE(place().bottomLeft(), window().rect().bottomLeft() + QPoint(16, -16));
    window().resize(500, 400);
    QTRY_COMPARE(place().bottomLeft(), window().rect().bottomLeft() + QPoint(16, -16));
    m_stack->setBottomInset(44);
    QTRY_COMPARE(place().bottom(), window().rect().bottom() - 60);
    window().setLayoutDirection(Qt::RightToLeft);
    QTRY_COMPARE(place().right(), window().rect().right() - 16);
    // What lies beside the toasts can still be clicked.
    QVERIFY(m_stack->width() < 300);
}

void TestToasts::hasRoomForItsWords()
{
    Toast *brief = m_stack->show(u"Archived Ada Lovelace"_s, u"Undo"_s);
    Toast *wordy = m_stack->show(u"Tag “Enterprise” removed from 14 contacts; 2 of them did not "
                                 "have it any more, and one was archived meanwhile"_s,
                                 u"Undo"_s);
    for (Toast *toast : {brief, wordy}) {
        auto *words = toast->findChild<QLabel *>();
        QTRY_VERIFY(toast->height() >= toast->sizeHint().height());
        QVERIFY(words->height() >= words->heightForWidth(words->width()));
        for (QWidget *part : std::initializer_list<QWidget *>{words, action(toast), cross(toast)}) {
            QVERIFY(toast->rect().contains(part->geometry()));
            QVERIFY(part->height() >= part->minimumSizeHint().height());
        }
    }
    QVERIFY(wordy->height() > brief->height());
    QVERIFY(wordy->y() > brief->geometry().bottom());
    QVERIFY(m_stack->rect().contains(wordy->geometry()));
}

void TestToasts::wordsArePlain()
{
    Toast *toast = m_stack->show(u"Archived <b>Ada</b>"_s);
    QCOMPARE(toast->text(), u"Archived <b>Ada</b>"_s);
    QCOMPARE(toast->findChild<QLabel *>()->textFormat(), Qt::PlainText);
}

void TestToasts::isTold()
{
    Toast *toast = m_stack->show(u"Archived Ada Lovelace"_s, u"Undo"_s);
    QAccessibleInterface *told = QAccessible::queryAccessibleInterface(toast);
    QVERIFY(told);
    QCOMPARE(told->role(), QAccessible::Notification);
    QCOMPARE(told->text(QAccessible::Name), u"Archived Ada Lovelace"_s);
    QCOMPARE(action(toast)->accessibleName(), u"Undo"_s);
    QCOMPARE(cross(toast)->accessibleName(), u"Close"_s);
}

void TestToasts::theRealCountdownPauses()
{
    TimerCountdown timer;
    QSignalSpy elapsed(&timer, &Countdown::elapsed);
    timer.start(60'000);
    timer.pause();
    timer.start(1);
    QVERIFY(elapsed.wait());
    timer.start(1);
    timer.pause();
    timer.resume(2);
    QVERIFY(elapsed.wait());
    QCOMPARE(elapsed.count(), 2);
}

QTEST_MAIN(TestToasts)
#include "tst_toasts.moc"
