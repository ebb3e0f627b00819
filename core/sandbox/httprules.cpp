// SPDX-License-Identifier: MIT
#include "core/sandbox/httprules.h"

#include <QDateTime>
#include <QHash>
#include <QLocale>

namespace roster::sandbox {

QByteArray bearerToken(const QByteArray &authorization)
{
    const QByteArray value = authorization.trimmed();
    const qsizetype space = value.indexOf(' ');
    if (space < 0 || value.first(space).compare("Bearer", Qt::CaseInsensitive) != 0)
        return {};
    return value.sliced(space + 1).trimmed();
}

namespace {

QByteArray mediaType(const QByteArray &value)
{
    const qsizetype semicolon = value.indexOf(';');
    return (semicolon < 0 ? value : value.first(semicolon)).trimmed().toLower();
}

bool isRefused(const QByteArray &range)
{
    for (const QByteArray &part : range.split(';').mid(1)) {
        const QByteArray parameter = part.trimmed().toLower();
        if (parameter.startsWith("q=")) {
            bool isNumber = false;
            const double quality = parameter.sliced(2).toDouble(&isNumber);
            return isNumber && quality <= 0;
        }
    }
    return false;
}

} // namespace

bool acceptsJson(const QByteArray &accept)
{
    if (accept.trimmed().isEmpty())
        return true;
    // The most specific range that fits decides: "*/*, application/json;q=0" leaves JSON out.
    int best = 0;
    bool accepted = false;
    for (const QByteArray &range : accept.split(',')) {
        const QByteArray type = mediaType(range);
        const int rank = type == "application/json" ? 3
                         : type == "application/*"  ? 2
                         : type == "*/*"            ? 1
                                                    : 0;
        if (rank > best) {
            best = rank;
            accepted = !isRefused(range);
        }
    }
    return accepted;
}

bool isJsonType(const QByteArray &contentType)
{
    return mediaType(contentType) == "application/json";
}

QByteArray reasonPhrase(int status)
{
    static const QHash<int, QByteArray> phrases = {
        {200, "OK"},
        {202, "Accepted"},
        {204, "No Content"},
        {301, "Moved Permanently"},
        {302, "Found"},
        {304, "Not Modified"},
        {307, "Temporary Redirect"},
        {308, "Permanent Redirect"},
        {400, "Bad Request"},
        {401, "Unauthorized"},
        {402, "Payment Required"},
        {403, "Forbidden"},
        {404, "Not Found"},
        {405, "Method Not Allowed"},
        {406, "Not Acceptable"},
        {408, "Request Timeout"},
        {409, "Conflict"},
        {410, "Gone"},
        {413, "Payload Too Large"},
        {415, "Unsupported Media Type"},
        {422, "Unprocessable Entity"},
        {429, "Too Many Requests"},
        {431, "Request Header Fields Too Large"},
        {500, "Internal Server Error"},
        {502, "Bad Gateway"},
        {503, "Service Unavailable"},
        {504, "Gateway Timeout"},
    };
    return phrases.value(status, "Unknown");
}

QByteArray httpDate(qint64 unixMs)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(unixMs, Qt::UTC);
    return QLocale::c().toString(time, u"ddd, dd MMM yyyy hh:mm:ss 'GMT'").toLatin1();
}

bool matchesPath(QStringView glob, QStringView path)
{
    if (glob.isEmpty())
        return path.isEmpty();
    if (glob.startsWith(u"**")) {
        for (qsizetype i = 0; i <= path.size(); ++i) {
            if (matchesPath(glob.sliced(2), path.sliced(i)))
                return true;
        }
        return false;
    }
    if (glob.front() == u'*') {
        for (qsizetype i = 0; i <= path.size(); ++i) {
            if (matchesPath(glob.sliced(1), path.sliced(i)))
                return true;
            if (i < path.size() && path.at(i) == u'/')
                break;
        }
        return false;
    }
    if (path.isEmpty())
        return false;
    const bool isSame =
        glob.front() == path.front() || (glob.front() == u'?' && path.front() != u'/');
    return isSame && matchesPath(glob.sliced(1), path.sliced(1));
}

QByteArray wireBytes(const HttpReply &reply, bool keepAlive, bool headOnly)
{
    QByteArray bytes =
        "HTTP/1.1 " + QByteArray::number(reply.status) + ' ' + reasonPhrase(reply.status) + "\r\n";
    for (const auto &[name, value] : reply.headers)
        bytes += name + ": " + value + "\r\n";
    bytes += "Content-Length: " + QByteArray::number(reply.body.size()) + "\r\n";
    bytes += keepAlive ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n";
    if (headOnly)
        return bytes;
    const bool isCut = reply.delivery == HttpReply::Delivery::Cut;
    return bytes + (isCut ? reply.body.first(qMin(reply.cutAfter, reply.body.size())) : reply.body);
}

} // namespace roster::sandbox
