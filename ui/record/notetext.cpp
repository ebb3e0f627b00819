// SPDX-License-Identifier: MIT
#include "ui/record/notetext.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QUrl>
#include <QtGui/QTextBlock>
#include <QtGui/QTextDocument>
#include <QtGui/QTextList>

namespace roster {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(NoteText)
};

//! Reading markup of a megabyte would hold the window up.
constexpr qsizetype LongestRead = 40'000;
constexpr qsizetype LongestShown = 20'000;

//! Reads markup and fetches nothing, from wherever it asks.
class UnloadedDocument : public QTextDocument
{
protected:
    QVariant loadResource(int, const QUrl &) override { return QByteArray(); }
};

//! Letters that turn the order of the words after them around would make an address look like
//! another.
QString withoutTurns(QString text)
{
    text.removeIf([](QChar c) {
        const ushort code = c.unicode();
        return (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
    });
    return text;
}

QString escaped(const QString &text)
{
    QString shown = withoutTurns(text).toHtmlEscaped();
    shown.replace(QChar::LineSeparator, QLatin1String("<br/>"));
    shown.replace(QLatin1Char('\n'), QLatin1String("<br/>"));
    return shown;
}

bool isFollowed(const QUrl &url)
{
    static const QStringList schemes{QStringLiteral("https"), QStringLiteral("http"),
                                     QStringLiteral("mailto"), QStringLiteral("tel")};
    return url.isValid() && schemes.contains(url.scheme().toLower());
}

//! As a browser's line would show it, with no letter that looks like another.
QString addressOf(const QUrl &url)
{
    return QString::fromLatin1(url.toEncoded());
}

bool saysItsAddress(const QString &words, const QUrl &url)
{
    const auto plain = [](QString text) {
        text = text.trimmed();
        while (text.endsWith(QLatin1Char('/')))
            text.chop(1);
        return text.remove(QLatin1String("mailto:")).remove(QLatin1String("tel:"));
    };
    return plain(words) == plain(addressOf(url));
}

QString linked(const QString &words, const QString &href)
{
    const QUrl url(href.trimmed(), QUrl::StrictMode);
    const QString shown = escaped(words);
    const QString address = addressOf(url).toHtmlEscaped();
    if (!isFollowed(url)) {
        const QString told = address.isEmpty() ? href.left(200).toHtmlEscaped() : address;
        return told.isEmpty() ? shown : QStringLiteral("%1 (%2)").arg(shown, told);
    }
    const QString link = QStringLiteral("<a href=\"%1\">%2</a>").arg(address, shown);
    return saysItsAddress(words, url) ? link : QStringLiteral("%1 (%2)").arg(link, address);
}

QString pictured(const QTextImageFormat &picture)
{
    return picture.name().isEmpty()
               ? Words::tr("[picture]").toHtmlEscaped()
               : Words::tr("[picture: %1]").arg(picture.name().left(300)).toHtmlEscaped();
}

QString shownFragment(const QTextFragment &fragment)
{
    const QTextCharFormat format = fragment.charFormat();
    if (format.isImageFormat())
        return pictured(format.toImageFormat());
    if (format.isAnchor() && !format.anchorHref().isEmpty())
        return linked(fragment.text(), format.anchorHref());
    QString shown = escaped(fragment.text());
    const auto wrap = [&shown](bool isSo, const char *tag) {
        if (isSo)
            shown = QStringLiteral("<%1>%2</%1>").arg(QLatin1String(tag), shown);
    };
    wrap(format.fontFixedPitch(), "code");
    wrap(format.fontWeight() > QFont::Medium, "b");
    wrap(format.fontItalic(), "i");
    wrap(format.fontStrikeOut(), "s");
    return shown;
}

QString shownBlock(const QTextBlock &block)
{
    QString shown;
    for (auto it = block.begin(); !it.atEnd(); ++it)
        shown += shownFragment(it.fragment());
    return shown;
}

//! What stands before a line of a list.
QString bulletOf(const QTextBlock &block)
{
    const QTextList *list = block.textList();
    if (!list)
        return {};
    const bool isNumbered = list->format().style() <= QTextListFormat::ListDecimal;
    const QString bullet = isNumbered ? list->itemText(block).trimmed() : QStringLiteral("•");
    return bullet.toHtmlEscaped() + QStringLiteral("&nbsp;");
}

void read(UnloadedDocument &document, const QString &html)
{
    document.setUndoRedoEnabled(false);
    document.setHtml(html.left(LongestRead));
}

bool isCut(const QString &html)
{
    return html.size() > LongestRead;
}

} // namespace

QString shownHtml(const QString &html)
{
    UnloadedDocument document;
    read(document, html);
    QString shown;
    bool isLong = isCut(html);
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        const QString line = shownBlock(block);
        if (line.trimmed().isEmpty())
            continue;
        shown +=
            QStringLiteral("<p style=\"margin:0 0 3px 0\">%1%2</p>").arg(bulletOf(block), line);
        isLong = isLong || (shown.size() > LongestShown && block.next().isValid());
        if (shown.size() > LongestShown)
            break;
    }
    if (isLong)
        shown += QStringLiteral("<p><i>%1</i></p>")
                     .arg(Words::tr("The rest is too long to be shown.").toHtmlEscaped());
    return shown;
}

QString wordsOfHtml(const QString &html)
{
    UnloadedDocument document;
    read(document, html);
    QString words = withoutTurns(document.toPlainText());
    words.replace(QChar::ObjectReplacementCharacter, Words::tr("[picture]"));
    return isCut(html) ? words + QStringLiteral("…") : words;
}

QString htmlOfWords(const QString &words)
{
    QString html;
    const QStringList lines = words.split(QLatin1Char('\n'));
    for (const QString &line : lines) {
        if (!line.trimmed().isEmpty())
            html += QStringLiteral("<p>%1</p>").arg(line.trimmed().toHtmlEscaped());
    }
    return html;
}

} // namespace roster
