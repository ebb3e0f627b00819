// SPDX-License-Identifier: MIT
#include "core/store/jobqueue.h"

#include <QtCore/QMutexLocker>

namespace roster {

void JobQueue::put(std::unique_ptr<StoreJob> job)
{
    const QMutexLocker locker(&m_mutex);
    m_jobs.push_back(std::move(job));
    m_hasChanged.wakeOne();
}

void JobQueue::putBack(std::unique_ptr<StoreJob> job)
{
    const QMutexLocker locker(&m_mutex);
    if (m_isClosed)
        return;
    m_jobs.push_back(std::move(job));
    m_hasChanged.wakeOne();
}

void JobQueue::drop(const StoreJob *job)
{
    const QMutexLocker locker(&m_mutex);
    std::erase_if(m_jobs, [job](const auto &each) { return each.get() == job; });
}

JobQueue::Jobs JobQueue::take(size_t most)
{
    const QMutexLocker locker(&m_mutex);
    while (m_jobs.empty() && !m_isClosed)
        m_hasChanged.wait(&m_mutex);
    Jobs taken;
    while (!m_jobs.empty() && taken.size() < most) {
        taken.push_back(std::move(m_jobs.front()));
        m_jobs.pop_front();
    }
    return taken;
}

void JobQueue::close()
{
    const QMutexLocker locker(&m_mutex);
    m_isClosed = true;
    m_hasChanged.wakeAll();
}

void JobQueue::clear()
{
    const QMutexLocker locker(&m_mutex);
    m_jobs.clear();
}

} // namespace roster
