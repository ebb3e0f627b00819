// SPDX-License-Identifier: MIT
#include "core/store/contactorder.h"

#include "core/store/filtersql.h"
#include "core/store/folding.h"

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

} // namespace

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
