// SPDX-License-Identifier: MIT
#include "core/service/syncsweep.h"

#include "core/service/sweepcheck.h"
#include "core/service/syncnotes.h"
#include "core/store/store.h"

namespace roster {

SyncSweep::SyncSweep(const ServiceParts &parts, ContactsLoad::Pace pace,
                     OperationOf<Done> *operation)
    : QObject(operation)
    , m_parts(parts)
    , m_operation(operation)
{
    operation->setCanceller([this] {
        for (auto *part : findChildren<Operation *>(QString(), Qt::FindDirectChildrenOnly))
            part->cancel();
    });
    auto *all = new OperationOf<LoadState>(this);
    m_walk = new ContactsLoad(parts, LoadState::Kind::Sweep, pace, all);
    connect(m_walk, &ContactsLoad::progressed, this,
            [this](int, int seen, int) { Q_EMIT progressed(seen); });
    all->onFinished(this, [this](const Result<LoadState> &walk) {
        if (m_operation->isSettled())
            return;
        if (walk)
            check(*walk);
        else
            m_operation->settle(walk.error());
    });
}

void SyncSweep::hurry()
{
    if (m_walk)
        m_walk->hurry();
}

void SyncSweep::check(const LoadState &walk)
{
    auto *asked = new OperationOf<Done>(this);
    new SweepCheck(m_parts, walk.generation, asked);
    asked->onFinished(this, [this, at = walk.startedAt](const Result<Done> &end) {
        if (m_operation->isSettled())
            return;
        if (end)
            this->end(at);
        else
            m_operation->settle(end.error());
    });
}

void SyncSweep::end(qint64 startedAt)
{
    m_parts.store.sync().setLoadState({})->onFinished(this, [](const Result<Done> &) {});
    SyncNotes::noteSwept(m_parts.store, startedAt)
        ->onFinished(this, [this](const Result<Done> &noted) { m_operation->settle(noted); });
}

} // namespace roster
