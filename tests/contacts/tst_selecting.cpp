// SPDX-License-Identifier: MIT
// Selecting rows by hand, point by point of what staff may rely on. Built twice: the second program
// runs all of it at twice the scale.
#include "tests/contacts/tablefixture.h"
#include "ui/widgets/liveregion.h"

#include <QtGui/QAccessible>
#include <QtGui/QContextMenuEvent>
#include <QtGui/QShortcut>
#include <QtTest/QSignalSpy>

using namespace roster;

class TestSelecting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_table.reset(); }

    void point1_aClickIsNoBand();
    void point1_aDragFromARowIsOne();
    void point1_aDragFromEmptySpaceIsOne();
    void point2_theAnchorStaysWithItsRow();
    void point3_theEdgeScrollsFasterFurtherOut();
    void point3_theWheelExtendsTheBand();
    void point4_rowsThatWereNeverReadAreReached();
    void point5_plainReplaces();
    void point5_controlTogglesAgainstBefore();
    void point5_shiftAddsToBefore();
    void point5_theCountIsLive();
    void point5_rangesGoOnFromTheBand();
    void point6_escapeRestoresExactly();
    void point6_escapeBeforeTheBandBegan();
    void point6_escapeBringsNobodyBackWhoIsGone();
    void point6_rightClickKeepsTheSelection();
    void point6_nothingElseHappensWhileTheButtonIsDown();
    void point6_aReleaseThatWasMissedEndsTheDrag();
    void point7_sortKeepsTheSelection();
    void point7_aFilterHidesAndIsCounted();
    void point7_newRowsAndMovedColumnsKeepIt();
    void point7_aBandOverArrivingRows();
    void point8_rangesByKeys();
    void point8_addMode();
    void point8_allNoneAndInvert();
    void point8_whatIsHiddenCanBeLetGo();
    void point9_mirrored();
    void point9_atItsScale();
    void point9_byTouchpad();
    void point10_theCountIsSaidOnce();
    void point10_whatFiltersHideIsSaid();
    void point10_whatAFilterHidesIsSaidAtOnce();

private:
    TableFixture &table() { return *m_table; }
    void filter(const QString &text);
    ContactId arrive(const QString &name);

    Appearance m_appearance;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<TableFixture> m_table;
};

void TestSelecting::initTestCase()
{
    initUiResources();
    m_theme = std::make_unique<Theme>(*qApp, m_appearance);
}

void TestSelecting::init()
{
    m_table = std::make_unique<TableFixture>(*m_theme);
    QVERIFY(m_table->isReady());
}

void TestSelecting::filter(const QString &text)
{
    ContactQuery query = table().model.query();
    query.text = text;
    table().model.setQuery(query);
    QTRY_VERIFY(!table().model.isLoading());
}

ContactId TestSelecting::arrive(const QString &name)
{
    const int rows = table().model.rowCount();
    ContactRow row;
    row.id = ContactId(QStringLiteral("new-") + name);
    row.name = name;
    table().book.put(row);
    table().model.contactsStored({row.id});
    if (!QTest::qWaitFor([&] { return table().model.rowCount() == rows + 1; }))
        qFatal("the contact did not arrive");
    return row.id;
}

void TestSelecting::point1_aClickIsNoBand()
{
    const int nearly = QApplication::startDragDistance() - 1;
    table().press(table().at(3));
    table().moveTo(table().at(3) + QPoint(nearly, 0));
    QVERIFY(!table().view->isBandActive());
    table().release(table().at(3) + QPoint(nearly, 0));
    QCOMPARE(table().rows(), std::set<int>{3});
}

void TestSelecting::point1_aDragFromARowIsOne()
{
    table().press(table().at(3));
    table().moveTo(table().at(3) + QPoint(QApplication::startDragDistance() + 1, 0));
    QVERIFY(table().view->isBandActive());
    table().release(table().at(3));
    QVERIFY(!table().view->isBandActive());
    QCOMPARE(table().rows(), std::set<int>{3});
}

