// SPDX-License-Identifier: MIT
#include "tests/contacts/filterbarrig.h"
#include "ui/widgets/elidedlabel.h"

#include <QtWidgets/QCheckBox>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>

using namespace roster;
using namespace roster::test;

class TestFilterBar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void beginsWithRoleAndAdd();
    void aConditionIsAddedByKeys();
    void whatCannotBeAskedIsToldAndNotKept();
    void escapeTakesEverythingBack();
    void aClickElsewhereKeepsWhatCanBeAsked();
    void aChipChangesItsCondition();
    void aChipIsRemovedByCrossKeysAndButton();
    void aChipIsSwitchedOffAndOn();
    void chipsHaveAMenu();
    void joinsAreSwitched();
    void groupsAreMade();
    void aChipMovesToAGroupOfItsOwn();
    void aGroupThatIsEmptyGoes();
    void everythingByKeyboard();
    void clearTakesAllAway();
    void whatIsSetFromOutsideIsShownQuietly();
    void isToldItsOwnFilterWithoutLosingIt();
    void aTestIsChosenFromItsList();
    void namesFollowTheDirectory();
    void unknownAttributesAreMarked();
    void theArchiveIsOffered();
    void countsContacts();
    void tellsHowManyMayBeMissing();
    void wrapsAndThenScrolls();
    void mirrors();
    void screenReadersHearChips();

private:
    static FilterCondition tag(const QStringList &ids)
    {
        return {{FilterField::Tag, {}, {}}, FilterTest::AnyOf, ids, true};
    }
    void setConditions(const QList<FilterCondition> &conditions)
    {
        ContactQuery query;
        query.filter.groups = {{FilterJoin::All, conditions}};
        m_rig->bar().setFilter(query);
    }
    QPushButton *button(const char *name) const
    {
        return m_rig->find<QPushButton>(QLatin1String(name));
    }

    Appearance m_appearance;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<FilterBarRig> m_rig;
};

void TestFilterBar::initTestCase()
{
    initUiResources();
    m_theme = std::make_unique<Theme>(*qApp, m_appearance);
}

void TestFilterBar::init()
{
    m_rig = std::make_unique<FilterBarRig>(*m_theme);
}

void TestFilterBar::cleanup()
{
    m_rig.reset();
}

void TestFilterBar::beginsWithRoleAndAdd()
{
    auto *role = m_rig->find<FilterChip>(QStringLiteral("roleFilterChip"));
    QCOMPARE(role->label(), QStringLiteral("Role is any"));
    QVERIFY(!role->isRemovable() && !button("clearFilterButton"));
    m_rig->click(role);
    QVERIFY(m_rig->popup());
    m_rig->type(QStringLiteral("lea"));
    m_rig->key(Qt::Key_Return);
    QTRY_VERIFY(!m_rig->popup());
    QVERIFY(m_rig->bar().filter().role() == Role::Lead);
    QVERIFY(!role->isVisible());
    QCOMPARE(m_rig->chip(0, 0)->label(), QStringLiteral("Role is lead"));
}

void TestFilterBar::aConditionIsAddedByKeys()
{
    m_rig->add(QStringLiteral("Tag"));
    QVERIFY(m_rig->popup());
    m_rig->type(QStringLiteral("vi"));
    m_rig->key(Qt::Key_Return);
    QCOMPARE(m_rig->condition(), tag({QStringLiteral("t1")}));
    QVERIFY(m_rig->popup());
    // The field is empty again: the next one is chosen, then Enter means what is chosen.
    m_rig->type(QStringLiteral("be"));
    m_rig->key(Qt::Key_Return);
    QCOMPARE(m_rig->condition(), tag({QStringLiteral("t1"), QStringLiteral("t2")}));
    m_rig->key(Qt::Key_Return);
    QTRY_VERIFY(!m_rig->popup());
    QCOMPARE(m_rig->chip(0, 0)->label(), QStringLiteral("Tag is any of VIP, Beta"));
    QVERIFY(m_rig->chip(0, 0)->hasFocus());
}

