// SPDX-License-Identifier: MIT
#pragma once

#include "core/service/loadplan.h"
#include "core/service/searchpage.h"

#include <chrono>

namespace roster {

//! Walks through the whole workspace by a LoadPlan, as many pages at once as the dispatcher's
//! background lane is wide. A first load begins with the screenful seen last; a sweep counts what
//! is seen. Pages are stored in groups, and with each group how far the windows are, so that a walk
//! that ends early goes on where it stopped. A window that fails does not stop the others. The
//! child of its operation, which answers when it began (Unix seconds, the server's clock).
class ContactsLoad : public QObject
{
    Q_OBJECT

public:
    //! How fast: as the dispatcher allows, or a page at a time with a pause after each.
    enum class Pace { Full, Slow };

    ContactsLoad(const ServiceParts &parts, LoadState::Kind kind, Pace pace,
                 OperationOf<LoadState> *operation);

    //! From now on as fast as the dispatcher allows.
    void hurry();

Q_SIGNALS:
    //! After each group: how many contacts were new in the store, how many have been seen in all,
    //! and how many the server claims.
    void progressed(int added, int seen, int total);

private:
    //! A page that waits to be stored, and the windows as they are with it.
    struct Arrived
    {
        QList<StoredContact> contacts;
        QList<LoadWindow> windows;
    };

    void begin(const Result<LoadState> &kept);
    void beginSweep();
    void readFirstScreen();
    //! Once it is there and it is known that no earlier load goes on.
    void storeFirstScreen();
    void keepPlan();
    void pump();
    bool mayRead() const;
    void read(int number);
    void received(int number, const Result<SearchPage> &answer);
    void failed(int number, const ApiError &error);
    void storeSome();
    void stored(const Result<StoreSummary> &summary);
    void endIfDone();
    void fail(const ApiError &error);
    void cancelPages();

    ServiceParts m_parts;
    OperationOf<LoadState> *m_operation;
    LoadState m_state;
    Pace m_pace;
    WorkspaceDays m_days;
    LoadPlan m_plan;
    bool m_isNew = false;
    bool m_isFirstScreenAsked = false;
    std::optional<Result<SearchPage>> m_firstScreen;
    QList<Arrived> m_arrived;
    QSet<int> m_restarted;
    int m_reading = 0;
    bool m_isStoring = false;
    bool m_isPausing = false;
    std::chrono::milliseconds m_nextStoring{0};
    bool m_isStoringDue = false;
    //! Failures since the last page that came, and the first of all.
    int m_failures = 0;
    std::optional<ApiError> m_error;
};

} // namespace roster
