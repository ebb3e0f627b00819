// SPDX-License-Identifier: MIT
#include "ui/contacts/cellwords.h"

#include "ui/text/reltime.h"

#include <QtCore/QDateTime>
#include <QtCore/QLocale>
#include <QtCore/QStringList>

namespace roster {

namespace {

//! An id that has no name yet is shown as it is.
template <class Id>
QString nameOr(const QString &name, const Id &id)
{
    return name.isEmpty() ? id.text() : CellWords::line(name);
}

//! Marks that turn the direction of what follows: they would reach into the words of others.
bool isDirectionMark(QChar c)
{
    const char16_t code = c.unicode();
    return (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
}

QString firstWord(const QString &text)
{
    return text.simplified().section(u' ', 0, 0);
}

} // namespace

CellWords::CellWords(const ContactBook &book, std::function<qint64()> now)
    : m_book(book)
    , m_now(std::move(now))
    , m_zone(QTimeZone::systemTimeZone())
    , m_days(2000)
{
}

QString CellWords::line(const QString &text)
{
    constexpr qsizetype longest = 300;
    QString plain = text.left(longest).simplified();
    plain.removeIf(isDirectionMark);
    return plain;
}

QString CellWords::title(const ContactRow &row)
{
    if (row.id.isEmpty())
        return tr("No longer here");
    const QString name = line(row.name);
    return name.isEmpty() ? tr("No name") : name;
}

QString CellWords::nothing()
{
    return QStringLiteral("–");
}

QString CellWords::roleText(Role role)
{
    switch (role) {
    case Role::User:
        return tr("User");
    case Role::Lead:
        return tr("Lead");
    case Role::Other:
        break;
    }
    return tr("Other");
}

QString CellWords::tagName(const TagId &id) const
{
    return nameOr(m_book.tagName(id), id);
}

QString CellWords::companyName(const CompanyId &id) const
{
    // Every company gets its name read; an id would only be noise until then.
    const QString name = m_book.companyName(id);
    return name.isEmpty() ? QStringLiteral("…") : line(name);
}

QString CellWords::ownerFull(const AdminId &id) const
{
    return nameOr(m_book.adminName(id), id);
}

QString CellWords::ownerShort(const AdminId &id) const
{
    if (m_ownerShort.isEmpty()) {
        const QList<Admin> admins = m_book.admins();
        for (const Admin &admin : admins)
            m_ownerShort.insert(admin.id, shortNameOf(admin));
    }
    // Nobody has told any of them yet.
    if (m_ownerShort.isEmpty() && !id.isEmpty())
        return QStringLiteral("…");
    const QString known = m_ownerShort.value(id);
    return known.isEmpty() ? ownerFull(id) : known;
}

QString CellWords::shortNameOf(const Admin &admin) const
{
    const QString given = firstWord(admin.name);
    const QList<Admin> admins = m_book.admins();
    for (const Admin &other : admins) {
        if (other.id != admin.id && firstWord(other.name).compare(given, Qt::CaseInsensitive) == 0)
            return admin.name.simplified();
    }
    return given;
}

QString CellWords::tags(const ContactRow &row) const
{
    QStringList names;
    for (const TagId &id : row.tags.items)
        names << tagName(id);
    if (!row.tags.isComplete())
        names << tr("+%1").arg(row.tags.total - row.tags.items.size());
    return names.join(tr(", ", "between names of tags"));
}

QString CellWords::firstCompany(const ContactRow &row) const
{
    const int total = row.companies.total;
    if (row.companies.items.isEmpty()) {
        if (total == 0)
            return {};
        return total == 1 ? tr("1 company") : tr("%Ln companies", nullptr, total);
    }
    return companyName(row.companies.items.first());
}

int CellWords::furtherCompanies(const ContactRow &row)
{
    const auto known = static_cast<int>(row.companies.items.size());
    return known == 0 ? 0 : std::max(known, row.companies.total) - 1;
}

QString CellWords::companies(const ContactRow &row) const
{
    const int further = furtherCompanies(row);
    const QString first = firstCompany(row);
    return further > 0 ? tr("%1 +%2", "first company, how many more").arg(first).arg(further)
                       : first;
}

QString CellWords::ago(std::optional<qint64> at) const
{
    const QDateTime time = at ? QDateTime::fromSecsSinceEpoch(*at, Qt::UTC) : QDateTime();
    return RelTime::relative(time, QDateTime::fromSecsSinceEpoch(m_now(), Qt::UTC));
}

QString CellWords::day(std::optional<qint64> at) const
{
    if (!at)
        return {};
    if (const QString *known = m_days.object(*at))
        return *known;
    const QString text =
        RelTime::date(QDateTime::fromSecsSinceEpoch(*at, Qt::UTC), m_zone, QLocale());
    m_days.insert(*at, new QString(text));
    return text;
}

QString CellWords::moment(std::optional<qint64> at) const
{
    if (!at)
        return {};
    return RelTime::exact(QDateTime::fromSecsSinceEpoch(*at, Qt::UTC), m_zone, QLocale());
}

} // namespace roster