void TestFilterBar::whatCannotBeAskedIsToldAndNotKept()
{
    m_rig->add(QStringLiteral("Created"));
    auto *problem = m_rig->popup()->findChild<QLabel *>(QStringLiteral("filterProblemLabel"));
    QVERIFY(!problem->isVisible());
    m_rig->type(QStringLiteral("many"));
    QVERIFY(!problem->isVisible() && m_rig->changed().isEmpty());
    m_rig->key(Qt::Key_Return);
    QVERIFY(problem->isVisible() && problem->text().contains(QStringLiteral("days")));
    QVERIFY(m_rig->valueField()->property("invalid").toBool());
    for (int i = 0; i < 4; ++i)
        m_rig->key(Qt::Key_Backspace);
    m_rig->type(QStringLiteral("7"));
    QVERIFY(!problem->isVisible() && !m_rig->valueField()->property("invalid").toBool());
    QCOMPARE(m_rig->condition().values, QStringList(QStringLiteral("7")));
    m_rig->key(Qt::Key_Backspace);
    m_rig->popup()->close();
    QVERIFY(m_rig->filter().groups.isEmpty());
}

void TestFilterBar::escapeTakesEverythingBack()
{
    m_rig->add(QStringLiteral("Email"));
    m_rig->type(QStringLiteral("acme"));
    QCOMPARE(m_rig->filter().groups.size(), 1);
    m_rig->key(Qt::Key_Escape);
    QTRY_VERIFY(!m_rig->popup());
    QVERIFY(m_rig->filter().groups.isEmpty());
    QVERIFY(m_rig->find(QStringLiteral("addFilterChip"))->hasFocus());
    m_rig->click(m_rig->find(QStringLiteral("addFilterChip")));
    m_rig->key(Qt::Key_Escape);
    QTRY_VERIFY(!m_rig->list() && !m_rig->popup());
}

void TestFilterBar::aClickElsewhereKeepsWhatCanBeAsked()
{
    m_rig->add(QStringLiteral("Email"));
    m_rig->type(QStringLiteral("acme"));
    m_rig->popup()->close();
    QTRY_VERIFY(!m_rig->popup());
    QCOMPARE(m_rig->condition().value(), QStringLiteral("acme"));
    QCOMPARE(m_rig->chip(0, 0)->label(), QStringLiteral("Email contains acme"));
}

void TestFilterBar::aChipChangesItsCondition()
{
    setConditions({tag({QStringLiteral("t1")})});
    m_rig->click(m_rig->chip(0, 0));
    m_rig->test(FilterTest::NoneOf);
    QCOMPARE(m_rig->condition().test, FilterTest::NoneOf);
    QCOMPARE(m_rig->condition().values, QStringList(QStringLiteral("t1")));
    m_rig->test(FilterTest::HasNone);
    QVERIFY(m_rig->condition().values.isEmpty() && !m_rig->valueField());
    m_rig->key(Qt::Key_Return);
    QTRY_VERIFY(!m_rig->popup());
    QCOMPARE(m_rig->chip(0, 0)->label(), QStringLiteral("No tag"));
}

void TestFilterBar::aChipIsRemovedByCrossKeysAndButton()
{
    setConditions({tag({QStringLiteral("t1")}), tag({QStringLiteral("t2")}),
                   tag({QStringLiteral("t3")}), tag({QStringLiteral("t1")})});
    FilterChip *first = m_rig->chip(0, 0);
    QTest::mouseClick(first, Qt::LeftButton, {}, first->crossRect().center());
    QCOMPARE(m_rig->filter().groups.first().conditions.size(), 3);
    m_rig->chip(0, 1)->setFocus();
    m_rig->key(Qt::Key_Delete);
    QCOMPARE(m_rig->filter().groups.first().conditions.size(), 2);
    QVERIFY(m_rig->chip(0, 1)->hasFocus());
    m_rig->key(Qt::Key_Backspace);
    QCOMPARE(m_rig->condition().values, QStringList(QStringLiteral("t2")));
    QVERIFY(m_rig->chip(0, 0)->hasFocus());
    m_rig->key(Qt::Key_Space);
    m_rig->click(m_rig->find(QStringLiteral("filterRemoveButton")));
    QVERIFY(m_rig->filter().groups.isEmpty());
}

void TestFilterBar::aChipIsSwitchedOffAndOn()
{
    setConditions({tag({QStringLiteral("t1")})});
    m_rig->chip(0, 0)->setFocus();
    m_rig->key(Qt::Key_Space, Qt::ControlModifier);
    QVERIFY(!m_rig->condition().isOn && !m_rig->chip(0, 0)->isOn());
    QVERIFY(!m_rig->filter().isFiltering());
    QCOMPARE(m_rig->chip(0, 0)->accessibleName(), QStringLiteral("Tag is VIP, switched off"));
    QVERIFY(button("clearFilterButton"));
    m_rig->click(m_rig->chip(0, 0));
    auto *on = m_rig->find<QCheckBox>(QStringLiteral("filterOnCheck"));
    QVERIFY(!on->isChecked());
    QTest::mouseClick(on, Qt::LeftButton, {}, {8, on->height() / 2});
    QVERIFY(m_rig->condition().isOn);
    m_rig->key(Qt::Key_Escape);
    QTRY_VERIFY(!m_rig->popup());
    QVERIFY(!m_rig->condition().isOn);
}

