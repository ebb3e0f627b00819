// SPDX-License-Identifier: MIT
#include "tests/contacts/tablefixture.h"

#include <QtCore/QRandomGenerator>
#include <QtGui/QAccessible>
#include <QtGui/QContextMenuEvent>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMenu>

using namespace roster;

class TestContactTableView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_table.reset(); }

    void aClickSelectsAndNeverBands();
    void clicksWithModifiers();
    void aClickOnOneOfManySelectsItOnRelease();
    void aPressMeansTheContactNotTheRow();
    void aPlainBandLeavesNothingHidden();
    void aBandFromEmptySpace();
    void theBandStaysGluedToItsRows();
    void theWheelExtendsTheBand();
    void nearTheEdgeItScrollsByItself();
    void theBandReachesRowsThatWereNeverRead();
    void aPlainBandReplaces();
    void aControlBandToggles();
    void aShiftBandAdds();
    void theCountIsLive();
    void escapeRestoresExactly();
    void arrivalsDuringABand();
    void rightClickKeepsTheSelection();
    void rightClickElsewhereSelectsThatRow();
    void mirroredAndLargeBands();

    void arrowsAndPages();
    void shiftExtendsAndControlMoves();
    void selectAllAndNone();
    void enterAndDoubleClickOpen();
    void leftAndRightMoveTheCell();
    void theMenuKeyAsksForAMenu();

    void whatIsShownStaysWhenContactsArrive();
    void thePlaceIsKeptThroughAnything();
    void atTheTopNewContactsAreSeen();
    void aSortKeepsTheCurrentRowInSight();
    void thePaddingFreesTheLastRow();

    void aClickOnTheHeaderSorts();
    void columnsShareTheRoom();
    void columnsAreHiddenMovedAndKept();
    void junkIsNoState();
    void anOverlayStandsForTheRows();
    void screenReadersHearRowsAndCounts();

private:
    TableFixture &table() { return *m_table; }

    Appearance m_appearance;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<TableFixture> m_table;
};

void TestContactTableView::initTestCase()
{
    initUiResources();
    m_theme = std::make_unique<Theme>(*qApp, m_appearance);
}

void TestContactTableView::init()
{
    m_table = std::make_unique<TableFixture>(*m_theme);
    QVERIFY(m_table->isReady());
}

void TestContactTableView::aClickSelectsAndNeverBands()
{
    table().press(table().at(3));
    table().moveTo(table().at(3) + QPoint(2, 2));
    QVERIFY(!table().view->isBandActive());
    table().release(table().at(3) + QPoint(2, 2));
    QCOMPARE(table().rows(), std::set<int>{3});
    QCOMPARE(table().selection.currentRow(), 3);
    table().press(table().at(3));
    table().moveTo(table().at(3) + QPoint(QApplication::startDragDistance(), 0));
    QVERIFY(table().view->isBandActive());
    table().release(table().at(3));
    QVERIFY(!table().view->isBandActive());
}

