// SPDX-License-Identifier: MIT
#include "core/service/workspacesession.h"

#include "core/async/clock.h"
#include "core/net/dispatcher.h"
#include "core/net/transport.h"
#include "core/service/archivecheck.h"
#include "core/service/avatarloader.h"
#include "core/service/batchhistory.h"
#include "core/service/contactservice.h"
#include "core/service/facts.h"
#include "core/service/identitycache.h"
#include "core/service/lifecycleservice.h"
#include "core/service/recordservice.h"
#include "core/service/serviceparts.h"
#include "core/service/syncer.h"
#include "core/service/undohistory.h"
#include "core/service/workspacesearch.h"
#include "core/store/store.h"

#include <QtCore/QFileInfo>

namespace roster {

namespace {

AvatarLoader::Options avatarOptions(const WorkspaceSession::Start &start)
{
    AvatarLoader::Options options;
    options.allowsLoopback = start.address.baseUrl.scheme() == QLatin1String("http");
    if (start.storage.isCopyKept() && !start.storage.contactsFile.isEmpty())
        options.folder = AvatarFiles::folderBeside(start.storage.contactsFile);
    return options;
}

} // namespace

WorkspaceSession::WorkspaceSession(const Start &start, std::unique_ptr<Store> store,
                                   std::unique_ptr<Transport> transport, QObject *parent)
    : Session(parent)
    , m_start(start)
    , m_store(std::move(store))
    , m_transport(std::move(transport))
    , m_dispatcher(std::make_unique<Dispatcher>(*m_transport, start.clock))
    , m_facts(std::make_unique<Facts>())
    , m_parts(std::make_unique<ServiceParts>(ServiceParts{
          *m_dispatcher, *m_store, *m_facts, start.clock, start.address, start.identity}))
    , m_contacts(std::make_unique<ContactService>(*m_parts, nullptr))
    , m_records(std::make_unique<RecordService>(*m_parts, nullptr))
    , m_lifecycle(std::make_unique<LifecycleService>(*m_parts, nullptr))
    , m_avatars(std::make_unique<AvatarLoader>(avatarOptions(start)))
    , m_syncer(std::make_unique<Syncer>(*m_parts, nullptr))
    , m_search(std::make_unique<WorkspaceSearch>(*m_parts, nullptr))
    , m_undo(std::make_unique<UndoHistory>(*m_contacts, nullptr))
    , m_batches(std::make_unique<BatchHistory>(*m_parts, m_contacts->queue(), *m_undo, *m_contacts))
    , m_archiveCheck(std::make_unique<ArchiveCheck>(*m_parts, m_contacts->queue()))
{
    connect(m_dispatcher.get(), &Dispatcher::reachabilityChanged, this,
            &Session::reachabilityChanged);
    m_store->journal().setScope({start.identity.id, regionCode(start.address.region)});
    m_archiveCheck->start();
}

WorkspaceSession::~WorkspaceSession() = default;

qint64 WorkspaceSession::now() const
{
    return m_start.clock.now().toSecsSinceEpoch();
}

ContactBook &WorkspaceSession::book()
{
    return m_store->reader();
}

ArchiveBook &WorkspaceSession::archive()
{
    return m_store->journal();
}

Reachability WorkspaceSession::reachability() const
{
    return m_dispatcher->reachability();
}

RecordService *WorkspaceSession::records()
{
    return m_records.get();
}

LifecycleService *WorkspaceSession::lifecycle()
{
    return m_lifecycle.get();
}

AvatarLoader *WorkspaceSession::avatars()
{
    return m_avatars.get();
}

RemoteSearch *WorkspaceSession::remoteSearch()
{
    return m_search.get();
}

BatchHistory *WorkspaceSession::batchHistory()
{
    return m_batches.get();
}

void WorkspaceSession::retryNow()
{
    m_dispatcher->retryNow();
}

void WorkspaceSession::setToken(const QByteArray &token)
{
    Endpoint endpoint = m_transport->endpoint();
    endpoint.token = token;
    m_dispatcher->setEndpoint(endpoint);
    Q_EMIT tokenReplaced(token);
    // Also when it is the same one: it may have been given back its rights.
    m_dispatcher->resume();
}

bool WorkspaceSession::isIndexReady() const
{
    return m_store->isIndexReady();
}

void WorkspaceSession::rememberIdentity(const WorkspaceIdentity &identity)
{
    m_store->setMeta(identityMetaName(), identityToBytes(identity));
}

OperationOf<Done> *WorkspaceSession::eraseJournal()
{
    return m_store->journal().erase(m_store->journal().scope());
}

OperationOf<QList<ContactId>> *WorkspaceSession::wipeCopy()
{
    m_syncer->stop();
    m_avatars->clear();
    return m_store->wipe();
}

StorageState WorkspaceSession::storage() const
{
    StorageState state = m_start.storage;
    for (const char *suffix : {"", "-wal", "-shm"})
        state.contactsBytes += QFileInfo(state.contactsFile + QLatin1String(suffix)).size();
    return state;
}

} // namespace roster
