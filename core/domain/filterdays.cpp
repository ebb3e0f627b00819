// SPDX-License-Identifier: MIT
#include "core/domain/filterdays.h"

#include <QtCore/QDateTime>
#include <QtCore/QTimeZone>

namespace roster {

namespace {

QTimeZone zoneOf(const QByteArray &name)
{
    const QTimeZone zone(name);
    return zone.isValid() ? zone : QTimeZone::utc();
}

} // namespace

qint64 startOfDay(QDate day, const QByteArray &timeZone)
{
    const QTimeZone zone = zoneOf(timeZone);
    QDateTime start = day.startOfDay(zone);
    // Some islands have skipped a whole day: it is empty, and begins where the next one does.
    if (!start.isValid())
        start = day.addDays(1).startOfDay(zone);
    return start.toSecsSinceEpoch();
}

QDate dayAt(qint64 time, const QByteArray &timeZone)
{
    return QDateTime::fromSecsSinceEpoch(time, zoneOf(timeZone)).date();
}

TimeRange rangeOf(const FilterCondition &condition, const FilterDays &days)
{
    const auto start = [&days](QDate day) { return startOfDay(day, days.timeZone); };
    TimeRange range;
    if (condition.test == FilterTest::InLastDays) {
        const QDate today = days.today.isValid()
                                ? days.today
                                : dayAt(QDateTime::currentSecsSinceEpoch(), days.timeZone);
        range.from = start(today.addDays(1 - condition.value().toInt()));
        range.until = start(today.addDays(1));
        return range;
    }
    const QDate day = filterDay(condition.value());
    if (condition.test == FilterTest::Before) {
        range.until = start(day);
    } else {
        const bool isAfter = condition.test == FilterTest::After;
        range.from = start(isAfter ? day.addDays(1) : day);
        if (!isAfter)
            range.until = start(day.addDays(1));
    }
    return range;
}

} // namespace roster
