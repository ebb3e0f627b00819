// SPDX-License-Identifier: MIT
#pragma once

#include "core/async/operationof.h"
#include "core/service/workspacegate.h"

namespace roster::test {

//! A gate that answers what the test says, in a later turn of the event loop.
class FakeGate final : public WorkspaceGate
{
public:
    Session *session() override { return nullptr; }
    bool hasKeychain() const override { return keychain; }

    OperationOf<WorkspaceIdentity> *test(const ConnectRequest &request) override
    {
        tested.append(request);
        return told();
    }
    OperationOf<WorkspaceIdentity> *connectTo(const ConnectRequest &request) override
    {
        connected.append(request);
        return told();
    }
    OperationOf<WorkspaceIdentity> *openSandbox() override { return told(); }
    OperationOf<Done> *resetSandbox() override
    {
        auto *operation = new OperationOf<Done>(this);
        operation->settle(Done());
        return operation;
    }
    OperationOf<WorkspaceIdentity> *reopenLast() override { return told(); }
    OperationOf<WorkspaceIdentity> *switchRegion(Region) override { return told(); }
    OperationOf<Done> *changeStorage(StorageChoice) override { return resetSandbox(); }
    OperationOf<SignOutLeftovers> *signOut(SignOut) override
    {
        auto *operation = new OperationOf<SignOutLeftovers>(this);
        operation->settle(SignOutLeftovers());
        return operation;
    }

    Result<WorkspaceIdentity> answer = WorkspaceIdentity();
    //! Never answers while true.
    bool isSilent = false;
    bool keychain = true;
    QList<ConnectRequest> tested;
    QList<ConnectRequest> connected;

private:
    OperationOf<WorkspaceIdentity> *told()
    {
        auto *operation = new OperationOf<WorkspaceIdentity>(this);
        if (!isSilent)
            operation->settle(answer);
        return operation;
    }
};

} // namespace roster::test
