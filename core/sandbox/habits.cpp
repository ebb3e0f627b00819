// SPDX-License-Identifier: MIT
#include "core/sandbox/habits.h"

#include "core/sandbox/avatars.h"
#include "core/sandbox/catalogue.h"

namespace roster::sandbox::seed {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 day = 24 * 3600;
constexpr quint64 avatarStream = 0xa7a7;

void giveDates(Rng &rng, qint64 now, ContactRow &row)
{
    const qint64 age = qMax<qint64>(1, now - row.createdAt);
    const auto since = [&] { return row.createdAt + rng.below(age); };
    row.updatedAt = rng.chance(30) ? row.createdAt : since();
    if (!row.isLead && rng.chance(80))
        row.signedUpAt = row.createdAt - rng.below(2 * day);
    if (rng.chance(row.isLead ? 65 : 92)) {
        const bool isRecent = rng.chance(35);
        row.lastSeenAt = isRecent ? qMax(row.createdAt, now - rng.below(7 * day)) : since();
        row.updatedAt = qMax(row.updatedAt, *row.lastSeenAt);
    }
    if (rng.chance(45))
        row.lastContactedAt = since();
    if (row.lastContactedAt && rng.chance(50))
        row.lastRepliedAt = qMin(now, *row.lastContactedAt + rng.below(3 * day));
    if (rng.chance(40))
        row.lastOpenedAt = since();
    if (row.lastOpenedAt && rng.chance(45))
        row.lastClickedAt = qMin(now, *row.lastOpenedAt + rng.below(3600));
}

void givePlace(Rng &rng, const Culture &culture, ContactRow &row)
{
    if (rng.chance(12))
        return;
    const Place &place = rng.pick(culture.places);
    row.country = culture.country;
    row.countryCode = culture.countryCode;
    row.continentCode = culture.continent;
    row.region = place.region;
    row.city = place.city;
}

void givePhoneApps(Rng &rng, ContactRow &row)
{
    const QString prefix = rng.chance(50) ? u"android_"_s : u"ios_"_s;
    const bool isAndroid = prefix == "android_"_L1;
    row.os = isAndroid ? u"Android 14"_s : u"iOS 17.5"_s;
    row.extra.insert(prefix + u"app_name"_s, u"Acorn Mobile"_s);
    row.extra.insert(prefix + u"app_version"_s, u"4."_s + QString::number(rng.below(30)));
    row.extra.insert(prefix + u"device"_s, isAndroid ? u"Pixel 8"_s : u"iPhone 15"_s);
    row.extra.insert(prefix + u"os_version"_s, isAndroid ? u"14"_s : u"17.5.1"_s);
    row.extra.insert(prefix + u"sdk_version"_s, u"15."_s + QString::number(rng.below(9)));
    if (row.lastSeenAt)
        row.extra.insert(prefix + u"last_seen_at"_s, *row.lastSeenAt);
    row.pushEnabled = static_cast<qint64>(rng.chance(70));
}

void giveDevices(Rng &rng, const Culture &culture, ContactRow &row)
{
    const QStringList browsers{u"chrome"_s, u"firefox"_s, u"safari"_s, u"edge"_s};
    const QStringList systems{u"Windows 11"_s, u"OS X 14.5"_s, u"Ubuntu"_s, u"Windows 10"_s};
    if (row.lastSeenAt && rng.chance(85)) {
        row.browser = rng.pick(browsers);
        row.browserLanguage = culture.language;
        row.os = rng.pick(systems);
        row.extra.insert(u"browser_version"_s, QString::number(rng.between(109, 127)) + u".0.0"_s);
    }
    if (row.lastSeenAt && rng.chance(18))
        givePhoneApps(rng, row);
    if (rng.chance(6))
        row.extra.insert(u"language_override"_s, culture.language.left(2));
    if (rng.chance(14)) {
        row.extra.insert(u"utm_source"_s,
                         QStringList{u"search"_s, u"newsletter"_s, u"fair"_s}.at(rng.below(3)));
        row.extra.insert(u"utm_medium"_s, rng.chance(50) ? u"cpc"_s : u"email"_s);
        row.extra.insert(u"utm_campaign"_s,
                         u"spring-"_s + QString::number(rng.between(2020, 2024)));
        row.extra.insert(u"referrer"_s, u"https://search.example/?q=helpdesk"_s);
    }
    // About a third have one. Most are drawn apart, so that nothing that is drawn later changes.
    const bool isDrawn = rng.rarely(30);
    if (isDrawn || Rng(static_cast<quint64>(row.createdAt), avatarStream).chance(35)) {
        row.extra.insert(u"avatar"_s, QJsonObject{{u"type"_s, u"avatar"_s},
                                                  {u"image_url"_s, avatars::pathOf(row.id)}});
    }
}

QString someNote(Rng &rng)
{
    const QStringList notes{
        u"Moved over from the old helpdesk, history is in the archive."_s,
        u"Wants everything in writing. Answers within the hour, and expects the same of us."_s,
        u"Ürün eğitimi istedi; Çağla ile görüşülecek."_s, u"يفضل التواصل باللغة العربية"_s,
        u"Line one\nLine two, with \"quotes\" and <angle brackets>"_s};
    return rng.pick(notes);
}

void giveAttributes(Rng &rng, qint64 now, ContactRow &row)
{
    const QStringList titles{
        u"Head of Operations"_s,      u"Developer"_s,         u"Owner"_s,    u"Office manager"_s,
        u"Chief Happiness Officer"_s, u"Geschäftsführerin"_s, u"Étudiante"_s};
    const QStringList plans{u"Free"_s, u"Starter"_s, u"Pro"_s, u"Enterprise"_s};
    const QStringList sources{u"Search"_s, u"A friend"_s, u"Event"_s, u"Advert"_s};
    QJsonObject &a = row.attributes;
    if (rng.chance(40))
        a.insert(u"job_title"_s, rng.pick(titles));
    if (rng.chance(60))
        a.insert(u"plan"_s, rng.pick(plans));
    if (rng.chance(35))
        a.insert(u"seats"_s, rng.lowBelow(200));
    if (rng.chance(30))
        a.insert(u"lifetime_value"_s, static_cast<double>(rng.lowBelow(2'000'000)) / 100);
    if (rng.chance(50))
        a.insert(u"newsletter"_s, rng.chance(60));
    if (rng.chance(18))
        a.insert(u"trial_ends_at"_s, now + rng.between(-60 * day, 30 * day));
    if (rng.chance(25))
        a.insert(u"heard_from"_s, rng.pick(sources));
    if (rng.chance(8))
        a.insert(u"account_notes"_s, someNote(rng));
    else if (rng.chance(4))
        a.insert(u"account_notes"_s, QJsonValue::Null);
}

} // namespace

void giveHabits(Rng &rng, const WorkspaceOptions &options, const Culture &culture, ContactRow &row)
{
    giveDates(rng, options.now, row);
    givePlace(rng, culture, row);
    giveDevices(rng, culture, row);
    row.hasHardBounced = !row.email.isEmpty() && rng.rarely(25);
    row.markedAsSpam = rng.rarely(8);
    row.unsubscribed = rng.chance(9);
    if (rng.chance(45))
        row.ownerId = firstAdmin + rng.lowBelow(humanAdmins);
    giveAttributes(rng, options.now, row);
}

} // namespace roster::sandbox::seed
