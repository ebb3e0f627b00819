// SPDX-License-Identifier: MIT
// A sheet keeps the keyboard and the mouse, asks before it closes, and gives the keyboard back.
#include "tests/widgets/stage.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/sheet.h"
#include "ui/widgets/sheetbuttons.h"
#include "ui/widgets/textfield.h"

#include <QAccessible>
#include <QShortcut>
#include <QSignalSpy>
#include <QVBoxLayout>

#include <memory>

using namespace Qt::StringLiterals;
using namespace roster;
using namespace roster::test;

class TestSheet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void focusMovesInAndBack();
    void focusGoesBackOnlyToWhatIsThere();
    void firstFocusIsObeyed();
    void aSheetWithoutFieldsHasTheKeyboard();
    void escapeAsks();
    void returnPressesThePrimary_data();
    void returnPressesThePrimary();
    void returnOnAButtonIsThatButton();
    void dangerIsNotPressed();
    void tabStaysInside();
    void focusFromOutsideIsTakenBack();
    void shortcutsRest();
    void theMouseStaysInside();
    void oneOverTheOther();
    void openAndDismissTellOnce();
    void isTold();

private:
    QWidget &window() { return m_stage->window(); }
    QWidget *focused() const { return QApplication::focusWidget(); }
    TextField *field(const QString &name, QWidget *parent = nullptr)
    {
        return new TextField(m_stage->theme(), name, name, parent);
    }
    void add(int fields);

    std::unique_ptr<WidgetStage> m_stage;
    std::unique_ptr<Sheet> m_sheet;
    TextField *m_outside = nullptr;
    QPushButton *m_cancel = nullptr;
    QPushButton *m_primary = nullptr;
};

void TestSheet::init()
{
    m_stage = std::make_unique<WidgetStage>(QSize(1000, 700));
    m_outside = WidgetStage::placed(field(u"outside"_s, &window()));
    m_outside->setFocus();
    m_sheet = std::make_unique<Sheet>(m_stage->theme(), u"sheet"_s, &window());
    m_sheet->setTitle(u"New contact"_s);
    m_primary = m_sheet->buttons().addPrimary(u"primary"_s, u"Create"_s);
    m_cancel = m_sheet->buttons().addSecondary(u"cancel"_s, u"Cancel"_s);
}

void TestSheet::cleanup()
{
    m_sheet.reset();
    m_stage.reset();
}

void TestSheet::add(int fields)
{
    for (int i = 0; i < fields; ++i)
        m_sheet->body()->addWidget(field(u"field%1"_s.arg(i)));
}

void TestSheet::focusMovesInAndBack()
{
    add(2);
    QVERIFY(m_outside->hasFocus());
    m_sheet->open();
    QCOMPARE(focused()->objectName(), u"field0"_s);
    m_sheet->dismiss();
    QVERIFY(m_sheet->isHidden());
    QVERIFY(m_outside->hasFocus());
}

void TestSheet::focusGoesBackOnlyToWhatIsThere()
{
    add(1);
    m_sheet->open();
    m_outside->setEnabled(false);
    m_sheet->dismiss();
    QVERIFY(!m_outside->hasFocus());
    m_outside->setEnabled(true);
    m_outside->setFocus();
    m_sheet->open();
    delete m_outside;
    m_sheet->dismiss();
    QVERIFY(m_sheet->isHidden());
}

void TestSheet::firstFocusIsObeyed()
{
    add(3);
    auto *second = m_sheet->findChild<TextField *>(u"field1"_s);
    m_sheet->setFirstFocus(second);
    m_sheet->open();
    QCOMPARE(focused(), second);
    m_sheet->dismiss();
    second->setEnabled(false);
    m_sheet->open();
    QCOMPARE(focused()->objectName(), u"field0"_s);
}

