// SPDX-License-Identifier: MIT
// Tag chips and filter chips by mouse and keyboard, their size, and what is told of them.
#include "tests/widgets/stage.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/filterchip.h"

#include <QAccessible>
#include <QShortcut>
#include <QSignalSpy>

#include <memory>

using namespace Qt::StringLiterals;
using namespace roster;
using namespace roster::test;

namespace {

const QString longName = u"Enterprise "_s.repeated(40);

} // namespace

class TestChips : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_stage = std::make_unique<WidgetStage>(); }
    void cleanup() { m_stage.reset(); }
    void keysRemove_data();
    void keysRemove();
    void keysClick_data();
    void keysClick();
    void deleteIsTheChipsAlone();
    void crossHasItsOwnArea_data();
    void crossHasItsOwnArea();
    void draggedOffTheCrossIsNothing();
    void otherButtonsDoNothing();
    void longNamesEnd();
    void ampersandsAreShown();
    void isTold();
    void offIsTold();

private:
    std::unique_ptr<ChipBase> made(const QString &kind, const QString &label)
    {
        std::unique_ptr<ChipBase> chip;
        if (kind == u"tag"_s)
            chip =
                std::make_unique<Chip>(m_stage->theme(), u"chip"_s, label, 3, &m_stage->window());
        else
            chip = std::make_unique<FilterChip>(m_stage->theme(), u"chip"_s, label,
                                                &m_stage->window());
        chip->setRemovable(true);
        WidgetStage::placed(chip.get());
        return chip;
    }

    std::unique_ptr<WidgetStage> m_stage;
};

void TestChips::keysRemove_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("key");
    for (const auto &kind : {u"tag"_s, u"filter"_s}) {
        QTest::addRow("%s Delete", qPrintable(kind)) << kind << int(Qt::Key_Delete);
        QTest::addRow("%s Backspace", qPrintable(kind)) << kind << int(Qt::Key_Backspace);
    }
}

void TestChips::keysRemove()
{
    QFETCH(QString, kind);
    QFETCH(int, key);
    const auto chip = made(kind, u"VIP"_s);
    QSignalSpy removed(chip.get(), &ChipBase::removeRequested);
    QSignalSpy clicked(chip.get(), &QAbstractButton::clicked);
    chip->setFocus();
    QTest::keyClick(chip.get(), Qt::Key(key));
    QCOMPARE(removed.count(), 1);
    QCOMPARE(clicked.count(), 0);
    chip->setRemovable(false);
    QTest::keyClick(chip.get(), Qt::Key(key));
    QCOMPARE(removed.count(), 1);
}

void TestChips::keysClick_data()
{
    QTest::addColumn<int>("key");
    QTest::newRow("Space") << int(Qt::Key_Space);
    QTest::newRow("Return") << int(Qt::Key_Return);
    QTest::newRow("Enter") << int(Qt::Key_Enter);
}

void TestChips::keysClick()
{
    QFETCH(int, key);
    const auto chip = made(u"filter"_s, u"Role is any"_s);
    QSignalSpy removed(chip.get(), &ChipBase::removeRequested);
    QSignalSpy clicked(chip.get(), &QAbstractButton::clicked);
    QTest::keyClick(chip.get(), Qt::Key(key));
    QCOMPARE(clicked.count(), 1);
    QCOMPARE(removed.count(), 0);
}

void TestChips::deleteIsTheChipsAlone()
{
    const auto chip = made(u"tag"_s, u"VIP"_s);
    QShortcut archive(QKeySequence(Qt::Key_Delete), &m_stage->window());
    QSignalSpy archived(&archive, &QShortcut::activated);
    QSignalSpy removed(chip.get(), &ChipBase::removeRequested);
    chip->setFocus();
    QTest::keyClick(chip.get(), Qt::Key_Delete);
    QCOMPARE(archived.count(), 0);
    QCOMPARE(removed.count(), 1);
    chip->setRemovable(false);
    QTest::keyClick(chip.get(), Qt::Key_Delete);
    QCOMPARE(archived.count(), 1);
}

void TestChips::crossHasItsOwnArea_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<bool>("isMirrored");
    for (const auto &kind : {u"tag"_s, u"filter"_s}) {
        QTest::addRow("%s", qPrintable(kind)) << kind << false;
        QTest::addRow("%s right to left", qPrintable(kind)) << kind << true;
    }
}

