// SPDX-License-Identifier: MIT
#include "app/parts/runtimedirectory.h"

#include <QtCore/QByteArray>

#include <sys/stat.h>
#include <unistd.h>

namespace roster {

void provideRuntimeDirectory()
{
    if (!qEnvironmentVariableIsEmpty("XDG_RUNTIME_DIR"))
        return;
    const QByteArray path = "/tmp/roster-runtime-" + QByteArray::number(getuid());
    const bool isMade = mkdir(path.constData(), S_IRWXU) == 0;
    struct stat status = {};
    // Somebody else may have made it first: then Qt's warning is the lesser evil.
    const bool isOurs = lstat(path.constData(), &status) == 0 && S_ISDIR(status.st_mode) &&
                        status.st_uid == getuid() && (status.st_mode & (S_IRWXG | S_IRWXO)) == 0;
    if (isMade || isOurs)
        qputenv("XDG_RUNTIME_DIR", path);
}

} // namespace roster
