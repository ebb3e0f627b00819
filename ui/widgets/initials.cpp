// SPDX-License-Identifier: MIT
#include "ui/widgets/initials.h"

#include "ui/theme/themecolors.h"

#include <QRegularExpression>
#include <QTextBoundaryFinder>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

char32_t firstCodePoint(QStringView text)
{
    if (text.size() > 1 && text[0].isHighSurrogate() && text[1].isLowSurrogate())
        return QChar::surrogateToUcs4(text[0], text[1]);
    return text.isEmpty() ? U'\0' : text[0].unicode();
}

using Stands = bool (*)(char32_t c);

bool isLetter(char32_t c)
{
    return QChar::isLetterOrNumber(c);
}

bool isPictograph(char32_t c)
{
    return QChar::category(c) == QChar::Symbol_Other;
}

QString upper(const QString &grapheme)
{
    const QString raised = grapheme.toUpper();
    // "ß" would become two letters.
    return raised.size() == grapheme.size() ? raised : grapheme;
}

//! The first character of \a word that \a stands, whole; empty when it has none.
QString initialOf(const QString &word, Stands stands)
{
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, word);
    qsizetype start = 0;
    for (qsizetype end = finder.toNextBoundary(); end > start; end = finder.toNextBoundary()) {
        const QString grapheme = word.mid(start, end - start);
        if (stands(firstCodePoint(grapheme)))
            return upper(grapheme);
        start = end;
    }
    return {};
}

QString fromWords(const QStringList &words, Stands stands)
{
    QStringList found;
    for (const QString &word : words) {
        if (const QString initial = initialOf(word, stands); !initial.isEmpty())
            found.append(initial);
    }
    if (found.isEmpty())
        return {};
    return found.size() == 1 ? found.first() : found.first() + found.last();
}

QString fromEmail(const QString &email)
{
    const QString local = email.section(u'@', 0, 0);
    static const QRegularExpression separators(u"[._-]+"_s);
    for (const QChar c : local) {
        if (!c.isLetter() && c != u'.' && c != u'_' && c != u'-')
            return {};
    }
    return fromWords(local.split(separators, Qt::SkipEmptyParts), isLetter);
}

} // namespace

QString initials(const QString &name, const QString &email)
{
    const QStringList words = name.simplified().split(u' ', Qt::SkipEmptyParts);
    for (const Stands stands : {isLetter, isPictograph}) {
        if (const QString ofName = fromWords(words, stands); !ofName.isEmpty())
            return ofName;
    }
    const QString ofEmail = fromEmail(email);
    return ofEmail.isEmpty() ? u"?"_s : ofEmail;
}

int hueFor(const QString &key)
{
    // FNV-1a: Qt's own hash is seeded anew in every run.
    quint32 hash = 2166136261U;
    for (const char byte : key.toUtf8()) {
        hash ^= static_cast<quint8>(byte);
        hash *= 16777619U;
    }
    return static_cast<int>(hash % static_cast<quint32>(ThemeColors::hueCount));
}

} // namespace roster
