// SPDX-License-Identifier: MIT
#include "ui/text/jsontext.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QLocale>

#include <cmath>

namespace roster {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(JsonText)
};

//! Above this a double does not hold every whole number any more.
constexpr double mostWhole = 1e15;

QString numberText(double number)
{
    const bool isWhole = number == std::floor(number) && std::abs(number) < mostWhole;
    return isWhole ? QLocale().toString(static_cast<qint64>(number))
                   : QLocale().toString(number, 'g', QLocale::FloatingPointShortest);
}

} // namespace

QString jsonText(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return value.toBool() ? Words::tr("Yes") : Words::tr("No");
    case QJsonValue::Double:
        return numberText(value.toDouble());
    case QJsonValue::String:
        return value.toString();
    case QJsonValue::Array:
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    case QJsonValue::Object:
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        break;
    }
    return {};
}

} // namespace roster
