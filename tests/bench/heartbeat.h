// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QElapsedTimer>
#include <QtCore/QObject>
#include <QtCore/QTimer>

#include <vector>

namespace roster::bench {

//! Finds out for how long the event loop does not turn: a timer that should fire every millisecond
//! tells the longest gap of each frame.
class Heartbeat : public QObject
{
    Q_OBJECT

public:
    explicit Heartbeat(QObject *parent = nullptr);

    void start();
    void stop() { m_timer.stop(); }
    //! Ends the present frame and begins the next one.
    void nextFrame();
    //! The longest gap of each frame, in milliseconds.
    const std::vector<double> &frames() const { return m_frames; }

private:
    void beat();

    QTimer m_timer;
    QElapsedTimer m_since;
    double m_longest = 0;
    std::vector<double> m_frames;
};

//! The value below which `share` (0 … 1) of the samples lie; 0 for none.
double percentile(std::vector<double> samples, double share);

} // namespace roster::bench
