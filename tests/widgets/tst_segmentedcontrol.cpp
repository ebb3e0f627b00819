// SPDX-License-Identifier: MIT
// A choice of few: one Tab stop, arrows choose, and it is told as a group of radio buttons.
#include "tests/widgets/stage.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QAccessible>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>

#include <memory>

using namespace Qt::StringLiterals;
using namespace roster;
using namespace roster::test;

class TestSegmentedControl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_stage.reset(); }
    void theFirstIsChosen();
    void aClickChooses();
    void arrowsChoose_data();
    void arrowsChoose();
    void tabPassesInOneStep();
    void codeChooses();
    void isToldAsAGroup();
    void ampersandsAreMnemonics();
    void theChosenOneIsSeen();

private:
    QRadioButton *button(const QString &id)
    {
        return m_control->findChild<QRadioButton *>(u"region_%1Button"_s.arg(id));
    }

    std::unique_ptr<WidgetStage> m_stage;
    SegmentedControl *m_control = nullptr;
};

void TestSegmentedControl::init()
{
    m_stage = std::make_unique<WidgetStage>();
    m_control =
        new SegmentedControl(m_stage->theme(), u"region"_s, u"Region"_s, &m_stage->window());
    for (const auto &id : {u"us"_s, u"eu"_s, u"au"_s})
        m_control->addChoice(id, id.toUpper());
    WidgetStage::placed(m_control);
}

void TestSegmentedControl::theFirstIsChosen()
{
    QCOMPARE(m_control->current(), u"us"_s);
    SegmentedControl empty(m_stage->theme(), u"empty"_s, u"Empty"_s);
    QCOMPARE(empty.current(), QString());
    QSignalSpy changed(&empty, &SegmentedControl::currentChanged);
    empty.addChoice(u"one"_s, u"One"_s);
    QCOMPARE(empty.current(), u"one"_s);
    QCOMPARE(changed.count(), 1);
}

void TestSegmentedControl::aClickChooses()
{
    QSignalSpy changed(m_control, &SegmentedControl::currentChanged);
    QTest::mouseClick(button(u"au"_s), Qt::LeftButton);
    QCOMPARE(m_control->current(), u"au"_s);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.at(0).at(0).toString(), u"au"_s);
    QTest::mouseClick(button(u"au"_s), Qt::LeftButton);
    QCOMPARE(changed.count(), 1);
    QVERIFY(!button(u"us"_s)->isChecked());
}

void TestSegmentedControl::arrowsChoose_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<bool>("isMirrored");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::newRow("Right") << int(Qt::Key_Right) << false << u"us"_s << u"eu"_s;
    QTest::newRow("Left") << int(Qt::Key_Left) << false << u"au"_s << u"eu"_s;
    QTest::newRow("Down") << int(Qt::Key_Down) << false << u"eu"_s << u"au"_s;
    QTest::newRow("Up") << int(Qt::Key_Up) << false << u"eu"_s << u"us"_s;
    QTest::newRow("Right at the end") << int(Qt::Key_Right) << false << u"au"_s << u"au"_s;
    QTest::newRow("Up at the start") << int(Qt::Key_Up) << false << u"us"_s << u"us"_s;
    QTest::newRow("Left, mirrored") << int(Qt::Key_Left) << true << u"us"_s << u"eu"_s;
    QTest::newRow("Right, mirrored") << int(Qt::Key_Right) << true << u"eu"_s << u"us"_s;
}

void TestSegmentedControl::arrowsChoose()
{
    QFETCH(int, key);
    QFETCH(bool, isMirrored);
    QFETCH(QString, from);
    QFETCH(QString, to);
    std::unique_ptr<RightToLeft> guard;
    if (isMirrored)
        guard = std::make_unique<RightToLeft>();
    m_control->setCurrent(from);
    m_control->setFocus(Qt::TabFocusReason);
    QVERIFY(button(from)->hasFocus());
    QSignalSpy changed(m_control, &SegmentedControl::currentChanged);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key(key));
    QCOMPARE(m_control->current(), to);
    QVERIFY(button(to)->hasFocus());
    QCOMPARE(changed.count(), from == to ? 0 : 1);
}

void TestSegmentedControl::tabPassesInOneStep()
{
    QPushButton before(&m_stage->window());
    QPushButton after(&m_stage->window());
    WidgetStage::placed(&before, {20, 100});
    WidgetStage::placed(&after, {20, 140});
    QWidget::setTabOrder(&before, button(u"us"_s));
    QWidget::setTabOrder(button(u"au"_s), &after);
    m_control->setCurrent(u"eu"_s);
    before.setFocus();
    QTest::keyClick(&before, Qt::Key_Tab);
    QVERIFY(button(u"eu"_s)->hasFocus());
    QTest::keyClick(button(u"eu"_s), Qt::Key_Tab);
    QVERIFY(after.hasFocus());
    QCOMPARE(m_control->current(), u"eu"_s);
}

void TestSegmentedControl::codeChooses()
{
    QSignalSpy changed(m_control, &SegmentedControl::currentChanged);
    m_control->setCurrent(u"eu"_s);
    QCOMPARE(m_control->current(), u"eu"_s);
    QCOMPARE(changed.count(), 1);
    m_control->setCurrent(u"mars"_s);
    QCOMPARE(m_control->current(), u"eu"_s);
    QCOMPARE(changed.count(), 1);
}

void TestSegmentedControl::isToldAsAGroup()
{
    QAccessibleInterface *told = QAccessible::queryAccessibleInterface(m_control);
    QVERIFY(told);
    QCOMPARE(told->role(), QAccessible::Grouping);
    QCOMPARE(told->text(QAccessible::Name), u"Region"_s);
    QAccessibleInterface *choice = QAccessible::queryAccessibleInterface(button(u"us"_s));
    QCOMPARE(choice->role(), QAccessible::RadioButton);
    QVERIFY(choice->state().checked);
}

void TestSegmentedControl::ampersandsAreMnemonics()
{
    m_control->addChoice(u"custom"_s, u"&Custom"_s);
    QCOMPARE(button(u"custom"_s)->accessibleName(), u"Custom"_s);
    QTRY_VERIFY(button(u"custom"_s)->isVisible());
    m_control->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_C, Qt::AltModifier);
    // A mnemonic presses the button for a moment.
    QTRY_COMPARE(m_control->current(), u"custom"_s);
}

void TestSegmentedControl::theChosenOneIsSeen()
{
    const QColor accent = m_stage->theme().color(ColorRole::Accent);
    QVERIFY(pixelsOf(button(u"us"_s)->grab().toImage(), accent) > 60);
    QCOMPARE(pixelsOf(button(u"eu"_s)->grab().toImage(), accent), 0);
    m_control->setCurrent(u"eu"_s);
    QCOMPARE(pixelsOf(button(u"us"_s)->grab().toImage(), accent), 0);
    QVERIFY(pixelsOf(button(u"eu"_s)->grab().toImage(), accent) > 60);
}

QTEST_MAIN(TestSegmentedControl)
#include "tst_segmentedcontrol.moc"
