// SPDX-License-Identifier: MIT
#include "core/net/netfailure.h"

namespace roster {

namespace {

SendFailure failure(ErrorKind kind, const QString &detail, const EndedReply &reply)
{
    SendFailure result;
    result.kind = kind;
    result.detail = detail;
    result.httpStatus = reply.status;
    result.neverLeft = reply.left == Left::No && reply.status == 0;
    return result;
}

SendFailure finalFailure(ErrorKind kind, const QString &detail, const EndedReply &reply)
{
    SendFailure result = failure(kind, detail, reply);
    result.isFinal = true;
    return result;
}

//! Qt reports most HTTP statuses as errors; those are answers.
bool isStatusError(QNetworkReply::NetworkError error)
{
    if (error == QNetworkReply::ContentReSendError)
        return false;
    // 400 and unknown statuses arrive as this one.
    if (error == QNetworkReply::ProtocolInvalidOperationError)
        return true;
    const bool isAboutContent =
        error > QNetworkReply::UnknownProxyError && error <= QNetworkReply::UnknownContentError;
    return isAboutContent || error >= QNetworkReply::InternalServerError;
}

//! Ends in which no connection came about, so that nothing was sent unless we know better.
SendFailure unconnected(ErrorKind kind, const QString &detail, const EndedReply &reply)
{
    SendFailure result = failure(kind, detail, reply);
    result.neverLeft = reply.left != Left::Yes;
    result.isFinal = kind == ErrorKind::Tls;
    return result;
}

SendFailure unanswered(const EndedReply &reply)
{
    switch (reply.error) {
    case QNetworkReply::HostNotFoundError:
        return unconnected(ErrorKind::NameNotFound, QStringLiteral("host not found"), reply);
    case QNetworkReply::ConnectionRefusedError:
        return unconnected(ErrorKind::Offline, QStringLiteral("connection refused"), reply);
    case QNetworkReply::SslHandshakeFailedError:
        return unconnected(ErrorKind::Tls, QStringLiteral("TLS handshake failed"), reply);
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
        return unconnected(ErrorKind::Offline, QStringLiteral("proxy not usable"), reply);
    case QNetworkReply::TimeoutError:
        return failure(ErrorKind::Timeout, QStringLiteral("no answer in time"), reply);
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::ContentReSendError:
        return failure(ErrorKind::Offline, QStringLiteral("connection closed without an answer"),
                       reply);
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolInvalidOperationError:
        return finalFailure(ErrorKind::Protocol, QStringLiteral("answer: no HTTP"), reply);
    default:
        return failure(ErrorKind::Offline,
                       QStringLiteral("network error %1").arg(static_cast<int>(reply.error)),
                       reply);
    }
}

} // namespace

std::optional<SendFailure> failureOf(const EndedReply &reply)
{
    if (reply.isTimedOut)
        return failure(ErrorKind::Timeout, QStringLiteral("no answer in time"), reply);
    if (reply.error == QNetworkReply::ProxyAuthenticationRequiredError)
        return unconnected(ErrorKind::Offline, QStringLiteral("proxy asks for a password"), reply);
    const bool isAnswer = reply.error == QNetworkReply::NoError || isStatusError(reply.error);
    if (reply.status == 0)
        return unanswered(reply);
    // Qt fails on the 307 and 308 of a body that it cannot send again: still a redirect.
    if (reply.status < 200 || (reply.status >= 300 && reply.status < 400)) {
        return finalFailure(
            ErrorKind::Protocol,
            QStringLiteral("answer: redirect or informational status %1").arg(reply.status), reply);
    }
    if (!isAnswer)
        return failure(ErrorKind::Protocol, QStringLiteral("answer: cut short"), reply);
    return std::nullopt;
}

} // namespace roster
