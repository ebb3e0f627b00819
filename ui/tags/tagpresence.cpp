// SPDX-License-Identifier: MIT
#include "ui/tags/tagpresence.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>

#include <algorithm>

namespace roster {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(TagPresence)
};

template <class IdType>
void count(QHash<IdType, int> &counts, const PartialList<IdType> &list)
{
    for (const IdType &id : list.items)
        ++counts[id];
}

template <class IdType>
QList<Presence<IdType>> sorted(const QHash<IdType, int> &counts)
{
    QList<Presence<IdType>> presences;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        presences.append({it.key(), it.value()});
    std::sort(presences.begin(), presences.end(), [](const auto &a, const auto &b) {
        return a.count != b.count ? a.count > b.count : a.id < b.id;
    });
    return presences;
}

} // namespace

SharedThings sharedThings(const QList<ContactRow> &rows)
{
    QHash<TagId, int> tags;
    QHash<CompanyId, int> companies;
    SharedThings shared;
    for (const ContactRow &row : rows) {
        if (row.id.isEmpty())
            continue;
        ++shared.contacts;
        count(tags, row.tags);
        count(companies, row.companies);
        shared.withUnknownTags += row.tags.isComplete() ? 0 : 1;
        shared.withUnknownCompanies += row.companies.isComplete() ? 0 : 1;
    }
    shared.tags = sorted(tags);
    shared.companies = sorted(companies);
    return shared;
}

SharedThings sharedThings(ContactBook &book, const QList<ContactId> &ids)
{
    constexpr qsizetype mostLookedAt = 10'000;
    SharedThings shared = sharedThings(book.rows(book.keysOf(ids.mid(0, mostLookedAt))));
    if (const auto rest = static_cast<int>(ids.size() - mostLookedAt); rest > 0) {
        shared.contacts += rest;
        shared.withUnknownTags += rest;
        shared.withUnknownCompanies += rest;
    }
    return shared;
}

QString presenceText(int count, int contacts, bool isLowerBound)
{
    const QLocale locale;
    if (count >= contacts) {
        return contacts == 1 ? QString() : Words::tr("on all %1").arg(locale.toString(contacts));
    }
    if (isLowerBound) {
        return Words::tr("on at least %1 of %2")
            .arg(locale.toString(count), locale.toString(contacts));
    }
    return Words::tr("on %1 of %2").arg(locale.toString(count), locale.toString(contacts));
}

} // namespace roster
