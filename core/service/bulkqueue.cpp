// SPDX-License-Identifier: MIT
#include "core/service/bulkqueue.h"

#include "core/service/bulkrun.h"

#include <algorithm>

namespace roster {

void BulkQueue::note(BulkRun *run)
{
    m_runs.append(run);
    connect(run, &Operation::finished, this, [this, run] { leave(run); });
}

bool BulkQueue::enter(BulkRun *run, std::function<void()> turn)
{
    note(run);
    m_places.append({run, std::move(turn)});
    return m_places.size() == 1;
}

bool BulkQueue::isAtWork(BatchId batch) const
{
    return std::any_of(m_runs.begin(), m_runs.end(), [batch](const auto &run) {
        return run && (run->batch() == batch || run->undoes() == batch);
    });
}

bool BulkQueue::isRestoring() const
{
    return std::any_of(m_runs.begin(), m_runs.end(), [](const auto &run) {
        return run && run->action().kind == BulkAction::Kind::Restore;
    });
}

bool BulkQueue::holds(const ContactId &id) const
{
    return std::any_of(m_runs.begin(), m_runs.end(), [&id](const auto &run) {
        return run && std::any_of(run->targets().begin(), run->targets().end(),
                                  [&id](const BulkTarget &target) { return target.id == id; });
    });
}

void BulkQueue::leave(const QObject *run)
{
    m_runs.removeIf([run](const auto &each) { return !each || each == run; });
    const bool hadTurn = !m_places.isEmpty() && m_places.constFirst().run == run;
    m_places.removeIf([run](const Place &place) { return !place.run || place.run == run; });
    // Later: this may be the end of everything, and then nobody is next.
    if (hadTurn)
        QMetaObject::invokeMethod(this, &BulkQueue::advance, Qt::QueuedConnection);
}

void BulkQueue::advance()
{
    if (!m_places.isEmpty())
        m_places.constFirst().turn();
}

} // namespace roster
