// SPDX-License-Identifier: MIT
#include "core/store/syncbook.h"

#include "core/store/contactwrites.h"
#include "core/store/loadrows.h"

namespace roster {

SyncBook::SyncBook(StoreThread &writer, Clock &clock)
    : m_writer(writer)
    , m_clock(clock)
{
}

template <class T>
OperationOf<T> *SyncBook::submit(std::function<Result<T>(Database &)> work,
                                 std::function<void(const T &)> done)
{
    return m_writer.submit<T>(StoreFile::Contacts, std::move(work), std::move(done));
}

OperationOf<LoadState> *SyncBook::loadState()
{
    return submit<LoadState>(readLoad);
}

OperationOf<Done> *SyncBook::setLoadState(const LoadState &state)
{
    return submit<Done>([state](Database &file) { return replaceLoad(file, state); });
}

OperationOf<StoreSummary> *SyncBook::storeLoaded(const QList<StoredContact> &contacts,
                                                 const QList<LoadWindow> &windows)
{
    return submit<StoreSummary>(
        [contacts, windows, at = now()](Database &file) {
            return writeWindows(file, windows).andThen([&](Done) {
                return writeContacts(file, contacts, at);
            });
        },
        [this](const StoreSummary &summary) {
            const QList<ContactId> ids = summary.stored();
            if (!ids.isEmpty())
                Q_EMIT contactsStored(ids);
        });
}

OperationOf<StoreFigures> *SyncBook::figures()
{
    return submit<StoreFigures>(readFigures);
}

OperationOf<QList<IncompleteContact>> *SyncBook::incomplete(RowKey after, int most)
{
    return submit<QList<IncompleteContact>>(
        [after, most](Database &file) { return readIncomplete(file, after, most); });
}

OperationOf<QList<ContactId>> *SyncBook::storeLists(const QList<CompletedLists> &lists)
{
    const auto tell = [this, lists](const QList<ContactId> &written) {
        QList<Tag> tags;
        QList<Company> companies;
        for (const CompletedLists &one : lists) {
            tags += one.tags.value_or(QList<Tag>());
            companies += one.companies.value_or(QList<Company>());
        }
        Q_EMIT namesLearned(tags, companies);
        if (!written.isEmpty())
            Q_EMIT contactsStored(written);
    };
    return submit<QList<ContactId>>(
        [lists, at = now()](Database &file) { return writeCompleted(file, lists, at); }, tell);
}

OperationOf<QList<CompanyId>> *SyncBook::unnamedCompanies(const CompanyId &after, int most)
{
    return submit<QList<CompanyId>>(
        [after, most](Database &file) { return readUnnamed(file, after, most); });
}

OperationOf<bool> *SyncBook::vanish(const ContactId &id, const ContactId &mergedInto)
{
    return submit<bool>([id, mergedInto, at = now()](
                            Database &file) { return moveToVanished(file, id, mergedInto, at); },
                        [this, id](const bool &wasThere) {
                            if (!wasThere)
                                return;
                            Q_EMIT contactsRemoved({id});
                            Q_EMIT vanishedChanged();
                        });
}

OperationOf<QList<VanishedContact>> *SyncBook::vanished()
{
    return submit<QList<VanishedContact>>(readVanished);
}

OperationOf<int> *SyncBook::forgetVanished(const QList<ContactId> &ids)
{
    return submit<int>([ids](Database &file) { return deleteVanished(file, ids); },
                       [this](const int &forgotten) {
                           if (forgotten > 0)
                               Q_EMIT vanishedChanged();
                       });
}

} // namespace roster
