// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QDateTime>
#include <QtCore/QMetaType>

namespace roster {

//! Whether the workspace can be talked to right now.
struct Reachability
{
    enum class State {
        Online,
        Offline,      //!< No connection.
        Unauthorized, //!< The token is not accepted any more.
        Limited,      //!< Too many calls; nothing is sent before `until`.
    };

    State state = State::Online;
    //! For Limited: when it goes on. For Offline: when it is tried again; invalid when not known.
    QDateTime until;

    friend bool operator==(const Reachability &, const Reachability &) = default;
};

} // namespace roster
