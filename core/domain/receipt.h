// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/bulkaction.h"

namespace roster {

//! What stays of something that cannot be taken back: kept in the journal, however the contact
//! goes.
struct Receipt
{
    enum class Kind {
        Deleted, //!< DELETE /contacts/{id}: gone for good after seven days, not restorable
                 //!< meanwhile.
        Blocked, //!< POST /contacts/{id}/block: archived with its conversations, nobody unblocks
                 //!< it.
        Merged   //!< POST /contacts/merge: the lead went into `into`.
    };

    qint64 number = 0;
    Kind kind = Kind::Deleted;
    //! The contact as it was.
    BulkTarget contact;
    //! For Merged, the user that remains.
    BulkTarget into = {};
    //! Unix seconds.
    qint64 at = 0;
    //! Name of the token's owner.
    QString by;
    //! Intercom's id of the request, for its support.
    QString requestId;
    //! False: the answer was lost and nobody could tell.
    bool isCertain = true;

    friend bool operator==(const Receipt &, const Receipt &) = default;
};

} // namespace roster
