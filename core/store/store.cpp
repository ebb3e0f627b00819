// SPDX-License-Identifier: MIT
#include "core/store/store.h"

#include "core/store/changefeed.h"
#include "core/store/contactwrites.h"
#include "core/store/databasefile.h"
#include "core/store/linkwrites.h"
#include "core/store/statements.h"
#include "core/store/storeerror.h"

namespace roster {

namespace {

//! How long the UI thread waits for another process; WAL makes it wait only during recovery.
constexpr int uiBusyTimeoutMs = 250;

Result<QList<ContactId>> emptyAndCompact(Database &database)
{
    // Noting each contact that goes would take many times as long.
    const Result<Done> isQuick = loseTrack(database);
    Q_UNUSED(isQuick)
    const Result<Done> isThorough = database.runAll({QStringLiteral("PRAGMA secure_delete=1")});
    if (!isThorough)
        return isThorough.error();
    QList<ContactId> removed;
    const Result<Done> isEmptied = database.inTransaction([&removed](Database &file) {
        return deleteEverything(file).map([&removed](const QList<ContactId> &ids) {
            removed = ids;
            return Done{};
        });
    });
    if (!isEmptied)
        return isEmptied.error();
    // What was stored at the end is overwritten; pages given up earlier go with VACUUM, and what
    // the log has with its truncation. Failing in these undoes nothing of the above.
    const Result<Done> isSmaller = database.runAll(
        {QStringLiteral("VACUUM"), QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"),
         QStringLiteral("PRAGMA secure_delete=0")});
    Q_UNUSED(isSmaller)
    return removed;
}

FactsReader factsBy(const RecordReader &decode)
{
    return [decode](const QByteArray &record) {
        RecordFacts facts;
        const Result<Contact> contact = decode(record);
        if (!contact)
            return facts;
        facts.lastContactedAt = contact->time(ContactField::LastContactedAt);
        facts.lastRepliedAt = contact->time(ContactField::LastRepliedAt);
        const QMap<QString, QJsonValue> &attributes = contact->customAttributes;
        for (auto it = attributes.begin(); it != attributes.end(); ++it)
            facts.attributes.append({it.key(), it.value()});
        return facts;
    };
}

} // namespace

Result<std::unique_ptr<Store>> Store::open(const StoreOptions &options)
{
    Result<std::unique_ptr<Store>> store = openOnce(options);
    // Pages of a file that was closed in order are not looked at before they are read. They are
    // suspected now, so that the second time the file is checked whole and set aside.
    if (!store && isDamage(store.error()))
        store = openOnce(options);
    return store;
}

Result<std::unique_ptr<Store>> Store::openOnce(const StoreOptions &options)
{
    const Result<StoreFiles> files =
        prepareStoreFiles({options.contactsFile, options.contactsFallback},
                          {options.journalFile, options.journalFallback}, options.hook);
    if (!files)
        return files.error();
    StoreOptions usable = options;
    usable.contactsFile = files->contacts;
    usable.journalFile = files->journal;
    std::unique_ptr<Store> store(new Store(usable, *files));
    const Result<Done> isStarted = store->start(usable);
    if (isStarted)
        return store;
    if (isDamage(isStarted.error())) {
        suspectFile(usable.contactsFile);
        suspectFile(usable.journalFile);
    }
    return isStarted.error();
}

Store::Store(const StoreOptions &options, StoreFiles files)
    : m_clock(options.clock)
    , m_files(std::move(files))
{
    StoreThread::Options thread{
        StoreThread::Role::Writer, options.contactsFile, options.journalFile, options.hook, nullptr,
        options.isPolite};
    m_finder = std::make_unique<ContactFinder>(
        ContactFinder::Options{options.contactsFile, options.journalFile, options.hook,
                               options.facts ? options.facts : factsBy(options.decode),
                               options.isIndexed, options.isPolite},
        this);
    thread.observer = m_finder.get();
    m_writer = std::make_unique<StoreThread>(thread, this);
    thread.observer = nullptr;
    thread.role = StoreThread::Role::Reader;
    thread.isPolite = false;
    m_readThread = std::make_unique<StoreThread>(thread, this);
}

Store::~Store() = default;

Result<Done> Store::start(const StoreOptions &options)
{
    for (StoreThread *thread : {m_writer.get(), m_readThread.get()}) {
        if (const std::optional<ApiError> error = thread->open())
            return *error;
    }
    Database::Options reading;
    reading.file = options.contactsFile;
    reading.busyTimeoutMs = uiBusyTimeoutMs;
    reading.hook = options.hook;
    Result<std::unique_ptr<Database>> database = Database::open(reading);
    if (!database)
        return database.error();
    m_reader = std::make_unique<ContactReader>(std::move(database).value(), *m_readThread,
                                               *m_finder, options.decode);
    m_journal = std::make_unique<WriteJournal>(*m_writer, *m_readThread);
    for (const FileProblem &problem : m_files.problems) {
        // An archive that only this process knows of would be lost with it.
        if (problem.file == StoreFile::Journal)
            m_journal->refuseArchives(problem.error);
    }
    m_sync = std::make_unique<SyncBook>(*m_writer, m_clock);
    connect(m_sync.get(), &SyncBook::contactsStored, this, &Store::contactsStored);
    connect(m_sync.get(), &SyncBook::contactsRemoved, this, &Store::contactsRemoved);
    connect(m_sync.get(), &SyncBook::namesLearned, this,
            [this](const QList<Tag> &tags, const QList<Company> &companies) {
                const bool areTagsNew = m_reader->directory().mergeTags(tags);
                const bool areCompaniesNew = m_reader->directory().mergeCompanies(companies);
                tellNames(areTagsNew || areCompaniesNew);
            });
    const Result<Done> isLoaded = m_reader->loadDirectory();
    if (!isLoaded)
        return isLoaded;
    return m_finder->open([this](bool wasMissed) {
        if (wasMissed)
            Q_EMIT directoryChanged();
        Q_EMIT indexBecameReady();
    });
}

template <class T>
OperationOf<T> *Store::write(std::function<Result<T>(Database &)> work,
                             std::function<void(const T &)> stored, StoreJob::Grouping grouping)
{
    return m_writer->submit<T>(StoreFile::Contacts, std::move(work), std::move(stored), grouping);
}

OperationOf<StoreSummary> *Store::storeContacts(const QList<StoredContact> &contacts)
{
    return write<StoreSummary>(
        [contacts, at = now()](Database &file) { return writeContacts(file, contacts, at); },
        [this](const StoreSummary &summary) {
            const QList<ContactId> ids = summary.stored();
            if (!ids.isEmpty())
                Q_EMIT contactsStored(ids);
        });
}

OperationOf<QList<ContactId>> *Store::removeContacts(const QList<ContactId> &ids)
{
    return write<QList<ContactId>>(
        [ids, at = now()](Database &file) { return deleteContacts(file, ids, at); },
        [this](const QList<ContactId> &removed) {
            if (!removed.isEmpty())
                Q_EMIT contactsRemoved(removed);
        });
}

OperationOf<bool> *Store::writeLink(const ContactId &id,
                                    std::function<Result<bool>(Database &)> work,
                                    std::function<void()> learn)
{
    return write<bool>(std::move(work), [this, id, learn = std::move(learn)](const bool &isStored) {
        if (learn)
            learn();
        if (isStored)
            Q_EMIT contactsStored({id});
    });
}

OperationOf<bool> *Store::setTags(const ContactId &id, const QList<Tag> &tags)
{
    return writeLink(
        id, [=, at = now()](Database &file) { return writeTags(file, id, tags, at); },
        [this, tags] { learnTags(tags); });
}

OperationOf<bool> *Store::addTag(const ContactId &id, const Tag &tag)
{
    return writeLink(
        id, [=, at = now()](Database &file) { return attachTag(file, id, tag, at); },
        [this, tag] { learnTags({tag}); });
}

OperationOf<bool> *Store::removeTag(const ContactId &id, const TagId &tag)
{
    return writeLink(id, [=, at = now()](Database &file) { return detachTag(file, id, tag, at); });
}

OperationOf<bool> *Store::setCompanies(const ContactId &id, const QList<Company> &companies)
{
    return writeLink(
        id, [=, at = now()](Database &file) { return writeCompanies(file, id, companies, at); },
        [this, companies] { learnCompanies(companies); });
}

OperationOf<bool> *Store::addCompany(const ContactId &id, const Company &company)
{
    return writeLink(
        id, [=, at = now()](Database &file) { return attachCompany(file, id, company, at); },
        [this, company] { learnCompanies({company}); });
}

OperationOf<bool> *Store::removeCompany(const ContactId &id, const CompanyId &company)
{
    return writeLink(
        id, [=, at = now()](Database &file) { return detachCompany(file, id, company, at); });
}

OperationOf<Done> *Store::writeNames(std::function<Result<Done>(Database &)> work,
                                     std::function<void()> learn)
{
    return write<Done>(std::move(work), [learn = std::move(learn)](const Done &) { learn(); });
}

OperationOf<Done> *Store::storeTags(const QList<Tag> &tags)
{
    return writeNames([tags](Database &file) { return replaceTags(file, tags); },
                      [this, tags] { tellNames(m_reader->directory().setTags(tags)); });
}

OperationOf<Done> *Store::mergeTags(const QList<Tag> &tags)
{
    return writeNames([tags](Database &file) { return roster::mergeTags(file, tags); },
                      [this, tags] { learnTags(tags); });
}

OperationOf<Done> *Store::storeCompanies(const QList<Company> &companies)
{
    return writeNames([companies](Database &file) { return mergeCompanies(file, companies); },
                      [this, companies] { learnCompanies(companies); });
}

OperationOf<Done> *Store::storeAdmins(const QList<Admin> &admins)
{
    return writeNames([admins](Database &file) { return replaceAdmins(file, admins); },
                      [this, admins] { tellNames(m_reader->directory().setAdmins(admins)); });
}

OperationOf<Done> *Store::storeAttributes(const QList<DataAttribute> &attributes)
{
    return writeNames(
        [attributes](Database &file) { return replaceAttributes(file, attributes); },
        [this, attributes] { tellNames(m_reader->directory().setAttributes(attributes)); });
}

OperationOf<qint64> *Store::beginSweep()
{
    return write<qint64>(startSweep, {});
}

OperationOf<QList<ContactId>> *Store::endSweep(qint64 generation)
{
    return write<QList<ContactId>>(
        [generation](Database &file) { return unseenSince(file, generation); }, {});
}

OperationOf<Done> *Store::setMeta(const QString &name, const QByteArray &value)
{
    return write<Done>(
        [name, value](Database &file) {
            const QByteArray bytes = value.isNull() ? QByteArray("") : value;
            return file.run(sql::writeMeta, {sqlText(name), bytes}).map([](int) { return Done{}; });
        },
        {});
}

QByteArray Store::meta(const QString &name)
{
    const Result<QByteArray> value = readMeta(name);
    return value ? *value : QByteArray();
}

OperationOf<QList<ContactId>> *Store::wipe()
{
    return write<QList<ContactId>>(
        emptyAndCompact,
        [this](const QList<ContactId> &removed) {
            m_reader->directory().setAll({});
            Q_EMIT directoryChanged();
            if (!removed.isEmpty())
                Q_EMIT contactsRemoved(removed);
        },
        StoreJob::Grouping::Alone);
}

Result<Done> Store::removeContactsFile(const QString &contactsFile)
{
    return removeFile(contactsFile);
}

void Store::learnTags(const QList<Tag> &tags)
{
    tellNames(m_reader->directory().mergeTags(tags));
}

void Store::learnCompanies(const QList<Company> &companies)
{
    tellNames(m_reader->directory().mergeCompanies(companies));
}

// Every window looks at all names again: only for what it does not know yet.
void Store::tellNames(bool areNew)
{
    if (areNew)
        Q_EMIT directoryChanged();
}

} // namespace roster
