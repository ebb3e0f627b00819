// SPDX-License-Identifier: MIT
#pragma once

#include "ui/text/runtext.h"

namespace roster {

//! The contacts that somebody chose for an action: frozen from here on.
struct Chosen
{
    QList<BulkTarget> targets;
    //! Of how many of them the table's filters hide the rows.
    int hidden = 0;

    bool isEmpty() const { return targets.isEmpty(); }
};

//! What an action would do to chosen contacts, as far as the local copy knows.
struct BulkReview
{
    RunWords words;
    //! Exactly these are acted on.
    QList<BulkTarget> changing;
    //! All that were chosen.
    int chosen = 0;
    //! Of which are so already and stay as they are.
    int already = 0;
    //! Of those that change, how many have another owner or value now.
    int replaced = 0;
    //! Of those that were chosen, how many no row shows.
    int hidden = 0;
    //! How many contacts the workspace has; 0 while that is not known.
    int workspace = 0;
    //! What the batch is called unless somebody calls it otherwise.
    QString suggestedName = {};
    //! Too many to look each up: `already` and `replaced` are not known, and all are acted on.
    bool isUncounted = false;

    static constexpr int mostUntyped = 500;
    static constexpr int largestShare = 5;

    //! So many that a slip of the hand must not do it: the count has to be typed.
    bool needsTypedCount() const
    {
        const auto count = changing.size();
        return count > mostUntyped || (workspace > 0 && count * largestShare > workspace);
    }
};

//! Whether `typed` is `count`, however its digits are grouped and whatever script they are in.
bool isCountTyped(const QString &typed, qsizetype count);

} // namespace roster
