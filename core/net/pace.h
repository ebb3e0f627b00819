// SPDX-License-Identifier: MIT
#pragma once

#include "core/wire/httprequest.h"

#include <chrono>

namespace roster {

//! The steps of bulk work: one call after another, so that a window's calls are spread over it
//! instead of leaving all at once and then none. Whoever was held up may make up for a second.
//! Pure; steady times are handed in.
class Pace
{
public:
    using Millis = std::chrono::milliseconds;
    using FineMillis = std::chrono::duration<double, std::milli>;

    //! When the next call may leave: `now`, or later.
    Millis next(Millis now) const;
    //! A call leaves; the next one follows `gap` after the time that this one had.
    void sent(Millis now, FineMillis gap);

private:
    //! When the next one has its time, and when it may leave at the soonest.
    FineMillis m_due = FineMillis::min();
    FineMillis m_soonest = FineMillis::min();
};

//! Who goes next while bulk work and background work both have something to send: of four calls
//! three are bulk work's, for which somebody is waiting, and the fourth the background's.
class Turns
{
public:
    //! The lane that goes if it can; else the other one does.
    Lane preferred() const { return m_bulkInARow < BulkShare ? Lane::Bulk : Lane::Background; }
    void took(Lane lane) { m_bulkInARow = lane == Lane::Bulk ? m_bulkInARow + 1 : 0; }

private:
    static constexpr int BulkShare = 3;
    int m_bulkInARow = 0;
};

} // namespace roster
