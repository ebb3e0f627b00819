// SPDX-License-Identifier: MIT
#pragma once

#include "core/async/clock.h"
#include "core/async/operationof.h"
#include "core/domain/reachability.h"
#include "core/net/lanewidths.h"
#include "core/net/linkstate.h"
#include "core/net/pace.h"
#include "core/net/ratebudget.h"
#include "core/net/retrypolicy.h"
#include "core/net/transport.h"

#include <array>
#include <list>
#include <optional>
#include <random>

namespace roster {

//! The one place that sends. It orders requests by lane, keeps to the rate budget, repeats what may
//! be repeated (RetryPolicy), and waits out limits, lost connections and refused tokens.
//!
//! - Every answer after retries is a value, 4xx and 5xx too. An ApiError means that no usable
//! answer
//!   came; its effect is Unknown when a write may have left, Applied when the head of a 2xx came.
//! - No connection: an interactive request fails after its retries. The other lanes park; the first
//!   parked request is tried after 1, 2, 4 … 30 s, and any answer opens the lanes again.
//! - 401: an interactive request gets it as its answer. The other lanes park, request included,
//!   until resume(), setEndpoint(), or until the token works for somebody.
//! - 429: nothing is sent before the time the answer names; no attempt is counted.
//! - Interactive requests go at once. Bulk work goes at an even pace that uses up a window's budget
//!   but for the reserve (RateBudget::gap). Background work goes as fast as it can, but while there
//!   is bulk work it keeps to the same pace and has one call of four (Turns).
//!
//! Lives in one thread, shorter than transport and clock. Nothing finishes inside send(). When it
//! is destroyed, what is open is cancelled.
class Dispatcher : public QObject
{
    Q_OBJECT

public:
    struct Options : LaneWidths::Bounds
    {
        RetryPolicy retry;
        //! Of the random part of delays.
        quint32 seed = std::random_device()();
    };

    Dispatcher(Transport &transport, Clock &clock, QObject *parent = nullptr);
    Dispatcher(Transport &transport, Clock &clock, const Options &options,
               QObject *parent = nullptr);
    ~Dispatcher() override;

    //! Sends `request` when its turn comes. The handle is the dispatcher's.
    OperationOf<HttpResponse> *send(const HttpRequest &request);

    //! Other address, token or version from now on. Another origin is another workspace: whatever
    //! is open is cancelled. With another token, what waited for it goes on.
    void setEndpoint(const Endpoint &endpoint);

    const Reachability &reachability() const { return m_reachability; }
    //! Requests that have no answer yet, sent or not.
    int openRequests() const;
    //! How many requests of the lane are worth having open at once; changes with every answer.
    int width(Lane lane) const;

public Q_SLOTS:
    //! The token is believed to be good again: what waited for it goes on.
    void resume();
    //! Tries at once what waits for a connection or a retry ("Try again"); limits still hold.
    void retryNow();
    void cancelAll();

Q_SIGNALS:
    void reachabilityChanged(const roster::Reachability &reachability);

private:
    using Millis = std::chrono::milliseconds;
    struct Job;
    using Jobs = std::list<Job>;

    //! One request from send() to its answer. It moves between lists and never in memory.
    struct Job
    {
        HttpRequest request;
        OperationOf<HttpResponse> *operation = nullptr;
        Exchange *exchange = nullptr;
        int retries = 0;
        bool leftOpen = false;
        bool isProbe = false;
        int failedProbes = 0;
        quint32 tokenTurn = 0;
        RateBudget::Call call;
        Millis wakeAt{0};
        Jobs *home = nullptr;
        Jobs::iterator self;
    };

    static size_t index(Lane lane) { return static_cast<size_t>(lane); }
    static bool mayPark(const Job &job) { return job.request.lane != Lane::Interactive; }

    void move(Job &job, Jobs &to, bool toFront);
    void drop(Job &job);
    void cancelled(Job &job);

    void pumpLater();
    void pump();
    void wakeSleepers();
    void fillInteractive();
    void fillShared();
    std::optional<Lane> nextShared();
    bool mayStart(Lane lane);
    bool mayStartByBudget(Lane lane, Millis now);
    bool hasRoom(Lane lane) const;
    bool isPaced(Lane lane) const;
    void holdLane(Lane lane, Millis until, Operation::WaitReason reason);
    void scheduleWake();
    void wakeAt(Millis at);

    void start(Job &job);
    void received(Job &job, const HttpOutcome &outcome);
    void observe(const Job &job, const HttpOutcome &outcome);
    bool park(Job &job, const HttpOutcome &outcome);
    bool isServerDown(Job &job, const HttpResponse &response, bool wasProbe);
    void retryLater(Job &job, Millis delay);
    void deliver(Job &job, const HttpOutcome &outcome);

    void tellReachability();
    QDateTime wall(Millis at) const;
    double jitter();

    Transport &m_transport;
    Clock &m_clock;
    Options m_options;
    std::mt19937 m_random;
    RateBudget m_budget;
    Pace m_pace;
    Turns m_turns;
    LaneWidths m_widths;
    LinkState m_link;
    Reachability m_reachability;

    std::array<Jobs, 3> m_lanes;
    Jobs m_flying;
    Jobs m_sleeping;
    std::array<int, 3> m_laneFlying{};

    bool m_isPumpDue = false;
    bool m_isClosing = false;
    Millis m_nextWake{-1};
};

} // namespace roster
