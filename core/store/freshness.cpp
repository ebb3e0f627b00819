// SPDX-License-Identifier: MIT
#include "core/store/freshness.h"

namespace roster {

namespace {

bool isYoung(qint64 since, qint64 now)
{
    return now - since < searchLag.count();
}

} // namespace

bool replaces(const RecordAge &stored, const RecordAge &arriving, qint64 now)
{
    if (stored.updatedAt && arriving.updatedAt && *stored.updatedAt != *arriving.updatedAt)
        return *arriving.updatedAt > *stored.updatedAt;
    if (arriving.source == RecordSource::Answer)
        return true;
    return stored.source == RecordSource::Listing || !isYoung(stored.answeredAt, now);
}

bool bringsBack(qint64 removedAt, const RecordAge &arriving, qint64 now)
{
    if (arriving.source == RecordSource::Answer || !isYoung(removedAt, now))
        return true;
    return arriving.updatedAt && *arriving.updatedAt > removedAt;
}

} // namespace roster