void TestSelecting::point1_aDragFromEmptySpaceIsOne()
{
    m_table = std::make_unique<TableFixture>(*m_theme, 5);
    QVERIFY(table().isReady());
    const QPoint empty(400, table().port()->height() - 40);
    table().drag(empty, table().at(2, 500));
    QVERIFY(table().view->isBandActive());
    QCOMPARE(table().rows(), TableFixture::span(2, 4));
    table().release(table().at(2, 500));
    QTest::mouseClick(table().port(), Qt::LeftButton, {}, empty);
    QVERIFY(table().selection.isEmpty());
}

void TestSelecting::point2_theAnchorStaysWithItsRow()
{
    table().bar()->setValue(10 * table().height());
    table().drag(table().at(14), table().at(16));
    const int pointer = table().at(16).y();
    table().bar()->setValue(17 * table().height());
    const int last = (pointer + table().bar()->value()) / table().height();
    QCOMPARE(table().rows(), TableFixture::span(14, last));
    table().bar()->setValue(6 * table().height());
    const int first = (pointer + table().bar()->value()) / table().height();
    QCOMPARE(table().rows(), TableFixture::span(first, 14));
}

void TestSelecting::point3_theEdgeScrollsFasterFurtherOut()
{
    const int height = 400;
    QCOMPARE(scrollStep(height / 2, height), 0);
    int before = 0;
    for (const int y : {height - 20, height - 1, height + 40, height + 90}) {
        const int step = scrollStep(y, height);
        QCOMPARE_GT(step, before);
        QCOMPARE(scrollStep(height - 1 - y, height), -step);
        before = step;
    }
    // By a hand that holds still below the table, and then above it.
    table().drag(table().at(2), QPoint(300, table().port()->height() + 50));
    QTRY_COMPARE(table().bar()->value(), table().bar()->maximum());
    QCOMPARE(table().rows(), TableFixture::span(2, 199));
    table().moveTo(QPoint(300, -50));
    QTRY_COMPARE(table().bar()->value(), 0);
    table().release(QPoint(300, -50));
    QCOMPARE(table().rows(), TableFixture::span(0, 2));
}

void TestSelecting::point3_theWheelExtendsTheBand()
{
    table().drag(table().at(4), table().at(6));
    const int pointer = table().at(6).y();
    table().wheel(-3);
    QCOMPARE_GT(table().bar()->value(), 0);
    const int last = (pointer + table().bar()->value()) / table().height();
    QCOMPARE_GT(last, 6);
    QCOMPARE(table().rows(), TableFixture::span(4, last));
    QVERIFY(table().view->isBandActive());
}

void TestSelecting::point4_rowsThatWereNeverReadAreReached()
{
    m_table = std::make_unique<TableFixture>(*m_theme, 3000);
    QVERIFY(table().isReady());
    table().drag(table().at(1), table().at(3));
    table().bar()->setValue(table().bar()->maximum());
    table().moveTo(table().at(2999));
    table().release(table().at(2999));
    // Every one of them can be named, not only those that were on the screen.
    const QList<ContactId> ids = table().selection.ids();
    QCOMPARE(ids.size(), 2999);
    QCOMPARE(ids.first(), table().model.idAt(1));
    QCOMPARE(ids.at(1500), table().model.idAt(1501));
}

void TestSelecting::point5_plainReplaces()
{
    table().click(1);
    table().drag(table().at(4), table().at(7));
    QCOMPARE(table().rows(), TableFixture::span(4, 7));
    table().moveTo(table().at(3));
    QCOMPARE(table().rows(), TableFixture::span(3, 4));
    table().release(table().at(3));
    QCOMPARE(table().rows(), TableFixture::span(3, 4));
}

void TestSelecting::point5_controlTogglesAgainstBefore()
{
    table().click(3);
    table().click(6, Qt::ShiftModifier);
    table().drag(table().at(5), table().at(8), Qt::ControlModifier);
    QCOMPARE(table().rows(), (std::set<int>{3, 4, 7, 8}));
    // Back again: against the selection from before, not against what the band made.
    table().moveTo(table().at(6));
    QCOMPARE(table().rows(), (std::set<int>{3, 4}));
    table().release(table().at(6));
    QCOMPARE(table().rows(), (std::set<int>{3, 4}));
}

