// SPDX-License-Identifier: MIT
#include "ui/record/recordlistparts.h"

#include "core/service/session.h"
#include "ui/text/reltime.h"

namespace roster {

ToldMoment toldMoment(std::optional<qint64> seconds, const Session &session)
{
    if (!seconds)
        return {};
    const QTimeZone zone(session.identity().timeZone);
    const QDateTime moment = QDateTime::fromSecsSinceEpoch(*seconds, Qt::UTC);
    const QDateTime now = QDateTime::fromSecsSinceEpoch(session.now(), Qt::UTC);
    return {RelTime::relative(moment, now),
            RelTime::exact(moment, zone.isValid() ? zone : QTimeZone::utc(), QLocale())};
}

} // namespace roster
