// SPDX-License-Identifier: MIT
#include "tests/contacts/filterbarrig.h"
#include "ui/filter/dayvalueeditor.h"
#include "ui/filter/textvalueeditor.h"
#include "ui/text/filtertext.h"

#include <QtWidgets/QCalendarWidget>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QTableView>

using namespace roster;
using namespace roster::test;

using T = FilterTest;

Q_DECLARE_METATYPE(roster::FilterTest)

class TestFilterEditors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void everyKindIsEntered_data();
    void everyKindIsEntered();
    void everySubjectAndTestHasAnEditor();
    void aDayIsPickedFromTheCalendar();
    void theTimeZoneIsSaid();
    void aListIsPickedByMouse();
    void unknownIdsCanBeUnchosen();
    void whatWasEnteredSurvivesAnotherTest();
    void linesAreConfirmedByCtrlEnter();
    void typedNumbersAndDaysAreRead();
    void summariesNameWhatCounts();

private:
    Appearance m_appearance;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<FilterBarRig> m_rig;
};

void TestFilterEditors::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    initUiResources();
    m_theme = std::make_unique<Theme>(*qApp, m_appearance);
}

void TestFilterEditors::init()
{
    m_rig = std::make_unique<FilterBarRig>(*m_theme);
}

void TestFilterEditors::cleanup()
{
    m_rig.reset();
}

void TestFilterEditors::everyKindIsEntered_data()
{
    QTest::addColumn<QString>("subject");
    QTest::addColumn<FilterTest>("test");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QStringList>("values");
    QTest::addColumn<QString>("label");
    const auto row = [](const char *subject, T test, const char *typed, const char *values,
                        const char *label) {
        const QString all = QString::fromUtf8(values);
        QTest::newRow(label) << QString::fromUtf8(subject) << test << QString::fromUtf8(typed)
                             << (all.isEmpty() ? QStringList() : all.split(u'|'))
                             << QString::fromUtf8(label);
    };
    row("Role", T::Is, "user", "user", "Role is user");
    row("Role", T::IsNot, "lead", "lead", "Role is not lead");
    row("Tag", T::AnyOf, "VIP\nBeta\n", "t1|t2", "Tag is any of VIP, Beta");
    row("Tag", T::AllOf, "VIP\nPress\n", "t1|t3", "Tag is all of VIP, Press");
    row("Tag", T::NoneOf, "Beta\n", "t2", "Tag is not Beta");
    row("Tag", T::HasAny, "", "", "Has a tag");
    row("Company", T::AnyOf, "acme\n", "c2", "Company is Acme");
    row("Company", T::HasNone, "", "", "No company");
    row("Owner", T::Is, "mei", "1", "Owner is Mei Tan");
    row("Owner", T::HasNone, "", "", "No owner");
    row("Last seen", T::InLastDays, "30", "30", "Last seen in the last 30 days");
    row("Last seen", T::HasNone, "", "", "Last seen never");
    row("Created", T::On, "2026-11-03", "2026-11-03", "Created on 3 Nov 2026");
    row("Created", T::Before, "3 Nov 2026", "2026-11-03", "Created before 3 Nov 2026");
    row("Created", T::After, "03/11/2026", "2026-11-03", "Created after 3 Nov 2026");
    row("Email", T::HasAny, "", "", "Has an email");
    row("Email", T::HasNone, "", "", "No email");
    row("Email", T::EndsWith, "@acme.example", "@acme.example", "Email ends with @acme.example");
    row("Phone", T::HasNone, "", "", "No phone");
    row("Phone", T::StartsWith, "+44", "+44", "Phone starts with +44");
    row("Name", T::Contains, "o'neil", "o'neil", "Name contains o'neil");
    row("External id", T::Is, "70", "70", "External id is 70");
    row("External id", T::AnyOf, "70\n71\n70", "70|71", "External id is any of 70, 71");
    row("Job title", T::DoesNotContain, "chief", "chief", "Job title does not contain chief");
    row("Seats", T::Greater, "12", "12", "Seats is more than 12");
    row("Seats", T::AnyOf, "1\n2", "1|2", "Seats is any of 1, 2");
    row("Score", T::Less, "2.5", "2.5", "Score is less than 2.5");
    row("Newsletter", T::Yes, "", "", "Newsletter is yes");
    row("Newsletter", T::No, "", "", "Newsletter is no");
    row("Renewal", T::InLastDays, "1", "1", "Renewal today");
    row("Plan", T::NoneOf, "Basic\n", "Basic", "Plan is not Basic");
    row("Plan", T::HasAny, "", "", "Plan is set");
}

