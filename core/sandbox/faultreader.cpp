// SPDX-License-Identifier: MIT
// Reads the text of a fault script; the format is described at FaultScript.
#include "core/sandbox/faultscript.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QJsonParseError>
#include <QRegularExpression>

#include <cmath>
#include <limits>

namespace roster::sandbox {

namespace {

const QHash<QString, FaultAction> &actions()
{
    static const QHash<QString, FaultAction> names = {
        {QStringLiteral("status"), FaultAction::Status},
        {QStringLiteral("delay"), FaultAction::Delay},
        {QStringLiteral("cut-body"), FaultAction::CutBody},
        {QStringLiteral("invalid-json"), FaultAction::InvalidJson},
        {QStringLiteral("wrong-type"), FaultAction::WrongType},
        {QStringLiteral("html"), FaultAction::Html},
        {QStringLiteral("empty"), FaultAction::Empty},
        {QStringLiteral("close-before"), FaultAction::CloseBefore},
        {QStringLiteral("close-after"), FaultAction::CloseAfter},
        {QStringLiteral("hang"), FaultAction::Hang},
    };
    return names;
}

//! Reads one rule; keeps the first problem it meets.
class RuleReader
{
public:
    explicit RuleReader(const QJsonObject &object)
        : m_object(object)
    {
    }

    FaultRule read();
    [[nodiscard]] const QString &problem() const { return m_problem; }

private:
    int number(QLatin1String key, int fallback, int least, int most);
    QString text(QLatin1String key, const QString &fallback);
    void readAction(FaultRule &rule);
    void readHeaders(FaultRule &rule);
    void readBody(FaultRule &rule);
    void checkKeys();
    void checkSense(const FaultRule &rule);
    void complain(const QString &problem)
    {
        if (m_problem.isEmpty())
            m_problem = problem;
    }

    const QJsonObject m_object;
    QString m_problem;
};

int RuleReader::number(QLatin1String key, int fallback, int least, int most)
{
    if (!m_object.contains(key))
        return fallback;
    const double value = m_object.value(key).toDouble(std::numeric_limits<double>::quiet_NaN());
    if (!(value >= least && value <= most) || std::floor(value) != value) {
        complain(QStringLiteral("\"%1\" must be a whole number from %2 to %3")
                     .arg(key)
                     .arg(least)
                     .arg(most));
        return fallback;
    }
    return static_cast<int>(value);
}

QString RuleReader::text(QLatin1String key, const QString &fallback)
{
    const QJsonValue value = m_object.value(key);
    if (value.isUndefined())
        return fallback;
    if (!value.isString())
        complain(QStringLiteral("\"%1\" must be a text").arg(key));
    return value.toString();
}

void RuleReader::readAction(FaultRule &rule)
{
    const QString name = text(QLatin1String("action"), {});
    const auto found = actions().constFind(name);
    if (found != actions().constEnd()) {
        rule.action = *found;
        return;
    }
    QStringList known = actions().keys();
    known.sort();
    complain(
        name.isEmpty()
            ? QStringLiteral("\"action\" is missing")
            : QStringLiteral("unknown action \"%1\", known are %2").arg(name, known.join(u", ")));
}

void RuleReader::readHeaders(FaultRule &rule)
{
    const QJsonValue value = m_object.value(QLatin1String("headers"));
    if (value.isUndefined())
        return;
    if (!value.isObject())
        complain(QStringLiteral("\"headers\" must be an object"));
    static const QRegularExpression token(QStringLiteral("\\A[A-Za-z0-9!#$%&'*+.^_`|~-]+\\z"));
    const QJsonObject headers = value.toObject();
    for (auto it = headers.begin(); it != headers.end(); ++it) {
        if (!token.match(it.key()).hasMatch()) {
            complain(QStringLiteral("\"%1\" is no header's name").arg(it.key()));
        } else if (it->isNull()) {
            rule.headers.append({it.key().toLatin1(), std::nullopt});
        } else if (it->isString() &&
                   !it->toString().contains(QRegularExpression(QStringLiteral("[\\r\\n]")))) {
            rule.headers.append({it.key().toLatin1(), it->toString().toUtf8()});
        } else {
            complain(
                QStringLiteral("header \"%1\" must be one line of text or null").arg(it.key()));
        }
    }
}

void RuleReader::readBody(FaultRule &rule)
{
    const QJsonValue value = m_object.value(QLatin1String("body"));
    if (value.isString())
        rule.body = value.toString().toUtf8();
    else if (value.isObject())
        rule.body = QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact);
    else if (value.isArray())
        rule.body = QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact);
    else if (!value.isUndefined())
        complain(QStringLiteral("\"body\" must be an object, an array or a text"));
}

