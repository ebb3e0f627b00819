// SPDX-License-Identifier: MIT
#include "core/service/syncround.h"

#include "core/async/clock.h"
#include "core/service/completion.h"
#include "core/service/contactsload.h"
#include "core/service/contactsrefresh.h"
#include "core/service/directoryload.h"
#include "core/service/syncnotes.h"
#include "core/store/store.h"

namespace roster {

namespace {

using Phase = SyncStatus::Phase;

//! No phase counts less than it has done.
int atLeast(int done, int total)
{
    return std::max(done, total);
}

template <class T>
std::optional<ApiError> errorOf(const Result<T> &result)
{
    return result ? std::nullopt : std::optional(result.error());
}

} // namespace

SyncRound::SyncRound(const ServiceParts &parts, Names names, OperationOf<Done> *operation)
    : QObject(operation)
    , m_parts(parts)
    , m_operation(operation)
{
    operation->setCanceller([this] {
        for (auto *part : findChildren<Operation *>(QString(), Qt::FindDirectChildrenOnly))
            part->cancel();
    });
    // Without knowing whether there was a load, nobody begins one of a million contacts.
    const Result<SyncNotes> notes = SyncNotes::of(parts.store);
    if (!notes) {
        operation->settle(notes.error());
        return;
    }
    // The rows first: somebody looks at an empty table.
    if (notes->freshSince)
        refresh(*notes->freshSince);
    else
        load();
    if (names == Names::Read)
        readNames();
}

void SyncRound::readNames()
{
    ++m_openParts;
    auto *names = new OperationOf<Done>(this);
    new DirectoryLoad(m_parts, names);
    names->onFinished(this, [this](const Result<Done> &end) {
        if (!hasFailed(errorOf(end)))
            endPart();
    });
}

void SyncRound::load()
{
    auto *all = new OperationOf<LoadState>(this);
    auto *walk =
        new ContactsLoad(m_parts, LoadState::Kind::FirstLoad, ContactsLoad::Pace::Full, all);
    countOnTheWay([this](const StoreFigures &figures) {
        m_stored = figures.contacts;
        if (m_stored > 0)
            tell(Phase::Loading, m_stored, m_stored);
    });
    connect(walk, &ContactsLoad::progressed, this, [this](int added, int, int total) {
        m_stored += added;
        tell(Phase::Loading, m_stored, atLeast(m_stored, total));
    });
    all->onFinished(this, [this](const Result<LoadState> &end) {
        if (hasFailed(errorOf(end)))
            return;
        // A walk that saw everything is a sweep too. Without the note there would be another.
        SyncNotes::noteSwept(m_parts.store, end->startedAt)
            ->onFinished(this, [](const Result<Done> &) {});
        // In this order: a plan that is left over does no harm, one that is gone too early makes a
        // new load.
        SyncNotes::noteFresh(m_parts.store, end->startedAt)
            ->onFinished(this, [this, since = end->startedAt](const Result<Done> &kept) {
                if (hasFailed(errorOf(kept)))
                    return;
                m_parts.store.sync().setLoadState({})->onFinished(this,
                                                                  [](const Result<Done> &) {});
                Q_EMIT loaded();
                if (!m_operation->isSettled())
                    refresh(since);
            });
    });
}

void SyncRound::refresh(qint64 since)
{
    tell(Phase::Refreshing, 0, 0);
    auto *all = new OperationOf<qint64>(this);
    // Search shows changes late, and their times are whole seconds.
    auto *walk = new ContactsRefresh(m_parts, since - searchLag.count(), all);
    connect(walk, &ContactsRefresh::progressed, this,
            [this](int done) { tell(Phase::Refreshing, done, done); });
    all->onFinished(this, [this](const Result<qint64> &beganAt) {
        if (hasFailed(errorOf(beganAt)))
            return;
        SyncNotes::noteFresh(m_parts.store, *beganAt)
            ->onFinished(this, [this](const Result<Done> &kept) {
                if (!hasFailed(errorOf(kept)))
                    complete();
            });
    });
}

void SyncRound::complete()
{
    count([this](const StoreFigures &figures) {
        m_incomplete = figures.incomplete.tags + figures.incomplete.companies;
        auto *all = new OperationOf<Done>(this);
        auto *completion = new Completion(m_parts, all);
        if (m_incomplete > 0)
            tell(Phase::Completing, 0, m_incomplete);
        connect(completion, &Completion::progressed, this, [this] {
            countOnTheWay([this](const StoreFigures &now) {
                const int open = now.incomplete.tags + now.incomplete.companies;
                const int done = std::max(m_incomplete - open, 0);
                tell(Phase::Completing, done, atLeast(done, m_incomplete));
            });
        });
        all->onFinished(this, [this](const Result<Done> &end) {
            if (!hasFailed(errorOf(end)))
                finish();
        });
    });
}

void SyncRound::finish()
{
    count([this](const StoreFigures &) { endPart(); });
}

void SyncRound::count(std::function<void(const StoreFigures &)> then)
{
    m_parts.store.sync().figures()->onFinished(
        this, [this, then = std::move(then)](const Result<StoreFigures> &figures) {
            if (!hasFailed(errorOf(figures)))
                tellCounted(*figures, then);
        });
}

void SyncRound::countOnTheWay(std::function<void(const StoreFigures &)> then)
{
    // Nothing but what is shown hangs on it: the part goes on without.
    m_parts.store.sync().figures()->onFinished(
        this, [this, then = std::move(then)](const Result<StoreFigures> &figures) {
            if (figures && !m_operation->isSettled())
                tellCounted(*figures, then);
        });
}

void SyncRound::tellCounted(const StoreFigures &figures,
                            const std::function<void(const StoreFigures &)> &then)
{
    Q_EMIT counted(figures);
    if (!m_operation->isSettled())
        then(figures);
}

void SyncRound::tell(SyncStatus::Phase phase, int done, int total)
{
    if (!m_operation->isSettled())
        Q_EMIT progressed(phase, done, total);
}

bool SyncRound::hasFailed(const std::optional<ApiError> &error)
{
    if (m_operation->isSettled())
        return true;
    if (!error)
        return false;
    if (!m_error)
        m_error = error;
    endPart();
    return true;
}

void SyncRound::endPart()
{
    if (--m_openParts > 0)
        return;
    if (m_error)
        return m_operation->settle(*m_error);
    m_operation->settle(Done{});
}

} // namespace roster
