// SPDX-License-Identifier: MIT
#include "ui/text/filtertext.h"

#include "ui/text/fieldtext.h"
#include "ui/text/reltime.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>
#include <QtCore/QTimeZone>

#include <algorithm>

namespace roster {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(FilterText)
};

//! More values than this are counted, not named.
constexpr qsizetype mostNamed = 3;

QString dayText(const QString &value)
{
    const QDate day = filterDay(value);
    return day.isValid()
               ? RelTime::date(day.startOfDay(QTimeZone::utc()), QTimeZone::utc(), QLocale())
               : value;
}

QString numberText(const QString &value)
{
    const auto number = filterNumber(value);
    return number ? QLocale().toString(*number, 'g', 15) : value;
}

QString valuesText(const FilterCondition &condition, const ContactBook &book)
{
    QStringList names;
    for (const QString &value : condition.values.mid(0, mostNamed))
        names.append(filterValueText(condition.subject, value, book));
    const QString text = names.join(Words::tr(", ", "between values"));
    const auto more = static_cast<int>(condition.values.size() - names.size());
    return more > 0 ? Words::tr("%1 and %Ln more", nullptr, more).arg(text) : text;
}

QString hasAnyText(const FilterSubject &subject, const QString &title)
{
    switch (subject.field) {
    case FilterField::Tag:
        return Words::tr("Has a tag");
    case FilterField::Company:
        return Words::tr("Has a company");
    case FilterField::Owner:
        return Words::tr("Has an owner");
    case FilterField::Name:
        return Words::tr("Has a name");
    case FilterField::Email:
        return Words::tr("Has an email");
    case FilterField::Phone:
        return Words::tr("Has a phone");
    case FilterField::ExternalId:
        return Words::tr("Has an external id");
    default:
        return subject.kind() == FilterKind::Date ? Words::tr("%1 at any time").arg(title)
                                                  : Words::tr("%1 is set").arg(title);
    }
}

QString hasNoneText(const FilterSubject &subject, const QString &title)
{
    switch (subject.field) {
    case FilterField::Tag:
        return Words::tr("No tag");
    case FilterField::Company:
        return Words::tr("No company");
    case FilterField::Owner:
        return Words::tr("No owner");
    case FilterField::Name:
        return Words::tr("No name");
    case FilterField::Email:
        return Words::tr("No email");
    case FilterField::Phone:
        return Words::tr("No phone");
    case FilterField::ExternalId:
        return Words::tr("No external id");
    default:
        return subject.kind() == FilterKind::Date ? Words::tr("%1 never").arg(title)
                                                  : Words::tr("%1 is not set").arg(title);
    }
}

QString lastDaysText(const QString &title, const QString &value)
{
    bool isNumber = false;
    const int days = value.toInt(&isNumber);
    if (!isNumber)
        return Words::tr("%1 in the last %2 days").arg(title, value);
    return (days == 1 ? Words::tr("%1 today") : Words::tr("%1 in the last %Ln days", nullptr, days))
        .arg(title);
}

//! One value of many needs no "any of".
FilterTest plainTest(const FilterCondition &condition)
{
    if (condition.values.size() != 1)
        return condition.test;
    switch (condition.test) {
    case FilterTest::AnyOf:
    case FilterTest::AllOf:
        return FilterTest::Is;
    case FilterTest::NoneOf:
        return FilterTest::IsNot;
    default:
        return condition.test;
    }
}

QString groupText(const FilterGroup &group, const ContactBook &book)
{
    QStringList texts;
    for (const FilterCondition &condition : group.conditions)
        texts.append(filterConditionText(condition, book));
    return texts.join(QLatin1Char(' ') + filterJoinText(group.join) + QLatin1Char(' '));
}

} // namespace

QString filterSubjectTitle(const FilterSubject &subject, const ContactBook &book)
{
    if (subject.field == FilterField::Tag)
        return Words::tr("Tag");
    if (subject.field == FilterField::Company)
        return Words::tr("Company");
    if (const auto field = subject.contactField())
        return fieldTitle(*field);
    const QList<DataAttribute> attributes = book.attributes();
    const auto known = std::find_if(attributes.begin(), attributes.end(),
                                    [&](const auto &its) { return its.name == subject.attribute; });
    DataAttribute unknown;
    unknown.name = subject.attribute;
    return attributeTitle(known == attributes.end() ? unknown : *known);
}

