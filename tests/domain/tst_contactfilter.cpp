// SPDX-License-Identifier: MIT
#include "core/domain/contactquery.h"
#include "core/domain/filterjson.h"

#include <QtTest/QTest>

using namespace roster;

namespace {

QString str(const char *text)
{
    return QString::fromUtf8(text);
}

FilterCondition condition(FilterField field, FilterTest test, const QStringList &values = {})
{
    return {{field, {}, {}}, test, values, true};
}

FilterCondition attribute(AttributeType type, FilterTest test, const QStringList &values = {})
{
    return {{FilterField::CustomAttribute, str("plan"), type}, test, values, true};
}

} // namespace

class TestContactFilter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fits_data();
    void fits();
    void everyKindCanBeTested();
    void problems_data();
    void problems();
    void attributesOfTheWorkspace();
    void whatIsOffOrUnfinishedIsNotAsked();
    void plainConditionsOfAQuery();
    void plainConditionsAmongOthers();
    void aFilterJoinedByOrHasNoPlainOnes();
};

void TestContactFilter::fits_data()
{
    QTest::addColumn<FilterKind>("kind");
    QTest::addColumn<FilterTest>("test");
    QTest::addColumn<bool>("isFitting");
    const auto add = [](const char *name, FilterKind kind, FilterTest test, bool fits) {
        QTest::newRow(name) << kind << test << fits;
    };
    add("role is", FilterKind::Role, FilterTest::Is, true);
    add("role contains", FilterKind::Role, FilterTest::Contains, false);
    add("role has none: everybody has one", FilterKind::Role, FilterTest::HasNone, false);
    add("tags all of", FilterKind::Links, FilterTest::AllOf, true);
    add("tags is", FilterKind::Links, FilterTest::Is, false);
    add("owner any of", FilterKind::Owner, FilterTest::AnyOf, true);
    add("owner all of: there is one", FilterKind::Owner, FilterTest::AllOf, false);
    add("text ends", FilterKind::Text, FilterTest::EndsWith, true);
    add("text greater", FilterKind::Text, FilterTest::Greater, false);
    add("choice none of", FilterKind::Choice, FilterTest::NoneOf, true);
    add("choice starts", FilterKind::Choice, FilterTest::StartsWith, false);
    add("number less", FilterKind::Number, FilterTest::Less, true);
    add("number on", FilterKind::Number, FilterTest::On, false);
    add("date in last days", FilterKind::Date, FilterTest::InLastDays, true);
    add("date is", FilterKind::Date, FilterTest::Is, false);
    add("flag no", FilterKind::Flag, FilterTest::No, true);
    add("flag is", FilterKind::Flag, FilterTest::Is, false);
}

void TestContactFilter::fits()
{
    QFETCH(FilterKind, kind);
    QFETCH(FilterTest, test);
    QTEST(isFitting(test, kind), "isFitting");
}

void TestContactFilter::everyKindCanBeTested()
{
    for (int kind = 0; kind <= static_cast<int>(FilterKind::Flag); ++kind) {
        const auto tests = testsOf(static_cast<FilterKind>(kind));
        QVERIFY(!tests.empty());
        QSet<int> different;
        for (const FilterTest test : tests)
            different.insert(static_cast<int>(test));
        QCOMPARE(size_t(different.size()), tests.size());
    }
}

void TestContactFilter::problems_data()
{
    using P = std::optional<FilterProblem>;
    QTest::addColumn<FilterCondition>("asked");
    QTest::addColumn<P>("problem");
    const auto add = [](const char *name, const FilterCondition &asked, P problem = {}) {
        QTest::newRow(name) << asked << problem;
    };
    const auto number = AttributeType::Integer;
    add("a role", condition(FilterField::Role, FilterTest::Is, {str("user")}));
    add("no role of that name", condition(FilterField::Role, FilterTest::Is, {str("boss")}),
        FilterProblem::NotARole);
    add("no tag", condition(FilterField::Tag, FilterTest::AnyOf), FilterProblem::ValueMissing);
    add("two tags", condition(FilterField::Tag, FilterTest::AllOf, {str("1"), str("2")}));
    add("two names", condition(FilterField::Name, FilterTest::Is, {str("a"), str("b")}),
        FilterProblem::TooManyValues);
    add("an empty name", condition(FilterField::Name, FilterTest::Contains, {QString()}),
        FilterProblem::ValueMissing);
    add("a value too many", condition(FilterField::Email, FilterTest::HasAny, {str("x")}),
        FilterProblem::TooManyValues);
    add("tag is", condition(FilterField::Tag, FilterTest::Is, {str("1")}),
        FilterProblem::TestDoesNotFit);
    add("a day", condition(FilterField::CreatedAt, FilterTest::On, {str("2024-02-29")}));
    add("no such day", condition(FilterField::CreatedAt, FilterTest::On, {str("2023-02-29")}),
        FilterProblem::NotADate);
    add("a day and time",
        condition(FilterField::LastSeenAt, FilterTest::After, {str("2024-02-29T10:00:00")}),
        FilterProblem::NotADate);
    add("seven days", condition(FilterField::UpdatedAt, FilterTest::InLastDays, {str("7")}));
    for (const char *wrong : {"0", "-1", "1.5", "week", "99999"})
        add(wrong, condition(FilterField::UpdatedAt, FilterTest::InLastDays, {str(wrong)}),
            FilterProblem::NotADayCount);
    add("a number", attribute(number, FilterTest::Greater, {str("-12.5")}));
    for (const char *wrong : {"twelve", "1,5", "nan", "inf", "12 "})
        add(wrong, attribute(number, FilterTest::Less, {str(wrong)}),
            str(wrong) == str("12 ") ? P() : P(FilterProblem::NotANumber));
    add("yes", attribute(AttributeType::Flag, FilterTest::Yes));
    FilterCondition nameless = attribute(number, FilterTest::HasAny);
    nameless.subject.attribute.clear();
    add("an attribute without name", nameless, FilterProblem::NameMissing);
}

