// SPDX-License-Identifier: MIT
#include "ui/contacts/rowwindow.h"

#include <QtTest/QTest>

#include <numeric>

using namespace roster;

class TestRowWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void readsAPageAtATime();
    void theLastPageIsShort();
    void dropsThePageUntouchedForLongest();
    void forgottenRowsAreReadAgain();
    void rowsAreHeldByTheirKey();
    void manySmallReadsDoNotPushOutTheScreen();
    void aRowThatCannotBeReadKeepsItsKey();
    void whatWasReadElsewhereIsHeld();

private:
    RowWindow window(int maxRows);

    std::vector<RowKey> m_order;
    std::vector<std::vector<RowKey>> m_reads;
    RowKey m_missing = 0;
};

void TestRowWindow::init()
{
    m_order.resize(95);
    std::iota(m_order.begin(), m_order.end(), 1000);
    m_reads.clear();
    m_missing = 0;
}

RowWindow TestRowWindow::window(int maxRows)
{
    return RowWindow(
        [this](const std::vector<RowKey> &keys) {
            m_reads.push_back(keys);
            QList<ContactRow> rows;
            for (const RowKey key : keys) {
                ContactRow row;
                row.key = key == m_missing ? 0 : key;
                row.name = key == m_missing ? QString() : QString::number(key);
                rows.append(row);
            }
            return rows;
        },
        10, maxRows);
}

void TestRowWindow::readsAPageAtATime()
{
    RowWindow rows = window(40);
    QCOMPARE(rows.at(m_order, 13).name, QStringLiteral("1013"));
    QCOMPARE(m_reads.size(), 1U);
    QCOMPARE(m_reads[0].front(), 1010);
    QCOMPARE(m_reads[0].size(), 10U);
    for (int row = 10; row < 20; ++row)
        QCOMPARE(rows.at(m_order, row).key, 1000 + row);
    QCOMPARE(m_reads.size(), 1U);
}

void TestRowWindow::theLastPageIsShort()
{
    RowWindow rows = window(40);
    QCOMPARE(rows.at(m_order, 94).key, 1094);
    QCOMPARE(m_reads[0].size(), 5U);
}

void TestRowWindow::dropsThePageUntouchedForLongest()
{
    RowWindow rows = window(20);
    (void)rows.at(m_order, 0);
    (void)rows.at(m_order, 10);
    (void)rows.at(m_order, 0);
    (void)rows.at(m_order, 20); // Drops the page of row 10.
    QCOMPARE(rows.heldRows(), 20);
    QCOMPARE(m_reads.size(), 3U);
    (void)rows.at(m_order, 5);
    QCOMPARE(m_reads.size(), 3U);
    (void)rows.at(m_order, 15);
    QCOMPARE(m_reads.size(), 4U);
}

void TestRowWindow::forgottenRowsAreReadAgain()
{
    RowWindow rows = window(40);
    (void)rows.at(m_order, 0);
    (void)rows.at(m_order, 10);
    KeySet keys;
    keys.insert(1015);
    rows.forget(keys);
    (void)rows.at(m_order, 3);
    QCOMPARE(m_reads.size(), 2U);
    (void)rows.at(m_order, 15);
    QCOMPARE(m_reads.size(), 3U);
}

void TestRowWindow::rowsAreHeldByTheirKey()
{
    RowWindow rows = window(40);
    (void)rows.at(m_order, 0);
    std::reverse(m_order.begin(), m_order.end());
    QCOMPARE(rows.at(m_order, 94).name, QStringLiteral("1000"));
    QCOMPARE(m_reads.size(), 1U);
    QCOMPARE(rows.at(m_order, 0).name, QStringLiteral("1094"));
    QCOMPARE(m_reads.size(), 2U);
}

void TestRowWindow::manySmallReadsDoNotPushOutTheScreen()
{
    RowWindow rows = window(40);
    for (int row = 0; row < 20; ++row)
        (void)rows.at(m_order, row);
    for (int round = 0; round < 100; ++round) {
        KeySet keys;
        keys.insert(1000 + round % 20);
        rows.forget(keys);
        QCOMPARE(rows.at(m_order, round % 20).key, 1000 + round % 20);
        QVERIFY(rows.heldRows() <= 40);
    }
    QCOMPARE(m_reads.size(), 102U);
    QCOMPARE(m_reads.back().size(), 1U);
}

void TestRowWindow::aRowThatCannotBeReadKeepsItsKey()
{
    RowWindow rows = window(40);
    m_missing = 1004;
    QCOMPARE(rows.at(m_order, 4).key, 1004);
    QVERIFY(rows.at(m_order, 4).name.isEmpty());
}

void TestRowWindow::whatWasReadElsewhereIsHeld()
{
    RowWindow rows = window(40);
    rows.at(m_order, 13);
    const std::vector<RowKey> missing = rows.missing(m_order, 8, 14);
    QCOMPARE(missing, (std::vector<RowKey>{1008, 1009, 1020, 1021}));
    QList<ContactRow> read;
    for (const RowKey key : missing) {
        ContactRow row;
        row.name = QString::number(key);
        read.append(row);
    }
    rows.put(missing, read);
    m_reads.clear();
    for (int row = 8; row < 22; ++row)
        QCOMPARE(rows.at(m_order, row).name, QString::number(1000 + row));
    QVERIFY(m_reads.empty());
    QVERIFY(rows.holds(1021) && !rows.holds(1022));
    QVERIFY(rows.missing(m_order, 8, 14).empty());
}

QTEST_APPLESS_MAIN(TestRowWindow)
#include "tst_rowwindow.moc"
