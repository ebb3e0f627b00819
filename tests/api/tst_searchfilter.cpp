// SPDX-License-Identifier: MIT
#include "core/api/searchfilter.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtTest/QTest>

using namespace roster;
using api::SearchGap;

namespace {

QString str(const char *text)
{
    return QString::fromUtf8(text);
}

FilterCondition of(FilterField field, FilterTest test, const QStringList &values = {})
{
    return {{field, {}, {}}, test, values, true};
}

FilterCondition attribute(AttributeType type, FilterTest test, const QStringList &values = {})
{
    return {{FilterField::CustomAttribute, str("plan"), type}, test, values, true};
}

FilterGroup names(FilterJoin join, int count)
{
    FilterGroup group{join, {}};
    for (int i = 0; i < count; ++i)
        group.conditions.append(
            of(FilterField::Name, FilterTest::Contains, {QStringLiteral("n%1").arg(i)}));
    return group;
}

QString textOfJson(const QJsonObject &json)
{
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

api::SearchFilter translated(const ContactFilter &filter, QStringView version = u"2.10")
{
    const FilterDays days{"Europe/Berlin", QDate(2026, 11, 21)};
    return api::searchFilter(filter, days, version);
}

//! Elements and levels of groups below `query` are as many as the grammar allows.
bool isWithinGrammar(const QJsonObject &query, int level = 0)
{
    const QJsonValue value = query.value(u"value");
    if (query.contains(u"field"))
        return true;
    const QJsonArray members = value.toArray();
    bool isFine = level < 2 && !members.isEmpty() && members.size() <= 15;
    for (const QJsonValue &member : members)
        isFine = isFine && isWithinGrammar(member.toObject(), level + 1);
    return isFine;
}

} // namespace

//! What conditions and groups are in the words of Intercom's search.
class TestSearchFilter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void conditions_data();
    void conditions();
    void whatCannotBeSaid_data();
    void whatCannotBeSaid();
    void ownersAreTextFromTwoSixteen();
    void nothingAsked();
    void groups_data();
    void groups();
    void tooManyConditions();
    void tooManyGroups();
    void groupsJoinedAlikeAreOne();
};