void TestSelecting::point5_shiftAddsToBefore()
{
    table().click(1);
    table().drag(table().at(5), table().at(8), Qt::ShiftModifier);
    QCOMPARE(table().rows(), (std::set<int>{1, 5, 6, 7, 8}));
    table().moveTo(table().at(5) + QPoint(40, 0));
    QCOMPARE(table().rows(), (std::set<int>{1, 5}));
    table().release(table().at(5));
}

void TestSelecting::point5_theCountIsLive()
{
    QSignalSpy changed(&table().selection, &ContactSelection::changed);
    table().drag(table().at(0), table().at(4));
    QCOMPARE(changed.takeLast().at(0).toInt(), 5);
    table().moveTo(table().at(9));
    QCOMPARE(changed.takeLast().at(0).toInt(), 10);
}

void TestSelecting::point5_rangesGoOnFromTheBand()
{
    table().click(1);
    table().drag(table().at(5), table().at(8));
    table().release(table().at(8));
    table().click(11, Qt::ShiftModifier);
    QCOMPARE(table().rows(), TableFixture::span(5, 11));
    // Upwards, and by keys.
    table().drag(table().at(8), table().at(4));
    table().release(table().at(4));
    table().key(Qt::Key_Up, Qt::ShiftModifier);
    QCOMPARE(table().rows(), TableFixture::span(3, 8));
    // From below the rows the last one is where it began.
    m_table = std::make_unique<TableFixture>(*m_theme, 5);
    QVERIFY(table().isReady());
    const QPoint empty(400, table().port()->height() - 40);
    table().click(0);
    table().drag(empty, table().at(3));
    table().release(table().at(3));
    table().click(2, Qt::ShiftModifier);
    QCOMPARE(table().rows(), TableFixture::span(2, 4));
}

void TestSelecting::point6_escapeRestoresExactly()
{
    table().click(1);
    table().click(9, Qt::ControlModifier);
    const ContactSelection::Memory before = table().selection.remembered();
    table().drag(table().at(4), table().at(7));
    QVERIFY(!(table().selection.keys() == before.keys));
    table().key(Qt::Key_Escape);
    QVERIFY(!table().view->isBandActive());
    QVERIFY(table().selection.keys() == before.keys);
    QCOMPARE(table().selection.currentRow(), 9);
    // The hand goes on moving and lets go: nothing more happens.
    table().moveTo(table().at(2));
    table().release(table().at(2));
    QVERIFY(table().selection.keys() == before.keys);
    // Ranges start where they did before, too.
    table().click(11, Qt::ShiftModifier);
    QCOMPARE(table().rows(), TableFixture::span(9, 11));
}

void TestSelecting::point6_escapeBeforeTheBandBegan()
{
    table().click(1);
    table().click(4, Qt::ShiftModifier);
    table().press(table().at(8));
    QCOMPARE(table().rows(), std::set<int>{8});
    table().key(Qt::Key_Escape);
    QCOMPARE(table().rows(), TableFixture::span(1, 4));
    table().release(table().at(8));
    QCOMPARE(table().rows(), TableFixture::span(1, 4));
}

void TestSelecting::point6_escapeBringsNobodyBackWhoIsGone()
{
    table().click(1);
    table().click(3, Qt::ShiftModifier);
    const ContactId gone = table().model.idAt(2);
    (void)table().model.rowAt(2);
    table().drag(table().at(6), table().at(8));
    table().book.remove(gone);
    table().model.contactsRemoved({gone});
    QTRY_COMPARE(table().model.rowCount(), 199);
    table().key(Qt::Key_Escape);
    QCOMPARE(table().selection.count(), 2);
    QVERIFY(!table().selection.ids().contains(gone));
}

