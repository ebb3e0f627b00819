// SPDX-License-Identifier: MIT
#include "core/store/databasefile.h"

#include "core/store/storeerror.h"

#include <QtCore/QDateTime>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>

namespace roster {

namespace {

constexpr QFile::Permissions ownerFile = QFile::ReadOwner | QFile::WriteOwner;
constexpr QFile::Permissions ownerFolder = ownerFile | QFile::ExeOwner;
constexpr QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup |
                                      QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;

ApiError notWritable(const char *what)
{
    return storeError(StoreProblem::ReadOnly, QString::fromLatin1(what));
}

//! SQLite's companions of a file.
QStringList companions(const QString &file)
{
    return {file + QLatin1String("-wal"), file + QLatin1String("-shm")};
}

QString suspicion(const QString &file)
{
    return file + QLatin1String(".suspect");
}

Result<Done> makeFolder(const QString &path)
{
    const QDir folder(path);
    if (folder.exists())
        return Done{};
    const Result<Done> hasParent = makeFolder(QFileInfo(folder.absolutePath()).absolutePath());
    if (!hasParent)
        return hasParent;
    // Somebody else making it in the same moment is as good.
    if (!QDir().mkdir(folder.absolutePath()) && !folder.exists())
        return notWritable("make the directory");
    if (!QFile::setPermissions(folder.absolutePath(), ownerFolder))
        return notWritable("protect the directory");
    return Done{};
}

//! SQLite gives its companions the permissions of the file: they have to be right before it opens.
Result<Done> makeFile(const QString &path)
{
    const QFileInfo info(path);
    const Result<Done> hasFolder = makeFolder(info.absolutePath());
    if (!hasFolder)
        return hasFolder;
    QFile file(path);
    if (!info.exists() && !file.open(QIODevice::WriteOnly | QIODevice::NewOnly, ownerFile) &&
        !QFileInfo::exists(path))
        return notWritable("make the file");
    file.close();
    for (const QString &each : QStringList{path} + companions(path)) {
        const bool isExposed = QFileInfo::exists(each) && (QFile::permissions(each) & others);
        if (isExposed && !QFile::setPermissions(each, ownerFile))
            return notWritable("protect the file");
    }
    return Done{};
}

Result<Done> probe(const Database::Options &options, const Schema &schema)
{
    Database::Options reading = options;
    reading.use = Database::Use::Probe;
    Result<std::unique_ptr<Database>> file = Database::open(reading);
    if (!file)
        return file.error();
    return checkOrigin(**file, schema);
}

Result<Done> checkPages(Database &database)
{
    const Result<QVariant> verdict = database.value(QStringLiteral("PRAGMA quick_check(1)"));
    if (!verdict)
        return verdict.error();
    if (verdict->toString() != QLatin1String("ok"))
        return storeError(StoreProblem::Damaged, QStringLiteral("quick_check"));
    return Done{};
}

//! SQLite opens a file that it may only read without a word.
Result<Done> checkWritable(Database &database)
{
    const Result<Done> isBegun = database.begin();
    database.rollback();
    // Another process that writes shows that one can.
    const bool isBusy = !isBegun && isBegun.error().code == storeProblemCode(StoreProblem::Busy);
    return isBusy ? Result<Done>(Done{}) : isBegun;
}

//! Opens, checks and migrates; an error of the file's own leaves it as it was.
Result<std::unique_ptr<Database>> openSound(const Database::Options &options, const Schema &schema,
                                            bool checksPages)
{
    const Result<Done> isOurs = probe(options, schema);
    if (!isOurs)
        return isOurs.error();
    Result<std::unique_ptr<Database>> file = Database::open(options);
    if (!file)
        return file;
    Result<Done> isSound = checksPages ? checkPages(**file) : Result<Done>(Done{});
    if (isSound)
        isSound = migrate(**file, schema);
    if (isSound && options.use != Database::Use::Read)
        isSound = checkWritable(**file);
    if (!isSound)
        return isSound.error();
    return file;
}

Result<QString> setAside(const QString &file)
{
    const QString stamp =
        QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd'T'HHmmsszzz"));
    const QString target = QStringLiteral("%1.damaged-%2").arg(file, stamp);
    if (!QFile::rename(file, target))
        return notWritable("set the damaged file aside");
    // What is in the log belongs to the damaged file and would spoil the fresh one.
    for (const char *suffix : {"-wal", "-shm"}) {
        const QString companion = file + QLatin1String(suffix);
        if (QFileInfo::exists(companion) &&
            !QFile::rename(companion, target + QLatin1String(suffix)))
            return notWritable("set the damaged file's log aside");
    }
    QFile::remove(suspicion(file));
    return target;
}

} // namespace

Result<OpenedFile> openFile(const Database::Options &options, const Schema &schema)
{
    // SQLite removes the log when the last connection closes in order.
    const bool isSuspect = QFileInfo::exists(companions(options.file)[0]) ||
                           QFileInfo::exists(suspicion(options.file));
    Result<Done> isMade = makeFile(options.file);
    if (!isMade)
        return isMade.error();
    Result<std::unique_ptr<Database>> file = openSound(options, schema, isSuspect);
    OpenedFile opened;
    if (!file && isDamage(file.error())) {
        const Result<QString> aside = setAside(options.file);
        if (!aside)
            return aside.error();
        opened.setAside = *aside;
        isMade = makeFile(options.file);
        if (!isMade)
            return isMade.error();
        file = openSound(options, schema, false);
    }
    if (!file)
        return file.error();
    QFile::remove(suspicion(options.file));
    opened.database = std::move(file).value();
    return opened;
}

void suspectFile(const QString &file)
{
    QFile mark(suspicion(file));
    if (!mark.exists())
        mark.open(QIODevice::WriteOnly, ownerFile);
}

Result<Done> removeFile(const QString &file)
{
    for (const QString &each : companions(file) + QStringList{suspicion(file), file}) {
        if (QFileInfo::exists(each) && !QFile::remove(each))
            return notWritable("delete the file");
    }
    return Done{};
}

} // namespace roster
