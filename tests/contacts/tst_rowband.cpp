// SPDX-License-Identifier: MIT
#include "ui/contacts/rowband.h"

#include <QtTest/QTest>

using namespace roster;
using Spans = std::vector<RowSpan>;

class TestRowBand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void touchesRows_data();
    void touchesRows();
    void modesTreatTheOldSelection();
    void differences_data();
    void differences();
    void scrollingGrowsTowardsTheEdge();
};

void TestRowBand::touchesRows_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    QTest::addColumn<RowSpan>("rows");
    QTest::newRow("within one") << 3 << 9 << RowSpan{0, 1};
    QTest::newRow("to the next one's first pixel") << 3 << 10 << RowSpan{0, 2};
    QTest::newRow("upwards") << 35 << 12 << RowSpan{1, 3};
    QTest::newRow("above the first") << -20 << 15 << RowSpan{0, 2};
    QTest::newRow("only above") << -20 << -5 << RowSpan{0, 0};
    QTest::newRow("past the last") << 75 << 500 << RowSpan{7, 1};
    QTest::newRow("only below") << 90 << 500 << RowSpan{8, 0};
}

void TestRowBand::touchesRows()
{
    QFETCH(int, from);
    QFETCH(int, to);
    QFETCH(RowSpan, rows);
    RowBand band({50, from}, RowBand::Mode::Replace, {});
    band.moveTo({10, to});
    const RowSpan touched = band.rows(10, 8);
    QCOMPARE(touched.count, rows.count);
    if (rows.count > 0)
        QCOMPARE(touched.first, rows.first);
    band.shiftAnchor(10);
    if (from < 0 && to < 0)
        return;
    band.moveTo({10, to + 10});
    QVERIFY(band.rows(10, 100).first == std::max(std::min(from, to) + 10, 0) / 10);
}

void TestRowBand::modesTreatTheOldSelection()
{
    KeySet before;
    before.insert(1);
    const RowBand replace({}, RowBand::Mode::Replace, before);
    const RowBand toggle({}, RowBand::Mode::Toggle, before);
    const RowBand add({}, RowBand::Mode::Add, before);
    QVERIFY(!replace.isSelected(1, false) && replace.isSelected(2, true));
    QVERIFY(!toggle.isSelected(1, true) && toggle.isSelected(2, true));
    QVERIFY(toggle.isSelected(1, false) && !toggle.isSelected(2, false));
    QVERIFY(add.isSelected(1, false) && add.isSelected(1, true) && !add.isSelected(2, false));
}

void TestRowBand::differences_data()
{
    QTest::addColumn<RowSpan>("a");
    QTest::addColumn<RowSpan>("b");
    QTest::addColumn<Spans>("spans");
    QTest::newRow("equal") << RowSpan{2, 3} << RowSpan{2, 3} << Spans{};
    QTest::newRow("from nothing") << RowSpan{} << RowSpan{2, 3} << Spans{{2, 3}};
    QTest::newRow("grown") << RowSpan{2, 3} << RowSpan{2, 5} << Spans{{5, 2}};
    QTest::newRow("shrunk at the front") << RowSpan{2, 5} << RowSpan{4, 3} << Spans{{2, 2}};
    QTest::newRow("turned round") << RowSpan{5, 3} << RowSpan{2, 4} << Spans{{2, 3}, {6, 2}};
    QTest::newRow("apart") << RowSpan{1, 2} << RowSpan{8, 2} << Spans{{1, 2}, {8, 2}};
}

void TestRowBand::differences()
{
    QFETCH(RowSpan, a);
    QFETCH(RowSpan, b);
    QFETCH(Spans, spans);
    QVERIFY(difference(a, b) == spans);
}

void TestRowBand::scrollingGrowsTowardsTheEdge()
{
    constexpr int height = 400;
    QCOMPARE(scrollStep(200, height), 0);
    QCOMPARE(scrollStep(40, height), 0);
    QVERIFY(scrollStep(20, height) < 0);
    QVERIFY(scrollStep(height - 10, height) > 0);
    for (int y = height - 20; y < height + 200; y += 10)
        QVERIFY(scrollStep(y + 30, height) >= scrollStep(y, height));
    QVERIFY(scrollStep(height + 100, height) > 2 * scrollStep(height - 5, height));
    QCOMPARE(scrollStep(-50, height), -scrollStep(height - 1 + 50, height));
}

QTEST_APPLESS_MAIN(TestRowBand)
#include "tst_rowband.moc"
