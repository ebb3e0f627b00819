// SPDX-License-Identifier: MIT
#pragma once

#include "core/store/jobqueue.h"
#include "core/store/keysjob.h"
#include "core/store/steppedjob.h"

#include <QtCore/QThread>

#include <optional>

namespace roster {

//! Hears of every change to the contacts file. Called in the writing thread.
class WriteObserver
{
public:
    virtual ~WriteObserver() = default;

    //! The connection is open; nothing has been written with it yet.
    virtual void opened(Database &database) = 0;
    //! A transaction ended, and nobody has been told yet.
    virtual void written(Database &database) = 0;
};

//! A thread with a connection to each of the two files. A writing one does everything that it
//! still has before it ends; a reading one forgets it.
class StoreThread : public QThread
{
    Q_OBJECT

public:
    enum class Role { Writer, Reader };

    struct Options
    {
        Role role = Role::Reader;
        QString contactsFile;
        QString journalFile;
        StatementHook *hook = nullptr;
        //! Lives longer than the thread.
        WriteObserver *observer = nullptr;
        //! Others of the program go first.
        bool isPolite = false;
    };

    //! `home` lives in the UI thread and longer than this: jobs are delivered there.
    StoreThread(Options options, QObject *home);
    ~StoreThread() override;

    //! Starts and waits until both files are open; the error when one is not.
    std::optional<ApiError> open();

    //! Has `work` done; the answer comes with the operation, which `home` owns.
    template <class T>
    OperationOf<T> *submit(StoreFile file, std::function<Result<T>(Database &)> work,
                           std::function<void(const T &)> stored = {},
                           StoreJob::Grouping grouping = StoreJob::Grouping::Together)
    {
        auto *operation = new OperationOf<T>(m_home);
        auto job = std::make_unique<StoreJobOf<T>>(file, grouping, operation, std::move(work),
                                                   std::move(stored));
        // A write goes its way once it was asked for; a read that nobody wants is not begun.
        if (m_options.role == Role::Writer)
            operation->markInFlight(true);
        else
            operation->setCanceller([this, key = job.get()] { m_queue.drop(key); });
        m_queue.put(std::move(job));
        return operation;
    }

    //! The same for a long read in steps (see SteppedJob), of a reading thread; cancelling ends it
    //! after the step that runs.
    template <class T>
    OperationOf<T> *submitSteps(StoreFile file, typename SteppedJob<T>::Step step)
    {
        auto *operation = new OperationOf<T>(m_home);
        auto job = std::make_unique<SteppedJob<T>>(file, operation, std::move(step));
        operation->setCanceller([this, key = job.get(), stop = job->stopSource()]() mutable {
            stop.request_stop();
            m_queue.drop(key);
        });
        m_queue.put(std::move(job));
        return operation;
    }
    //! The same for the order of a query; cancelling stops the work also while it runs.
    KeysOperation *submitKeys(KeysJob::Work work);
    //! Has a job done that nobody waits for. Any thread.
    void put(std::unique_ptr<StoreJob> job) { m_queue.put(std::move(job)); }

protected:
    void run() override;

private:
    Result<std::unique_ptr<Database>> connectTo(StoreFile file) const;
    void write(JobQueue::Jobs jobs, Database &database);
    void readOne(std::unique_ptr<StoreJob> job, Database &database);
    void deliver(std::unique_ptr<StoreJob> job);
    void noteDamage(const StoreJob &job);

    const Options m_options;
    QObject *const m_home;
    JobQueue m_queue;
    QMutex m_openMutex;
    QWaitCondition m_hasOpened;
    bool m_isOpened = false;
    std::optional<ApiError> m_openError;
};

} // namespace roster
