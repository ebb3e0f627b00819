// SPDX-License-Identifier: MIT
#include "core/store/changefeed.h"

#include <algorithm>

namespace roster {

namespace {

//! No contact has this key.
constexpr RowKey anyContact = 0;

QString sql(const char *text)
{
    return QString::fromLatin1(text);
}

QString trigger(const QString &name, const QString &event, const QString &then)
{
    return QStringLiteral("CREATE TEMP TRIGGER IF NOT EXISTS %1 AFTER %2 BEGIN %3; END")
        .arg(name, event, then);
}

QString noteKey(const char *key)
{
    return QStringLiteral("INSERT INTO changed_contacts VALUES (%1)").arg(sql(key));
}

QStringList contactTriggers()
{
    // Columns of names are left out: names are noted by themselves. So are those that tell when the
    // contact was seen by a sync.
    return {
        trigger(sql("contact_added"), sql("INSERT ON main.contacts"), noteKey("new.key")),
        trigger(sql("contact_changed"),
                sql("UPDATE OF role, name_fold, email_fold, phone_fold, external_fold, owner,"
                    " tags, tag_total, companies, company_total, created_at, signed_up_at,"
                    " last_seen_at, updated_at ON main.contacts"),
                noteKey("new.key")),
        trigger(sql("record_changed"), sql("UPDATE OF record ON main.records"), noteKey("new.key")),
        trigger(sql("contact_removed"), sql("DELETE ON main.contacts"), noteKey("old.key"))};
}

QStringList nameTriggers()
{
    // No "OR IGNORE": inside a trigger the statement outside decides about conflicts.
    const QString once = sql("INSERT INTO changed_names SELECT 1"
                             " WHERE NOT EXISTS (SELECT 1 FROM changed_names)");
    QStringList triggers;
    for (const char *table : {"tags", "companies", "admins", "attributes"}) {
        for (const char *event : {"INSERT", "UPDATE", "DELETE"}) {
            triggers.append(trigger(sql(table) + sql("_after_") + sql(event),
                                    QStringLiteral("%1 ON main.%2").arg(sql(event), sql(table)),
                                    once));
        }
    }
    return triggers;
}

} // namespace

Result<Done> watchChanges(Database &database)
{
    return database.runAll(
        QStringList{sql("PRAGMA temp_store=MEMORY"),
                    sql("CREATE TEMP TABLE IF NOT EXISTS changed_contacts (key INTEGER NOT NULL)"),
                    sql("CREATE TEMP TABLE IF NOT EXISTS changed_names (key INTEGER NOT NULL)")} +
        contactTriggers() + nameTriggers());
}

Result<StoreChanges> takeChanges(Database &database)
{
    StoreChanges changes;
    const Result<QVariant> names = database.value(sql("SELECT key FROM changed_names"));
    if (!names)
        return names.error();
    changes.haveNamesChanged = names->isValid();
    Result<Done> isDone = database.read(sql("SELECT key FROM changed_contacts"), {},
                                        [&changes](const QSqlQuery &row) {
                                            changes.contacts.push_back(row.value(0).toLongLong());
                                            return true;
                                        });
    std::vector<RowKey> &keys = changes.contacts;
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    changes.hasLostTrack = !keys.empty() && keys.front() == anyContact;
    if (isDone && changes.hasLostTrack)
        isDone = database.runAll(contactTriggers());
    if (isDone && changes.haveNamesChanged)
        isDone = database.runAll({sql("DELETE FROM changed_names")});
    if (isDone && !keys.empty())
        isDone = database.runAll({sql("DELETE FROM changed_contacts")});
    return isDone.map([&changes](const Done &) { return changes; });
}

Result<Done> loseTrack(Database &database)
{
    return database.runAll(
        {QStringLiteral("INSERT INTO changed_contacts VALUES (%1)").arg(anyContact),
         sql("DROP TRIGGER IF EXISTS contact_removed")});
}

} // namespace roster
