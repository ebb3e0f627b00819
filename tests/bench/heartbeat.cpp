// SPDX-License-Identifier: MIT
#include "tests/bench/heartbeat.h"

#include <algorithm>

namespace roster::bench {

Heartbeat::Heartbeat(QObject *parent)
    : QObject(parent)
{
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(1);
    connect(&m_timer, &QTimer::timeout, this, &Heartbeat::beat);
}

void Heartbeat::start()
{
    m_frames.clear();
    m_longest = 0;
    m_since.start();
    m_timer.start();
}

void Heartbeat::beat()
{
    m_longest = std::max(m_longest, static_cast<double>(m_since.nsecsElapsed()) / 1e6);
    m_since.start();
}

void Heartbeat::nextFrame()
{
    beat();
    m_frames.push_back(m_longest);
    m_longest = 0;
}

double percentile(std::vector<double> samples, double share)
{
    if (samples.empty())
        return 0;
    std::sort(samples.begin(), samples.end());
    const auto last = static_cast<double>(samples.size() - 1);
    return samples[static_cast<size_t>(last * share + 0.5)];
}

} // namespace roster::bench
