// SPDX-License-Identifier: MIT
#include "core/store/vanishedrows.h"

#include "core/store/contactwrites.h"
#include "core/store/packedlist.h"

namespace roster {

namespace {

const QString remember = QStringLiteral(
    "INSERT OR REPLACE INTO vanished (id, label, email, role, noticed_at, merged_into)"
    " SELECT id, coalesce(nullif(name, ''), nullif(email, ''), nullif(phone, ''), external_id),"
    " email, role, ?, ? FROM contacts WHERE id = ?");
const QString readAll =
    QStringLiteral("SELECT id, label, email, role, noticed_at, merged_into FROM vanished"
                   " ORDER BY noticed_at DESC, id");
const QString forget =
    QStringLiteral("DELETE FROM vanished WHERE id IN (SELECT value FROM json_each(?))");

Role roleOf(int value)
{
    const Role role = static_cast<Role>(value);
    return role == Role::User || role == Role::Lead ? role : Role::Other;
}

} // namespace

Result<bool> moveToVanished(Database &database, const ContactId &id, const ContactId &mergedInto,
                            qint64 now)
{
    const Result<int> isNoted =
        database.run(remember, {now, sqlText(mergedInto.text()), sqlText(id.text())});
    if (!isNoted)
        return isNoted.error();
    return deleteContacts(database, {id}, now).map([](const QList<ContactId> &deleted) {
        return !deleted.isEmpty();
    });
}

Result<QList<VanishedContact>> readVanished(Database &database)
{
    QList<VanishedContact> all;
    const Result<Done> isRead = database.read(readAll, {}, [&all](const QSqlQuery &row) {
        all.append({ContactId(row.value(0).toString()), row.value(1).toString(),
                    row.value(2).toString(), roleOf(row.value(3).toInt()),
                    row.value(4).toLongLong(), ContactId(row.value(5).toString())});
        return true;
    });
    return isRead.map([&all](const Done &) { return all; });
}

Result<int> deleteVanished(Database &database, const QList<ContactId> &ids)
{
    return database.run(forget, {jsonOf(ids)});
}

} // namespace roster
