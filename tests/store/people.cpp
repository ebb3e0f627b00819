// SPDX-License-Identifier: MIT
#include "tests/store/people.h"

namespace roster {

namespace {

const QStringList &firstNames()
{
    static const QStringList names{
        QStringLiteral("Ada"),
        QStringLiteral("Zo\u00eb"),
        QStringLiteral("\u00c5sa"),
        QStringLiteral("bjarne"),
        QStringLiteral("Bj\u00f8rn"),
        QStringLiteral("O'Neil"),
        QStringLiteral("O\u2019Neil"),
        QStringLiteral("\u0645\u062d\u0645\u062f"),
        QStringLiteral("\u674e\u96f7"),
        QStringLiteral("\u05e9\u05b8\u05dc\u05d5\u05b9\u05dd"),
        QStringLiteral("\U0001f680 Max"),
        QStringLiteral("\u0130pek"),
        QStringLiteral("Stra\u00dfe"),
        QStringLiteral("100%"),
        QStringLiteral("snake_case"),
        QStringLiteral("\u0395\u03bb\u03ad\u03bd\u03b7"),
        QStringLiteral("\u304c\u304f"),
        QStringLiteral("\uff21\uff44\uff41"),
        // Letters that fold into several, marks that stand apart, quotes.
        QStringLiteral("\ufb01nn"),
        QStringLiteral("Zoe\u0308 A\u030asa"),
        QStringLiteral("\u1e9een \u0131rmak"),
        QStringLiteral("\"Al\" C++"),
        QStringLiteral("A\U0001f44d\U0001f3fd"),
    };
    return names;
}

const QStringList &lastNames()
{
    static const QStringList names{
        QStringLiteral("Lovelace"),
        QStringLiteral("Hopper"),
        QStringLiteral("M\u00fcller"),
        QStringLiteral("Nguy\u1ec5n"),
        QStringLiteral("\u0627\u0644\u0623\u062d\u0645\u062f"),
        QStringLiteral("\U0001f9d1\u200d\U0001f4bb"),
        QStringLiteral("van der  Berg"),
        QStringLiteral("\u5c71\u7530"),
        QStringLiteral("D'Angelo"),
        QString(),
    };
    return names;
}

} // namespace

QString People::name()
{
    const QString first = firstNames()[number(static_cast<int>(firstNames().size()))];
    return first + QLatin1Char(' ') + lastNames()[number(static_cast<int>(lastNames().size()))];
}

FieldValue People::maybe(FieldValue value, int percent)
{
    return chance(percent) ? value : FieldValue();
}

template <class T>
PartialList<T> People::ids(int most)
{
    QList<T> list;
    for (int i = number(5); most > 0 && i > 0; --i) {
        const T id(QString::number(number(most)));
        if (!list.contains(id))
            list.append(id);
    }
    PartialList<T> ids = PartialList<T>::complete(list);
    if (chance(10))
        ids.total += 3;
    return ids;
}

Contact People::contact(const QString &id, int tags, int companies)
{
    Contact contact;
    contact.id = ContactId(id);
    const QString who = name();
    const QString plus = chance(30) ? QStringLiteral("a+b") : QString();
    const QString email = who.left(3).simplified() + plus + QString::number(number(500)) +
                          QStringLiteral("@Example.com");
    contact.fields = {
        {ContactField::Role, chance(70) ? QStringLiteral("user") : QStringLiteral("lead")},
        {ContactField::Name, maybe(who, 85)},
        {ContactField::Email, maybe(email, 80)},
        {ContactField::Phone, maybe(QStringLiteral("+44 (20) %1").arg(number(99999)), 40)},
        {ContactField::ExternalId, maybe(QStringLiteral("EXT-%1").arg(number(9999)), 50)},
        {ContactField::Owner, maybe(QString::number(number(4)), 60)},
        {ContactField::CreatedAt, qint64(1'000'000 + number(1000))},
        {ContactField::UpdatedAt, maybe(qint64(2'000'000 + number(30)), 95)},
        {ContactField::SignedUpAt, maybe(qint64(number(50)), 60)},
        {ContactField::LastSeenAt, maybe(qint64(number(100'000'000)), 70)},
    };
    contact.fields[ContactField::LastContactedAt] = maybe(qint64(number(400)) * 86400, 40);
    contact.fields[ContactField::LastRepliedAt] = maybe(qint64(number(400)) * 86400, 40);
    contact.tags = ids<TagId>(tags);
    contact.companies = ids<CompanyId>(companies);
    giveAttributes(contact);
    return contact;
}

void People::giveAttributes(Contact &contact)
{
    static const QStringList plans{QStringLiteral("Pro"), QStringLiteral("Free"),
                                   QStringLiteral("\u00c9t\u00e9+")};
    QMap<QString, QJsonValue> &attributes = contact.customAttributes;
    if (chance(40))
        attributes[QStringLiteral("plan")] = plans[number(3)];
    if (chance(30))
        attributes[QStringLiteral("seats")] = number(50) - 10;
    if (chance(20))
        attributes[QStringLiteral("value")] = number(100) / 4.0;
    if (chance(30))
        attributes[QStringLiteral("is paying")] = chance(50);
    if (chance(30))
        attributes[QStringLiteral("renewal")] = qint64(number(400)) * 86400 + number(86400);
    if (chance(20))
        attributes[QStringLiteral("note")] = chance(80) ? QJsonValue(name()) : QJsonValue::Null;
}

QList<DataAttribute> People::attributes()
{
    const auto of = [](const char *attribute, AttributeType type) {
        DataAttribute made;
        made.name = QString::fromLatin1(attribute);
        made.label = made.name;
        made.type = type;
        return made;
    };
    return {of("plan", AttributeType::List),    of("seats", AttributeType::Integer),
            of("value", AttributeType::Float),  of("is paying", AttributeType::Flag),
            of("renewal", AttributeType::Date), of("note", AttributeType::Text)};
}

FilterCondition People::condition()
{
    for (;;) {
        FilterCondition condition;
        condition.subject.field =
            static_cast<FilterField>(number(static_cast<int>(FilterField::CustomAttribute) + 1));
        if (chance(30) || condition.subject.field == FilterField::CustomAttribute)
            condition.subject = FilterSubject::ofAttribute(attributes().at(number(6)));
        condition.test = static_cast<FilterTest>(number(static_cast<int>(FilterTest::No) + 1));
        condition.isOn = chance(90);
        for (int count = number(3); count > 0; --count)
            condition.values.append(filterValueFor(condition.subject.kind()));
        if (!problemOf(condition) || chance(2))
            return condition;
    }
}

QString People::filterValueFor(FilterKind kind)
{
    switch (kind) {
    case FilterKind::Role:
        return chance(50) ? QStringLiteral("user") : QStringLiteral("lead");
    case FilterKind::Links:
    case FilterKind::Owner:
        return QString::number(number(7));
    case FilterKind::Number:
        return chance(50) ? QString::number(number(40)) : QString::number(number(100) / 4.0);
    case FilterKind::Date:
        return chance(30) ? QString::number(1 + number(90))
                          : QDate(1970, 1, 1).addDays(number(430)).toString(Qt::ISODate);
    case FilterKind::Choice:
        return chance(80) ? QStringLiteral("PRO") : QStringLiteral("ete+");
    default:
        return searchText();
    }
}

ContactFilter People::filter()
{
    ContactFilter filter;
    filter.join = chance(70) ? FilterJoin::All : FilterJoin::Any;
    for (int groups = number(3); groups > 0; --groups) {
        FilterGroup group;
        group.join = chance(50) ? FilterJoin::All : FilterJoin::Any;
        for (int count = 1 + number(3); count > 0; --count)
            group.conditions.append(condition());
        filter.groups.append(group);
    }
    return filter;
}

FilterDays People::days()
{
    static const QList<QByteArray> zones{"UTC", "Europe/Berlin", "Pacific/Kiritimati",
                                         "America/New_York"};
    return {zones[number(4)], QDate(1970, 1, 1).addDays(number(400))};
}

QList<Tag> People::tags(int count)
{
    QList<Tag> tags;
    for (int i = 0; i < count; ++i)
        tags.append({TagId(QString::number(i)), name()});
    return tags;
}

QList<Company> People::companies(int count)
{
    QList<Company> companies;
    for (int i = 0; i < count; ++i)
        companies.append(
            {CompanyId(QString::number(i)), QString::number(i), name(), {}, number(9)});
    return companies;
}

QList<Admin> People::admins(int count)
{
    QList<Admin> admins;
    for (int i = 0; i < count; ++i)
        admins.append({AdminId(QString::number(i)), name(), {}});
    return admins;
}

QString People::searchText()
{
    static const QStringList odd{
        QStringLiteral("a+b"),
        QStringLiteral("%"),
        QStringLiteral("_"),
        QStringLiteral("'"),
        QStringLiteral("EXT-1"),
        QStringLiteral("(20)"),
        QStringLiteral("@"),
        QStringLiteral("nobody"),
        QStringLiteral("\U0001f680"),
        QStringLiteral("4420"),
        QStringLiteral("  "),
        QStringLiteral("strasse"),
        QStringLiteral("\""),
        QStringLiteral("+"),
        QStringLiteral("c++"),
        QStringLiteral("\\"),
        QStringLiteral("fi"),
        QStringLiteral("\ufb01"),
        QStringLiteral("I\u0307"),
        QStringLiteral("\u0131"),
        QStringLiteral("\u0130P"),
        QStringLiteral("STRASSE"),
        QStringLiteral("\u1e9e"),
        QStringLiteral("zoe\u0308"),
        QStringLiteral("\u0308"),
        QStringLiteral("\u05e9\u05dc"),
        QStringLiteral("\u200f"),
        QStringLiteral("\U0001f3fd"),
        QString(),
    };
    if (chance(25))
        return odd[number(static_cast<int>(odd.size()))];
    const QString from = name();
    const int start = number(static_cast<int>(from.size()));
    return from.mid(start, 1 + number(4)) + (chance(20) ? QStringLiteral(" e") : QString());
}

} // namespace roster
