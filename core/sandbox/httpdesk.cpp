// SPDX-License-Identifier: MIT
#include "core/sandbox/httpdesk.h"

#include "core/sandbox/faultedit.h"
#include "core/sandbox/httprules.h"
#include "core/sandbox/httptarget.h"
#include "core/sandbox/servedfiles.h"
#include "core/sandbox/workspace.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace roster::sandbox {

//! What is known about the call at hand.
struct HttpDesk::Context
{
    std::optional<HttpTarget> target;
    std::optional<RateWindow::Verdict> rate; // nothing before the token is accepted
    QByteArray version = "2.10";             // the effective one
    qint64 nowMs = 0;
    QElapsedTimer runtime;
    bool applied = false;
};

HttpDesk::HttpDesk(const SandboxOptions &options)
    : m_clockMs(options.workspace.clockMs)
    , m_keepsLog(options.keepsLog)
    , m_token(options.token)
    , m_latencyMs(options.latencyMs)
    , m_rate(options.rateLimit)
    , m_faults(options.faults)
{
}

HttpReply HttpDesk::handle(const HttpCall &call, Workspace &workspace)
{
    Context context;
    context.runtime.start();
    context.nowMs = nowMs();
    context.target = parseTarget(call.target);
    if (Workspace::isSupportedVersion(call.version))
        context.version = call.version;

    const bool isFile = context.target && isServedPath(context.target->path);
    HttpReply reply;
    if (isFile)
        reply = fileReply(call, context);
    else if (isAuthorized(call.authorization))
        reply = authorizedReply(call, context, workspace);
    else
        reply = this->reply(Workspace::failure(401, QStringLiteral("unauthorized"),
                                               QStringLiteral("Access Token Invalid")),
                            context);

    note(call, context, reply);
    const QMutexLocker lock(&m_mutex);
    reply.delayMs += m_latencyMs;
    return reply;
}

void HttpDesk::note(const HttpCall &call, const Context &context, const HttpReply &reply)
{
    if (!m_keepsLog)
        return;
    using Delivery = HttpReply::Delivery;
    const bool isAnswered = reply.delivery == Delivery::Whole || reply.delivery == Delivery::Cut;
    const QMutexLocker lock(&m_mutex);
    m_seen.append({.method = call.method,
                   .path = context.target ? context.target->path : QString::fromUtf8(call.target),
                   .query = context.target ? context.target->rawQuery : QByteArray(),
                   .body = call.body,
                   .version = call.version,
                   .authorization = call.authorization,
                   .status = isAnswered ? reply.status : 0,
                   .applied = context.applied,
                   .atMs = context.nowMs});
}

HttpReply HttpDesk::authorizedReply(const HttpCall &call, Context &context, Workspace &workspace)
{
    std::optional<FaultRule> fault;
    {
        const QMutexLocker lock(&m_mutex);
        context.rate = m_rate.take(context.nowMs);
        if (context.rate->isAllowed && context.target)
            fault = m_faults.next(call.method, context.target->path);
    }
    if (!fault)
        return reply(answer(call, context, workspace), context);
    if (fault->carriesOut())
        return spoiled(reply(answer(call, context, workspace), context), *fault);

    const int status = fault->status > 0 ? fault->status : 500;
    if (status == 429)
        context.rate->remaining = 0;
    if (status == 401)
        context.rate.reset();
    return spoiled(reasonReply(status, context), *fault);
}

HttpReply HttpDesk::reasonReply(int status, const Context &context) const
{
    const QString message = QString::fromLatin1(reasonPhrase(status));
    return reply(Workspace::failure(status, codeOfStatus(status), message), context);
}

// Whoever has the address may have the file: it is not the API that serves it, and neither token
// nor limit has to do with it.
HttpReply HttpDesk::fileReply(const HttpCall &call, Context &context)
{
    std::optional<FaultRule> fault;
    {
        const QMutexLocker lock(&m_mutex);
        fault = m_faults.next(call.method, context.target->path);
    }
    if (fault && !fault->carriesOut())
        return spoiled(reasonReply(fault->status > 0 ? fault->status : 500, context), *fault);

    const bool isRead = call.method == "GET" || call.method == "HEAD";
    const auto file = servedFile(context.target->path);
    HttpReply reply = reasonReply(isRead ? 404 : 405, context);
    if (isRead && file) {
        context.applied = true;
        const QByteArray hash = QCryptographicHash::hash(file->bytes, QCryptographicHash::Md5);
        reply = {.status = 200,
                 .headers = {{"Date", httpDate(context.nowMs)},
                             {"Content-Type", file->contentType},
                             {"Cache-Control", "public, max-age=86400"},
                             {"ETag", '"' + hash.toHex() + '"'},
                             {"X-Content-Type-Options", "nosniff"},
                             {"Server", "nginx"}},
                 .body = file->bytes};
        if (!file->downloadName.isEmpty()) {
            reply.headers.append(
                {"Content-Disposition", "attachment; filename=\"" + file->downloadName + '"'});
        }
    }
    return fault ? spoiled(reply, *fault) : reply;
}

Answer HttpDesk::answer(const HttpCall &call, Context &context, Workspace &workspace) const
{
    if (const std::optional<Answer> refused = objection(call, context))
        return *refused;
    Answer answer =
        workspace.handle({.method = call.method,
                          .path = context.target->path,
                          .query = context.target->query,
                          .version = call.version.isEmpty() ? context.version : call.version,
                          .body = call.body,
                          .contentType = call.contentType,
                          .baseUrl = QStringLiteral("http://") + QString::fromLatin1(call.host)});
    context.applied = answer.status >= 200 && answer.status < 300;
    return answer;
}

