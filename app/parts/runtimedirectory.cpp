// SPDX-License-Identifier: MIT
#include "app/parts/runtimedirectory.h"

#include <QtCore/QFile>

#include <sys/stat.h>
#include <unistd.h>

namespace roster {

namespace {

bool isPrivate(const QByteArray &path)
{
    struct stat status = {};
    return !path.isEmpty() && lstat(path.constData(), &status) == 0 && S_ISDIR(status.st_mode) &&
           status.st_uid == getuid() && (status.st_mode & (S_IRWXG | S_IRWXO)) == 0;
}

//! Ours, for a session that has none; empty when it cannot be had.
QByteArray ownDirectory()
{
    const QByteArray path = "/tmp/roster-runtime-" + QByteArray::number(getuid());
    mkdir(path.constData(), S_IRWXU);
    // Somebody else may have made it first.
    return isPrivate(path) ? path : QByteArray();
}

} // namespace

void provideRuntimeDirectory()
{
    if (!qEnvironmentVariableIsEmpty("XDG_RUNTIME_DIR"))
        return;
    // Without one Qt's warning is the lesser evil.
    const QByteArray own = ownDirectory();
    if (!own.isEmpty())
        qputenv("XDG_RUNTIME_DIR", own);
}

QString runtimeDirectory()
{
    const QByteArray told = qgetenv("XDG_RUNTIME_DIR");
    return QFile::decodeName(isPrivate(told) ? told : ownDirectory());
}

} // namespace roster
