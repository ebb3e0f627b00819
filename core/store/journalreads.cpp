// SPDX-License-Identifier: MIT
// What is read of the journal; what is written is in journalrows.cpp.
#include "core/domain/patchjson.h"
#include "core/store/folding.h"
#include "core/store/idrows.h"
#include "core/store/journalrows.h"
#include "core/store/journalstatements.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

namespace roster::journal {

namespace {

using Kind = BulkAction::Kind;

QVariantList valuesOf(const JournalScope &scope)
{
    return {sqlText(scope.workspaceId), sqlText(scope.region)};
}

QVariantList valuesOf(const JournalScope &scope, const QVariantList &more)
{
    return valuesOf(scope) + more;
}

QString jsonOf(const QList<ContactId> &ids)
{
    QJsonArray texts;
    for (const ContactId &id : ids)
        texts.append(id.text());
    return QString::fromUtf8(QJsonDocument(texts).toJson(QJsonDocument::Compact));
}

//! The batch that a row of sql::allEntries begins with.
JournalBatch batchOf(const QSqlQuery &row)
{
    JournalBatch batch;
    batch.id = row.value(0).toLongLong();
    batch.header.name = row.value(1).toString();
    batch.header.action.kind = actionFromCode(row.value(2).toString()).value_or(Kind::Archive);
    batch.header.action.tag = TagId(row.value(3).toString());
    batch.header.action.company = CompanyId(row.value(4).toString());
    batch.header.scope = {row.value(5).toString(), row.value(6).toString()};
    batch.header.workspaceName = row.value(7).toString();
    batch.header.tokenOwner = row.value(8).toString();
    batch.header.at = row.value(9).toLongLong();
    batch.header.action.patch = patchFromJson(row.value(10).toByteArray());
    batch.header.undoes = row.value(11).toLongLong();
    batch.isClosed = row.value(12).toBool();
    return batch;
}

JournalEntry entryOf(const QSqlQuery &row)
{
    JournalEntry entry;
    entry.entry = row.value(13).toLongLong();
    entry.target = {ContactId(row.value(14).toString()), row.value(15).toString(),
                    row.value(16).toString(), static_cast<Role>(row.value(17).toInt()),
                    patchFromJson(row.value(22).toByteArray())};
    entry.state = static_cast<JournalState>(row.value(18).toInt());
    entry.httpStatus = row.value(19).toInt();
    entry.requestId = row.value(20).toString();
    entry.wasSo = row.isNull(21) ? std::nullopt : std::optional(row.value(21).toBool());
    entry.settledAt = row.value(23).toLongLong();
    if (!row.isNull(24))
        entry.kind = static_cast<ErrorKind>(row.value(24).toInt());
    entry.code = row.value(25).toString();
    return entry;
}

//! A row of sql::latestBatches.
BatchSummary summaryOf(const QSqlQuery &row)
{
    BatchSummary batch;
    batch.id = row.value(0).toLongLong();
    batch.name = row.value(1).toString();
    batch.action.kind = actionFromCode(row.value(2).toString()).value_or(Kind::Archive);
    batch.action.tag = TagId(row.value(3).toString());
    batch.action.company = CompanyId(row.value(4).toString());
    batch.action.patch = patchFromJson(row.value(5).toByteArray());
    batch.at = row.value(6).toLongLong();
    batch.tokenOwner = row.value(7).toString();
    batch.undoes = row.value(8).toLongLong();
    batch.isClosed = row.value(9).toBool();
    batch.intended = row.value(10).toInt();
    batch.applied = row.value(11).toInt();
    batch.notApplied = row.value(12).toInt();
    batch.unknown = row.value(13).toInt();
    batch.takenBack = row.value(14).toInt();
    batch.undoneBy = row.value(15).toLongLong();
    return batch;
}

Result<QList<JournalBatch>> readBatches(Database &database, const QString &sql,
                                        const QVariantList &values)
{
    QList<JournalBatch> batches;
    const Result<Done> isRead = database.read(sql, values, [&batches](const QSqlQuery &row) {
        if (batches.isEmpty() || batches.constLast().id != row.value(0).toLongLong())
            batches.append(batchOf(row));
        batches.last().entries.append(entryOf(row));
        return true;
    });
    return isRead.map([&batches](const Done &) { return batches; });
}

ArchiveBatch archiveBatchOf(const JournalBatch &batch)
{
    ArchiveBatch archive;
    archive.id = batch.id;
    archive.name = batch.header.name;
    archive.at = batch.header.at;
    archive.workspaceName = batch.header.workspaceName;
    archive.region = batch.header.scope.region;
    archive.tokenOwner = batch.header.tokenOwner;
    for (const JournalEntry &entry : batch.entries) {
        const BulkTarget &target = entry.target;
        archive.contacts.append({entry.entry, batch.id, target.id, target.label, target.email,
                                 target.role, batch.header.at, entry.state});
    }
    return archive;
}

Result<QList<BatchSummary>> readSummaries(Database &database, const QString &sql,
                                          const QVariantList &values)
{
    QList<BatchSummary> batches;
    const Result<Done> isRead = database.read(sql, values, [&batches](const QSqlQuery &row) {
        batches.append(summaryOf(row));
        return true;
    });
    return isRead.map([&batches](const Done &) { return batches; });
}

} // namespace

Result<QList<JournalBatch>> openIntents(Database &database, const JournalScope &scope)
{
    return readBatches(database, sql::openEntries, valuesOf(scope));
}

Result<QList<JournalBatch>> everything(Database &database, const JournalScope &scope)
{
    return readBatches(database, sql::allEntries, valuesOf(scope));
}

Result<QList<ArchiveBatch>> archived(Database &database, const JournalScope &scope,
                                     const QString &text)
{
    QString statement = sql::archivedEntries;
    QVariantList values = valuesOf(scope);
    for (const QString &word : foldedWords(text)) {
        statement += sql::andWordIsFound;
        values.append(QVariantList{word, word});
    }
    statement += sql::newestBatchFirst;
    const Result<QList<JournalBatch>> batches = readBatches(database, statement, values);
    return batches.map([](const QList<JournalBatch> &found) {
        QList<ArchiveBatch> archives;
        for (const JournalBatch &batch : found)
            archives.append(archiveBatchOf(batch));
        return archives;
    });
}

Result<QList<ArchivedContact>> archivedBetween(Database &database, const JournalScope &scope,
                                               qint64 from, qint64 to)
{
    const auto batches = readBatches(database, sql::archivedBetween, valuesOf(scope, {from, to}));
    return batches.map([](const QList<JournalBatch> &found) {
        QList<ArchivedContact> contacts;
        for (const JournalBatch &batch : found)
            contacts.append(archiveBatchOf(batch).contacts);
        return contacts;
    });
}

Result<QList<ContactId>> archivedContacts(Database &database, const JournalScope &scope)
{
    return readIds(database, sql::archivedContacts, valuesOf(scope));
}

Result<ArchivedEntries> archivedAmong(Database &database, const JournalScope &scope,
                                      const QList<ContactId> &contacts)
{
    ArchivedEntries entries;
    QVariantList values{jsonOf(contacts)};
    values.append(valuesOf(scope));
    const auto take = [&entries](const QSqlQuery &row) {
        entries.insert(ContactId(row.value(0).toString()), row.value(1).toLongLong());
        return true;
    };
    return database.read(sql::archivedAmong, values, take).map([&entries](const Done &) {
        return entries;
    });
}

Result<QByteArray> snapshotOf(Database &database, const JournalScope &scope, qint64 entry)
{
    return database.value(sql::snapshotOf, valuesOf(scope, {entry})).map([](const QVariant &kept) {
        const QByteArray bytes = kept.toByteArray();
        return bytes.isEmpty() ? bytes : qUncompress(bytes);
    });
}

Result<QList<BatchSummary>> latestBatches(Database &database, const JournalScope &scope, int most)
{
    return readSummaries(database, sql::latestBatches, valuesOf(scope, {most}));
}

Result<QList<BatchSummary>> openBatches(Database &database, const JournalScope &scope)
{
    return readSummaries(database, sql::openBatches, valuesOf(scope));
}

Result<BatchRecord> record(Database &database, const JournalScope &scope, BatchId batch)
{
    const QVariantList values = valuesOf(scope, {batch});
    const auto summaries = readSummaries(database, sql::oneBatch, values);
    if (!summaries)
        return summaries.error();
    if (summaries->isEmpty()) {
        ApiError missing;
        missing.kind = ErrorKind::NotFound;
        return missing;
    }
    BatchRecord record{summaries->constFirst(), {}};
    return readBatches(database, sql::entriesOfBatch, values)
        .map([&record](const QList<JournalBatch> &batches) {
            for (const JournalEntry &entry : batches.value(0).entries)
                record.lines.append({entry.entry, entry.target, entry.state, entry.httpStatus,
                                     entry.requestId, entry.settledAt, entry.wasSo.value_or(false),
                                     entry.wasSo.has_value(), entry.kind, entry.code});
            return record;
        });
}

Result<int> archivedCount(Database &database, const JournalScope &scope)
{
    return database.value(sql::archivedCount, valuesOf(scope)).map([](const QVariant &count) {
        return count.toInt();
    });
}

} // namespace roster::journal
