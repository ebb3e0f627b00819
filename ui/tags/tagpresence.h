// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/contactbook.h"

namespace roster {

//! On how many of some contacts a tag (or company) is, as far as the local store knows.
template <class IdType>
struct Presence
{
    IdType id;
    int count = 0;

    friend bool operator==(const Presence &, const Presence &) = default;
};

//! What some contacts have in common.
struct SharedThings
{
    //! Most common first.
    QList<Presence<TagId>> tags;
    QList<Presence<CompanyId>> companies;
    //! Contacts of which not every tag (company) is known: counts are then lower bounds.
    int withUnknownTags = 0;
    int withUnknownCompanies = 0;
    int contacts = 0;
};

//! Counts tags and companies over `rows`.
SharedThings sharedThings(const QList<ContactRow> &rows);
//! The same over contacts of the local store; those that it does not hold are left out. Of very
//! many only the first are looked at: the counts are lower bounds then.
SharedThings sharedThings(ContactBook &book, const QList<ContactId> &ids);

//! "on all 37", "on 12 of 37", "on at least 12 of 37".
QString presenceText(int count, int contacts, bool isLowerBound);

} // namespace roster
