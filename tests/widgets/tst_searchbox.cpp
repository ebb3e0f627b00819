// SPDX-License-Identifier: MIT
// The search field and the field for a secret: keys, hint, × and what is inside the border.
#include "tests/widgets/stage.h"
#include "ui/widgets/passwordfield.h"
#include "ui/widgets/searchbox.h"

#include <QClipboard>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QSignalSpy>
#include <QToolButton>

#include <memory>

using namespace Qt::StringLiterals;
using namespace roster;
using namespace roster::test;

class TestSearchBox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_stage.reset(); }
    void hintOrClear();
    void clearKeepsTheKeyboard();
    void escapeClearsThenLeaves();
    void escapeIsItsOwn();
    void resultsAreAskedFor_data();
    void resultsAreAskedFor();
    void wordsDoNotRunUnderTheSigns_data();
    void wordsDoNotRunUnderTheSigns();
    void isTold();
    void secretsAreMasked();
    void showAndHide();
    void pastedSecretsAreTrimmed();

private:
    QToolButton *clear() { return m_box->findChild<QToolButton *>(u"searchClearButton"_s); }
    QLabel *hint()
    {
        for (QLabel *label : m_box->findChildren<QLabel *>()) {
            if (label->property("kind") == u"badge"_s)
                return label;
        }
        return nullptr;
    }

    std::unique_ptr<WidgetStage> m_stage;
    SearchBox *m_box = nullptr;
};

void TestSearchBox::init()
{
    m_stage = std::make_unique<WidgetStage>();
    m_box = new SearchBox(m_stage->theme(), u"search"_s, u"Search contacts"_s, &m_stage->window());
    m_box->setShortcutHint(QKeySequence(u"Ctrl+F"_s));
    WidgetStage::placed(m_box)->setFocus();
}

void TestSearchBox::hintOrClear()
{
    QVERIFY(hint()->isVisible() && clear()->isHidden());
    QCOMPARE(hint()->text(), u"Ctrl F"_s);
    QTest::keyClicks(m_box, u"g"_s);
    QVERIFY(hint()->isHidden() && clear()->isVisible());
    QTest::keyClick(m_box, Qt::Key_Backspace);
    QVERIFY(hint()->isVisible() && clear()->isHidden());
}

void TestSearchBox::clearKeepsTheKeyboard()
{
    QTest::keyClicks(m_box, u"grace"_s);
    QSignalSpy changed(m_box, &QLineEdit::textChanged);
    QTest::mouseClick(clear(), Qt::LeftButton);
    QCOMPARE(m_box->text(), QString());
    QCOMPARE(changed.count(), 1);
    QVERIFY(m_box->hasFocus());
}

void TestSearchBox::escapeClearsThenLeaves()
{
    QSignalSpy left(m_box, &SearchBox::leaveRequested);
    QTest::keyClicks(m_box, u"grace"_s);
    QTest::keyClick(m_box, Qt::Key_Escape);
    QCOMPARE(m_box->text(), QString());
    QCOMPARE(left.count(), 0);
    QTest::keyClick(m_box, Qt::Key_Escape);
    QCOMPARE(left.count(), 1);
}

void TestSearchBox::escapeIsItsOwn()
{
    QShortcut shortcut(QKeySequence(Qt::Key_Escape), &m_stage->window());
    QSignalSpy activated(&shortcut, &QShortcut::activated);
    QTest::keyClick(m_box, Qt::Key_Escape);
    QCOMPARE(activated.count(), 0);
}

void TestSearchBox::resultsAreAskedFor_data()
{
    QTest::addColumn<int>("key");
    QTest::newRow("Return") << int(Qt::Key_Return);
    QTest::newRow("Enter") << int(Qt::Key_Enter);
    QTest::newRow("Down") << int(Qt::Key_Down);
}

void TestSearchBox::resultsAreAskedFor()
{
    QFETCH(int, key);
    QSignalSpy asked(m_box, &SearchBox::resultsRequested);
    QTest::keyClicks(m_box, u"grace"_s);
    QCOMPARE(asked.count(), 0);
    QTest::keyClick(m_box, Qt::Key(key));
    QCOMPARE(asked.count(), 1);
    QCOMPARE(m_box->text(), u"grace"_s);
}

