// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/contactfilter.h"
#include "core/domain/filterdays.h"

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

//! How contacts that were found by words are ordered.
enum class TextOrder {
    //! Those whose name begins with the words, then those of whose name a part does, then those
    //! whose email does, then the others; among equals the column decides.
    BestFirst,
    //! The column alone. A person who clicks a column while words are in the box means this.
    ByColumn
};

//! Which of the stored contacts, and in which order. Equal queries have equal answers on an
//! unchanged store.
struct ContactQuery
{
    //! Words that name, email, phone, external id, a tag, a company or the value of a custom
    //! attribute contain; case and accents are ignored. Every word must be found, in whichever of
    //! them.
    QString text;
    ContactFilter filter;
    //! For the dates in `filter`.
    FilterDays days;

    SortColumn sortColumn = SortColumn::LastSeenAt;
    Qt::SortOrder sortOrder = Qt::DescendingOrder;
    TextOrder textOrder = TextOrder::BestFirst;

    //! Nothing but the order is asked for.
    bool isUnfiltered() const { return text.isEmpty() && !filter.isFiltering(); }

    //! The plain conditions, each of which every contact must fulfil: read from and written to
    //! `filter`. Nothing: there is none, or a more complicated one.
    std::optional<Role> role() const;
    std::optional<TagId> tag() const;
    std::optional<CompanyId> company() const;
    //! An empty id asks for contacts without an owner.
    std::optional<AdminId> owner() const;
    //! Nothing takes the condition away.
    void setRole(std::optional<Role> role);
    void setTag(const std::optional<TagId> &tag);
    void setCompany(const std::optional<CompanyId> &company);
    void setOwner(const std::optional<AdminId> &owner);

    friend bool operator==(const ContactQuery &, const ContactQuery &) = default;
};

} // namespace roster
