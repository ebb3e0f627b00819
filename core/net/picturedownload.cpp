// SPDX-License-Identifier: MIT
#include "core/net/picturedownload.h"

#include "core/net/strangerrequest.h"

#include <QtNetwork/QNetworkAccessManager>
#include <QtNetwork/QNetworkReply>

namespace roster {

namespace {

QNetworkRequest requestFor(const QUrl &url)
{
    QNetworkRequest request = requestToStranger(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute,
                         QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setRawHeader("Accept", "image/png, image/jpeg, image/webp, image/gif");
    // Compressed, a small answer could become a very large one.
    request.setRawHeader("Accept-Encoding", "identity");
    return request;
}

ErrorKind kindOf(const QNetworkReply &reply, int status)
{
    if (status == 404 || status == 410)
        return ErrorKind::NotFound;
    if (status == 401 || status == 403)
        return ErrorKind::Forbidden;
    if (status >= 500)
        return ErrorKind::Server;
    if (status >= 400)
        return ErrorKind::Invalid;
    switch (reply.error()) {
    case QNetworkReply::HostNotFoundError:
        return ErrorKind::NameNotFound;
    case QNetworkReply::SslHandshakeFailedError:
        return ErrorKind::Tls;
    default:
        return ErrorKind::Offline;
    }
}

} // namespace

PictureDownload::PictureDownload(QNetworkAccessManager &manager, const QUrl &url,
                                 const Rules &rules, Then then, QObject *parent)
    : QObject(parent)
    , m_manager(manager)
    , m_rules(rules)
    , m_then(std::move(then))
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this,
            [this] { refuse(ErrorKind::Timeout, "not in time"); });
    m_deadline.start(rules.deadline);
    // Whoever asked is not told before it knows what it asked.
    QMetaObject::invokeMethod(
        this, [this, url] { start(url); }, Qt::QueuedConnection);
}

PictureDownload::~PictureDownload()
{
    if (!m_reply)
        return;
    m_reply->disconnect(this);
    m_reply->abort();
    m_reply->deleteLater();
}

bool PictureDownload::isAllowed(const QUrl &url, bool allowsLoopback)
{
    return mayAskStranger(url) && (allowsLoopback || url.scheme() == QLatin1String("https"));
}

void PictureDownload::start(const QUrl &url)
{
    if (!isAllowed(url, m_rules.allowsLoopback))
        return refuse(ErrorKind::Invalid, "address");
    m_bytes.clear();
    m_reply = m_manager.get(requestFor(url));
    // What is not read from here is not taken from the line either.
    m_reply->setReadBufferSize(m_rules.mostBytes + 1);
    connect(m_reply, &QNetworkReply::readyRead, this, &PictureDownload::readSome);
    connect(m_reply, &QNetworkReply::finished, this, &PictureDownload::replied);
}

void PictureDownload::readSome()
{
    const qint64 announced = m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong();
    m_bytes += m_reply->read(m_rules.mostBytes + 1 - m_bytes.size());
    if (announced > m_rules.mostBytes || m_bytes.size() > m_rules.mostBytes)
        refuse(ErrorKind::Invalid, "too large");
}

void PictureDownload::replied()
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QUrl target = m_reply->attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl();
    if (status >= 300 && status < 400 && target.isValid())
        return follow(m_reply->url(), target);
    if (m_reply->error() != QNetworkReply::NoError || status != 200)
        return refuse(kindOf(*m_reply, status), "refused");
    readSome();
    // Nothing more to tell when it was too large.
    tell(m_bytes);
}

void PictureDownload::follow(const QUrl &from, const QUrl &to)
{
    const QUrl next = from.resolved(to);
    m_reply->disconnect(this);
    m_reply->deleteLater();
    m_reply = nullptr;
    if (++m_redirects > m_rules.redirects)
        return refuse(ErrorKind::Invalid, "redirected too often");
    if (next.scheme() != from.scheme())
        return refuse(ErrorKind::Invalid, "redirected to another scheme");
    start(next);
}

void PictureDownload::refuse(ErrorKind kind, const char *why)
{
    ApiError error;
    error.kind = kind;
    error.detail = QLatin1String(why);
    tell(error);
}

void PictureDownload::tell(const Result<QByteArray> &result)
{
    if (!m_then)
        return;
    m_deadline.stop();
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->abort();
        m_reply->deleteLater();
        m_reply = nullptr;
    }
    deleteLater();
    const Then then = std::exchange(m_then, nullptr);
    then(result);
}

} // namespace roster
