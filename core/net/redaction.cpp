// SPDX-License-Identifier: MIT
#include "core/net/redaction.h"

#include <QtCore/QRegularExpression>

#include <algorithm>
#include <array>

namespace roster {

Q_LOGGING_CATEGORY(netLog, "roster.net", QtWarningMsg)

namespace {

struct Mask
{
    QRegularExpression pattern;
    QString by;
};

const std::array<Mask, 4> &masks()
{
    static const auto insensitive = QRegularExpression::CaseInsensitiveOption;
    static const std::array<Mask, 4> all{{
        {QRegularExpression(QStringLiteral("\\bbearer\\s+[^\\s\"',;]+"), insensitive),
         QStringLiteral("Bearer ***")},
        // Access tokens are base64 of "tok:…".
        {QRegularExpression(QStringLiteral("\\bdG9r[A-Za-z0-9+/=_-]{8,}")), QStringLiteral("***")},
        {QRegularExpression(QStringLiteral("[^\\s@<>\"'(),;:=]+@[^\\s@<>\"'(),;]+")),
         QStringLiteral("***@***")},
        {QRegularExpression(QStringLiteral("(?<![\\w-])\\+?\\(?\\d[\\d ().-]{6,}\\d(?![\\w-])")),
         QStringLiteral("***")},
    }};
    return all;
}

//! A word of the API's own paths, or an id: digits or hex.
bool isHarmless(const QByteArray &segment)
{
    const bool isWord = std::all_of(segment.begin(), segment.end(),
                                    [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; });
    const bool isId = std::all_of(segment.begin(), segment.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    });
    return isWord || isId;
}

} // namespace

QString redacted(const QString &text)
{
    QString masked = text;
    for (const Mask &mask : masks())
        masked.replace(mask.pattern, mask.by);
    return masked;
}

QByteArray loggedPath(const QByteArray &path)
{
    QList<QByteArray> segments = path.split('/');
    for (QByteArray &segment : segments) {
        if (!isHarmless(segment))
            segment = QByteArrayLiteral("***");
    }
    return segments.join('/');
}

} // namespace roster
