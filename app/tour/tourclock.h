// SPDX-License-Identifier: MIT
#pragma once

#include "core/async/clock.h"

namespace roster {

//! The machine's timers under a wall time that starts at the same moment in every run, so that
//! pictures tell the same times.
class TourClock final : public Clock
{
public:
    //! Thursday, 19 November 2026, 14:00 UTC.
    static constexpr qint64 start = 1'795'096'800;

    QDateTime now() const override
    {
        return QDateTime::fromSecsSinceEpoch(start, Qt::UTC)
            .addMSecs((m_clock.steady() - m_begin).count());
    }
    std::chrono::milliseconds steady() const override { return m_clock.steady(); }
    void after(std::chrono::milliseconds delay, QObject *context, std::function<void()> f) override
    {
        m_clock.after(delay, context, std::move(f));
    }

private:
    SystemClock m_clock;
    std::chrono::milliseconds m_begin = m_clock.steady();
};

} // namespace roster
