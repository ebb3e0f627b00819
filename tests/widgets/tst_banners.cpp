// SPDX-License-Identifier: MIT
// Banners, the stack of them, and the message strip inside sheets.
#include "tests/widgets/stage.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/bannerstack.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/messagestrip.h"

#include <QAccessible>
#include <QClipboard>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>
#include <QVBoxLayout>

#include <memory>

using namespace Qt::StringLiterals;
using namespace roster;
using namespace roster::test;

class TestBanners : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void takesNoRoomWhenEmpty();
    void oneLineEach();
    void theGravestIsOnTop();
    void sameKeySameBanner();
    void actionsTellTheirKey();
    void aBannerCanGoByItsOwnAction();
    void closeOnlyAsks();
    void longWordsAreElided();
    void wordsArePlain();
    void tonesDiffer_data();
    void tonesDiffer();
    void readersAreTold();
    void stripShowsAndClears();
    void stripActionAndDetails();
    void stripForgetsTheOneBefore();

private:
    QPushButton *action(const QString &key) { return m_stack->banner(key)->actionButton(); }

    std::unique_ptr<WidgetStage> m_stage;
    BannerStack *m_stack = nullptr;
    MessageStrip *m_strip = nullptr;
};

void TestBanners::init()
{
    m_stage = std::make_unique<WidgetStage>();
    auto *column = new QVBoxLayout(&m_stage->window());
    column->setContentsMargins(0, 0, 0, 0);
    m_stack = new BannerStack(m_stage->theme(), u"banners"_s);
    m_strip = new MessageStrip(m_stage->theme(), u"strip"_s);
    column->addWidget(m_stack);
    column->addWidget(m_strip);
    column->addStretch(1);
}

void TestBanners::cleanup()
{
    m_stage.reset();
}

void TestBanners::takesNoRoomWhenEmpty()
{
    QVERIFY(m_stack->isHidden());
    m_stack->put(u"offline"_s, Tone::Warning, u"Offline"_s);
    QVERIFY(m_stack->isVisible());
    QCOMPARE(m_stack->count(), 1);
    m_stack->remove(u"offline"_s);
    QVERIFY(m_stack->isHidden());
    QCOMPARE(m_stack->count(), 0);
    QCOMPARE(m_stack->banner(u"offline"_s), nullptr);
    m_stack->remove(u"offline"_s);
    QVERIFY(m_stack->isHidden());
}

void TestBanners::oneLineEach()
{
    m_stack->put(u"a"_s, Tone::Warning, u"One"_s, u"Reset"_s);
    m_stack->put(u"b"_s, Tone::Info, u"Two"_s)->setClosable(true);
    QTRY_COMPARE(m_stack->height(),
                 m_stack->banner(u"a"_s)->height() + m_stack->banner(u"b"_s)->height());
    for (const auto &key : {u"a"_s, u"b"_s}) {
        const int height = m_stack->banner(key)->height();
        QVERIFY2(height >= metrics::bannerHeight && height <= metrics::bannerHeight + 2,
                 qPrintable(QString::number(height)));
        QCOMPARE(m_stack->banner(key)->width(), 800);
    }
}

void TestBanners::theGravestIsOnTop()
{
    m_stack->put(u"info"_s, Tone::Info, u"Info"_s);
    m_stack->put(u"warning"_s, Tone::Warning, u"Warning"_s);
    m_stack->put(u"danger"_s, Tone::Danger, u"Danger"_s);
    const auto y = [this](const QString &key) { return m_stack->banner(key)->y(); };
    QTRY_VERIFY(y(u"danger"_s) < y(u"warning"_s) && y(u"warning"_s) < y(u"info"_s));
    m_stack->put(u"info"_s, Tone::Danger, u"Worse"_s);
    m_stack->put(u"danger"_s, Tone::Info, u"Better"_s);
    QTRY_VERIFY(y(u"info"_s) < y(u"warning"_s) && y(u"warning"_s) < y(u"danger"_s));
}

