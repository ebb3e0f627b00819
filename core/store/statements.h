// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QStringList>

//! Every SQL text on the contacts file, named. Lists of ids and keys are bound as one JSON array,
//! so that a statement is prepared once whatever their length.
namespace roster::sql {

// Reading rows; the order of columns is that of contactRowOf().
inline const QString rowsOfKeys = QStringLiteral(
    "SELECT key, id, role, name, email, phone, external_id, owner, tags, tag_total, companies,"
    " company_total, created_at, signed_up_at, last_seen_at, updated_at FROM contacts"
    " WHERE key IN (SELECT value FROM json_each(?))");
inline const QString keysOfIds =
    QStringLiteral("SELECT key, id FROM contacts WHERE id IN (SELECT value FROM json_each(?))");
inline const QString keyOfId = QStringLiteral("SELECT key FROM contacts WHERE id = ?");
inline const QString allIds = QStringLiteral("SELECT id FROM contacts ORDER BY key");
inline const QString recordOfId =
    QStringLiteral("SELECT r.record, c.tags, c.tag_total, c.companies, c.company_total"
                   " FROM contacts c JOIN records r USING (key) WHERE c.id = ?");
inline const QString countsByRole =
    QStringLiteral("SELECT role, count(*) FROM contacts GROUP BY role");
inline const QString countsByTag =
    QStringLiteral("SELECT linked, count(*) FROM contact_tags GROUP BY linked");
inline const QString countsByCompany =
    QStringLiteral("SELECT linked, count(*) FROM contact_companies GROUP BY linked");

// Writing contacts.
inline const QString storedContact = QStringLiteral(
    "SELECT c.key, c.updated_at, c.answered_at, c.tags, c.tag_total, c.companies, c.company_total,"
    " r.record = ? FROM contacts c JOIN records r USING (key) WHERE c.id = ?");
//! Of the ids in a JSON array, those that are there.
inline const QString storedAmong =
    QStringLiteral("SELECT id FROM contacts WHERE id IN (SELECT value FROM json_each(?))");
inline const QString removedAmong =
    QStringLiteral("SELECT id FROM removed WHERE id IN (SELECT value FROM json_each(?))");
//! Of those named, id and folded name.
inline const QString foldedOwners = QStringLiteral(
    "SELECT id, fold FROM admins WHERE fold <> '' AND id IN (SELECT value FROM json_each(?))");
inline const QString foldedTags = QStringLiteral(
    "SELECT id, fold FROM tags WHERE fold <> '' AND id IN (SELECT value FROM json_each(?))");
inline const QString foldedCompanies = QStringLiteral(
    "SELECT id, fold FROM companies WHERE fold <> '' AND id IN (SELECT value FROM json_each(?))");
inline const QString removedAt = QStringLiteral("SELECT removed_at FROM removed WHERE id = ?");
inline const QString forgetRemoved = QStringLiteral("DELETE FROM removed WHERE id = ?");
inline const QString rememberRemoved =
    QStringLiteral("INSERT INTO removed VALUES (?, ?)"
                   " ON CONFLICT (id) DO UPDATE SET removed_at = excluded.removed_at");
inline const QString dropOldRemoved = QStringLiteral("DELETE FROM removed WHERE removed_at < ?");

inline const QString insertContact = QStringLiteral(
    "INSERT INTO contacts (id, role, search_text, name_fold, email_fold, phone_fold, external_fold,"
    " owner, name, email, phone, external_id, created_at, signed_up_at, last_seen_at, updated_at,"
    " tags, tag_total, companies, company_total, answered_at, owner_text, tags_text,"
    " companies_text, sweep) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
    " ?, ?, ?,"
    " (SELECT value FROM meta WHERE name = '.sweep'))");
inline const QString updateContact = QStringLiteral(
    "UPDATE contacts SET id = ?, role = ?, search_text = ?, name_fold = ?, email_fold = ?,"
    " phone_fold = ?, external_fold = ?, owner = ?, name = ?, email = ?, phone = ?,"
    " external_id = ?, created_at = ?, signed_up_at = ?, last_seen_at = ?, updated_at = ?,"
    " tags = ?, tag_total = ?, companies = ?, company_total = ?, answered_at = ?,"
    " owner_text = (SELECT nullif(fold, '') FROM admins WHERE id = ?),"
    " tags_text = (SELECT group_concat(fold, char(10)) FROM (SELECT fold FROM tags"
    "   WHERE fold <> '' AND id IN (SELECT value FROM json_each(?)) ORDER BY fold)),"
    " companies_text = (SELECT group_concat(fold, char(10)) FROM (SELECT fold FROM companies"
    "   WHERE fold <> '' AND id IN (SELECT value FROM json_each(?)) ORDER BY fold)),"
    " sweep = (SELECT value FROM meta WHERE name = '.sweep') WHERE key = ?");
inline const QString insertRecord = QStringLiteral("INSERT INTO records VALUES (?, ?)");
inline const QString updateRecord = QStringLiteral("UPDATE records SET record = ? WHERE key = ?");
inline const QString touchContact = QStringLiteral(
    "UPDATE contacts SET sweep = (SELECT value FROM meta WHERE name = '.sweep') WHERE key = ?");
inline const QString answerContact =
    QStringLiteral("UPDATE contacts SET answered_at = ?,"
                   " sweep = (SELECT value FROM meta WHERE name = '.sweep') WHERE key = ?");
inline const QString deleteContact = QStringLiteral("DELETE FROM contacts WHERE key = ?");
inline const QString deleteRecord = QStringLiteral("DELETE FROM records WHERE key = ?");

// Sweeps.
inline const QString nextSweep =
    QStringLiteral("UPDATE meta SET value = value + 1 WHERE name = '.sweep'");
inline const QString sweep = QStringLiteral("SELECT value FROM meta WHERE name = '.sweep'");
inline const QString unseenSince =
    QStringLiteral("SELECT id FROM contacts WHERE sweep < ? ORDER BY key");

// Names.
inline const QString allTags = QStringLiteral("SELECT id, name FROM tags");
inline const QString allCompanies =
    QStringLiteral("SELECT id, company_id, name, plan, user_count FROM companies");
inline const QString allAdmins = QStringLiteral("SELECT id, name, email FROM admins");
inline const QString allAttributes = QStringLiteral(
    "SELECT name, label, description, type, options, is_writable, is_archived FROM attributes"
    " ORDER BY position");
inline const QString mergeTag = QStringLiteral(
    "INSERT INTO tags VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET name = excluded.name,"
    " fold = excluded.fold");
inline const QString mergeCompany = QStringLiteral(
    "INSERT INTO companies (id, name, fold, company_id, plan, user_count) VALUES (?, ?, ?, ?, ?, ?)"
    " ON CONFLICT (id) DO UPDATE SET name = excluded.name, fold = excluded.fold,"
    " company_id = excluded.company_id, plan = excluded.plan, user_count = excluded.user_count");
inline const QString mergeAdmin = QStringLiteral(
    "INSERT INTO admins (id, name, fold, email) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET"
    " name = excluded.name, fold = excluded.fold, email = excluded.email");
inline const QString dropOtherTags =
    QStringLiteral("DELETE FROM tags WHERE id NOT IN (SELECT value FROM json_each(?))");
inline const QString dropOtherAdmins =
    QStringLiteral("DELETE FROM admins WHERE id NOT IN (SELECT value FROM json_each(?))");
inline const QString emptyAttributes = QStringLiteral("DELETE FROM attributes");
inline const QString insertAttribute =
    QStringLiteral("INSERT INTO attributes VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
inline const QString retellOwners =
    QStringLiteral("UPDATE contacts SET owner_text ="
                   " (SELECT nullif(fold, '') FROM admins WHERE admins.id = contacts.owner)"
                   " WHERE owner IN (SELECT value FROM json_each(?))");

inline const QString anyContact = QStringLiteral("SELECT EXISTS (SELECT 1 FROM contacts)");
inline const QString readMeta = QStringLiteral("SELECT value FROM meta WHERE name = ?");
inline const QString writeMeta = QStringLiteral(
    "INSERT INTO meta VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value");

//! Leaves the tables and the numbering of keys.
QStringList emptyAllTables();

//! The statements about one kind of things that contacts are linked with.
struct LinkStatements
{
    QString known;       //!< name, fold by id
    QString idsAndTotal; //!< key, list, total by contact id
    QString setList;     //!< list, total, names, answered_at, key
    QString removeAll;   //!< links of a contact
    QString insertAll;   //!< links of a contact from a JSON array
    QString retell;      //!< names of all contacts linked with one of a JSON array
};

const LinkStatements &tagLinks();
const LinkStatements &companyLinks();

} // namespace roster::sql
