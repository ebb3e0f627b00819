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

using Moment = std::optional<qint64>;

Result<Moment> read(Store &store, const QString &name)
{
    return store.readMeta(name).map([](const QByteArray &kept) {
        bool isKnown = false;
        const qint64 at = kept.toLongLong(&isKnown);
        return isKnown ? Moment(at) : Moment();
    });
}

} // namespace

Result<SyncNotes> SyncNotes::of(Store &store)
{
    const Result<Moment> finished = read(store, finishedName());
    const Result<Moment> fresh = read(store, freshName());
    const Result<Moment> swept = read(store, sweptName());
    for (const Result<Moment> *moment : {&finished, &fresh, &swept}) {
        if (!*moment)
            return moment->error();
    }
    SyncNotes notes{*finished, *fresh, *swept};
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
