// SPDX-License-Identifier: MIT
#include "core/store/foldednames.h"

#include "core/store/packedlist.h"
#include "core/store/statements.h"

#include <QtCore/QSet>

#include <algorithm>

namespace roster {

namespace {

using Names = QHash<QString, QByteArray>;

template <class T>
Result<Done> read(Database &database, const QString &statement, const QSet<T> &ids, Names &names)
{
    if (ids.isEmpty())
        return Done{};
    return database.read(statement, {jsonOf(ids.values())}, [&names](const QSqlQuery &row) {
        names.insert(row.value(0).toString(), row.value(1).toString().toUtf8());
        return true;
    });
}

template <class T>
QVariant joined(const QList<T> &ids, const Names &names)
{
    QByteArrayList found;
    for (const T &id : ids) {
        if (const auto name = names.constFind(id.text()); name != names.constEnd())
            found.append(*name);
    }
    // By bytes, as SQLite orders texts.
    std::sort(found.begin(), found.end());
    return found.isEmpty() ? QVariant() : QVariant(QString::fromUtf8(found.join('\n')));
}

template <class T>
QSet<T> withoutRepeats(const QList<T> &ids)
{
    return {ids.begin(), ids.end()};
}

} // namespace

Result<FoldedNames> FoldedNames::of(Database &database, const QList<StoredContact> &contacts)
{
    QSet<AdminId> owners;
    QSet<TagId> tags;
    QSet<CompanyId> companies;
    for (const StoredContact &contact : contacts) {
        if (!contact.row.owner.isEmpty())
            owners.insert(contact.row.owner);
        tags.unite(withoutRepeats(contact.row.tags.items));
        companies.unite(withoutRepeats(contact.row.companies.items));
    }
    FoldedNames names;
    return read(database, sql::foldedOwners, owners, names.m_owners)
        .andThen([&](Done) { return read(database, sql::foldedTags, tags, names.m_tags); })
        .andThen([&](Done) {
            return read(database, sql::foldedCompanies, companies, names.m_companies);
        })
        .map([&names](Done) { return names; });
}

QVariant FoldedNames::ofOwner(const ContactRow &row) const
{
    return joined(QList<AdminId>{row.owner}, m_owners);
}

QVariant FoldedNames::ofTags(const ContactRow &row) const
{
    return joined(withoutRepeats(row.tags.items).values(), m_tags);
}

QVariant FoldedNames::ofCompanies(const ContactRow &row) const
{
    return joined(withoutRepeats(row.companies.items).values(), m_companies);
}

} // namespace roster
