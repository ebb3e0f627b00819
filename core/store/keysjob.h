// SPDX-License-Identifier: MIT
#pragma once

#include "core/async/keysoperation.h"
#include "core/store/storejob.h"

#include <stop_token>

namespace roster {

//! The job of answering a query in two steps, which can be stopped while it runs.
class KeysJob final : public StoreJob
{
public:
    using Begin = std::function<void(const FirstKeys &)>;
    using Work = std::function<Result<std::vector<RowKey>>(Database &, const std::stop_token &,
                                                           const Begin &)>;

    //! `home` lives in the UI thread, as `operation` does. In `work`, what is told to Begin goes to
    //! the operation.
    KeysJob(KeysOperation *operation, QObject *home, Work work)
        : StoreJob(StoreFile::Contacts, Grouping::Together)
        , m_operation(operation)
        , m_home(home)
        , m_work(std::move(work))
    {
    }

    //! Stops the work on it.
    std::stop_source stopSource() const { return m_stop; }

    bool run(Database &database) override
    {
        m_result = m_work(database, m_stop.get_token(), [this](const FirstKeys &first) {
            QMetaObject::invokeMethod(
                m_home,
                [operation = m_operation, first] {
                    if (operation)
                        operation->begin(first);
                },
                Qt::QueuedConnection);
        });
        return m_result->isOk();
    }
    void fail(const ApiError &error) override { m_result = error; }
    const ApiError *error() const override
    {
        return m_result && !m_result->isOk() ? &m_result->error() : nullptr;
    }
    void deliver() override
    {
        if (m_operation)
            m_operation->settle(std::move(*m_result));
    }

private:
    QPointer<KeysOperation> m_operation;
    QObject *m_home;
    Work m_work;
    std::stop_source m_stop;
    std::optional<Result<std::vector<RowKey>>> m_result;
};

} // namespace roster