void TestBanners::sameKeySameBanner()
{
    Banner *first = m_stack->put(u"sync"_s, Tone::Info, u"One"_s, u"Again"_s);
    QCOMPARE(m_stack->put(u"sync"_s, Tone::Danger, u"Two"_s), first);
    QCOMPARE(m_stack->count(), 1);
    QCOMPARE(first->text(), u"Two"_s);
    QCOMPARE(first->tone(), Tone::Danger);
    QVERIFY(first->actionButton()->isHidden());
}

void TestBanners::actionsTellTheirKey()
{
    QSignalSpy acted(m_stack, &BannerStack::actionTriggered);
    m_stack->put(u"a"_s, Tone::Warning, u"One"_s, u"Reset"_s);
    m_stack->put(u"b"_s, Tone::Warning, u"Two"_s, u"Try again"_s);
    QCOMPARE(action(u"b"_s)->text(), u"Try again"_s);
    QTest::mouseClick(action(u"b"_s), Qt::LeftButton);
    action(u"a"_s)->setFocus(Qt::TabFocusReason);
    QTest::keyClick(action(u"a"_s), Qt::Key_Space);
    QCOMPARE(acted.count(), 2);
    QCOMPARE(acted.at(0).at(0).toString(), u"b"_s);
    QCOMPARE(acted.at(1).at(0).toString(), u"a"_s);
}

void TestBanners::aBannerCanGoByItsOwnAction()
{
    connect(m_stack, &BannerStack::actionTriggered, m_stack, &BannerStack::remove);
    m_stack->put(u"a"_s, Tone::Warning, u"One"_s, u"Reset"_s);
    QTest::mouseClick(action(u"a"_s), Qt::LeftButton);
    QCOMPARE(m_stack->count(), 0);
}

void TestBanners::closeOnlyAsks()
{
    Banner *banner = m_stack->put(u"a"_s, Tone::Info, u"Shown as of 14:02."_s);
    auto *close = banner->findChild<QToolButton *>(u"aBannerCloseButton"_s);
    QVERIFY(close->isHidden());
    banner->setClosable(true);
    QVERIFY(close->isVisible());
    QSignalSpy asked(banner, &Banner::closeRequested);
    QTest::mouseClick(close, Qt::LeftButton);
    QCOMPARE(asked.count(), 1);
    QVERIFY(banner->isVisible());
}

void TestBanners::longWordsAreElided()
{
    const QString words = u"You see what was loaded before. "_s.repeated(30);
    Banner *banner = m_stack->put(u"a"_s, Tone::Warning, words, u"Try again"_s);
    auto *label = banner->findChild<ElidedLabel *>();
    QTRY_VERIFY(label->text().endsWith(u'…'));
    QCOMPARE(banner->text(), words);
    QCOMPARE(label->toolTip(), words);
    QVERIFY(banner->rect().contains(action(u"a"_s)->geometry()));
    QCOMPARE(m_stage->window().width(), 800);
    banner->setMessage(Tone::Warning, u"Short"_s);
    QCOMPARE(label->text(), u"Short"_s);
    QCOMPARE(label->toolTip(), QString());
}

void TestBanners::wordsArePlain()
{
    Banner *banner = m_stack->put(u"a"_s, Tone::Warning, u"<b>Acme</b> is in the US"_s);
    QCOMPARE(banner->findChild<ElidedLabel *>()->textFormat(), Qt::PlainText);
    QCOMPARE(banner->text(), u"<b>Acme</b> is in the US"_s);
    m_strip->setMessage(Tone::Danger, u"<b>No</b>"_s);
    QCOMPARE(m_strip->text(), u"<b>No</b>"_s);
    for (const QLabel *label : m_strip->findChildren<QLabel *>())
        QCOMPARE(label->textFormat(), Qt::PlainText);
}

void TestBanners::tonesDiffer_data()
{
    QTest::addColumn<Tone>("tone");
    QTest::addColumn<ColorRole>("ground");
    QTest::newRow("info") << Tone::Info << ColorRole::InfoGround;
    QTest::newRow("warning") << Tone::Warning << ColorRole::WarningGround;
    QTest::newRow("danger") << Tone::Danger << ColorRole::DangerGround;
}