void TestFilterBar::chipsHaveAMenu()
{
    setConditions({tag({QStringLiteral("t1")})});
    QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, {});
    QApplication::sendEvent(m_rig->chip(0, 0), &event);
    auto *menu = m_rig->find<QMenu>(QStringLiteral("filterMenu"));
    QVERIFY(menu);
    QCOMPARE(menu->actions().at(1)->text(), QStringLiteral("Switch off"));
    QVERIFY(!menu->actions().at(2)->isEnabled());
    menu->setActiveAction(menu->actions().at(1));
    QTest::keyClick(menu, Qt::Key_Return);
    QVERIFY(!m_rig->condition().isOn);
}

void TestFilterBar::joinsAreSwitched()
{
    setConditions({tag({QStringLiteral("t1")}), tag({QStringLiteral("t2")})});
    QPushButton *join = button("join0_1Button");
    QCOMPARE(join->text(), QStringLiteral("and"));
    QTest::mouseClick(join, Qt::LeftButton);
    QCOMPARE(m_rig->filter().groups.first().join, FilterJoin::Any);
    QCOMPARE(join->text(), QStringLiteral("or"));
    QCOMPARE(join->accessibleName(), QStringLiteral("or"));
    join->setFocus();
    m_rig->key(Qt::Key_Space);
    QCOMPARE(m_rig->filter().groups.first().join, FilterJoin::All);
}

void TestFilterBar::groupsAreMade()
{
    setConditions({tag({QStringLiteral("t1")}), tag({QStringLiteral("t2")})});
    QVERIFY(!m_rig->find(QStringLiteral("filterGroup0")));
    m_rig->add(QStringLiteral("New group"));
    QVERIFY(m_rig->list());
    m_rig->type(QStringLiteral("Email"));
    m_rig->key(Qt::Key_Return);
    m_rig->test(FilterTest::HasNone);
    m_rig->key(Qt::Key_Return);
    QCOMPARE(m_rig->filter().groups.size(), 2);
    QCOMPARE(m_rig->filter().join, FilterJoin::Any);
    QVERIFY(m_rig->find(QStringLiteral("filterGroup0")) &&
            m_rig->find(QStringLiteral("filterGroup1")));
    QVERIFY(!m_rig->find(QStringLiteral("roleFilterChip")));
    QTest::mouseClick(button("groupJoin1Button"), Qt::LeftButton);
    QCOMPARE(m_rig->filter().join, FilterJoin::All);
    // The group's own "+" adds to it.
    m_rig->click(m_rig->find(QStringLiteral("add1FilterChip")));
    m_rig->type(QStringLiteral("Phone"));
    m_rig->key(Qt::Key_Return);
    m_rig->test(FilterTest::HasAny);
    m_rig->key(Qt::Key_Return);
    QCOMPARE(m_rig->filter().groups.at(1).conditions.size(), 2);
    QCOMPARE(m_rig->chip(1, 1)->label(), QStringLiteral("Has a phone"));
}

void TestFilterBar::aChipMovesToAGroupOfItsOwn()
{
    setConditions({tag({QStringLiteral("t1")}), tag({QStringLiteral("t2")})});
    QContextMenuEvent event(QContextMenuEvent::Mouse, {5, 5},
                            m_rig->chip(0, 1)->mapToGlobal(QPoint(5, 5)));
    QApplication::sendEvent(m_rig->chip(0, 1), &event);
    auto *menu = m_rig->find<QMenu>(QStringLiteral("filterMenu"));
    menu->setActiveAction(menu->actions().at(2));
    QTest::keyClick(menu, Qt::Key_Return);
    QCOMPARE(m_rig->filter().groups.size(), 2);
    QCOMPARE(m_rig->condition(1, 0), tag({QStringLiteral("t2")}));
}

void TestFilterBar::aGroupThatIsEmptyGoes()
{
    ContactQuery query;
    query.filter.join = FilterJoin::Any;
    query.filter.groups = {{FilterJoin::All, {tag({QStringLiteral("t1")})}},
                           {FilterJoin::All, {tag({QStringLiteral("t2")})}}};
    m_rig->bar().setFilter(query);
    m_rig->chip(0, 0)->setFocus();
    m_rig->key(Qt::Key_Delete);
    QCOMPARE(m_rig->filter().groups.size(), 1);
    QCOMPARE(m_rig->filter().join, FilterJoin::All);
    QVERIFY(!m_rig->find(QStringLiteral("filterGroup0")));
    QCOMPARE(m_rig->chip(0, 0)->label(), QStringLiteral("Tag is Beta"));
}

