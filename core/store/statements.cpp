// SPDX-License-Identifier: MIT
#include "core/store/statements.h"

namespace roster::sql {

namespace {

//! `things` is a table of names, `list`, `total` and `text` columns of contacts.
LinkStatements statementsOf(const QString &things, const QString &list, const QString &total,
                            const QString &text)
{
    const QString links = QStringLiteral("contact_") + things;
    return {
        QStringLiteral("SELECT name FROM %1 WHERE id = ?").arg(things),
        QStringLiteral("SELECT key, %1, %2 FROM contacts WHERE id = ?").arg(list, total),
        QStringLiteral("UPDATE contacts SET %1 = ?, %2 = ?, %3 = (SELECT"
                       " group_concat(fold, char(10)) FROM (SELECT fold FROM %4 WHERE fold <> ''"
                       " AND id IN (SELECT value FROM json_each(?)) ORDER BY fold)),"
                       " answered_at = ? WHERE key = ?")
            .arg(list, total, text, things),
        QStringLiteral("DELETE FROM %1 WHERE contact = ?").arg(links),
        QStringLiteral("INSERT OR IGNORE INTO %1 SELECT ?, value FROM json_each(?)").arg(links),
        QStringLiteral("UPDATE contacts SET %1 = (SELECT group_concat(fold, char(10)) FROM"
                       " (SELECT t.fold FROM %2 l JOIN %3 t ON t.id = l.linked"
                       " WHERE l.contact = contacts.key AND t.fold <> '' ORDER BY t.fold))"
                       " WHERE key IN (SELECT contact FROM %2 WHERE linked IN"
                       " (SELECT value FROM json_each(?)))")
            .arg(text, links, things),
    };
}

} // namespace

QStringList emptyAllTables()
{
    QStringList statements;
    for (const char *table :
         {"contacts", "records", "contact_tags", "contact_companies", "removed", "tags",
          "companies", "admins", "attributes", "load_header", "load_windows", "vanished"})
        statements.append(QStringLiteral("DELETE FROM %1").arg(QLatin1String(table)));
    statements.append(QStringLiteral("DELETE FROM meta WHERE name <> '.sweep'"));
    return statements;
}

const LinkStatements &tagLinks()
{
    static const LinkStatements statements =
        statementsOf(QStringLiteral("tags"), QStringLiteral("tags"), QStringLiteral("tag_total"),
                     QStringLiteral("tags_text"));
    return statements;
}

const LinkStatements &companyLinks()
{
    static const LinkStatements statements =
        statementsOf(QStringLiteral("companies"), QStringLiteral("companies"),
                     QStringLiteral("company_total"), QStringLiteral("companies_text"));
    return statements;
}

} // namespace roster::sql
