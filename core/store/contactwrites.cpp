// SPDX-License-Identifier: MIT
#include "core/store/contactwrites.h"

#include "core/store/freshness.h"
#include "core/store/idrows.h"
#include "core/store/statements.h"

namespace roster {

namespace {

//! True: it was in the active set.
Result<bool> deleteContact(Database &database, const ContactId &id, qint64 now)
{
    const Result<int> isNoted = database.run(sql::rememberRemoved, {sqlText(id.text()), now});
    if (!isNoted)
        return isNoted.error();
    const Result<QVariant> key = database.value(sql::keyOfId, {sqlText(id.text())});
    if (!key)
        return key.error();
    if (!key->isValid())
        return false;
    for (const QString &statement : {sql::tagLinks().removeAll, sql::companyLinks().removeAll,
                                     sql::deleteRecord, sql::deleteContact}) {
        const Result<int> isDeleted = database.run(statement, {*key});
        if (!isDeleted)
            return isDeleted.error();
    }
    return true;
}

} // namespace

Result<QList<ContactId>> deleteContacts(Database &database, const QList<ContactId> &ids, qint64 now)
{
    const Result<int> isTidied = database.run(sql::dropOldRemoved, {now - searchLag.count()});
    if (!isTidied)
        return isTidied.error();
    QList<ContactId> deleted;
    for (const ContactId &id : ids) {
        const Result<bool> wasThere = deleteContact(database, id, now);
        if (!wasThere)
            return wasThere.error();
        if (*wasThere)
            deleted.append(id);
    }
    return deleted;
}

Result<QList<ContactId>> deleteEverything(Database &database)
{
    const Result<QList<ContactId>> ids = readIds(database, sql::allIds, {});
    if (!ids)
        return ids;
    const Result<Done> isGone = database.runAll(sql::emptyAllTables());
    return isGone.map([&ids](const Done &) { return *ids; });
}

Result<qint64> startSweep(Database &database)
{
    const Result<int> isNext = database.run(sql::nextSweep);
    if (!isNext)
        return isNext.error();
    return database.value(sql::sweep).map([](const QVariant &value) { return value.toLongLong(); });
}

Result<QList<ContactId>> unseenSince(Database &database, qint64 generation)
{
    return readIds(database, sql::unseenSince, {generation});
}

} // namespace roster
