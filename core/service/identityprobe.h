// SPDX-License-Identifier: MIT
#pragma once

#include "core/async/operationof.h"
#include "core/domain/workspace.h"

#include <memory>

namespace roster {

class Clock;
class Transport;

//! Asks `/me` (operation "Identify an admin") whom a token belongs to, through a transport that is
//! set to the address and token in question. The operation is owned by `owner` and keeps the
//! transport alive until it is gone.
OperationOf<WorkspaceIdentity> *probeIdentity(std::unique_ptr<Transport> transport, Clock &clock,
                                              QObject *owner);

} // namespace roster
