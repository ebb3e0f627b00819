// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/apierror.h"

#include <QtCore/QDateTime>

namespace roster {

//! Why a run that nobody paused sends nothing at the moment. It goes on by itself.
struct RunHold
{
    enum class Reason {
        RateLimit, //!< Too many calls; until the limit allows more.
        Retry,     //!< Intercom has trouble; what it refused is tried again then.
        Offline,   //!< No connection; tried again then.
        Token,     //!< The token is refused; goes on with another one.
        Storage,   //!< What was done cannot be written down here; tried again then, or by resume().
    };

    Reason reason = Reason::RateLimit;
    //! Invalid when not known.
    QDateTime until;
    //! For Storage: what went wrong.
    std::optional<ApiError> error = {};

    friend bool operator==(const RunHold &, const RunHold &) = default;
};

} // namespace roster
