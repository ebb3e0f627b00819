// SPDX-License-Identifier: MIT
#include "core/net/qnamexchange.h"

#include "core/net/netfailure.h"
#include "core/net/oneshotbody.h"

namespace roster {

namespace {

int statusOf(const QNetworkReply &reply)
{
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

//! What the head promises; -1 when it does not say.
qint64 promisedSize(const QNetworkReply &reply)
{
    bool isNumber = false;
    const qint64 size = reply.rawHeader("Content-Length").toLongLong(&isNumber);
    return isNumber ? size : -1;
}

} // namespace

QnamExchange::~QnamExchange()
{
    m_isOver = true;
    dropReply();
}

void QnamExchange::follow(QNetworkReply *reply, OneShotBody *body, const Limits &limits)
{
    m_reply = reply;
    m_body = body;
    m_limits = limits;
    m_reply->setParent(this);
    if (m_body)
        m_body->setParent(m_reply);
    m_patience.setSingleShot(true);
    m_patience.setInterval(limits.timeout);
    const auto wait = [this] { m_patience.start(); };
    connect(m_reply, &QNetworkReply::requestSent, this, [this] { m_wasSent = true; });
    connect(m_reply, &QNetworkReply::uploadProgress, this, wait);
    connect(m_reply, &QNetworkReply::readyRead, this, &QnamExchange::collect);
    connect(m_reply, &QNetworkReply::finished, this, &QnamExchange::finishReply);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        m_isTimedOut = true;
        m_reply->abort();
    });
    m_patience.start();
}

void QnamExchange::refuse(const SendFailure &failure)
{
    QMetaObject::invokeMethod(
        this,
        [this, failure] {
            if (!m_isOver)
                finish(failure);
        },
        Qt::QueuedConnection);
}

void QnamExchange::abort()
{
    if (m_isOver)
        return;
    m_isOver = true;
    dropReply();
    deleteLater();
}

void QnamExchange::collect()
{
    m_patience.start();
    m_collected += m_reply->readAll();
    if (m_collected.size() > m_limits.largestBody || promisedSize(*m_reply) > m_limits.largestBody)
        finishTooLarge();
}

void QnamExchange::finishTooLarge()
{
    SendFailure failure;
    failure.kind = ErrorKind::Protocol;
    failure.isFinal = true;
    failure.httpStatus = statusOf(*m_reply);
    failure.detail = QStringLiteral("answer: larger than %1 bytes").arg(m_limits.largestBody);
    finish(failure);
}

void QnamExchange::finishReply()
{
    // Aborting closes it.
    if (m_reply->isOpen())
        m_collected += m_reply->readAll();
    EndedReply ended;
    ended.error = m_reply->error();
    ended.status = statusOf(*m_reply);
    ended.left = left();
    ended.isTimedOut = m_isTimedOut;
    if (const auto failure = failureOf(ended)) {
        finish(*failure);
        return;
    }
    HttpResponse response;
    response.status = ended.status;
    response.headers = m_reply->rawHeaderPairs();
    response.body = m_collected;
    finish(response);
}

void QnamExchange::finish(const HttpOutcome &outcome)
{
    m_isOver = true;
    dropReply();
    deleteLater();
    Q_EMIT finished(outcome);
}

void QnamExchange::dropReply()
{
    m_patience.stop();
    if (!m_reply)
        return;
    m_reply->disconnect(this);
    m_reply->abort();
    m_reply->deleteLater();
    m_reply = nullptr;
    m_body = nullptr;
}

Left QnamExchange::left() const
{
    if (m_wasSent || (m_body && m_body->wasRead()))
        return Left::Yes;
    // Qt tells of the sending of requests with a body or without one, but of no empty body.
    return m_body && m_body->isEmpty() ? Left::NotKnown : Left::No;
}

} // namespace roster