void RuleReader::checkKeys()
{
    static const QStringList known = {
        QStringLiteral("method"),  QStringLiteral("path"),    QStringLiteral("nth"),
        QStringLiteral("every"),   QStringLiteral("times"),   QStringLiteral("action"),
        QStringLiteral("status"),  QStringLiteral("headers"), QStringLiteral("body"),
        QStringLiteral("delayMs"), QStringLiteral("bytes"),   QStringLiteral("applied")};
    for (const QString &key : m_object.keys()) {
        if (!known.contains(key))
            complain(QStringLiteral("unknown key \"%1\"").arg(key));
    }
}

void RuleReader::checkSense(const FaultRule &rule)
{
    if (rule.nth > 0 && rule.every > 0)
        complain(QStringLiteral("\"nth\" and \"every\" exclude each other"));
    if (rule.action == FaultAction::Status && rule.status == 0)
        complain(QStringLiteral("action \"status\" needs \"status\""));
    if (rule.action == FaultAction::Delay && rule.delayMs == 0)
        complain(QStringLiteral("action \"delay\" needs \"delayMs\""));
    if (rule.bytes >= 0 && rule.action != FaultAction::CutBody)
        complain(QStringLiteral("\"bytes\" belongs to action \"cut-body\""));
    if (rule.applied && rule.carriesOut() != *rule.applied)
        complain(QStringLiteral("\"applied\" contradicts the action"));
}

FaultRule RuleReader::read()
{
    FaultRule rule;
    checkKeys();
    rule.method = text(QLatin1String("method"), QStringLiteral("*")).toUpper().toUtf8();
    rule.path = text(QLatin1String("path"), QStringLiteral("**"));
    constexpr int most = 1'000'000'000;
    rule.nth = number(QLatin1String("nth"), 0, 1, most);
    rule.every = number(QLatin1String("every"), 0, 1, most);
    rule.times = number(QLatin1String("times"), 0, 1, most);
    rule.status = number(QLatin1String("status"), 0, 200, 599);
    rule.delayMs = number(QLatin1String("delayMs"), 0, 0, 86'400'000);
    rule.bytes = number(QLatin1String("bytes"), -1, 0, most);
    readAction(rule);
    readHeaders(rule);
    readBody(rule);
    const QJsonValue applied = m_object.value(QLatin1String("applied"));
    if (applied.isBool())
        rule.applied = applied.toBool();
    else if (!applied.isUndefined())
        complain(QStringLiteral("\"applied\" must be true or false"));
    checkSense(rule);
    return rule;
}

ParsedFaultScript failed(const QString &error)
{
    return {.script = {}, .error = error};
}

} // namespace

ParsedFaultScript parseFaultScript(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError) {
        const auto line =
            json.first(qBound(0, error.offset, static_cast<int>(json.size()))).count('\n') + 1;
        return failed(QStringLiteral("line %1: %2").arg(line).arg(error.errorString()));
    }
    const QJsonObject object = document.object();
    const QJsonValue rules = object.value(QLatin1String("rules"));
    if (!rules.isArray() || object.size() != 1)
        return failed(QStringLiteral("expected an object with one member \"rules\", a list"));

    QList<FaultRule> read;
    for (const QJsonValue &value : rules.toArray()) {
        const auto number = read.size() + 1;
        if (!value.isObject())
            return failed(QStringLiteral("rule %1: expected an object").arg(number));
        RuleReader reader(value.toObject());
        read.append(reader.read());
        if (!reader.problem().isEmpty())
            return failed(QStringLiteral("rule %1: %2").arg(number).arg(reader.problem()));
    }
    return {.script = FaultScript(std::move(read)), .error = {}};
}

} // namespace roster::sandbox
