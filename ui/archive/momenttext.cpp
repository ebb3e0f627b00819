// SPDX-License-Identifier: MIT
#include "ui/archive/momenttext.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDateTime>

namespace roster {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(MomentText)
};

} // namespace

QString momentText(qint64 at, qint64 now, const QTimeZone &zone, const QLocale &locale)
{
    const QDateTime then = QDateTime::fromSecsSinceEpoch(at, zone);
    const QDate today = QDateTime::fromSecsSinceEpoch(now, zone).date();
    const QString time = locale.toString(then.time(), QLocale::ShortFormat);
    const qint64 days = then.date().daysTo(today);
    if (days == 0)
        return Words::tr("Today, %1").arg(time);
    if (days == 1)
        return Words::tr("Yesterday, %1").arg(time);
    const bool isThisYear = then.date().year() == today.year();
    return locale.toString(then.date(), isThisYear
                                            ? Words::tr("d MMM", "a day of this year")
                                            : Words::tr("d MMM yyyy", "a day of another year"));
}

} // namespace roster
