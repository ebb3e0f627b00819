// SPDX-License-Identifier: MIT
#pragma once

#include "app/parts/storekeeper.h"
#include "core/async/operationof.h"

namespace roster {

class Secrets;
class WorkspaceSession;

//! Takes away what is kept of one workspace, each part even when another cannot be, and answers
//! what is left. First what the open session empties itself; then, once that is gone, its files.
//! The child of its operation.
class SigningOut : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        WorkspaceSession &session;
        const StoreKeeper &keeper;
        Secrets &secrets;
    };

    SigningOut(const Parts &parts, SignOut how, OperationOf<SignOutLeftovers> *operation);

Q_SIGNALS:
    //! The session has done its part and has to be closed now.
    void emptied();

private:
    void emptyCopy();
    void emptyJournal();
    void forgetToken();
    void partEnded();
    void removeFiles();
    void note(SignOutLeftover::What what, const QString &path = {});

    const StoreKeeper &m_keeper;
    Secrets &m_secrets;
    OperationOf<SignOutLeftovers> *m_operation;
    //! Cleared before it is gone.
    WorkspaceSession *m_session;
    const StoreKeeper::Place m_place;
    const SignOut m_how;
    SignOutLeftovers m_left;
    //! The contacts file, once nothing is in it.
    QString m_emptied;
    int m_parts = 0;
};

} // namespace roster
