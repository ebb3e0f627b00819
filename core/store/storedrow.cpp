// SPDX-License-Identifier: MIT
#include "core/store/storedrow.h"

#include "core/store/folding.h"
#include "core/store/packedlist.h"
#include "core/store/statements.h"

namespace roster {

namespace {

std::optional<qint64> numberOrNothing(const QVariant &value)
{
    return value.isNull() ? std::nullopt : std::optional<qint64>(value.toLongLong());
}

//! The row of sql::rowsOfKeys.
ContactRow contactRowOf(const QSqlQuery &query)
{
    ContactRow row;
    row.key = query.value(0).toLongLong();
    row.id = ContactId(query.value(1).toString());
    row.role = static_cast<Role>(query.value(2).toInt());
    row.name = query.value(3).toString();
    row.email = query.value(4).toString();
    row.phone = query.value(5).toString();
    row.externalId = query.value(6).toString();
    row.owner = AdminId(query.value(7).toString());
    row.tags = unpacked<TagId>(query.value(8).toString(), query.value(9).toInt());
    row.companies = unpacked<CompanyId>(query.value(10).toString(), query.value(11).toInt());
    row.createdAt = numberOrNothing(query.value(12));
    row.signedUpAt = numberOrNothing(query.value(13));
    row.lastSeenAt = numberOrNothing(query.value(14));
    row.updatedAt = numberOrNothing(query.value(15));
    return row;
}

QVariant orNull(std::optional<qint64> number)
{
    return number ? QVariant(*number) : QVariant();
}

//! Everything of the row that words of a search are looked for in, but names of tags and companies.
QString searchText(const ContactRow &row)
{
    QString digits;
    for (const QChar c : row.phone) {
        if (c.isDigit())
            digits += c;
    }
    return folded(row.name) + QLatin1Char('\n') + folded(row.email) + QLatin1Char('\n') +
           folded(row.phone) + QLatin1Char('\n') + digits + QLatin1Char('\n') +
           folded(row.externalId);
}

//! The values that insertContact and updateContact begin with, in their order.
QVariantList valuesOf(const ContactRow &row, qint64 answeredAt)
{
    return {
        sqlText(row.id.text()),
        static_cast<int>(row.role),
        searchText(row),
        sqlTextOrNull(folded(row.name)),
        sqlTextOrNull(folded(row.email)),
        sqlTextOrNull(folded(row.phone)),
        sqlTextOrNull(folded(row.externalId)),
        sqlText(row.owner.text()),
        sqlText(row.name),
        sqlText(row.email),
        sqlText(row.phone),
        sqlText(row.externalId),
        orNull(row.createdAt),
        orNull(row.signedUpAt),
        orNull(row.lastSeenAt),
        orNull(row.updatedAt),
        packed(row.tags.items),
        row.tags.total,
        packed(row.companies.items),
        row.companies.total,
        answeredAt,
    };
}

//! NULL is not allowed.
QByteArray bytesOf(const QByteArray &record)
{
    return record.isNull() ? QByteArray("") : record;
}

template <class T>
Result<Done> writeLinks(Database &database, const sql::LinkStatements &link, RowKey key,
                        const QList<T> &ids, bool isNew)
{
    if (!isNew) {
        const Result<int> isGone = database.run(link.removeAll, {key});
        if (!isGone)
            return isGone.error();
    }
    if (ids.isEmpty())
        return Done{};
    return database.run(link.insertAll, {key, jsonOf(ids)}).map([](int) { return Done{}; });
}

} // namespace

Result<Done> readRows(Database &database, const std::vector<RowKey> &keys,
                      const std::function<void(ContactRow)> &take)
{
    return database.read(sql::rowsOfKeys, {jsonOf(keys)}, [&take](const QSqlQuery &query) {
        take(contactRowOf(query));
        return true;
    });
}

Result<RowKey> insertRow(Database &database, const StoredContact &arriving, qint64 answeredAt,
                         const FoldedNames &names)
{
    const ContactRow &row = arriving.row;
    QVariantList values = valuesOf(row, answeredAt);
    values.append(names.ofOwner(row));
    values.append(names.ofTags(row));
    values.append(names.ofCompanies(row));
    const Result<int> hasRow = database.run(sql::insertContact, values);
    if (!hasRow)
        return hasRow.error();
    const RowKey key = database.lastKey();
    return database.run(sql::insertRecord, {key, bytesOf(arriving.record)}).map([key](int) {
        return key;
    });
}

Result<Done> updateRow(Database &database, const ContactRow &row, const QByteArray &record,
                       qint64 answeredAt)
{
    QVariantList values = valuesOf(row, answeredAt);
    values.append(sqlText(row.owner.text()));
    values.append(jsonOf(row.tags.items));
    values.append(jsonOf(row.companies.items));
    values.append(row.key);
    return database.run(sql::updateContact, values)
        .andThen([&](int) {
            return database.run(sql::updateRecord, {bytesOf(record), row.key});
        })
        .map([](int) { return Done{}; });
}

Result<Done> writeAllLinks(Database &database, const ContactRow &row, RowKey key, bool isNew)
{
    return writeLinks(database, sql::tagLinks(), key, row.tags.items, isNew).andThen([&](Done) {
        return writeLinks(database, sql::companyLinks(), key, row.companies.items, isNew);
    });
}

} // namespace roster
