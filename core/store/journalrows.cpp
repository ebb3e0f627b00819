// SPDX-License-Identifier: MIT
#include "core/store/journalrows.h"

#include "core/domain/patchjson.h"
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
    std::pair{Kind::Update, "update"},
    std::pair{Kind::PutBack, "put_back"},
};

QVariant blobOrNull(const QByteArray &bytes)
{
    return bytes.isEmpty() ? QVariant() : QVariant(bytes);
}

//! wasSo, earlier values, record; nothing of it known yet without `before`.
QVariantList valuesOf(const BulkTarget &target, const BeforeAction *before)
{
    if (!before)
        return {QVariant(), blobOrNull(patchToJson(target.earlier)), QVariant()};
    // A PutBack is given its values, an Update's are looked up.
    const ContactPatch &earlier = before->earlier.isEmpty() ? target.earlier : before->earlier;
    return {before->wasSo ? 1 : 0, blobOrNull(patchToJson(earlier)),
            blobOrNull(before->record.isEmpty() ? QByteArray() : qCompress(before->record))};
}

Result<Done> insertEntry(Database &database, BatchId batch, const BulkTarget &target,
                         const BeforeAction *before)
{
    const QString found = folded(target.label) + QLatin1Char('\n') + folded(target.email);
    QVariantList values{batch,
                        sqlText(target.id.text()),
                        sqlText(target.label),
                        sqlText(target.email),
                        static_cast<int>(target.role),
                        found};
    values.append(valuesOf(target, before));
    return database.run(sql::insertEntry, values).map([](int) { return Done{}; });
}

Result<Done> settleOne(Database &database, BatchId batch, const Settlement &outcome)
{
    const QVariant contact = sqlText(outcome.contact.text());
    const Result<QVariant> entry = database.value(sql::entryOf, {batch, contact});
    if (!entry)
        return entry.error();
    if (!entry->isValid())
        return storeError(StoreProblem::Failed, QStringLiteral("no such entry in the journal"));
    const QVariant kind = outcome.kind ? QVariant(static_cast<int>(*outcome.kind)) : QVariant();
    const Result<int> isWritten =
        database.run(sql::settleEntry,
                     {static_cast<int>(outcome.state), outcome.httpStatus,
                      sqlText(outcome.requestId), outcome.at, kind, sqlText(outcome.code), *entry});
    if (!isWritten)
        return isWritten.error();
    if (outcome.state != JournalState::Applied)
        return Done{};
    return database.run(sql::restoreEarlier, {contact, *entry, batch})
        .andThen([&](int) {
            return database.run(sql::takeBack, {contact, batch});
        })
        .map([](int) { return Done{}; });
}

QVariantList valuesOf(const JournalScope &scope)
{
    return {sqlText(scope.workspaceId), sqlText(scope.region)};
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
                          const QList<BulkTarget> &targets, const QList<BeforeAction> &before)
{
    const Result<int> hasBatch = database.run(
        sql::insertBatch,
        {sqlText(header.name), sqlText(folded(header.name)), actionCode(header.action.kind),
         sqlText(header.action.tag.text()), sqlText(header.action.company.text()),
         sqlText(header.scope.workspaceId), sqlText(header.workspaceName),
         sqlText(header.scope.region), sqlText(header.tokenOwner), header.at,
         blobOrNull(patchToJson(header.action.patch)), header.undoes});
    if (!hasBatch)
        return hasBatch.error();
    const BatchId batch = database.lastKey();
    for (qsizetype i = 0; i < targets.size(); ++i) {
        const Result<Done> isWritten =
            insertEntry(database, batch, targets[i], i < before.size() ? &before[i] : nullptr);
        if (!isWritten)
            return isWritten.error();
    }
    return batch;
}

Result<Done> keepBefore(Database &database, BatchId batch, const QList<BulkTarget> &targets,
                        const QList<BeforeAction> &before)
{
    for (qsizetype i = 0; i < targets.size(); ++i) {
        QVariantList values = valuesOf(targets[i], &before[i]);
        values.append(QVariantList{batch, sqlText(targets[i].id.text())});
        const Result<int> isKept = database.run(sql::keepBefore, values);
        if (!isKept)
            return isKept.error();
    }
    return Done{};
}

Result<Done> close(Database &database, const JournalScope &scope, BatchId batch)
{
    QVariantList values{batch};
    values.append(valuesOf(scope));
    return database.run(sql::closeBatch, values).map([](int) { return Done{}; });
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

Result<bool> markRestored(Database &database, const JournalScope &scope, const ContactId &contact,
                          qint64 upTo)
{
    QVariantList values{sqlText(contact.text()), upTo};
    values.append(valuesOf(scope));
    return database.run(sql::restoreContact, values).map([](int changed) { return changed > 0; });
}

Result<Done> erase(Database &database, const JournalScope &scope)
{
    const Result<Done> isErased = database.inTransaction([&scope](Database &file) {
        return file.run(sql::eraseEntries, valuesOf(scope))
            .andThen([&](int) { return file.run(sql::eraseBatches, valuesOf(scope)); })
            .andThen([&](int) { return file.run(sql::eraseReceipts, valuesOf(scope)); })
            .map([](int) { return Done{}; });
    });
    if (!isErased)
        return isErased;
    // The log still has the old pages. If it cannot be cut now, closing the file does it.
    const Result<Done> isCut = database.runAll({QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)")});
    Q_UNUSED(isCut)
    return Done{};
}

} // namespace roster::journal
