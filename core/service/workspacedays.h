// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QDate>
#include <QtCore/QTimeZone>

namespace roster {

//! The calendar days of a workspace. Intercom's search takes a moment, finds its day in the
//! workspace's time zone, and cuts at whole days: "after" begins with the next day, "before" ends
//! with the day before. Moments for it are noons, so that a server whose rules of summer time
//! differ from ours cuts at the same day.
class WorkspaceDays
{
public:
    //! `zone` is an IANA name as `/me` tells it; an unknown one counts as UTC.
    explicit WorkspaceDays(const QByteArray &zone);

    //! The day of a moment in Unix seconds.
    QDate dayOf(qint64 seconds) const;
    //! What "after" takes to begin with `day`.
    qint64 after(const QDate &day) const;
    //! What "before" takes to end with `day`.
    qint64 before(const QDate &day) const;
    //! From here on it is certainly later than `day`, also by a server with slightly other rules.
    qint64 wellPast(const QDate &day) const;

private:
    //! The noon of `day`, or of the next one in direction `step` that exists: zones have skipped
    //! whole days.
    qint64 noon(QDate day, int step) const;

    QTimeZone m_zone;
    bool m_isKnown;
};

} // namespace roster
