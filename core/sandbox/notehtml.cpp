// SPDX-License-Identifier: MIT
#include "core/sandbox/notehtml.h"

#include <QRegularExpression>

namespace roster::sandbox {

using namespace Qt::StringLiterals;

namespace {

QString paragraphOf(const QString &html)
{
    return u"<p>"_s + html + u"</p>"_s;
}

bool isHtml(const QString &text)
{
    static const QRegularExpression tag(
        u"</?(a|b|blockquote|br|code|div|em|h[1-6]|hr|i|img|li|ol|p|pre|s|script|span|strong|style"
        "|table|td|th|tr|u|ul)(\\s[^<>]*)?/?>"_s,
        QRegularExpression::CaseInsensitiveOption);
    return text.contains(tag);
}

bool beginsWithBlock(const QString &html)
{
    static const QRegularExpression block(
        u"^<(blockquote|div|h[1-6]|hr|ol|p|pre|table|ul)[\\s/>]"_s,
        QRegularExpression::CaseInsensitiveOption);
    return html.contains(block);
}

QString escaped(QString text)
{
    text.replace(u'&', u"&amp;"_s);
    text.replace(u'<', u"&lt;"_s);
    text.replace(u'>', u"&gt;"_s);
    return text.replace(u'\n', u"<br>"_s);
}

} // namespace

QString noteHtml(const QString &text)
{
    QString trimmed = text.trimmed();
    trimmed.replace(u"\r\n"_s, u"\n"_s);
    if (isHtml(trimmed))
        return beginsWithBlock(trimmed) ? trimmed : paragraphOf(trimmed);
    return paragraphsOf(trimmed);
}

QString paragraphsOf(const QString &text)
{
    static const QRegularExpression blankLines(u"\\n(?:[ \\t]*\\n)+"_s);
    QString trimmed = text.trimmed();
    trimmed.replace(u"\r\n"_s, u"\n"_s);
    QStringList paragraphs;
    for (const QString &paragraph : trimmed.split(blankLines))
        paragraphs.append(paragraphOf(escaped(paragraph)));
    return paragraphs.join(u'\n');
}

} // namespace roster::sandbox
