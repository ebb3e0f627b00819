// SPDX-License-Identifier: MIT
#pragma once

#include "core/store/storejob.h"

#include <QtCore/QMutex>
#include <QtCore/QWaitCondition>

#include <deque>
#include <vector>

namespace roster {

//! Jobs on their way to a thread. Any thread may call it.
class JobQueue
{
public:
    using Jobs = std::vector<std::unique_ptr<StoreJob>>;

    void put(std::unique_ptr<StoreJob> job);
    //! The same for one that was taken and goes on later; forgotten once the queue is closed.
    void putBack(std::unique_ptr<StoreJob> job);
    //! Takes a job out that has not been taken yet, without running it.
    void drop(const StoreJob *job);
    //! Waits for jobs and takes up to `most`, in their order. None: closed and empty.
    Jobs take(size_t most);
    //! Lets take() end once everything is taken.
    void close();
    //! Forgets what has not been taken.
    void clear();

private:
    QMutex m_mutex;
    QWaitCondition m_hasChanged;
    std::deque<std::unique_ptr<StoreJob>> m_jobs;
    bool m_isClosed = false;
};

} // namespace roster