void TestFilterEditors::everyKindIsEntered()
{
    QFETCH(QString, subject);
    QFETCH(FilterTest, test);
    QFETCH(QString, typed);
    QFETCH(QStringList, values);
    QFETCH(QString, label);
    m_rig->add(subject);
    QVERIFY(m_rig->popup());
    m_rig->test(test);
    for (const QChar letter : std::as_const(typed))
        letter == u'\n' ? m_rig->key(Qt::Key_Return) : m_rig->type(letter);
    m_rig->key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(!m_rig->popup());
    QCOMPARE(m_rig->condition().test, test);
    QCOMPARE(m_rig->condition().values, values);
    QVERIFY(!problemOf(m_rig->condition(), m_rig->book().attributes()));
    QCOMPARE(m_rig->chip(0, 0)->label(), label);
}

void TestFilterEditors::everySubjectAndTestHasAnEditor()
{
    QWidget host;
    const QStringList values{QStringLiteral("2026-11-21")};
    int pairs = 0;
    for (int number = 0; number <= static_cast<int>(FilterField::LastRepliedAt); ++number) {
        const FilterSubject subject{static_cast<FilterField>(number), {}, {}};
        for (const FilterTest test : testsOf(subject.kind())) {
            ConditionPopup popup(*m_theme, m_rig->book(), {}, &host);
            popup.edit({subject, test, {}, true}, true);
            const bool isFree = valueCountOf(test).most == 0;
            QVERIFY2(popup.findChildren<QWidget *>(QRegularExpression(QStringLiteral(
                                                       "^filter(Value|Lines|Pick|Day)Edit$")))
                             .isEmpty() == isFree,
                     qPrintable(filterTestTitle(test, subject.kind())));
            QVERIFY(!filterTestTitle(test, subject.kind()).isEmpty());
            ++pairs;
        }
    }
    QVERIFY(pairs > 80);
}

void TestFilterEditors::aDayIsPickedFromTheCalendar()
{
    m_rig->add(QStringLiteral("Created"));
    m_rig->test(T::On);
    auto *calendar = m_rig->find<QCalendarWidget>(QStringLiteral("filterCalendar"));
    QCOMPARE(calendar->selectedDate(), QDate(2026, 11, 21));
    QTest::keyClicks(m_rig->valueField(), QStringLiteral("2026-10-05"));
    QCOMPARE(calendar->selectedDate(), QDate(2026, 10, 5));
    auto *days = calendar->findChild<QTableView *>();
    days->setFocus();
    QTest::keyClick(days, Qt::Key_Right);
    QTest::keyClick(days, Qt::Key_Return);
    QTRY_VERIFY(!m_rig->popup());
    QCOMPARE(m_rig->condition().value(), QStringLiteral("2026-10-06"));
}

void TestFilterEditors::theTimeZoneIsSaid()
{
    m_rig->add(QStringLiteral("Created"));
    auto *zone = m_rig->find<QLabel>(QStringLiteral("filterZoneLabel"));
    QVERIFY(zone && zone->text().contains(QStringLiteral("Europe/Dublin")));
    m_rig->test(T::HasAny);
    QVERIFY(!zone->isVisible());
    m_rig->key(Qt::Key_Escape);
    m_rig->add(QStringLiteral("Email"));
    QVERIFY(!m_rig->find(QStringLiteral("filterZoneLabel")));
}

void TestFilterEditors::aListIsPickedByMouse()
{
    m_rig->add(QStringLiteral("Tag"));
    auto *list = m_rig->find<QListView>(QStringLiteral("filterPickList"));
    const auto click = [list](int row) {
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                          list->visualRect(list->model()->index(row, 0)).center());
    };
    click(1);
    click(2);
    QCOMPARE(m_rig->condition().values.size(), 2);
    QVERIFY(list->model()
                ->index(1, 0)
                .data(Qt::AccessibleTextRole)
                .toString()
                .contains(QStringLiteral("chosen")));
    click(1);
    QCOMPARE(m_rig->condition().values.size(), 1);
    click(2);
    // Nothing is chosen: that cannot be asked.
    m_rig->click(m_rig->find(QStringLiteral("filterDoneButton")));
    QVERIFY(m_rig->find<QLabel>(QStringLiteral("filterProblemLabel"))->isVisible());
}

