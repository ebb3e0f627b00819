// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/contactbook.h"
#include "core/domain/fieldconflict.h"

#include <QtCore/QLocale>
#include <QtCore/QTimeZone>

namespace roster {

//! Values of a contact in words, as its form shows them: owners by name, dates of the zone, yes and
//! no. For where they are only read. `book` outlives it.
class ValueWords
{
public:
    ValueWords(ContactBook &book, const QTimeZone &zone, const QLocale &locale = QLocale());

    //! What people call the place: "Phone", "Plan".
    QString title(const PatchPlace &place) const;
    //! The value on one line; empty where there is none. As long as it is.
    QString text(const PatchPlace &place, const QJsonValue &value) const;
    //! What stands where there is no value: "No owner", "Not set", "Empty".
    QString nothing(const PatchPlace &place) const;

private:
    AttributeType typeOf(const PatchPlace &place) const;

    ContactBook &m_book;
    QTimeZone m_zone;
    QLocale m_locale;
};

} // namespace roster
