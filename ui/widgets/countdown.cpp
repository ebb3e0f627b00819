// SPDX-License-Identifier: MIT
#include "ui/widgets/countdown.h"

#include <algorithm>

namespace roster {

TimerCountdown::TimerCountdown(QObject *parent)
    : Countdown(parent)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Countdown::elapsed);
}

void TimerCountdown::start(int milliseconds)
{
    m_left = milliseconds;
    m_timer.start(milliseconds);
}

void TimerCountdown::pause()
{
    if (!m_timer.isActive())
        return;
    m_left = m_timer.remainingTime();
    m_timer.stop();
}

void TimerCountdown::resume(int atLeast)
{
    m_timer.start(std::max(m_left, atLeast));
}

CountdownFactory timerCountdowns()
{
    return [](QObject *parent) -> Countdown * { return new TimerCountdown(parent); };
}

} // namespace roster
