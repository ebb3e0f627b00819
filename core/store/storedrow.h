// SPDX-License-Identifier: MIT
#pragma once

#include "core/store/foldednames.h"

#include <functional>

namespace roster {

//! `take` for each of the contacts with these keys that is stored, in no order.
Result<Done> readRows(Database &database, const std::vector<RowKey> &keys,
                      const std::function<void(ContactRow)> &take);

//! Writes row and record of a contact that is not stored; answers the key. `answeredAt`: see
//! freshness.h.
Result<RowKey> insertRow(Database &database, const StoredContact &arriving, qint64 answeredAt,
                         const FoldedNames &names);

//! Replaces row and record of the contact with the row's key.
Result<Done> updateRow(Database &database, const ContactRow &row, const QByteArray &record,
                       qint64 answeredAt);

//! Links the contact `key` with the row's tags and companies and with no others; `isNew`: it has no
//! links yet.
Result<Done> writeAllLinks(Database &database, const ContactRow &row, RowKey key, bool isNew);

} // namespace roster
