// SPDX-License-Identifier: MIT
#pragma once

#include "core/async/clock.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QTimer>

#include <algorithm>
#include <utility>

namespace roster::test {

//! A clock that runs faster than the wall's, so that tests over real sockets need not wait out
//! retries. Begins at the wall's time. Readable from any thread.
class FastClock final : public Clock
{
public:
    //! `speed` seconds pass in each real one; 1 for a true clock.
    explicit FastClock(int speed)
        : m_speed(speed)
        , m_startMs(QDateTime::currentMSecsSinceEpoch())
    {
        m_timer.start();
    }

    qint64 nowMs() const { return m_startMs + steady().count(); }
    QDateTime now() const override { return QDateTime::fromMSecsSinceEpoch(nowMs(), Qt::UTC); }
    std::chrono::milliseconds steady() const override
    {
        return std::chrono::milliseconds(m_timer.nsecsElapsed() * m_speed / 1'000'000);
    }
    void after(std::chrono::milliseconds delay, QObject *context, std::function<void()> f) override
    {
        // Rounded up: a timer never fires before its time by this clock.
        const auto real = (std::max(delay, std::chrono::milliseconds(0)) +
                           (m_speed - 1) * std::chrono::milliseconds(1)) /
                          m_speed;
        QTimer::singleShot(real, Qt::PreciseTimer, context, std::move(f));
    }

private:
    const qint64 m_speed;
    const qint64 m_startMs;
    QElapsedTimer m_timer;
};

} // namespace roster::test
