// SPDX-License-Identifier: MIT
#include "core/store/linkwrites.h"

#include "core/store/directorywrites.h"
#include "core/store/packedlist.h"
#include "core/store/statements.h"

namespace roster {

namespace {

template <class T>
struct StoredLinks
{
    qint64 key = 0;
    PartialList<T> list;
};

template <class T>
Result<StoredLinks<T>> linksOf(Database &database, const sql::LinkStatements &statements,
                               const ContactId &contact)
{
    StoredLinks<T> links;
    const Result<Done> isRead = database.read(
        statements.idsAndTotal, {sqlText(contact.text())}, [&links](const QSqlQuery &row) {
            links.key = row.value(0).toLongLong();
            links.list = unpacked<T>(row.value(1).toString(), row.value(2).toInt());
            return false;
        });
    return isRead.map([&links](const Done &) { return links; });
}

//! Lets `change` alter the list of `contact`, and writes what comes of it.
template <class T, class Change>
Result<bool> alter(Database &database, const sql::LinkStatements &statements,
                   const ContactId &contact, qint64 now, Change change)
{
    Result<StoredLinks<T>> links = linksOf<T>(database, statements, contact);
    if (!links)
        return links.error();
    if (links->key == 0)
        return false;
    PartialList<T> list = links->list;
    change(list);
    const QString ids = jsonOf(list.items);
    Result<int> isDone =
        database.run(statements.setList, {packed(list.items), list.total, ids, now, links->key});
    if (isDone)
        isDone = database.run(statements.removeAll, {links->key});
    if (isDone)
        isDone = database.run(statements.insertAll, {links->key, ids});
    return isDone.map([](int) { return true; });
}

template <class T>
PartialList<decltype(T::id)> completeList(const QList<T> &things)
{
    QList<decltype(T::id)> ids;
    for (const T &thing : things) {
        if (!ids.contains(thing.id))
            ids.append(thing.id);
    }
    return PartialList<decltype(T::id)>::complete(ids);
}

template <class T>
void append(PartialList<T> &list, const T &id)
{
    if (list.items.contains(id))
        return;
    list.items.append(id);
    list.total = std::max(list.total + 1, static_cast<int>(list.items.size()));
}

template <class T>
void remove(PartialList<T> &list, const T &id)
{
    const bool wasComplete = list.isComplete();
    if (list.items.removeAll(id) > 0 || !wasComplete)
        list.total = std::max(list.total - 1, static_cast<int>(list.items.size()));
}

} // namespace

Result<bool> writeTags(Database &database, const ContactId &contact, const QList<Tag> &tags,
                       qint64 now)
{
    return mergeTags(database, tags).andThen([&](Done) {
        return alter<TagId>(database, sql::tagLinks(), contact, now,
                            [&](PartialList<TagId> &list) { list = completeList(tags); });
    });
}

Result<bool> writeCompanies(Database &database, const ContactId &contact,
                            const QList<Company> &companies, qint64 now)
{
    return mergeCompanies(database, companies).andThen([&](Done) {
        return alter<CompanyId>(
            database, sql::companyLinks(), contact, now,
            [&](PartialList<CompanyId> &list) { list = completeList(companies); });
    });
}

Result<bool> attachTag(Database &database, const ContactId &contact, const Tag &tag, qint64 now)
{
    return mergeTags(database, {tag}).andThen([&](Done) {
        return alter<TagId>(database, sql::tagLinks(), contact, now,
                            [&](PartialList<TagId> &list) { append(list, tag.id); });
    });
}

Result<bool> attachCompany(Database &database, const ContactId &contact, const Company &company,
                           qint64 now)
{
    return mergeCompanies(database, {company}).andThen([&](Done) {
        return alter<CompanyId>(database, sql::companyLinks(), contact, now,
                                [&](PartialList<CompanyId> &list) { append(list, company.id); });
    });
}

Result<bool> detachTag(Database &database, const ContactId &contact, const TagId &tag, qint64 now)
{
    return alter<TagId>(database, sql::tagLinks(), contact, now,
                        [&](PartialList<TagId> &list) { remove(list, tag); });
}

Result<bool> detachCompany(Database &database, const ContactId &contact, const CompanyId &company,
                           qint64 now)
{
    return alter<CompanyId>(database, sql::companyLinks(), contact, now,
                            [&](PartialList<CompanyId> &list) { remove(list, company); });
}

} // namespace roster
