// SPDX-License-Identifier: MIT
#include "ui/filter/filtersubjects.h"

#include "ui/text/fieldtext.h"
#include "ui/text/filtertext.h"

#include <QtCore/QCoreApplication>

#include <algorithm>

namespace roster {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(FilterSubjects)
};

constexpr FilterField fields[] = {
    FilterField::Role,          FilterField::Tag,        FilterField::Company,
    FilterField::Owner,         FilterField::LastSeenAt, FilterField::CreatedAt,
    FilterField::SignedUpAt,    FilterField::UpdatedAt,  FilterField::LastContactedAt,
    FilterField::LastRepliedAt, FilterField::Name,       FilterField::Email,
    FilterField::Phone,         FilterField::ExternalId};

QString typeText(AttributeType type)
{
    switch (type) {
    case AttributeType::Integer:
    case AttributeType::Float:
        return Words::tr("number");
    case AttributeType::Flag:
        return Words::tr("yes or no");
    case AttributeType::Date:
        return Words::tr("date");
    case AttributeType::List:
        return Words::tr("list");
    case AttributeType::Text:
        break;
    }
    return Words::tr("text");
}

} // namespace

QList<SubjectChoice> subjectChoices(const ContactBook &book)
{
    QList<SubjectChoice> choices;
    for (const FilterField field : fields) {
        const FilterSubject subject{field, {}, {}};
        const QString detail = subject.kind() == FilterKind::Date ? Words::tr("date") : QString();
        choices.append({{QStringLiteral("field%1").arg(static_cast<int>(field)),
                         filterSubjectTitle(subject, book), detail, false},
                        subject});
    }
    QList<SubjectChoice> own;
    const QList<DataAttribute> attributes = book.attributes();
    for (const DataAttribute &attribute : attributes) {
        if (!attribute.isArchived)
            own.append({{QStringLiteral("attribute:") + attribute.name, attributeTitle(attribute),
                         typeText(attribute.type), false},
                        FilterSubject::ofAttribute(attribute)});
    }
    std::sort(own.begin(), own.end(), [](const SubjectChoice &a, const SubjectChoice &b) {
        return a.item.name.localeAwareCompare(b.item.name) < 0;
    });
    return choices + own;
}

FilterCondition newCondition(const FilterSubject &subject)
{
    FilterTest test = testsOf(subject.kind()).front();
    switch (subject.kind()) {
    case FilterKind::Text:
        test = FilterTest::Contains;
        break;
    case FilterKind::Choice:
    case FilterKind::Owner:
        test = FilterTest::AnyOf;
        break;
    case FilterKind::Date:
        test = FilterTest::InLastDays;
        break;
    default:
        break;
    }
    return {subject, test, {}, true};
}

} // namespace roster
