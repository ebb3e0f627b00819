// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/contactrow.h"

#include <QtCore/QList>

#include <utility>

namespace roster {

//! How many contacts are split; what they have in common tells ui/tags/tagpresence.h.
struct SelectionFacts
{
    int users = 0;
    int leads = 0;
    //! Owners and of how many, most first; an empty id for nobody.
    QList<std::pair<AdminId, int>> owners;
    //! Unix seconds; nothing when none of them was ever seen.
    std::optional<qint64> firstSeen;
    std::optional<qint64> lastSeen;

    friend bool operator==(const SelectionFacts &, const SelectionFacts &) = default;
};

//! Sums up `rows`.
SelectionFacts factsOf(const QList<ContactRow> &rows);

} // namespace roster
