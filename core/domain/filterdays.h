// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/filtercondition.h"

#include <limits>

namespace roster {

//! What dates in a filter are told by: the workspace's time zone (IANA name; empty or unknown:
//! UTC) and which day it is there. An invalid `today` is the day that it is.
struct FilterDays
{
    QByteArray timeZone;
    QDate today;

    friend bool operator==(const FilterDays &, const FilterDays &) = default;
};

//! Unix seconds from `from` up to but not including `until`.
struct TimeRange
{
    qint64 from = std::numeric_limits<qint64>::min();
    qint64 until = std::numeric_limits<qint64>::max();

    bool contains(qint64 time) const { return time >= from && time < until; }

    friend bool operator==(const TimeRange &, const TimeRange &) = default;
};

//! The first moment of `day` there, also when the clocks change at midnight. Unix seconds.
qint64 startOfDay(QDate day, const QByteArray &timeZone);
//! The day there at `time` (Unix seconds).
QDate dayAt(qint64 time, const QByteArray &timeZone);

//! The times that On, Before, After and InLastDays ask for: whole days, After from the next day on.
//! Only for conditions without a problem.
TimeRange rangeOf(const FilterCondition &condition, const FilterDays &days);

} // namespace roster
