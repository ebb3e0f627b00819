// SPDX-License-Identifier: MIT
#include "core/domain/filterjson.h"

#include "core/domain/strictjson.h"

#include <array>

namespace roster {

namespace {

template <class T>
struct Word
{
    T value;
    QLatin1String word;
};

constexpr std::array Fields = std::to_array<Word<FilterField>>({
    {FilterField::Role, QLatin1String("role")},
    {FilterField::Tag, QLatin1String("tag")},
    {FilterField::Company, QLatin1String("company")},
    {FilterField::Owner, QLatin1String("owner")},
    {FilterField::Name, QLatin1String("name")},
    {FilterField::Email, QLatin1String("email")},
    {FilterField::Phone, QLatin1String("phone")},
    {FilterField::ExternalId, QLatin1String("external_id")},
    {FilterField::CreatedAt, QLatin1String("created_at")},
    {FilterField::SignedUpAt, QLatin1String("signed_up_at")},
    {FilterField::LastSeenAt, QLatin1String("last_seen_at")},
    {FilterField::UpdatedAt, QLatin1String("updated_at")},
    {FilterField::LastContactedAt, QLatin1String("last_contacted_at")},
    {FilterField::LastRepliedAt, QLatin1String("last_replied_at")},
    {FilterField::CustomAttribute, QLatin1String("custom_attribute")},
});

constexpr std::array Tests = std::to_array<Word<FilterTest>>({
    {FilterTest::Is, QLatin1String("is")},
    {FilterTest::IsNot, QLatin1String("is_not")},
    {FilterTest::AnyOf, QLatin1String("any_of")},
    {FilterTest::AllOf, QLatin1String("all_of")},
    {FilterTest::NoneOf, QLatin1String("none_of")},
    {FilterTest::HasAny, QLatin1String("has_any")},
    {FilterTest::HasNone, QLatin1String("has_none")},
    {FilterTest::Contains, QLatin1String("contains")},
    {FilterTest::DoesNotContain, QLatin1String("does_not_contain")},
    {FilterTest::StartsWith, QLatin1String("starts_with")},
    {FilterTest::EndsWith, QLatin1String("ends_with")},
    {FilterTest::Greater, QLatin1String("greater")},
    {FilterTest::Less, QLatin1String("less")},
    {FilterTest::On, QLatin1String("on")},
    {FilterTest::Before, QLatin1String("before")},
    {FilterTest::After, QLatin1String("after")},
    {FilterTest::InLastDays, QLatin1String("in_last_days")},
    {FilterTest::Yes, QLatin1String("yes")},
    {FilterTest::No, QLatin1String("no")},
});

constexpr std::array Joins = std::to_array<Word<FilterJoin>>({
    {FilterJoin::All, QLatin1String("all")},
    {FilterJoin::Any, QLatin1String("any")},
});

constexpr std::array Types = std::to_array<Word<AttributeType>>({
    {AttributeType::Text, QLatin1String("text")},
    {AttributeType::Integer, QLatin1String("integer")},
    {AttributeType::Float, QLatin1String("float")},
    {AttributeType::Flag, QLatin1String("flag")},
    {AttributeType::Date, QLatin1String("date")},
    {AttributeType::List, QLatin1String("list")},
});

constexpr std::array Columns = std::to_array<Word<SortColumn>>({
    {SortColumn::Name, QLatin1String("name")},
    {SortColumn::Email, QLatin1String("email")},
    {SortColumn::Phone, QLatin1String("phone")},
    {SortColumn::Role, QLatin1String("role")},
    {SortColumn::Tags, QLatin1String("tags")},
    {SortColumn::Companies, QLatin1String("companies")},
    {SortColumn::Owner, QLatin1String("owner")},
    {SortColumn::ExternalId, QLatin1String("external_id")},
    {SortColumn::CreatedAt, QLatin1String("created_at")},
    {SortColumn::SignedUpAt, QLatin1String("signed_up_at")},
    {SortColumn::LastSeenAt, QLatin1String("last_seen_at")},
    {SortColumn::UpdatedAt, QLatin1String("updated_at")},
});

template <class T, size_t n>
QString wordOf(const std::array<Word<T>, n> &words, T value)
{
    for (const Word<T> &word : words) {
        if (word.value == value)
            return word.word;
    }
    return {};
}

template <class T, size_t n>
std::optional<T> named(const std::array<Word<T>, n> &words, QStringView name)
{
    for (const Word<T> &word : words) {
        if (name == word.word)
            return word.value;
    }
    return std::nullopt;
}

QJsonObject jsonOf(const FilterCondition &condition)
{
    QJsonObject json{{QStringLiteral("field"), filterWord(condition.subject.field)},
                     {QStringLiteral("test"), filterWord(condition.test)},
                     {QStringLiteral("values"), QJsonArray::fromStringList(condition.values)},
                     {QStringLiteral("on"), condition.isOn}};
    if (condition.subject.field == FilterField::CustomAttribute) {
        json.insert(QStringLiteral("attribute"), condition.subject.attribute);
        json.insert(QStringLiteral("type"), filterWord(condition.subject.type));
    }
    return json;
}

FilterCondition conditionOf(StrictObject object)
{
    FilterCondition condition;
    condition.subject.field = object.word(QLatin1String("field"), filterFieldNamed);
    if (condition.subject.field == FilterField::CustomAttribute) {
        condition.subject.attribute = object.text(QLatin1String("attribute"));
        condition.subject.type = object.word(QLatin1String("type"), attributeTypeNamed);
    }
    condition.test = object.word(QLatin1String("test"), filterTestNamed);
    condition.values = object.texts(QLatin1String("values"));
    condition.isOn = object.flag(QLatin1String("on"));
    object.finish();
    return condition;
}

FilterGroup groupOf(StrictObject object)
{
    FilterGroup group;
    group.join = object.word(QLatin1String("join"), filterJoinNamed);
    group.conditions = object.list<FilterCondition>(QLatin1String("conditions"), conditionOf);
    object.finish();
    return group;
}

} // namespace

QString filterWord(FilterField field)
{
    return wordOf(Fields, field);
}

QString filterWord(FilterTest test)
{
    return wordOf(Tests, test);
}

QString filterWord(FilterJoin join)
{
    return wordOf(Joins, join);
}

QString filterWord(AttributeType type)
{
    return wordOf(Types, type);
}

QString filterWord(SortColumn column)
{
    return wordOf(Columns, column);
}

std::optional<FilterField> filterFieldNamed(QStringView word)
{
    return named(Fields, word);
}

std::optional<FilterTest> filterTestNamed(QStringView word)
{
    return named(Tests, word);
}

std::optional<FilterJoin> filterJoinNamed(QStringView word)
{
    return named(Joins, word);
}

std::optional<AttributeType> attributeTypeNamed(QStringView word)
{
    return named(Types, word);
}

std::optional<SortColumn> sortColumnNamed(QStringView word)
{
    return named(Columns, word);
}

QJsonObject toJson(const ContactFilter &filter)
{
    QJsonArray groups;
    for (const FilterGroup &group : filter.groups) {
        QJsonArray conditions;
        for (const FilterCondition &condition : group.conditions)
            conditions.append(jsonOf(condition));
        groups.append(QJsonObject{{QStringLiteral("join"), filterWord(group.join)},
                                  {QStringLiteral("conditions"), conditions}});
    }
    return {{QStringLiteral("join"), filterWord(filter.join)}, {QStringLiteral("groups"), groups}};
}

Result<ContactFilter> contactFilterFromJson(const QJsonObject &json)
{
    QString problem;
    StrictObject object(json, {}, problem);
    ContactFilter filter;
    filter.join = object.word(QLatin1String("join"), filterJoinNamed);
    filter.groups = object.list<FilterGroup>(QLatin1String("groups"), groupOf);
    object.finish();
    if (!problem.isEmpty())
        return ApiError::protocol(problem);
    return filter;
}

} // namespace roster
