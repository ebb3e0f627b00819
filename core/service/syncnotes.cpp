// SPDX-License-Identifier: MIT
#include "core/service/syncnotes.h"

#include "core/store/store.h"

namespace roster {

namespace {

//! A store of the first version knows only when a refresh ended; it may have taken long.
constexpr qint64 LongestRefresh = 24 * 3600;

QString finishedName()
{
    return QStringLiteral("refreshed_at");
}

QString freshName()
{
    return QStringLiteral("fresh_since");
}

QString sweptName()
{
    return QStringLiteral("swept_at");
}

std::optional<qint64> read(Store &store, const QString &name)
{
    bool isKnown = false;
    const qint64 at = store.meta(name).toLongLong(&isKnown);
    return isKnown ? std::optional(at) : std::nullopt;
}

} // namespace

SyncNotes SyncNotes::of(Store &store)
{
    SyncNotes notes{read(store, finishedName()), read(store, freshName()),
                    read(store, sweptName())};
    if (!notes.freshSince && notes.finishedAt)
        notes.freshSince = *notes.finishedAt - LongestRefresh;
    return notes;
}

OperationOf<Done> *SyncNotes::noteFinished(Store &store, qint64 at)
{
    return store.setMeta(finishedName(), QByteArray::number(at));
}

OperationOf<Done> *SyncNotes::noteFresh(Store &store, qint64 since)
{
    return store.setMeta(freshName(), QByteArray::number(since));
}

OperationOf<Done> *SyncNotes::noteSwept(Store &store, qint64 at)
{
    return store.setMeta(sweptName(), QByteArray::number(at));
}

} // namespace roster
