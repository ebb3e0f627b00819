// SPDX-License-Identifier: MIT
#include "core/sandbox/bodyreader.h"

#include "core/sandbox/errors.h"

#include <cmath>

namespace roster::sandbox {

using namespace Qt::StringLiterals;

std::optional<qint64> wholeNumber(const QJsonValue &value)
{
    constexpr double exactLimit = 9'007'199'254'740'992.0;
    if (!value.isDouble())
        return std::nullopt;
    const double number = value.toDouble();
    if (std::floor(number) != number || std::abs(number) > exactLimit)
        return std::nullopt;
    return static_cast<qint64>(number);
}

std::optional<QString> BodyReader::text(const QString &key)
{
    const QJsonValue value = m_body.value(key);
    if (value.isUndefined())
        return std::nullopt;
    if (value.isNull())
        return QString();
    if (!value.isString()) {
        expect(key, u"a string"_s);
        return std::nullopt;
    }
    const QString found = value.toString();
    return found.isNull() ? u""_s : found;
}

std::optional<std::optional<qint64>> BodyReader::integer(const QString &key)
{
    const QJsonValue value = m_body.value(key);
    if (value.isUndefined())
        return std::nullopt;
    if (value.isNull())
        return std::optional<qint64>();
    const std::optional<qint64> found = wholeNumber(value);
    if (!found) {
        expect(key, u"an integer"_s);
        return std::nullopt;
    }
    return found;
}

std::optional<std::optional<qint64>> BodyReader::timestamp(const QString &key)
{
    const auto found = integer(key);
    if (found && *found && **found < 0) {
        expect(key, u"a Unix timestamp"_s);
        return std::nullopt;
    }
    return found;
}

std::optional<std::optional<double>> BodyReader::number(const QString &key)
{
    const QJsonValue value = m_body.value(key);
    if (value.isUndefined())
        return std::nullopt;
    if (value.isNull())
        return std::optional<double>();
    if (!value.isDouble()) {
        expect(key, u"a number"_s);
        return std::nullopt;
    }
    return value.toDouble();
}

std::optional<bool> BodyReader::boolean(const QString &key)
{
    const QJsonValue value = m_body.value(key);
    if (value.isUndefined() || value.isNull())
        return std::nullopt;
    if (!value.isBool()) {
        expect(key, u"a boolean"_s);
        return std::nullopt;
    }
    return value.toBool();
}

std::optional<QJsonObject> BodyReader::object(const QString &key)
{
    const QJsonValue value = m_body.value(key);
    if (value.isUndefined() || value.isNull())
        return std::nullopt;
    if (!value.isObject()) {
        expect(key, u"an object"_s);
        return std::nullopt;
    }
    return value.toObject();
}

QString BodyReader::id(const QString &key)
{
    const QJsonValue value = m_body.value(key);
    if (value.isUndefined() || value.isNull())
        return {};
    if (value.isString())
        return value.toString().isEmpty() ? QString() : value.toString();
    const std::optional<qint64> number = wholeNumber(value);
    if (number)
        return QString::number(*number);
    expect(key, u"a string"_s);
    return {};
}

void BodyReader::refuse(const Problem &problem)
{
    if (!m_problem)
        m_problem = problem;
}

void BodyReader::expect(const QString &key, const QString &kind)
{
    refuse(problems::invalid(key + u" must be "_s + kind, key));
}

} // namespace roster::sandbox
