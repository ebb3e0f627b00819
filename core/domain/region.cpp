// SPDX-License-Identifier: MIT
#include "core/domain/region.h"

#include <array>

namespace roster {

namespace {

struct RegionRow
{
    Region region;
    QLatin1String code;
    QLatin1String host;
    QLatin1String told;
    QLatin1String toldLong;
    QLatin1String web;
};

constexpr std::array Regions = std::to_array<RegionRow>({
    {Region::UnitedStates, QLatin1String("us"), QLatin1String("api.intercom.io"),
     QLatin1String("US"), QLatin1String("United States"), QLatin1String("app.intercom.com")},
    {Region::Europe, QLatin1String("eu"), QLatin1String("api.eu.intercom.io"), QLatin1String("EU"),
     QLatin1String("Europe"), QLatin1String("app.eu.intercom.com")},
    {Region::Australia, QLatin1String("au"), QLatin1String("api.au.intercom.io"),
     QLatin1String("AU"), QLatin1String("Australia"), QLatin1String("app.au.intercom.com")},
    {Region::Sandbox, QLatin1String("sandbox"), QLatin1String(), QLatin1String(), QLatin1String(),
     QLatin1String()},
    {Region::Custom, QLatin1String("custom"), QLatin1String(), QLatin1String(), QLatin1String(),
     QLatin1String()},
});

} // namespace

QUrl regionUrl(Region region)
{
    for (const RegionRow &row : Regions) {
        if (row.region == region && !row.host.isEmpty())
            return QUrl(QLatin1String("https://") + row.host);
    }
    return {};
}

QUrl contactWebUrl(Region region, const QString &workspace, const QString &contact)
{
    const QLatin1String host = Regions[static_cast<size_t>(region)].web;
    if (host.isEmpty() || workspace.isEmpty() || contact.isEmpty())
        return {};
    const auto segment = [](const QString &id) {
        return QString::fromLatin1(QUrl::toPercentEncoding(id));
    };
    return QUrl(QStringLiteral("https://%1/a/apps/%2/users/%3/all-conversations")
                    .arg(host, segment(workspace), segment(contact)));
}

QString regionCode(Region region)
{
    return Regions[static_cast<size_t>(region)].code;
}

std::optional<Region> regionFromCode(QStringView code)
{
    for (const RegionRow &row : Regions) {
        if (code == row.code)
            return row.region;
    }
    return std::nullopt;
}

std::optional<Region> regionFromServer(QStringView told)
{
    for (const RegionRow &row : Regions) {
        if (row.told.isEmpty())
            continue;
        if (told.compare(row.told, Qt::CaseInsensitive) == 0 ||
            told.compare(row.toldLong, Qt::CaseInsensitive) == 0)
            return row.region;
    }
    return std::nullopt;
}

} // namespace roster
