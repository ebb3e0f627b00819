// SPDX-License-Identifier: MIT
#pragma once

#include "core/wire/httprequest.h"

#include <array>
#include <chrono>

namespace roster {

//! How many requests are worth having under way at once: as many as the told limit allows in the
//! time that one answer takes, and half as many again for bulk work, which keeps to its pace by
//! itself and makes up for delays. What all together may have more than bulk and background work is
//! kept for the interactive lane. Pure.
class LaneWidths
{
public:
    using Millis = std::chrono::milliseconds;

    struct Bounds
    {
        //! At least: in all, and by lane (interactive, background, bulk).
        int inFlight = 6;
        std::array<int, 3> laneInFlight{6, 2, 3};
        //! At most.
        int mostInFlight = 100;
        std::array<int, 3> mostLaneInFlight{100, 26, 96};
    };

    explicit LaneWidths(const Bounds &bounds)
        : m_bounds(bounds)
    {
    }

    //! An answer took that long.
    void measure(Millis latency);

    //! With a limit of that many calls a second: of all lanes, of one, of bulk and background
    //! together.
    int all(double perSecond) const;
    int of(Lane lane, double perSecond) const;
    int shared(double perSecond) const;

private:
    double fitting(double perSecond) const;
    int kept() const;
    int bounded(Lane lane, double wanted) const;

    Bounds m_bounds;
    //! Smoothed time from sending to answer; 0 before the first.
    std::chrono::duration<double, std::milli> m_latency{0};
};

} // namespace roster
