// SPDX-License-Identifier: MIT
#include "tests/support/memorybook.h"
#include "ui/contacts/sidebar.h"
#include "ui/contacts/sidebarmodel.h"
#include "ui/theme/appearance.h"
#include "ui/theme/resources.h"
#include "ui/theme/theme.h"

#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <memory>

using namespace roster;

class TestSidebar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void listsViewsTagsAndCompanies();
    void longListsAreFolded();
    void aClickChoosesAtOnce();
    void arrowsSkipHeadings();
    void archivedIsChosen();
    void whatIsShownIsMarkedQuietly();
    void theMarkSurvivesNewNamesAndCounts();
    void enterUnfoldsAList();
    void screenReadersHearCounts();

private:
    int rowNamed(const QString &text) const;
    void click(const QString &text);
    QString marked() const { return m_sidebar->currentIndex().data().toString(); }

    Appearance m_appearance;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<MemoryBook> m_book;
    std::unique_ptr<Sidebar> m_sidebar;
};

void TestSidebar::initTestCase()
{
    initUiResources();
    m_theme = std::make_unique<Theme>(*qApp, m_appearance);
}

void TestSidebar::init()
{
    m_book = std::make_unique<MemoryBook>();
    m_book->addTag(QStringLiteral("t1"), QStringLiteral("VIP"));
    m_book->addTag(QStringLiteral("t2"), QStringLiteral("Beta"));
    m_book->addCompany(QStringLiteral("c1"), QStringLiteral("Navy"));
    m_sidebar = std::make_unique<Sidebar>(*m_theme, *m_book);
    new QAbstractItemModelTester(
        m_sidebar->model(), QAbstractItemModelTester::FailureReportingMode::Fatal, m_sidebar.get());
    ContactCounts counts;
    counts.all = 12;
    counts.users = 9;
    counts.leads = 3;
    counts.byTag[TagId(QStringLiteral("t1"))] = 2;
    counts.byTag[TagId(QStringLiteral("t2"))] = 5;
    m_sidebar->setCounts(counts);
    m_sidebar->resize(204, 700);
    m_sidebar->show();
    m_sidebar->setFocus();
}

void TestSidebar::cleanup()
{
    m_sidebar.reset();
    m_book.reset();
}

int TestSidebar::rowNamed(const QString &text) const
{
    const QAbstractItemModel *model = m_sidebar->model();
    for (int row = 0; row < model->rowCount(); ++row) {
        if (model->index(row, 0).data().toString() == text)
            return row;
    }
    return -1;
}

void TestSidebar::click(const QString &text)
{
    const QRect line = m_sidebar->visualRect(m_sidebar->model()->index(rowNamed(text), 0));
    QTest::mouseClick(m_sidebar->viewport(), Qt::LeftButton, {}, line.center());
}

void TestSidebar::listsViewsTagsAndCompanies()
{
    QStringList lines;
    for (int row = 0; row < m_sidebar->model()->rowCount(); ++row)
        lines << m_sidebar->model()->index(row, 0).data().toString();
    QCOMPARE(lines.join(u'|'), QStringLiteral("Views|All contacts|Users|Leads|Archived|Tags|Beta|"
                                              "VIP|Companies|Navy"));
    const auto count = [this](const char16_t *text) {
        return m_sidebar->model()
            ->index(rowNamed(QString::fromUtf16(text)), 0)
            .data(SidebarModel::CountRole);
    };
    QCOMPARE(count(u"All contacts").toInt(), 12);
    QCOMPARE(count(u"Leads").toInt(), 3);
    QCOMPARE(count(u"VIP").toInt(), 2);
    QCOMPARE(count(u"Navy").toInt(), 0);
    QVERIFY(!count(u"Archived").isValid());
    m_sidebar->setArchivedCount(37);
    QCOMPARE(count(u"Archived").toInt(), 37);
}

void TestSidebar::longListsAreFolded()
{
    for (int i = 0; i < 20; ++i)
        m_book->addTag(QStringLiteral("x%1").arg(i), QStringLiteral("Tag %1").arg(i));
    m_sidebar->namesChanged();
    const int folded = m_sidebar->model()->rowCount();
    QVERIFY(rowNamed(QStringLiteral("Tag 19")) < 0);
    QSignalSpy chosen(m_sidebar.get(), &Sidebar::filterChosen);
    click(QStringLiteral("Show all 22"));
    QVERIFY(rowNamed(QStringLiteral("Tag 19")) > 0);
    QCOMPARE(m_sidebar->model()->rowCount(), folded + 22 - SidebarModel::shortList);
    QCOMPARE(marked(), QStringLiteral("All contacts"));
    QVERIFY(chosen.isEmpty());
    m_sidebar->resize(204, 1200);
    click(QStringLiteral("Show fewer"));
    QCOMPARE(m_sidebar->model()->rowCount(), folded);
}