void TestSelecting::point6_rightClickKeepsTheSelection()
{
    table().click(2);
    table().click(5, Qt::ShiftModifier);
    QTest::mouseClick(table().port(), Qt::RightButton, {}, table().at(4));
    QCOMPARE(table().rows(), TableFixture::span(2, 5));
    QTest::mousePress(table().port(), Qt::RightButton, {}, table().at(3));
    QTest::mouseRelease(table().port(), Qt::RightButton, {}, table().at(3));
    QCOMPARE(table().rows(), TableFixture::span(2, 5));
    // In the middle of a drag it is not heard at all.
    table().drag(table().at(4), table().at(7));
    QTest::mouseClick(table().port(), Qt::RightButton, {}, table().at(1));
    QVERIFY(table().view->isBandActive());
    QCOMPARE(table().rows(), TableFixture::span(4, 7));
}

void TestSelecting::point6_nothingElseHappensWhileTheButtonIsDown()
{
    QShortcut archive(QKeySequence(Qt::Key_Delete), table().view.get());
    QSignalSpy pressed(&archive, &QShortcut::activated);
    table().drag(table().at(4), table().at(7));
    table().key(Qt::Key_Delete);
    table().key(Qt::Key_Down);
    QCOMPARE(pressed.size(), 0);
    QCOMPARE(table().rows(), TableFixture::span(4, 7));
    table().release(table().at(7));
    table().key(Qt::Key_Delete);
    QCOMPARE(pressed.size(), 1);
}

void TestSelecting::point6_aReleaseThatWasMissedEndsTheDrag()
{
    table().drag(table().at(4), table().at(7));
    QTest::mouseMove(table().port(), table().at(9));
    QMouseEvent event(QEvent::MouseMove, table().at(9), table().port()->mapToGlobal(table().at(9)),
                      Qt::NoButton, Qt::NoButton, Qt::NoModifier);
    QApplication::sendEvent(table().port(), &event);
    QVERIFY(!table().view->isBandActive());
    table().key(Qt::Key_Down);
    QCOMPARE(table().selection.count(), 1);
}

void TestSelecting::point7_sortKeepsTheSelection()
{
    table().click(3);
    table().click(7, Qt::ControlModifier);
    QList<ContactId> ids = table().selection.ids();
    table().model.sort(columnOf(ContactColumn::Name), Qt::DescendingOrder);
    QTRY_VERIFY(!table().model.isLoading());
    QCOMPARE(table().rows(), (std::set<int>{192, 196}));
    std::reverse(ids.begin(), ids.end());
    QCOMPARE(table().selection.ids(), ids);
}

void TestSelecting::point7_aFilterHidesAndIsCounted()
{
    table().click(0);
    table().click(19, Qt::ShiftModifier);
    filter(QStringLiteral("Person 001"));
    QCOMPARE(table().selection.count(), 20);
    QCOMPARE(table().selection.hiddenCount(), 20 - static_cast<int>(table().rows().size()));
    QCOMPARE_GT(table().selection.hiddenCount(), 0);
    const int hidden = table().selection.hiddenCount();
    table().click(table().model.rowCount() - 1, Qt::ControlModifier);
    QCOMPARE(table().selection.hiddenCount(), hidden);
    filter({});
    QCOMPARE(table().selection.hiddenCount(), 0);
}

void TestSelecting::point7_newRowsAndMovedColumnsKeepIt()
{
    table().click(3);
    table().click(6, Qt::ShiftModifier);
    const QList<ContactId> ids = table().selection.ids();
    arrive(QStringLiteral("Aaron"));
    QCOMPARE(table().rows(), TableFixture::span(4, 7));
    ContactHeader *header = table().view->contactHeader();
    header->moveSection(header->visualIndex(columnOf(ContactColumn::Email)), 0);
    table().model.refresh();
    QTRY_VERIFY(!table().model.isLoading());
    QCOMPARE(table().selection.ids(), ids);
}

void TestSelecting::point7_aBandOverArrivingRows()
{
    table().bar()->setValue(20 * table().height());
    table().drag(table().at(22), table().at(24));
    const QList<ContactId> ids = table().selection.ids();
    arrive(QStringLiteral("Aaron"));
    QVERIFY(table().view->isBandActive());
    QCOMPARE(table().selection.ids(), ids);
    table().release(table().at(25));
    QCOMPARE(table().selection.ids(), ids);
}

