// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/contactrow.h"
#include "core/store/database.h"

#include <vector>

namespace roster {

//! What was written since it was asked for last.
struct StoreChanges
{
    //! Contacts that are new, different or gone, each once, ascending.
    std::vector<RowKey> contacts;
    //! Names of tags, companies, admins, or the attributes.
    bool haveNamesChanged = false;
    //! More than is told in `contacts`: anything may be different.
    bool hasLostTrack = false;

    bool isEmpty() const { return contacts.empty() && !haveNamesChanged && !hasLostTrack; }
};

// Notes in the connection that writes, in memory, what each statement changes, whichever part of
// the store runs it: triggers of the connection, of which nothing is in the file. What is taken
// back with a transaction is not noted.

//! Begins to note. Once for a connection, before it writes.
Result<Done> watchChanges(Database &database);
//! What was noted since, and forgets it. Outside of a transaction.
Result<StoreChanges> takeChanges(Database &database);
//! Does not note every single contact that is removed from now on, until takeChanges(), which then
//! says that it has lost track: for removing all of them at once.
Result<Done> loseTrack(Database &database);

} // namespace roster
