// SPDX-License-Identifier: MIT
#include "core/service/holdwatch.h"

#include "core/async/clock.h"

namespace roster {

namespace {

using State = Operation::State;
using Reason = RunHold::Reason;

//! Shorter waits are a part of getting on.
constexpr qint64 ShortMs = 1000;

Reason reasonOf(Operation::WaitReason reason)
{
    switch (reason) {
    case Operation::WaitReason::RateLimit:
        return Reason::RateLimit;
    case Operation::WaitReason::Retry:
        return Reason::Retry;
    case Operation::WaitReason::Offline:
        return Reason::Offline;
    case Operation::WaitReason::Token:
        break;
    }
    return Reason::Token;
}

} // namespace

HoldWatch::HoldWatch(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
}

void HoldWatch::watch(Operation *operation)
{
    ++count(operation->state());
    connect(operation, &Operation::stateChanged, this,
            [this, before = operation->state()](State now) mutable {
                --count(std::exchange(before, now));
                ++count(now);
                // Why it waits is told in a moment.
                if (now != State::Waiting)
                    Q_EMIT changed();
            });
    connect(operation, &Operation::waiting, this,
            [this](const QDateTime &until, Operation::WaitReason reason) {
                m_latest = {reasonOf(reason), until};
                m_isShort = until.isValid() && m_clock.now().msecsTo(until) < ShortMs;
                Q_EMIT changed();
            });
}

std::optional<RunHold> HoldWatch::hold() const
{
    const bool isHeld = count(State::InFlight) == 0 && count(State::Waiting) > 0 && !m_isShort;
    return isHeld ? std::optional(m_latest) : std::nullopt;
}

} // namespace roster