std::optional<Answer> HttpDesk::objection(const HttpCall &call, const Context &context) const
{
    if (!context.rate->isAllowed) {
        return Workspace::failure(
            429, QStringLiteral("rate_limit_exceeded"),
            QStringLiteral("Exceeded rate limit of %1 in 10_seconds").arg(context.rate->limit));
    }
    if (!context.target) {
        return Workspace::failure(
            400, QStringLiteral("bad_request"),
            QStringLiteral("The request's path or query is not percent-encoded UTF-8"));
    }
    if (!acceptsJson(call.accept)) {
        return Workspace::failure(
            406, QStringLiteral("media_type_not_acceptable"),
            QStringLiteral("The Accept header should send a media type of application/json"));
    }
    const bool isPlain =
        call.contentEncoding.isEmpty() || call.contentEncoding.toLower() == "identity";
    if (!call.body.isEmpty() && (!isJsonType(call.contentType) || !isPlain)) {
        return Workspace::failure(
            415, QStringLiteral("media_type_not_supported"),
            QStringLiteral("The Content-Type header should send a media type of application/json"));
    }
    return std::nullopt;
}

HttpReply HttpDesk::reply(const Answer &answer, const Context &context) const
{
    HttpReply reply;
    reply.status = answer.status;
    if (answer.body.isObject())
        reply.body = QJsonDocument(answer.body.toObject()).toJson(QJsonDocument::Compact);
    const QByteArray status = QByteArray::number(answer.status) + ' ' + reasonPhrase(answer.status);
    reply.headers = {
        {"Date", httpDate(context.nowMs)},
        {"Content-Type", "application/json; charset=utf-8"},
        {"Status", status},
        {"Cache-Control",
         answer.status == 200 ? "max-age=0, private, must-revalidate" : "no-cache"},
        {"Strict-Transport-Security", "max-age=31557600; includeSubDomains; preload"},
        {"X-Intercom-Version",
         QByteArray(QCryptographicHash::hash("sandbox " ROSTER_VERSION, QCryptographicHash::Sha1)
                        .toHex())},
        {"Vary", "Accept-Encoding"},
        {"Intercom-Version", context.version},
        {"X-Runtime", QByteArray::number(double(context.runtime.nsecsElapsed()) / 1e9, 'f', 6)},
        {"X-Frame-Options", "SAMEORIGIN"},
        {"X-Content-Type-Options", "nosniff"},
        {"X-XSS-Protection", "1; mode=block"},
        {"Server", "nginx"}};
    if (answer.status == 200) {
        const QByteArray hash =
            QCryptographicHash::hash(reply.body, QCryptographicHash::Md5).toHex();
        reply.headers.append({"ETag", "W/\"" + hash + '"'});
    }
    if (context.rate && context.rate->limit > 0) {
        reply.headers.append({"X-RateLimit-Limit", QByteArray::number(context.rate->limit)});
        reply.headers.append(
            {"X-RateLimit-Remaining", QByteArray::number(context.rate->remaining)});
        reply.headers.append({"X-RateLimit-Reset", QByteArray::number(context.rate->resetsAt)});
    }
    reply.headers += answer.headers;
    return reply;
}

HttpReply HttpDesk::refusal(int status) const
{
    Context context;
    context.runtime.start();
    context.nowMs = nowMs();
    const QString message = status == 413   ? QStringLiteral("The request's body is too large")
                            : status == 431 ? QStringLiteral("The request's headers are too large")
                                            : QStringLiteral("The request is not valid HTTP");
    return reply(Workspace::failure(status, QStringLiteral("bad_request"), message), context);
}

bool HttpDesk::isAuthorized(const QByteArray &authorization) const
{
    const QByteArray token = bearerToken(authorization);
    const QMutexLocker lock(&m_mutex);
    return !token.isEmpty() && (m_token.isEmpty() || token == m_token);
}

qint64 HttpDesk::nowMs() const
{
    return m_clockMs ? m_clockMs() : QDateTime::currentMSecsSinceEpoch();
}

void HttpDesk::setToken(const QByteArray &token)
{
    const QMutexLocker lock(&m_mutex);
    m_token = token;
}

void HttpDesk::setLatency(int ms)
{
    const QMutexLocker lock(&m_mutex);
    m_latencyMs = ms;
}

void HttpDesk::setRateLimit(int limit)
{
    const QMutexLocker lock(&m_mutex);
    m_rate.setLimit(limit);
}

void HttpDesk::setFaults(const FaultScript &script)
{
    const QMutexLocker lock(&m_mutex);
    m_faults = FaultRun(script);
}

QList<SeenRequest> HttpDesk::seen() const
{
    const QMutexLocker lock(&m_mutex);
    return m_seen;
}

int HttpDesk::count(const QByteArray &method, const QString &glob) const
{
    const QMutexLocker lock(&m_mutex);
    return static_cast<int>(
        std::count_if(m_seen.begin(), m_seen.end(), [&](const SeenRequest &seen) {
            return (method.isEmpty() || method == "*" || seen.method == method) &&
                   matchesPath(glob, seen.path);
        }));
}

void HttpDesk::clearSeen()
{
    const QMutexLocker lock(&m_mutex);
    m_seen.clear();
}

} // namespace roster::sandbox
