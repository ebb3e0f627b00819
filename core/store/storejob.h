// SPDX-License-Identifier: MIT
#pragma once

#include "core/async/operationof.h"
#include "core/store/database.h"

#include <QtCore/QPointer>

#include <functional>
#include <memory>

namespace roster {

//! Which file a job is about.
enum class StoreFile { Contacts, Journal };

//! A piece of work for a store thread. Made in the UI thread, run in the store's, delivered and
//! destroyed in the UI thread.
class StoreJob
{
public:
    //! How a writing job runs.
    enum class Grouping {
        Together, //!< In one transaction with others that wait.
        Alone,    //!< By itself and outside a transaction.
    };

    StoreJob(StoreFile file, Grouping grouping)
        : m_file(file)
        , m_grouping(grouping)
    {
    }
    virtual ~StoreJob() = default;

    StoreFile file() const { return m_file; }
    Grouping grouping() const { return m_grouping; }

    //! Does the work; may be called again after it was taken back. False: it failed.
    virtual bool run(Database &database) = 0;
    //! What was done did not last: `error` is the result.
    virtual void fail(const ApiError &error) = 0;
    //! The failure of the last run(), if there was one.
    virtual const ApiError *error() const = 0;
    //! False after run(): run it again, after others that wait. Reading threads only.
    virtual bool isDone() const { return true; }
    //! In the store's thread: it is not run again, and what it was given may go.
    virtual void forgetWork() {}
    //! In the UI thread: tells who asked.
    virtual void deliver() = 0;

private:
    StoreFile m_file;
    Grouping m_grouping;
};

//! A job with an answer. `stored` is called in the UI thread with a good answer, before the
//! operation is settled: the place for facts.
template <class T>
class StoreJobOf final : public StoreJob
{
public:
    using Work = std::function<Result<T>(Database &)>;
    using Stored = std::function<void(const T &)>;

    StoreJobOf(StoreFile file, Grouping grouping, OperationOf<T> *operation, Work work,
               Stored stored)
        : StoreJob(file, grouping)
        , m_operation(operation)
        , m_work(std::move(work))
        , m_stored(std::move(stored))
    {
    }

    bool run(Database &database) override
    {
        m_result = m_work(database);
        return m_result->isOk();
    }

    void fail(const ApiError &error) override { m_result = error; }

    const ApiError *error() const override
    {
        return m_result && !m_result->isOk() ? &m_result->error() : nullptr;
    }

    void forgetWork() override { m_work = nullptr; }

    void deliver() override
    {
        if (m_stored && m_result->isOk())
            m_stored(m_result->value());
        if (m_operation)
            m_operation->settle(std::move(*m_result));
    }

private:
    QPointer<OperationOf<T>> m_operation;
    Work m_work;
    Stored m_stored;
    std::optional<Result<T>> m_result;
};

} // namespace roster
