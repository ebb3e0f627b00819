// SPDX-License-Identifier: MIT
#pragma once

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

namespace roster {

//! Times in words. Pure: the present moment, locale and zone are handed in.
class RelTime
{
    Q_DECLARE_TR_FUNCTIONS(roster::RelTime)

public:
    //! "4 min ago", "2 h ago", "1 d ago", "3 mo ago", "2 y ago"; "in 2 d" for what is to come;
    //! "just now" within a minute on either side; "never" for an invalid \a time. A day is 24
    //! hours, a month a twelfth of 365.25 days; always rounded down.
    static QString relative(const QDateTime &time, const QDateTime &now);

    //! Day, month name and year as \a locale writes them, in \a zone: "29 May 2024". Empty for an
    //! invalid \a time.
    static QString date(const QDateTime &time, const QTimeZone &zone, const QLocale &locale);

    //! The same with hours, minutes and the zone's short name: "29 May 2024, 14:02 CEST".
    static QString exact(const QDateTime &time, const QTimeZone &zone, const QLocale &locale);
};

} // namespace roster
