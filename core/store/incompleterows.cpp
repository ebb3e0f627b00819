// SPDX-License-Identifier: MIT
#include "core/store/incompleterows.h"

#include "core/store/linkwrites.h"

namespace roster {

namespace {

//! True for a row whose `list` (one id a line, see packedlist.h) has fewer than `total`. An index
//! serves a query only when both spell their condition alike.
QString isShort(const QString &list, const QString &total)
{
    return QStringLiteral("%2 > length(%1) - length(replace(%1, char(10), '')) + (%1 <> '')")
        .arg(list, total);
}

QString areTagsShort()
{
    return isShort(QStringLiteral("tags"), QStringLiteral("tag_total"));
}

QString areCompaniesShort()
{
    return isShort(QStringLiteral("companies"), QStringLiteral("company_total"));
}

QString countOf(const QString &condition)
{
    return QStringLiteral("SELECT count(*) FROM contacts WHERE ") + condition;
}

} // namespace

QStringList incompleteIndexes()
{
    return {QStringLiteral("CREATE INDEX contacts_with_more_tags ON contacts (key) WHERE ") +
                areTagsShort(),
            QStringLiteral("CREATE INDEX contacts_with_more_companies ON contacts (key) WHERE ") +
                areCompaniesShort()};
}

Result<QList<IncompleteContact>> readIncomplete(Database &database, RowKey after, int most)
{
    static const QString part =
        QStringLiteral("SELECT * FROM (SELECT key, id, (%1) AS t, (%2) AS c FROM contacts"
                       " WHERE %3 AND key > ? ORDER BY key LIMIT ?)");
    static const QString sql = part.arg(areTagsShort(), areCompaniesShort(), areTagsShort()) +
                               QStringLiteral(" UNION ") +
                               part.arg(areTagsShort(), areCompaniesShort(), areCompaniesShort()) +
                               QStringLiteral(" ORDER BY key LIMIT ?");
    QList<IncompleteContact> found;
    const Result<Done> isRead =
        database.read(sql, {after, most, after, most, most}, [&found](const QSqlQuery &row) {
            found.append({row.value(0).toLongLong(), ContactId(row.value(1).toString()),
                          row.value(2).toBool(), row.value(3).toBool()});
            return true;
        });
    return isRead.map([&found](const Done &) { return found; });
}

Result<StoreFigures> readFigures(Database &database)
{
    static const QString contacts = QStringLiteral("SELECT count(*) FROM contacts");
    static const QString tags = countOf(areTagsShort());
    static const QString companies = countOf(areCompaniesShort());
    StoreFigures figures;
    const std::pair<QString, int *> counts[] = {{contacts, &figures.contacts},
                                                {tags, &figures.incomplete.tags},
                                                {companies, &figures.incomplete.companies}};
    for (const auto &[sql, figure] : counts) {
        const Result<QVariant> count = database.value(sql);
        if (!count)
            return count.error();
        *figure = count->toInt();
    }
    return figures;
}

Result<QList<ContactId>> writeCompleted(Database &database, const QList<CompletedLists> &lists,
                                        qint64 now)
{
    QList<ContactId> written;
    for (const CompletedLists &one : lists) {
        Result<bool> isThere = true;
        if (one.tags)
            isThere = writeTags(database, one.id, *one.tags, now);
        if (isThere && one.companies)
            isThere = writeCompanies(database, one.id, *one.companies, now);
        if (!isThere)
            return isThere.error();
        if (*isThere)
            written.append(one.id);
    }
    return written;
}

Result<QList<CompanyId>> readUnnamed(Database &database, const CompanyId &after, int most)
{
    static const QString sql =
        QStringLiteral("SELECT DISTINCT linked FROM contact_companies WHERE linked > ?"
                       " AND linked NOT IN (SELECT id FROM companies) ORDER BY linked LIMIT ?");
    QList<CompanyId> found;
    const Result<Done> isRead =
        database.read(sql, {sqlText(after.text()), most}, [&found](const QSqlQuery &row) {
            found.append(CompanyId(row.value(0).toString()));
            return true;
        });
    return isRead.map([&found](const Done &) { return found; });
}

} // namespace roster
