// SPDX-License-Identifier: MIT
#pragma once

#include "core/net/qnamexchange.h"
#include "core/net/transport.h"

#include <QtNetwork/QSslCertificate>
#include <QtNetwork/QSslConfiguration>

#include <memory>
#include <optional>
#include <vector>

class QNetworkAccessManager;

namespace roster {

//! Sends over QNetworkAccessManager, to the endpoint's own origin and nowhere else: no redirect, no
//! cookie, no cache, no stored password, no ignored TLS error, https unless the host is this
//! machine. Every write is sent once per send(), whatever the server does (see OneShotBody). Reads
//! may be sent a second time by Qt when a kept connection turns out to be dead.
//!
//! HTTP/2 where the server offers it (ALPN): one connection then carries everything. Else as many
//! connections as requests under way, six to a manager, those in use before new ones.
class QnamTransport final : public QObject, public Transport
{
    Q_OBJECT

public:
    struct Options
    {
        QnamExchange::Limits limits;
        //! Managers to spread requests over, each made when it is first needed: enough for what a
        //! Dispatcher may have under way.
        int managers = 17;
        //! Trusted beside the system's (`--ca-file`).
        QList<QSslCertificate> extraCertificates;
    };

    explicit QnamTransport(QObject *parent = nullptr);
    QnamTransport(Options options, QObject *parent);
    ~QnamTransport() override;

    void setEndpoint(const Endpoint &endpoint) override;
    const Endpoint &endpoint() const override { return m_endpoint; }
    Exchange *send(const HttpRequest &request) override;

    //! The last answer came over HTTP/2.
    bool isMultiplexed() const { return m_isMultiplexed; }

private:
    struct Line
    {
        std::unique_ptr<QNetworkAccessManager> manager;
        int load = 0;
    };

    Line &freeLine();
    void noteProtocol(const QNetworkReply &reply);
    void start(const HttpRequest &request, const QUrl &url, QnamExchange &exchange);

    Options m_options;
    //! Unless it is Qt's own.
    std::optional<QSslConfiguration> m_tls;
    Endpoint m_endpoint;
    std::vector<Line> m_lines;
    bool m_isMultiplexed = false;
};

//! The certificates in a PEM file; empty when it cannot be read or holds none.
QList<QSslCertificate> certificatesIn(const QString &pemFile);

//! True when the token may travel to `url`: https, or http to this machine.
bool isSafeToSendTo(const QUrl &url);

} // namespace roster
