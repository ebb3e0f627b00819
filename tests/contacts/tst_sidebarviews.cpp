// SPDX-License-Identifier: MIT
#include "tests/support/memorybook.h"
#include "ui/contacts/sidebar.h"
#include "ui/contacts/sidebarmodel.h"
#include "ui/theme/appearance.h"
#include "ui/theme/resources.h"
#include "ui/theme/theme.h"

#include <QtGui/QContextMenuEvent>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLineEdit>

#include <memory>

using namespace roster;

class TestSidebarViews : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void areListedUnderTheirHeading();
    void aClickChooses();
    void theMarkFollowsItsView();
    void f2Renames();
    void escapeKeepsTheName();
    void deleteAsksForItself();
    void altArrowsMove();
    void draggingMoves_data();
    void draggingMoves();
    void escapeEndsADrag();
    void haveAMenu();
    void screenReadersHearWhatIsEdited();

private:
    int rowOf(int view) const { return m_model->rowOfSaved(m_ids.at(view)); }
    QPoint centre(int row) const { return m_sidebar->visualRect(m_model->index(row)).center(); }
    void press(int row) const
    {
        QTest::mousePress(m_sidebar->viewport(), Qt::LeftButton, {}, centre(row));
    }
    void show(const QList<int> &order, int edited = -1)
    {
        QList<SavedLine> lines;
        const char16_t *names[] = {u"Churn risk", u"No owner", u"EU, seen this week"};
        for (const int view : order)
            lines.append(
                {m_ids.at(view), QString::fromUtf16(names[view]), 10 * view + 4, view == edited});
        m_sidebar->setSaved(lines);
    }

    Appearance m_appearance;
    std::unique_ptr<Theme> m_theme;
    MemoryBook m_book;
    QList<QUuid> m_ids;
    std::unique_ptr<Sidebar> m_sidebar;
    SidebarModel *m_model = nullptr;
};

void TestSidebarViews::initTestCase()
{
    initUiResources();
    m_theme = std::make_unique<Theme>(*qApp, m_appearance);
    m_book.addTag(QStringLiteral("t1"), QStringLiteral("VIP"));
    for (int i = 0; i < 3; ++i)
        m_ids << QUuid::createUuid();
}

void TestSidebarViews::init()
{
    m_sidebar = std::make_unique<Sidebar>(*m_theme, m_book);
    m_model = static_cast<SidebarModel *>(m_sidebar->model());
    new QAbstractItemModelTester(m_model, QAbstractItemModelTester::FailureReportingMode::Fatal,
                                 m_sidebar.get());
    show({0, 1, 2});
    m_sidebar->resize(204, 700);
    m_sidebar->show();
    m_sidebar->activateWindow();
    m_sidebar->setFocus();
}

void TestSidebarViews::areListedUnderTheirHeading()
{
    QStringList lines;
    for (int row = 0; row < m_model->rowCount(); ++row)
        lines << m_model->index(row).data().toString();
    QCOMPARE(lines.join(u'|'),
             QStringLiteral("Views|All contacts|Users|Leads|Archived|Saved views|Churn risk|No "
                            "owner|EU, seen this week|Tags|VIP"));
    QCOMPARE(m_model->index(rowOf(1)).data(SidebarModel::CountRole).toInt(), 14);
    show({});
    QCOMPARE(m_model->index(5).data().toString(), QStringLiteral("Tags"));
}

void TestSidebarViews::aClickChooses()
{
    QSignalSpy chosen(m_sidebar.get(), &Sidebar::viewChosen);
    QSignalSpy filters(m_sidebar.get(), &Sidebar::filterChosen);
    QTest::mouseClick(m_sidebar->viewport(), Qt::LeftButton, {}, centre(rowOf(1)));
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().first().toUuid(), m_ids.at(1));
    QTest::keyClick(m_sidebar.get(), Qt::Key_Down);
    QCOMPARE(chosen.last().first().toUuid(), m_ids.at(2));
    QVERIFY(filters.isEmpty());
    QTest::keyClick(m_sidebar.get(), Qt::Key_Down);
    QCOMPARE(filters.size(), 1);
}

void TestSidebarViews::theMarkFollowsItsView()
{
    QSignalSpy chosen(m_sidebar.get(), &Sidebar::viewChosen);
    m_sidebar->showView(m_ids.at(0));
    QCOMPARE(m_sidebar->currentIndex().row(), rowOf(0));
    show({1, 2, 0}, 0);
    QCOMPARE(m_sidebar->currentIndex().data().toString(), QStringLiteral("Churn risk"));
    show({1, 2});
    QVERIFY(m_sidebar->selectionModel()->selectedIndexes().isEmpty());
    m_sidebar->showFilter({});
    QCOMPARE(m_sidebar->currentIndex().data().toString(), QStringLiteral("All contacts"));
    QVERIFY(chosen.isEmpty());
}

void TestSidebarViews::f2Renames()
{
    QSignalSpy renamed(m_sidebar.get(), &Sidebar::renameRequested);
    m_sidebar->showView(m_ids.at(1));
    QTest::keyClick(m_sidebar.get(), Qt::Key_F2);
    auto *field = m_sidebar->findChild<QLineEdit *>(QStringLiteral("renameViewEdit"));
    QVERIFY(field && field->text() == QLatin1String("No owner"));
    field->selectAll();
    QTest::keyClicks(field, QStringLiteral("Nobody's"));
    // Neither new counts nor another order take what was typed away.
    show({0, 1, 2}, 1);
    show({1, 0, 2}, 1);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_COMPARE(renamed.size(), 1);
    QCOMPARE(renamed.first().at(0).toUuid(), m_ids.at(1));
    QCOMPARE(renamed.first().at(1).toString(), QStringLiteral("Nobody's"));
    QCOMPARE(m_model->index(rowOf(1)).data().toString(), QStringLiteral("No owner"));
}

