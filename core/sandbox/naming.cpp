// SPDX-License-Identifier: MIT
#include "core/sandbox/naming.h"

namespace roster::sandbox::seed {

using namespace Qt::StringLiterals;

namespace {

QString longName(const QString &name)
{
    return name +
           u" de la Santísima Trinidad y Todos los Santos von Hohenzollern-Sigmaringen und zu "
           "Württemberg, Esquire, Honorary Fellow of the Society for the Preservation of Very "
           "Long Names That Do Not Fit Into Any Column"_s;
}

QString emoji(Rng &rng)
{
    const QStringList all{u"🚀"_s, u"🌻"_s,    u"👩‍💻"_s,   u"🇮🇪"_s,
                          u"✨"_s, u"🧶"_s, u"🏳️‍🌈"_s};
    return rng.pick(all);
}

// An apostrophe is legal before the @, and people named O'Brien do write it.
QString localPart(Rng &rng, const Word &given, const Word &family, qint64 style)
{
    if (family.text.startsWith(u"O'"_s) && rng.chance(40))
        return given.slug + u".o'"_s + family.slug.mid(1);
    switch (style) {
    case 0:
        return given.slug + u'.' + family.slug;
    case 1:
        return given.slug.left(1) + family.slug;
    case 2:
        return given.slug;
    case 3:
        return family.slug + u'_' + given.slug;
    default:
        return given.slug + family.slug;
    }
}

} // namespace

const Culture &pickCulture(Rng &rng)
{
    static const int total = [] {
        int sum = 0;
        for (const Culture &culture : cultures())
            sum += culture.weight;
        return sum;
    }();
    qint64 left = rng.below(total);
    for (const Culture &culture : cultures()) {
        left -= culture.weight;
        if (left < 0)
            return culture;
    }
    return cultures().first();
}

Naming pickName(Rng &rng, const Culture &culture, int index, bool isLead)
{
    const Word &given = rng.pick(culture.given);
    const Word &family = rng.pick(culture.family);
    Naming naming;
    naming.name = culture.familyFirst ? family.text + given.text : given.text + u' ' + family.text;
    naming.local = localPart(rng, given, family, rng.below(5));
    if (rng.chance(3))
        naming.local += u'+' + QStringList{u"news"_s, u"test"_s, u"billing"_s}.at(rng.below(3));
    // The first few of every workspace show the odd cases, however small it is.
    if (index == 7 || rng.rarely(15))
        naming.name += u' ' + emoji(rng);
    else if (index == 9 || rng.rarely(4))
        naming.name = longName(naming.name);
    else if (index == 11 || rng.chance(isLead ? 22 : 3))
        naming.name = QString();
    else if (rng.chance(4))
        naming.name = given.text;
    return naming;
}

QString pickPhone(Rng &rng, const Culture &culture)
{
    QString digits;
    for (int i = 0; i < culture.phoneDigits; ++i)
        digits += QString::number(rng.below(10));
    QString phone = culture.phonePrefix + digits;
    if (rng.chance(30)) {
        phone.insert(phone.size() - 4, u' ');
        phone.insert(3, u' ');
    }
    return phone;
}

} // namespace roster::sandbox::seed
