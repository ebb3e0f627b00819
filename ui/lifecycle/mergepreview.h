// SPDX-License-Identifier: MIT
#pragma once

#include "ui/edit/valuewords.h"

namespace roster {

//! What becomes of one value when a lead is merged into a user.
struct MergeLine
{
    enum class Fate {
        Same,      //!< Both have it.
        Kept,      //!< The user's stays; the lead's, if it has another, is dropped.
        TakenOver, //!< The user has none: the lead's is taken.
        Joined     //!< A list: what both have is together afterwards.
    };

    PatchPlace place;
    QString title;
    //! In words; empty where there is none.
    QString lead;
    QString user;
    QString after;
    Fate fate = Fate::Same;

    //! The lead has a value that nobody has afterwards.
    bool isLost() const { return fate == Fate::Kept && !lead.isEmpty(); }

    friend bool operator==(const MergeLine &, const MergeLine &) = default;
};

//! Every value that either of the two has, as a merge leaves it (Intercom API "Merge a lead and a
//! user": what is missing on the user is copied from the lead; tags, companies and notes go over).
//! What differs comes first within fields, attributes and lists.
QList<MergeLine> mergePreview(const Contact &lead, const Contact &user, ContactBook &book,
                              const ValueWords &words);

//! They have the same email or the same phone.
bool areAlike(const Contact &lead, const Contact &user);

} // namespace roster
