// SPDX-License-Identifier: MIT
#include "core/wire/ratelimit.h"

#include <QtCore/QLocale>

#include <algorithm>
#include <limits>

namespace roster {

namespace {

std::optional<qint64> numberIn(const HttpResponse &response, QByteArrayView name)
{
    bool isNumber = false;
    const qint64 number = response.header(name).trimmed().toLongLong(&isNumber);
    return isNumber && number >= 0 ? std::optional(number) : std::nullopt;
}

std::optional<int> countIn(const HttpResponse &response, QByteArrayView name)
{
    const auto number = numberIn(response, name);
    if (!number)
        return std::nullopt;
    return static_cast<int>(std::min<qint64>(*number, std::numeric_limits<int>::max()));
}

std::optional<qint64> timeIn(const HttpResponse &response, QByteArrayView name)
{
    const QString text = QString::fromLatin1(response.header(name).trimmed());
    QDateTime time =
        QLocale::c().toDateTime(text, QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
    time.setTimeSpec(Qt::UTC);
    return time.isValid() ? std::optional(time.toSecsSinceEpoch()) : std::nullopt;
}

std::chrono::milliseconds bounded(qint64 seconds)
{
    constexpr qint64 oneDay = 24 * 60 * 60;
    return std::chrono::seconds(std::clamp<qint64>(seconds, 0, oneDay));
}

} // namespace

std::optional<qint64> serverTime(const HttpResponse &response)
{
    return timeIn(response, "Date");
}

RateLimit RateLimit::of(const HttpResponse &response)
{
    return {countIn(response, "X-RateLimit-Limit"), countIn(response, "X-RateLimit-Remaining"),
            numberIn(response, "X-RateLimit-Reset")};
}

std::optional<std::chrono::milliseconds> toldWait(const HttpResponse &response,
                                                  std::optional<qint64> ownTime)
{
    const auto date = serverTime(response);
    if (const auto seconds = numberIn(response, "Retry-After"))
        return bounded(*seconds);
    if (const auto at = timeIn(response, "Retry-After"); at && date)
        return bounded(*at - *date);
    const auto reset = numberIn(response, "X-RateLimit-Reset");
    const auto now = date ? date : ownTime;
    if (!reset || !now)
        return std::nullopt;
    return bounded(*reset - *now);
}

} // namespace roster
