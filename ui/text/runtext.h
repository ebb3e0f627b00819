// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/bulkaction.h"

namespace roster {

//! What a run's action is about, by name, for its words.
struct RunWords
{
    BulkAction action;
    //! Name of the tag or company; empty for archive and restore.
    QString thing;
    //! Label of the only contact; empty for several.
    QString person;
};

//! While it runs: "Archiving 412 of 2,000".
QString runProgressText(const RunWords &words, int settled, int total);

//! When it ended well for `count` contacts: "Archived Ada Lovelace", "Added VIP to 12 contacts".
QString runDoneText(const RunWords &words, int count);

//! What undoing the action is called: "Undo archive".
QString undoText(BulkAction::Kind kind);

} // namespace roster