void TestSheet::aSheetWithoutFieldsHasTheKeyboard()
{
    m_primary->setEnabled(false);
    m_cancel->setEnabled(false);
    m_sheet->open();
    QCOMPARE(focused(), m_sheet.get());
    QSignalSpy asked(m_sheet.get(), &Sheet::closeRequested);
    QTest::keyClick(focused(), Qt::Key_Escape);
    QCOMPARE(asked.count(), 1);
}

void TestSheet::escapeAsks()
{
    add(1);
    QSignalSpy asked(m_sheet.get(), &Sheet::closeRequested);
    QSignalSpy gone(m_sheet.get(), &Sheet::dismissed);
    m_sheet->open();
    QTest::keyClicks(focused(), u"half a name"_s);
    QTest::keyClick(focused(), Qt::Key_Escape);
    QCOMPARE(asked.count(), 1);
    QCOMPARE(gone.count(), 0);
    QVERIFY(m_sheet->isVisible());
    QCOMPARE(m_sheet->findChild<TextField *>(u"field0"_s)->text(), u"half a name"_s);
}

void TestSheet::returnPressesThePrimary_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
    QTest::newRow("Return") << int(Qt::Key_Return) << Qt::KeyboardModifiers();
    QTest::newRow("Enter") << int(Qt::Key_Enter) << Qt::KeyboardModifiers(Qt::KeypadModifier);
    QTest::newRow("Ctrl+Return") << int(Qt::Key_Return)
                                 << Qt::KeyboardModifiers(Qt::ControlModifier);
    QTest::newRow("Ctrl+S") << int(Qt::Key_S) << Qt::KeyboardModifiers(Qt::ControlModifier);
}

void TestSheet::returnPressesThePrimary()
{
    QFETCH(int, key);
    QFETCH(Qt::KeyboardModifiers, modifiers);
    add(1);
    QSignalSpy pressed(m_primary, &QPushButton::clicked);
    m_sheet->open();
    QTest::keyClick(focused(), Qt::Key(key), modifiers);
    QCOMPARE(pressed.count(), 1);
    m_primary->setEnabled(false);
    QTest::keyClick(focused(), Qt::Key(key), modifiers);
    QCOMPARE(pressed.count(), 1);
    QVERIFY(m_sheet->isVisible());
}

void TestSheet::returnOnAButtonIsThatButton()
{
    add(1);
    QSignalSpy created(m_primary, &QPushButton::clicked);
    QSignalSpy cancelled(m_cancel, &QPushButton::clicked);
    m_sheet->open();
    m_cancel->setFocus(Qt::TabFocusReason);
    QTest::keyClick(m_cancel, Qt::Key_Return);
    QCOMPARE(cancelled.count(), 1);
    QCOMPARE(created.count(), 0);
}

void TestSheet::dangerIsNotPressed()
{
    Sheet sheet(m_stage->theme(), u"danger"_s, &window());
    QPushButton *danger = sheet.buttons().addDanger(u"delete"_s, u"Discard"_s);
    sheet.body()->addWidget(field(u"name"_s));
    QSignalSpy pressed(danger, &QPushButton::clicked);
    sheet.open();
    QTest::keyClick(focused(), Qt::Key_Return);
    QTest::keyClick(focused(), Qt::Key_S, Qt::ControlModifier);
    QCOMPARE(pressed.count(), 0);
    QTest::mouseClick(danger, Qt::LeftButton);
    QCOMPARE(pressed.count(), 1);
}

void TestSheet::tabStaysInside()
{
    add(2);
    m_sheet->open();
    QStringList forth;
    for (int i = 0; i < 5; ++i) {
        forth << focused()->objectName();
        QTest::keyClick(focused(), Qt::Key_Tab);
    }
    QCOMPARE(forth,
             QStringList({u"field0"_s, u"field1"_s, u"cancel"_s, u"primary"_s, u"field0"_s}));
    QStringList back;
    for (int i = 0; i < 4; ++i) {
        QTest::keyClick(focused(), Qt::Key_Backtab, Qt::ShiftModifier);
        back << focused()->objectName();
    }
    QCOMPARE(back, QStringList({u"field0"_s, u"primary"_s, u"cancel"_s, u"field1"_s}));
}

