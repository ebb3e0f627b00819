// SPDX-License-Identifier: MIT
#include "core/api/apiversion.h"

#include <QtCore/QString>

namespace roster::api {

bool isAtLeast(QStringView version, int minor)
{
    const qsizetype dot = version.indexOf(u'.');
    if (dot < 0)
        return true;
    bool isMajorOk = false;
    bool isMinorOk = false;
    const int toldMajor = version.left(dot).toInt(&isMajorOk);
    const int toldMinor = version.mid(dot + 1).toInt(&isMinorOk);
    if (!isMajorOk || !isMinorOk)
        return true;
    return toldMajor > 2 || (toldMajor == 2 && toldMinor >= minor);
}

} // namespace roster::api
