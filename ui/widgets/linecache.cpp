// SPDX-License-Identifier: MIT
#include "ui/widgets/linecache.h"

#include <QtCore/QtMath>
#include <QtGui/QFontMetrics>
#include <QtGui/QTextOption>

namespace roster {

namespace {

//! Several screens of a table.
constexpr qsizetype mostLines = 3000;

bool breaksLine(QChar c)
{
    return c == QLatin1Char('\n') || c == QLatin1Char('\r') || c == QChar::LineSeparator ||
           c == QChar::ParagraphSeparator;
}

QString inOneLine(QString text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (breaksLine(text.at(i)))
            text[i] = QLatin1Char(' ');
    }
    return text;
}

} // namespace

LineCache::LineCache()
    : m_lines(mostLines)
{
}

const QStaticText &LineCache::lineOf(const Key &key)
{
    if (const QStaticText *known = m_lines.object(key))
        return *known;
    const QString shown =
        key.room < 0 ? key.text
                     : QFontMetrics(key.font).elidedText(key.text, Qt::ElideRight, key.room);
    auto *line = new QStaticText(inOneLine(shown));
    line->setTextFormat(Qt::PlainText);
    QTextOption option;
    option.setWrapMode(QTextOption::NoWrap);
    option.setTextDirection(Qt::LayoutDirectionAuto);
    line->setTextOption(option);
    line->prepare({}, key.font);
    m_lines.insert(key, line);
    return *line;
}

int LineCache::draw(QPainter &painter, const QRect &area, Qt::AlignmentFlag side,
                    const QString &text, const QFont &font)
{
    if (text.isEmpty())
        return 0;
    const QStaticText *line = &lineOf({text, font});
    if (line->size().width() > area.width())
        line = &lineOf({text, font, area.width()});
    const QSizeF size = line->size();
    const int width = qCeil(size.width());
    const int left = side == Qt::AlignRight ? area.right() + 1 - width : area.left();
    const int top = area.top() + qFloor((area.height() - size.height()) / 2);
    painter.setFont(font);
    painter.setLayoutDirection(Qt::LayoutDirectionAuto);
    painter.drawStaticText(left, top, *line);
    return width;
}

} // namespace roster
