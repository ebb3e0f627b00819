// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/batchrecord.h"
#include "core/domain/receipt.h"

#include <optional>

namespace roster {

//! One thing that this Roster did to a contact, from the journal: a line of a batch, or a receipt.
struct ActivityEntry
{
    //! Unix seconds: of the outcome, else of the decision.
    qint64 at = 0;
    //! Name of the token's owner at that time.
    QString by;
    //! What was done; not for what has a receipt.
    BulkAction action = {};
    //! 0: it belongs to no batch.
    BatchId batch = 0;
    QString batchName;
    JournalState state = JournalState::Intended;
    //! It was so before already.
    bool wasSo = false;
    std::optional<Receipt> receipt = {};

    friend bool operator==(const ActivityEntry &, const ActivityEntry &) = default;
};

} // namespace roster
