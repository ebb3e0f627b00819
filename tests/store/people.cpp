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
    contact.tags = ids<TagId>(tags);
    contact.companies = ids<CompanyId>(companies);
    return contact;
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
        QStringLiteral("a+b"),  QStringLiteral("%"),      QStringLiteral("_"),
        QStringLiteral("'"),    QStringLiteral("EXT-1"),  QStringLiteral("(20)"),
        QStringLiteral("@"),    QStringLiteral("nobody"), QStringLiteral("\U0001f680"),
        QStringLiteral("4420"), QStringLiteral("  "),     QStringLiteral("strasse"),
    };
    if (chance(25))
        return odd[number(static_cast<int>(odd.size()))];
    const QString from = name();
    const int start = number(static_cast<int>(from.size()));
    return from.mid(start, 1 + number(4)) + (chance(20) ? QStringLiteral(" e") : QString());
}

} // namespace roster