void TestContactTableView::clicksWithModifiers()
{
    table().click(2);
    table().click(5, Qt::ControlModifier);
    QCOMPARE(table().rows(), (std::set<int>{2, 5}));
    table().click(8, Qt::ShiftModifier);
    QCOMPARE(table().rows(), TableFixture::span(5, 8));
    table().click(1, Qt::ControlModifier);
    table().click(3, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(table().rows(), (std::set<int>{1, 2, 3, 5, 6, 7, 8}));
    table().click(6, Qt::ControlModifier);
    QCOMPARE(table().selection.count(), 6);
}

void TestContactTableView::aClickOnOneOfManySelectsItOnRelease()
{
    table().selection.selectAll();
    table().press(table().at(4));
    QCOMPARE(table().selection.count(), 200);
    table().release(table().at(4));
    QCOMPARE(table().rows(), std::set<int>{4});
}

void TestContactTableView::aPressMeansTheContactNotTheRow()
{
    table().selection.selectAll();
    const ContactId id = table().model.idAt(4);
    table().press(table().at(4));
    ContactRow row;
    row.id = ContactId(QStringLiteral("new"));
    row.name = QStringLiteral("Aaron");
    table().book.put(row);
    table().model.contactsStored({row.id});
    QTRY_COMPARE(table().model.rowCount(), 201);
    table().release(QPoint(300, 4 * table().height() + 17));
    QCOMPARE(table().selection.ids(), QList<ContactId>{id});
}

void TestContactTableView::aPlainBandLeavesNothingHidden()
{
    table().selection.selectAll();
    ContactQuery query = table().model.query();
    query.text = QStringLiteral("Person 001");
    table().model.setQuery(query);
    QTRY_COMPARE(table().model.rowCount(), 11);
    QCOMPARE(table().selection.hiddenCount(), 189);
    table().drag(table().at(2), table().at(4));
    QCOMPARE(table().selection.count(), 3);
    QCOMPARE(table().selection.hiddenCount(), 0);
    table().key(Qt::Key_Escape);
    QCOMPARE(table().selection.count(), 200);
    table().key(Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(table().selection.count(), 11);
}

void TestContactTableView::aBandFromEmptySpace()
{
    m_table = std::make_unique<TableFixture>(*m_theme, 5);
    QVERIFY(table().isReady());
    table().click(1);
    const QPoint empty(400, table().port()->height() - 60);
    table().press(empty);
    QVERIFY(table().selection.isEmpty());
    table().moveTo(table().at(3, 500));
    QVERIFY(table().view->isBandActive());
    QCOMPARE(table().rows(), (std::set<int>{3, 4}));
    table().release(table().at(3, 500));
    QTest::mouseClick(table().port(), Qt::LeftButton, {}, empty);
    QVERIFY(table().selection.isEmpty());
}

void TestContactTableView::theBandStaysGluedToItsRows()
{
    table().drag(table().at(4), table().at(6));
    QCOMPARE(table().rows(), TableFixture::span(4, 6));
    table().bar()->setValue(5 * table().height());
    // The pointer rests, the rows went up below it: the anchor went with them.
    QCOMPARE(table().rows(), TableFixture::span(4, 11));
    table().bar()->setValue(0);
    QCOMPARE(table().rows(), TableFixture::span(4, 6));
}

void TestContactTableView::theWheelExtendsTheBand()
{
    table().drag(table().at(4), table().at(6));
    table().wheel(-2);
    const int scrolled = table().bar()->value();
    QVERIFY(scrolled > 0);
    const int last = (6 * table().height() + table().height() / 2 + scrolled) / table().height();
    QCOMPARE(table().rows(), TableFixture::span(4, last));
}

void TestContactTableView::nearTheEdgeItScrollsByItself()
{
    table().drag(table().at(2), QPoint(300, table().port()->height() - 4));
    QTRY_VERIFY(table().bar()->value() > 6 * table().height());
    const int shown = (table().port()->height() - 4 + table().bar()->value()) / table().height();
    QCOMPARE(table().rows(), TableFixture::span(2, shown));
    table().moveTo(table().port()->rect().center());
    const int rest = table().bar()->value();
    table().moveTo(QPoint(300, -80));
    QTRY_COMPARE(table().bar()->value(), 0);
    QVERIFY(rest > 0);
    table().release(QPoint(300, -80));
    QCOMPARE(table().rows(), TableFixture::span(0, 2));
}

void TestContactTableView::theBandReachesRowsThatWereNeverRead()
{
    m_table = std::make_unique<TableFixture>(*m_theme, 3000);
    QVERIFY(table().isReady());
    table().drag(table().at(1), table().at(3));
    table().bar()->setValue(table().bar()->maximum());
    table().moveTo(table().at(2999));
    QCOMPARE(table().selection.count(), 2999);
    table().release(table().at(2999));
    QCOMPARE(table().selection.ids().last(), table().model.idAt(2999));
}

void TestContactTableView::aPlainBandReplaces()
{
    table().click(1);
    table().drag(table().at(4), table().at(6));
    QCOMPARE(table().rows(), TableFixture::span(4, 6));
    table().moveTo(table().at(2));
    QCOMPARE(table().rows(), TableFixture::span(2, 4));
    table().release(table().at(2));
    QCOMPARE(table().selection.currentRow(), 2);
}

void TestContactTableView::aControlBandToggles()
{
    table().click(3);
    table().click(5, Qt::ShiftModifier);
    table().drag(table().at(5), table().at(8), Qt::ControlModifier);
    QCOMPARE(table().rows(), (std::set<int>{3, 4, 6, 7, 8}));
    table().moveTo(table().at(4));
    QCOMPARE(table().rows(), std::set<int>{3});
    table().release(table().at(4));
    QCOMPARE(table().rows(), std::set<int>{3});
}

void TestContactTableView::aShiftBandAdds()
{
    table().click(1);
    table().drag(table().at(4), table().at(6), Qt::ShiftModifier);
    QCOMPARE(table().rows(), (std::set<int>{1, 4, 5, 6}));
    table().moveTo(table().at(4));
    QCOMPARE(table().rows(), (std::set<int>{1, 4}));
    table().release(table().at(4));
}

void TestContactTableView::theCountIsLive()
{
    QSignalSpy changed(&table().selection, &ContactSelection::changed);
    table().drag(table().at(0), table().at(2));
    QCOMPARE(changed.takeLast().at(0).toInt(), 3);
    table().moveTo(table().at(7));
    QCOMPARE(changed.takeLast().at(0).toInt(), 8);
    table().moveTo(table().at(1));
    QCOMPARE(changed.takeLast().at(0).toInt(), 2);
}

void TestContactTableView::escapeRestoresExactly()
{
    table().click(1);
    table().click(9, Qt::ControlModifier);
    const KeySet before = table().selection.keys();
    table().drag(table().at(4), table().at(7));
    QVERIFY(!(table().selection.keys() == before));
    table().key(Qt::Key_Escape);
    QVERIFY(!table().view->isBandActive());
    QVERIFY(table().selection.keys() == before);
    QCOMPARE(table().selection.currentRow(), 9);
    table().moveTo(table().at(2));
    table().release(table().at(2));
    QVERIFY(table().selection.keys() == before);
    table().key(Qt::Key_Escape);
    QVERIFY(table().selection.isEmpty());
}

void TestContactTableView::arrivalsDuringABand()
{
    table().bar()->setValue(20 * table().height());
    table().drag(table().at(22), table().at(24));
    const QList<ContactId> ids = table().selection.ids();
    ContactRow row;
    row.id = ContactId(QStringLiteral("new"));
    row.name = QStringLiteral("Aaron");
    table().book.put(row);
    table().model.contactsStored({row.id});
    QTRY_COMPARE(table().model.rowCount(), 201);
    QVERIFY(table().view->isBandActive());
    QCOMPARE(table().selection.ids(), ids);
    QCOMPARE(table().rows(), TableFixture::span(23, 25));
    table().moveTo(table().at(26));
    QCOMPARE(table().rows(), TableFixture::span(23, 26));
}

void TestContactTableView::rightClickKeepsTheSelection()
{
    QSignalSpy menu(table().view.get(), &ContactTableView::menuRequested);
    table().click(2);
    table().click(4, Qt::ShiftModifier);
    QTest::mouseClick(table().port(), Qt::RightButton, {}, table().at(3));
    QCOMPARE(table().rows(), TableFixture::span(2, 4));
    QContextMenuEvent event(QContextMenuEvent::Mouse, table().at(3), QPoint(7, 8));
    QApplication::sendEvent(table().port(), &event);
    QCOMPARE(menu.size(), 1);
    QCOMPARE(menu.at(0).at(0).toPoint(), QPoint(7, 8));
}

void TestContactTableView::rightClickElsewhereSelectsThatRow()
{
    table().click(2);
    QTest::mouseClick(table().port(), Qt::RightButton, {}, table().at(6));
    QCOMPARE(table().rows(), std::set<int>{6});
}

void TestContactTableView::mirroredAndLargeBands()
{
    QFont font = m_theme->type().body;
    const QFont normal = font;
    font.setPixelSize(2 * m_theme->type().bodyPx);
    m_theme->setBodyFont(font);
    table().view->setLayoutDirection(Qt::RightToLeft);
    QVERIFY(table().height() > 34);
    table().drag(table().at(1, 500), table().at(4, 200));
    QCOMPARE(table().rows(), TableFixture::span(1, 4));
    const QImage picture = table().port()->grab().toImage();
    table().key(Qt::Key_Escape);
    QVERIFY(table().port()->grab().toImage() != picture);
    m_theme->setBodyFont(normal);
}

void TestContactTableView::arrowsAndPages()
{
    table().click(3);
    table().key(Qt::Key_Down);
    QCOMPARE(table().rows(), std::set<int>{4});
    table().key(Qt::Key_Up);
    table().key(Qt::Key_Up);
    QCOMPARE(table().rows(), std::set<int>{2});
    table().key(Qt::Key_End);
    QCOMPARE(table().rows(), std::set<int>{199});
    QCOMPARE(table().bar()->value(), table().bar()->maximum());
    table().key(Qt::Key_PageUp);
    const int page = 199 - table().selection.currentRow();
    QVERIFY(page > 5 && page < 13);
    table().key(Qt::Key_PageDown);
    table().key(Qt::Key_Down);
    QCOMPARE(table().rows(), std::set<int>{199});
    table().key(Qt::Key_Home);
    QCOMPARE(table().rows(), std::set<int>{0});
    QCOMPARE(table().bar()->value(), 0);
}

void TestContactTableView::shiftExtendsAndControlMoves()
{
    table().click(3);
    table().key(Qt::Key_Down, Qt::ShiftModifier);
    table().key(Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(table().rows(), TableFixture::span(3, 5));
    table().key(Qt::Key_Up, Qt::ShiftModifier);
    QCOMPARE(table().rows(), TableFixture::span(3, 4));
    table().key(Qt::Key_Down, Qt::ControlModifier);
    table().key(Qt::Key_Down, Qt::ControlModifier);
    QCOMPARE(table().rows(), TableFixture::span(3, 4));
    QCOMPARE(table().selection.currentRow(), 6);
    table().key(Qt::Key_Space, Qt::ControlModifier);
    QCOMPARE(table().rows(), (std::set<int>{3, 4, 6}));
    table().key(Qt::Key_Down, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(table().rows(), (std::set<int>{3, 4, 6, 7}));
    table().key(Qt::Key_Home, Qt::ShiftModifier);
    QCOMPARE(table().rows(), TableFixture::span(0, 6));
    table().key(Qt::Key_End, Qt::ShiftModifier);
    QCOMPARE(table().rows(), TableFixture::span(6, 199));
}

void TestContactTableView::selectAllAndNone()
{
    table().key(Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(table().selection.count(), 200);
    table().key(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(table().selection.isEmpty());
    table().view->selectAll();
    QCOMPARE(table().selection.count(), 200);
}

void TestContactTableView::enterAndDoubleClickOpen()
{
    QSignalSpy opened(table().view.get(), &ContactTableView::contactActivated);
    table().click(3);
    table().key(Qt::Key_Return);
    QCOMPARE(opened.takeLast().at(0).value<ContactId>(), table().model.idAt(3));
    QTest::mouseDClick(table().port(), Qt::LeftButton, {}, table().at(5));
    QCOMPARE(opened.takeLast().at(0).value<ContactId>(), table().model.idAt(5));
    QVERIFY(opened.isEmpty());
}

void TestContactTableView::leftAndRightMoveTheCell()
{
    table().click(3);
    QCOMPARE(table().view->currentIndex().column(), columnOf(ContactColumn::Name));
    table().key(Qt::Key_Right);
    QCOMPARE(table().view->currentIndex().column(), columnOf(ContactColumn::Email));
    table().key(Qt::Key_Right); // Phone is hidden at first.
    QCOMPARE(table().view->currentIndex().column(), columnOf(ContactColumn::Role));
    table().key(Qt::Key_Left);
    QCOMPARE(table().view->currentIndex().column(), columnOf(ContactColumn::Email));
    QCOMPARE(table().rows(), std::set<int>{3});
    table().key(Qt::Key_Down);
    QCOMPARE(table().view->currentIndex().column(), columnOf(ContactColumn::Email));
}

void TestContactTableView::theMenuKeyAsksForAMenu()
{
    QSignalSpy menu(table().view.get(), &ContactTableView::menuRequested);
    table().click(3);
    QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), QPoint());
    QApplication::sendEvent(table().port(), &event);
    QCOMPARE(menu.size(), 1);
    const QPoint at = table().port()->mapFromGlobal(menu.at(0).at(0).toPoint());
    QCOMPARE(at.y() / table().height(), 4);
}

void TestContactTableView::whatIsShownStaysWhenContactsArrive()
{
    table().bar()->setValue(50 * table().height() + 7);
    const ContactId shown = table().shownAt(100);
    QList<ContactId> ids;
    for (int i = 0; i < 60; ++i) {
        ContactRow row;
        row.id = ContactId(QStringLiteral("new%1").arg(i));
        row.name = QStringLiteral("Aaron %1").arg(i);
        table().book.put(row);
        ids << row.id;
    }
    table().model.contactsStored(ids);
    QTRY_COMPARE(table().model.rowCount(), 260);
    QCOMPARE(table().shownAt(100), shown);
    QCOMPARE(table().bar()->value() % table().height(), 7);

    const ContactId gone = table().model.idAt(3);
    table().book.remove(gone);
    table().model.contactsRemoved({gone});
    QTRY_COMPARE(table().model.rowCount(), 259);
    QCOMPARE(table().shownAt(100), shown);
}

void TestContactTableView::thePlaceIsKeptThroughAnything()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    int kept = 0;
    for (int step = 0; step < 300; ++step) {
        const int rows = table().model.rowCount();
        table().bar()->setValue(random.bounded(table().bar()->maximum() + 1));
        if (random.bounded(3) == 0)
            table().selection.selectOnly(random.bounded(rows));
        const RowSpan seen = table().view->visibleRows();
        const int current = table().selection.currentRow();
        const int anchor = isInSpan(seen, current) ? current : seen.first;
        const RowKey key = table().model.keyAt(anchor);
        const int y = table().at(anchor).y();
        const bool isAtTop = table().bar()->value() == 0;
        const int end = table().bar()->maximum();
        const KeySet selected = table().selection.keys();

        QList<ContactId> stored;
        for (int many = random.bounded(step % 10 == 0 ? 60 : 4); many > 0; --many) {
            ContactRow row = table().model.rowAt(random.bounded(rows));
            row.name =
                QStringLiteral("Person %1").arg(random.bounded(3000), 4, 10, QLatin1Char('0'));
            if (random.bounded(4) == 0)
                row.id = ContactId(QStringLiteral("n%1-%2").arg(step).arg(many));
            table().book.put(row);
            stored << row.id;
        }
        QList<ContactId> removed;
        const int leaving = random.bounded(rows);
        if (step % 3 == 0 && leaving != anchor && rows > 100 &&
            !selected.contains(table().model.keyAt(leaving))) {
            removed << table().model.idAt(leaving);
            stored.removeAll(removed.first());
            table().book.remove(removed.first());
        }
        QSignalSpy loaded(&table().model, &ContactTableModel::loaded);
        table().model.contactsStored(stored);
        table().model.contactsRemoved(removed);
        QVERIFY(loaded.wait());
        QVERIFY(table().selection.keys() == selected);
        const int now = table().model.rowOf(key);
        const int wanted = now * table().height() + table().height() / 2 - y;
        // What leaves is gone before what is new comes: for that moment the table may end above the
        // place.
        const auto gone = static_cast<int>(removed.size());
        const int between = anchor - (leaving < anchor ? gone : 0);
        const bool isCutOff =
            between * table().height() + table().height() / 2 - y > end - gone * table().height();
        if (isAtTop || isCutOff || wanted < 0 || wanted > table().bar()->maximum())
            continue;
        QCOMPARE(table().bar()->value(), wanted);
        ++kept;
    }
    QVERIFY(kept > 150);
}

void TestContactTableView::atTheTopNewContactsAreSeen()
{
    ContactRow row;
    row.id = ContactId(QStringLiteral("new"));
    row.name = QStringLiteral("Aaron");
    table().book.put(row);
    table().model.contactsStored({row.id});
    QTRY_COMPARE(table().model.rowCount(), 201);
    QCOMPARE(table().shownAt(5), row.id);
    // Once somebody works on a row, nothing moves below the hand.
    table().click(2);
    const ContactId shown = table().shownAt(table().at(2).y());
    row.id = ContactId(QStringLiteral("newer"));
    table().book.put(row);
    table().model.contactsStored({row.id});
    QTRY_COMPARE(table().model.rowCount(), 202);
    QCOMPARE(table().selection.currentRow(), 3);
    QCOMPARE(table().shownAt(2 * table().height() + 5), shown);
}

void TestContactTableView::aSortKeepsTheCurrentRowInSight()
{
    table().bar()->setValue(90 * table().height());
    table().click(94);
    const ContactId id = table().model.idAt(94);
    const int y = table().at(94).y();
    table().model.sort(columnOf(ContactColumn::Name), Qt::DescendingOrder);
    QTRY_VERIFY(!table().model.isLoading());
    QCOMPARE(table().shownAt(y), id);
    QCOMPARE(table().view->currentIndex().row(), 105);
    table().bar()->setValue(0);
    table().model.sort(columnOf(ContactColumn::Name), Qt::AscendingOrder);
    QTRY_VERIFY(!table().model.isLoading());
    QCOMPARE(table().bar()->value(), 0);
}

void TestContactTableView::thePaddingFreesTheLastRow()
{
    const int end = table().bar()->maximum();
    table().view->setScrollPadding(60);
    QCOMPARE(table().bar()->maximum(), end + 60);
    table().click(0);
    table().key(Qt::Key_End);
    QCOMPARE(table().bar()->value(), end + 60);
    QVERIFY(table().at(199).y() + table().height() / 2 <= table().port()->height() - 60);
    // Coming and going of contacts leaves the place within the padding alone.
    const ContactId gone = table().model.idAt(0);
    (void)table().model.rowAt(0);
    table().book.remove(gone);
    table().model.contactsRemoved({gone});
    QTRY_COMPARE(table().model.rowCount(), 199);
    QCOMPARE(table().bar()->value(), end + 60 - table().height());
    table().view->setScrollPadding(0);
    QCOMPARE(table().bar()->value(), end - table().height());
}

void TestContactTableView::aClickOnTheHeaderSorts()
{
    ContactHeader *header = table().view->contactHeader();
    const auto click = [&](ContactColumn column) {
        const int x = header->sectionViewportPosition(columnOf(column)) + 15;
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, {x, 12});
    };
    click(ContactColumn::Name);
    QCOMPARE(table().model.query().sortOrder, Qt::DescendingOrder);
    click(ContactColumn::LastSeen);
    QVERIFY(table().model.query().sortColumn == SortColumn::LastSeenAt);
    QCOMPARE(table().model.query().sortOrder, Qt::DescendingOrder);
    click(ContactColumn::Email);
    QCOMPARE(table().model.query().sortOrder, Qt::AscendingOrder);
    click(ContactColumn::Email);
    QCOMPARE(table().model.query().sortOrder, Qt::DescendingOrder);
}

void TestContactTableView::columnsShareTheRoom()
{
    ContactHeader *header = table().view->contactHeader();
    for (const int width : {1400, 900, 772, 765, 759, 741, 700}) {
        table().view->resize(width, 430);
        QCOMPARE(header->length(), table().port()->width());
        QVERIFY(!table().view->horizontalScrollBar()->isVisible());
    }
    const int narrow = header->sectionSize(columnOf(ContactColumn::Email));
    table().view->resize(500, 430);
    QVERIFY(header->length() > table().port()->width());
    QCOMPARE_GT(header->sectionSize(columnOf(ContactColumn::Email)), narrow * 4 / 5);
}

void TestContactTableView::columnsAreHiddenMovedAndKept()
{
    ContactHeader *header = table().view->contactHeader();
    table().click(2);
    QSignalSpy changed(table().view.get(), &ContactTableView::stateChanged);
    std::unique_ptr<QMenu> menu(header->makeMenu(-1, nullptr));
    auto *role = menu->findChild<QAction *>(QStringLiteral("roleColumnAction"));
    auto *phone = menu->findChild<QAction *>(QStringLiteral("phoneColumnAction"));
    QVERIFY(role && role->isChecked() && phone && !phone->isChecked());
    role->trigger();
    phone->trigger();
    QVERIFY(header->isSectionHidden(columnOf(ContactColumn::Role)));
    QVERIFY(!header->isSectionHidden(columnOf(ContactColumn::Phone)));
    header->moveSection(header->visualIndex(columnOf(ContactColumn::Email)), 0);
    // A real drag at the edge of a column: from now on widths are the reader's.
    const int edge = header->sectionViewportPosition(columnOf(ContactColumn::Email)) +
                     header->sectionSize(columnOf(ContactColumn::Email)) - 1;
    const int before = header->sectionSize(columnOf(ContactColumn::Email));
    QTest::mousePress(header->viewport(), Qt::LeftButton, {}, {edge, 12});
    QTest::mouseMove(header->viewport(), {edge + 40, 12});
    QTest::mouseRelease(header->viewport(), Qt::LeftButton, {}, {edge + 40, 12});
    QCOMPARE(header->sectionSize(columnOf(ContactColumn::Email)), before + 40);
    QVERIFY(changed.size() >= 4);
    QCOMPARE(table().rows(), std::set<int>{2});

    const QByteArray state = table().view->saveState();
    m_table = std::make_unique<TableFixture>(*m_theme, 5);
    QVERIFY(table().view->restoreState(state));
    header = table().view->contactHeader();
    QVERIFY(header->isSectionHidden(columnOf(ContactColumn::Role)));
    QVERIFY(!header->isSectionHidden(columnOf(ContactColumn::Phone)));
    QCOMPARE(header->firstColumn(), columnOf(ContactColumn::Email));
    QCOMPARE(header->sectionSize(columnOf(ContactColumn::Email)), before + 40);
    QCOMPARE(table().view->saveState(), state);
    header->resetColumns();
    QCOMPARE(header->firstColumn(), columnOf(ContactColumn::Name));
    QVERIFY(!header->isSectionHidden(columnOf(ContactColumn::Role)));
}

void TestContactTableView::junkIsNoState()
{
    const QByteArray state = table().view->saveState();
    for (const auto *junk : {"", "x", "{}", "[]", "[1,2]"})
        QVERIFY2(!table().view->restoreState(junk), junk);
    QCOMPARE(table().view->saveState(), state);
    // One column that this version does not know, and one that is all there is.
    QVERIFY(
        table().view->restoreState(R"([{"id":"mood","shown":true},{"id":"email","shown":true}])"));
    QCOMPARE(table().view->contactHeader()->firstColumn(), columnOf(ContactColumn::Email));
}

void TestContactTableView::anOverlayStandsForTheRows()
{
    auto *first = new QLabel(QStringLiteral("loading"));
    auto *second = new QLabel(QStringLiteral("empty"));
    table().view->setOverlay(first);
    QVERIFY(first->isVisible());
    QCOMPARE(first->geometry(), table().port()->geometry());
    table().view->resize(500, 300);
    QCOMPARE(first->geometry(), table().port()->geometry());
    table().view->setOverlay(second);
    QVERIFY(!first->isVisible() && second->isVisible());
    table().view->setOverlay(nullptr);
    QVERIFY(!second->isVisible());
}

void TestContactTableView::screenReadersHearRowsAndCounts()
{
    QAccessible::setActive(true);
    QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(table().view.get());
    QVERIFY(accessible && accessible->tableInterface());
    QCOMPARE(accessible->tableInterface()->rowCount(), 200);
    QAccessibleInterface *cell = accessible->tableInterface()->cellAt(4, 0);
    QVERIFY(cell->text(QAccessible::Name).contains(QStringLiteral("p0005@people.example")));
    table().selection.selectAll();
    QTRY_COMPARE(table().view->accessibleDescription(), QStringLiteral("200 of 200 selected"));
    table().selection.selectOnly(4);
    QTRY_COMPARE(table().view->accessibleDescription(), QStringLiteral("1 of 200 selected"));
    QCOMPARE(accessible->tableInterface()->selectedRowCount(), 1);
    QAccessible::setActive(false);
}

QTEST_MAIN(TestContactTableView)
#include "tst_contacttableview.moc"
