// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/partiallist.h"

#include <QtCore/QtGlobal>

#include <chrono>
#include <optional>

namespace roster {

//! Where a contact's record came from.
enum class RecordSource {
    Answer,  //!< The answer of a write or of a GET of this contact: the truth of that moment.
    Listing, //!< A page of a list or search, which lags behind writes by up to minutes.
};

//! How long a search may still show what was before an answer ("up to five minutes"; three times
//! that, since nothing promises it).
constexpr std::chrono::seconds searchLag{900};

//! What is known of a stored record, or of one that arrives.
struct RecordAge
{
    RecordSource source = RecordSource::Listing;
    //! The server's `updated_at` in whole Unix seconds.
    std::optional<qint64> updatedAt;
    //! Local wall time of storing, Unix seconds; only of a stored Answer.
    qint64 answeredAt = 0;
};

//! Whether what arrives at `now` (Unix seconds) takes the place of what is stored.
//! An older `updated_at` never does. On a tie, or where a time is missing, an Answer does, and a
//! Listing does unless what is stored is an Answer younger than searchLag.
bool replaces(const RecordAge &stored, const RecordAge &arriving, qint64 now);

//! Whether a contact that left the active set at `removedAt` comes back by what arrives: always by
//! an Answer; by a Listing once searchLag is over, or when it tells of a change after the removal.
bool bringsBack(qint64 removedAt, const RecordAge &arriving, qint64 now);

//! The list to store when a record arrives with `arriving`: a complete list that was read before
//! stays when the record's shortened one still fits it (same total, nothing new).
template <class T>
PartialList<T> merged(const PartialList<T> &stored, const PartialList<T> &arriving)
{
    if (arriving.isComplete() || !stored.isComplete() || stored.total != arriving.total)
        return arriving;
    for (const T &item : arriving.items) {
        if (!stored.items.contains(item))
            return arriving;
    }
    return stored;
}

} // namespace roster
