// SPDX-License-Identifier: MIT
#pragma once

#include "core/store/indexedcontact.h"

#include <QtCore/QHash>
#include <QtCore/QSet>

#include <string>
#include <string_view>

namespace roster {

//! The part of a contact's text in the index.
enum class TextPart { Name, Email, Phone, ExternalId };

//! How the index writes the texts of a contact: folded UTF-8, a line for each part, then a line for
//! each custom attribute that has a value: two control characters for its name, then the value. No
//! other control character is in it, so that a word that people type is found in values alone.
//! Yes, no and dates are written in control characters too: nobody searches for their digits.
class ContactText
{
public:
    //! Names of the attributes that are dates. True: other ones than before, which changes texts.
    bool setDateAttributes(const QSet<QString> &names);

    //! The text of `contact`.
    std::string textOf(const IndexedContact &contact);
    //! The beginning of the line of an attribute, with the end of the line before; empty when no
    //! contact has it. Of more than 800 different names the rest is left out.
    std::string marker(const QString &attribute) const;

    //! Folded UTF-8 without control characters, as words have to be to be found.
    static std::string plain(const QString &folded);
    static std::string_view part(std::string_view text, TextPart which);
    //! The rest of the line that begins at `start`.
    static std::string_view line(std::string_view text, size_t start);
    //! The value of an attribute as a number or a date; nothing when it is none.
    static std::optional<double> number(std::string_view value);
    //! The value of an attribute as yes or no.
    static std::optional<bool> flag(std::string_view value);

private:
    void append(std::string &text, const QString &attribute, const QJsonValue &value);

    QHash<QString, int> m_attributes;
    QSet<QString> m_dates;
};

} // namespace roster
