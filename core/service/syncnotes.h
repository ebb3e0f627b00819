// SPDX-License-Identifier: MIT
#pragma once

#include "core/async/operationof.h"

#include <optional>

namespace roster {

class Store;

//! Moments that keeping a store true remembers between sessions, in Unix seconds.
struct SyncNotes
{
    //! When a refresh ended well last, by our clock.
    std::optional<qint64> finishedAt;
    //! When the last good refresh or load began, by the server's clock: changes from before a
    //! margin earlier are in the store. Nothing before the first whole load.
    std::optional<qint64> freshSince;
    //! When the last whole walk that ended began.
    std::optional<qint64> sweptAt;

    //! An error when they cannot be read: nobody knows then whether there was a load.
    static Result<SyncNotes> of(Store &store);

    static OperationOf<Done> *noteFinished(Store &store, qint64 at);
    static OperationOf<Done> *noteFresh(Store &store, qint64 since);
    static OperationOf<Done> *noteSwept(Store &store, qint64 at);
};

} // namespace roster
