// SPDX-License-Identifier: MIT
#include "core/store/idrows.h"

namespace roster {

Result<QList<ContactId>> readIds(Database &database, const QString &sql, const QVariantList &values)
{
    QList<ContactId> ids;
    const Result<Done> isRead = database.read(sql, values, [&ids](const QSqlQuery &row) {
        ids.append(ContactId(row.value(0).toString()));
        return true;
    });
    return isRead.map([&ids](const Done &) { return ids; });
}

} // namespace roster
