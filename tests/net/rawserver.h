// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QHash>
#include <QtCore/QList>
#include <QtCore/QUrl>
#include <QtNetwork/QHostAddress>
#include <QtNetwork/QTcpServer>
#include <QtNetwork/QTcpSocket>

#include <functional>

namespace roster::test {

//! A request as it came over the wire.
struct RawRequest
{
    QByteArray line;
    QByteArray head;
    QByteArray body;

    //! The header's value; names are compared without case; empty when absent.
    QByteArray header(const QByteArray &name) const
    {
        for (const QByteArray &row : head.split('\n')) {
            const qsizetype colon = row.indexOf(':');
            if (colon > 0 && row.left(colon).trimmed().compare(name, Qt::CaseInsensitive) == 0)
                return row.mid(colon + 1).trimmed();
        }
        return {};
    }
};

//! A server that does with each request what the test says, down to the bytes. Loopback only, any
//! free port. It counts every complete request.
class RawServer
{
public:
    using Answer = std::function<void(QTcpSocket &, const RawRequest &)>;

    explicit RawServer(Answer answer)
        : m_answer(std::move(answer))
    {
        m_server.listen(QHostAddress::LocalHost);
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] { accept(); });
    }

    QUrl url() const
    {
        return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_server.serverPort()));
    }
    const QList<RawRequest> &requests() const { return m_requests; }
    int count() const { return static_cast<int>(m_requests.size()); }
    int connections() const { return m_connections; }

    //! A whole answer with a body and its length.
    static QByteArray answer(int status, const QByteArray &body = "{}",
                             const QByteArray &headers = {})
    {
        return "HTTP/1.1 " + QByteArray::number(status) +
               " Told\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" + headers +
               "\r\n" + body;
    }

private:
    void accept()
    {
        while (QTcpSocket *socket = m_server.nextPendingConnection()) {
            ++m_connections;
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
                m_pending[socket] += socket->readAll();
                take(*socket);
            });
            QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        }
    }

    void take(QTcpSocket &socket)
    {
        QByteArray &bytes = m_pending[&socket];
        const qsizetype end = bytes.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        RawRequest request;
        const QByteArray head = bytes.left(end);
        request.line = head.left(head.indexOf("\r\n"));
        request.head = head.mid(request.line.size() + 2);
        const qsizetype size = request.header("Content-Length").toLongLong();
        if (bytes.size() < end + 4 + size)
            return;
        request.body = bytes.mid(end + 4, size);
        bytes.remove(0, end + 4 + size);
        m_requests.append(request);
        m_answer(socket, request);
    }

    QTcpServer m_server;
    Answer m_answer;
    QHash<QTcpSocket *, QByteArray> m_pending;
    QList<RawRequest> m_requests;
    int m_connections = 0;
};

} // namespace roster::test
