// SPDX-License-Identifier: MIT
#include "core/store/receiptrows.h"

#include "core/domain/patchjson.h"
#include "core/store/journalrows.h"
#include "core/store/journalstatements.h"

#include <algorithm>
#include <array>

namespace roster::journal {

namespace {

using Kind = Receipt::Kind;

constexpr std::array kinds{
    std::pair{Kind::Deleted, "deleted"},
    std::pair{Kind::Blocked, "blocked"},
    std::pair{Kind::Merged, "merged"},
};

QString codeOf(Kind kind)
{
    const auto *found = std::find_if(kinds.begin(), kinds.end(),
                                     [kind](const auto &each) { return each.first == kind; });
    return QString::fromLatin1(found->second);
}

Kind kindOf(const QString &code)
{
    const auto *found = std::find_if(kinds.begin(), kinds.end(), [&code](const auto &each) {
        return code == QLatin1String(each.second);
    });
    return found == kinds.end() ? Kind::Deleted : found->first;
}

QVariantList valuesOf(const JournalScope &scope)
{
    return {sqlText(scope.workspaceId), sqlText(scope.region)};
}

QVariantList valuesOf(const BulkTarget &contact)
{
    return {sqlText(contact.id.text()), sqlText(contact.label), sqlText(contact.email),
            static_cast<int>(contact.role)};
}

//! What stands in four columns from `first` on.
BulkTarget contactOf(const QSqlQuery &row, int first)
{
    return {ContactId(row.value(first).toString()), row.value(first + 1).toString(),
            row.value(first + 2).toString(), static_cast<Role>(row.value(first + 3).toInt())};
}

Receipt receiptOf(const QSqlQuery &row)
{
    Receipt receipt;
    receipt.number = row.value(0).toLongLong();
    receipt.kind = kindOf(row.value(1).toString());
    receipt.contact = contactOf(row, 2);
    if (receipt.kind == Kind::Merged)
        receipt.into = contactOf(row, 6);
    receipt.by = row.value(10).toString();
    receipt.at = row.value(11).toLongLong();
    receipt.requestId = row.value(12).toString();
    receipt.isCertain = row.value(13).toBool();
    return receipt;
}

//! A row of sql::linesAbout.
ActivityEntry lineOf(const QSqlQuery &row)
{
    ActivityEntry line;
    line.at = row.value(0).toLongLong();
    line.by = row.value(1).toString();
    line.action.kind = actionFromCode(row.value(2).toString()).value_or(BulkAction::Kind::Archive);
    line.action.tag = TagId(row.value(3).toString());
    line.action.company = CompanyId(row.value(4).toString());
    line.action.patch = patchFromJson(row.value(5).toByteArray());
    line.batch = row.value(6).toLongLong();
    line.batchName = row.value(7).toString();
    line.state = static_cast<JournalState>(row.value(8).toInt());
    line.wasSo = row.value(9).toBool();
    return line;
}

ActivityEntry entryOf(const Receipt &receipt)
{
    ActivityEntry entry;
    entry.at = receipt.at;
    entry.by = receipt.by;
    entry.state = receipt.isCertain ? JournalState::Applied : JournalState::Unknown;
    entry.receipt = receipt;
    return entry;
}

template <class Read>
auto readList(Database &database, const QString &sql, const QVariantList &values, Read read)
    -> Result<QList<std::invoke_result_t<Read, const QSqlQuery &>>>
{
    QList<std::invoke_result_t<Read, const QSqlQuery &>> items;
    const Result<Done> isRead = database.read(sql, values, [&items, &read](const QSqlQuery &row) {
        items.append(read(row));
        return true;
    });
    return isRead.map([&items](const Done &) { return items; });
}

} // namespace

Result<qint64> openReceipt(Database &database, const JournalScope &scope, const Receipt &receipt)
{
    QVariantList values{codeOf(receipt.kind)};
    values += valuesOf(receipt.contact) + valuesOf(receipt.into) + valuesOf(scope);
    values += QVariantList{sqlText(receipt.by), receipt.at};
    return database.run(sql::insertReceipt, values).map([&database](int) -> qint64 {
        return database.lastKey();
    });
}

Result<Done> settleReceipt(Database &database, const JournalScope &scope, qint64 number,
                           bool isCertain, const QString &requestId)
{
    QVariantList values{isCertain ? 1 : 0, sqlText(requestId), number};
    values += valuesOf(scope);
    return database.run(sql::settleReceipt, values).map([](int) { return Done{}; });
}

Result<Done> dropReceipt(Database &database, const JournalScope &scope, qint64 number)
{
    QVariantList values{number};
    values += valuesOf(scope);
    return database.run(sql::dropReceipt, values).map([](int) { return Done{}; });
}

Result<QList<Receipt>> receipts(Database &database, const JournalScope &scope)
{
    return readList(database, sql::allReceipts, valuesOf(scope), receiptOf);
}

Result<QList<ActivityEntry>> activity(Database &database, const JournalScope &scope,
                                      const ContactId &contact, int most)
{
    const QVariant id = sqlText(contact.text());
    const auto receipts = readList(database, sql::receiptsAbout,
                                   valuesOf(scope) + QVariantList{id, id, most}, receiptOf);
    if (!receipts)
        return receipts.error();
    const auto lines =
        readList(database, sql::linesAbout, valuesOf(scope) + QVariantList{id, most}, lineOf);
    if (!lines)
        return lines.error();
    QList<ActivityEntry> all;
    for (const Receipt &receipt : *receipts)
        all.append(entryOf(receipt));
    all += *lines;
    // In the same second the receipt is the later one: nothing is done to a contact after it.
    std::stable_sort(all.begin(), all.end(),
                     [](const auto &a, const auto &b) { return a.at > b.at; });
    return all.mid(0, most);
}

} // namespace roster::journal
