// SPDX-License-Identifier: MIT
#include "core/api/requestparts.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QUrl>

#include <algorithm>

namespace roster::api {

QByteArray segment(const QString &text)
{
    // A segment of dots alone would be taken for "this folder" by whoever tidies addresses.
    if (text == QLatin1String(".") || text == QLatin1String(".."))
        return '/' + text.toUtf8().replace('.', "%2E");
    return '/' + QUrl::toPercentEncoding(text);
}

QByteArray contactPath(const ContactId &id)
{
    return "/contacts" + segment(id.text());
}

QByteArray companyPath(const CompanyId &id)
{
    return "/companies" + segment(id.text());
}

HttpRequest read(QByteArray path, Lane lane)
{
    HttpRequest request;
    request.path = std::move(path);
    request.lane = lane;
    return request;
}

HttpRequest write(QByteArray method, QByteArray path, Repeat repeat, Lane lane)
{
    HttpRequest request = read(std::move(path), lane);
    request.method = std::move(method);
    request.repeat = repeat;
    return request;
}

HttpRequest withBody(HttpRequest request, const QJsonObject &body)
{
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return request;
}

//! Cursors are base64 or worse: `+` must arrive as `+`, not as a space.
void addQuery(HttpRequest &request, const QString &name, const QString &value)
{
    request.query.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(value)));
}

void addPage(HttpRequest &request, int page, int perPage, int largest)
{
    addQuery(request, QStringLiteral("page"), QString::number(std::max(page, 1)));
    addQuery(request, QStringLiteral("per_page"), QString::number(std::clamp(perPage, 1, largest)));
}

void addCursor(HttpRequest &request, const QString &cursor, int perPage, int largest)
{
    addQuery(request, QStringLiteral("per_page"), QString::number(std::clamp(perPage, 1, largest)));
    if (!cursor.isEmpty())
        addQuery(request, QStringLiteral("starting_after"), cursor);
}

QJsonObject idBody(const QString &id)
{
    return {{QStringLiteral("id"), id}};
}

} // namespace roster::api
