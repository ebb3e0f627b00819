// SPDX-License-Identifier: MIT
#include "app/parts/profile.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QStandardPaths>

namespace roster {

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

QString Profile::workspaceDir(const QString &region, const QString &workspaceId) const
{
    // The id comes from the server: only what cannot leave the folder is used of it.
    QString safe = workspaceId;
    for (QChar &c : safe) {
        const bool isPlain = c.unicode() < 128 && (c.isLetterOrNumber() || c == QLatin1Char('_'));
        if (!isPlain)
            c = QLatin1Char('-');
    }
    return m_dataDir + QStringLiteral("/workspaces/") + region + QLatin1Char('-') + safe;
}

std::optional<QString> Profile::prepare() const
{
    const QString folders[] = {QFileInfo(m_settingsFile).absolutePath(), m_dataDir};
    for (const QString &folder : folders) {
        if (!QDir().mkpath(folder) || !QFileInfo(folder).isWritable())
            return QCoreApplication::translate("Profile", "Roster cannot write to %1.").arg(folder);
    }
    QFile::setPermissions(m_dataDir, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return std::nullopt;
}

} // namespace roster
