// SPDX-License-Identifier: MIT
// The ring around what the keyboard stands on: when it shows, and that nothing cuts it off.
#include "tests/widgets/stage.h"
#include "ui/prompts/questionsheet.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/textfield.h"

#include <QScrollArea>
#include <QScrollBar>

#include <memory>

using namespace Qt::StringLiterals;
using namespace roster;
using namespace roster::test;

class TestFocusRing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_stage.reset(); }
    void showsAfterTabOnly();
    void goesWithItsControl();
    void fieldsDrawTheirOwn();
    void isNotCutOffByATightRow();
    void isNotCutOffInASheet();
    void followsWhatMovesAbove();
    void scrollsAlong();
    void comesBackWithTheWindow();
    void isPaintedInTheAccent();

private:
    QWidget &window() { return m_stage->window(); }
    QWidget *ring() const
    {
        for (QWidget *frame : m_stage->window().findChildren<QWidget *>(u"focusRingFrame"_s)) {
            if (frame->isVisible())
                return frame;
        }
        return nullptr;
    }
    QRect ringOnWindow() const
    {
        QWidget *frame = ring();
        return frame ? QRect(frame->mapTo(&m_stage->window(), QPoint()), frame->size()) : QRect();
    }
    static QRect around(const QWidget &widget)
    {
        const QRect at(widget.mapTo(widget.window(), QPoint()), widget.size());
        return at.adjusted(-3, -3, 3, 3);
    }
    //! All of it is seen: no ancestor is too small for it.
    bool isWhole() const
    {
        return ring() && ring()->visibleRegion().boundingRect() == ring()->rect();
    }

    std::unique_ptr<WidgetStage> m_stage;
    QPushButton *m_one = nullptr;
    QPushButton *m_two = nullptr;
};

void TestFocusRing::init()
{
    m_stage = std::make_unique<WidgetStage>();
    m_one = WidgetStage::placed(makeButton(u"one"_s, u"One"_s, &window()));
    m_two = WidgetStage::placed(makeButton(u"two"_s, u"Two"_s, &window()), {20, 80});
    m_one->setFocus(Qt::MouseFocusReason);
}

void TestFocusRing::showsAfterTabOnly()
{
    QVERIFY(!ring());
    QTest::mouseClick(m_two, Qt::LeftButton);
    QVERIFY(m_two->hasFocus());
    QVERIFY(!ring());
    QTest::keyClick(m_two, Qt::Key_Backtab, Qt::ShiftModifier);
    QVERIFY(m_one->hasFocus());
    QCOMPARE(ringOnWindow(), around(*m_one));
    QTest::keyClick(m_one, Qt::Key_Tab);
    QCOMPARE(ringOnWindow(), around(*m_two));
    QTest::mouseClick(m_one, Qt::LeftButton);
    QVERIFY(m_one->hasFocus());
    QVERIFY(!ring());
}

void TestFocusRing::goesWithItsControl()
{
    QTest::keyClick(m_one, Qt::Key_Tab);
    m_two->resize(200, 40);
    m_two->move(100, 100);
    QCOMPARE(ringOnWindow(), around(*m_two));
    m_two->hide();
    QVERIFY(ringOnWindow() != around(*m_two));
    QTest::keyClick(m_one, Qt::Key_Tab);
    delete m_one;
    QVERIFY(!ring());
}

void TestFocusRing::fieldsDrawTheirOwn()
{
    auto *field = new TextField(m_stage->theme(), u"field"_s, u"Field"_s, &window());
    WidgetStage::placed(field, {20, 140})->resize(200, 32);
    const QImage calm = field->grab().toImage();
    m_two->setFocus(Qt::TabFocusReason);
    QTest::keyClick(m_two, Qt::Key_Tab);
    QVERIFY(field->hasFocus());
    QVERIFY(!ring());
    const QColor accent = m_stage->theme().color(ColorRole::Focus);
    QCOMPARE(pixelsOf(calm, accent), 0);
    QVERIFY(pixelsOf(field->grab().toImage(), accent) > 300);
}

