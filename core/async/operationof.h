// SPDX-License-Identifier: MIT
#pragma once

#include "core/async/operation.h"
#include "core/domain/result.h"

#include <optional>

namespace roster {

//! An Operation whose answer is a Result<T>.
template <class T>
class [[nodiscard]] OperationOf : public Operation
{
public:
    //! Queued, owned by `owner`.
    explicit OperationOf(QObject *owner)
        : Operation(owner)
    {
    }

    ~OperationOf() override
    {
        if (!m_result)
            m_result = ApiError::cancelled(effectOfCancelling());
        finishNow(endState());
    }

    //! The answer. Only once it isFinished().
    const Result<T> &result() const { return *m_result; }

    //! Calls `f(const Result<T> &)` when finished, unless `context` is gone by then.
    template <class F>
    OperationOf &onFinished(QObject *context, F f)
    {
        connect(this, &Operation::finished, context,
                [this, f = std::move(f)]() mutable { f(result()); });
        return *this;
    }

    //! For whoever works on it: the answer is there. finished() follows in a later turn of the
    //! event loop. Only the first answer counts.
    void settle(Result<T> result)
    {
        if (m_result)
            return;
        m_result = std::move(result);
        finishLater(endState());
    }

    //! The answer is there, though perhaps not told yet.
    bool isSettled() const { return m_result.has_value(); }

    void cancel() override
    {
        if (m_result)
            return;
        callCanceller();
        settle(ApiError::cancelled(effectOfCancelling()));
    }

private:
    Effect effectOfCancelling() const { return hasLeft() ? Effect::Unknown : Effect::NotApplied; }
    State endState() const
    {
        if (m_result->isOk())
            return State::Succeeded;
        return m_result->error().kind == ErrorKind::Cancelled ? State::Cancelled : State::Failed;
    }

    std::optional<Result<T>> m_result;
};

} // namespace roster
