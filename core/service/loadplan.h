// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/loadwindow.h"
#include "core/service/workspacedays.h"

#include <QtCore/QHash>
#include <QtCore/QSet>

#include <map>
#include <optional>

namespace roster {

//! Divides a workspace into disjoint searches and says which of them to read next. Pure; knows
//! nothing of requests. A plan begins with three windows: what was created up to today, what comes
//! later, and what has no date. Whoever could read one more page and finds every window busy makes
//! the plan split the one with most left: the later half of its days goes to a new window, and the
//! old one stops when it gets there. A single day that is too full is split by the last hexadecimal
//! digits of ids, which spread evenly however the contacts came. Counts of the server are hints for
//! where to split and nothing else; windows may overlap by part of a page and never leave a gap.
class LoadPlan
{
public:
    //! What a page of a window told.
    struct Page
    {
        int contacts = 0;
        //! How many the server claims for the search.
        int total = 0;
        //! The cursor of the page after; empty on the last.
        QString next;
        //! When the last contact on it was created; pages are in that order.
        std::optional<qint64> lastCreatedAt;
        //! Every id on it is one of 24 hexadecimal digits.
        bool hasHexIds = false;
    };

    explicit LoadPlan(const WorkspaceDays &days);

    //! A new plan for a workspace whose calendar says `today`.
    void begin(const QDate &today);
    //! A new plan for what has no date, where everything else is known already.
    void beginUndated();
    //! Goes on with a plan that was kept.
    void resume(const QList<LoadWindow> &windows);

    //! The number of a window to read the next page of, which is busy from then on. Nothing when
    //! everything is busy, done or failed and splitting is not worth it.
    std::optional<int> take();
    //! The page that take() asked for is here.
    void arrived(int number, const Page &page);
    //! The window could not be read; take() leaves it alone until resume().
    void failed(int number);
    //! The server refuses the window's cursor: it is read from its last day on.
    void restart(int number);
    //! The server refuses what the window asks for. True: something else is asked for instead, or
    //! nothing needs to be.
    bool refused(int number);

    const LoadWindow &window(int number) const { return m_windows.at(number); }
    QList<LoadWindow> windows() const;
    //! The windows that are other than at the last call.
    QList<LoadWindow> takeChanges();

    bool isDone() const;
    //! Contacts that came with pages, those that came twice counted twice.
    int seen() const;

private:
    int add(LoadWindow window);
    void change(const LoadWindow &window);
    int left(const LoadWindow &window) const;
    bool isOpen(const LoadWindow &window) const;
    bool hasDaysToGive(const LoadWindow &window) const;
    bool isWorthDigits(const LoadWindow &window) const;
    std::optional<int> split();
    int splitByDay(LoadWindow window);
    int splitByDigit(LoadWindow window);
    void learnTotal(LoadWindow &window, int total);
    bool isPast(const LoadWindow &window, const Page &page) const;
    void follow(int number, const Page &page);

    //! Where a window came from, and how many contacts it was thought to have then.
    struct Origin
    {
        int donor;
        int guess;
    };

    //! Where a window is, and how many contacts a day its last pages had.
    struct Trail
    {
        //! When the last contact that was read was created.
        qint64 reachedAt = 0;
        double perDay = 0;
    };

    WorkspaceDays m_days;
    std::map<int, LoadWindow> m_windows;
    QSet<int> m_busy;
    QSet<int> m_failed;
    QSet<int> m_changed;
    QHash<int, QSet<QString>> m_cursors;
    QHash<int, Origin> m_origins;
    QHash<int, Trail> m_trails;
    bool m_areIdsHex = false;
    bool m_areDigitsRefused = false;
};

} // namespace roster
