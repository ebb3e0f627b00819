// SPDX-License-Identifier: MIT
#include "app/parts/storekeeper.h"

#include "app/parts/profile.h"
#include "app/parts/sessionfolder.h"
#include "core/api/contactjson.h"
#include "core/api/recordfacts.h"
#include "core/service/avatarfiles.h"
#include "core/store/databasefile.h"
#include "core/store/store.h"
#include "core/store/storeerror.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>

namespace roster {

namespace {

using Subject = StorageProblem::Subject;

const QString ContactsName = QStringLiteral("/contacts.sqlite");
const QString JournalName = QStringLiteral("/journal.sqlite");

QStringList setAsideOf(const QString &file)
{
    const QFileInfo info(file);
    QStringList paths;
    const QStringList names = info.dir().entryList({info.fileName() + QStringLiteral(".damaged-*")},
                                                   QDir::Files | QDir::Hidden);
    for (const QString &name : names)
        paths.append(info.dir().filePath(name));
    return paths;
}

bool removePicturesBeside(const QString &contactsFile)
{
    return AvatarFiles::remove(AvatarFiles::folderBeside(contactsFile));
}

} // namespace

StoreKeeper::StoreKeeper(const Profile &profile, SessionFolder &session, Clock &clock)
    : m_profile(profile)
    , m_session(session)
    , m_clock(clock)
{
}

StoreKeeper::~StoreKeeper() = default;

QString StoreKeeper::contactsFile(const Place &place, StorageChoice choice) const
{
    const QString region = regionCode(place.region);
    if (choice == StorageChoice::KeepCopy)
        return m_profile.workspaceDir(region, place.workspaceId) + ContactsName;
    return Profile::workspaceDirIn(m_session.path(), region, place.workspaceId) + ContactsName;
}

Result<StoreKeeper::Opened> StoreKeeper::open(const Place &place, StorageChoice choice)
{
    const bool isKept = choice == StorageChoice::KeepCopy;
    if (!isKept && m_session.path().isEmpty())
        return storeError(StoreProblem::ReadOnly, QStringLiteral("runtime directory"));
    const QString kept = contactsFile(place, StorageChoice::KeepCopy);
    const QString unkept = contactsFile(place, StorageChoice::SessionOnly);
    StoreOptions options{isKept ? kept : unkept, m_profile.journalFile(),
                         [](const QByteArray &json) { return api::readContact(json); }, m_clock};
    options.facts = api::readRecordFacts;
    options.isPolite = true;
    if (!m_session.path().isEmpty()) {
        options.contactsFallback = isKept ? unkept : QString();
        options.journalFallback = m_session.path() + JournalName;
    }
    Result<std::unique_ptr<Store>> store = Store::open(options);
    if (!store)
        return store.error();
    StorageState state = stateOf(**store, choice);
    for (const StorageProblem &problem : m_profile.problems()) {
        // The journal is in memory together with everything else.
        if (problem.subject == Subject::Profile && state.canArchive()) {
            store.value()->journal().refuseArchives(problem.error);
            state.problems.append({Subject::Journal, problem.error, problem.path});
        }
    }
    const bool isLeft = !isKept && kept != unkept &&
                        (!Store::removeContactsFile(kept) || !removePicturesBeside(kept));
    if (isLeft)
        state.problems.append(
            {Subject::OldCopy, storeError(StoreProblem::ReadOnly, QStringLiteral("remove")), kept});
    return Opened{std::move(store).value(), state};
}

StorageState StoreKeeper::stateOf(const Store &store, StorageChoice choice) const
{
    StorageState state;
    state.choice = choice;
    state.contactsFile = store.files().contacts;
    state.journalFile = store.files().journal;
    state.setAside = store.setAside();
    for (const FileProblem &problem : store.files().problems) {
        const bool isJournal = problem.file == StoreFile::Journal;
        state.problems.append(
            {isJournal ? Subject::Journal : Subject::Contacts, problem.error, problem.path});
    }
    return state;
}

Result<Done> StoreKeeper::move(const QString &from, const QString &to)
{
    Database::Options options;
    options.use = Database::Use::Write;
    if (QFileInfo::exists(from + QStringLiteral("-wal"))) {
        // It was not closed in order: what is in the log has to be in the file.
        options.file = from;
        const Result<OpenedFile> settled = openFile(options, contactsSchema());
        if (!settled)
            return settled.error();
    }
    // An empty file of the right kind makes the folder and has the right permissions.
    const Result<Done> isFree = removeFile(to);
    if (!isFree)
        return isFree;
    {
        options.file = to;
        const Result<OpenedFile> made = openFile(options, contactsSchema());
        if (!made)
            return made.error();
    }
    QFile source(from);
    QFile target(to);
    if (!source.open(QIODevice::ReadOnly) ||
        !target.open(QIODevice::WriteOnly | QIODevice::Truncate))
        return storeError(StoreProblem::ReadOnly, QStringLiteral("copy the contacts"));
    constexpr qint64 blockSize = 1 << 20;
    bool isCopied = true;
    while (isCopied && !source.atEnd()) {
        const QByteArray block = source.read(blockSize);
        isCopied = !block.isEmpty() && target.write(block) == block.size();
    }
    isCopied = isCopied && target.flush();
    target.close();
    if (isCopied) {
        // They are fetched again where they are looked at.
        const bool isGone = removePicturesBeside(from);
        Q_UNUSED(isGone)
        return removeFile(from);
    }
    const Result<Done> isUndone = removeFile(to);
    Q_UNUSED(isUndone)
    return storeError(StoreProblem::Full, QStringLiteral("copy the contacts"));
}

QStringList StoreKeeper::removeContacts(const Place &place) const
{
    QStringList left;
    QList<StorageChoice> places{StorageChoice::KeepCopy};
    if (!m_session.path().isEmpty())
        places.append(StorageChoice::SessionOnly);
    for (const StorageChoice choice : places) {
        const QString file = contactsFile(place, choice);
        if (!Store::removeContactsFile(file))
            left.append(file);
        if (!removePicturesBeside(file))
            left.append(AvatarFiles::folderBeside(file));
        for (const QString &damaged : setAsideOf(file)) {
            if (!QFile::remove(damaged))
                left.append(damaged);
        }
        QDir().rmdir(QFileInfo(file).absolutePath());
    }
    return left;
}

QStringList StoreKeeper::damagedJournals() const
{
    return setAsideOf(m_profile.journalFile());
}

} // namespace roster
