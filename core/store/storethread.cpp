// SPDX-License-Identifier: MIT
#include "core/store/storethread.h"

#include "core/store/databasefile.h"
#include "core/store/storeerror.h"

#include <QtCore/QMutexLocker>

#ifdef Q_OS_LINUX
#include <sys/resource.h>
#include <unistd.h>
#endif

namespace roster {

namespace {

//! Jobs in one transaction at most: as many as a page of a list has contacts, and room for the
//! outcomes of a run at full speed.
constexpr size_t groupSize = 256;

//! What is written can wait a moment, what somebody looks at cannot: where cores are few, the
//! window is drawn first. For the calling thread alone. Qt sets no priorities among ordinary
//! threads.
void giveWayToTheWindow()
{
#ifdef Q_OS_LINUX
    constexpr int lessUrgent = 10;
    setpriority(PRIO_PROCESS, static_cast<id_t>(gettid()), lessUrgent);
#endif
}

//! One transaction around all of them. An error: nothing of it happened.
Result<Done> writeTogether(const JobQueue::Jobs &jobs, Database &database)
{
    return database.inTransaction([&jobs](Database &file) -> Result<Done> {
        for (const auto &job : jobs) {
            if (!job->run(file))
                return *job->error();
        }
        return Done{};
    });
}

void writeAlone(StoreJob &job, Database &database)
{
    if (job.grouping() == StoreJob::Grouping::Alone) {
        job.run(database);
        return;
    }
    const Result<Done> isDone = database.inTransaction([&job](Database &file) -> Result<Done> {
        if (!job.run(file))
            return *job.error();
        return Done{};
    });
    if (!isDone)
        job.fail(isDone.error());
}

//! When one of them fails, each is tried by itself, so that it fails alone.
void writeGroup(const JobQueue::Jobs &group, Database &database)
{
    if (group.size() == 1)
        return writeAlone(*group.front(), database);
    const Result<Done> isDone = writeTogether(group, database);
    if (isDone)
        return;
    // Another process holds the file: it has been waited for long enough.
    const bool isHopeless = isDone.error().code == storeProblemCode(StoreProblem::Busy);
    for (const auto &job : group) {
        if (isHopeless)
            job->fail(isDone.error());
        else
            writeAlone(*job, database);
    }
}

//! Takes from the front of `jobs` those that can share a transaction, at least one.
JobQueue::Jobs nextGroup(JobQueue::Jobs &jobs)
{
    size_t count = 1;
    while (count < jobs.size() && jobs[0]->grouping() == StoreJob::Grouping::Together &&
           jobs[count]->grouping() == StoreJob::Grouping::Together)
        ++count;
    const auto end = jobs.begin() + static_cast<std::ptrdiff_t>(count);
    JobQueue::Jobs group(std::make_move_iterator(jobs.begin()), std::make_move_iterator(end));
    jobs.erase(jobs.begin(), end);
    return group;
}

} // namespace

StoreThread::StoreThread(Options options, QObject *home)
    : m_options(std::move(options))
    , m_home(home)
{
}

StoreThread::~StoreThread()
{
    if (m_options.role == Role::Reader)
        m_queue.clear();
    m_queue.close();
    wait();
}

std::optional<ApiError> StoreThread::open()
{
    start();
    const QMutexLocker locker(&m_openMutex);
    while (!m_isOpened)
        m_hasOpened.wait(&m_openMutex);
    return m_openError;
}

KeysOperation *StoreThread::submitKeys(KeysJob::Work work)
{
    auto *operation = new KeysOperation(m_home);
    auto job = std::make_unique<KeysJob>(operation, m_home, std::move(work));
    operation->setCanceller([this, key = job.get(), stop = job->stopSource()]() mutable {
        stop.request_stop();
        m_queue.drop(key);
    });
    m_queue.put(std::move(job));
    return operation;
}

Result<std::unique_ptr<Database>> StoreThread::connectTo(StoreFile file) const
{
    Database::Options options;
    const bool isJournal = file == StoreFile::Journal;
    options.file = isJournal ? m_options.journalFile : m_options.contactsFile;
    options.hook = m_options.hook;
    if (m_options.role == Role::Writer)
        options.use = isJournal ? Database::Use::WriteDurably : Database::Use::Write;
    return Database::open(options);
}

void StoreThread::run()
{
    const Result<std::unique_ptr<Database>> contacts = connectTo(StoreFile::Contacts);
    const Result<std::unique_ptr<Database>> journal = connectTo(StoreFile::Journal);
    if (m_options.observer && contacts)
        m_options.observer->opened(**contacts);
    {
        const QMutexLocker locker(&m_openMutex);
        if (!contacts || !journal)
            m_openError = contacts ? journal.error() : contacts.error();
        m_isOpened = true;
        m_hasOpened.wakeAll();
        if (m_openError)
            return;
    }
    const bool isWriter = m_options.role == Role::Writer;
    if (m_options.isPolite)
        giveWayToTheWindow();
    for (;;) {
        JobQueue::Jobs jobs = m_queue.take(isWriter ? groupSize : 1);
        if (jobs.empty())
            return;
        // The files know nothing of each other, so their jobs need no common order; the journal is
        // first, because requests wait for it.
        const auto isForJournal = [](const auto &job) { return job->file() == StoreFile::Journal; };
        const auto border = std::stable_partition(jobs.begin(), jobs.end(), isForJournal);
        JobQueue::Jobs others(std::make_move_iterator(border), std::make_move_iterator(jobs.end()));
        jobs.erase(border, jobs.end());
        if (isWriter) {
            write(std::move(jobs), **journal);
            write(std::move(others), **contacts);
        } else {
            for (auto &job : jobs)
                readOne(std::move(job), **journal);
            for (auto &job : others)
                readOne(std::move(job), **contacts);
        }
    }
}

void StoreThread::write(JobQueue::Jobs jobs, Database &database)
{
    while (!jobs.empty()) {
        JobQueue::Jobs group = nextGroup(jobs);
        const bool isOfContacts = group.front()->file() == StoreFile::Contacts;
        writeGroup(group, database);
        if (m_options.observer && isOfContacts)
            m_options.observer->written(database);
        for (auto &job : group)
            deliver(std::move(job));
    }
}

void StoreThread::readOne(std::unique_ptr<StoreJob> job, Database &database)
{
    job->run(database);
    if (job->isDone())
        deliver(std::move(job));
    else
        m_queue.putBack(std::move(job));
}

void StoreThread::deliver(std::unique_ptr<StoreJob> job)
{
    noteDamage(*job);
    job->forgetWork();
    QMetaObject::invokeMethod(
        m_home, [job = std::move(job)] { job->deliver(); }, Qt::QueuedConnection);
}

void StoreThread::noteDamage(const StoreJob &job)
{
    const ApiError *error = job.error();
    if (error && isDamage(*error))
        suspectFile(job.file() == StoreFile::Journal ? m_options.journalFile
                                                     : m_options.contactsFile);
}

} // namespace roster