void TestChips::crossHasItsOwnArea()
{
    QFETCH(QString, kind);
    QFETCH(bool, isMirrored);
    const auto chip = made(kind, u"Seen in the last year"_s);
    chip->setLayoutDirection(isMirrored ? Qt::RightToLeft : Qt::LeftToRight);
    QSignalSpy removed(chip.get(), &ChipBase::removeRequested);
    QSignalSpy clicked(chip.get(), &QAbstractButton::clicked);
    const QRect cross = chip->crossRect();
    QVERIFY(cross.width() >= 16 && cross.height() >= chip->height());
    QVERIFY(chip->rect().contains(cross));
    QCOMPARE(cross.left() == 0, isMirrored);
    QCOMPARE(cross.right() == chip->width() - 1, !isMirrored);
    QTest::mouseClick(chip.get(), Qt::LeftButton, {}, cross.center());
    QCOMPARE(removed.count(), 1);
    QCOMPARE(clicked.count(), 0);
    // Beside it is the body.
    const int beside = isMirrored ? cross.right() + 1 : cross.left() - 1;
    QTest::mouseClick(chip.get(), Qt::LeftButton, {}, {beside, chip->height() / 2});
    QCOMPARE(removed.count(), 1);
    QCOMPARE(clicked.count(), 1);
    chip->setRemovable(false);
    QVERIFY(chip->crossRect().isEmpty());
    QTest::mouseClick(chip.get(), Qt::LeftButton, {}, cross.center());
    QCOMPARE(removed.count(), 1);
    QCOMPARE(clicked.count(), 2);
}

void TestChips::draggedOffTheCrossIsNothing()
{
    const auto chip = made(u"tag"_s, u"Enterprise"_s);
    QSignalSpy removed(chip.get(), &ChipBase::removeRequested);
    QSignalSpy clicked(chip.get(), &QAbstractButton::clicked);
    const QPoint body(6, chip->height() / 2);
    QTest::mousePress(chip.get(), Qt::LeftButton, {}, chip->crossRect().center());
    QTest::mouseRelease(chip.get(), Qt::LeftButton, {}, body);
    QTest::mousePress(chip.get(), Qt::LeftButton, {}, body);
    QTest::mouseRelease(chip.get(), Qt::LeftButton, {}, chip->crossRect().center());
    QCOMPARE(removed.count(), 0);
    QCOMPARE(clicked.count(), 0);
}

void TestChips::otherButtonsDoNothing()
{
    const auto chip = made(u"tag"_s, u"VIP"_s);
    QSignalSpy removed(chip.get(), &ChipBase::removeRequested);
    QTest::mouseClick(chip.get(), Qt::RightButton, {}, chip->crossRect().center());
    QTest::mouseClick(chip.get(), Qt::MiddleButton, {}, chip->crossRect().center());
    QCOMPARE(removed.count(), 0);
}

void TestChips::longNamesEnd()
{
    for (const auto &kind : {u"tag"_s, u"filter"_s}) {
        const auto chip = made(kind, longName);
        QVERIFY(chip->width() >= 200 && chip->width() <= 320);
        QCOMPARE(chip->label(), longName);
        QCOMPARE(chip->accessibleName(), longName);
        // Words that go on behind the ellipsis would reach the ×.
        const QImage whole = chip->grab().toImage();
        chip->setLabel(longName + u"and more"_s);
        QCOMPARE(chip->grab().toImage(), whole);
        chip->setLabel(u"x"_s);
        QVERIFY(chip->sizeHint().width() < 60);
    }
}

void TestChips::ampersandsAreShown()
{
    const auto one = made(u"tag"_s, u"R&D"_s);
    QCOMPARE(one->label(), u"R&D"_s);
    const int width = one->sizeHint().width();
    one->setLabel(u"RD"_s);
    QVERIFY(one->sizeHint().width() < width);
    QVERIFY(one->shortcut().isEmpty());
}

void TestChips::isTold()
{
    const auto chip = made(u"tag"_s, u"VIP"_s);
    QCOMPARE(chip->accessibleName(), u"VIP"_s);
    QCOMPARE(chip->accessibleDescription(), u"Press Delete to remove"_s);
    QAccessibleInterface *told = QAccessible::queryAccessibleInterface(chip.get());
    QVERIFY(told);
    QCOMPARE(told->role(), QAccessible::Button);
    chip->setRemovable(false);
    QCOMPARE(chip->accessibleDescription(), QString());
    QVERIFY(chip->focusPolicy() & Qt::TabFocus);
}

void TestChips::offIsTold()
{
    FilterChip chip(m_stage->theme(), u"chip"_s, u"Owner is Mei"_s, &m_stage->window());
    WidgetStage::placed(&chip);
    const QImage on = chip.grab().toImage();
    chip.setOn(false);
    QVERIFY(!chip.isOn());
    QCOMPARE(chip.accessibleName(), u"Owner is Mei, switched off"_s);
    QVERIFY(chip.grab().toImage() != on);
    chip.setOn(true);
    QCOMPARE(chip.accessibleName(), u"Owner is Mei"_s);
    QCOMPARE(chip.grab().toImage(), on);
}

QTEST_MAIN(TestChips)
#include "tst_chips.moc"