void TestFilterEditors::unknownIdsCanBeUnchosen()
{
    ContactQuery query;
    query.filter.groups = {{FilterJoin::All,
                            {{{FilterField::Tag, {}, {}},
                              T::AnyOf,
                              {QStringLiteral("gone"), QStringLiteral("t1")},
                              true}}}};
    m_rig->bar().setFilter(query);
    m_rig->click(m_rig->chip(0, 0));
    m_rig->type(QStringLiteral("gone"));
    m_rig->key(Qt::Key_Return);
    QCOMPARE(m_rig->condition().values, QStringList(QStringLiteral("t1")));
}

void TestFilterEditors::whatWasEnteredSurvivesAnotherTest()
{
    m_rig->add(QStringLiteral("Email"));
    m_rig->type(QStringLiteral("acme"));
    m_rig->test(T::StartsWith);
    QCOMPARE(m_rig->condition().test, T::StartsWith);
    QCOMPARE(m_rig->condition().value(), QStringLiteral("acme"));
    m_rig->test(T::AnyOf);
    QCOMPARE(m_rig->condition().values, QStringList(QStringLiteral("acme")));
    m_rig->key(Qt::Key_Escape);
    // A count of days is no day.
    m_rig->add(QStringLiteral("Created"));
    m_rig->type(QStringLiteral("30"));
    m_rig->test(T::On);
    QVERIFY(m_rig->popup()->condition().values.isEmpty());
    QCOMPARE(m_rig->condition().test, T::InLastDays);
}

void TestFilterEditors::linesAreConfirmedByCtrlEnter()
{
    m_rig->add(QStringLiteral("Seats"));
    m_rig->test(T::AnyOf);
    m_rig->type(QStringLiteral("1"));
    m_rig->key(Qt::Key_Return);
    QVERIFY(m_rig->popup());
    m_rig->type(QStringLiteral("many"));
    m_rig->key(Qt::Key_Return, Qt::ControlModifier);
    auto *problem = m_rig->find<QLabel>(QStringLiteral("filterProblemLabel"));
    QVERIFY(m_rig->popup() && problem->text().contains(QStringLiteral("number")));
}

void TestFilterEditors::typedNumbersAndDaysAreRead()
{
    QCOMPARE(numberValueOf(QStringLiteral(" 1,250.5 ")), QStringLiteral("1250.5"));
    QCOMPARE(numberValueOf(QStringLiteral("many")), QStringLiteral("many"));
    QCOMPARE(dayValueOf(QStringLiteral("2026-11-03")), QStringLiteral("2026-11-03"));
    QCOMPARE(dayValueOf(QStringLiteral("31 Feb 2026")), QStringLiteral("31 Feb 2026"));
    QLocale::setDefault(QLocale(QLocale::German));
    QCOMPARE(numberValueOf(QStringLiteral("1.250,5")), QStringLiteral("1250.5"));
    QCOMPARE(typedNumberOf(QStringLiteral("1250.5")), QStringLiteral("1250,5"));
    QCOMPARE(dayValueOf(QStringLiteral("03.11.2026")), QStringLiteral("2026-11-03"));
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
}

void TestFilterEditors::summariesNameWhatCounts()
{
    const FilterCondition vip{{FilterField::Tag, {}, {}}, T::AnyOf, {QStringLiteral("t1")}, true};
    FilterCondition off = vip;
    off.isOn = false;
    const FilterCondition lead{{FilterField::Role, {}, {}}, T::Is, {QStringLiteral("lead")}, true};
    ContactFilter filter;
    QVERIFY(filterSummary(filter, m_rig->book()).isEmpty());
    filter.groups = {{FilterJoin::All, {lead, off}}};
    QCOMPARE(filterSummary(filter, m_rig->book()), QStringLiteral("Role is lead"));
    filter.groups.append({FilterJoin::Any, {vip, lead}});
    QCOMPARE(filterSummary(filter, m_rig->book()),
             QStringLiteral("Role is lead and (Tag is VIP or Role is lead)"));
}

QTEST_MAIN(TestFilterEditors)
#include "tst_filtereditors.moc"
