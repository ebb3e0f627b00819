// SPDX-License-Identifier: MIT
#include "core/store/duplicatefinder.h"

#include "core/store/duplicatekeys.h"
#include "core/store/storedrow.h"

#include <QtCore/QHash>

namespace roster {

namespace {

//! A step of a few milliseconds.
constexpr int contactsAStep = 2000;

//! Where the text of a kind stands. The name is stored as it is compared.
QString columnOf(DuplicateKind kind)
{
    switch (kind) {
    case DuplicateKind::Email:
        return QStringLiteral("email");
    case DuplicateKind::Phone:
        return QStringLiteral("phone");
    case DuplicateKind::Name:
        break;
    }
    return QStringLiteral("name_fold");
}

QString keyOfText(DuplicateKind kind, const QString &text)
{
    switch (kind) {
    case DuplicateKind::Email:
        return emailKey(text);
    case DuplicateKind::Phone:
        return phoneKey(text);
    case DuplicateKind::Name:
        break;
    }
    return text;
}

//! Rows of those that still share the text of the first; what is gone or has changed meanwhile is
//! not counted any more.
DuplicateGroup groupOf(DuplicateKind kind, const AlikeKeys &alike,
                       const QHash<RowKey, ContactRow> &rows)
{
    DuplicateGroup group;
    group.total = alike.total;
    for (const RowKey key : alike.keys) {
        const auto row = rows.constFind(key);
        const QString text = row == rows.constEnd() ? QString() : duplicateKey(kind, *row);
        if (group.key.isEmpty())
            group.key = text;
        if (text.isEmpty() || text != group.key)
            --group.total;
        else
            group.contacts.append(*row);
    }
    return group;
}

} // namespace

std::optional<Result<Duplicates>> DuplicateFinder::step(Database &file)
{
    if (!std::exchange(m_hasBegun, true)) {
        const Result<Done> hasBegun = begin(file);
        if (!hasBegun)
            return Result<Duplicates>(hasBegun.error());
    }
    const Result<int> count = readSome(file);
    if (!count)
        return Result<Duplicates>(count.error());
    if (*count == contactsAStep)
        return std::nullopt;
    return answer(file);
}

Result<Done> DuplicateFinder::begin(Database &file)
{
    return file.value(QStringLiteral("SELECT count(*) FROM contacts"))
        .map([this](const QVariant &count) {
            m_scan.reserve(static_cast<size_t>(count.toLongLong()));
            return Done{};
        });
}

Result<int> DuplicateFinder::readSome(Database &file)
{
    const QString statement =
        QStringLiteral("SELECT key, role, last_seen_at, %1 FROM contacts WHERE key > ? AND"
                       " %1 <> '' ORDER BY key LIMIT ?")
            .arg(columnOf(m_kind));
    int count = 0;
    const auto take = [&](const QSqlQuery &row) {
        m_after = row.value(0).toLongLong();
        m_scan.add(m_after, static_cast<Role>(row.value(1).toInt()), row.value(2).toLongLong(),
                   keyOfText(m_kind, row.value(3).toString()));
        ++count;
        return true;
    };
    const RowKey after = m_after;
    return file.read(statement, {after, contactsAStep}, take).map([&count](const Done &) {
        return count;
    });
}

Result<Duplicates> DuplicateFinder::answer(Database &file)
{
    const DuplicateScan::Picked picked = m_scan.pick();
    std::vector<RowKey> keys;
    for (const AlikeKeys &alike : picked.groups)
        keys.insert(keys.end(), alike.keys.begin(), alike.keys.end());
    QHash<RowKey, ContactRow> rows;
    const Result<Done> isRead = readRows(file, keys, [&rows](ContactRow row) {
        const RowKey key = row.key;
        rows.insert(key, std::move(row));
    });
    if (!isRead)
        return isRead.error();
    Duplicates found;
    found.kind = m_kind;
    found.groupTotal = picked.groupTotal;
    found.contactTotal = picked.contactTotal;
    for (const AlikeKeys &alike : picked.groups) {
        DuplicateGroup group = groupOf(m_kind, alike, rows);
        const bool isAlone = group.contacts.size() < 2;
        found.contactTotal -= alike.total - (isAlone ? 0 : group.total);
        found.groupTotal -= isAlone ? 1 : 0;
        if (!isAlone)
            found.groups.append(std::move(group));
    }
    return found;
}

} // namespace roster
