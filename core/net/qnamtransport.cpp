// SPDX-License-Identifier: MIT
#include "core/net/qnamtransport.h"

#include "core/net/oneshotbody.h"
#include "core/net/redaction.h"

#include <QtCore/QElapsedTimer>
#include <QtNetwork/QHostAddress>
#include <QtNetwork/QNetworkAccessManager>
#include <QtNetwork/QNetworkRequest>

#include <algorithm>

namespace roster {

namespace {

//! What Qt opens to one host, without HTTP/2.
constexpr int ConnectionsOfManager = 6;

//! A segment of dots would be taken for another path on the way, percent-encoded or not.
bool hasDotSegments(const QByteArray &path)
{
    const QList<QByteArray> segments = path.split('/');
    return std::any_of(segments.begin(), segments.end(), [](const QByteArray &segment) {
        const QByteArray plain = QByteArray::fromPercentEncoding(segment);
        return plain == "." || plain == "..";
    });
}

//! The request's address below `base`; invalid when it would leave the base's origin.
QUrl addressOf(const HttpRequest &request, const QUrl &base)
{
    if (!request.path.startsWith('/') || hasDotSegments(request.path))
        return {};
    QUrl url = base;
    QString prefix = base.path(QUrl::FullyEncoded);
    while (prefix.endsWith(QLatin1Char('/')))
        prefix.chop(1);
    url.setPath(prefix + QString::fromLatin1(request.path), QUrl::TolerantMode);
    if (!request.query.isEmpty())
        url.setQuery(request.query);
    const bool isSameOrigin = url.scheme() == base.scheme() && url.host() == base.host() &&
                              url.port() == base.port() && url.userInfo().isEmpty();
    return isSameOrigin ? url : QUrl();
}

void setAttributes(QNetworkRequest &request)
{
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute,
                         QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, true);
}

void setHeaders(QNetworkRequest &request, const Endpoint &endpoint, bool hasBody)
{
    if (!endpoint.token.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + endpoint.token);
    if (!endpoint.version.isEmpty())
        request.setRawHeader("Intercom-Version", endpoint.version);
    request.setRawHeader("Accept", "application/json");
    request.setRawHeader("User-Agent", "Roster/" ROSTER_VERSION);
    if (hasBody)
        request.setHeader(QNetworkRequest::ContentTypeHeader,
                          QByteArrayLiteral("application/json"));
}

SendFailure refusal(const QUrl &url)
{
    SendFailure failure;
    failure.neverLeft = true;
    failure.isFinal = true;
    failure.kind = url.isValid() ? ErrorKind::Tls : ErrorKind::Protocol;
    failure.detail = url.isValid() ? QStringLiteral("not sent: no https")
                                   : QStringLiteral("not sent: address outside the workspace");
    return failure;
}

void logOutcome(const HttpRequest &request, const HttpOutcome &outcome, qint64 ms)
{
    const auto *response = std::get_if<HttpResponse>(&outcome);
    if (response) {
        qCInfo(netLog).noquote() << request.method << loggedPath(request.path) << response->status
                                 << ms << "ms" << response->header("X-Request-Id");
        return;
    }
    qCInfo(netLog).noquote() << request.method << loggedPath(request.path)
                             << std::get<SendFailure>(outcome).detail << ms << "ms";
}

} // namespace

QnamTransport::QnamTransport(QObject *parent)
    : QnamTransport(Options(), parent)
{
}

QnamTransport::QnamTransport(Options options, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_lines(static_cast<size_t>(std::max(m_options.managers, 1)))
{
    if (m_options.extraCertificates.isEmpty())
        return;
    // Once and not with each request: the system's are read from files.
    m_tls = QSslConfiguration::defaultConfiguration();
    m_tls->setCaCertificates(QSslConfiguration::systemCaCertificates() +
                             m_options.extraCertificates);
}

QnamTransport::~QnamTransport()
{
    // Exchanges count themselves off their line when they go, so they go first.
    qDeleteAll(findChildren<QnamExchange *>(Qt::FindDirectChildrenOnly));
}

void QnamTransport::setEndpoint(const Endpoint &endpoint)
{
    m_isMultiplexed = m_isMultiplexed && endpoint.baseUrl == m_endpoint.baseUrl;
    m_endpoint = endpoint;
}

Exchange *QnamTransport::send(const HttpRequest &request)
{
    auto *exchange = new QnamExchange(this);
    const QUrl url = addressOf(request, m_endpoint.baseUrl);
    QElapsedTimer timer;
    timer.start();
    connect(exchange, &Exchange::finished, this, [request, timer](const HttpOutcome &outcome) {
        logOutcome(request, outcome, timer.elapsed());
    });
    if (url.isValid() && isSafeToSendTo(url))
        start(request, url, *exchange);
    else
        exchange->refuse(refusal(url));
    return exchange;
}

QnamTransport::Line &QnamTransport::freeLine()
{
    if (m_isMultiplexed)
        return m_lines.front();
    const auto isFree = [](const Line &line) { return line.load < ConnectionsOfManager; };
    const auto isLess = [](const Line &a, const Line &b) { return a.load < b.load; };
    const auto free = std::find_if(m_lines.begin(), m_lines.end(), isFree);
    return free != m_lines.end() ? *free
                                 : *std::min_element(m_lines.begin(), m_lines.end(), isLess);
}

void QnamTransport::noteProtocol(const QNetworkReply &reply)
{
    if (reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).isValid())
        m_isMultiplexed = reply.attribute(QNetworkRequest::Http2WasUsedAttribute).toBool();
}

void QnamTransport::start(const HttpRequest &request, const QUrl &url, QnamExchange &exchange)
{
    Line &line = freeLine();
    if (!line.manager)
        line.manager = std::make_unique<QNetworkAccessManager>();
    ++line.load;
    connect(&exchange, &QObject::destroyed, this, [&line] { --line.load; });
    QNetworkRequest wire(url);
    setAttributes(wire);
    setHeaders(wire, m_endpoint, request.body.has_value());
    if (m_tls)
        wire.setSslConfiguration(*m_tls);
    OneShotBody *body = nullptr;
    if (request.isWrite() || request.body) {
        const QByteArray data = request.body.value_or(QByteArray());
        wire.setHeader(QNetworkRequest::ContentLengthHeader, data.size());
        body = new OneShotBody(data);
    }
    QNetworkReply *reply = line.manager->sendCustomRequest(wire, request.method, body);
    connect(reply, &QNetworkReply::metaDataChanged, this, [this, reply] { noteProtocol(*reply); });
    exchange.follow(reply, body, m_options.limits);
}

QList<QSslCertificate> certificatesIn(const QString &pemFile)
{
    return QSslCertificate::fromPath(pemFile, QSsl::Pem,
                                     QSslCertificate::PatternSyntax::FixedString);
}

bool isSafeToSendTo(const QUrl &url)
{
    if (url.host().isEmpty())
        return false;
    if (url.scheme() == QLatin1String("https"))
        return true;
    if (url.scheme() != QLatin1String("http"))
        return false;
    return url.host() == QLatin1String("localhost") || QHostAddress(url.host()).isLoopback();
}

} // namespace roster
