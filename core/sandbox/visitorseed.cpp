// SPDX-License-Identifier: MIT
#include "core/sandbox/visitorseed.h"

#include "core/sandbox/cultures.h"
#include "core/sandbox/ids.h"
#include "core/sandbox/rng.h"
#include "core/sandbox/visitors.h"

namespace roster::sandbox::seed {

using namespace Qt::StringLiterals;

namespace {

using visitors::VisitorRow;

constexpr qint64 day = 24 * 3600;
constexpr int visitorCount = 24;
constexpr quint64 visitorStream = 0x7151;

QString pseudonym(Rng &rng)
{
    const QStringList colours{u"Amber"_s, u"Cobalt"_s, u"Coral"_s,
                              u"Ivory"_s, u"Teal"_s,   u"Violet"_s};
    const QStringList things{u"Kite"_s,   u"Lantern"_s, u"Compass"_s,
                             u"Teapot"_s, u"Balloon"_s, u"Suitcase"_s};
    return rng.pick(colours) + u' ' + rng.pick(things);
}

QJsonObject location(Rng &rng)
{
    const Culture &culture = rng.pick(cultures());
    const Place &place = rng.pick(culture.places);
    return {{u"type"_s, u"location_data"_s},          {u"city_name"_s, place.city},
            {u"region_name"_s, place.region},         {u"country_name"_s, culture.country},
            {u"country_code"_s, culture.countryCode}, {u"continent_code"_s, culture.continent}};
}

VisitorRow made(const WorkspaceOptions &options, int number)
{
    Rng rng(options.seed, visitorStream + static_cast<quint64>(number));
    VisitorRow row;
    row.createdAt = options.now - 60 - rng.below(60 * day);
    row.id = ids::record(row.createdAt, options.seed ^ visitorStream, static_cast<quint32>(number));
    row.userId = u"00000000-0000-4000-8000-"_s + QString::number(number).rightJustified(12, u'0');
    row.pseudonym = pseudonym(rng);
    row.lastRequestAt = row.createdAt + rng.below(options.now - row.createdAt);
    row.updatedAt = *row.lastRequestAt;
    row.sessionCount = 1 + rng.lowBelow(12);
    if (rng.chance(70))
        row.location = location(rng);
    if (number % 5 == 0)
        row.email = u"visitor-%1@mail.example"_s.arg(number);
    if (rng.chance(40)) {
        row.extra.insert(u"referrer"_s, u"https://search.example/?q=helpdesk"_s);
        row.extra.insert(u"utm_source"_s, u"search"_s);
    }
    return row;
}

VisitorRow ofTheExamples(const WorkspaceOptions &options)
{
    VisitorRow row;
    row.id = u"6657a9256abd0160d35d1f6e"_s;
    row.userId = u"3ecf64d0-9ed1-4e9f-88e1-da7d6e6782f3"_s;
    row.pseudonym = u"Violet Suitcase"_s;
    row.createdAt = row.updatedAt = qMin<qint64>(1717020965, options.now);
    return row;
}

} // namespace

void storeVisitors(Database &db, const WorkspaceOptions &options)
{
    visitors::insert(db, ofTheExamples(options));
    for (int number = 1; number <= visitorCount; ++number)
        visitors::insert(db, made(options, number));
}

} // namespace roster::sandbox::seed
