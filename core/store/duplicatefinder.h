// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/duplicates.h"
#include "core/store/database.h"
#include "core/store/duplicatescan.h"

namespace roster {

//! Looks through the contacts of the file for duplicates of one kind, some thousands at a step, so
//! that others who read are not held up. What is written meanwhile may be missed. Used in one
//! thread at a time.
class DuplicateFinder
{
public:
    explicit DuplicateFinder(DuplicateKind kind)
        : m_kind(kind)
    {
    }

    //! Does a piece of it; nothing: there is more to do.
    std::optional<Result<Duplicates>> step(Database &file);

private:
    Result<Done> begin(Database &file);
    //! How many there were.
    Result<int> readSome(Database &file);
    Result<Duplicates> answer(Database &file);

    const DuplicateKind m_kind;
    DuplicateScan m_scan;
    bool m_hasBegun = false;
    RowKey m_after = 0;
};

} // namespace roster
