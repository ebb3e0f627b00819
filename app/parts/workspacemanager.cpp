// SPDX-License-Identifier: MIT
#include "app/parts/workspacemanager.h"

#include "app/parts/sandboxhost.h"
#include "app/parts/secrets.h"
#include "app/parts/settings.h"
#include "core/async/clock.h"
#include "core/net/qnamtransport.h"
#include "core/service/avatarloader.h"
#include "core/service/contactservice.h"
#include "core/service/identitycache.h"
#include "core/service/identityprobe.h"
#include "core/service/syncer.h"
#include "core/service/undohistory.h"
#include "core/service/workspacesession.h"
#include "core/store/store.h"

#include <QtCore/QPointer>
#include <QtGui/QGuiApplication>

#include <chrono>

namespace roster {

namespace {

//! For a request to be on its way before something else keeps the thread busy.
constexpr std::chrono::milliseconds HeadStart{10};

ApiError noWorkspace()
{
    ApiError error;
    error.kind = ErrorKind::NotFound;
    return error;
}

//! Passes the end of `from` on to `to`.
template <class T>
void forward(OperationOf<T> *from, OperationOf<T> *to)
{
    from->onFinished(to, [to](const Result<T> &result) { to->settle(result); });
}

} // namespace

WorkspaceManager::WorkspaceManager(Parts parts, QObject *parent)
    : WorkspaceGate(parent)
    , m_parts(std::move(parts))
{
}

WorkspaceManager::~WorkspaceManager()
{
    if (m_session)
        Q_EMIT sessionClosing();
}

Session *WorkspaceManager::session()
{
    return m_session.get();
}

bool WorkspaceManager::hasKeychain() const
{
    return m_parts.secrets.isAvailable();
}

std::unique_ptr<Transport> WorkspaceManager::transportFor(const ConnectRequest &request) const
{
    QnamTransport::Options options;
    options.extraCertificates = m_parts.certificates;
    auto transport = std::make_unique<QnamTransport>(options, nullptr);
    transport->setEndpoint(
        {request.address.baseUrl, request.token, request.address.version.toLatin1()});
    return transport;
}

OperationOf<WorkspaceIdentity> *WorkspaceManager::test(const ConnectRequest &request)
{
    return probeIdentity(transportFor(request), m_parts.clock, this);
}

OperationOf<WorkspaceIdentity> *WorkspaceManager::connectTo(const ConnectRequest &request)
{
    auto *operation = new IdentityOperation(this);
    auto *probe = test(request);
    operation->setCanceller([guard = QPointer<Operation>(probe)] {
        if (guard)
            guard->cancel();
    });
    probe->onFinished(operation,
                      [this, request, operation](const Result<WorkspaceIdentity> &identity) {
                          if (operation->isSettled())
                              return;
                          if (!identity)
                              return operation->settle(identity);
                          keepToken(request, *identity, operation);
                      });
    return operation;
}

void WorkspaceManager::keepToken(const ConnectRequest &request, const WorkspaceIdentity &identity,
                                 IdentityOperation *operation)
{
    const QString key = workspaceTokenKey(request.address.region, identity.id);
    if (!request.keepToken) {
        m_parts.secrets.remember(key, request.token);
        return openSession(request, identity, false, operation);
    }
    m_parts.secrets.keep(key, request.token)
        ->onFinished(operation, [this, request, identity, operation](const Result<Done> &kept) {
            openSession(request, identity, kept.isOk(), operation);
        });
}

void WorkspaceManager::keepReplacedToken(const QByteArray &token)
{
    m_current.token = token;
    const QString key = workspaceTokenKey(m_session->address().region, m_session->identity().id);
    if (m_session->isTokenKept())
        m_parts.secrets.keep(key, token);
    else
        m_parts.secrets.remember(key, token);
}

Result<StoreKeeper::Opened> WorkspaceManager::openStore(Region region, const QString &workspaceId)
{
    return m_parts.keeper.open({region, workspaceId},
                               m_parts.settings.storageChoice(region, workspaceId));
}

void WorkspaceManager::openSession(const ConnectRequest &request, const WorkspaceIdentity &identity,
                                   bool isTokenKept, IdentityOperation *operation)
{
    close();
    const Region region = request.address.region;
    if (request.storage)
        m_parts.settings.setStorageChoice(region, identity.id, *request.storage);
    auto opened = openStore(region, identity.id);
    if (!opened)
        return operation->settle(opened.error());
    startSession(request, identity, isTokenKept, std::move(opened).value());
    // With nothing to show yet, the first question leaves before the windows are built: they are
    // ready when the answer comes.
    if (m_session->syncer().status().isComplete)
        return showSession(operation);
    m_session->syncer().refresh();
    m_parts.clock.after(HeadStart, this,
                        [this, opening = QPointer(m_session.get()), guard = QPointer(operation)] {
                            if (opening && opening == m_session.get())
                                showSession(guard);
                            // It was closed meanwhile.
                            else if (guard)
                                guard->cancel();
                        });
}

void WorkspaceManager::showSession(IdentityOperation *operation)
{
    Q_EMIT sessionOpened(m_session.get());
    m_session->syncer().refresh();
    keepFreshWhileActive();
    if (operation)
        operation->settle(m_session->identity());
}

void WorkspaceManager::startSession(const ConnectRequest &request,
                                    const WorkspaceIdentity &identity, bool isTokenKept,
                                    StoreKeeper::Opened opened)
{
    opened.state.setAside = std::exchange(m_setAside, {}) + opened.state.setAside;
    const WorkspaceSession::Start start{request.address, identity, isTokenKept, m_parts.clock,
                                        opened.state};
    m_session =
        std::make_unique<WorkspaceSession>(start, std::move(opened.store), transportFor(request));
    m_session->rememberIdentity(identity);
    m_session->avatars()->setEnabled(m_parts.settings.showsPictures());
    connect(&m_parts.settings, &Settings::showsPicturesChanged, m_session->avatars(),
            &AvatarLoader::setEnabled);
    connect(m_session.get(), &WorkspaceSession::tokenReplaced, this,
            &WorkspaceManager::keepReplacedToken);
    m_current = request;
    m_current.storage.reset();
    m_parts.settings.setLastWorkspace(
        RememberedWorkspace{request.address, identity.id, identity.name});
}

void WorkspaceManager::keepFreshWhileActive()
{
    const auto *application = qobject_cast<QGuiApplication *>(QCoreApplication::instance());
    if (!application)
        return;
    const auto tell = [session = m_session.get()](Qt::ApplicationState state) {
        session->syncer().setActive(state == Qt::ApplicationActive);
    };
    connect(application, &QGuiApplication::applicationStateChanged, m_session.get(), tell);
    tell(application->applicationState());
}

bool WorkspaceManager::openFromCopy(const ConnectRequest &request, const QString &workspaceId,
                                    IdentityOperation *operation)
{
    const Region region = request.address.region;
    // There is no copy of what was kept for a session only.
    if (m_parts.settings.storageChoice(region, workspaceId) == StorageChoice::SessionOnly)
        return false;
    auto store = openStore(region, workspaceId);
    if (!store)
        return false;
    auto opened = std::move(store).value();
    const auto identity = identityFromBytes(opened.store->meta(identityMetaName()));
    if (!identity || identity->id != workspaceId) {
        m_setAside = opened.state.setAside;
        return false;
    }
    startSession(request, *identity, true, std::move(opened));
    showSession(operation);
    // The copy knows the workspace as it was; the next start should know it as it is.
    test(request)->onFinished(m_session.get(), [this](const Result<WorkspaceIdentity> &now) {
        if (now && m_session && now->id == m_session->identity().id)
            m_session->rememberIdentity(*now);
    });
    return true;
}

OperationOf<WorkspaceIdentity> *WorkspaceManager::openSandbox()
{
    auto *operation = new IdentityOperation(this);
    m_parts.sandbox.start()->onFinished(
        operation, [this, operation](const Result<SandboxHost::Access> &access) {
            if (!access)
                return operation->settle(access.error());
            ConnectRequest request;
            request.address.region = Region::Sandbox;
            request.address.baseUrl = access->url;
            request.token = access->token;
            request.keepToken = false;
            forward(connectTo(request), operation);
        });
    return operation;
}

OperationOf<Done> *WorkspaceManager::resetSandbox()
{
    auto *operation = new OperationOf<Done>(this);
    if (!m_session || !m_session->isSandbox()) {
        operation->settle(noWorkspace());
        return operation;
    }
    m_session->wipeCopy();
    m_session->eraseJournal();
    close();
    m_parts.sandbox.reset()->onFinished(operation, [this, operation](const Result<Done> &reset) {
        openSandbox()->onFinished(operation,
                                  [operation, reset](const Result<WorkspaceIdentity> &opened) {
                                      if (!reset)
                                          return operation->settle(reset);
                                      if (!opened)
                                          return operation->settle(opened.error());
                                      operation->settle(Done{});
                                  });
    });
    return operation;
}

OperationOf<WorkspaceIdentity> *WorkspaceManager::reopenLast()
{
    const auto last = m_parts.settings.lastWorkspace();
    if (last && last->address.region == Region::Sandbox)
        return openSandbox();
    auto *operation = new IdentityOperation(this);
    if (!last) {
        operation->settle(noWorkspace());
        return operation;
    }
    m_parts.secrets.read(workspaceTokenKey(last->address.region, last->id))
        ->onFinished(operation, [this, last, operation](const Result<QByteArray> &token) {
            if (!token)
                return operation->settle(token.error());
            // What was loaded before is shown at once, with or without a network.
            const ConnectRequest request{last->address, *token, true};
            if (!openFromCopy(request, last->id, operation))
                forward(connectTo(request), operation);
        });
    return operation;
}

OperationOf<WorkspaceIdentity> *WorkspaceManager::switchRegion(Region region)
{
    ConnectRequest request = m_current;
    request.address.region = region;
    request.address.baseUrl = regionUrl(region);
    // What was chosen was meant for this workspace, wherever it is.
    if (m_session)
        request.storage = m_session->storage().choice;
    return connectTo(request);
}

void WorkspaceManager::close()
{
    if (!m_session)
        return;
    Q_EMIT sessionClosing();
    // Windows let go of it in a later turn of the event loop, in which it was asked for first.
    m_session.release()->deleteLater();
}

} // namespace roster
