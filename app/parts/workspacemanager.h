// SPDX-License-Identifier: MIT
#pragma once

#include "app/parts/profile.h"
#include "core/service/workspacegate.h"

#include <memory>

class QSslCertificate;

namespace roster {

class Clock;
class SandboxHost;
class Secrets;
class Settings;
class Store;
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
    void signOut() override;

    //! Closes the session, if one is open; what was asked for is written first.
    void close();

private:
    using IdentityOperation = OperationOf<WorkspaceIdentity>;

    std::unique_ptr<Transport> transportFor(const ConnectRequest &request) const;
    void keepToken(const ConnectRequest &request, const WorkspaceIdentity &identity,
                   IdentityOperation *operation);
    void keepReplacedToken(const QByteArray &token);
    QString contactsFile(Region region, const QString &workspaceId) const;
    Result<std::unique_ptr<Store>> openStore(Region region, const QString &workspaceId) const;
    void openSession(const ConnectRequest &request, const WorkspaceIdentity &identity,
                     bool isTokenKept, IdentityOperation *operation);
    void startSession(const ConnectRequest &request, const WorkspaceIdentity &identity,
                      bool isTokenKept, std::unique_ptr<Store> store);
    //! Gives the session to the windows and tells `operation`, which may be gone.
    void showSession(IdentityOperation *operation);
    //! The session is refreshed by itself while a window of Roster is in front.
    void keepFreshWhileActive();
    bool openFromCopy(const ConnectRequest &request, const QString &workspaceId,
                      IdentityOperation *operation);

    Parts m_parts;
    std::unique_ptr<WorkspaceSession> m_session;
    ConnectRequest m_current;
};

} // namespace roster