void TestSidebar::aClickChoosesAtOnce()
{
    QSignalSpy chosen(m_sidebar.get(), &Sidebar::filterChosen);
    click(QStringLiteral("Leads"));
    QCOMPARE(chosen.size(), 1);
    ContactQuery leads;
    leads.setRole(Role::Lead);
    QCOMPARE(chosen.takeLast().at(0).value<ContactQuery>(), leads);
    click(QStringLiteral("VIP"));
    ContactQuery vip;
    vip.setTag(TagId(QStringLiteral("t1")));
    QCOMPARE(chosen.takeLast().at(0).value<ContactQuery>(), vip);
    click(QStringLiteral("Navy"));
    ContactQuery navy;
    navy.setCompany(CompanyId(QStringLiteral("c1")));
    QCOMPARE(chosen.takeLast().at(0).value<ContactQuery>(), navy);
    click(QStringLiteral("Companies"));
    QVERIFY(chosen.isEmpty());
    QCOMPARE(marked(), QStringLiteral("Navy"));
}

void TestSidebar::arrowsSkipHeadings()
{
    QSignalSpy chosen(m_sidebar.get(), &Sidebar::filterChosen);
    QTest::keyClick(m_sidebar.get(), Qt::Key_Down);
    QCOMPARE(marked(), QStringLiteral("Users"));
    QCOMPARE(chosen.size(), 1);
    QTest::keyClick(m_sidebar.get(), Qt::Key_Down);
    QTest::keyClick(m_sidebar.get(), Qt::Key_Down);
    QTest::keyClick(m_sidebar.get(), Qt::Key_Down);
    QCOMPARE(marked(), QStringLiteral("Beta"));
    QTest::keyClick(m_sidebar.get(), Qt::Key_End);
    QCOMPARE(marked(), QStringLiteral("Navy"));
    QTest::keyClick(m_sidebar.get(), Qt::Key_Home);
    QCOMPARE(marked(), QStringLiteral("All contacts"));
    QCOMPARE(chosen.takeLast().at(0).value<ContactQuery>(), ContactQuery());
}

void TestSidebar::archivedIsChosen()
{
    QSignalSpy archived(m_sidebar.get(), &Sidebar::archivedChosen);
    QSignalSpy chosen(m_sidebar.get(), &Sidebar::filterChosen);
    click(QStringLiteral("Archived"));
    QCOMPARE(archived.size(), 1);
    QVERIFY(chosen.isEmpty());
    QCOMPARE(marked(), QStringLiteral("Archived"));
    click(QStringLiteral("All contacts"));
    QCOMPARE(chosen.size(), 1);
}

void TestSidebar::whatIsShownIsMarkedQuietly()
{
    QSignalSpy chosen(m_sidebar.get(), &Sidebar::filterChosen);
    QSignalSpy archived(m_sidebar.get(), &Sidebar::archivedChosen);
    ContactQuery query;
    query.setRole(Role::User);
    query.text = QStringLiteral("ada");
    query.sortColumn = SortColumn::Email;
    m_sidebar->showFilter(query);
    QCOMPARE(marked(), QStringLiteral("Users"));
    query.setTag(TagId(QStringLiteral("t1")));
    m_sidebar->showFilter(query);
    QVERIFY(m_sidebar->selectionModel()->selectedIndexes().isEmpty());
    m_sidebar->showArchived();
    QCOMPARE(marked(), QStringLiteral("Archived"));
    QVERIFY(chosen.isEmpty() && archived.isEmpty());
}

void TestSidebar::theMarkSurvivesNewNamesAndCounts()
{
    click(QStringLiteral("VIP"));
    QSignalSpy chosen(m_sidebar.get(), &Sidebar::filterChosen);
    m_book->addTag(QStringLiteral("t0"), QStringLiteral("Early"));
    m_sidebar->namesChanged();
    QCOMPARE(marked(), QStringLiteral("VIP"));
    ContactCounts counts;
    counts.byTag[TagId(QStringLiteral("t1"))] = 50;
    m_sidebar->setCounts(counts);
    QCOMPARE(marked(), QStringLiteral("VIP"));
    QVERIFY(chosen.isEmpty());
}

void TestSidebar::enterUnfoldsAList()
{
    for (int i = 0; i < 20; ++i)
        m_book->addTag(QStringLiteral("x%1").arg(i), QStringLiteral("Tag %1").arg(i));
    m_sidebar->namesChanged();
    const int folded = m_sidebar->model()->rowCount();
    click(QStringLiteral("Archived"));
    for (int i = 0; i <= SidebarModel::shortList; ++i)
        QTest::keyClick(m_sidebar.get(), Qt::Key_Down);
    QCOMPARE(marked(), QStringLiteral("Show all 22"));
    QTest::keyClick(m_sidebar.get(), Qt::Key_Return);
    QVERIFY(m_sidebar->model()->rowCount() > folded);
}

void TestSidebar::screenReadersHearCounts()
{
    const QModelIndex leads = m_sidebar->model()->index(rowNamed(QStringLiteral("Leads")), 0);
    QCOMPARE(leads.data(Qt::AccessibleTextRole).toString(), QStringLiteral("Leads, 3 contacts"));
    QVERIFY(!m_sidebar->accessibleName().isEmpty());
}

QTEST_MAIN(TestSidebar)
#include "tst_sidebar.moc"
