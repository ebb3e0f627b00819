// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QUrl>

#include <algorithm>
#include <memory>
#include <sys/socket.h>
#include <utility>

namespace roster::test {

//! What came back for a request of HttpProbe.
struct ProbeReply
{
    int status = 0; //!< 0 when there was no answer
    QNetworkReply::NetworkError error = QNetworkReply::NoError;
    QList<QNetworkReply::RawHeaderPair> headers;
    QByteArray body;

    [[nodiscard]] QByteArray header(const QByteArray &name) const
    {
        for (const auto &[key, value] : headers) {
            if (key.compare(name, Qt::CaseInsensitive) == 0)
                return value;
        }
        return {};
    }
    [[nodiscard]] bool hasHeader(const QByteArray &name) const
    {
        return std::any_of(headers.begin(), headers.end(), [&](const auto &pair) {
            return pair.first.compare(name, Qt::CaseInsensitive) == 0;
        });
    }
    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
    [[nodiscard]] QString code() const
    {
        return json().value(u"errors").toArray().at(0).toObject().value(u"code").toString();
    }
};

//! Sends single requests through a QNetworkAccessManager and waits for each.
class HttpProbe
{
public:
    HttpProbe(const QUrl &base, const QByteArray &token)
        : m_base(base)
        , m_token(token)
    {
    }

    //! A request with the usual headers; an empty token leaves Authorization out.
    [[nodiscard]] QNetworkRequest request(const QString &path) const
    {
        QNetworkRequest request(QUrl(m_base.toString() + path));
        if (!m_token.isEmpty())
            request.setRawHeader("Authorization", "Bearer " + m_token);
        request.setRawHeader("Accept", "application/json");
        request.setRawHeader("Intercom-Version", "2.10");
        return request;
    }

    ProbeReply send(const QByteArray &method, const QString &path, const QByteArray &body = {})
    {
        QNetworkRequest prepared = request(path);
        if (!body.isEmpty())
            prepared.setHeader(QNetworkRequest::ContentTypeHeader, QByteArray("application/json"));
        return send(method, prepared, body);
    }

    ProbeReply send(const QByteArray &method, const QNetworkRequest &prepared,
                    const QByteArray &body = {})
    {
        const std::unique_ptr<QNetworkReply> reply(start(method, prepared, body));
        wait(*reply);
        return result(*reply);
    }

    ProbeReply get(const QString &path) { return send("GET", path); }

    //! Sends without waiting; the caller owns the reply.
    [[nodiscard]] QNetworkReply *start(const QByteArray &method, const QNetworkRequest &prepared,
                                       const QByteArray &body = {})
    {
        return m_manager.sendCustomRequest(prepared, method, body);
    }

    static bool wait(QNetworkReply &reply, int ms = 20'000)
    {
        QSignalSpy finished(&reply, &QNetworkReply::finished);
        return reply.isFinished() || finished.wait(ms);
    }

    static ProbeReply result(QNetworkReply &reply)
    {
        return {.status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
                .error = reply.error(),
                .headers = reply.rawHeaderPairs(),
                .body = reply.isOpen() ? reply.readAll() : QByteArray()};
    }

private:
    QUrl m_base;
    QByteArray m_token;
    QNetworkAccessManager m_manager;
};

//! A bare TCP connection to the sandbox, for what no HTTP client would send.
class RawClient
{
public:
    explicit RawClient(const QUrl &base)
    {
        m_socket.connectToHost(base.host(), static_cast<quint16>(base.port()));
        m_connected = m_socket.waitForConnected(5000);
    }

    [[nodiscard]] bool isConnected() const { return m_connected; }
    QTcpSocket &socket() { return m_socket; }

    void send(const QByteArray &bytes)
    {
        m_socket.write(bytes);
        while (m_socket.bytesToWrite() > 0 && m_socket.waitForBytesWritten(5000)) {
        }
    }

    //! Says that nothing more comes, and goes on listening.
    void finish() { ::shutdown(static_cast<int>(m_socket.socketDescriptor()), SHUT_WR); }

    //! The next whole answer (head and body) of a keep-alive connection; empty when none came.
    QByteArray answer(int ms = 10'000)
    {
        qsizetype end = -1;
        while ((end = m_pending.indexOf("\r\n\r\n")) < 0) {
            if (!more(ms))
                return {};
        }
        const qsizetype length = end + 4 + contentLength(m_pending.first(end));
        while (m_pending.size() < length) {
            if (!more(ms))
                return {};
        }
        const QByteArray whole = m_pending.first(length);
        m_pending.remove(0, length);
        return whole;
    }

    //! Everything until the server closes; \a isClosed tells whether it did within \a ms.
    QByteArray untilClosed(bool *isClosed = nullptr, int ms = 10'000)
    {
        while (more(ms)) {
        }
        if (isClosed)
            *isClosed = m_socket.state() != QAbstractSocket::ConnectedState;
        return std::exchange(m_pending, {});
    }

    static int status(const QByteArray &answer) { return answer.mid(9, 3).toInt(); }

private:
    bool more(int ms)
    {
        if (m_socket.bytesAvailable() == 0 && !m_socket.waitForReadyRead(ms))
            return false;
        m_pending += m_socket.readAll();
        return true;
    }

    static qsizetype contentLength(const QByteArray &head)
    {
        for (const QByteArray &line : head.split('\n')) {
            if (line.toLower().startsWith("content-length:"))
                return line.sliced(15).trimmed().toLongLong();
        }
        return 0;
    }

    QTcpSocket m_socket;
    QByteArray m_pending;
    bool m_connected = false;
};

//! The usual head of a raw request with the fixture's token.
inline QByteArray rawRequest(const QByteArray &method, const QByteArray &target,
                             const QByteArray &more = {})
{
    return method + ' ' + target +
           " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer test-token\r\n" + more + "\r\n";
}

} // namespace roster::test
