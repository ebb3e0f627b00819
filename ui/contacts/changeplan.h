// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/contactrow.h"

#include <vector>

namespace roster {

//! Rows that lie together.
struct RowSpan
{
    int first = 0;
    int count = 0;

    friend bool operator==(const RowSpan &, const RowSpan &) = default;
};

//! One row that goes from one place to another; `to` is where it stands afterwards.
struct RowMove
{
    int from = 0;
    int to = 0;

    friend bool operator==(const RowMove &, const RowMove &) = default;
};

//! How a table gets from one order of keys to another.
struct ChangePlan
{
    enum class Kind {
        Nothing, //!< The orders are equal.
        Steps,   //!< Removals, then moves, then insertions.
        Layout,  //!< Too scattered for steps: one change of the layout.
    };

    Kind kind = Kind::Nothing;
    //! In rows of the old order, ascending: apply from the last to the first.
    std::vector<RowSpan> removals;
    //! Each in rows as they are when it is its turn, after the removals.
    std::vector<RowMove> moves;
    //! In rows of the new order, ascending: apply from the first to the last.
    std::vector<RowSpan> insertions;
    //! For a change of the layout: keys that only the new order holds, and those that only the old
    //! one does, each in the order it has there.
    std::vector<RowKey> added = {};
    std::vector<RowKey> leaving = {};

    friend bool operator==(const ChangePlan &, const ChangePlan &) = default;
};

//! How many steps cost an attached table less than one layout change, at `rows` rows. Measured: a
//! step costs 0.05 ms at ten thousand rows, 0.5 ms at a hundred thousand and 2.5 ms at a million; a
//! layout change 1.4, 11 and 11 ms.
int affordableSteps(qsizetype rows);

//! The cheapest way from `before` to `after`. Neither holds a key twice. Linear in their lengths.
ChangePlan changePlan(const std::vector<RowKey> &before, const std::vector<RowKey> &after);

} // namespace roster
