// SPDX-License-Identifier: MIT
#include "core/sandbox/faultedit.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace roster::sandbox {

namespace {

QJsonValue swapped(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::String:
        return 42;
    case QJsonValue::Double:
    case QJsonValue::Bool:
        return QStringLiteral("wrong type");
    case QJsonValue::Array:
        return QJsonObject{{QStringLiteral("wrong"), true}};
    case QJsonValue::Object:
        return QJsonArray{QStringLiteral("wrong")};
    default:
        return true;
    }
}

void setHeader(HttpHeaders &headers, const QByteArray &name, const std::optional<QByteArray> &value)
{
    const auto isNamed = [&](const auto &header) {
        return header.first.compare(name, Qt::CaseInsensitive) == 0;
    };
    headers.removeIf(isNamed);
    if (value)
        headers.append({name, *value});
}

void makePage(HttpReply &reply, int status)
{
    reply.status = status > 0 ? status : 403;
    reply.body = "<html><head><title>" + QByteArray::number(reply.status) +
                 "</title></head><body><center><h1>Request blocked</h1></center></body></html>\n";
    reply.headers = {{"Server", "awselb/2.0"}, {"Content-Type", "text/html"}};
}

void breakOff(QByteArray &body)
{
    body = body.size() > 2 ? body.first(body.size() * 2 / 3) : QByteArray("{");
}

} // namespace

QJsonValue withWrongTypes(const QJsonValue &value)
{
    if (!value.isObject())
        return swapped(value);
    QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        it.value() = swapped(it.value());
    return object;
}

HttpReply spoiled(HttpReply reply, const FaultRule &rule)
{
    using Delivery = HttpReply::Delivery;
    reply.delayMs += rule.delayMs;
    if (rule.action == FaultAction::Html)
        makePage(reply, rule.status);
    else if (rule.status > 0)
        reply.status = rule.status;
    if (rule.body)
        reply.body = *rule.body;
    for (const auto &[name, value] : rule.headers)
        setHeader(reply.headers, name, value);

    switch (rule.action) {
    case FaultAction::CutBody:
        reply.delivery = Delivery::Cut;
        reply.cutAfter = rule.bytes >= 0 ? rule.bytes : reply.body.size() / 2;
        break;
    case FaultAction::InvalidJson:
        if (!rule.body)
            breakOff(reply.body);
        break;
    case FaultAction::WrongType:
        if (!rule.body) {
            const QJsonObject object = QJsonDocument::fromJson(reply.body).object();
            reply.body =
                QJsonDocument(withWrongTypes(object).toObject()).toJson(QJsonDocument::Compact);
        }
        break;
    case FaultAction::Empty:
        reply.body.clear();
        break;
    case FaultAction::CloseBefore:
    case FaultAction::CloseAfter:
        reply.delivery = Delivery::Close;
        break;
    case FaultAction::Hang:
        reply.delivery = Delivery::Hang;
        break;
    case FaultAction::Status:
    case FaultAction::Delay:
    case FaultAction::Html:
        break;
    }
    return reply;
}

QString codeOfStatus(int status)
{
    switch (status) {
    case 400:
        return QStringLiteral("bad_request");
    case 401:
        return QStringLiteral("unauthorized");
    case 402:
    case 403:
        return status == 402 ? QStringLiteral("api_plan_restricted") : QStringLiteral("forbidden");
    case 404:
        return QStringLiteral("not_found");
    case 406:
        return QStringLiteral("media_type_not_acceptable");
    case 408:
        return QStringLiteral("request_timeout");
    case 409:
        return QStringLiteral("conflict");
    case 410:
        return QStringLiteral("contact_merged");
    case 422:
        return QStringLiteral("unprocessable_entity");
    case 429:
        return QStringLiteral("rate_limit_exceeded");
    case 503:
        return QStringLiteral("service_unavailable");
    case 504:
        return QStringLiteral("server_timeout");
    default:
        return status >= 500 ? QStringLiteral("server_error") : QStringLiteral("client_error");
    }
}

} // namespace roster::sandbox