void TestSearchBox::wordsDoNotRunUnderTheSigns_data()
{
    QTest::addColumn<bool>("isMirrored");
    QTest::newRow("left to right") << false;
    QTest::newRow("right to left") << true;
}

void TestSearchBox::wordsDoNotRunUnderTheSigns()
{
    QFETCH(bool, isMirrored);
    m_box->setLayoutDirection(isMirrored ? Qt::RightToLeft : Qt::LeftToRight);
    m_box->setText(u"grace"_s);
    const QRect cross(clear()->mapTo(m_box, QPoint()), clear()->size());
    QVERIFY(m_box->rect().contains(cross));
    QCOMPARE(cross.center().x() < m_box->width() / 2, isMirrored);
    const QMargins margins = m_box->textMargins();
    QVERIFY((isMirrored ? margins.left() : margins.right()) >= cross.width());
    QVERIFY((isMirrored ? margins.right() : margins.left()) >= 16);
    // A long text ends before the ×: the last column of its words is free.
    m_box->setText(u"mmmmmmmmmm"_s.repeated(30));
    m_box->home(false);
    const QImage image = m_box->grab().toImage();
    QVERIFY(cross.height() > 10);
    const QRect between =
        isMirrored ? QRect(cross.right() + 1, 8, 3, 16) : QRect(cross.left() - 3, 8, 3, 16);
    const QColor ground = m_stage->theme().color(ColorRole::Field);
    QCOMPARE(pixelsOf(image.copy(between), ground), between.width() * between.height());
}

void TestSearchBox::isTold()
{
    QCOMPARE(m_box->accessibleName(), u"Search contacts"_s);
    QCOMPARE(m_box->placeholderText(), u"Search contacts"_s);
    QCOMPARE(clear()->accessibleName(), u"Clear search"_s);
    QVERIFY(clear()->focusPolicy() & Qt::TabFocus);
}

void TestSearchBox::secretsAreMasked()
{
    PasswordField field(m_stage->theme(), u"token"_s, u"Access token"_s, &m_stage->window());
    WidgetStage::placed(&field, {20, 100})->setFocus();
    QTest::keyClicks(&field, u"not-a-token"_s);
    QCOMPARE(field.text(), u"not-a-token"_s);
    QVERIFY(!field.displayText().contains(u"token"_s));
    QVERIFY(field.inputMethodHints() & Qt::ImhSensitiveData);
    QVERIFY(!field.dragEnabled() && !field.acceptDrops());
    field.selectAll();
    QGuiApplication::clipboard()->setText(u"before"_s);
    field.copy();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"before"_s);
}

void TestSearchBox::showAndHide()
{
    PasswordField field(m_stage->theme(), u"token"_s, u"Access token"_s, &m_stage->window());
    WidgetStage::placed(&field, {20, 100})->resize(300, 32);
    field.setText(u"not-a-token"_s);
    auto *reveal = field.findChild<QPushButton *>(u"tokenRevealButton"_s);
    QCOMPARE(reveal->text(), u"Show"_s);
    QCOMPARE(reveal->accessibleName(), u"Show Access token"_s);
    QTest::mouseClick(reveal, Qt::LeftButton);
    QVERIFY(field.isShown());
    QCOMPARE(field.displayText(), u"not-a-token"_s);
    QCOMPARE(reveal->text(), u"Hide"_s);
    QTest::mouseClick(reveal, Qt::LeftButton);
    QVERIFY(!field.isShown());
    field.setFocus();
    QTest::keyClick(&field, Qt::Key_Tab);
    QVERIFY(reveal->hasFocus());
    QTest::keyClick(reveal, Qt::Key_Space);
    QVERIFY(field.isShown());
}

void TestSearchBox::pastedSecretsAreTrimmed()
{
    PasswordField field(m_stage->theme(), u"token"_s, u"Access token"_s, &m_stage->window());
    WidgetStage::placed(&field, {20, 100})->setFocus();
    QGuiApplication::clipboard()->setText(u"  \tnot-a-token \n"_s);
    QTest::keyClick(&field, Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(field.text(), u"not-a-token"_s);
}

QTEST_MAIN(TestSearchBox)
#include "tst_searchbox.moc"