void TestSheet::focusFromOutsideIsTakenBack()
{
    add(1);
    m_sheet->open();
    m_outside->setFocus();
    QCOMPARE(focused()->objectName(), u"field0"_s);
}

void TestSheet::shortcutsRest()
{
    add(1);
    QShortcut find(QKeySequence::Find, &window());
    QShortcut quit(QKeySequence(Qt::CTRL | Qt::Key_Q), &window());
    QSignalSpy found(&find, &QShortcut::activated);
    QSignalSpy left(&quit, &QShortcut::activated);
    QTest::keyClick(m_outside, Qt::Key_F, Qt::ControlModifier);
    QCOMPARE(found.count(), 1);
    m_sheet->open();
    QTest::keyClick(focused(), Qt::Key_F, Qt::ControlModifier);
    QCOMPARE(found.count(), 1);
    QTest::keyClick(focused(), Qt::Key_Q, Qt::ControlModifier);
    QCOMPARE(left.count(), 1);
    m_sheet->dismiss();
    QTest::keyClick(m_outside, Qt::Key_F, Qt::ControlModifier);
    QCOMPARE(found.count(), 2);
}

void TestSheet::theMouseStaysInside()
{
    QPushButton *behind = WidgetStage::placed(makeButton(u"behind"_s, u"Behind"_s, &window()));
    QSignalSpy pressed(behind, &QPushButton::clicked);
    m_sheet->open();
    QCOMPARE(window().childAt(behind->geometry().center()), m_sheet.get());
    QTest::mouseClick(m_sheet.get(), Qt::LeftButton, {}, behind->geometry().center());
    QCOMPARE(pressed.count(), 0);
    QVERIFY(m_sheet->isVisible());
}

void TestSheet::oneOverTheOther()
{
    add(1);
    m_sheet->open();
    QWidget *before = focused();
    Sheet above(m_stage->theme(), u"above"_s, &window());
    above.body()->addWidget(field(u"upper"_s));
    above.open();
    QCOMPARE(focused()->objectName(), u"upper"_s);
    QVERIFY(above.isTopmost() && !m_sheet->isTopmost());
    QCOMPARE(Sheet::topmostIn(&window()), &above);
    QSignalSpy below(m_sheet.get(), &Sheet::closeRequested);
    QSignalSpy asked(&above, &Sheet::closeRequested);
    QTest::keyClick(focused(), Qt::Key_Escape);
    QCOMPARE(asked.count(), 1);
    QCOMPARE(below.count(), 0);
    above.dismiss();
    QCOMPARE(focused(), before);
    QCOMPARE(Sheet::topmostIn(&window()), m_sheet.get());
    m_sheet->dismiss();
    QCOMPARE(Sheet::topmostIn(&window()), nullptr);
}

void TestSheet::openAndDismissTellOnce()
{
    QSignalSpy opened(m_sheet.get(), &Sheet::opened);
    QSignalSpy dismissed(m_sheet.get(), &Sheet::dismissed);
    m_sheet->dismiss();
    m_sheet->open();
    m_sheet->open();
    m_sheet->dismiss();
    m_sheet->dismiss();
    QCOMPARE(opened.count(), 1);
    QCOMPARE(dismissed.count(), 1);
}

void TestSheet::isTold()
{
    m_sheet->setSubtitle(u"in Acme Support, EU"_s);
    m_sheet->open();
    QAccessibleInterface *told = QAccessible::queryAccessibleInterface(m_sheet.get());
    QVERIFY(told);
    QCOMPARE(told->role(), QAccessible::Dialog);
    QCOMPARE(told->text(QAccessible::Name), u"New contact"_s);
    QCOMPARE(told->text(QAccessible::Description), u"in Acme Support, EU"_s);
}

QTEST_MAIN(TestSheet)
#include "tst_sheet.moc"
