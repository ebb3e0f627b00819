// SPDX-License-Identifier: MIT
#include "ui/widgets/plainwords.h"

#include <QTextDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr qsizetype longestToolTip = 1000;
constexpr qsizetype longestInSentence = 80;

//! LRE … RLO and LRI … PDI, LRM and RLM.
bool turnsDirection(QChar c)
{
    return (c >= QChar(0x202A) && c <= QChar(0x202E)) ||
           (c >= QChar(0x2066) && c <= QChar(0x2069)) || c == QChar(0x200E) || c == QChar(0x200F);
}

bool isFromRight(QChar c)
{
    return c.direction() == QChar::DirR || c.direction() == QChar::DirAL;
}

} // namespace

QString firstWords(const QString &text, qsizetype longest)
{
    if (text.size() <= longest)
        return text;
    QString beginning = text.left(longest);
    if (beginning.back().isHighSurrogate())
        beginning.chop(1);
    return beginning + u'…';
}

QString inSentence(const QString &name)
{
    QString words = firstWords(name, 4 * longestInSentence);
    words.removeIf(turnsDirection);
    words = firstWords(words.simplified(), longestInSentence);
    const bool turns = std::any_of(words.cbegin(), words.cend(), isFromRight);
    // First strong isolate … pop directional isolate.
    return turns ? QChar(0x2068) + words + QChar(0x2069) : words;
}

QString plainToolTip(const QString &text)
{
    const QString beginning = firstWords(text, longestToolTip);
    // Only then, since what is not taken for markup would show "&amp;" for "&".
    return Qt::mightBeRichText(beginning) ? u"<qt>"_s + beginning.toHtmlEscaped() + u"</qt>"_s
                                          : beginning;
}

} // namespace roster
