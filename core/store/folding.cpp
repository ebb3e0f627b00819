// SPDX-License-Identifier: MIT
#include "core/store/folding.h"

namespace roster {

namespace {

bool isAscii(const QString &text)
{
    for (const QChar c : text) {
        if (c.unicode() >= 0x80)
            return false;
    }
    return true;
}

//! Letters that people type without their stroke though Unicode does not take them apart, and signs
//! that keyboards and word processors exchange.
QStringView replacement(char16_t c)
{
    switch (c) {
    case u'\u00df':
        return u"ss";
    case u'\u00e6':
        return u"ae";
    case u'\u0153':
        return u"oe";
    case u'\u00f8':
        return u"o";
    case u'\u0142':
        return u"l";
    case u'\u0111':
    case u'\u00f0':
        return u"d";
    case u'\u0127':
        return u"h";
    case u'\u0131':
        return u"i";
    case u'\u00fe':
        return u"th";
    case u'\u2018':
    case u'\u2019':
    case u'\u02bc':
        return u"'";
    case u'\u2010':
    case u'\u2011':
    case u'\u2013':
    case u'\u2014':
        return u"-";
    default:
        return {};
    }
}

//! Unpaired halves of a character too: no file can hold them.
bool isIgnored(char32_t c)
{
    const QChar::Category category = QChar::category(c);
    return category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing ||
           category == QChar::Other_Format || category == QChar::Other_Surrogate;
}

//! One pass over decomposed text: marks and invisible characters go, replacements come.
QString stripped(const QString &text)
{
    QString kept;
    kept.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const bool isPair =
            c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        const char32_t point =
            isPair ? QChar::surrogateToUcs4(c, text[i + 1]) : char32_t(c.unicode());
        if (!isIgnored(point)) {
            const QStringView instead = isPair ? QStringView() : replacement(c.unicode());
            kept.append(instead.isEmpty() ? QStringView(text).mid(i, isPair ? 2 : 1) : instead);
        }
        i += isPair ? 1 : 0;
    }
    return kept;
}

} // namespace

QString folded(const QString &text)
{
    if (isAscii(text))
        return text.toLower().simplified();
    // Case folding can make marks (İ) and decomposing can make capitals (㎒): both ways round.
    const QString decomposed = text.normalized(QString::NormalizationForm_KD)
                                   .toCaseFolded()
                                   .normalized(QString::NormalizationForm_KD);
    return stripped(decomposed.toCaseFolded()).simplified();
}

QStringList foldedWords(const QString &text)
{
    QStringList words = folded(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    words.removeDuplicates();
    return words;
}

} // namespace roster
