// SPDX-License-Identifier: MIT
#include "tests/bench/serialwalk.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QEventLoop>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtNetwork/QNetworkAccessManager>
#include <QtNetwork/QNetworkReply>

namespace roster::bench {

namespace {

QByteArray bodyFor(const QString &cursor)
{
    QJsonObject pagination{{QStringLiteral("per_page"), 150}};
    if (!cursor.isEmpty())
        pagination.insert(QStringLiteral("starting_after"), cursor);
    const QJsonObject all{{QStringLiteral("field"), QStringLiteral("created_at")},
                          {QStringLiteral("operator"), QStringLiteral(">")},
                          {QStringLiteral("value"), 0}};
    const QJsonObject sort{{QStringLiteral("field"), QStringLiteral("created_at")},
                           {QStringLiteral("order"), QStringLiteral("ascending")}};
    return QJsonDocument({{QStringLiteral("query"), all},
                          {QStringLiteral("pagination"), pagination},
                          {QStringLiteral("sort"), sort}})
        .toJson(QJsonDocument::Compact);
}

} // namespace

WalkEnd walkSerially(const QUrl &url, const QByteArray &token)
{
    QNetworkAccessManager network;
    QNetworkRequest request(QUrl(url.toString() + QStringLiteral("/contacts/search")));
    request.setRawHeader("Authorization", "Bearer " + token);
    request.setRawHeader("Intercom-Version", "2.10");
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    WalkEnd end;
    QElapsedTimer timer;
    timer.start();
    QString cursor;
    do {
        QNetworkReply *reply = network.post(request, bodyFor(cursor));
        QEventLoop loop;
        QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
        loop.exec();
        const QJsonObject page = QJsonDocument::fromJson(reply->readAll()).object();
        reply->deleteLater();
        if (reply->error() != QNetworkReply::NoError)
            return {};
        ++end.requests;
        end.contacts += static_cast<int>(page.value(QStringLiteral("data")).toArray().size());
        cursor = page.value(QStringLiteral("pages"))
                     .toObject()
                     .value(QStringLiteral("next"))
                     .toObject()
                     .value(QStringLiteral("starting_after"))
                     .toString();
    } while (!cursor.isEmpty());
    end.ms = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    return end;
}

} // namespace roster::bench