void TestSelecting::point8_rangesByKeys()
{
    table().click(5);
    table().key(Qt::Key_Down, Qt::ShiftModifier);
    table().key(Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(table().rows(), TableFixture::span(5, 7));
    table().key(Qt::Key_Up, Qt::ShiftModifier);
    QCOMPARE(table().rows(), TableFixture::span(5, 6));
    table().key(Qt::Key_PageDown, Qt::ShiftModifier);
    QCOMPARE_GT(table().selection.count(), 6);
    table().key(Qt::Key_PageUp, Qt::ShiftModifier);
    QCOMPARE(table().rows(), TableFixture::span(5, 6));
    table().key(Qt::Key_Home, Qt::ShiftModifier);
    QCOMPARE(table().rows(), TableFixture::span(0, 5));
    table().key(Qt::Key_End, Qt::ShiftModifier);
    QCOMPARE(table().rows(), TableFixture::span(5, 199));
    // The keyboard's own way to scattered rows.
    table().click(2);
    table().key(Qt::Key_Down, Qt::ControlModifier);
    table().key(Qt::Key_Down, Qt::ControlModifier);
    QCOMPARE(table().rows(), std::set<int>{2});
    table().key(Qt::Key_Space, Qt::ControlModifier);
    QCOMPARE(table().rows(), (std::set<int>{2, 4}));
    table().key(Qt::Key_Down, Qt::ControlModifier);
    table().key(Qt::Key_Down, Qt::ControlModifier);
    table().key(Qt::Key_Space, Qt::ShiftModifier);
    QCOMPARE(table().rows(), TableFixture::span(4, 6));
}

void TestSelecting::point8_addMode()
{
    QSignalSpy mode(table().view.get(), &ContactTableView::addModeChanged);
    table().click(2);
    table().key(Qt::Key_F8, Qt::ShiftModifier);
    QVERIFY(table().view->isAddMode());
    table().key(Qt::Key_Down);
    table().key(Qt::Key_Down);
    QCOMPARE(table().rows(), std::set<int>{2});
    table().key(Qt::Key_Space);
    table().key(Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(table().rows(), (std::set<int>{2, 4, 5}));
    // Escape ends the mode first, and takes nothing away.
    table().key(Qt::Key_Escape);
    QVERIFY(!table().view->isAddMode());
    QCOMPARE(table().selection.count(), 3);
    table().key(Qt::Key_Escape);
    QVERIFY(table().selection.isEmpty());
    table().key(Qt::Key_F8, Qt::ShiftModifier);
    table().click(7);
    QVERIFY(!table().view->isAddMode());
    QCOMPARE(mode.size(), 4);
}

void TestSelecting::point8_allNoneAndInvert()
{
    filter(QStringLiteral("Person 001"));
    const int matching = table().model.rowCount();
    table().key(Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(table().selection.count(), matching);
    table().key(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(table().selection.isEmpty());
    table().click(1);
    table().selection.invert();
    QCOMPARE(table().selection.count(), matching - 1);
    QVERIFY(!table().selection.isRowSelected(1));
}

void TestSelecting::point8_whatIsHiddenCanBeLetGo()
{
    table().key(Qt::Key_A, Qt::ControlModifier);
    filter(QStringLiteral("Person 001"));
    const int matching = table().model.rowCount();
    QCOMPARE(table().selection.hiddenCount(), 200 - matching);
    table().selection.dropHidden();
    QCOMPARE(table().selection.count(), matching);
    QCOMPARE(table().selection.hiddenCount(), 0);
}

void TestSelecting::point9_mirrored()
{
    table().view->setLayoutDirection(Qt::RightToLeft);
    const int right = table().port()->width() - 20;
    table().drag(table().at(2, right), table().at(5, right - 200));
    QCOMPARE(table().rows(), TableFixture::span(2, 5));
    table().bar()->setValue(2 * table().height());
    QCOMPARE(table().rows(), TableFixture::span(2, 7));
    table().key(Qt::Key_Escape);
    QVERIFY(table().selection.isEmpty());
}

void TestSelecting::point9_atItsScale()
{
#ifdef ROSTER_TEST_SCALE
    QCOMPARE(table().view->devicePixelRatio(), qreal(ROSTER_TEST_SCALE));
#else
    QCOMPARE(table().view->devicePixelRatio(), 1.0);
#endif
    // The picture has that many pixels, and the band is where the hand is.
    table().drag(table().at(1), table().at(3));
    const QImage picture = table().port()->grab().toImage();
    QCOMPARE(picture.width(), qRound(table().port()->width() * table().view->devicePixelRatio()));
    const qreal ratio = picture.devicePixelRatio();
    const QPoint inside = (table().at(2) * ratio);
    const QPoint outside = (table().at(6) * ratio);
    QVERIFY(picture.pixel(inside) != picture.pixel(outside));
}

void TestSelecting::point9_byTouchpad()
{
    table().drag(table().at(4), table().at(6));
    const int pointer = table().at(6).y();
    const QPointF at = table().port()->rect().center();
    // Small steps in pixels, as two fingers make them.
    for (const Qt::ScrollPhase phase : {Qt::ScrollBegin, Qt::ScrollUpdate, Qt::ScrollUpdate,
                                        Qt::ScrollUpdate, Qt::ScrollMomentum, Qt::ScrollEnd}) {
        QWheelEvent event(at, table().port()->mapToGlobal(at), {0, -25}, {0, -50}, Qt::LeftButton,
                          Qt::NoModifier, phase, false);
        QApplication::sendEvent(table().port(), &event);
    }
    QCOMPARE_GT(table().bar()->value(), 0);
    const int last = (pointer + table().bar()->value()) / table().height();
    QCOMPARE(table().rows(), TableFixture::span(4, last));
}

void TestSelecting::point10_theCountIsSaidOnce()
{
    auto *speech = table().view->findChild<LiveRegion *>();
    QSignalSpy said(speech, &LiveRegion::said);
    table().drag(table().at(0), table().at(2));
    for (int row = 3; row < 10; ++row)
        table().moveTo(table().at(row));
    table().release(table().at(9));
    QCOMPARE(said.size(), 0);
    QTRY_COMPARE(said.size(), 1);
    QCOMPARE(speech->text(), QStringLiteral("10 of 200 selected"));
    QCOMPARE(table().view->accessibleDescription(), speech->text());
    // Readers find it, and it is in nobody's way.
    QVERIFY(speech->isVisible());
    QCOMPARE(QAccessible::queryAccessibleInterface(speech)->role(), QAccessible::Notification);
    QCOMPARE(speech->focusPolicy(), Qt::NoFocus);
    table().key(Qt::Key_Escape);
    QTRY_COMPARE(said.size(), 2);
    QCOMPARE(said.last().first().toString(), QStringLiteral("Nothing selected"));
}

void TestSelecting::point10_whatFiltersHideIsSaid()
{
    table().key(Qt::Key_A, Qt::ControlModifier);
    QTRY_COMPARE(table().view->accessibleDescription(), QStringLiteral("200 of 200 selected"));
    filter(QStringLiteral("Person 001"));
    table().click(0, Qt::ControlModifier);
    QTRY_COMPARE(table().view->accessibleDescription(),
                 QStringLiteral("10 of 11 selected, and 189 that filters hide"));
}

void TestSelecting::point10_whatAFilterHidesIsSaidAtOnce()
{
    table().click(5);
    auto *speech = table().view->findChild<LiveRegion *>();
    QTRY_COMPARE(speech->text(), QStringLiteral("1 of 200 selected"));
    QSignalSpy said(speech, &LiveRegion::said);
    filter(QStringLiteral("Person 001"));
    QTRY_COMPARE(said.size(), 1);
    QCOMPARE(speech->text(), QStringLiteral("0 of 11 selected, and 1 that filters hide"));
    filter({});
    QTRY_COMPARE(said.size(), 2);
    QCOMPARE(speech->text(), QStringLiteral("1 of 200 selected"));
}

int main(int argc, char **argv)
{
#ifdef ROSTER_TEST_SCALE
    qputenv("QT_SCALE_FACTOR", QByteArray::number(ROSTER_TEST_SCALE));
#endif
    QApplication application(argc, argv);
    QTEST_SET_MAIN_SOURCE_PATH
    TestSelecting test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_selecting.moc"
