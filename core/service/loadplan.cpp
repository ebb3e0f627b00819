// SPDX-License-Identifier: MIT
#include "core/service/loadplan.h"

#include <algorithm>

namespace roster {

namespace {

//! Fewer contacts than this are read faster than a new window is opened for them: three pages.
constexpr int WorthSplitting = 450;
//! No workspace has more.
constexpr double MostExpected = 1e9;
constexpr double SecondsADay = 86400;
//! 16⁴ parts of one day are enough for any day.
constexpr int MostDigits = 4;

QDate firstUnread(const LoadWindow &window)
{
    return window.reachedDay.isValid() ? window.reachedDay : window.firstDay;
}

QDate lastUnread(const LoadWindow &window)
{
    return window.lastOwnDay.isValid() ? window.lastOwnDay : window.lastDay;
}

bool isStarted(const LoadWindow &window)
{
    return window.seen > 0 || !window.cursor.isEmpty();
}

} // namespace

LoadPlan::LoadPlan(const WorkspaceDays &days)
    : m_days(days)
{
}

void LoadPlan::begin(const QDate &today)
{
    resume({});
    LoadWindow past;
    past.lastDay = today;
    add(past);
    LoadWindow later;
    later.firstDay = today.addDays(1);
    add(later);
    LoadWindow undated;
    undated.isUndated = true;
    add(undated);
}

void LoadPlan::beginUndated()
{
    resume({});
    LoadWindow undated;
    undated.isUndated = true;
    add(undated);
}

void LoadPlan::resume(const QList<LoadWindow> &windows)
{
    *this = LoadPlan(m_days);
    for (const LoadWindow &window : windows)
        m_windows.emplace(window.number, window);
}

int LoadPlan::add(LoadWindow window)
{
    window.number = m_windows.empty() ? 0 : m_windows.rbegin()->first + 1;
    change(window);
    return window.number;
}

void LoadPlan::change(const LoadWindow &window)
{
    m_windows.insert_or_assign(window.number, window);
    m_changed.insert(window.number);
}

int LoadPlan::left(const LoadWindow &window) const
{
    const int told = std::max(window.expected - window.seen, 0);
    const Trail trail = m_trails.value(window.number);
    const QDate last = lastUnread(window);
    if (trail.perDay <= 0 || !last.isValid() || window.reachedDay >= last)
        return told;
    // What was told is of the whole window or a guess at its half: where contacts came unevenly, it
    // is used up long before the days are.
    const double coming = trail.perDay * static_cast<double>(window.reachedDay.daysTo(last));
    return std::max(told, static_cast<int>(std::min(coming, MostExpected)));
}

bool LoadPlan::isOpen(const LoadWindow &window) const
{
    return !window.isDone && !m_failed.contains(window.number);
}

std::optional<int> LoadPlan::take()
{
    const LoadWindow *best = nullptr;
    for (const auto &[number, window] : m_windows) {
        if (isOpen(window) && !m_busy.contains(number) && (!best || left(window) > left(*best)))
            best = &window;
    }
    const std::optional<int> number = best ? std::optional(best->number) : split();
    if (number)
        m_busy.insert(*number);
    return number;
}

bool LoadPlan::hasDaysToGive(const LoadWindow &window) const
{
    return !window.isUndated && firstUnread(window).isValid() && lastUnread(window).isValid() &&
           firstUnread(window) < lastUnread(window);
}

bool LoadPlan::isWorthDigits(const LoadWindow &window) const
{
    const bool isOneDay = window.isUndated || (firstUnread(window).isValid() &&
                                               firstUnread(window) == lastUnread(window));
    return isOneDay && isStarted(window) && m_areIdsHex && !m_areDigitsRefused &&
           window.idEnding.size() < MostDigits;
}

std::optional<int> LoadPlan::split()
{
    const LoadWindow *most = nullptr;
    for (const auto &[number, window] : m_windows) {
        const bool canBeSplit = hasDaysToGive(window) || isWorthDigits(window);
        if (isOpen(window) && canBeSplit && (!most || left(window) > left(*most)))
            most = &window;
    }
    if (!most || left(*most) < WorthSplitting)
        return std::nullopt;
    return hasDaysToGive(*most) ? splitByDay(*most) : splitByDigit(*most);
}

int LoadPlan::splitByDay(LoadWindow window)
{
    const QDate first = firstUnread(window);
    const QDate last = lastUnread(window);
    LoadWindow later;
    later.idEnding = window.idEnding;
    later.lastDay = last;
    window.lastOwnDay = first.addDays(first.daysTo(last) / 2);
    later.firstDay = window.lastOwnDay.addDays(1);
    later.expected = left(window) / 2;
    window.expected = std::max(window.expected - later.expected, window.seen);
    change(window);
    const int number = add(later);
    m_origins.insert(number, {window.number, later.expected});
    return number;
}

int LoadPlan::splitByDigit(LoadWindow window)
{
    // The whole day again: a cursor tells where the window is in time, not among ids. Shortly after
    // midnight the server may count what is next to the day before.
    LoadWindow part;
    part.isUndated = window.isUndated;
    part.firstDay = part.lastDay = firstUnread(window);
    if (part.firstDay.isValid() && part.firstDay != window.firstDay &&
        m_trails.value(window.number).reachedAt < m_days.wellPast(part.firstDay.addDays(-1)))
        part.firstDay = part.firstDay.addDays(-1);
    part.expected = left(window) / 16;
    int number = 0;
    for (const QChar digit : QStringLiteral("0123456789abcdef")) {
        part.idEnding = digit + window.idEnding;
        number = add(part);
    }
    window.isDone = true;
    window.expected = window.seen;
    change(window);
    return number;
}

void LoadPlan::arrived(int number, const Page &page)
{
    LoadWindow window = m_windows.at(number);
    m_busy.remove(number);
    m_areIdsHex = m_areIdsHex || page.hasHexIds;
    if (window.isDone)
        return;
    if (!isStarted(window))
        learnTotal(window, std::max(page.total, page.contacts));
    window.seen += page.contacts;
    window.expected = std::max(window.expected, window.seen);
    if (page.lastCreatedAt) {
        window.reachedDay = m_days.dayOf(*page.lastCreatedAt);
        follow(number, page);
    }
    QSet<QString> &cursors = m_cursors[number];
    // A cursor that comes again would never end; a page without contacts has nothing behind it.
    window.isDone = page.next.isEmpty() || page.contacts == 0 || cursors.contains(page.next) ||
                    isPast(window, page);
    cursors.insert(page.next);
    window.cursor = page.next;
    if (window.isDone) {
        window.expected = window.seen;
        m_cursors.remove(number);
    }
    change(window);
}

void LoadPlan::follow(int number, const Page &page)
{
    Trail &trail = m_trails[number];
    const qint64 seconds = *page.lastCreatedAt - trail.reachedAt;
    if (trail.reachedAt > 0 && seconds > 0) {
        const double now = page.contacts * SecondsADay / static_cast<double>(seconds);
        trail.perDay = trail.perDay > 0 ? (trail.perDay + now) / 2 : now;
    }
    trail.reachedAt = *page.lastCreatedAt;
}

void LoadPlan::learnTotal(LoadWindow &window, int total)
{
    const bool hasGivenAway = window.lastOwnDay.isValid();
    if (!hasGivenAway)
        window.expected = total;
    const auto origin = m_origins.constFind(window.number);
    if (origin == m_origins.constEnd())
        return;
    LoadWindow donor = m_windows.at(origin->donor);
    if (!donor.isDone) {
        donor.expected = std::max(donor.expected + origin->guess - total, donor.seen);
        change(donor);
    }
    m_origins.erase(origin);
}

bool LoadPlan::isPast(const LoadWindow &window, const Page &page) const
{
    return window.lastOwnDay.isValid() && page.lastCreatedAt &&
           *page.lastCreatedAt >= m_days.wellPast(window.lastOwnDay);
}

void LoadPlan::failed(int number)
{
    m_busy.remove(number);
    m_failed.insert(number);
}

void LoadPlan::restart(int number)
{
    LoadWindow window = m_windows.at(number);
    m_busy.remove(number);
    m_cursors.remove(number);
    window.cursor.clear();
    if (window.reachedDay.isValid())
        window.firstDay = window.reachedDay;
    change(window);
}

bool LoadPlan::refused(int number)
{
    LoadWindow window = m_windows.at(number);
    const bool hasDigits = !window.idEnding.isEmpty();
    if (isStarted(window) || !(window.isUndated || hasDigits))
        return false;
    m_busy.remove(number);
    window.isDone = true;
    window.expected = window.seen;
    change(window);
    if (!hasDigits)
        return true;
    // One search takes the place of all of them: the only one of its days that came after them.
    m_areDigitsRefused = true;
    const auto isInstead = [&window](const auto &entry) {
        const LoadWindow &other = entry.second;
        return entry.first > window.number && other.idEnding.isEmpty() &&
               other.isUndated == window.isUndated && other.firstDay == window.firstDay &&
               other.lastDay == window.lastDay;
    };
    if (std::any_of(m_windows.begin(), m_windows.end(), isInstead))
        return true;
    LoadWindow whole;
    whole.isUndated = window.isUndated;
    whole.firstDay = window.firstDay;
    whole.lastDay = window.lastDay;
    add(whole);
    return true;
}

QList<LoadWindow> LoadPlan::windows() const
{
    QList<LoadWindow> all;
    for (const auto &[number, window] : m_windows)
        all.append(window);
    return all;
}

QList<LoadWindow> LoadPlan::takeChanges()
{
    QList<LoadWindow> changes;
    for (const int number : std::exchange(m_changed, {}))
        changes.append(m_windows.at(number));
    return changes;
}

bool LoadPlan::isDone() const
{
    return std::all_of(m_windows.begin(), m_windows.end(),
                       [](const auto &entry) { return entry.second.isDone; });
}

int LoadPlan::seen() const
{
    int sum = 0;
    for (const auto &[number, window] : m_windows)
        sum += window.seen;
    return sum;
}

} // namespace roster
