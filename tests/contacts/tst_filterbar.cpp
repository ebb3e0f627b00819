// SPDX-License-Identifier: MIT
#include "tests/support/memorybook.h"
#include "ui/contacts/filterbar.h"
#include "ui/contacts/pickpopup.h"
#include "ui/theme/appearance.h"
#include "ui/theme/resources.h"
#include "ui/theme/theme.h"
#include "ui/widgets/filterchip.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>

#include <memory>

using namespace roster;

class TestFilterBar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void showsOnlyWhatIsSet();
    void theRoleIsChosenFromItsMenu();
    void aConditionIsAddedByTyping();
    void anOwnerCanBeNobody();
    void aChipIsRemovedByCrossAndKey();
    void aChipChangesItsCondition();
    void escapeChoosesNothing();
    void clearTakesAllAway();
    void whatIsSetFromOutsideIsShownQuietly();
    void namesFollowTheDirectory();
    void countsContacts();

private:
    FilterChip *chip(const char *name) const
    {
        return m_bar->findChild<FilterChip *>(QLatin1String(name));
    }
    void press(QWidget *button) const
    {
        QTest::mouseClick(button, Qt::LeftButton, {}, {12, button->height() / 2});
    }
    void trigger(const char *menuName, const QString &text) const;
    void openCondition(const QString &name) const;
    PickPopup *popup() const { return m_bar->findChild<PickPopup *>(); }
    ContactQuery last() { return m_changed->takeLast().at(0).value<ContactQuery>(); }

    Appearance m_appearance;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<MemoryBook> m_book;
    std::unique_ptr<FilterBar> m_bar;
    std::unique_ptr<QSignalSpy> m_changed;
};

void TestFilterBar::initTestCase()
{
    initUiResources();
    m_theme = std::make_unique<Theme>(*qApp, m_appearance);
}

void TestFilterBar::init()
{
    m_book = std::make_unique<MemoryBook>();
    m_book->addTag(QStringLiteral("t1"), QStringLiteral("VIP"));
    m_book->addTag(QStringLiteral("t2"), QStringLiteral("Beta"));
    m_book->addCompany(QStringLiteral("c1"), QStringLiteral("Navy"));
    m_book->addAdmin(QStringLiteral("a1"), QStringLiteral("Mei Tan"));
    m_bar = std::make_unique<FilterBar>(*m_theme, *m_book);
    m_changed = std::make_unique<QSignalSpy>(m_bar.get(), &FilterBar::filterChanged);
    m_bar->resize(760, 47);
    m_bar->show();
}

void TestFilterBar::cleanup()
{
    m_changed.reset();
    m_bar.reset();
    m_book.reset();
}

void TestFilterBar::trigger(const char *menuName, const QString &text) const
{
    auto *menu = m_bar->findChild<QMenu *>(QLatin1String(menuName));
    QVERIFY(menu && menu->isVisible());
    for (QAction *action : menu->actions()) {
        if (action->text() == text) {
            menu->setActiveAction(action);
            QTest::keyClick(menu, Qt::Key_Return);
            return;
        }
    }
    QFAIL("no such action");
}

void TestFilterBar::openCondition(const QString &name) const
{
    press(chip("addFilterChip"));
    QTRY_VERIFY(popup() && popup()->isVisible());
    auto *field = popup()->findChild<QLineEdit *>();
    QTest::keyClicks(field, name);
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(popup()->isVisible());
    QVERIFY(field->text().isEmpty());
}

void TestFilterBar::showsOnlyWhatIsSet()
{
    QCOMPARE(chip("roleFilterChip")->label(), QStringLiteral("Role is any"));
    QVERIFY(chip("roleFilterChip")->isVisible() && chip("addFilterChip")->isVisible());
    QVERIFY(!chip("tagFilterChip")->isVisible());
    QVERIFY(!m_bar->findChild<QPushButton *>(QStringLiteral("clearFilterButton"))->isVisible());
    ContactQuery query;
    query.setTag(TagId(QStringLiteral("t1")));
    query.setCompany(CompanyId(QStringLiteral("c1")));
    query.setOwner(AdminId(QStringLiteral("a1")));
    m_bar->setFilter(query);
    QCOMPARE(chip("tagFilterChip")->label(), QStringLiteral("Tag is VIP"));
    QCOMPARE(chip("companyFilterChip")->label(), QStringLiteral("Company is Navy"));
    QCOMPARE(chip("ownerFilterChip")->label(), QStringLiteral("Owner is Mei Tan"));
    QVERIFY(chip("tagFilterChip")->isVisible() && chip("ownerFilterChip")->isVisible());
    QVERIFY(!chip("addFilterChip")->isVisible());
}

