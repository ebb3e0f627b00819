// SPDX-License-Identifier: MIT
#include "core/service/syncer.h"

#include "core/async/clock.h"
#include "core/service/serviceparts.h"
#include "core/service/syncnotes.h"
#include "core/service/syncround.h"
#include "core/service/syncsweep.h"

#include <chrono>

namespace roster {

namespace {

using namespace std::chrono_literals;
using Phase = SyncStatus::Phase;
using State = SyncStatus::State;

constexpr std::chrono::seconds RefreshInterval = 5min;
constexpr std::chrono::seconds SweepInterval = 24h;
//! Names change seldom, and a long list of companies is many calls.
constexpr std::chrono::seconds NamesInterval = 1h;

} // namespace

Syncer::Syncer(const ServiceParts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(std::make_unique<ServiceParts>(parts))
{
    // What cannot be read now is read again by the first round.
    const Result<SyncNotes> kept = SyncNotes::of(parts.store);
    const SyncNotes notes = kept ? *kept : SyncNotes();
    if (notes.finishedAt)
        m_status.finishedAt = QDateTime::fromSecsSinceEpoch(*notes.finishedAt, Qt::UTC);
    m_status.isComplete = notes.freshSince.has_value();
}

Syncer::~Syncer()
{
    m_timer.reset();
    m_isActive = false;
    stop();
}

void Syncer::refresh()
{
    if (!m_round)
        startRound(true);
}

void Syncer::startRound(bool withNames)
{
    SyncStatus status = m_status;
    status.state = State::Loading;
    status.phase = m_status.isComplete ? Phase::Refreshing : Phase::FirstScreen;
    status.done = status.total = 0;
    status.error.reset();
    const qint64 now = m_parts->clock.now().toSecsSinceEpoch();
    if (withNames)
        m_namesReadAt = now;

    m_round = new OperationOf<Done>(this);
    auto *round = new SyncRound(
        *m_parts, withNames ? SyncRound::Names::Read : SyncRound::Names::Skip, m_round);
    connect(round, &SyncRound::progressed, this, [this](Phase phase, int done, int total) {
        SyncStatus progress = m_status;
        progress.phase = phase;
        progress.done = done;
        progress.total = total;
        tell(progress);
    });
    connect(round, &SyncRound::loaded, this, [this] {
        SyncStatus progress = m_status;
        progress.isComplete = true;
        tell(progress);
    });
    connect(round, &SyncRound::counted, this, [this](const StoreFigures &figures) {
        m_contacts = figures.contacts;
        SyncStatus progress = m_status;
        progress.incomplete = figures.incomplete;
        tell(progress);
    });
    m_round->onFinished(this, [this](const Result<Done> &end) { endRound(end); });
    tell(status);
}

void Syncer::endRound(const Result<Done> &end)
{
    m_round = nullptr;
    if (end) {
        // Also when that could not be read at the beginning.
        m_status.isComplete = true;
        m_status.finishedAt = m_parts->clock.now();
        SyncNotes::noteFinished(m_parts->store, m_status.finishedAt.toSecsSinceEpoch())
            ->onFinished(this, [](const Result<Done> &) {});
        if (!m_sweep && m_isActive && isSweepDue())
            startSweep(true);
    }
    schedule();
    settleDown(end);
}

void Syncer::sweep()
{
    if (m_sweep)
        return m_sweep->hurry();
    if (!m_status.isComplete)
        return refresh();
    startSweep(false);
    if (m_round)
        return;
    SyncStatus status = m_status;
    status.state = State::Loading;
    status.phase = Phase::Sweeping;
    status.done = 0;
    status.error.reset();
    tell(status);
}

void Syncer::startSweep(bool isSlow)
{
    m_sweeping = new OperationOf<Done>(this);
    m_sweep = new SyncSweep(*m_parts, isSlow ? ContactsLoad::Pace::Slow : ContactsLoad::Pace::Full,
                            m_sweeping);
    connect(m_sweep, &SyncSweep::progressed, this, [this](int seen) {
        if (m_round)
            return;
        SyncStatus progress = m_status;
        progress.phase = Phase::Sweeping;
        progress.total = m_contacts;
        progress.done = std::min(seen, m_contacts);
        tell(progress);
    });
    m_sweeping->onFinished(this, [this](const Result<Done> &end) { endSweep(end); });
}

void Syncer::endSweep(const Result<Done> &end)
{
    m_sweeping = nullptr;
    m_sweep = nullptr;
    settleDown(end);
}

//! Tells the end of a part: what still runs, or that nothing does.
void Syncer::settleDown(const Result<Done> &end)
{
    SyncStatus status = m_status;
    if (!end)
        status.error = end.error();
    status.done = status.total = m_contacts;
    if (m_round)
        return tell(m_status);
    if (m_sweep) {
        status.state = State::Loading;
        status.phase = Phase::Sweeping;
        status.done = 0;
    } else {
        status.state = status.error ? State::Failed : State::UpToDate;
        status.phase = Phase::None;
    }
    tell(status);
}

void Syncer::stop()
{
    const bool isRunning = m_round || m_sweep;
    for (const QPointer<OperationOf<Done>> &part :
         {std::exchange(m_round, nullptr), std::exchange(m_sweeping, nullptr)}) {
        if (!part)
            continue;
        // Nothing of it is heard any more, so that another may begin at once.
        for (QObject *child : part->children())
            child->disconnect(this);
        part->disconnect(this);
        part->cancel();
    }
    m_sweep = nullptr;
    if (!isRunning)
        return;
    SyncStatus status = m_status;
    status.state = State::Idle;
    status.phase = Phase::None;
    tell(status);
}

void Syncer::setActive(bool isActive)
{
    if (m_isActive == isActive)
        return;
    m_isActive = isActive;
    if (isActive && !m_round && isRefreshDue())
        startRound(true);
    else
        schedule();
}

bool Syncer::isRefreshDue() const
{
    return !m_status.finishedAt.isValid() ||
           m_status.finishedAt.secsTo(m_parts->clock.now()) >= RefreshInterval.count();
}

bool Syncer::isSweepDue() const
{
    const Result<SyncNotes> notes = SyncNotes::of(m_parts->store);
    if (!notes)
        return false;
    const qint64 now = m_parts->clock.now().toSecsSinceEpoch();
    return !notes->sweptAt || now - *notes->sweptAt >= SweepInterval.count();
}

void Syncer::schedule()
{
    m_timer.reset();
    if (!m_isActive || m_round)
        return;
    m_timer = std::make_unique<QObject>();
    m_parts->clock.after(RefreshInterval, m_timer.get(), [this] {
        const qint64 now = m_parts->clock.now().toSecsSinceEpoch();
        if (!m_round)
            startRound(!m_namesReadAt || now - *m_namesReadAt >= NamesInterval.count());
    });
}

void Syncer::tell(const SyncStatus &status)
{
    if (m_status == status)
        return;
    m_status = status;
    Q_EMIT statusChanged(m_status);
}

} // namespace roster
