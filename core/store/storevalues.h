// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/contactrow.h"
#include "core/domain/recordfacts.h"
#include "core/domain/result.h"
#include "core/store/freshness.h"

#include <QtCore/QByteArray>

#include <functional>
#include <vector>

namespace roster {

//! Reads a record's JSON. The store keeps records as they came and knows nothing of their form.
//! Called in the UI thread, and in a thread of the store when it has no FactsReader.
using RecordReader = std::function<Result<Contact>(const QByteArray &)>;

//! Reads the facts of a record alone, quickly: a million records are read in one go. Called in a
//! thread of the store; a record that cannot be read has none.
using FactsReader = std::function<RecordFacts(const QByteArray &)>;

//! A contact to be stored, and the bytes that it was read from.
struct StoredContact
{
    ContactRow row;
    QByteArray record;
    RecordSource source = RecordSource::Listing;
};

//! What came of storing contacts.
struct StoreSummary
{
    //! One for each contact given, in their order; 0 for one that was refused as out of date and
    //! is not in the store.
    std::vector<RowKey> keys;
    //! Not in the store before.
    QList<ContactId> added;
    //! In the store before, and different now.
    QList<ContactId> changed;

    //! added and changed.
    QList<ContactId> stored() const { return added + changed; }

    friend bool operator==(const StoreSummary &, const StoreSummary &) = default;
};

} // namespace roster