void TestFilterBar::everythingByKeyboard()
{
    setConditions({tag({QStringLiteral("t1")}), tag({QStringLiteral("t2")})});
    m_rig->find(QStringLiteral("roleFilterChip"))->setFocus();
    QStringList stops;
    for (int i = 0; i < 5; ++i) {
        m_rig->key(Qt::Key_Tab);
        stops << m_rig->bar().focusWidget()->objectName();
    }
    QCOMPARE(stops.join(u' '), QStringLiteral("filter0_0Chip join0_1Button filter0_1Chip "
                                              "addFilterChip clearFilterButton"));
    m_rig->chip(0, 0)->setFocus();
    m_rig->key(Qt::Key_Return);
    QVERIFY(m_rig->popup());
    m_rig->key(Qt::Key_Down);
    m_rig->key(Qt::Key_Space);
    QCOMPARE(m_rig->condition().values.size(), 2);
    m_rig->key(Qt::Key_Return);
    QTRY_VERIFY(!m_rig->popup());
    QVERIFY(m_rig->chip(0, 0)->hasFocus());
}

void TestFilterBar::clearTakesAllAway()
{
    setConditions({tag({QStringLiteral("t1")})});
    QTest::mouseClick(button("clearFilterButton"), Qt::LeftButton);
    QVERIFY(m_rig->filter().groups.isEmpty() && !m_rig->bar().isFiltered());
    QVERIFY(!button("clearFilterButton"));
    QCOMPARE(m_rig->changed().size(), 1);
}

void TestFilterBar::whatIsSetFromOutsideIsShownQuietly()
{
    ContactQuery query;
    query.setRole(Role::User);
    query.text = QStringLiteral("ada");
    query.sortColumn = SortColumn::Email;
    m_rig->bar().setFilter(query);
    QVERIFY(m_rig->changed().isEmpty());
    QVERIFY(m_rig->bar().filter().text.isEmpty());
    QVERIFY(m_rig->bar().filter().sortColumn == ContactQuery().sortColumn);
    QCOMPARE(m_rig->chip(0, 0)->label(), QStringLiteral("Role is user"));
}

// Whoever hears of a change shows the same filter to the bar again.
void TestFilterBar::isToldItsOwnFilterWithoutLosingIt()
{
    connect(&m_rig->bar(), &FilterBar::filterChanged, &m_rig->bar(), &FilterBar::setFilter);
    m_rig->add(QStringLiteral("Tag"));
    m_rig->key(Qt::Key_Space);
    QVERIFY(m_rig->chip(0, 0));
    m_rig->key(Qt::Key_Return);
    QCOMPARE(m_rig->filter().groups.size(), 1);
    QVERIFY(m_rig->chip(0, 0));
}

// The list opens over the small window; closing it leaves that open.
void TestFilterBar::aTestIsChosenFromItsList()
{
    m_rig->add(QStringLiteral("Created"));
    auto *combo = m_rig->find<QComboBox>(QStringLiteral("filterTestCombo"));
    m_rig->click(combo);
    QTRY_VERIFY(combo->view()->isVisible());
    m_rig->key(Qt::Key_Home);
    m_rig->key(Qt::Key_Down);
    m_rig->key(Qt::Key_Return);
    QTRY_VERIFY(!combo->view()->isVisible());
    QVERIFY(m_rig->popup());
    QTRY_VERIFY(m_rig->find(QStringLiteral("filterCalendar")));
    m_rig->key(Qt::Key_Escape);
    QTRY_VERIFY(!m_rig->popup());
}

void TestFilterBar::namesFollowTheDirectory()
{
    setConditions({tag({QStringLiteral("t9")})});
    QCOMPARE(m_rig->chip(0, 0)->label(), QStringLiteral("Tag is t9"));
    m_rig->book().addTag(QStringLiteral("t9"), QStringLiteral("Media"));
    m_rig->bar().namesChanged();
    QCOMPARE(m_rig->chip(0, 0)->label(), QStringLiteral("Tag is Media"));
}

