// SPDX-License-Identifier: MIT
#include "core/net/lanewidths.h"

#include <algorithm>
#include <cmath>

namespace roster {

using namespace std::chrono_literals;

namespace {

constexpr double Headroom = 1.5;

size_t index(Lane lane)
{
    return static_cast<size_t>(lane);
}

} // namespace

void LaneWidths::measure(Millis latency)
{
    m_latency = m_latency.count() > 0 ? (7 * m_latency + latency) / 8.0 : latency;
}

double LaneWidths::fitting(double perSecond) const
{
    return perSecond * (m_latency / 1s);
}

int LaneWidths::kept() const
{
    return m_bounds.inFlight - m_bounds.laneInFlight[index(Lane::Background)];
}

int LaneWidths::bounded(Lane lane, double wanted) const
{
    const int least = m_bounds.laneInFlight[index(lane)];
    const int most = std::max(least, m_bounds.mostLaneInFlight[index(lane)]);
    return static_cast<int>(std::clamp<double>(std::ceil(wanted), least, most));
}

int LaneWidths::all(double perSecond) const
{
    const double wanted = std::ceil(Headroom * fitting(perSecond)) + kept();
    const int most = std::max(m_bounds.inFlight, m_bounds.mostInFlight);
    return static_cast<int>(std::clamp<double>(wanted, m_bounds.inFlight, most));
}

int LaneWidths::of(Lane lane, double perSecond) const
{
    switch (lane) {
    case Lane::Interactive:
        return bounded(lane, all(perSecond));
    case Lane::Background:
        return bounded(lane, fitting(perSecond));
    case Lane::Bulk:
        break;
    }
    return bounded(lane, Headroom * fitting(perSecond));
}

int LaneWidths::shared(double perSecond) const
{
    const int least =
        m_bounds.laneInFlight[index(Lane::Background)] + m_bounds.laneInFlight[index(Lane::Bulk)];
    return std::max(least, all(perSecond) - kept());
}

} // namespace roster