void TestContactFilter::problems()
{
    QFETCH(FilterCondition, asked);
    QTEST(problemOf(asked), "problem");
}

void TestContactFilter::attributesOfTheWorkspace()
{
    DataAttribute plan;
    plan.name = str("plan");
    plan.type = AttributeType::List;
    const FilterCondition isPro{
        FilterSubject::ofAttribute(plan), FilterTest::Is, {str("pro")}, true};
    QVERIFY(!problemOf(isPro, {plan}));
    QVERIFY(problemOf(isPro, {}) == FilterProblem::UnknownAttribute);
    plan.type = AttributeType::Integer;
    QVERIFY(problemOf(isPro, {plan}) == FilterProblem::OtherType);
    const ContactFilter filter{FilterJoin::All, {{FilterJoin::All, {isPro}}}};
    QVERIFY(problemsOf(filter).isEmpty());
    QCOMPARE(problemsOf(filter, {plan}), QList<FilterFinding>({{0, 0, FilterProblem::OtherType}}));
}

void TestContactFilter::whatIsOffOrUnfinishedIsNotAsked()
{
    ContactFilter filter;
    FilterCondition off = condition(FilterField::Name, FilterTest::Contains, {str("a")});
    off.isOn = false;
    const FilterCondition unfinished = condition(FilterField::Email, FilterTest::Is);
    const FilterCondition asked = condition(FilterField::Phone, FilterTest::HasAny);
    filter.groups = {{FilterJoin::Any, {off, unfinished}}};
    QVERIFY(!filter.isFiltering());
    filter.groups.append({FilterJoin::Any, {off, asked}});
    QVERIFY(filter.isFiltering());
    QCOMPARE(filter.effective().groups, QList<FilterGroup>({{FilterJoin::Any, {asked}}}));
    QVERIFY(filter.asksFor(FilterField::Phone) && !filter.asksFor(FilterField::Name));
    QCOMPARE(problemsOf(filter), QList<FilterFinding>({{0, 1, FilterProblem::ValueMissing}}));
}

void TestContactFilter::plainConditionsOfAQuery()
{
    ContactQuery query;
    QVERIFY(query.isUnfiltered() && !query.role() && !query.owner());
    query.setRole(Role::Lead);
    query.setTag(TagId(str("7")));
    query.setCompany(CompanyId(str("c")));
    query.setOwner(AdminId(str("1")));
    QVERIFY(query.role() == Role::Lead && query.tag() == TagId(str("7")));
    QVERIFY(query.company() == CompanyId(str("c")) && query.owner() == AdminId(str("1")));
    QCOMPARE(query.filter.groups.size(), 1);
    query.setTag(TagId(str("8")));
    query.setOwner(AdminId());
    QVERIFY(query.tag() == TagId(str("8")) && query.owner() == AdminId());
    QCOMPARE(query.filter.groups.constFirst().conditions.size(), 4);
    query.setRole(std::nullopt);
    query.setTag(std::nullopt);
    query.setCompany(std::nullopt);
    query.setOwner(std::nullopt);
    QCOMPARE(query, ContactQuery());
}

void TestContactFilter::plainConditionsAmongOthers()
{
    ContactQuery query;
    const FilterGroup either{FilterJoin::Any,
                             {condition(FilterField::Email, FilterTest::HasAny),
                              condition(FilterField::Phone, FilterTest::HasAny)}};
    query.filter.groups = {either};
    query.setRole(Role::User);
    QVERIFY(query.role() == Role::User);
    QVERIFY(query.filter.groups.contains(either));
    QVERIFY(query.filter.join == FilterJoin::All);
    query.filter.groups.constFirst();
    query.setRole(std::nullopt);
    QCOMPARE(query.filter.groups, QList<FilterGroup>({either}));
    query.filter.require(condition(FilterField::Tag, FilterTest::AnyOf, {str("1"), str("2")}));
    QVERIFY(!query.tag());
    query.filter.require(condition(FilterField::Tag, FilterTest::NoneOf, {str("1")}));
    QVERIFY(!query.tag());
    QVERIFY(query.filter.required(FilterField::Tag)->test == FilterTest::NoneOf);
}

void TestContactFilter::aFilterJoinedByOrHasNoPlainOnes()
{
    ContactQuery query;
    query.setRole(Role::User);
    query.filter.join = FilterJoin::Any;
    QVERIFY(query.role() == Role::User);
    query.filter.groups.append(
        {FilterJoin::All, {condition(FilterField::Email, FilterTest::HasNone)}});
    QVERIFY(!query.role());
}

QTEST_GUILESS_MAIN(TestContactFilter)
#include "tst_contactfilter.moc"
