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
};

constexpr std::array Regions = std::to_array<RegionRow>({
    {Region::UnitedStates, QLatin1String("us"), QLatin1String("api.intercom.io"),
     QLatin1String("US"), QLatin1String("United States")},
    {Region::Europe, QLatin1String("eu"), QLatin1String("api.eu.intercom.io"), QLatin1String("EU"),
     QLatin1String("Europe")},
    {Region::Australia, QLatin1String("au"), QLatin1String("api.au.intercom.io"),
     QLatin1String("AU"), QLatin1String("Australia")},
    {Region::Sandbox, QLatin1String("sandbox"), QLatin1String(), QLatin1String(), QLatin1String()},
    {Region::Custom, QLatin1String("custom"), QLatin1String(), QLatin1String(), QLatin1String()},
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
