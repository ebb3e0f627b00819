// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <deque>
#include <optional>

namespace roster {

//! How quickly a run gets on, by what the last ten seconds settled: as long as a window of
//! Intercom's limit, so that waiting for the next one is part of the rate. Pure: steady times are
//! handed in.
class RunPace
{
public:
    using Millis = std::chrono::milliseconds;
    static constexpr Millis span{10'000};

    //! The first contact is sent now.
    void started(Millis now) { m_start = now; }
    //! One contact is settled.
    void settled(Millis now);

    //! Contacts a second; 0 before the first second has passed.
    double rate(Millis now) const;
    //! The time that `open` contacts take at that rate, in whole seconds, upwards; nothing when
    //! there is no rate to tell it by.
    std::optional<std::chrono::seconds> timeLeft(int open, Millis now) const;

private:
    struct Bucket
    {
        Millis from;
        int count;
    };

    std::optional<Millis> m_start;
    //! Tenths of seconds in which something was settled, the latest last.
    std::deque<Bucket> m_buckets;
};

} // namespace roster
