// SPDX-License-Identifier: MIT
// Where chips paint their words and their × in windows that read from left or from right.
#include "tests/widgets/stage.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/filterchip.h"

#include <memory>

using namespace Qt::StringLiterals;
using namespace roster;
using namespace roster::test;

namespace {

//! Where the words of a chip are: the columns, from \a from on, that are not its ground.
QRect inkOf(const QImage &image, const QRect &within)
{
    const QRgb ground = image.pixel(within.left(), within.center().y());
    QRect ink;
    for (int y = within.top(); y <= within.bottom(); ++y) {
        for (int x = within.left(); x <= within.right(); ++x) {
            if (image.pixel(x, y) != ground)
                ink |= QRect(x, y, 1, 1);
        }
    }
    return ink;
}

} // namespace

class TestChipWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_stage = std::make_unique<WidgetStage>(); }
    void cleanup() { m_stage.reset(); }
    void crossIsAtTheEnd();
    void wordsKeepTheirOrder_data();
    void wordsKeepTheirOrder();
    void filterWordsBeginWhereTheWindowDoes();
    void filterChipKeepsItsOrder();

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

void TestChipWords::crossIsAtTheEnd()
{
    for (const auto &kind : {u"tag"_s, u"filter"_s}) {
        const auto chip = made(kind, u" "_s);
        chip->resize(80, chip->height());
        const auto middle = [&chip] {
            const QRect ink = inkOf(chip->grab().toImage(), chip->rect().adjusted(6, 5, -6, -5));
            return ink.width() >= 5 && ink.width() <= 9 ? ink.center().x() : -1;
        };
        QVERIFY(qAbs(middle() - chip->crossRect().center().x()) <= 1);
        QVERIFY(middle() > 60);
        chip->setLayoutDirection(Qt::RightToLeft);
        QVERIFY(qAbs(middle() - chip->crossRect().center().x()) <= 1);
        QVERIFY(middle() < 20);
    }
}

void TestChipWords::wordsKeepTheirOrder_data()
{
    QTest::addColumn<QString>("label");
    QTest::newRow("sign last") << u"C++"_s;
    QTest::newRow("sign first") << u"+ Filter"_s;
    QTest::newRow("emoji first") << u"🦄 Unicorn"_s;
    QTest::newRow("Arabic with a sign") << u"مهم!"_s;
}

//! The words themselves look the same whichever way the window reads.
void TestChipWords::wordsKeepTheirOrder()
{
    QFETCH(QString, label);
    Chip chip(m_stage->theme(), u"chip"_s, label, 1, &m_stage->window());
    WidgetStage::placed(&chip);
    const QImage normal = chip.grab().toImage();
    chip.setLayoutDirection(Qt::RightToLeft);
    QCOMPARE(chip.grab().toImage(), normal);
}

void TestChipWords::filterWordsBeginWhereTheWindowDoes()
{
    FilterChip chip(m_stage->theme(), u"chip"_s, u"Role"_s, &m_stage->window());
    WidgetStage::placed(&chip)->resize(200, chip.sizeHint().height());
    const QRect inside = chip.rect().adjusted(14, 4, -14, -4);
    const QRect normal = inkOf(chip.grab().toImage(), inside | QRect(8, 6, 1, 1));
    QVERIFY(normal.left() < 20 && normal.right() < 80);
    chip.setLayoutDirection(Qt::RightToLeft);
    const QRect mirrored = inkOf(chip.grab().toImage(), chip.rect().adjusted(8, 6, -8, -6));
    QVERIFY(mirrored.right() > 180 && mirrored.left() > 120);
}

void TestChipWords::filterChipKeepsItsOrder()
{
    FilterChip chip(m_stage->theme(), u"chip"_s, u"+ Filter"_s, &m_stage->window());
    chip.setAdds(true);
    WidgetStage::placed(&chip);
    const QRect inside = chip.rect().adjusted(9, 5, -8, -5);
    const QImage normal = chip.grab().toImage();
    chip.setLayoutDirection(Qt::RightToLeft);
    const QImage mirrored = chip.grab().toImage();
    const QRect ink = inkOf(normal, inside);
    const QRect other = inkOf(mirrored, inside);
    // The plus, which is lower than the F, stands first in both.
    for (const auto &[image, whole] : {std::pair(normal, ink), std::pair(mirrored, other)}) {
        const QRect first = inkOf(image, QRect(whole.left() - 1, whole.top(), 6, whole.height()));
        QVERIFY(whole.width() > 20);
        QVERIFY(first.height() < whole.height());
    }
}

QTEST_MAIN(TestChipWords)
#include "tst_chipwords.moc"
