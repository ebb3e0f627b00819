// SPDX-License-Identifier: MIT
#include "ui/bulk/bulkreview.h"

namespace roster {

bool isCountTyped(const QString &typed, qsizetype count)
{
    static const QString separators = QStringLiteral(".,'\u2019\u066c\u00b7_");
    qint64 number = 0;
    int digits = 0;
    for (const QChar c : typed) {
        if (c.isSpace() || separators.contains(c))
            continue;
        const int digit = c.digitValue();
        if (digit < 0 || ++digits > 15)
            return false;
        number = number * 10 + digit;
    }
    return digits > 0 && number == count;
}

} // namespace roster
