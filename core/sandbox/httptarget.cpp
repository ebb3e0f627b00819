// SPDX-License-Identifier: MIT
#include "core/sandbox/httptarget.h"

#include <QStringDecoder>

namespace roster::sandbox {

namespace {

bool isHex(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool isEncodingSound(const QByteArray &text)
{
    for (qsizetype i = text.indexOf('%'); i >= 0; i = text.indexOf('%', i + 3)) {
        if (i + 2 >= text.size() || !isHex(text.at(i + 1)) || !isHex(text.at(i + 2)))
            return false;
    }
    return true;
}

std::optional<QString> decoded(const QByteArray &text)
{
    if (!isEncodingSound(text))
        return std::nullopt;
    const QByteArray bytes = QByteArray::fromPercentEncoding(text);
    if (bytes.contains('\0'))
        return std::nullopt;
    QStringDecoder utf8(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString result = utf8(bytes);
    if (utf8.hasError())
        return std::nullopt;
    return result;
}

QByteArray withoutOrigin(const QByteArray &target)
{
    for (const char *scheme : {"http://", "https://"}) {
        if (!target.toLower().startsWith(scheme))
            continue;
        const qsizetype slash = target.indexOf('/', qstrlen(scheme));
        return slash < 0 ? QByteArray("/") : target.sliced(slash);
    }
    return target;
}

} // namespace

std::optional<HttpTarget> parseTarget(const QByteArray &target)
{
    const QByteArray local = withoutOrigin(target);
    const qsizetype mark = local.indexOf('?');
    QByteArray path = mark < 0 ? local : local.first(mark);
    if (!path.startsWith('/'))
        return std::nullopt;
    path.replace("%2f", "%252F").replace("%2F", "%252F");
    const std::optional<QString> decodedPath = decoded(path);
    if (!decodedPath)
        return std::nullopt;

    HttpTarget result{.path = *decodedPath, .query = {}, .rawQuery = {}};
    if (mark >= 0) {
        result.rawQuery = local.sliced(mark + 1);
        QByteArray query = result.rawQuery;
        query.replace('+', "%20");
        if (!decoded(query))
            return std::nullopt;
        result.query = QUrlQuery(QString::fromUtf8(query));
    }
    return result;
}

} // namespace roster::sandbox
