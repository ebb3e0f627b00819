// SPDX-License-Identifier: MIT
#pragma once

#include "app/parts/profile.h"
#include "app/parts/storekeeper.h"
#include "core/service/workspacegate.h"

#include <memory>

class QSslCertificate;

namespace roster {

class Clock;
class SandboxHost;
class Secrets;
class Settings;
class Transport;
class WorkspaceSession;

//! The WorkspaceGate: builds the parts of a session and takes them down again. UI thread.
class WorkspaceManager final : public WorkspaceGate
{
    Q_OBJECT

public:
    //! What it works with; all of it outlives the manager.
    struct Parts
    {
        const Profile &profile;
        StoreKeeper &keeper;
        Settings &settings;
        Secrets &secrets;
        SandboxHost &sandbox;
        Clock &clock;
        //! Trusted beside the system's certificate authorities.
        QList<QSslCertificate> certificates;
    };

    WorkspaceManager(Parts parts, QObject *parent = nullptr);
    ~WorkspaceManager() override;

    Session *session() override;
    bool hasKeychain() const override;

    OperationOf<WorkspaceIdentity> *test(const ConnectRequest &request) override;
    OperationOf<WorkspaceIdentity> *connectTo(const ConnectRequest &request) override;
    OperationOf<WorkspaceIdentity> *openSandbox() override;
    OperationOf<Done> *resetSandbox() override;
    OperationOf<WorkspaceIdentity> *reopenLast() override;
    OperationOf<WorkspaceIdentity> *switchRegion(Region region) override;
    OperationOf<Done> *changeStorage(StorageChoice choice) override;
    OperationOf<SignOutLeftovers> *signOut(SignOut how) override;
    QList<StorageProblem> profileProblems() const override { return m_parts.profile.problems(); }

    //! Closes the session, if one is open; what was asked for is written first.
    void close();

private:
    using IdentityOperation = OperationOf<WorkspaceIdentity>;

    std::unique_ptr<Transport> transportFor(const ConnectRequest &request) const;
    void keepToken(const ConnectRequest &request, const WorkspaceIdentity &identity,
                   IdentityOperation *operation);
    void keepReplacedToken(const QByteArray &token);
    void openSession(const ConnectRequest &request, const WorkspaceIdentity &identity,
                     bool isTokenKept, IdentityOperation *operation);
    void startSession(const ConnectRequest &request, const WorkspaceIdentity &identity,
                      bool isTokenKept, StoreKeeper::Opened opened);
    //! Gives the session to the windows and tells `operation`, which may be gone.
    void showSession(IdentityOperation *operation);
    //! The session is refreshed by itself while a window of Roster is in front.
    void keepFreshWhileActive();
    Result<StoreKeeper::Opened> openStore(Region region, const QString &workspaceId);
    StoreKeeper::Place place() const;
    void reopenIn(StorageChoice choice, const ConnectRequest &request,
                  const WorkspaceIdentity &identity, bool isTokenKept,
                  OperationOf<Done> *operation);
    bool openFromCopy(const ConnectRequest &request, const QString &workspaceId,
                      IdentityOperation *operation);

    Parts m_parts;
    std::unique_ptr<WorkspaceSession> m_session;
    ConnectRequest m_current;
    //! Files that were found damaged and have not been told of.
    QStringList m_setAside;
};

} // namespace roster