QString filterTestTitle(FilterTest test, FilterKind kind)
{
    switch (test) {
    case FilterTest::Is:
        return Words::tr("is");
    case FilterTest::IsNot:
        return Words::tr("is not");
    case FilterTest::AnyOf:
        return Words::tr("is any of");
    case FilterTest::AllOf:
        return Words::tr("is all of");
    case FilterTest::NoneOf:
        return Words::tr("is none of");
    case FilterTest::HasAny:
        return kind == FilterKind::Date ? Words::tr("at any time") : Words::tr("has any");
    case FilterTest::HasNone:
        return kind == FilterKind::Date ? Words::tr("never") : Words::tr("has none");
    case FilterTest::Contains:
        return Words::tr("contains");
    case FilterTest::DoesNotContain:
        return Words::tr("does not contain");
    case FilterTest::StartsWith:
        return Words::tr("starts with");
    case FilterTest::EndsWith:
        return Words::tr("ends with");
    case FilterTest::Greater:
        return Words::tr("is more than");
    case FilterTest::Less:
        return Words::tr("is less than");
    case FilterTest::On:
        return Words::tr("on");
    case FilterTest::Before:
        return Words::tr("before");
    case FilterTest::After:
        return Words::tr("after");
    case FilterTest::InLastDays:
        return Words::tr("in the last days");
    case FilterTest::Yes:
        return Words::tr("is yes");
    case FilterTest::No:
        break;
    }
    return Words::tr("is no");
}

QString filterValueText(const FilterSubject &subject, const QString &value, const ContactBook &book)
{
    const auto named = [&value](const QString &name) { return name.isEmpty() ? value : name; };
    switch (subject.kind()) {
    case FilterKind::Role:
        return roleTitle(roleNamed(value)).toLower();
    case FilterKind::Links:
        return subject.field == FilterField::Tag ? named(book.tagName(TagId(value)))
                                                 : named(book.companyName(CompanyId(value)));
    case FilterKind::Owner:
        return named(book.adminName(AdminId(value)));
    case FilterKind::Number:
        return numberText(value);
    case FilterKind::Date:
        return dayText(value);
    case FilterKind::Text:
    case FilterKind::Choice:
    case FilterKind::Flag:
        break;
    }
    return value;
}

QString filterConditionText(const FilterCondition &condition, const ContactBook &book)
{
    const QString title = filterSubjectTitle(condition.subject, book);
    switch (condition.test) {
    case FilterTest::HasAny:
        return hasAnyText(condition.subject, title);
    case FilterTest::HasNone:
        return hasNoneText(condition.subject, title);
    case FilterTest::InLastDays:
        return lastDaysText(title, condition.value());
    default:
        break;
    }
    const QString test = filterTestTitle(plainTest(condition), condition.subject.kind());
    const QString values = valuesText(condition, book);
    return values.isEmpty()
               ? Words::tr("%1 %2", "subject, test").arg(title, test)
               : Words::tr("%1 %2 %3", "subject, test, values").arg(title, test, values);
}

QString filterProblemText(FilterProblem problem)
{
    switch (problem) {
    case FilterProblem::TestDoesNotFit:
        return Words::tr("This cannot be asked here. Choose another test.");
    case FilterProblem::ValueMissing:
        return Words::tr("Choose or type a value.");
    case FilterProblem::TooManyValues:
        return Words::tr("Only one value fits here.");
    case FilterProblem::NotARole:
        return Words::tr("Choose user or lead.");
    case FilterProblem::NotANumber:
        return Words::tr("Type a number, such as %1.").arg(QLocale().toString(12.5));
    case FilterProblem::NotADate:
        return Words::tr("Type a day, such as 2026-11-21.");
    case FilterProblem::NotADayCount:
        return Words::tr("Type a whole number of days, 1 to %1.").arg(QLocale().toString(36'500));
    case FilterProblem::NameMissing:
        return Words::tr("The attribute has no name.");
    case FilterProblem::UnknownAttribute:
        return Words::tr("This workspace has no attribute of that name.");
    case FilterProblem::OtherType:
        break;
    }
    return Words::tr("In this workspace the attribute is of another type.");
}

QString filterJoinText(FilterJoin join)
{
    return join == FilterJoin::All ? Words::tr("and") : Words::tr("or");
}

QString filterSummary(const ContactFilter &filter, const ContactBook &book)
{
    const ContactFilter asked = filter.effective();
    QStringList texts;
    for (const FilterGroup &group : asked.groups) {
        const QString text = groupText(group, book);
        const bool needsBrackets = asked.groups.size() > 1 && group.conditions.size() > 1;
        texts.append(needsBrackets ? QStringLiteral("(%1)").arg(text) : text);
    }
    return texts.join(QLatin1Char(' ') + filterJoinText(asked.join) + QLatin1Char(' '));
}

} // namespace roster
