// SPDX-License-Identifier: MIT
#include "core/sandbox/businesses.h"

#include "core/sandbox/catalogue.h"
#include "core/sandbox/companies.h"
#include "core/sandbox/cultures.h"
#include "core/sandbox/ids.h"
#include "core/sandbox/rng.h"

#include <QSet>

namespace roster::sandbox::seed {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 day = 24 * 3600;
constexpr quint64 companyStream = 0x00c0;

QStringList namesOfOld()
{
    return QString::fromUtf8(
               "Halvorsen Shipping|Blue Kettle Coffee|Brightwell Dental|Møller & Sønner|Kestrel "
               "Analytics|Sunrise Bakery|Ocean Drift Surf School|Tamarind Kitchens|Quillfeather "
               "Press|Ironbark Joinery|Lumen Optics|Pixel & Thread|Grønlund Energi|Café Zoé|Verde "
               "Energía|Puente Logistics|Nørdic Wool|Atelier Béranger|Straßenbahn Freunde e.V.|"
               "Müller Präzisionstechnik GmbH|Żubr Outdoor|Ostrava Steelworks|Ψηφιακή Αγορά|"
               "Київський Хліб|София Софтуер|شركة النيل للتجارة|مكتبة الأندلس|קפה "
               "שדרות|上海晨光贸易|"
               "株式会社さくら工房|서울미디어|दिल्ली ट्रेडर्स|บริษัท ช้างทอง จำกัด|Lagos Fintech "
               "Hub|Wattle "
               "& Co|Papa's Pizza Works|O'Malley Legal|Three Rivers Credit Union|Redwood Robotics|"
               "Cloud Nine Travel|Little Acorn Nursery|Silver Lining Insurance|Paper Crane Studio|"
               "Windmill Hosting|Bluebird Veterinary|Granite Peak Gear|Harbour Street Books|Night "
               "Owl Security|Maple Leaf Farms|Copper Pot Catering|Tidewater Marine|Juniper Health|"
               "Starfish Learning|Foxglove Florists|Meridian Maps|Hummingbird Audio|Rocket Stove "
               "Labs|Evergreen Facilities Management and Environmental Services International|"
               "Zephyr Bikes|Ada & Charles")
        .split(u'|');
}

QString inventedName(Rng &rng)
{
    const QStringList first{u"Amber"_s,   u"Cobalt"_s, u"Falcon"_s, u"Ginger"_s, u"Harvest"_s,
                            u"Indigo"_s,  u"Jade"_s,   u"Larch"_s,  u"Marble"_s, u"Nimbus"_s,
                            u"Otter"_s,   u"Pepper"_s, u"Quartz"_s, u"River"_s,  u"Saffron"_s,
                            u"Thistle"_s, u"Umbra"_s,  u"Velvet"_s, u"Willow"_s, u"Yarrow"_s};
    const QStringList second{u"Works"_s,      u"Partners"_s, u"Systems"_s, u"Foods"_s,
                             u"Media"_s,      u"Labs"_s,     u"Group"_s,   u"Studios"_s,
                             u"Consulting"_s, u"Textiles"_s};
    return rng.pick(first) + u' ' + rng.pick(second);
}

QString domainOf(const QString &name, int index)
{
    QString slug;
    for (const QString &part : name.split(u' ', Qt::SkipEmptyParts)) {
        const QString piece = slugOf(part);
        if (!piece.isEmpty())
            slug += (slug.isEmpty() ? QString() : u"-"_s) + piece;
    }
    return (slug.isEmpty() ? u"company-"_s + QString::number(index) : slug.left(40)) +
           u".example"_s;
}

companies::CompanyRow made(Rng &rng, const WorkspaceOptions &options, const QString &name,
                           int index)
{
    const QStringList plans{u"Starter"_s, u"Pro"_s, u"Enterprise"_s};
    const QStringList trades{u"Retail"_s,    u"Software"_s,    u"Logistics"_s,    u"Healthcare"_s,
                             u"Education"_s, u"Hospitality"_s, u"Manufacturing"_s};
    companies::CompanyRow row;
    row.name = name;
    row.createdAt = options.now - rng.between(30 * day, 5 * 365 * day);
    row.id = ids::record(row.createdAt, options.seed ^ companyStream, static_cast<quint32>(index));
    row.companyId = u"org_"_s + QString::number(200 + index);
    row.remoteCreatedAt = row.createdAt - rng.below(400 * day);
    row.updatedAt = rng.between(row.createdAt, options.now);
    if (!rng.chance(8))
        row.lastRequestAt = options.now - rng.lowBelow(200 * day);
    row.monthlySpend = rng.chance(60) ? rng.below(4000) : 0;
    row.sessionCount = rng.below(5000);
    if (rng.chance(70))
        row.size = rng.lowBelow(2500) + 1;
    if (rng.chance(75))
        row.website = u"https://www."_s + domainOf(name, index);
    if (rng.chance(65))
        row.industry = rng.pick(trades);
    if (rng.chance(55))
        row.plan = rng.pick(plans);
    if (rng.chance(40))
        row.attributes.insert(u"tier"_s,
                              QStringList{u"Gold"_s, u"Silver"_s, u"Bronze"_s}.at(rng.below(3)));
    if (rng.chance(35))
        row.attributes.insert(u"contract_value"_s, static_cast<double>(rng.below(900000)) / 100);
    if (rng.chance(30))
        row.attributes.insert(u"renewal_at"_s, options.now + rng.below(365 * day));
    if (rng.chance(20))
        row.attributes.insert(u"is_partner"_s, rng.chance(50));
    return row;
}

companies::CompanyRow ofTheExamples(const WorkspaceOptions &options)
{
    companies::CompanyRow row;
    row.id = u"6657a8156abd0160d35d1e55"_s;
    row.companyId = u"1"_s;
    row.name = u"company6"_s;
    row.createdAt = row.updatedAt = qMin<qint64>(1717020693, options.now);
    row.remoteCreatedAt = row.createdAt;
    return row;
}

} // namespace

QList<Business> storeBusinesses(Database &db, const WorkspaceOptions &options)
{
    const QStringList known = namesOfOld();
    const int count = static_cast<int>(known.size()) + options.contacts / 250;
    Context context{db, options, {}, 0, {}};
    Rng rng(options.seed, companyStream);
    QSet<QString> domains;
    QList<Business> all;
    for (int i = 0; i < count; ++i) {
        QString name = i < known.size() ? known.at(i) : inventedName(rng);
        QString domain = domainOf(name, i);
        if (domains.contains(domain)) {
            name += u' ' + QString::number(i);
            domain = domainOf(name, i);
        }
        domains.insert(domain);
        companies::CompanyRow row = made(rng, options, name, i);
        companies::insert(context, row);
        all.append({row.seq, domain});
        if (rng.chance(25)) {
            db.run(u"INSERT OR IGNORE INTO company_tag(company, tag) VALUES(?,?)"_s,
                   {row.seq, tagIds().at(rng.below(8))});
        }
    }
    companies::CompanyRow fixed = ofTheExamples(options);
    companies::insert(context, fixed);
    return all;
}

} // namespace roster::sandbox::seed
