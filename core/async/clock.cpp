// SPDX-License-Identifier: MIT
#include "core/async/clock.h"

#include <QtCore/QTimer>

namespace roster {

QDateTime SystemClock::now() const
{
    return QDateTime::currentDateTimeUtc();
}

std::chrono::milliseconds SystemClock::steady() const
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::steady_clock::now().time_since_epoch());
}

void SystemClock::after(std::chrono::milliseconds delay, QObject *context, std::function<void()> f)
{
    QTimer::singleShot(delay, Qt::PreciseTimer, context, std::move(f));
}

} // namespace roster
