// SPDX-License-Identifier: MIT
#include "core/store/contactorder.h"

#include "core/store/filtersql.h"
#include "core/store/folding.h"

#include <algorithm>

namespace roster {

namespace {

struct SortKey
{
    QLatin1String column;
    bool canBeNull = true;
};

SortKey sortKey(SortColumn column)
{
    switch (column) {
    case SortColumn::Name:
        return {QLatin1String("name_fold")};
    case SortColumn::Email:
        return {QLatin1String("email_fold")};
    case SortColumn::Phone:
        return {QLatin1String("phone_fold")};
    case SortColumn::Role:
        return {QLatin1String("role"), false};
    case SortColumn::Tags:
        return {QLatin1String("tags_text")};
    case SortColumn::Companies:
        return {QLatin1String("companies_text")};
    case SortColumn::Owner:
        return {QLatin1String("owner_text")};
    case SortColumn::ExternalId:
        return {QLatin1String("external_fold")};
    case SortColumn::CreatedAt:
        return {QLatin1String("created_at")};
    case SortColumn::SignedUpAt:
        return {QLatin1String("signed_up_at")};
    case SortColumn::UpdatedAt:
        return {QLatin1String("updated_at")};
    case SortColumn::LastSeenAt:
        break;
    }
    return {QLatin1String("last_seen_at")};
}

//! What has to hold, and the values of its `?`.
struct Conditions
{
    QStringList parts;
    QVariantList values;

    void add(const QString &part, const QVariantList &its)
    {
        parts.append(part);
        values.append(its);
    }
};

Conditions conditionsOf(const ContactQuery &query)
{
    Conditions all;
    const SqlFilter filter = sqlFilter(query.filter, query.days);
    if (!filter.condition.isEmpty())
        all.add(filter.condition, filter.values);
    // instr() and not LIKE: no character of the words means anything but itself.
    for (const QString &word : foldedWords(query.text)) {
        all.add(QStringLiteral("(instr(search_text, ?) OR instr(tags_text, ?)"
                               " OR instr(companies_text, ?))"),
                {word, word, word});
    }
    return all;
}

Result<Done> appendKeys(Database &file, const QString &statement, const QVariantList &values,
                        const std::stop_token &stop, std::vector<RowKey> &keys)
{
    return file.read(statement, values, [&](const QSqlQuery &row) {
        keys.push_back(row.value(0).toLongLong());
        return !stop.stop_requested();
    });
}

//! The first keys and the count, where both are quick: from the index of the column.
Result<Done> beginUnfiltered(Database &file, const ContactOrder &order, const std::stop_token &stop,
                             const KeysJob::Begin &begin)
{
    FirstKeys first;
    for (const QString &statement : order.statements) {
        if (first.keys.size() >= FirstKeys::most)
            break;
        const Result<Done> isRead =
            appendKeys(file, statement + QStringLiteral(" LIMIT %1").arg(FirstKeys::most),
                       order.values, stop, first.keys);
        if (!isRead)
            return isRead;
    }
    first.keys.resize(std::min(first.keys.size(), FirstKeys::most));
    const Result<QVariant> count = file.value(QStringLiteral("SELECT count(*) FROM contacts"));
    if (!count)
        return count.error();
    first.total = count->toLongLong();
    first.untold = 0;
    begin(first);
    return Done{};
}

//! The beginning of what is there.
FirstKeys firstOf(const std::vector<RowKey> &keys)
{
    const auto end =
        keys.begin() + static_cast<std::ptrdiff_t>(std::min(keys.size(), FirstKeys::most));
    return {{keys.begin(), end}, static_cast<qsizetype>(keys.size()), std::nullopt};
}

} // namespace

Result<std::vector<RowKey>> readKeys(Database &database, const ContactQuery &query,
                                     const std::stop_token &stop, const KeysJob::Begin &begin)
{
    const ContactOrder order = contactOrder(query);
    std::vector<RowKey> keys;
    const Result<Done> isRead = database.inSnapshot([&](Database &file) -> Result<Done> {
        Result<Done> isDone = Done{};
        if (query.isUnfiltered())
            isDone = beginUnfiltered(file, order, stop, begin);
        for (const QString &statement : order.statements) {
            if (isDone)
                isDone = appendKeys(file, statement, order.values, stop, keys);
        }
        return isDone;
    });
    if (!isRead)
        return isRead.error();
    if (stop.stop_requested())
        return ApiError::cancelled(Effect::NotApplied);
    if (!query.isUnfiltered())
        begin(firstOf(keys));
    return keys;
}

ContactOrder contactOrder(const ContactQuery &query)
{
    const SortKey key = sortKey(query.sortColumn);
    const Conditions conditions = conditionsOf(query);
    const QLatin1String direction(query.sortOrder == Qt::AscendingOrder ? "" : " DESC");
    // Reading in the order of the index pays only when nearly every contact matches; else the few
    // that match are sorted ("+" keeps the index out of it).
    const QLatin1String plain(query.isUnfiltered() ? "" : "+");
    ContactOrder order{{}, conditions.values};
    const auto add = [&](const QString &extra, bool isByColumn) {
        QStringList where = conditions.parts;
        if (!extra.isEmpty())
            where.append(extra);
        QString statement = QStringLiteral("SELECT key FROM contacts");
        if (!where.isEmpty())
            statement += QLatin1String(" WHERE ") + where.join(QLatin1String(" AND "));
        statement += QLatin1String(" ORDER BY ");
        if (isByColumn)
            statement += plain + key.column + direction + QLatin1String(", ");
        order.statements.append(statement + QLatin1String("key") + direction);
    };
    if (!key.canBeNull) {
        add({}, true);
        return order;
    }
    add(plain + key.column + QLatin1String(" IS NOT NULL"), true);
    add(plain + key.column + QLatin1String(" IS NULL"), false);
    return order;
}

} // namespace roster
