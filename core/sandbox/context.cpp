// SPDX-License-Identifier: MIT
#include "core/sandbox/context.h"

#include "core/sandbox/errors.h"
#include "core/sandbox/schema.h"

#include <QJsonDocument>
#include <QJsonParseError>

namespace roster::sandbox {

using namespace Qt::StringLiterals;

quint32 Context::nextCounter()
{
    const quint32 next = schema::meta(db, u"counter"_s).toUInt() + 1;
    schema::setMeta(db, u"counter"_s, next);
    return next;
}

QString Call::parameter(const QString &name) const
{
    if (!request.query.hasQueryItem(name))
        return {};
    const QString value = request.query.queryItemValue(name, QUrl::FullyDecoded);
    return value.isNull() ? u""_s : value;
}

Checked<QJsonObject> Call::bodyObject() const
{
    if (request.body.trimmed().isEmpty())
        return QJsonObject();
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(request.body, &error);
    if (error.error != QJsonParseError::NoError)
        return problems::badRequest(u"The request body is not valid JSON"_s);
    if (!document.isObject())
        return problems::badRequest(u"The request body must be a JSON object"_s);
    return document.object();
}

} // namespace roster::sandbox
