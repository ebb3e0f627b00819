// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QString>

namespace roster {

//! The folder of this process for what is to be gone when it ends: 0700, in the runtime directory,
//! which is memory on usual desktops. It is removed with this object, or, when the process died, by
//! the next Roster that starts: a lock that the system takes back tells whether its owner lives.
class SessionFolder
{
public:
    //! Removes what dead processes left in `base`. Makes nothing yet.
    explicit SessionFolder(const QString &base);
    ~SessionFolder();
    SessionFolder(const SessionFolder &) = delete;
    SessionFolder &operator=(const SessionFolder &) = delete;

    //! Makes the folder when it is asked for first; empty when that cannot be done.
    QString path();

private:
    void make();

    QString m_base;
    QString m_path;
    int m_lock = -1;
};

} // namespace roster
