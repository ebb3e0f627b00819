// SPDX-License-Identifier: MIT
#include "core/store/incompleterows.h"
#include "core/store/migrations.h"

namespace roster {

namespace {

// Columns ending in _fold and _text hold folded text (core/store/folding.h) for sorting and
// searching, NULL when empty so that it can be told to come last. `tags` and `companies` hold the
// known ids as the row shows them; contact_tags and contact_companies hold the same for finding.
const char *const contacts = R"(CREATE TABLE contacts (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    role INTEGER NOT NULL,
    search_text TEXT NOT NULL,
    tags_text TEXT,
    companies_text TEXT,
    name_fold TEXT,
    email_fold TEXT,
    phone_fold TEXT,
    external_fold TEXT,
    owner_text TEXT,
    created_at INTEGER,
    signed_up_at INTEGER,
    last_seen_at INTEGER,
    updated_at INTEGER,
    owner TEXT NOT NULL,
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    phone TEXT NOT NULL,
    external_id TEXT NOT NULL,
    tags TEXT NOT NULL,
    tag_total INTEGER NOT NULL,
    companies TEXT NOT NULL,
    company_total INTEGER NOT NULL,
    answered_at INTEGER NOT NULL,
    sweep INTEGER NOT NULL))";

QString sql(const char *text)
{
    return QString::fromLatin1(text);
}

QStringList indexes()
{
    QStringList statements;
    for (const char *column : {"role", "name_fold", "email_fold", "phone_fold", "external_fold",
                               "tags_text", "companies_text", "owner_text", "created_at",
                               "signed_up_at", "last_seen_at", "updated_at"}) {
        statements.append(sql("CREATE INDEX contacts_by_%1 ON contacts (%1)").arg(sql(column)));
    }
    return statements;
}

QStringList firstVersion()
{
    return QStringList{
               sql(contacts),
               // Apart from the rows, so that a search does not read through every record.
               sql("CREATE TABLE records (key INTEGER PRIMARY KEY, record BLOB NOT NULL)"),
               sql("CREATE TABLE contact_tags (contact INTEGER NOT NULL, linked TEXT NOT NULL,"
                   " PRIMARY KEY (contact, linked)) WITHOUT ROWID"),
               sql("CREATE INDEX contact_tags_by_linked ON contact_tags (linked)"),
               sql("CREATE TABLE contact_companies (contact INTEGER NOT NULL,"
                   " linked TEXT NOT NULL, PRIMARY KEY (contact, linked)) WITHOUT ROWID"),
               sql("CREATE INDEX contact_companies_by_linked ON contact_companies (linked)"),
               // Contacts that left the active set lately; see freshness.h.
               sql("CREATE TABLE removed (id TEXT PRIMARY KEY, removed_at INTEGER NOT NULL)"
                   " WITHOUT ROWID"),
               sql("CREATE TABLE tags (id TEXT PRIMARY KEY, name TEXT NOT NULL,"
                   " fold TEXT NOT NULL) WITHOUT ROWID"),
               sql("CREATE TABLE companies (id TEXT PRIMARY KEY, name TEXT NOT NULL,"
                   " fold TEXT NOT NULL, company_id TEXT NOT NULL, plan TEXT NOT NULL,"
                   " user_count INTEGER NOT NULL) WITHOUT ROWID"),
               sql("CREATE TABLE admins (id TEXT PRIMARY KEY, name TEXT NOT NULL,"
                   " fold TEXT NOT NULL, email TEXT NOT NULL) WITHOUT ROWID"),
               sql("CREATE TABLE attributes (position INTEGER PRIMARY KEY, name TEXT NOT NULL,"
                   " label TEXT NOT NULL, description TEXT NOT NULL, type INTEGER NOT NULL,"
                   " options TEXT NOT NULL, is_writable INTEGER NOT NULL,"
                   " is_archived INTEGER NOT NULL)"),
               sql("CREATE TABLE meta (name TEXT PRIMARY KEY, value BLOB NOT NULL)"
                   " WITHOUT ROWID"),
               sql("INSERT INTO meta VALUES ('.sweep', 0)"),
           } +
           indexes();
}

//! The index in memory answers what these were for, and each made every insertion slower. Two stay:
//! the first screen at a start and the counts of the sidebar do not wait for the index.
QStringList droppedIndexes()
{
    QStringList statements;
    for (const char *column :
         {"name_fold", "email_fold", "phone_fold", "external_fold", "tags_text", "companies_text",
          "owner_text", "created_at", "signed_up_at", "updated_at"})
        statements.append(sql("DROP INDEX contacts_by_%1").arg(sql(column)));
    return statements;
}

//! The plan of a load, contacts that vanished, and what is not completely known.
QStringList secondVersion()
{
    return QStringList{
               sql("CREATE TABLE load_header (kind INTEGER NOT NULL, started_at INTEGER NOT NULL,"
                   " generation INTEGER NOT NULL, total INTEGER NOT NULL)"),
               // Days are Julian day numbers, NULL for none; see core/domain/loadwindow.h.
               sql("CREATE TABLE load_windows (number INTEGER PRIMARY KEY, first_day INTEGER,"
                   " last_day INTEGER, is_undated INTEGER NOT NULL, id_ending TEXT NOT NULL,"
                   " cursor TEXT NOT NULL, last_own_day INTEGER, reached_day INTEGER,"
                   " expected INTEGER NOT NULL, seen INTEGER NOT NULL, is_done INTEGER NOT NULL)"),
               sql("CREATE TABLE vanished (id TEXT PRIMARY KEY, label TEXT NOT NULL,"
                   " email TEXT NOT NULL, role INTEGER NOT NULL, noticed_at INTEGER NOT NULL,"
                   " merged_into TEXT NOT NULL) WITHOUT ROWID"),
               // Whichever way a contact comes back.
               sql("CREATE TRIGGER vanished_came_back AFTER INSERT ON contacts"
                   " BEGIN DELETE FROM vanished WHERE id = NEW.id; END"),
           } +
           incompleteIndexes() + droppedIndexes();
}

} // namespace

const Schema &contactsSchema()
{
    // "RstC"
    static const Schema schema{0x52737443, {{1, firstVersion()}, {2, secondVersion()}}};
    return schema;
}

} // namespace roster
