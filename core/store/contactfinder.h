// SPDX-License-Identifier: MIT
#pragma once

#include "core/store/indexkeeper.h"
#include "core/store/storethread.h"

#include <QtCore/QMutex>

#include <atomic>

namespace roster {

//! Answers queries: from an index in memory, which is built in a thread of its own when the store
//! is opened and follows every write; until it is there from the file. Lives in the UI thread but
//! for what WriteObserver says. What was written before a query was asked is in its answer.
//!
//! Answers of the file differ in two ways: words are not looked for in custom attributes, and the
//! column alone decides the order. A query that the file cannot answer waits for the index.
class ContactFinder final : public WriteObserver
{
public:
    struct Options
    {
        QString contactsFile;
        QString journalFile;
        StatementHook *hook = nullptr;
        FactsReader facts;
        bool isIndexed = true;
        //! See StoreOptions.
        bool isPolite = false;
    };
    //! Told that the index is there; true: words were looked for without it meanwhile.
    using Ready = std::function<void(bool wasMissed)>;

    //! `home` lives in the UI thread and longer.
    ContactFinder(const Options &options, QObject *home);
    ~ContactFinder() override;

    //! Opens the files and begins to build the index.
    Result<Done> open(Ready ready);
    //! The operation is owned by `home`. `reader` is asked until the index is there.
    KeysOperation *find(const ContactQuery &query, StoreThread &reader);
    bool isReady() const { return m_state == State::Ready; }
    //! Bytes that the index takes, about.
    OperationOf<qint64> *footprint();

    void opened(Database &database) override;
    void written(Database &database) override;

private:
    enum class State { Closed, Building, Ready, Broken };

    void build();
    void follow(StoreChanges changes);
    void followPending(Database &file);
    void noteBroken();

    QObject *const m_home;
    const bool m_isIndexed;
    Ready m_ready;
    State m_state = State::Closed;
    bool m_wasMissed = false;
    //! The writing connection tells what it changes.
    std::atomic<bool> m_isWatching = false;
    std::stop_source m_stop;
    QMutex m_pendingMutex;
    StoreChanges m_pending;
    bool m_hasPending = false;
    //! In the index's thread alone.
    IndexKeeper m_keeper;
    //! Last: it ends before what it uses.
    StoreThread m_thread;
};

} // namespace roster