void TestFocusRing::isNotCutOffByATightRow()
{
    auto *segments = new SegmentedControl(m_stage->theme(), u"role"_s, u"Role"_s, &window());
    segments->addChoice(u"user"_s, u"User"_s);
    segments->addChoice(u"lead"_s, u"Lead"_s);
    WidgetStage::placed(segments, {20, 140});
    m_two->setFocus(Qt::TabFocusReason);
    QTest::keyClick(m_two, Qt::Key_Tab);
    QWidget *first = QApplication::focusWidget();
    QCOMPARE(first->parentWidget(), segments);
    QCOMPARE(ringOnWindow(), around(*first));
    QVERIFY(isWhole());
    QTest::keyClick(first, Qt::Key_Right);
    QVERIFY(QApplication::focusWidget() != first);
    QCOMPARE(ringOnWindow(), around(*QApplication::focusWidget()));
    QVERIFY(isWhole());
}

void TestFocusRing::isNotCutOffInASheet()
{
    auto *sheet = new QuestionSheet(
        m_stage->theme(), u"questionSheet"_s,
        {u"Discard your changes?"_s, u"They are not saved."_s, u"Keep editing"_s, u"Discard"_s},
        &window());
    QTest::keyClick(m_one, Qt::Key_Space);
    sheet->open();
    auto *keep = sheet->findChild<QPushButton *>(u"keepButton"_s);
    QVERIFY(keep->hasFocus());
    QTRY_COMPARE(ringOnWindow(), around(*keep));
    QVERIFY(isWhole());
    QTest::keyClick(keep, Qt::Key_Tab);
    QVERIFY(sheet->findChild<QPushButton *>(u"goOnButton"_s)->hasFocus());
    QVERIFY(isWhole());
}

void TestFocusRing::followsWhatMovesAbove()
{
    auto *row = new QWidget(&window());
    row->setGeometry(20, 140, 100, 30);
    row->show();
    QPushButton *tight = makeButton(u"tight"_s, u"Tight"_s, row);
    tight->setGeometry(0, 0, 100, 30);
    tight->show();
    tight->setFocus(Qt::TabFocusReason);
    QVERIFY(isWhole());
    row->move(60, 300);
    QCOMPARE(ringOnWindow(), around(*tight));
}

void TestFocusRing::scrollsAlong()
{
    auto *area = new QScrollArea(&window());
    area->setGeometry(20, 140, 200, 100);
    auto *content = new QWidget;
    content->resize(160, 600);
    QPushButton *low = makeButton(u"low"_s, u"Low"_s, content);
    low->setGeometry(0, 50, 160, 30);
    area->setWidget(content);
    area->show();
    low->setFocus(Qt::TabFocusReason);
    QCOMPARE(ring()->parentWidget(), content);
    area->verticalScrollBar()->setValue(20);
    QCOMPARE(ringOnWindow(), around(*low));
}

void TestFocusRing::comesBackWithTheWindow()
{
    QTest::keyClick(m_one, Qt::Key_Tab);
    QCOMPARE(ringOnWindow(), around(*m_two));
    QWidget other;
    other.show();
    other.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&other));
    QVERIFY(!ring());
    window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window()));
    QCOMPARE(ringOnWindow(), around(*m_two));
    // After a click there was none, so none comes back.
    QTest::mouseClick(m_two, Qt::LeftButton);
    other.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&other));
    window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window()));
    QVERIFY(m_two->hasFocus());
    QVERIFY(!ring());
}

void TestFocusRing::isPaintedInTheAccent()
{
    QTest::keyClick(m_one, Qt::Key_Tab);
    const QImage image = window().grab().toImage();
    const QColor accent = m_stage->theme().color(ColorRole::Focus);
    // The middle of each side, two pixels thick.
    const QRect frame = ringOnWindow();
    for (const QPoint &at :
         {QPoint(frame.center().x(), frame.top()), QPoint(frame.center().x(), frame.bottom()),
          QPoint(frame.left(), frame.center().y()), QPoint(frame.right(), frame.center().y())})
        QCOMPARE(image.pixelColor(at).rgb(), accent.rgb());
}

QTEST_MAIN(TestFocusRing)
#include "tst_focusring.moc"
