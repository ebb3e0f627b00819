// SPDX-License-Identifier: MIT
#include "core/store/indexreader.h"

#include "core/domain/dataattribute.h"
#include "core/store/packedlist.h"

namespace roster {

namespace {

const QString selectIndexed = QStringLiteral(
    "SELECT c.key, c.role, c.name_fold, c.email_fold, c.phone_fold, c.external_fold, c.owner,"
    " c.tags, c.tag_total, c.companies, c.company_total, c.created_at, c.signed_up_at,"
    " c.last_seen_at, c.updated_at, r.record FROM contacts c JOIN records r USING (key) WHERE ");
const QString selectAfter = selectIndexed + QStringLiteral("c.key > ? ORDER BY c.key LIMIT ?");
const QString selectByKey =
    selectIndexed + QStringLiteral("c.key IN (SELECT value FROM json_each(?)) ORDER BY c.key");

std::optional<qint64> numberOrNothing(const QVariant &value)
{
    return value.isNull() ? std::nullopt : std::optional<qint64>(value.toLongLong());
}

QStringList linesOf(const QString &text)
{
    return text.isEmpty() ? QStringList() : text.split(QLatin1Char('\n'));
}

//! The row of selectIndexed.
IndexedContact indexedOf(const QSqlQuery &row, const FactsReader &facts)
{
    IndexedContact contact;
    contact.key = row.value(0).toLongLong();
    contact.role = static_cast<Role>(row.value(1).toInt());
    contact.name = row.value(2).toString();
    contact.email = row.value(3).toString();
    contact.phone = row.value(4).toString();
    contact.externalId = row.value(5).toString();
    contact.owner = row.value(6).toString();
    contact.tags = linesOf(row.value(7).toString());
    contact.tagTotal = row.value(8).toInt();
    contact.companies = linesOf(row.value(9).toString());
    contact.companyTotal = row.value(10).toInt();
    contact.time(IndexTime::Created) = numberOrNothing(row.value(11));
    contact.time(IndexTime::SignedUp) = numberOrNothing(row.value(12));
    contact.time(IndexTime::LastSeen) = numberOrNothing(row.value(13));
    contact.time(IndexTime::Updated) = numberOrNothing(row.value(14));
    RecordFacts its = facts(row.value(15).toByteArray());
    contact.time(IndexTime::LastContacted) = its.lastContactedAt;
    contact.time(IndexTime::LastReplied) = its.lastRepliedAt;
    contact.attributes = std::move(its.attributes);
    return contact;
}

Result<Done> readNames(Database &database, const QString &table, QHash<QString, QString> &names)
{
    return database.read(QStringLiteral("SELECT id, fold FROM %1").arg(table), {},
                         [&names](const QSqlQuery &row) {
                             names.insert(row.value(0).toString(), row.value(1).toString());
                             return true;
                         });
}

} // namespace

Result<Done> readIndexed(Database &database, const FactsReader &facts, RowKey after, int most,
                         const TakeIndexed &take)
{
    return database.read(selectAfter, {after, most},
                         [&](const QSqlQuery &row) { return take(indexedOf(row, facts)); });
}

Result<Done> readIndexed(Database &database, const FactsReader &facts,
                         const std::vector<RowKey> &keys, const TakeIndexed &take)
{
    return database.read(selectByKey, {jsonOf(keys)},
                         [&](const QSqlQuery &row) { return take(indexedOf(row, facts)); });
}

Result<IndexNames> readIndexNames(Database &database)
{
    IndexNames names;
    const auto addDate = [&names](const QSqlQuery &row) {
        names.dateAttributes.insert(row.value(0).toString());
        return true;
    };
    const Result<Done> isRead =
        readNames(database, QStringLiteral("tags"), names.tags)
            .andThen([&](Done) {
                return readNames(database, QStringLiteral("companies"), names.companies);
            })
            .andThen(
                [&](Done) { return readNames(database, QStringLiteral("admins"), names.admins); })
            .andThen([&](Done) {
                return database.read(QStringLiteral("SELECT name FROM attributes WHERE type = ?"),
                                     {static_cast<int>(AttributeType::Date)}, addDate);
            });
    return isRead.map([&names](const Done &) { return names; });
}

} // namespace roster
