// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QFuture>
#include <QtCore/QPromise>
#include <QtCore/QRunnable>
#include <QtCore/QThreadPool>

#include <utility>

namespace roster {

//! Runs `work()` in the thread pool and gives its value to `then(value)` in the thread of
//! `context`, in a later turn of its event loop; not at all when `context` is gone by then. `work`
//! must not touch anything that belongs to another thread.
template <class Work, class Then>
void inBackground(QObject *context, Work work, Then then)
{
    using Value = std::invoke_result_t<Work>;

    class Job final : public QRunnable
    {
    public:
        explicit Job(Work w)
            : m_work(std::move(w))
        {
            m_promise.start();
        }
        QFuture<Value> future() const { return m_promise.future(); }
        void run() override
        {
            m_promise.addResult(m_work());
            m_promise.finish();
        }

    private:
        Work m_work;
        QPromise<Value> m_promise;
    };

    auto *job = new Job(std::move(work));
    job->future().then(context, [then = std::move(then)](const Value &value) { then(value); });
    QThreadPool::globalInstance()->start(job);
}

} // namespace roster
