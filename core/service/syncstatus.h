// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/apierror.h"
#include "core/domain/vanished.h"

#include <QtCore/QDateTime>
#include <QtCore/QMetaType>

#include <optional>

namespace roster {

//! What the syncer is doing, for the toolbar and the empty states.
struct SyncStatus
{
    enum class State {
        Idle,     //!< Nothing is under way: never asked for, or stopped.
        Loading,  //!< Something is under way: see `phase`.
        UpToDate, //!< The last thing that was under way ended well.
        Failed,   //!< It ended with `error`; what was stored stays, and refresh() goes on from it.
    };
    enum class Phase {
        None,
        FirstScreen, //!< The first page of an empty store.
        Loading,     //!< Every contact for the first time. Counted: contacts in the store.
        Refreshing,  //!< What was updated since the last time. Counted: those.
        Completing,  //!< Lists of tags and companies. Counted: contacts with an incomplete one.
        Sweeping,    //!< Looking for contacts that are gone. Counted: contacts seen.
    };

    State state = State::Idle;
    Phase phase = Phase::None;
    //! How many of what the phase counts, and of about how many, never fewer than `done`. Without a
    //! phase both are the contacts in the store, as far as that is known.
    int done = 0;
    int total = 0;
    //! For how many contacts tags or companies are not completely known, as counted last.
    IncompleteLists incomplete;
    //! When the last refresh ended well, be it in an earlier session; whole seconds then.
    QDateTime finishedAt;
    std::optional<ApiError> error;
    //! A whole load has ended well at least once for this store, be it in an earlier session.
    bool isComplete = false;

    friend bool operator==(const SyncStatus &, const SyncStatus &) = default;
};

} // namespace roster

Q_DECLARE_METATYPE(roster::SyncStatus)
