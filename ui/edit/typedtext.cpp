// SPDX-License-Identifier: MIT
#include "ui/edit/typedtext.h"

#include "core/domain/validation.h"
#include "ui/text/jsontext.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDateTime>

#include <cmath>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(TypedText)
};

//! 2027-01-01 14:30: unambiguous and the same in every locale.
constexpr qint64 SampleTime = 1798813800;

TypedText::Parsed parsedInteger(const QString &text, const QLocale &locale)
{
    bool isOk = false;
    qint64 number = locale.toLongLong(text, &isOk);
    if (!isOk)
        number = QLocale::c().toLongLong(text, &isOk);
    if (!isOk)
        return {{}, Words::tr("This has to be a whole number, such as 12.")};
    return {QJsonValue(number), {}};
}

TypedText::Parsed parsedFloat(const QString &text, const QLocale &locale)
{
    bool isOk = false;
    double number = locale.toDouble(text, &isOk);
    if (!isOk)
        number = QLocale::c().toDouble(text, &isOk);
    if (!isOk || !std::isfinite(number)) {
        return {
            {},
            Words::tr("This has to be a number, such as %1.").arg(locale.toString(12.5, 'f', 1))};
    }
    return {QJsonValue(number), {}};
}

QString numberText(const QJsonValue &value, QLocale locale)
{
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    const double number = value.toDouble();
    const qint64 whole = value.toInteger();
    if (static_cast<double>(whole) == number)
        return locale.toString(whole);
    return locale.toString(number, 'g', QLocale::FloatingPointShortest);
}

QString shownNumber(const QJsonValue &value, const QLocale &locale)
{
    // Qt does not read back the signs that it writes in some right-to-left locales.
    const QString text = numberText(value, locale);
    bool isReadable = false;
    locale.toDouble(text, &isReadable);
    return isReadable ? text : numberText(value, QLocale::c());
}

} // namespace

TypedText::TypedText(AttributeType type, const QLocale &locale, const QTimeZone &zone)
    : m_type(type)
    , m_locale(locale)
    , m_zone(zone.isValid() ? zone : QTimeZone::utc())
{
}

QString TypedText::shown(const QJsonValue &value) const
{
    if (value.isBool())
        return value.toBool() ? Words::tr("Yes") : Words::tr("No");
    if (value.isArray() || value.isObject())
        return jsonText(value);
    if (!value.isDouble())
        return value.toString();
    if (m_type != AttributeType::Date)
        return shownNumber(value, m_locale);
    const QDateTime time = QDateTime::fromSecsSinceEpoch(value.toInteger(), m_zone);
    const QString date = m_locale.toString(time.date(), dateFormat());
    const bool isWholeDay = time.time() == QTime(0, 0);
    return isWholeDay ? date : date + u' ' + m_locale.toString(time.time(), timeFormat());
}

TypedText::Parsed TypedText::parsed(const QString &typed) const
{
    const QString text = tidied(typed);
    if (text.isEmpty())
        return {QJsonValue(QJsonValue::Null), {}};
    switch (m_type) {
    case AttributeType::Integer:
        return parsedInteger(text, m_locale);
    case AttributeType::Float:
        return parsedFloat(text, m_locale);
    case AttributeType::Date:
        return parsedDate(text);
    case AttributeType::Text:
    case AttributeType::Flag:
    case AttributeType::List:
        break;
    }
    return {QJsonValue(text), {}};
}

TypedText::Parsed TypedText::parsedDate(const QString &text) const
{
    for (const QString &format : {dateFormat(), u"yyyy-MM-dd"_s}) {
        if (const QDate date = m_locale.toDate(text, format); date.isValid())
            return {QJsonValue(QDateTime(date, QTime(0, 0), m_zone).toSecsSinceEpoch()), {}};
        for (const QString &timeOfDay : {timeFormat(), u"HH:mm"_s}) {
            const QDateTime time = m_locale.toDateTime(text, format + u' ' + timeOfDay);
            if (time.isValid()) {
                const QDateTime there(time.date(), time.time(), m_zone);
                return {QJsonValue(there.toSecsSinceEpoch()), {}};
            }
        }
    }
    return {{}, Words::tr("This has to be a date, such as %1.").arg(example())};
}

QString TypedText::example() const
{
    switch (m_type) {
    case AttributeType::Integer:
        return m_locale.toString(12);
    case AttributeType::Float:
        return m_locale.toString(12.5, 'f', 1);
    case AttributeType::Date:
        return m_locale.toString(QDateTime::fromSecsSinceEpoch(SampleTime, QTimeZone::utc()).date(),
                                 dateFormat());
    case AttributeType::Text:
    case AttributeType::Flag:
    case AttributeType::List:
        break;
    }
    return {};
}

QString TypedText::dateFormat() const
{
    QString format = m_locale.dateFormat(QLocale::ShortFormat);
    // Two digits of a year do not say which century; what is shown has to be readable back.
    if (!format.contains("yyyy"_L1))
        format.replace("yy"_L1, "yyyy"_L1);
    return format;
}

QString TypedText::timeFormat() const
{
    return m_locale.timeFormat(QLocale::ShortFormat);
}

} // namespace roster
