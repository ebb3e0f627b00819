// SPDX-License-Identifier: MIT
#include "app/parts/profile.h"

#include "app/parts/sessionfolder.h"
#include "core/store/storeerror.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QStandardPaths>

namespace roster {

namespace {

bool canKeepIn(const QString &folder)
{
    return QDir().mkpath(folder) && QFileInfo(folder).isWritable();
}

} // namespace

Profile::Profile(const QString &folder)
{
    if (folder.isEmpty()) {
        using Paths = QStandardPaths;
        m_settingsFile = Paths::writableLocation(Paths::GenericConfigLocation) +
                         QStringLiteral("/roster/roster.ini");
        m_dataDir = Paths::writableLocation(Paths::GenericDataLocation) + QStringLiteral("/roster");
        return;
    }
    const QString root = QDir(folder).absolutePath();
    m_settingsFile = root + QStringLiteral("/roster.ini");
    m_dataDir = root + QStringLiteral("/data");
    m_key = root;
}

QString Profile::workspaceDirIn(const QString &root, const QString &region,
                                const QString &workspaceId)
{
    // The id comes from the server: only what cannot leave the folder is used of it.
    QString safe = workspaceId;
    for (QChar &c : safe) {
        const bool isPlain = c.unicode() < 128 && (c.isLetterOrNumber() || c == QLatin1Char('_'));
        if (!isPlain)
            c = QLatin1Char('-');
    }
    return root + QStringLiteral("/workspaces/") + region + QLatin1Char('-') + safe;
}

QString Profile::workspaceDir(const QString &region, const QString &workspaceId) const
{
    return workspaceDirIn(m_dataDir, region, workspaceId);
}

void Profile::prepare(SessionFolder &session)
{
    using Subject = StorageProblem::Subject;
    const ApiError error = storeError(StoreProblem::ReadOnly, QStringLiteral("profile"));
    const QString settingsDir = QFileInfo(m_settingsFile).absolutePath();
    const bool canSaveSettings = canKeepIn(settingsDir);
    if (!canSaveSettings)
        m_problems.append({Subject::Settings, error, settingsDir});
    if (!canSaveSettings && !session.path().isEmpty()) {
        const QString spare = session.path() + QStringLiteral("/roster.ini");
        QFile::copy(m_settingsFile, spare);
        m_settingsFile = spare;
    }
    if (canKeepIn(m_dataDir)) {
        QFile::setPermissions(m_dataDir, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return;
    }
    m_problems.append({Subject::Profile, error, m_dataDir});
    if (session.path().isEmpty())
        return;
    m_dataDir = session.path() + QStringLiteral("/data");
    QDir().mkpath(m_dataDir);
}

} // namespace roster
