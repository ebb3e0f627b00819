// SPDX-License-Identifier: MIT
#include "core/service/workspacedays.h"

#include <QtCore/QDateTime>

namespace roster {

namespace {

constexpr qint64 Hour = 3600;

} // namespace

WorkspaceDays::WorkspaceDays(const QByteArray &zone)
    : m_zone(zone)
    , m_isKnown(!zone.isEmpty() && m_zone.isValid())
{
    if (!m_isKnown)
        m_zone = QTimeZone(QByteArrayLiteral("UTC"));
}

QDate WorkspaceDays::dayOf(qint64 seconds) const
{
    return QDateTime::fromSecsSinceEpoch(seconds, m_zone).date();
}

qint64 WorkspaceDays::after(const QDate &day) const
{
    return noon(day.addDays(-1), -1);
}

qint64 WorkspaceDays::before(const QDate &day) const
{
    return noon(day.addDays(1), 1);
}

qint64 WorkspaceDays::wellPast(const QDate &day) const
{
    // Noon of the next day is past its midnight by twelve hours. Of a zone that is not known, the
    // server's midnight may be as late as twelve hours after ours, and a little.
    return before(day) + (m_isKnown ? -9 * Hour : 3 * Hour);
}

qint64 WorkspaceDays::noon(QDate day, int step) const
{
    for (;;) {
        const QDateTime moment(day, QTime(12, 0), m_zone);
        if (moment.isValid() && moment.date() == day)
            return moment.toSecsSinceEpoch();
        day = day.addDays(step);
    }
}

} // namespace roster
