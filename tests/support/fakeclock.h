// SPDX-License-Identifier: MIT
#pragma once

#include "core/async/clock.h"

#include <QtCore/QPointer>

#include <map>
#include <utility>

namespace roster {

//! A clock that stands still until a test moves it. Timers fire inside advance(), in their order.
class FakeClock final : public Clock
{
public:
    explicit FakeClock(qint64 unixSeconds = 1'700'000'000)
        : m_wallMs(unixSeconds * 1000)
    {
    }

    QDateTime now() const override { return QDateTime::fromMSecsSinceEpoch(m_wallMs, Qt::UTC); }
    std::chrono::milliseconds steady() const override { return m_steady; }
    void after(std::chrono::milliseconds delay, QObject *context, std::function<void()> f) override
    {
        m_timers.emplace(m_steady + delay, Timer{context, std::move(f)});
    }

    //! Moves both clocks and fires what is due on the way.
    void advance(std::chrono::milliseconds by)
    {
        const auto until = m_steady + by;
        while (!m_timers.empty() && m_timers.begin()->first <= until) {
            auto node = m_timers.extract(m_timers.begin());
            if (node.key() > m_steady)
                moveTo(node.key());
            if (node.mapped().context)
                node.mapped().call();
        }
        moveTo(until);
    }

    //! Timers that have not fired and whose context lives.
    int pending() const
    {
        int count = 0;
        for (const auto &[at, timer] : m_timers)
            count += timer.context ? 1 : 0;
        return count;
    }

    //! Moves the wall clock alone, as when somebody sets the machine's time.
    void skewWall(std::chrono::milliseconds by) { m_wallMs += by.count(); }

private:
    struct Timer
    {
        QPointer<QObject> context;
        std::function<void()> call;
    };

    void moveTo(std::chrono::milliseconds to)
    {
        m_wallMs += (to - m_steady).count();
        m_steady = to;
    }

    qint64 m_wallMs;
    std::chrono::milliseconds m_steady{0};
    std::multimap<std::chrono::milliseconds, Timer> m_timers;
};

} // namespace roster
