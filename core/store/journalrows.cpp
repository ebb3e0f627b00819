// SPDX-License-Identifier: MIT
#include "core/store/journalrows.h"

#include "core/store/folding.h"
#include "core/store/journalstatements.h"
#include "core/store/storeerror.h"

#include <algorithm>
#include <array>

namespace roster::journal {

namespace {

using Kind = BulkAction::Kind;

constexpr std::array kinds{
    std::pair{Kind::Archive, "archive"},
    std::pair{Kind::Restore, "restore"},
    std::pair{Kind::AddTag, "add_tag"},
    std::pair{Kind::RemoveTag, "remove_tag"},
    std::pair{Kind::AttachCompany, "attach_company"},
    std::pair{Kind::DetachCompany, "detach_company"},
};

Result<Done> insertEntry(Database &database, BatchId batch, const BulkTarget &target,
                         const QByteArray &snapshot)
{
    const QString found = folded(target.label) + QLatin1Char('\n') + folded(target.email);
    return database
        .run(sql::insertEntry, {batch, sqlText(target.id.text()), sqlText(target.label),
                                sqlText(target.email), static_cast<int>(target.role), found,
                                snapshot.isEmpty() ? QVariant() : QVariant(snapshot)})
        .map([](int) { return Done{}; });
}

Result<Done> settleOne(Database &database, BatchId batch, const Settlement &outcome)
{
    const QVariant contact = sqlText(outcome.contact.text());
    const Result<QVariant> entry = database.value(sql::entryOf, {batch, contact});
    if (!entry)
        return entry.error();
    if (!entry->isValid())
        return storeError(StoreProblem::Failed, QStringLiteral("no such entry in the journal"));
    const Result<int> isWritten =
        database.run(sql::settleEntry, {static_cast<int>(outcome.state), outcome.httpStatus,
                                        sqlText(outcome.requestId), *entry});
    if (!isWritten)
        return isWritten.error();
    if (outcome.state != JournalState::Applied)
        return Done{};
    return database.run(sql::restoreEarlier, {contact, *entry, batch}).map([](int) {
        return Done{};
    });
}

QVariantList valuesOf(const JournalScope &scope)
{
    return {sqlText(scope.workspaceId), sqlText(scope.region)};
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
    return batch;
}

BulkTarget targetOf(const QSqlQuery &row)
{
    return {ContactId(row.value(11).toString()), row.value(12).toString(), row.value(13).toString(),
            static_cast<Role>(row.value(14).toInt())};
}

JournalEntry entryOf(const QSqlQuery &row)
{
    JournalEntry entry;
    entry.entry = row.value(10).toLongLong();
    entry.target = targetOf(row);
    entry.state = static_cast<JournalState>(row.value(15).toInt());
    entry.httpStatus = row.value(16).toInt();
    entry.requestId = row.value(17).toString();
    entry.snapshot = row.value(18).toByteArray();
    return entry;
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

} // namespace

QString actionCode(Kind kind)
{
    const auto *found = std::find_if(kinds.begin(), kinds.end(),
                                     [kind](const auto &each) { return each.first == kind; });
    return QString::fromLatin1(found->second);
}

std::optional<Kind> actionFromCode(QStringView code)
{
    for (const auto &[kind, word] : kinds) {
        if (code == QLatin1String(word))
            return kind;
    }
    return std::nullopt;
}

Result<BatchId> openBatch(Database &database, const BatchHeader &header,
                          const QList<BulkTarget> &targets, const QList<QByteArray> &snapshots)
{
    const Result<int> hasBatch = database.run(
        sql::insertBatch,
        {sqlText(header.name), sqlText(folded(header.name)), actionCode(header.action.kind),
         sqlText(header.action.tag.text()), sqlText(header.action.company.text()),
         sqlText(header.scope.workspaceId), sqlText(header.workspaceName),
         sqlText(header.scope.region), sqlText(header.tokenOwner), header.at});
    if (!hasBatch)
        return hasBatch.error();
    const BatchId batch = database.lastKey();
    for (qsizetype i = 0; i < targets.size(); ++i) {
        const Result<Done> isWritten = insertEntry(database, batch, targets[i], snapshots.value(i));
        if (!isWritten)
            return isWritten.error();
    }
    return batch;
}

Result<Done> settle(Database &database, BatchId batch, const QList<Settlement> &outcomes)
{
    for (const Settlement &outcome : outcomes) {
        const Result<Done> isSettled = settleOne(database, batch, outcome);
        if (!isSettled)
            return isSettled;
    }
    return Done{};
}

Result<bool> markRestored(Database &database, const JournalScope &scope, const ContactId &contact)
{
    QVariantList values{sqlText(contact.text())};
    values.append(valuesOf(scope));
    return database.run(sql::restoreContact, values).map([](int changed) { return changed > 0; });
}

Result<Done> erase(Database &database, const JournalScope &scope)
{
    const Result<Done> isErased = database.inTransaction([&scope](Database &file) {
        return file.run(sql::eraseEntries, valuesOf(scope))
            .andThen([&](int) { return file.run(sql::eraseBatches, valuesOf(scope)); })
            .map([](int) { return Done{}; });
    });
    if (!isErased)
        return isErased;
    // The log still has the old pages. If it cannot be cut now, closing the file does it.
    const Result<Done> isCut = database.runAll({QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)")});
    Q_UNUSED(isCut)
    return Done{};
}

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

Result<int> archivedCount(Database &database, const JournalScope &scope)
{
    return database.value(sql::archivedCount, valuesOf(scope)).map([](const QVariant &count) {
        return count.toInt();
    });
}

} // namespace roster::journal
