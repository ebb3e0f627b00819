// SPDX-License-Identifier: MIT
#include "app/parts/sessionfolder.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QUuid>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace roster {

namespace {

const QString Prefix = QStringLiteral("roster-session-");
const QString LockName = QStringLiteral("/alive");

//! An open file that this process alone has locked; -1 when another has. Closing it unlocks.
int lockedFile(const QString &path, int flags)
{
    const int file = open(QFile::encodeName(path).constData(), flags | O_CLOEXEC | O_NOFOLLOW,
                          S_IRUSR | S_IWUSR);
    if (file < 0)
        return -1;
    if (flock(file, LOCK_EX | LOCK_NB) == 0)
        return file;
    close(file);
    return -1;
}

//! While it lives no other Roster makes or removes such folders: a folder is never seen between
//! being made and being locked.
class FolderGuard
{
public:
    explicit FolderGuard(const QString &base)
        : m_file(open(QFile::encodeName(base + QStringLiteral("/roster-sessions.lock")).constData(),
                      O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR))
    {
        if (m_file >= 0)
            flock(m_file, LOCK_EX);
    }
    ~FolderGuard()
    {
        if (m_file >= 0)
            close(m_file);
    }
    FolderGuard(const FolderGuard &) = delete;
    FolderGuard &operator=(const FolderGuard &) = delete;

private:
    int m_file;
};

void removeDead(const QString &base)
{
    const FolderGuard guard(base);
    const QStringList names =
        QDir(base).entryList({Prefix + QLatin1Char('*')}, QDir::Dirs | QDir::NoSymLinks);
    for (const QString &name : names) {
        const QString path = base + QLatin1Char('/') + name;
        const int lock = lockedFile(path + LockName, O_RDWR | O_CREAT);
        if (lock < 0)
            continue;
        QDir(path).removeRecursively();
        close(lock);
    }
}

} // namespace

SessionFolder::SessionFolder(const QString &base)
    : m_base(base)
{
    if (!m_base.isEmpty())
        removeDead(m_base);
}

SessionFolder::~SessionFolder()
{
    if (m_path.isEmpty())
        return;
    QDir(m_path).removeRecursively();
    close(m_lock);
}

QString SessionFolder::path()
{
    if (m_path.isEmpty() && !m_base.isEmpty())
        make();
    return m_path;
}

void SessionFolder::make()
{
    const FolderGuard guard(m_base);
    const QString path =
        m_base + QLatin1Char('/') + Prefix + QUuid::createUuid().toString(QUuid::Id128).left(12);
    if (mkdir(QFile::encodeName(path).constData(), S_IRWXU) != 0)
        return;
    m_lock = lockedFile(path + LockName, O_RDWR | O_CREAT);
    if (m_lock >= 0)
        m_path = path;
    else
        QDir(path).removeRecursively();
}

} // namespace roster
