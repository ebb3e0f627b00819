// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/dataattribute.h"

#include <QtCore/QJsonValue>
#include <QtCore/QLocale>
#include <QtCore/QTimeZone>

namespace roster {

//! Text as people type it, and the JSON value it stands for. Pure; numbers and dates are written
//! and read as the locale has them, ISO dates and plain numbers are understood everywhere.
class TypedText
{
public:
    //! A value, or what is wrong with the text.
    struct Parsed
    {
        QJsonValue value;
        //! One sentence; empty when the text could be read.
        QString problem;

        friend bool operator==(const Parsed &, const Parsed &) = default;
    };

    //! Dates are days and times of `zone`; Flag and List are not typed and taken as text.
    TypedText(AttributeType type, const QLocale &locale, const QTimeZone &zone);

    //! What the field shows for `value`; empty for null. A value of an unexpected type is shown as
    //! it is.
    QString shown(const QJsonValue &value) const;
    //! What `typed` means; null for nothing but blanks.
    Parsed parsed(const QString &typed) const;
    //! An example of what can be typed; empty for text.
    QString example() const;

private:
    Parsed parsedDate(const QString &text) const;
    QString dateFormat() const;
    QString timeFormat() const;

    AttributeType m_type;
    QLocale m_locale;
    QTimeZone m_zone;
};

} // namespace roster
