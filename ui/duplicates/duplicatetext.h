// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/bulkaction.h"
#include "core/domain/duplicates.h"

#include <functional>

namespace roster {

//! A lead and the user that it can be merged into.
struct MergePair
{
    BulkTarget lead;
    BulkTarget user;

    friend bool operator==(const MergePair &, const MergePair &) = default;
};

//! The pair that `chosen` are: one lead and one user and nobody else. Nothing: Intercom does not
//! merge these.
std::optional<MergePair> mergePairOf(const QList<ContactRow> &chosen);

//! What the contacts of a group share, as one of them writes it.
QString sharedText(DuplicateKind kind, const DuplicateGroup &group);
//! "1 user, 2 leads · last seen 2 h ago": who is in it. `ago` words Unix seconds.
QString groupFacts(const DuplicateGroup &group,
                   const std::function<QString(std::optional<qint64>)> &ago);
//! "412 groups, 913 contacts"; with "the first 500 of" where not all are listed.
QString countText(const Duplicates &found);
//! That there are none of this kind.
QString nothingText(DuplicateKind kind);
//! What Intercom would do with the chosen ones of a group, and what one can do where it does
//! nothing.
QString adviceText(const DuplicateGroup &group, const QList<ContactRow> &chosen);

} // namespace roster
