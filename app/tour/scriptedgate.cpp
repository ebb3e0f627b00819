// SPDX-License-Identifier: MIT
#include "app/tour/scriptedgate.h"

#include "core/service/session.h"

namespace roster {

ScriptedGate::ScriptedGate(WorkspaceGate &gate, QObject *parent)
    : WorkspaceGate(parent)
    , m_gate(gate)
{
    connect(&gate, &WorkspaceGate::sessionOpened, this, &WorkspaceGate::sessionOpened);
    connect(&gate, &WorkspaceGate::sessionClosing, this, &WorkspaceGate::sessionClosing);
}

OperationOf<WorkspaceIdentity> *ScriptedGate::test(const ConnectRequest &)
{
    auto *operation = new OperationOf<WorkspaceIdentity>(this);
    if (m_answer)
        operation->settle(*m_answer);
    return operation;
}

OperationOf<WorkspaceIdentity> *ScriptedGate::connectTo(const ConnectRequest &request)
{
    return test(request);
}

} // namespace roster
