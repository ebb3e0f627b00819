// SPDX-License-Identifier: MIT
#pragma once

#include "core/async/clock.h"
#include "core/domain/loadwindow.h"
#include "core/store/incompleterows.h"
#include "core/store/storethread.h"
#include "core/store/storevalues.h"
#include "core/store/vanishedrows.h"

namespace roster {

//! What keeping a Store true needs of it: the plan of a load, what is still incomplete, and what
//! vanished. Everything happens in the writing thread, in the order it was asked for, so that a
//! read tells what was asked to be written before. UI thread; operations are its own; facts after
//! the commit and before the operation finishes.
class SyncBook : public QObject
{
    Q_OBJECT

public:
    //! Both live longer.
    SyncBook(StoreThread &writer, Clock &clock);

    //! The plan of the walk that is under way; of kind None when there is none.
    OperationOf<LoadState> *loadState();
    //! Keeps a plan in place of the one before; of kind None: none.
    OperationOf<Done> *setLoadState(const LoadState &state);
    //! Stores contacts by the rules of freshness.h, and with them how far their windows are:
    //! both or neither.
    OperationOf<StoreSummary> *storeLoaded(const QList<StoredContact> &contacts,
                                           const QList<LoadWindow> &windows);

    OperationOf<StoreFigures> *figures();
    //! In the order of keys, beginning after `after`, at most `most`.
    OperationOf<QList<IncompleteContact>> *incomplete(RowKey after, int most);
    //! Stores complete lists in one go; answers the contacts that were in the store.
    OperationOf<QList<ContactId>> *storeLists(const QList<CompletedLists> &lists);
    //! Companies that contacts are in and that have no name, by id after `after`, at most `most`.
    OperationOf<QList<CompanyId>> *unnamedCompanies(const CompanyId &after, int most);

    //! The contact left the active set elsewhere, perhaps into another: it leaves the store and is
    //! remembered. True: it was in the store.
    OperationOf<bool> *vanish(const ContactId &id, const ContactId &mergedInto);
    //! The last noticed first.
    OperationOf<QList<VanishedContact>> *vanished();
    //! Answers how many were forgotten.
    OperationOf<int> *forgetVanished(const QList<ContactId> &ids);

Q_SIGNALS:
    void contactsStored(const QList<roster::ContactId> &ids);
    void contactsRemoved(const QList<roster::ContactId> &ids);
    //! What they are called came along.
    void namesLearned(const QList<roster::Tag> &tags, const QList<roster::Company> &companies);
    //! One more is remembered, or some are forgotten.
    void vanishedChanged();

private:
    template <class T>
    OperationOf<T> *submit(std::function<Result<T>(Database &)> work,
                           std::function<void(const T &)> done = {});
    qint64 now() const { return m_clock.now().toSecsSinceEpoch(); }

    StoreThread &m_writer;
    Clock &m_clock;
};

} // namespace roster
