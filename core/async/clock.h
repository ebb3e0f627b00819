// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QDateTime>
#include <QtCore/QObject>

#include <chrono>
#include <functional>

namespace roster {

//! Time as core sees it, so that rules with numbers can be tested without waiting.
class Clock
{
public:
    virtual ~Clock() = default;

    //! Wall time in UTC.
    virtual QDateTime now() const = 0;
    //! Never goes back, counts from an arbitrary start.
    virtual std::chrono::milliseconds steady() const = 0;
    //! Calls `f` once after `delay`, in the context's thread, unless `context` is gone by then.
    virtual void after(std::chrono::milliseconds delay, QObject *context,
                       std::function<void()> f) = 0;
};

//! The machine's clocks and QTimer.
class SystemClock final : public Clock
{
public:
    QDateTime now() const override;
    std::chrono::milliseconds steady() const override;
    void after(std::chrono::milliseconds delay, QObject *context, std::function<void()> f) override;
};

} // namespace roster
