// SPDX-License-Identifier: MIT
#include "core/store/indexkeeper.h"

#include "core/store/contactorder.h"
#include "core/store/filtersql.h"
#include "core/store/indexreader.h"
#include "core/store/storeerror.h"

#include <algorithm>

namespace roster {

namespace {

//! Contacts that are read in one go: little enough that a stop is heard soon and that no reading
//! transaction holds up the log.
constexpr int contactsAtOnce = 5000;
//! Keys that one statement is given.
constexpr size_t keysAtOnce = 2000;

ApiError noIndex()
{
    return storeError(StoreProblem::Failed, QStringLiteral("index"));
}

//! True: texts that are there are out of date.
bool setNames(ContactIndex &index, const IndexNames &names)
{
    index.setTagNames(names.tags);
    index.setCompanyNames(names.companies);
    index.setAdminNames(names.admins);
    return index.setDateAttributes(names.dateAttributes);
}

} // namespace

Result<Done> IndexKeeper::build(Database &file)
{
    if (m_held)
        return Done{};
    auto held = std::make_unique<Held>();
    const Result<Done> isFilled = fill(file, held->index);
    if (!isFilled)
        return isFilled;
    if (!held->index.sortColumns(m_stop))
        return noIndex();
    m_held = std::move(held);
    return Done{};
}

Result<Done> IndexKeeper::fill(Database &file, ContactIndex &index) const
{
    const Result<IndexNames> names = readIndexNames(file);
    if (!names)
        return names.error();
    setNames(index, *names);
    const Result<QVariant> count = file.value(QStringLiteral("SELECT count(*) FROM contacts"));
    if (!count)
        return count.error();
    const auto total = static_cast<size_t>(count->toLongLong());
    RowKey last = 0;
    for (;;) {
        const size_t before = index.count();
        bool fits = true;
        const Result<Done> isRead =
            readIndexed(file, m_facts, last, contactsAtOnce, [&](const IndexedContact &contact) {
                last = contact.key;
                fits = index.put(contact);
                return fits && !m_stop.stop_requested();
            });
        if (!isRead)
            return isRead;
        if (!fits || m_stop.stop_requested())
            return noIndex();
        if (index.count() == before)
            return Done{};
        // From the first ones one can tell how much room the others take.
        if (before == 0 && total > index.count())
            index.reserve(total, index.texts().bytes() / index.count() * total / 10 * 11);
    }
}

bool IndexKeeper::follow(Database &file, const StoreChanges &changes)
{
    if (!m_held)
        return true;
    const bool isDone = !changes.hasLostTrack &&
                        (!changes.haveNamesChanged || followNames(file, m_held->index)) &&
                        followContacts(file, changes.contacts, m_held->index);
    if (!isDone)
        m_held.reset();
    return isDone;
}

bool IndexKeeper::followNames(Database &file, ContactIndex &index) const
{
    const Result<IndexNames> names = readIndexNames(file);
    return names && !setNames(index, *names);
}

bool IndexKeeper::followContacts(Database &file, const std::vector<RowKey> &keys,
                                 ContactIndex &index) const
{
    for (size_t from = 0; from < keys.size(); from += keysAtOnce) {
        const auto first = keys.begin() + static_cast<std::ptrdiff_t>(from);
        const auto count = std::min(keysAtOnce, keys.size() - from);
        const std::vector<RowKey> some(first, first + static_cast<std::ptrdiff_t>(count));
        std::vector<RowKey> there;
        bool fits = true;
        const Result<Done> isRead =
            readIndexed(file, m_facts, some, [&](const IndexedContact &contact) {
                there.push_back(contact.key);
                fits = index.put(contact);
                return fits;
            });
        if (!isRead || !fits)
            return false;
        for (const RowKey key : some) {
            if (!std::binary_search(there.begin(), there.end(), key))
                index.remove(key);
        }
    }
    return true;
}

Result<std::vector<RowKey>> IndexKeeper::find(Database &file, const ContactQuery &query,
                                              const std::stop_token &stop,
                                              const KeysJob::Begin &begin)
{
    if (!m_held && !needsRecords(query.filter))
        return readKeys(file, query, stop, begin);
    const Result<Done> isBuilt = build(file);
    if (!isBuilt)
        return isBuilt.error();
    auto keys = m_held->query.run(query, stop, begin);
    if (!keys)
        return ApiError::cancelled(Effect::NotApplied);
    return std::move(*keys);
}

} // namespace roster
