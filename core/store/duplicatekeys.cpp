// SPDX-License-Identifier: MIT
#include "core/store/duplicatekeys.h"

#include "core/store/folding.h"

namespace roster {

namespace {

constexpr int fewestDigits = 6;

} // namespace

// An accent makes another address, so this is not folded().
QString emailKey(const QString &email)
{
    return email.trimmed().toCaseFolded();
}

QString phoneKey(const QString &phone)
{
    QString digits;
    for (const QChar c : phone) {
        // Digits of other scripts as well; QChar knows the value of each.
        const int value = c.isDigit() ? c.digitValue() : -1;
        if (value >= 0)
            digits += QChar(u'0' + value);
    }
    if (digits.startsWith(QLatin1String("00")))
        digits.remove(0, 2);
    return digits.size() < fewestDigits ? QString() : digits;
}

QString nameKey(const QString &name)
{
    return folded(name);
}

QString duplicateKey(DuplicateKind kind, const ContactRow &row)
{
    switch (kind) {
    case DuplicateKind::Email:
        return emailKey(row.email);
    case DuplicateKind::Phone:
        return phoneKey(row.phone);
    case DuplicateKind::Name:
        break;
    }
    return nameKey(row.name);
}

} // namespace roster
