// SPDX-License-Identifier: MIT
#include "core/net/filedownload.h"

#include "core/domain/httpstatus.h"
#include "core/net/netfailure.h"
#include "core/net/strangerrequest.h"

#include <QtNetwork/QNetworkAccessManager>
#include <QtNetwork/QNetworkReply>

namespace roster {

namespace {

constexpr int MostRedirects = 5;

ApiError refused(ErrorKind kind, const QString &code)
{
    ApiError error;
    error.kind = kind;
    error.code = code;
    return error;
}

QNetworkRequest requestFor(const QUrl &url)
{
    QNetworkRequest request = requestToStranger(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::NoLessSafeRedirectPolicy);
    request.setMaximumRedirectsAllowed(MostRedirects);
    return request;
}

} // namespace

FileDownload::FileDownload(const QUrl &url, const QString &path, const Limits &limits,
                           OperationOf<Done> *operation)
    : QObject(operation)
    , m_limits(limits)
    , m_operation(operation)
    , m_file(path)
{
    m_operation->setCanceller([this] { end(ApiError::cancelled(Effect::NotApplied)); });
    constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
    if (!mayAskStranger(url))
        end(refused(ErrorKind::Invalid, QStringLiteral("unsafe_address")));
    else if (!m_file.open(QIODevice::WriteOnly) || !m_file.setPermissions(ownerOnly))
        end(ApiError::storage(m_file.errorString()));
    else
        start(url);
}

FileDownload::~FileDownload()
{
    if (m_reply)
        m_reply->disconnect(this);
}

void FileDownload::start(const QUrl &url)
{
    m_manager = std::make_unique<QNetworkAccessManager>();
    m_patience.setSingleShot(true);
    m_patience.setInterval(m_limits.patienceMs);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        m_isTimedOut = true;
        m_reply->abort();
    });
    m_reply = m_manager->get(requestFor(url));
    connect(m_reply, &QNetworkReply::redirected, this, [this](const QUrl &next) {
        if (!mayAskStranger(next))
            end(refused(ErrorKind::Invalid, QStringLiteral("unsafe_address")));
    });
    connect(m_reply, &QNetworkReply::readyRead, this, &FileDownload::take);
    connect(m_reply, &QNetworkReply::finished, this, &FileDownload::finish);
    m_patience.start();
}

void FileDownload::take()
{
    m_patience.start();
    const QByteArray bytes = m_reply->readAll();
    m_taken += bytes.size();
    if (m_taken > m_limits.largest)
        return end(refused(ErrorKind::Protocol, QStringLiteral("too_large")));
    if (m_file.write(bytes) != bytes.size())
        end(ApiError::storage(m_file.errorString()));
}

void FileDownload::finish()
{
    if (m_reply->isOpen() && m_reply->bytesAvailable() > 0)
        take();
    if (m_operation->isSettled())
        return;
    EndedReply ended;
    ended.error = m_reply->error();
    ended.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    ended.isTimedOut = m_isTimedOut;
    if (ended.status >= 400) {
        ApiError error = refused(errorKindOf(ended.status), {});
        error.httpStatus = ended.status;
        return end(error);
    }
    if (const auto failure = failureOf(ended)) {
        ApiError error = refused(failure->kind, {});
        error.detail = failure->detail;
        return end(error);
    }
    if (!m_file.commit())
        return end(ApiError::storage(m_file.errorString()));
    end(Done());
}

void FileDownload::end(const Result<Done> &result)
{
    m_patience.stop();
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->abort();
    }
    if (!result && m_file.isOpen())
        m_file.cancelWriting();
    m_operation->settle(result);
}

} // namespace roster
