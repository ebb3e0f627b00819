// SPDX-License-Identifier: MIT
#include "core/sandbox/cultures.h"

#include "core/sandbox/culturedata.h"

namespace roster::sandbox::seed {

using namespace Qt::StringLiterals;

namespace {

// "Ελένη=eleni, …": what follows the sign is the slug; without it the slug is made.
QList<Word> words(const char *list)
{
    QList<Word> found;
    for (const QString &entry : QString::fromUtf8(list).split(u", "_s)) {
        const QString text = entry.section(u'=', 0, 0);
        const QString slug = entry.section(u'=', 1, 1);
        found.append({text, slug.isEmpty() ? slugOf(text) : slug});
    }
    return found;
}

// "Athens/Attica, …"
QList<Place> places(const char *list)
{
    QList<Place> found;
    for (const QString &entry : QString::fromUtf8(list).split(u", "_s))
        found.append({entry.section(u'/', 0, 0), entry.section(u'/', 1, 1)});
    return found;
}

QList<Culture> build()
{
    QList<Culture> all;
    for (const CultureData &data : cultureData) {
        Culture culture;
        culture.weight = data.weight;
        culture.language = QString::fromUtf8(data.language);
        culture.country = QString::fromUtf8(data.country);
        culture.countryCode = QString::fromUtf8(data.countryCode);
        culture.continent = QString::fromUtf8(data.continent);
        culture.phonePrefix = QString::fromUtf8(data.phonePrefix);
        culture.phoneDigits = data.phoneDigits;
        culture.familyFirst = data.familyFirst;
        culture.given = words(data.given);
        culture.family = words(data.family);
        culture.places = places(data.places);
        all.append(culture);
    }
    return all;
}

} // namespace

const QList<Culture> &cultures()
{
    static const QList<Culture> all = build();
    return all;
}

QString slugOf(const QString &text)
{
    QString slug;
    for (const QChar c : text.toLower().normalized(QString::NormalizationForm_D)) {
        if (c == u'ß')
            slug += u"ss"_s;
        else if (c == u'ø')
            slug += u'o';
        else if (c == u'ł')
            slug += u'l';
        else if (c == u'đ')
            slug += u'd';
        else if (c == u'æ')
            slug += u"ae"_s;
        else if (c == u'ı')
            slug += u'i';
        else if ((c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9'))
            slug += c;
    }
    return slug;
}

} // namespace roster::sandbox::seed
