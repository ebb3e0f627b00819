// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/contact.h"

#include <QtCore/qnamespace.h>

namespace roster {

//! Columns that contacts can be sorted by.
enum class SortColumn {
    Name,
    Email,
    Phone,
    Role,
    Tags,
    Companies,
    Owner,
    ExternalId,
    CreatedAt,
    SignedUpAt,
    LastSeenAt,
    UpdatedAt
};

//! Which of the stored contacts, and in which order. Equal queries have equal answers on an
//! unchanged store. Every set condition must hold.
struct ContactQuery
{
    //! Words that name, email, phone, external id, a tag or a company contain; case and accents are
    //! ignored. Every word must be found, in whichever of them.
    QString text;
    std::optional<Role> role;
    std::optional<TagId> tag;
    std::optional<CompanyId> company;
    //! An empty id asks for contacts without an owner.
    std::optional<AdminId> owner;

    SortColumn sortColumn = SortColumn::LastSeenAt;
    Qt::SortOrder sortOrder = Qt::DescendingOrder;

    //! Nothing but the order is asked for.
    bool isUnfiltered() const { return text.isEmpty() && !role && !tag && !company && !owner; }

    friend bool operator==(const ContactQuery &, const ContactQuery &) = default;
};

} // namespace roster