void TestSearchFilter::conditions_data()
{
    QTest::addColumn<FilterCondition>("condition");
    QTest::addColumn<QString>("json");
    const auto add = [](const FilterCondition &condition, const char *json) {
        QTest::newRow(json) << condition << str(json);
    };
    using T = FilterTest;
    add(of(FilterField::Role, T::Is, {str("lead")}),
        R"({"field":"role","operator":"=","value":"lead"})");
    add(of(FilterField::Role, T::NoneOf, {str("lead")}),
        R"({"field":"role","operator":"NIN","value":["lead"]})");
    add(of(FilterField::Tag, T::AnyOf, {str("7")}),
        R"({"field":"tag_id","operator":"=","value":"7"})");
    add(of(FilterField::Tag, T::AnyOf, {str("7"), str("8"), str("7")}),
        R"({"operator":"OR","value":[{"field":"tag_id","operator":"=","value":"7"},)"
        R"({"field":"tag_id","operator":"=","value":"8"}]})");
    add(of(FilterField::Tag, T::AllOf, {str("7"), str("8")}),
        R"({"operator":"AND","value":[{"field":"tag_id","operator":"=","value":"7"},)"
        R"({"field":"tag_id","operator":"=","value":"8"}]})");
    add(of(FilterField::Tag, T::NoneOf, {str("7"), str("8")}),
        R"({"operator":"AND","value":[{"field":"tag_id","operator":"!=","value":"7"},)"
        R"({"field":"tag_id","operator":"!=","value":"8"}]})");
    add(of(FilterField::Tag, T::HasNone), R"({"field":"tag_id","operator":"=","value":null})");
    add(of(FilterField::Owner, T::Is, {str("814")}),
        R"({"field":"owner_id","operator":"=","value":814})");
    add(of(FilterField::Owner, T::HasNone), R"({"field":"owner_id","operator":"=","value":null})");
    add(of(FilterField::Name, T::Contains, {str("O'Neil")}),
        R"({"field":"name","operator":"~","value":"O'Neil"})");
    add(of(FilterField::Email, T::DoesNotContain, {str("a+b")}),
        R"({"field":"email","operator":"!~","value":"a+b"})");
    add(of(FilterField::Phone, T::StartsWith, {str("+44")}),
        R"({"field":"phone","operator":"^","value":"+44"})");
    add(of(FilterField::ExternalId, T::EndsWith, {str("x")}),
        R"({"field":"external_id","operator":"$","value":"x"})");
    add(of(FilterField::Email, T::HasAny), R"({"field":"email","operator":"!=","value":null})");
    add(of(FilterField::CreatedAt, T::On, {str("2026-11-21")}),
        R"({"field":"created_at","operator":"=","value":1795215600})");
    add(of(FilterField::LastRepliedAt, T::After, {str("2026-11-21")}),
        R"({"field":"last_replied_at","operator":">","value":1795215600})");
    add(of(FilterField::SignedUpAt, T::HasAny),
        R"({"field":"signed_up_at","operator":">","value":0})");
    add(of(FilterField::LastSeenAt, T::HasNone),
        R"({"field":"last_seen_at","operator":"=","value":null})");
    add(of(FilterField::UpdatedAt, T::InLastDays, {str("1")}),
        R"({"operator":"AND","value":[{"field":"updated_at","operator":">","value":1795129200},)"
        R"({"field":"updated_at","operator":"<","value":1795302000}]})");
    add(attribute(AttributeType::Integer, T::Greater, {str("12.5")}),
        R"({"field":"custom_attributes.plan","operator":">","value":12})");
    add(attribute(AttributeType::Integer, T::Less, {str("12.5")}),
        R"({"field":"custom_attributes.plan","operator":"<","value":13})");
    add(attribute(AttributeType::Float, T::Is, {str("12.5")}),
        R"({"field":"custom_attributes.plan","operator":"=","value":12.5})");
    add(attribute(AttributeType::Flag, T::No),
        R"({"field":"custom_attributes.plan","operator":"=","value":false})");
    add(attribute(AttributeType::Flag, T::HasNone),
        R"({"field":"custom_attributes.plan","operator":"=","value":null})");
    add(attribute(AttributeType::List, T::AnyOf, {str("Pro"), str("Free")}),
        R"({"field":"custom_attributes.plan","operator":"IN","value":["Pro","Free"]})");
}

void TestSearchFilter::conditions()
{
    QFETCH(FilterCondition, condition);
    const api::SearchFilter said = translated({FilterJoin::All, {{FilterJoin::All, {condition}}}});
    QVERIFY(said.unsaid.isEmpty());
    QTEST(textOfJson(said.query), "json");
}

void TestSearchFilter::whatCannotBeSaid_data()
{
    QTest::addColumn<FilterCondition>("condition");
    QTest::addColumn<SearchGap>("gap");
    const auto add = [](const char *name, const FilterCondition &condition, SearchGap gap) {
        QTest::newRow(name) << condition << gap;
    };
    add("a company", of(FilterField::Company, FilterTest::AnyOf, {str("c")}),
        SearchGap::NotSearchable);
    add("no company", of(FilterField::Company, FilterTest::HasNone), SearchGap::NotSearchable);
    add("an owner of another kind", of(FilterField::Owner, FilterTest::Is, {str("x1")}),
        SearchGap::NotANumber);
    add("half a seat", attribute(AttributeType::Integer, FilterTest::Is, {str("0.5")}),
        SearchGap::NotANumber);
    FilterCondition tags = of(FilterField::Tag, FilterTest::AnyOf);
    for (int i = 0; i < 16; ++i)
        tags.values.append(QString::number(i));
    add("sixteen tags", tags, SearchGap::TooMany);
}

void TestSearchFilter::whatCannotBeSaid()
{
    QFETCH(FilterCondition, condition);
    QFETCH(SearchGap, gap);
    const FilterCondition fine = of(FilterField::Email, FilterTest::HasNone);
    const api::SearchFilter said =
        translated({FilterJoin::All, {{FilterJoin::All, {fine, condition}}}});
    QCOMPARE(said.unsaid, QList<api::UnsaidCondition>({{0, 1, gap}}));
    QCOMPARE(textOfJson(said.query), str(R"({"field":"email","operator":"=","value":null})"));
}

void TestSearchFilter::ownersAreTextFromTwoSixteen()
{
    const ContactFilter filter{
        FilterJoin::All,
        {{FilterJoin::All, {of(FilterField::Owner, FilterTest::AnyOf, {str("814"), str("x1")})}}}};
    QCOMPARE(translated(filter).unsaid.size(), 1);
    const api::SearchFilter said = translated(filter, u"2.16");
    QVERIFY(said.unsaid.isEmpty());
    QCOMPARE(textOfJson(said.query),
             str(R"({"field":"owner_id","operator":"IN","value":["814","x1"]})"));
}

void TestSearchFilter::nothingAsked()
{
    QVERIFY(translated({}).query.isEmpty());
    FilterCondition off = of(FilterField::Company, FilterTest::HasAny);
    off.isOn = false;
    const FilterCondition unfinished = of(FilterField::Name, FilterTest::Is);
    const api::SearchFilter said =
        translated({FilterJoin::Any, {{FilterJoin::Any, {off, unfinished}}}});
    QVERIFY(said.query.isEmpty());
    QVERIFY(said.unsaid.isEmpty());
}

void TestSearchFilter::groups_data()
{
    QTest::addColumn<ContactFilter>("filter");
    QTest::addColumn<QString>("json");
    QTest::addColumn<int>("unsaid");
    const auto a = of(FilterField::Email, FilterTest::HasAny);
    const auto b = of(FilterField::Phone, FilterTest::HasNone);
    const auto tags = of(FilterField::Tag, FilterTest::AnyOf, {str("1"), str("2")});
    const auto days = of(FilterField::CreatedAt, FilterTest::InLastDays, {str("7")});
    const auto shape = [](const char *text) {
        QString json = str(text);
        json.replace(u'A', str(R"({"field":"email","operator":"!=","value":null})"));
        json.replace(u'B', str(R"({"field":"phone","operator":"=","value":null})"));
        json.replace(u'1', str(R"({"field":"tag_id","operator":"=","value":"#"})"));
        json.replace(u'2', str(R"({"field":"tag_id","operator":"=","value":"2"})"));
        json.replace(u'#', u'1');
        json.replace(str("all["), str(R"({"operator":"@ND","value":[)"));
        json.replace(str("any["), str(R"({"operator":"OR","value":[)"));
        return json.replace(str("]"), str("]}")).replace(u'@', u'A');
    };
    const auto add = [&](const char *text, const ContactFilter &filter, int unsaid) {
        QTest::newRow(text) << filter << shape(text) << unsaid;
    };
    const auto All = FilterJoin::All;
    const auto Any = FilterJoin::Any;
    add("all[A,B]", {Any, {{All, {a, b}}}}, 0);
    add("any[A,B]", {All, {{Any, {a, b}}}}, 0);
    add("all[A,any[1,2]]", {All, {{All, {a, tags}}}}, 0);
    add("any[A,1,2]", {All, {{Any, {a, tags}}}}, 0);
    add("any[A,all[A,B]]", {Any, {{Any, {a}}, {All, {a, b}}}}, 0);
    add("all[any[A,1,2],B]", {All, {{Any, {a, tags}}, {All, {b}}}}, 0);
    // An OR of tags inside of an AND inside of an OR is one level too many.
    add("any[all[A,B],A]", {Any, {{All, {a, tags, b}}, {Any, {a}}}}, 1);
    add("all[any[A,B],A]", {All, {{Any, {a, b, days}}, {All, {a}}}}, 1);
}

void TestSearchFilter::groups()
{
    QFETCH(ContactFilter, filter);
    QFETCH(int, unsaid);
    const api::SearchFilter said = translated(filter);
    QTEST(textOfJson(said.query), "json");
    QVERIFY(isWithinGrammar(said.query));
    QCOMPARE(said.unsaid.size(), unsaid);
    for (const api::UnsaidCondition &each : said.unsaid)
        QVERIFY(each.gap == SearchGap::TooDeep);
}

void TestSearchFilter::tooManyConditions()
{
    for (const FilterJoin join : {FilterJoin::All, FilterJoin::Any}) {
        const api::SearchFilter said = translated({FilterJoin::All, {names(join, 17)}});
        QVERIFY(isWithinGrammar(said.query));
        QCOMPARE(said.unsaid, QList<api::UnsaidCondition>(
                                  {{0, 15, SearchGap::TooMany}, {0, 16, SearchGap::TooMany}}));
    }
}

void TestSearchFilter::tooManyGroups()
{
    ContactFilter filter;
    for (int i = 0; i < 16; ++i)
        filter.groups.append(names(FilterJoin::Any, 2));
    const api::SearchFilter said = translated(filter);
    QVERIFY(isWithinGrammar(said.query));
    QCOMPARE(said.unsaid, QList<api::UnsaidCondition>(
                              {{15, 0, SearchGap::TooMany}, {15, 1, SearchGap::TooMany}}));
}

void TestSearchFilter::groupsJoinedAlikeAreOne()
{
    const api::SearchFilter few =
        translated({FilterJoin::All, {names(FilterJoin::All, 7), names(FilterJoin::All, 8)}});
    QCOMPARE(few.query.value(u"value").toArray().size(), 15);
    // What does not fit in beside the others still does in a group of its own.
    const api::SearchFilter many =
        translated({FilterJoin::All, {names(FilterJoin::All, 8), names(FilterJoin::All, 8)}});
    QVERIFY(many.unsaid.isEmpty());
    QVERIFY(isWithinGrammar(many.query));
    QCOMPARE(many.query.value(u"value").toArray().size(), 9);
}

QTEST_GUILESS_MAIN(TestSearchFilter)
#include "tst_searchfilter.moc"
