// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/storagestate.h"

#include <QtCore/QString>

namespace roster {

class SessionFolder;

//! Where one user of the program keeps things: under the folder of `--profile`, else in the
//! desktop's places (XDG base directories).
class Profile
{
public:
    //! `folder` as given to --profile; empty for the desktop's places.
    explicit Profile(const QString &folder);

    const QString &settingsFile() const { return m_settingsFile; }
    //! Store, journal and sandbox.
    const QString &dataDir() const { return m_dataDir; }
    QString journalFile() const { return m_dataDir + QStringLiteral("/journal.sqlite"); }
    QString sandboxFile() const { return m_dataDir + QStringLiteral("/sandbox.sqlite"); }
    //! The folder of one workspace's copy of contacts.
    QString workspaceDir(const QString &region, const QString &workspaceId) const;
    //! The same below `root`, for a copy that is kept elsewhere.
    static QString workspaceDirIn(const QString &root, const QString &region,
                                  const QString &workspaceId);

    //! Tells profiles apart in the keychain; empty for the desktop's places.
    const QString &key() const { return m_key; }

    //! Makes the folders, readable by this user only. What cannot be written is kept in `session`
    //! instead, if there is one, as problems() tells; what is there already is left as it is.
    void prepare(SessionFolder &session);
    const QList<StorageProblem> &problems() const { return m_problems; }

private:
    QString m_settingsFile;
    QString m_dataDir;
    QString m_key;
    QList<StorageProblem> m_problems;
};

} // namespace roster
