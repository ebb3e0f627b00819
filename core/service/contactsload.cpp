// SPDX-License-Identifier: MIT
#include "core/service/contactsload.h"

#include "core/async/clock.h"
#include "core/net/dispatcher.h"
#include "core/store/store.h"

#include <algorithm>

namespace roster {

namespace {

using namespace std::chrono_literals;

//! Somebody waits for these: few are answered, read and stored sooner than a whole page.
constexpr int FirstScreenful = 50;
//! Pages in one transaction at most: a person's own write waits for no more than this.
constexpr qsizetype LargestGroup = 8;
//! Pages in memory, on their way or waiting for the disk.
constexpr qsizetype MostHeld = 32;
//! How often what was stored is told.
constexpr std::chrono::milliseconds GroupTime = 100ms;
//! Between two pages of a slow walk.
constexpr std::chrono::milliseconds SlowPause = 1s;
//! After so many failures in a row the others would fail too.
constexpr int MostFailures = 3;

bool isHexId(const ContactId &id)
{
    const QString text = id.text();
    return text.size() == 24 && std::all_of(text.begin(), text.end(), [](QChar c) {
               return (c >= QLatin1Char('0') && c <= QLatin1Char('9')) ||
                      (c >= QLatin1Char('a') && c <= QLatin1Char('f'));
           });
}

LoadPlan::Page factsOf(const SearchPage &page)
{
    LoadPlan::Page facts;
    facts.contacts = static_cast<int>(page.contacts.size());
    facts.total = page.total;
    facts.next = page.next;
    if (!page.contacts.isEmpty())
        facts.lastCreatedAt = page.contacts.constLast().row.createdAt;
    facts.hasHexIds = std::all_of(page.contacts.begin(), page.contacts.end(),
                                  [](const auto &each) { return isHexId(each.row.id); });
    return facts;
}

} // namespace

ContactsLoad::ContactsLoad(const ServiceParts &parts, LoadState::Kind kind, Pace pace,
                           OperationOf<LoadState> *operation)
    : QObject(operation)
    , m_parts(parts)
    , m_operation(operation)
    , m_pace(pace)
    , m_days(parts.identity.timeZone)
    , m_plan(m_days)
{
    m_state.kind = kind;
    operation->setCanceller([this] { cancelPages(); });
    // Somebody looks at an empty table: what fills it is asked for before it is known whether an
    // earlier load goes on.
    if (kind == LoadState::Kind::FirstLoad && m_parts.store.reader().isEmpty())
        readFirstScreen();
    m_parts.store.sync().loadState()->onFinished(
        this, [this](const Result<LoadState> &kept) { begin(kept); });
}

void ContactsLoad::hurry()
{
    m_pace = Pace::Full;
    m_isPausing = false;
    pump();
}

void ContactsLoad::begin(const Result<LoadState> &kept)
{
    if (m_operation->isSettled())
        return;
    if (!kept)
        return fail(kept.error());
    const bool isResumed = kept->kind == m_state.kind && !kept->windows.isEmpty();
    if (isResumed) {
        cancelPages();
        m_state = *kept;
        m_plan.resume(kept->windows);
        return pump();
    }
    if (m_state.kind == LoadState::Kind::Sweep)
        return beginSweep();
    m_isNew = true;
    if (m_isFirstScreenAsked)
        storeFirstScreen();
    else
        readFirstScreen();
}

void ContactsLoad::beginSweep()
{
    m_parts.store.beginSweep()->onFinished(this, [this](const Result<qint64> &generation) {
        if (m_operation->isSettled())
            return;
        if (!generation)
            return fail(generation.error());
        m_state.generation = *generation;
        m_state.startedAt = m_parts.clock.now().toSecsSinceEpoch();
        m_plan.begin(m_days.dayOf(m_state.startedAt));
        keepPlan();
    });
}

void ContactsLoad::readFirstScreen()
{
    m_isFirstScreenAsked = true;
    api::SearchBody body;
    body.sortField = QStringLiteral("last_seen_at");
    body.perPage = FirstScreenful;
    readSearchPage(m_parts, body, this)->onFinished(this, [this](const Result<SearchPage> &first) {
        m_firstScreen = first;
        storeFirstScreen();
    });
}

void ContactsLoad::storeFirstScreen()
{
    if (m_operation->isSettled() || !m_isNew || !m_firstScreen)
        return;
    if (!*m_firstScreen)
        return fail(m_firstScreen->error());
    const SearchPage first = std::exchange(m_firstScreen, {})->value();
    m_state.startedAt = first.answeredAt;
    m_state.total = first.total;
    if (first.next.isEmpty())
        m_plan.beginUndated();
    else
        m_plan.begin(m_days.dayOf(first.answeredAt));
    // Kept before its contacts are, the plan would take them for known though they may be lost.
    m_parts.store.sync()
        .storeLoaded(first.contacts, {})
        ->onFinished(this, [this](const Result<StoreSummary> &summary) {
            if (m_operation->isSettled())
                return;
            if (!summary)
                return fail(summary.error());
            Q_EMIT progressed(static_cast<int>(summary->added.size()), m_plan.seen(),
                              m_state.total);
            if (!m_operation->isSettled())
                keepPlan();
        });
}

void ContactsLoad::keepPlan()
{
    m_state.windows = m_plan.windows();
    m_plan.takeChanges();
    // If the plan is lost, it is made again.
    m_parts.store.sync().setLoadState(m_state)->onFinished(this, [this](const Result<Done> &kept) {
        if (m_operation->isSettled())
            return;
        if (!kept)
            return fail(kept.error());
        pump();
    });
}

bool ContactsLoad::mayRead() const
{
    const bool isSlow = m_pace == Pace::Slow;
    const int width = isSlow ? 1 : m_parts.dispatcher.width(Lane::Background);
    return m_reading < width && m_reading + m_arrived.size() < MostHeld &&
           m_failures < MostFailures && !m_isPausing && !m_operation->isSettled();
}

void ContactsLoad::pump()
{
    while (mayRead()) {
        const std::optional<int> number = m_plan.take();
        if (!number)
            break;
        read(*number);
    }
    storeSome();
    endIfDone();
}

void ContactsLoad::read(int number)
{
    ++m_reading;
    readSearchPage(m_parts, searchOf(m_plan.window(number), m_days), this)
        ->onFinished(this, [this, number](const Result<SearchPage> &answer) {
            --m_reading;
            if (m_operation->isSettled())
                return;
            received(number, answer);
            pump();
        });
}

void ContactsLoad::received(int number, const Result<SearchPage> &answer)
{
    if (!answer)
        return failed(number, answer.error());
    m_failures = 0;
    m_plan.arrived(number, factsOf(*answer));
    m_state.total = std::max(m_state.total, answer->total);
    m_arrived.append({answer->contacts, m_plan.takeChanges()});
    if (m_pace == Pace::Slow) {
        m_isPausing = true;
        m_parts.clock.after(SlowPause, this, [this] {
            m_isPausing = false;
            pump();
        });
    }
}

void ContactsLoad::failed(int number, const ApiError &error)
{
    if (error.kind == ErrorKind::Invalid) {
        // A cursor of long ago may have lost its meaning; a condition may not be known here.
        if (!m_plan.window(number).cursor.isEmpty() && !m_restarted.contains(number)) {
            m_restarted.insert(number);
            return m_plan.restart(number);
        }
        if (m_plan.refused(number)) {
            m_arrived.append({{}, m_plan.takeChanges()});
            return;
        }
    }
    m_plan.failed(number);
    ++m_failures;
    if (!m_error)
        m_error = error;
}

void ContactsLoad::storeSome()
{
    if (m_isStoring || m_arrived.isEmpty() || m_operation->isSettled())
        return;
    const auto now = m_parts.clock.steady();
    const bool isWaitedFor = m_reading == 0 || m_arrived.size() >= LargestGroup;
    if (!isWaitedFor && now < m_nextStoring) {
        if (!std::exchange(m_isStoringDue, true)) {
            m_parts.clock.after(m_nextStoring - now, this, [this] {
                m_isStoringDue = false;
                storeSome();
            });
        }
        return;
    }
    m_nextStoring = now + GroupTime;
    m_isStoring = true;
    Arrived group;
    const qsizetype count = std::min<qsizetype>(m_arrived.size(), LargestGroup);
    for (qsizetype i = 0; i < count; ++i) {
        group.contacts.append(std::move(m_arrived[i].contacts));
        group.windows.append(std::move(m_arrived[i].windows));
    }
    m_arrived.remove(0, count);
    m_parts.store.sync()
        .storeLoaded(group.contacts, group.windows)
        ->onFinished(this, [this](const Result<StoreSummary> &summary) {
            m_isStoring = false;
            if (!m_operation->isSettled())
                stored(summary);
        });
}

void ContactsLoad::stored(const Result<StoreSummary> &summary)
{
    if (!summary)
        return fail(summary.error());
    Q_EMIT progressed(static_cast<int>(summary->added.size()), m_plan.seen(), m_state.total);
    if (!m_operation->isSettled())
        pump();
}

void ContactsLoad::endIfDone()
{
    const bool isBusy = m_reading > 0 || m_isStoring || !m_arrived.isEmpty() || m_isPausing;
    if (isBusy || m_operation->isSettled())
        return;
    if (m_error)
        return m_operation->settle(*m_error);
    m_operation->settle(m_state);
}

void ContactsLoad::fail(const ApiError &error)
{
    cancelPages();
    m_operation->settle(error);
}

void ContactsLoad::cancelPages()
{
    for (auto *page :
         findChildren<OperationOf<SearchPage> *>(QString(), Qt::FindDirectChildrenOnly))
        page->cancel();
}

} // namespace roster
