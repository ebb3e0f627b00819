// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QDateTime>
#include <QtCore/QObject>

#include <functional>

namespace roster {

//! The handle of one asked-for thing, with an answer of a type (see OperationOf).
//!
//! Guarantees, in the thread that it lives in:
//! 1. it never finishes inside the call that made it;
//! 2. finished() is emitted exactly once, also when its owner is destroyed first;
//! 3. the result can be read in every slot of finished();
//! 4. any number of listeners;
//! 5. a listener whose context is gone is dropped, the others are not;
//! 6. cancel() ends it in Cancelled, with Effect::Unknown if a write had already left;
//! 7. whoever made it owns it; it deletes itself after finished().
class Operation : public QObject
{
    Q_OBJECT

public:
    enum class State { Queued, InFlight, Waiting, Succeeded, Failed, Cancelled };
    Q_ENUM(State)
    //! Why a request waits.
    enum class WaitReason { RateLimit, Retry, Offline, Token };
    Q_ENUM(WaitReason)

    State state() const { return m_state; }
    //! A write was sent and may have happened: cancel() leaves that open.
    bool hasLeft() const { return m_hasLeft; }
    //! finished() has been or is being emitted.
    bool isFinished() const { return m_isFinished; }

    //! For whoever works on it: it was sent (InFlight); a write that was sent is Unknown when
    //! cancelled.
    void markInFlight(bool isWrite);
    //! For whoever works on it: what was sent so far has been refused or has not arrived, so that a
    //! cancel() leaves nothing open.
    void markNotApplied() { m_hasLeft = false; }
    //! For whoever works on it: nothing is sent before `until` (invalid when not known).
    void markWaiting(const QDateTime &until, WaitReason reason);
    //! For whoever works on it: what to stop when cancelled. Called at most once.
    void setCanceller(std::function<void()> canceller) { m_canceller = std::move(canceller); }

public Q_SLOTS:
    //! Gives up; finishes as Cancelled unless the answer is already there.
    virtual void cancel() = 0;

Q_SIGNALS:
    void stateChanged(roster::Operation::State state);
    void waiting(const QDateTime &until, roster::Operation::WaitReason reason);
    void finished();

protected:
    explicit Operation(QObject *owner);

    void callCanceller();
    //! Emits finished() in a later turn of the event loop.
    void finishLater(State end);
    //! Emits finished() now unless that was done.
    void finishNow(State end);

private:
    void setState(State state);

    State m_state = State::Queued;
    bool m_isFinished = false;
    bool m_hasLeft = false;
    std::function<void()> m_canceller;
};

} // namespace roster