void TestSidebarViews::escapeKeepsTheName()
{
    QSignalSpy renamed(m_sidebar.get(), &Sidebar::renameRequested);
    m_sidebar->showView(m_ids.at(1));
    QTest::keyClick(m_sidebar.get(), Qt::Key_F2);
    auto *field = m_sidebar->findChild<QLineEdit *>(QStringLiteral("renameViewEdit"));
    QTest::keyClicks(field, QStringLiteral("x"));
    QTest::keyClick(field, Qt::Key_Escape);
    QTRY_VERIFY(!m_sidebar->findChild<QLineEdit *>(QStringLiteral("renameViewEdit")));
    QVERIFY(renamed.isEmpty());
    // Other lines have no field.
    m_sidebar->showFilter({});
    QTest::keyClick(m_sidebar.get(), Qt::Key_F2);
    QVERIFY(!m_sidebar->findChild<QLineEdit *>(QStringLiteral("renameViewEdit")));
}

void TestSidebarViews::deleteAsksForItself()
{
    QSignalSpy removed(m_sidebar.get(), &Sidebar::removeRequested);
    m_sidebar->showFilter({});
    QTest::keyClick(m_sidebar.get(), Qt::Key_Delete);
    QVERIFY(removed.isEmpty());
    m_sidebar->showView(m_ids.at(2));
    QKeyEvent override(QEvent::ShortcutOverride, Qt::Key_Delete, Qt::NoModifier);
    override.ignore();
    QApplication::sendEvent(m_sidebar.get(), &override);
    QVERIFY(override.isAccepted());
    QTest::keyClick(m_sidebar.get(), Qt::Key_Delete);
    QCOMPARE(removed.size(), 1);
    QCOMPARE(removed.first().first().toUuid(), m_ids.at(2));
}

void TestSidebarViews::altArrowsMove()
{
    QSignalSpy moved(m_sidebar.get(), &Sidebar::moveRequested);
    QSignalSpy chosen(m_sidebar.get(), &Sidebar::viewChosen);
    m_sidebar->showView(m_ids.at(1));
    QTest::keyClick(m_sidebar.get(), Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(moved.takeFirst().at(1).toInt(), 2);
    QTest::keyClick(m_sidebar.get(), Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(moved.takeFirst().at(1).toInt(), 0);
    QVERIFY(chosen.isEmpty());
}

void TestSidebarViews::draggingMoves_data()
{
    QTest::addColumn<int>("view");
    QTest::addColumn<int>("over");
    QTest::addColumn<int>("offset");
    QTest::addColumn<int>("index");
    QTest::newRow("down by one") << 0 << 1 << 8 << 1;
    QTest::newRow("to the end") << 0 << 2 << 60 << 2;
    QTest::newRow("to the top") << 2 << 0 << -8 << 0;
    QTest::newRow("nowhere") << 1 << 0 << 8 << -1;
}

void TestSidebarViews::draggingMoves()
{
    QFETCH(int, view);
    QFETCH(int, over);
    QFETCH(int, offset);
    QFETCH(int, index);
    QSignalSpy moved(m_sidebar.get(), &Sidebar::moveRequested);
    const QPoint to = centre(rowOf(over)) + QPoint(0, offset);
    press(rowOf(view));
    QTest::mouseMove(m_sidebar->viewport(), (centre(rowOf(view)) + to) / 2);
    QTest::mouseMove(m_sidebar->viewport(), to);
    QTest::mouseRelease(m_sidebar->viewport(), Qt::LeftButton, {}, to);
    QCOMPARE(moved.size(), index < 0 ? 0 : 1);
    if (index >= 0) {
        QCOMPARE(moved.first().at(0).toUuid(), m_ids.at(view));
        QCOMPARE(moved.first().at(1).toInt(), index);
    }
}

void TestSidebarViews::escapeEndsADrag()
{
    QSignalSpy moved(m_sidebar.get(), &Sidebar::moveRequested);
    press(rowOf(0));
    QTest::mouseMove(m_sidebar->viewport(), centre(rowOf(2)));
    QTest::keyClick(m_sidebar.get(), Qt::Key_Escape);
    QTest::mouseRelease(m_sidebar->viewport(), Qt::LeftButton, {}, centre(rowOf(2)));
    QVERIFY(moved.isEmpty());
}

void TestSidebarViews::haveAMenu()
{
    QSignalSpy asked(m_sidebar.get(), &Sidebar::viewMenuRequested);
    const QPoint at = centre(rowOf(2));
    QContextMenuEvent event(QContextMenuEvent::Mouse, at, m_sidebar->viewport()->mapToGlobal(at));
    QApplication::sendEvent(m_sidebar->viewport(), &event);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.first().first().toUuid(), m_ids.at(2));
    const QPoint onTag = centre(m_model->rowCount() - 1);
    QContextMenuEvent other(QContextMenuEvent::Mouse, onTag,
                            m_sidebar->viewport()->mapToGlobal(onTag));
    QApplication::sendEvent(m_sidebar->viewport(), &other);
    QCOMPARE(asked.size(), 1);
}

void TestSidebarViews::screenReadersHearWhatIsEdited()
{
    show({0, 1, 2}, 0);
    QCOMPARE(m_model->index(rowOf(0)).data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("Churn risk, edited, 4 contacts"));
}

QTEST_MAIN(TestSidebarViews)
#include "tst_sidebarviews.moc"
