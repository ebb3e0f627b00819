// SPDX-License-Identifier: MIT
#include "core/api/jsonreader.h"

#include <QtCore/QJsonDocument>

#include <limits>

namespace roster::api {

JsonNode JsonNode::member(QLatin1String name) const
{
    return JsonNode(this, name, -1, object().value(name));
}

JsonNode JsonNode::member(QLatin1String name, QLatin1String otherName) const
{
    const QJsonObject members = object();
    const bool hasOther = !members.contains(name) && members.contains(otherName);
    const QLatin1String found = hasOther ? otherName : name;
    return JsonNode(this, found, -1, members.value(found));
}

JsonNode JsonNode::entry(const QJsonArray &entries, qsizetype index) const
{
    return JsonNode(this, QLatin1String(), index, entries.at(index));
}

QString JsonNode::text() const
{
    if (!m_value.isString())
        complain(QStringLiteral("text expected"));
    return m_value.toString();
}

qint64 JsonNode::integer() const
{
    if (!m_value.isDouble()) {
        complain(QStringLiteral("number expected"));
        return 0;
    }
    const qint64 whole = m_value.toInteger(0);
    // toInteger() answers its default for fractions and for what 64 bits cannot hold.
    if (static_cast<double>(whole) != m_value.toDouble())
        complain(QStringLiteral("whole number expected"));
    return whole;
}

int JsonNode::count() const
{
    const qint64 whole = integer();
    if (whole < 0 || whole > std::numeric_limits<int>::max()) {
        complain(QStringLiteral("count expected"));
        return 0;
    }
    return static_cast<int>(whole);
}

bool JsonNode::flag() const
{
    if (!m_value.isBool())
        complain(QStringLiteral("true or false expected"));
    return m_value.toBool();
}

QJsonObject JsonNode::object() const
{
    if (!m_value.isObject())
        complain(QStringLiteral("object expected"));
    return m_value.toObject();
}

QJsonArray JsonNode::array() const
{
    if (!m_value.isArray())
        complain(QStringLiteral("list expected"));
    return m_value.toArray();
}

QString JsonNode::id() const
{
    if (m_value.isDouble())
        return QString::number(integer());
    if (!m_value.isString() || m_value.toString().isEmpty())
        complain(QStringLiteral("id expected"));
    return m_value.toString();
}

void JsonNode::expectText(QLatin1String expected) const
{
    if (text() != expected)
        complain(QLatin1Char('"') + expected + QLatin1String("\" expected"));
}

void JsonNode::complain(const QString &expectation) const
{
    if (!m_problem->isEmpty())
        return;
    const QString place = path();
    const QString what = isMissing() ? QStringLiteral("missing") : expectation;
    *m_problem = (place.isEmpty() ? QStringLiteral("answer") : place) + QLatin1String(": ") + what;
}

QString JsonNode::path() const
{
    if (!m_parent)
        return {};
    const QString before = m_parent->path();
    if (m_index >= 0)
        return before + QLatin1Char('[') + QString::number(m_index) + QLatin1Char(']');
    return before.isEmpty() ? QString(m_name) : before + QLatin1Char('.') + m_name;
}

Result<QJsonObject> parseObject(const QByteArray &json)
{
    if (json.trimmed().isEmpty())
        return ApiError::protocol(QStringLiteral("answer: empty"));
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError) {
        return ApiError::protocol(QStringLiteral("answer: no JSON, %1 at byte %2")
                                      .arg(error.errorString())
                                      .arg(error.offset));
    }
    if (!document.isObject())
        return ApiError::protocol(QStringLiteral("answer: object expected"));
    return document.object();
}

} // namespace roster::api
