// SPDX-License-Identifier: MIT
#pragma once

#include "core/wire/httpresponse.h"

#include <QtCore/QDateTime>

#include <chrono>
#include <optional>

namespace roster {

//! When the server wrote the answer (header Date), in Unix seconds.
std::optional<qint64> serverTime(const HttpResponse &response);

//! What the answer says of the calls that are left in the present window (headers X-RateLimit-*).
//! A member that was not told, or that is no number, is absent.
struct RateLimit
{
    std::optional<int> limit;
    std::optional<int> remaining;
    //! The window's end in the server's Unix seconds.
    std::optional<qint64> reset;

    static RateLimit of(const HttpResponse &response);

    friend bool operator==(const RateLimit &, const RateLimit &) = default;
};

//! How long the answer asks to wait: Retry-After, else the end of the window measured against the
//! server's own Date, since its clock may be another one than ours; without a Date against
//! `ownTime` (Unix seconds). From 0 to a day; nothing when the answer does not say.
std::optional<std::chrono::milliseconds> toldWait(const HttpResponse &response,
                                                  std::optional<qint64> ownTime = std::nullopt);

} // namespace roster
