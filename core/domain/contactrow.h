// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/contact.h"

#include <QtCore/QtGlobal>

namespace roster {

//! The local store's key of a contact: stable as long as the store is, never used again for
//! another contact, and small, so that a model can hold a million of them.
using RowKey = qint64;

//! What a table shows of a contact: cheap to read by the hundred.
struct ContactRow
{
    RowKey key = 0;
    ContactId id;
    Role role = Role::Other;
    QString name;
    QString email;
    QString phone;
    QString externalId;
    AdminId owner;
    PartialList<TagId> tags;
    PartialList<CompanyId> companies;
    //! Unix seconds.
    std::optional<qint64> createdAt;
    std::optional<qint64> signedUpAt;
    std::optional<qint64> lastSeenAt;
    std::optional<qint64> updatedAt;

    //! Name, else email, else phone, else external id; empty when there is none of them.
    QString label() const;

    friend bool operator==(const ContactRow &, const ContactRow &) = default;
};

//! The row of `contact`.
ContactRow rowOf(const Contact &contact, RowKey key = 0);

} // namespace roster
