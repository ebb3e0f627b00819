// SPDX-License-Identifier: MIT
#include "core/domain/privatefile.h"

#include <QtCore/QSaveFile>

namespace roster {

Result<Done> writePrivateFile(const QString &path, const QByteArray &content)
{
    constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
    QSaveFile file(path);
    // Before anything is in it.
    const bool isOpen = file.open(QIODevice::WriteOnly) && file.setPermissions(ownerOnly);
    if (!isOpen || file.write(content) != content.size() || !file.commit())
        return ApiError::storage(file.errorString());
    return Done();
}

} // namespace roster
