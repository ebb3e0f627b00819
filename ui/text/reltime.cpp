// SPDX-License-Identifier: MIT
#include "ui/text/reltime.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr qint64 minute = 60;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;
constexpr qint64 year = 365 * day + 6 * hour;
constexpr qint64 month = year / 12;

//! The locale's long date without the day of the week and with the short month, since Qt has no
//! format between its long and its short one.
QString mediumFormat(const QLocale &locale)
{
    static const QRegularExpression weekday(
        u"^dddd?[\\s,،、.]*(?:'[^']*')?\\s*|[\\s,،、]*\\(?dddd?\\)?$"_s);
    QString format = locale.dateFormat(QLocale::LongFormat);
    format.remove(weekday);
    return format.replace(u"MMMM"_s, u"MMM"_s).trimmed();
}

} // namespace

QString RelTime::relative(const QDateTime &time, const QDateTime &now)
{
    if (!time.isValid())
        return tr("never");
    const qint64 past = time.secsTo(now);
    const qint64 away = qAbs(past);
    const auto times = [away](qint64 unit) { return static_cast<int>(away / unit); };
    if (away < minute)
        return tr("just now");
    if (past > 0) {
        if (away < hour)
            return tr("%n min ago", "minutes", times(minute));
        if (away < day)
            return tr("%n h ago", "hours", times(hour));
        if (away < month)
            return tr("%n d ago", "days", times(day));
        if (away < year)
            return tr("%n mo ago", "months", times(month));
        return tr("%n y ago", "years", times(year));
    }
    if (away < hour)
        return tr("in %n min", "minutes", times(minute));
    if (away < day)
        return tr("in %n h", "hours", times(hour));
    if (away < month)
        return tr("in %n d", "days", times(day));
    if (away < year)
        return tr("in %n mo", "months", times(month));
    return tr("in %n y", "years", times(year));
}

QString RelTime::date(const QDateTime &time, const QTimeZone &zone, const QLocale &locale)
{
    if (!time.isValid())
        return {};
    return locale.toString(time.toTimeZone(zone).date(), mediumFormat(locale));
}

QString RelTime::exact(const QDateTime &time, const QTimeZone &zone, const QLocale &locale)
{
    if (!time.isValid())
        return {};
    const QDateTime there = time.toTimeZone(zone);
    //: A date, a time of day and the short name of a time zone
    return tr("%1, %2 %3")
        .arg(date(time, zone, locale), locale.toString(there.time(), QLocale::ShortFormat),
             zone.abbreviation(time));
}

} // namespace roster
