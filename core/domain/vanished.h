// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/contact.h"

namespace roster {

//! A contact that left the active set elsewhere: archived, deleted or merged by somebody else.
//! Intercom says which only where `mergedInto` is set.
struct VanishedContact
{
    ContactId id;
    QString label;
    QString email;
    Role role = Role::Other;
    //! Unix seconds, when Roster noticed.
    qint64 noticedAt = 0;
    //! The contact it was merged into; empty when that was not told.
    ContactId mergedInto;

    friend bool operator==(const VanishedContact &, const VanishedContact &) = default;
};

//! For how many stored contacts the tags or the companies are not completely known.
struct IncompleteLists
{
    int tags = 0;
    int companies = 0;

    friend bool operator==(const IncompleteLists &, const IncompleteLists &) = default;
};

} // namespace roster
