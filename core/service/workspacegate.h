// SPDX-License-Identifier: MIT
#pragma once

#include "core/async/operationof.h"
#include "core/domain/storagestate.h"
#include "core/domain/workspace.h"

#include <QtCore/QObject>

namespace roster {

class Session;

//! What a person enters to connect a workspace.
struct ConnectRequest
{
    WorkspaceAddress address;
    QByteArray token;
    //! Keep the token in the keychain; else until the program ends.
    bool keepToken = true;
    //! Where to keep the contacts; nothing: as it was chosen for that workspace before.
    std::optional<StorageChoice> storage = {};
};

//! Opens and closes workspaces. The windows see this; app/ implements it, since only app/ knows the
//! concrete parts. At most one session is open. UI thread.
class WorkspaceGate : public QObject
{
    Q_OBJECT

public:
    explicit WorkspaceGate(QObject *parent = nullptr)
        : QObject(parent)
    {
    }

    //! The open session; nullptr when none is.
    virtual Session *session() = 0;
    //! Whether this machine has a keychain that answered. False: tokens last until quit.
    virtual bool hasKeychain() const = 0;

    //! Asks `/me` and opens nothing.
    virtual OperationOf<WorkspaceIdentity> *test(const ConnectRequest &request) = 0;
    //! Asks `/me`, keeps the token as wanted and opens the workspace. sessionOpened() comes before
    //! it finishes.
    virtual OperationOf<WorkspaceIdentity> *connectTo(const ConnectRequest &request) = 0;
    //! Starts the sandbox on this machine if needed, and opens it.
    virtual OperationOf<WorkspaceIdentity> *openSandbox() = 0;
    //! Gives the sandbox back fresh: its contacts, the local copy of them and its journal.
    virtual OperationOf<Done> *resetSandbox() = 0;
    //! Opens the workspace that was open last; NotFound when there is none or its token is gone.
    virtual OperationOf<WorkspaceIdentity> *reopenLast() = 0;
    //! Changes the region of the open workspace to where its token belongs (one-click switch).
    virtual OperationOf<WorkspaceIdentity> *switchRegion(Region region) = 0;
    //! Keeps the contacts of the open workspace elsewhere from now on: they are carried over, the
    //! session is closed and opened again. An error of kind Storage: all is as it was.
    virtual OperationOf<Done> *changeStorage(StorageChoice choice) = 0;
    //! Closes the session and removes its token, its local copy, also what was set aside of it, and
    //! its saved views, whose filters may name customers; with WipeJournal its part of the archive
    //! journal too. Answers what could not be removed.
    virtual OperationOf<SignOutLeftovers> *signOut(SignOut how) = 0;

    //! What is wrong with the profile itself; holds as long as the program runs.
    virtual QList<StorageProblem> profileProblems() const { return {}; }

Q_SIGNALS:
    void sessionOpened(roster::Session *session);
    //! The session is going, in a later turn of the event loop: whatever reads from it has to be
    //! deleted, now or by deleteLater().
    void sessionClosing();
};

} // namespace roster