void TestFilterBar::unknownAttributesAreMarked()
{
    FilterSubject gone{FilterField::CustomAttribute, QStringLiteral("shoe_size"),
                       AttributeType::Integer};
    setConditions({{gone, FilterTest::Greater, {QStringLiteral("40")}, true}});
    QVERIFY(m_rig->chip(0, 0)->problem().contains(QStringLiteral("no attribute")));
    DataAttribute known;
    known.name = gone.attribute;
    known.type = gone.type;
    m_rig->book().addAttribute(known);
    m_rig->bar().namesChanged();
    QVERIFY(m_rig->chip(0, 0)->problem().isEmpty());
}

void TestFilterBar::theArchiveIsOffered()
{
    QSignalSpy archived(&m_rig->bar(), &FilterBar::archivedRequested);
    m_rig->add(QStringLiteral("Archived"));
    QCOMPARE(archived.size(), 1);
    QTRY_VERIFY(!m_rig->list() && !m_rig->popup());
    QVERIFY(m_rig->changed().isEmpty());
}

void TestFilterBar::countsContacts()
{
    auto *label = m_rig->find<QLabel>(QStringLiteral("resultCountLabel"));
    m_rig->bar().setResultCount(1);
    QCOMPARE(label->text(), QStringLiteral("1 contact"));
    m_rig->bar().setResultCount(123, 12408);
    QCOMPARE(label->text(), QStringLiteral("123 of %1 contacts").arg(QLocale().toString(12408)));
}

void TestFilterBar::tellsHowManyMayBeMissing()
{
    const int height = m_rig->bar().height();
    setConditions({tag({QStringLiteral("t1")})});
    m_rig->bar().setUntold(1203);
    auto *untold = m_rig->find<ElidedLabel>(QStringLiteral("untoldLabel"));
    QVERIFY(untold);
    QCOMPARE(untold->fullText(), QStringLiteral("%1 contacts may be missing here: their tags are "
                                                "not known completely yet.")
                                     .arg(QLocale().toString(1203)));
    QCOMPARE(untold->accessibleName(), untold->fullText());
    QVERIFY(m_rig->bar().height() > height);
    FilterCondition company = tag({QStringLiteral("c1")});
    company.subject.field = FilterField::Company;
    setConditions({company});
    m_rig->bar().setUntold(1);
    QCOMPARE(untold->fullText(), QStringLiteral("1 contact may be missing here: its companies are "
                                                "not known completely yet."));
    // One that is off asks for nothing.
    FilterCondition off = tag({QStringLiteral("t1")});
    off.isOn = false;
    setConditions({company, off});
    QVERIFY(m_rig->bar().asksFor(FilterField::Company) && !m_rig->bar().asksFor(FilterField::Tag));
    m_rig->bar().setUntold(0);
    QVERIFY(!untold->isVisible());
    QCOMPARE(m_rig->bar().height(), height);
}

void TestFilterBar::wrapsAndThenScrolls()
{
    const int one = m_rig->bar().height();
    QList<FilterCondition> many(9, tag({QStringLiteral("t1"), QStringLiteral("t2")}));
    setConditions(many);
    QVERIFY(m_rig->bar().height() > one);
    m_rig->bar().resize(300, 47);
    QTRY_VERIFY(m_rig->chip(0, 0)->y() < m_rig->chip(0, 8)->y());
    const int tall = m_rig->bar().height();
    setConditions(many + many + many);
    QCOMPARE(m_rig->bar().height(), tall);
    setConditions({});
    m_rig->bar().resize(900, 47);
    QTRY_COMPARE(m_rig->bar().height(), one);
}

void TestFilterBar::mirrors()
{
    setConditions({tag({QStringLiteral("t1")}), tag({QStringLiteral("t2")})});
    m_rig->bar().setLayoutDirection(Qt::RightToLeft);
    QTRY_VERIFY(m_rig->chip(0, 0)->x() > m_rig->chip(0, 1)->x());
    QVERIFY(m_rig->find(QStringLiteral("resultCountLabel"))->x() < 200);
}

void TestFilterBar::screenReadersHearChips()
{
    setConditions({tag({QStringLiteral("t1")})});
    QCOMPARE(m_rig->chip(0, 0)->accessibleName(), QStringLiteral("Tag is VIP"));
    QVERIFY(m_rig->chip(0, 0)->accessibleDescription().contains(QStringLiteral("Ctrl+Space")));
    m_rig->click(m_rig->chip(0, 0));
    QCOMPARE(m_rig->popup()->accessibleName(), QStringLiteral("Filter by Tag"));
    QVERIFY(!m_rig->valueField()->accessibleName().isEmpty());
}

QTEST_MAIN(TestFilterBar)
#include "tst_filterbar.moc"
