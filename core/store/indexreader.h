// SPDX-License-Identifier: MIT
#pragma once

#include "core/store/database.h"
#include "core/store/indexedcontact.h"
#include "core/store/storevalues.h"

#include <QtCore/QHash>
#include <QtCore/QSet>

namespace roster {

// What the index takes from the file. Any thread, with a connection of its own.

//! Takes in a contact; false stops the reading.
using TakeIndexed = std::function<bool(const IndexedContact &)>;

//! Contacts with keys above `after`, ascending, at most `most` of them.
Result<Done> readIndexed(Database &database, const FactsReader &facts, RowKey after, int most,
                         const TakeIndexed &take);
//! Those of the contacts with these keys that are there, ascending.
Result<Done> readIndexed(Database &database, const FactsReader &facts,
                         const std::vector<RowKey> &keys, const TakeIndexed &take);

//! Folded names by id, and which custom attributes are dates.
struct IndexNames
{
    QHash<QString, QString> tags;
    QHash<QString, QString> companies;
    QHash<QString, QString> admins;
    QSet<QString> dateAttributes;
};
Result<IndexNames> readIndexNames(Database &database);

} // namespace roster
