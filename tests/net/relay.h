// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QPointer>
#include <QtCore/QUrl>
#include <QtNetwork/QTcpServer>
#include <QtNetwork/QTcpSocket>

namespace roster::test {

//! Passes bytes on to a port of this machine and back, and can drop whoever is connected: a network
//! that breaks while what is behind it goes on.
class Relay
{
public:
    explicit Relay(quint16 target)
        : m_target(target)
    {
        m_server.listen(QHostAddress::LocalHost);
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] { accept(); });
    }

    quint16 port() const { return m_server.serverPort(); }
    //! Connections so far.
    int connections() const { return m_connections; }

    void dropAll()
    {
        for (const QPointer<QTcpSocket> &client : std::as_const(m_clients)) {
            if (client)
                client->abort();
        }
        m_clients.clear();
    }

private:
    void accept()
    {
        while (QTcpSocket *client = m_server.nextPendingConnection()) {
            ++m_connections;
            m_clients.append(client);
            auto *behind = new QTcpSocket(client);
            behind->connectToHost(QHostAddress(QHostAddress::LocalHost), m_target);
            const auto pass = [](QTcpSocket *from, QTcpSocket *to) {
                QObject::connect(from, &QTcpSocket::readyRead, to,
                                 [from, to] { to->write(from->readAll()); });
            };
            pass(client, behind);
            pass(behind, client);
            QObject::connect(behind, &QTcpSocket::disconnected, client, &QTcpSocket::abort);
            QObject::connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
        }
    }

    quint16 m_target;
    QTcpServer m_server;
    QList<QPointer<QTcpSocket>> m_clients;
    int m_connections = 0;
};

} // namespace roster::test
