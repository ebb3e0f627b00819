// SPDX-License-Identifier: MIT
#include "core/service/avatarfiles.h"

#include "core/domain/privatefile.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QDateTime>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>

namespace roster {

namespace {

//! People change their picture without changing its address.
constexpr int freshDays = 7;
const QString nameEnding = QStringLiteral(".picture");

} // namespace

bool AvatarFiles::prepare()
{
    if (m_folder.isEmpty())
        return false;
    constexpr auto ownerOnly =
        QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;
    return QDir().mkpath(m_folder) && QFile::setPermissions(m_folder, ownerOnly);
}

QByteArray AvatarFiles::read(const QUrl &url) const
{
    if (m_folder.isEmpty())
        return {};
    QFile file(pathOf(url));
    const QDateTime oldest = QDateTime::currentDateTimeUtc().addDays(-freshDays);
    if (QFileInfo(file).lastModified() < oldest || !file.open(QIODevice::ReadOnly))
        return {};
    return file.readAll();
}

void AvatarFiles::write(const QUrl &url, const QByteArray &bytes)
{
    // The folder is not made again here: somebody may have signed out.
    if (m_folder.isEmpty() || !QFileInfo(m_folder).isDir())
        return;
    const Result<Done> isKept = writePrivateFile(pathOf(url), bytes);
    if (isKept)
        makeRoom();
}

QString AvatarFiles::pathOf(const QUrl &url) const
{
    const QByteArray hash =
        QCryptographicHash::hash(url.toEncoded(), QCryptographicHash::Sha256).toHex();
    return m_folder + QLatin1Char('/') + QString::fromLatin1(hash) + nameEnding;
}

void AvatarFiles::makeRoom() const
{
    const QFileInfoList files =
        QDir(m_folder).entryInfoList({QLatin1Char('*') + nameEnding}, QDir::Files, QDir::Time);
    qint64 bytes = 0;
    for (const QFileInfo &file : files) {
        bytes += file.size();
        // The latest first.
        if (bytes > m_mostBytes)
            QFile::remove(file.filePath());
    }
}

QString AvatarFiles::folderBeside(const QString &contactsFile)
{
    return QFileInfo(contactsFile).absolutePath() + QStringLiteral("/avatars");
}

bool AvatarFiles::remove(const QString &folder)
{
    return folder.isEmpty() || !QFileInfo::exists(folder) || QDir(folder).removeRecursively();
}

} // namespace roster
