// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/workspace.h"

namespace roster {

class Clock;
class Dispatcher;
class Facts;
class Store;

//! What the services of a session work with. Everything outlives the services.
struct ServiceParts
{
    Dispatcher &dispatcher;
    Store &store;
    Facts &facts;
    Clock &clock;
    WorkspaceAddress address;
    WorkspaceIdentity identity;
};

} // namespace roster