void TestFilterBar::theRoleIsChosenFromItsMenu()
{
    press(chip("roleFilterChip"));
    trigger("roleMenu", QStringLiteral("Leads"));
    QVERIFY(last().role() == Role::Lead);
    QCOMPARE(chip("roleFilterChip")->label(), QStringLiteral("Role is lead"));
    QTRY_VERIFY(!m_bar->findChild<QMenu *>(QStringLiteral("roleMenu")));
    QTest::keyClick(chip("roleFilterChip"), Qt::Key_Space);
    trigger("roleMenu", QStringLiteral("Any role"));
    QVERIFY(!last().role());
}

void TestFilterBar::aConditionIsAddedByTyping()
{
    openCondition(QStringLiteral("Tag"));
    auto *field = popup()->findChild<QLineEdit *>();
    QTest::keyClicks(field, QStringLiteral("vi"));
    auto *list = popup()->findChild<QListView *>();
    QCOMPARE(list->model()->rowCount(), 1);
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(last().tag() == TagId(QStringLiteral("t1")));
    QVERIFY(chip("tagFilterChip")->isVisible());
    QTRY_VERIFY(!popup());
}

void TestFilterBar::anOwnerCanBeNobody()
{
    openCondition(QStringLiteral("Owner"));
    auto *list = popup()->findChild<QListView *>();
    QCOMPARE(list->model()->index(0, 0).data().toString(), QStringLiteral("No owner"));
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                      list->visualRect(list->model()->index(0, 0)).center());
    QVERIFY(last().owner() == AdminId());
    QCOMPARE(chip("ownerFilterChip")->label(), QStringLiteral("No owner"));
}

void TestFilterBar::aChipIsRemovedByCrossAndKey()
{
    ContactQuery query;
    query.setTag(TagId(QStringLiteral("t1")));
    query.setCompany(CompanyId(QStringLiteral("c1")));
    m_bar->setFilter(query);
    FilterChip *tag = chip("tagFilterChip");
    QTest::mouseClick(tag, Qt::LeftButton, {}, tag->crossRect().center());
    ContactQuery now = last();
    QVERIFY(!now.tag() && now.company());
    QVERIFY(!tag->isVisible());
    QTest::keyClick(chip("companyFilterChip"), Qt::Key_Delete);
    QVERIFY(last().isUnfiltered());
}

void TestFilterBar::aChipChangesItsCondition()
{
    ContactQuery query;
    query.setTag(TagId(QStringLiteral("t1")));
    m_bar->setFilter(query);
    press(chip("tagFilterChip"));
    QTRY_VERIFY(popup());
    QTest::keyClick(popup()->findChild<QLineEdit *>(), Qt::Key_Down);
    QTest::keyClick(popup()->findChild<QLineEdit *>(), Qt::Key_Return);
    QVERIFY(last().tag() == TagId(QStringLiteral("t2")));
}

void TestFilterBar::escapeChoosesNothing()
{
    openCondition(QStringLiteral("Company"));
    QTest::keyClick(popup()->findChild<QLineEdit *>(), Qt::Key_Escape);
    QTRY_VERIFY(!popup());
    QVERIFY(m_changed->isEmpty());
}

void TestFilterBar::clearTakesAllAway()
{
    ContactQuery query;
    query.setRole(Role::User);
    query.setTag(TagId(QStringLiteral("t1")));
    m_bar->setFilter(query);
    auto *clear = m_bar->findChild<QPushButton *>(QStringLiteral("clearFilterButton"));
    QVERIFY(clear->isVisible());
    clear->click();
    QVERIFY(last().isUnfiltered());
    QVERIFY(!clear->isVisible() && !m_bar->isFiltered());
}

void TestFilterBar::whatIsSetFromOutsideIsShownQuietly()
{
    ContactQuery query;
    query.setRole(Role::User);
    query.text = QStringLiteral("ada");
    query.sortColumn = SortColumn::Email;
    m_bar->setFilter(query);
    QVERIFY(m_changed->isEmpty());
    QVERIFY(m_bar->filter().text.isEmpty());
    QVERIFY(m_bar->filter().sortColumn == ContactQuery().sortColumn);
    QCOMPARE(chip("roleFilterChip")->label(), QStringLiteral("Role is user"));
}

void TestFilterBar::namesFollowTheDirectory()
{
    ContactQuery query;
    query.setTag(TagId(QStringLiteral("t9")));
    m_bar->setFilter(query);
    QCOMPARE(chip("tagFilterChip")->label(), QStringLiteral("Tag is t9"));
    m_book->addTag(QStringLiteral("t9"), QStringLiteral("Press"));
    m_bar->namesChanged();
    QCOMPARE(chip("tagFilterChip")->label(), QStringLiteral("Tag is Press"));
}

void TestFilterBar::countsContacts()
{
    auto *label = m_bar->findChild<QLabel *>(QStringLiteral("resultCountLabel"));
    m_bar->setResultCount(1);
    QCOMPARE(label->text(), QStringLiteral("1 contact"));
    m_bar->setResultCount(12408);
    QVERIFY(label->text().endsWith(QStringLiteral(" contacts")));
    QVERIFY(label->text().startsWith(QStringLiteral("12")));
}

QTEST_MAIN(TestFilterBar)
#include "tst_filterbar.moc"
