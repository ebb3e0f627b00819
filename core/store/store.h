// SPDX-License-Identifier: MIT
#pragma once

#include "core/async/clock.h"
#include "core/store/contactreader.h"
#include "core/store/storefiles.h"
#include "core/store/syncbook.h"
#include "core/store/writejournal.h"

#include <QtCore/QStringList>

namespace roster {

//! Where a Store keeps things and what it needs from outside. Pointers live longer than the Store.
struct StoreOptions
{
    //! The copy of one workspace; can be thrown away. For "this session only": a file in a
    //! directory that the caller removes.
    QString contactsFile;
    //! The journal, shared by the workspaces of a profile and kept on sign-out.
    QString journalFile;
    RecordReader decode;
    Clock &clock;
    //! For tests.
    StatementHook *hook = nullptr;
    //! Without it, `decode` is used, which does more than is needed.
    FactsReader facts = {};
    //! False: queries are answered by SQL alone, slowly, and those about custom attributes fail.
    bool isIndexed = true;
    //! Taken when the file cannot be used (too new, of another program, not writable, no room); it
    //! is then left as it is. Empty: open() fails.
    QString contactsFallback = {};
    //! The same; nothing can be archived then.
    QString journalFallback = {};
    //! Writing and the index are less urgent than the rest of the program: for one with a window.
    bool isPolite = false;
};

//! The local copy of one workspace and the journal of writes. Lives in the UI thread; everything
//! is written by one thread, in groups, in the order it was asked for. Operations are owned by the
//! Store and finish once it is on disk; errors are of kind Storage with a code of storeerror.h.
//! Facts are emitted after the commit and before the operation finishes. Two processes may use the
//! same files; facts tell of this process's writes only.
class Store : public QObject
{
    Q_OBJECT

public:
    //! Opens both files, makes or migrates them. Reads the names; blocks for that long.
    static Result<std::unique_ptr<Store>> open(const StoreOptions &options);
    //! Waits until everything that was asked for is written.
    ~Store() override;

    ContactReader &reader() { return *m_reader; }
    WriteJournal &journal() { return *m_journal; }
    //! For those that keep the copy true.
    SyncBook &sync() { return *m_sync; }
    //! Queries are answered from memory; until then the file is asked (see ContactFinder).
    bool isIndexReady() const { return m_finder->isReady(); }
    //! Bytes that the index takes, about; 0 until it is ready.
    OperationOf<qint64> *indexFootprint() { return m_finder->footprint(); }
    //! Damaged files that were put aside when opening, by their new names.
    const QStringList &setAside() const { return m_files.setAside; }
    //! The files that are in use, and those that could not be.
    const StoreFiles &files() const { return m_files; }

    //! Inserts or replaces contacts by the rules of freshness.h, with their records.
    OperationOf<StoreSummary> *storeContacts(const QList<StoredContact> &contacts);
    //! Takes contacts out (archived, deleted, merged); answers those that were in.
    OperationOf<QList<ContactId>> *removeContacts(const QList<ContactId> &ids);

    //! All tags of a contact, past what its record embeds. These six answer false when the store
    //! does not hold the contact; names that come along are learned either way.
    OperationOf<bool> *setTags(const ContactId &id, const QList<Tag> &tags);
    OperationOf<bool> *addTag(const ContactId &id, const Tag &tag);
    OperationOf<bool> *removeTag(const ContactId &id, const TagId &tag);
    OperationOf<bool> *setCompanies(const ContactId &id, const QList<Company> &companies);
    OperationOf<bool> *addCompany(const ContactId &id, const Company &company);
    OperationOf<bool> *removeCompany(const ContactId &id, const CompanyId &company);

    //! The workspace's tags and no others.
    OperationOf<Done> *storeTags(const QList<Tag> &tags);
    //! Adds tags, or renames them.
    OperationOf<Done> *mergeTags(const QList<Tag> &tags);
    //! Adds companies, or replaces what is known of them.
    OperationOf<Done> *storeCompanies(const QList<Company> &companies);
    OperationOf<Done> *storeAdmins(const QList<Admin> &admins);
    OperationOf<Done> *storeAttributes(const QList<DataAttribute> &attributes);

    //! Starts a round through the whole workspace: contacts stored from now on, also when they are
    //! refused as out of date, count as seen in it. Answers its number, which survives a restart.
    OperationOf<qint64> *beginSweep();
    //! The contacts that were not seen since that round began. They stay; ask for each by id.
    OperationOf<QList<ContactId>> *endSweep(qint64 generation);

    //! Keeps small things: the workspace's identity, when it was refreshed last.
    OperationOf<Done> *setMeta(const QString &name, const QByteArray &value);
    //! At once: what was kept; empty when nothing was, or it cannot be read.
    QByteArray meta(const QString &name);
    //! The same, with the error when it cannot be read.
    Result<QByteArray> readMeta(const QString &name) { return m_reader->meta(name); }

    //! Empties the copy of the workspace so that nothing of it is left in the file; the journal
    //! stays (see WriteJournal::erase). Answers the contacts that were in it.
    OperationOf<QList<ContactId>> *wipe();
    //! Deletes the files of a copy that no Store has open.
    static Result<Done> removeContactsFile(const QString &contactsFile);

Q_SIGNALS:
    //! These are new in the store, or different from before.
    void contactsStored(const QList<roster::ContactId> &ids);
    //! These left the store.
    void contactsRemoved(const QList<roster::ContactId> &ids);
    //! Names of tags, companies, admins or attributes changed, or words are looked for in more than
    //! when a query was answered last: ask again.
    void directoryChanged();
    //! The index is there now.
    void indexBecameReady();

private:
    Store(const StoreOptions &options, StoreFiles files);
    static Result<std::unique_ptr<Store>> openOnce(const StoreOptions &options);
    Result<Done> start(const StoreOptions &options);
    qint64 now() const { return m_clock.now().toSecsSinceEpoch(); }
    template <class T>
    OperationOf<T> *write(std::function<Result<T>(Database &)> work,
                          std::function<void(const T &)> stored,
                          StoreJob::Grouping grouping = StoreJob::Grouping::Together);
    OperationOf<bool> *writeLink(const ContactId &id, std::function<Result<bool>(Database &)> work,
                                 std::function<void()> learn = {});
    OperationOf<Done> *writeNames(std::function<Result<Done>(Database &)> work,
                                  std::function<void()> learn);
    void tellNames(bool areNew);
    void learnTags(const QList<Tag> &tags);
    void learnCompanies(const QList<Company> &companies);

    Clock &m_clock;
    StoreFiles m_files;
    // In this order: what is used by another is destroyed after it.
    std::unique_ptr<ContactFinder> m_finder;
    std::unique_ptr<StoreThread> m_writer;
    std::unique_ptr<StoreThread> m_readThread;
    std::unique_ptr<ContactReader> m_reader;
    std::unique_ptr<WriteJournal> m_journal;
    std::unique_ptr<SyncBook> m_sync;
};

} // namespace roster
