// SPDX-License-Identifier: MIT
#pragma once

#include "core/service/workspacegate.h"

#include <optional>

namespace roster {

//! A gate of which the tour says what testing a connection answers: the failures of a network that
//! is not there (an unknown name, a certificate, another region). All else is the real gate's.
class ScriptedGate final : public WorkspaceGate
{
    Q_OBJECT

public:
    explicit ScriptedGate(WorkspaceGate &gate, QObject *parent = nullptr);

    //! What test() answers from now on; nothing: it stays unanswered.
    void setAnswer(std::optional<Result<WorkspaceIdentity>> answer)
    {
        m_answer = std::move(answer);
    }
    void setHasKeychain(bool has) { m_hasKeychain = has; }

    Session *session() override { return m_gate.session(); }
    bool hasKeychain() const override { return m_hasKeychain; }
    OperationOf<WorkspaceIdentity> *test(const ConnectRequest &request) override;
    OperationOf<WorkspaceIdentity> *connectTo(const ConnectRequest &request) override;
    OperationOf<WorkspaceIdentity> *openSandbox() override { return m_gate.openSandbox(); }
    OperationOf<Done> *resetSandbox() override { return m_gate.resetSandbox(); }
    OperationOf<WorkspaceIdentity> *reopenLast() override { return m_gate.reopenLast(); }
    OperationOf<WorkspaceIdentity> *switchRegion(Region region) override
    {
        return m_gate.switchRegion(region);
    }
    OperationOf<Done> *changeStorage(StorageChoice choice) override
    {
        return m_gate.changeStorage(choice);
    }
    OperationOf<SignOutLeftovers> *signOut(SignOut how) override { return m_gate.signOut(how); }
    QList<StorageProblem> profileProblems() const override { return m_gate.profileProblems(); }

private:
    WorkspaceGate &m_gate;
    std::optional<Result<WorkspaceIdentity>> m_answer;
    bool m_hasKeychain = true;
};

} // namespace roster
