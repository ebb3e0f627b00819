// SPDX-License-Identifier: MIT
#include "core/async/operation.h"

#include <utility>

namespace roster {

Operation::Operation(QObject *owner)
    : QObject(owner)
{
}

void Operation::markInFlight(bool isWrite)
{
    m_hasLeft = m_hasLeft || isWrite;
    setState(State::InFlight);
}

void Operation::markWaiting(const QDateTime &until, WaitReason reason)
{
    setState(State::Waiting);
    Q_EMIT waiting(until, reason);
}

void Operation::callCanceller()
{
    if (const auto canceller = std::exchange(m_canceller, nullptr))
        canceller();
}

void Operation::finishLater(State end)
{
    QMetaObject::invokeMethod(
        this,
        [this, end] {
            finishNow(end);
            deleteLater();
        },
        Qt::QueuedConnection);
}

void Operation::finishNow(State end)
{
    if (m_isFinished)
        return;
    m_isFinished = true;
    m_canceller = nullptr;
    setState(end);
    Q_EMIT finished();
}

void Operation::setState(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged(state);
}

} // namespace roster
