// SPDX-License-Identifier: MIT
#include "core/service/runpace.h"

#include <algorithm>
#include <cmath>

namespace roster {

namespace {

using namespace std::chrono_literals;

constexpr RunPace::Millis Tenth = 100ms;

} // namespace

void RunPace::settled(Millis now)
{
    if (m_buckets.empty() || now - m_buckets.back().from >= Tenth)
        m_buckets.push_back({now, 0});
    ++m_buckets.back().count;
    while (m_buckets.front().from + span < now)
        m_buckets.pop_front();
}

double RunPace::rate(Millis now) const
{
    if (!m_start || now - *m_start < 1s)
        return 0;
    int count = 0;
    for (const Bucket &bucket : m_buckets)
        count += bucket.from + span >= now ? bucket.count : 0;
    const std::chrono::duration<double> passed = std::min(span, now - *m_start);
    return count / passed.count();
}

std::optional<std::chrono::seconds> RunPace::timeLeft(int open, Millis now) const
{
    const double perSecond = rate(now);
    if (perSecond <= 0)
        return std::nullopt;
    return std::chrono::seconds(
        static_cast<std::chrono::seconds::rep>(std::ceil(open / perSecond)));
}

} // namespace roster
