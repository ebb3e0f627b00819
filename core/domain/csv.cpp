// SPDX-License-Identifier: MIT
#include "core/domain/csv.h"

#include <algorithm>

namespace roster {

namespace {

//! Some spreadsheets leave it out before they look at what follows.
bool isLeftOut(QChar c)
{
    return c.isSpace() || c.category() == QChar::Other_Control ||
           c.category() == QChar::Other_Format;
}

bool startsFormula(const QString &text)
{
    const auto first = std::find_if_not(text.begin(), text.end(), isLeftOut);
    if (first == text.end())
        return false;
    // A tab, a line end or a NUL alone makes some spreadsheets look at what follows. A mark of
    // direction does not: names begin with one.
    const bool isBlankFirst = first != text.begin() && text.front() != QLatin1Char(' ') &&
                              text.front().category() != QChar::Other_Format;
    static const QString starters = QStringLiteral("=+-@\uff1d\uff0b\uff0d\uff20");
    return isBlankFirst || starters.contains(*first);
}

bool needsQuotes(const QString &text)
{
    if (text.isEmpty())
        return false;
    const bool isPadded = text.front().isSpace() || text.back().isSpace();
    return isPadded || std::any_of(text.begin(), text.end(), [](QChar c) {
               // The semicolon and the tab part cells in some countries' spreadsheets.
               return c == u',' || c == u'"' || c == u'\r' || c == u'\n' || c == u';' || c == u'\t';
           });
}

} // namespace

QString csvCell(const QString &text)
{
    QString cell = text;
    if (startsFormula(cell))
        cell.prepend(u'\'');
    if (!needsQuotes(cell))
        return cell;
    cell.replace(u'"', QStringLiteral("\"\""));
    return u'"' + cell + u'"';
}

QByteArray csvLine(const QStringList &cells)
{
    QStringList safe;
    for (const QString &text : cells)
        safe.append(csvCell(text));
    return safe.join(u',').toUtf8() + "\r\n";
}

QByteArray csvFile(const QList<QStringList> &rows)
{
    QByteArray file = QByteArrayLiteral("\xef\xbb\xbf");
    for (const QStringList &row : rows)
        file += csvLine(row);
    return file;
}

} // namespace roster
