// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>

#include <functional>

namespace roster::sandbox {

//! What a sandbox workspace is made of. The same contacts, seed and now give the same workspace.
struct WorkspaceOptions
{
    int contacts = 2000; //!< how many contacts a fresh workspace holds; 0 = none
    quint32 seed = 1;    //!< chooses the population
    qint64 now = 0;      //!< Unix seconds the seeded dates are relative to; 0 = the clock's now
    QString database;    //!< path of the SQLite file; empty = in memory
    QString region = QStringLiteral("us"); //!< us, eu or au, told by /me
    QByteArray timezone = "UTC";           //!< IANA name; whole days of search are days there
    int searchLagMs = 0;                   //!< how long a write stays unseen by lists and search
    std::function<qint64()> clockMs;       //!< Unix milliseconds; empty = the system's clock
};

} // namespace roster::sandbox
