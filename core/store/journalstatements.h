// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QString>

//! Every SQL text on the journal file, named. States are the numbers of JournalState: Intended 0,
//! Applied 1, NotApplied 2, Unknown 3, Restored 4.
namespace roster::journal::sql {

inline const QString insertBatch = QStringLiteral(
    "INSERT INTO batches (name, name_fold, kind, tag, company, workspace, workspace_name, region,"
    " token_owner, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
inline const QString insertEntry = QStringLiteral(
    "INSERT OR IGNORE INTO entries (batch, contact, label, email, role, search_text, state,"
    " http_status, request_id, snapshot) VALUES (?, ?, ?, ?, ?, ?, 0, 0, '', ?)");
inline const QString entryOf =
    QStringLiteral("SELECT id FROM entries WHERE batch = ? AND contact = ?");
inline const QString settleEntry = QStringLiteral(
    "UPDATE entries SET state = ?, http_status = ?, request_id = ? WHERE id = ? AND state <> 4");
//! For contact, entry, batch: does nothing unless the batch restores.
inline const QString restoreEarlier = QStringLiteral(
    "UPDATE entries SET state = 4 WHERE contact = ? AND id < ? AND state IN (0, 1, 3)"
    " AND EXISTS (SELECT 1 FROM batches mine, batches theirs WHERE mine.id = ?"
    " AND mine.kind = 'restore' AND theirs.id = entries.batch AND theirs.kind = 'archive'"
    " AND theirs.workspace = mine.workspace AND theirs.region = mine.region)");
inline const QString restoreContact = QStringLiteral(
    "UPDATE entries SET state = 4 WHERE contact = ? AND state IN (0, 1, 3)"
    " AND EXISTS (SELECT 1 FROM batches b WHERE b.id = entries.batch AND b.kind = 'archive'"
    " AND b.workspace = ? AND b.region = ?)");
inline const QString eraseEntries =
    QStringLiteral("DELETE FROM entries WHERE batch IN"
                   " (SELECT id FROM batches WHERE workspace = ? AND region = ?)");
inline const QString eraseBatches =
    QStringLiteral("DELETE FROM batches WHERE workspace = ? AND region = ?");

// The columns of batchOf() and entryOf().
#define ROSTER_JOURNAL_COLUMNS                                                                     \
    "SELECT b.id, b.name, b.kind, b.tag, b.company, b.workspace, b.region, b.workspace_name,"      \
    " b.token_owner, b.at, e.id, e.contact, e.label, e.email, e.role, e.state, e.http_status,"     \
    " e.request_id, e.snapshot FROM batches b JOIN entries e ON e.batch = b.id"                    \
    " WHERE b.workspace = ? AND b.region = ?"
// Archived as far as is known, and no later entry says the same of the contact.
#define ROSTER_JOURNAL_ARCHIVED                                                                    \
    " AND b.kind = 'archive' AND e.state IN (0, 1, 3) AND NOT EXISTS (SELECT 1 FROM entries n"     \
    " JOIN batches nb ON nb.id = n.batch WHERE n.contact = e.contact AND n.id > e.id"              \
    " AND n.state IN (0, 1, 3) AND nb.kind = 'archive' AND nb.workspace = b.workspace"             \
    " AND nb.region = b.region)"

inline const QString allEntries = QStringLiteral(ROSTER_JOURNAL_COLUMNS " ORDER BY b.id, e.id");
inline const QString openEntries =
    QStringLiteral(ROSTER_JOURNAL_COLUMNS " AND e.state IN (0, 3) ORDER BY b.id, e.id");
inline const QString archivedEntries =
    QStringLiteral(ROSTER_JOURNAL_COLUMNS ROSTER_JOURNAL_ARCHIVED);
inline const QString andWordIsFound =
    QStringLiteral(" AND (instr(e.search_text, ?) OR instr(b.name_fold, ?))");
inline const QString newestBatchFirst = QStringLiteral(" ORDER BY b.at DESC, b.id DESC, e.id");
inline const QString archivedCount =
    QStringLiteral("SELECT count(*) FROM batches b JOIN entries e ON e.batch = b.id"
                   " WHERE b.workspace = ? AND b.region = ?" ROSTER_JOURNAL_ARCHIVED);

#undef ROSTER_JOURNAL_COLUMNS
#undef ROSTER_JOURNAL_ARCHIVED

} // namespace roster::journal::sql
