// SPDX-License-Identifier: MIT
#include "core/store/contactfinder.h"

#include "core/store/contactorder.h"
#include "core/store/filtersql.h"
#include "core/store/folding.h"

#include <QtCore/QLoggingCategory>

#include <algorithm>

namespace roster {

namespace {

Q_LOGGING_CATEGORY(lcIndex, "roster.store.index")

//! Both in order, each once.
void addKeys(std::vector<RowKey> &keys, const std::vector<RowKey> &more)
{
    std::vector<RowKey> all;
    all.reserve(keys.size() + more.size());
    std::set_union(keys.begin(), keys.end(), more.begin(), more.end(), std::back_inserter(all));
    keys = std::move(all);
}

} // namespace

ContactFinder::ContactFinder(const Options &options, QObject *home)
    : m_home(home)
    , m_isIndexed(options.isIndexed)
    , m_keeper(options.facts, m_stop.get_token())
    , m_thread({StoreThread::Role::Reader, options.contactsFile, options.journalFile, options.hook,
                nullptr, options.isPolite},
               home)
{
}

ContactFinder::~ContactFinder()
{
    m_stop.request_stop();
}

Result<Done> ContactFinder::open(Ready ready)
{
    m_ready = std::move(ready);
    if (!m_isIndexed)
        return Done{};
    if (const std::optional<ApiError> error = m_thread.open())
        return *error;
    build();
    return Done{};
}

void ContactFinder::build()
{
    if (!m_isWatching)
        return;
    m_state = State::Building;
    auto *operation = m_thread.submit<Done>(
        StoreFile::Contacts, [this](Database &file) { return m_keeper.build(file); });
    operation->onFinished(m_home, [this](const Result<Done> &built) {
        if (m_state != State::Building)
            return;
        m_state = built ? State::Ready : State::Broken;
        if (!built)
            qCWarning(lcIndex) << "not built:" << built.error().detail;
        else if (m_ready)
            m_ready(std::exchange(m_wasMissed, false));
    });
}

KeysOperation *ContactFinder::find(const ContactQuery &query, StoreThread &reader)
{
    if (m_state == State::Broken)
        build();
    if (m_state == State::Ready || (m_state != State::Closed && needsRecords(query.filter))) {
        return m_thread.submitKeys([this, query](Database &file, const std::stop_token &stop,
                                                 const KeysJob::Begin &begin) {
            return m_keeper.find(file, query, stop, begin);
        });
    }
    m_wasMissed = m_wasMissed || !foldedWords(query.text).isEmpty();
    return reader.submitKeys([query](Database &file, const std::stop_token &stop,
                                     const KeysJob::Begin &begin) -> Result<std::vector<RowKey>> {
        if (needsRecords(query.filter))
            return ApiError::storage(QStringLiteral("index"));
        return readKeys(file, query, stop, begin);
    });
}

OperationOf<qint64> *ContactFinder::footprint()
{
    return m_thread.submit<qint64>(StoreFile::Contacts, [this](Database &) -> Result<qint64> {
        return static_cast<qint64>(m_keeper.footprint());
    });
}

void ContactFinder::opened(Database &database)
{
    if (!m_isIndexed)
        return;
    const Result<Done> isWatching = watchChanges(database);
    m_isWatching = isWatching.isOk();
    if (!isWatching)
        qCWarning(lcIndex) << "no index:" << isWatching.error().detail;
}

void ContactFinder::written(Database &database)
{
    if (!m_isWatching)
        return;
    Result<StoreChanges> changes = takeChanges(database);
    StoreChanges lost;
    lost.hasLostTrack = true;
    follow(changes ? std::move(changes).value() : lost);
}

// Changes gather until the index's thread comes to them: in a rush it reads them in one go.
void ContactFinder::follow(StoreChanges changes)
{
    if (changes.isEmpty())
        return;
    const QMutexLocker locker(&m_pendingMutex);
    addKeys(m_pending.contacts, changes.contacts);
    m_pending.haveNamesChanged |= changes.haveNamesChanged;
    m_pending.hasLostTrack |= changes.hasLostTrack;
    if (std::exchange(m_hasPending, true))
        return;
    m_thread.put(std::make_unique<StoreJobOf<Done>>(
        StoreFile::Contacts, StoreJob::Grouping::Together, nullptr,
        [this](Database &file) -> Result<Done> {
            followPending(file);
            return Done{};
        },
        StoreJobOf<Done>::Stored()));
}

void ContactFinder::followPending(Database &file)
{
    StoreChanges changes;
    {
        const QMutexLocker locker(&m_pendingMutex);
        changes = std::exchange(m_pending, {});
        m_hasPending = false;
    }
    if (!m_keeper.follow(file, changes))
        QMetaObject::invokeMethod(
            m_home, [this] { noteBroken(); }, Qt::QueuedConnection);
}

void ContactFinder::noteBroken()
{
    if (m_state != State::Ready && m_state != State::Building)
        return;
    m_state = State::Broken;
    build();
}

} // namespace roster
