// SPDX-License-Identifier: MIT
#pragma once

#include "core/service/session.h"

#include <memory>

namespace roster {

class ArchiveCheck;
class Clock;
class Dispatcher;
class Facts;
class Store;
class Transport;
class WorkspaceSearch;
struct ServiceParts;

//! The Session over a store and a transport, both its own. The transport is set to the address and
//! the token already.
class WorkspaceSession final : public Session
{
    Q_OBJECT

public:
    //! What is known when the session starts. `clock` outlives it.
    struct Start
    {
        WorkspaceAddress address;
        WorkspaceIdentity identity;
        bool isTokenKept = false;
        Clock &clock;
        //! As it was when the store was opened; without the size.
        StorageState storage = {};
    };

    WorkspaceSession(const Start &start, std::unique_ptr<Store> store,
                     std::unique_ptr<Transport> transport, QObject *parent = nullptr);
    ~WorkspaceSession() override;

    const WorkspaceAddress &address() const override { return m_start.address; }
    const WorkspaceIdentity &identity() const override { return m_start.identity; }
    bool isSandbox() const override { return m_start.address.region == Region::Sandbox; }
    bool isTokenKept() const override { return m_start.isTokenKept; }
    qint64 now() const override;

    ContactService &contacts() override { return *m_contacts; }
    Syncer &syncer() override { return *m_syncer; }
    UndoHistory &undoHistory() override { return *m_undo; }
    ContactBook &book() override;
    ArchiveBook &archive() override;
    Reachability reachability() const override;
    RecordService *records() override;
    LifecycleService *lifecycle() override;
    AvatarLoader *avatars() override;
    RemoteSearch *remoteSearch() override;
    BatchHistory *batchHistory() override;
    StorageState storage() const override;

    void retryNow() override;
    void setToken(const QByteArray &token) override;

    //! Searches and orders are answered from memory; until then the file is asked, more slowly.
    bool isIndexReady() const;

    //! What the local copy is called by at the next start.
    void rememberIdentity(const WorkspaceIdentity &identity);
    //! Leaves nothing of the contacts in the local copy, pictures included; the journal stays. Call
    //! before the session is destroyed; waits for the disk when that happens.
    OperationOf<QList<ContactId>> *wipeCopy();
    //! Forgets every archive of this workspace, so that nothing archived can be found any more, and
    //! every receipt.
    OperationOf<Done> *eraseJournal();

Q_SIGNALS:
    //! setToken() was called: whoever keeps tokens keeps this one now.
    void tokenReplaced(const QByteArray &token);

private:
    Start m_start;
    // In this order: what is used by another is destroyed after it.
    std::unique_ptr<Store> m_store;
    std::unique_ptr<Transport> m_transport;
    std::unique_ptr<Dispatcher> m_dispatcher;
    std::unique_ptr<Facts> m_facts;
    std::unique_ptr<ServiceParts> m_parts;
    std::unique_ptr<ContactService> m_contacts;
    std::unique_ptr<RecordService> m_records;
    std::unique_ptr<LifecycleService> m_lifecycle;
    std::unique_ptr<AvatarLoader> m_avatars;
    std::unique_ptr<Syncer> m_syncer;
    std::unique_ptr<WorkspaceSearch> m_search;
    std::unique_ptr<UndoHistory> m_undo;
    std::unique_ptr<BatchHistory> m_batches;
    std::unique_ptr<ArchiveCheck> m_archiveCheck;
};

} // namespace roster
