// SPDX-License-Identifier: MIT
#pragma once

#include "core/async/operation.h"
#include "core/domain/runhold.h"

#include <array>

namespace roster {

class Clock;

//! Watches the open contacts of a run and tells when all of them wait: one that is tried again
//! while others get on holds nothing up.
class HoldWatch : public QObject
{
    Q_OBJECT

public:
    HoldWatch(const Clock &clock, QObject *parent);

    void watch(Operation *operation);
    //! Nothing while something is under way, and for waits of less than a second.
    std::optional<RunHold> hold() const;

Q_SIGNALS:
    //! hold() may tell something else.
    void changed();

private:
    int &count(Operation::State state) { return m_counts[static_cast<size_t>(state)]; }
    int count(Operation::State state) const { return m_counts[static_cast<size_t>(state)]; }

    const Clock &m_clock;
    //! Of watched operations, by state.
    std::array<int, 6> m_counts{};
    //! What the latest wait was told with.
    RunHold m_latest;
    bool m_isShort = false;
};

} // namespace roster
