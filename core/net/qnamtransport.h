// SPDX-License-Identifier: MIT
#pragma once

#include "core/net/qnamexchange.h"
#include "core/net/transport.h"

#include <QtNetwork/QSslCertificate>

#include <memory>
#include <vector>

class QNetworkAccessManager;

namespace roster {

//! Sends over QNetworkAccessManager, to the endpoint's own origin and nowhere else: no redirect, no
//! cookie, no cache, no stored password, no ignored TLS error, https unless the host is this
//! machine. Every write is sent once per send(), whatever the server does (see OneShotBody). Reads
//! may be sent a second time by Qt when a kept connection turns out to be dead.
class QnamTransport final : public QObject, public Transport
{
    Q_OBJECT

public:
    struct Options
    {
        QnamExchange::Limits limits;
        //! Managers to spread requests over: each holds six connections at HTTP/1.1. As many as
        //! a Dispatcher may have under way.
        int managers = 5;
        //! Trusted beside the system's (`--ca-file`).
        QList<QSslCertificate> extraCertificates;
    };

    explicit QnamTransport(QObject *parent = nullptr);
    QnamTransport(Options options, QObject *parent);
    ~QnamTransport() override;

    void setEndpoint(const Endpoint &endpoint) override;
    const Endpoint &endpoint() const override { return m_endpoint; }
    Exchange *send(const HttpRequest &request) override;

private:
    struct Line
    {
        std::unique_ptr<QNetworkAccessManager> manager;
        int load = 0;
    };

    Line &leastLoaded();
    void start(const HttpRequest &request, const QUrl &url, QnamExchange &exchange);

    Options m_options;
    Endpoint m_endpoint;
    std::vector<Line> m_lines;
};

//! The certificates in a PEM file; empty when it cannot be read or holds none.
QList<QSslCertificate> certificatesIn(const QString &pemFile);

//! True when the token may travel to `url`: https, or http to this machine.
bool isSafeToSendTo(const QUrl &url);

} // namespace roster
