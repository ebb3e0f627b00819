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
    result.neverLeft = !reply.mayHaveLeft && reply.status == 0;
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
    const bool isAboutContent =
        error > QNetworkReply::UnknownProxyError && error <= QNetworkReply::UnknownContentError;
    return isAboutContent || error >= QNetworkReply::InternalServerError;
}

//! Ends in which no connection came about.
std::optional<SendFailure> unconnected(const EndedReply &reply)
{
    switch (reply.error) {
    case QNetworkReply::HostNotFoundError:
        return failure(ErrorKind::NameNotFound, QStringLiteral("host not found"), reply);
    case QNetworkReply::ConnectionRefusedError:
        return failure(ErrorKind::Offline, QStringLiteral("connection refused"), reply);
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return failure(ErrorKind::Offline, QStringLiteral("proxy not usable"), reply);
    case QNetworkReply::SslHandshakeFailedError:
        return finalFailure(ErrorKind::Tls, QStringLiteral("TLS handshake failed"), reply);
    default:
        return std::nullopt;
    }
}

SendFailure unanswered(const EndedReply &reply)
{
    switch (reply.error) {
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
    if (const auto failed = unconnected(reply))
        return failed;
    const bool isAnswer = reply.error == QNetworkReply::NoError || isStatusError(reply.error);
    if (reply.status == 0)
        return unanswered(reply);
    if (!isAnswer || reply.isCut)
        return failure(ErrorKind::Protocol, QStringLiteral("answer: cut short"), reply);
    if (reply.status < 200 || (reply.status >= 300 && reply.status < 400)) {
        return finalFailure(
            ErrorKind::Protocol,
            QStringLiteral("answer: redirect or informational status %1").arg(reply.status), reply);
    }
    return std::nullopt;
}

} // namespace roster
