// SPDX-License-Identifier: MIT
#include "core/sandbox/messagetext.h"

#include "core/sandbox/contactrow.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

namespace roster::sandbox {

using namespace Qt::StringLiterals;

namespace {

QRegularExpression pattern(const QString &text)
{
    return QRegularExpression(text, QRegularExpression::CaseInsensitiveOption |
                                        QRegularExpression::DotMatchesEverythingOption);
}

QString unescaped(QString text)
{
    text.replace(u"&nbsp;"_s, QString(QChar::Nbsp));
    text.replace(u"&mdash;"_s, u"—"_s);
    text.replace(u"&lt;"_s, u"<"_s);
    text.replace(u"&gt;"_s, u">"_s);
    text.replace(u"&quot;"_s, u"\""_s);
    text.replace(u"&#39;"_s, u"'"_s);
    return text.replace(u"&amp;"_s, u"&"_s);
}

void showAddresses(QString &text, bool namesLinks)
{
    static const QRegularExpression image = pattern(u"<img\\s[^>]*?src=\"([^\"]*)\"[^>]*>"_s);
    static const QRegularExpression link =
        pattern(u"<a\\s[^>]*?href=\"([^\"]*)\"[^>]*>(.*?)</a>"_s);
    text.replace(image, u"[Image \"\\1\"]"_s);
    if (namesLinks)
        text.replace(link, u"\\2 (\\1)"_s);
}

} // namespace

QString plainText(const QString &html, bool namesLinks)
{
    static const QRegularExpression hidden = pattern(u"<(script|style)\\b.*?</\\1>"_s);
    static const QRegularExpression lineEnd = pattern(u"<br\\s*/?>|</(div|li|tr)>\\n?"_s);
    static const QRegularExpression blockEnd = pattern(u"</(p|h[1-6]|pre|blockquote|ul|ol)>\\n?"_s);
    static const QRegularExpression item = pattern(u"<li\\b[^>]*>"_s);
    static const QRegularExpression tag = pattern(u"</?[a-z][^<>]*>"_s);
    static const QRegularExpression gaps(u"\\n{3,}"_s);
    if (html.isNull())
        return html;
    QString text = html;
    text.remove(hidden);
    showAddresses(text, namesLinks);
    text.replace(lineEnd, u"\n"_s);
    text.replace(blockEnd, u"\n\n"_s);
    text.replace(item, u"- "_s);
    text.remove(tag);
    text.replace(gaps, u"\n\n"_s);
    return unescaped(text).trimmed();
}

QString wordsOf(const QString &html)
{
    static const QRegularExpression between(u"[^\\w'’@.-]+"_s,
                                            QRegularExpression::UseUnicodePropertiesOption);
    QJsonArray words;
    for (QString word : folded(plainText(html, false)).split(between, Qt::SkipEmptyParts)) {
        while (word.endsWith(u'.'))
            word.chop(1);
        if (!word.isEmpty() && !words.contains(word))
            words.append(word);
    }
    return QString::fromUtf8(QJsonDocument(words).toJson(QJsonDocument::Compact));
}

} // namespace roster::sandbox
