// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/contactpatch.h"

namespace roster {

//! What is wrong with one field of a draft.
enum class Problem {
    Missing,    //!< A user needs an email or an external id.
    NotAnEmail, //!< No address of the form a@b.
    NotAPhone,  //!< A phone number is digits, with + ( ) - . / and spaces between.
    TooLong,    //!< Longer than Intercom keeps (255 characters; 512 for addresses of pictures).
    HasControlChars,  //!< Line breaks or other control characters in a one-line field.
    NotAUrl,          //!< A picture needs an http or https address.
    RoleCannotGoBack, //!< A user cannot become a lead.
    ExternalIdOfLead, //!< A lead's external id is made by Intercom.
};

//! A problem and the field it belongs to.
struct FieldProblem
{
    ContactField field;
    Problem problem;

    friend bool operator==(const FieldProblem &, const FieldProblem &) = default;
};

//! Everything wrong with `draft`; empty when it may be sent. `base` is the contact being edited,
//! nullptr for a new one. The form shows these while typing; the service checks before sending.
//! Sources: Intercom API "Create contact", "Update contact"; lead and user rules of 8.2.
QList<FieldProblem> problemsOf(const ContactDraft &draft, const Contact *base = nullptr);

//! What people paste, made into what is meant: outer spaces and invisible characters removed.
QString tidied(const QString &typed);

} // namespace roster