void TestBanners::tonesDiffer()
{
    QFETCH(Tone, tone);
    QFETCH(ColorRole, ground);
    for (const auto mode : {Theme::Mode::Light, Theme::Mode::Dark}) {
        m_stage->theme().setMode(mode);
        Banner *banner = m_stack->put(u"a"_s, tone, u"Words"_s);
        m_strip->setMessage(tone, u"Words"_s);
        QTRY_COMPARE(banner->width(), 800);
        const QColor expected = m_stage->theme().color(ground);
        QCOMPARE(banner->grab().toImage().pixelColor(400, 10).rgb(), expected.rgb());
        QCOMPARE(m_strip->grab().toImage().pixelColor(400, 10).rgb(), expected.rgb());
    }
}

void TestBanners::readersAreTold()
{
    Banner *banner = m_stack->put(u"a"_s, Tone::Warning, u"Offline"_s, u"Try again"_s);
    m_strip->setMessage(Tone::Danger, u"Could not save"_s);
    for (const auto &[widget, words] :
         {std::pair<QWidget *, QString>(banner, u"Offline"_s),
          std::pair<QWidget *, QString>(m_strip, u"Could not save"_s)}) {
        QAccessibleInterface *told = QAccessible::queryAccessibleInterface(widget);
        QVERIFY(told);
        QCOMPARE(told->role(), QAccessible::AlertMessage);
        QCOMPARE(told->text(QAccessible::Name), words);
    }
    QCOMPARE(action(u"a"_s)->accessibleName(), u"Try again"_s);
    m_stack->put(u"a"_s, Tone::Warning, u"Goes on at 14:02"_s);
    QCOMPARE(banner->accessibleName(), u"Goes on at 14:02"_s);
}

void TestBanners::stripShowsAndClears()
{
    QVERIFY(m_strip->isHidden());
    m_strip->setMessage(Tone::Danger, u"Could not save the contact. "_s.repeated(12));
    QVERIFY(m_strip->isVisible());
    QTRY_VERIFY(m_strip->height() > 60);
    m_strip->clear();
    QVERIFY(m_strip->isHidden());
    QCOMPARE(m_strip->text(), QString());
}

void TestBanners::stripActionAndDetails()
{
    m_strip->setMessage(Tone::Danger, u"Could not save."_s);
    auto *act = m_strip->findChild<QPushButton *>(u"stripActionButton"_s);
    auto *more = m_strip->findChild<QPushButton *>(u"stripDetailsButton"_s);
    auto *copy = m_strip->findChild<QToolButton *>(u"stripCopyButton"_s);
    QVERIFY(act->isHidden() && more->isHidden() && !copy->isVisible());
    m_strip->setAction(u"Try again"_s);
    m_strip->setDetails(u"500 server_error\nRequest 000k1q7b3c"_s);
    QSignalSpy acted(m_strip, &MessageStrip::actionTriggered);
    QTest::mouseClick(act, Qt::LeftButton);
    QCOMPARE(acted.count(), 1);
    QTest::mouseClick(more, Qt::LeftButton);
    QVERIFY(m_strip->detailsAreShown());
    QTRY_VERIFY(copy->isVisible() && copy->width() > 10);
    QTest::mouseClick(copy, Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"500 server_error\nRequest 000k1q7b3c"_s);
    QTest::mouseClick(more, Qt::LeftButton);
    QVERIFY(!m_strip->detailsAreShown());
}

void TestBanners::stripForgetsTheOneBefore()
{
    m_strip->setMessage(Tone::Danger, u"Could not save."_s);
    m_strip->setAction(u"Try again"_s);
    m_strip->setDetails(u"500"_s);
    auto *more = m_strip->findChild<QPushButton *>(u"stripDetailsButton"_s);
    QTest::mouseClick(more, Qt::LeftButton);
    m_strip->setMessage(Tone::Info, u"The answer takes longer."_s);
    QVERIFY(m_strip->findChild<QPushButton *>(u"stripActionButton"_s)->isHidden());
    QVERIFY(more->isHidden());
    QVERIFY(!m_strip->detailsAreShown());
}

QTEST_MAIN(TestBanners)
#include "tst_banners.moc"
