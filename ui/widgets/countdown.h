// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QTimer>

#include <functional>

namespace roster {

//! A wait that can be paused. Tests give their own kind, so that no test sleeps.
class Countdown : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    //! Waits \a milliseconds from now; restarts when it was running.
    virtual void start(int milliseconds) = 0;
    //! Stops for now and keeps what is left.
    virtual void pause() = 0;
    //! Goes on with what was left, but at least \a atLeast milliseconds.
    virtual void resume(int atLeast) = 0;

Q_SIGNALS:
    void elapsed();
};

//! Makes a countdown owned by the given parent.
using CountdownFactory = std::function<Countdown *(QObject *parent)>;

//! The real one, over QTimer.
class TimerCountdown : public Countdown
{
    Q_OBJECT

public:
    explicit TimerCountdown(QObject *parent = nullptr);
    void start(int milliseconds) override;
    void pause() override;
    void resume(int atLeast) override;

private:
    QTimer m_timer;
    int m_left = 0;
};

//! Factory of TimerCountdown.
CountdownFactory timerCountdowns();

} // namespace roster
