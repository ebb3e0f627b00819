// SPDX-License-Identifier: MIT
#pragma once

#include "core/store/storejob.h"

#include <stop_token>

namespace roster {

//! A long read in small steps, between which others have their turn. `step` is called again and
//! again until it answers.
template <class T>
class SteppedJob final : public StoreJob
{
public:
    using Step = std::function<std::optional<Result<T>>(Database &)>;

    SteppedJob(StoreFile file, OperationOf<T> *operation, Step step)
        : StoreJob(file, Grouping::Together)
        , m_operation(operation)
        , m_step(std::move(step))
    {
    }

    //! Keeps it from going on.
    std::stop_source stopSource() const { return m_stop; }

    bool run(Database &database) override
    {
        if (m_stop.stop_requested())
            m_result = ApiError::cancelled(Effect::NotApplied);
        else
            m_result = m_step(database);
        return !error();
    }
    bool isDone() const override { return m_result.has_value(); }
    void fail(const ApiError &error) override { m_result = error; }
    const ApiError *error() const override
    {
        return m_result && !m_result->isOk() ? &m_result->error() : nullptr;
    }
    void forgetWork() override { m_step = nullptr; }
    void deliver() override
    {
        if (m_operation)
            m_operation->settle(std::move(*m_result));
    }

private:
    QPointer<OperationOf<T>> m_operation;
    Step m_step;
    std::stop_source m_stop;
    std::optional<Result<T>> m_result;
};

} // namespace roster
