// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/contactrow.h"

#include <QtCore/QList>

namespace roster {

//! What contacts can have in common that only one person should have.
enum class DuplicateKind {
    Email, //!< The same address; case and spaces around it do not count.
    Phone, //!< The same digits; a leading + or 00 does not count.
    Name   //!< The same name, as searching compares it: without case and accents.
};

//! Contacts that are perhaps one person.
struct DuplicateGroup
{
    //! Rows that a group carries at most.
    static constexpr int mostContacts = 20;

    //! What they share, as it was compared.
    QString key;
    //! Last seen first, at most that many; where there are a user and a lead, at least one of each.
    QList<ContactRow> contacts;
    //! How many there are in all.
    int total = 0;

    //! There are a user and a lead among them, which is all that Intercom merges.
    bool isMergeable() const
    {
        bool hasUser = false;
        bool hasLead = false;
        for (const ContactRow &contact : contacts) {
            hasUser = hasUser || contact.role == Role::User;
            hasLead = hasLead || contact.role == Role::Lead;
        }
        return hasUser && hasLead;
    }

    friend bool operator==(const DuplicateGroup &, const DuplicateGroup &) = default;
};

//! The groups of one kind: those with a user and a lead first, then those seen last.
struct Duplicates
{
    //! Groups that an answer carries at most.
    static constexpr int mostGroups = 500;

    DuplicateKind kind = DuplicateKind::Email;
    QList<DuplicateGroup> groups;
    //! How many groups there are in all, and contacts in them.
    int groupTotal = 0;
    int contactTotal = 0;

    friend bool operator==(const Duplicates &, const Duplicates &) = default;
};

} // namespace roster
