// SPDX-License-Identifier: MIT
#include "ui/widgets/plainwords.h"

#include <QTextDocument>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr qsizetype longestToolTip = 1000;

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

QString plainToolTip(const QString &text)
{
    const QString beginning = firstWords(text, longestToolTip);
    // Only then, since what is not taken for markup would show "&amp;" for "&".
    return Qt::mightBeRichText(beginning) ? u"<qt>"_s + beginning.toHtmlEscaped() + u"</qt>"_s
                                          : beginning;
}

} // namespace roster
