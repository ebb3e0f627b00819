// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QString>

//! Every SQL text on the journal file, named. States are the numbers of JournalState: Intended 0,
//! Applied 1, NotApplied 2, Unknown 3, Restored 4.
namespace roster::journal::sql {

inline const QString insertBatch = QStringLiteral(
    "INSERT INTO batches (name, name_fold, kind, tag, company, workspace, workspace_name, region,"
    " token_owner, at, patch, undoes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
inline const QString insertEntry = QStringLiteral(
    "INSERT OR IGNORE INTO entries (batch, contact, label, email, role, search_text, state,"
    " http_status, request_id, was_so, earlier, snapshot)"
    " VALUES (?, ?, ?, ?, ?, ?, 0, 0, '', ?, ?, ?)");
inline const QString keepBefore = QStringLiteral(
    "UPDATE entries SET was_so = ?, earlier = ?, snapshot = ? WHERE batch = ? AND contact = ?");
inline const QString closeBatch = QStringLiteral(
    "UPDATE batches SET is_closed = 1 WHERE id = ? AND workspace = ? AND region = ?");
inline const QString entryOf =
    QStringLiteral("SELECT id FROM entries WHERE batch = ? AND contact = ?");
inline const QString settleEntry =
    QStringLiteral("UPDATE entries SET state = ?, http_status = ?, request_id = ?, settled_at = ?,"
                   " error_kind = ?, error_code = ? WHERE id = ?"
                   " AND state <> 4");
//! For contact, entry, batch: does nothing unless the batch restores.
inline const QString restoreEarlier = QStringLiteral(
    "UPDATE entries SET state = 4 WHERE contact = ? AND id < ? AND state IN (0, 1, 3)"
    " AND EXISTS (SELECT 1 FROM batches mine, batches theirs WHERE mine.id = ?"
    " AND mine.kind = 'restore' AND theirs.id = entries.batch AND theirs.kind = 'archive'"
    " AND theirs.workspace = mine.workspace AND theirs.region = mine.region)");
//! For contact, batch: the entry of the batch that this batch takes back.
inline const QString takeBack = QStringLiteral(
    "UPDATE entries SET state = 4 WHERE contact = ? AND state IN (0, 1, 3) AND batch ="
    " (SELECT mine.undoes FROM batches mine JOIN batches theirs ON theirs.id = mine.undoes"
    " AND theirs.workspace = mine.workspace AND theirs.region = mine.region WHERE mine.id = ?)");
inline const QString restoreContact = QStringLiteral(
    "UPDATE entries SET state = 4 WHERE contact = ? AND id <= ? AND state IN (0, 1, 3)"
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
    " b.token_owner, b.at, b.patch, b.undoes, b.is_closed, e.id, e.contact, e.label, e.email,"     \
    " e.role, e.state, e.http_status, e.request_id, e.was_so, e.earlier, e.settled_at,"            \
    " e.error_kind, e.error_code"                                                                  \
    " FROM batches b JOIN entries e ON e.batch = b.id WHERE b.workspace = ? AND b.region = ?"
// Archived as far as is known, and no later entry says the same of the contact. What was not even
// looked up (was_so) was not sent. What was deleted, blocked or merged since cannot be restored.
#define ROSTER_JOURNAL_ARCHIVED                                                                    \
    " AND b.kind = 'archive' AND e.state IN (0, 1, 3) AND (e.state <> 0 OR e.was_so IS NOT NULL)"  \
    " AND NOT EXISTS (SELECT 1 FROM entries n"                                                     \
    " JOIN batches nb ON nb.id = n.batch WHERE n.contact = e.contact AND n.id > e.id"              \
    " AND n.state IN (0, 1, 3) AND (n.state <> 0 OR n.was_so IS NOT NULL)"                         \
    " AND nb.kind = 'archive' AND nb.workspace = b.workspace AND nb.region = b.region)"            \
    " AND NOT EXISTS (SELECT 1 FROM receipts r WHERE r.contact = e.contact AND r.is_certain"       \
    " AND r.at >= b.at AND r.workspace = b.workspace AND r.region = b.region)"

inline const QString allEntries = QStringLiteral(ROSTER_JOURNAL_COLUMNS " ORDER BY b.id, e.id");
inline const QString openEntries =
    QStringLiteral(ROSTER_JOURNAL_COLUMNS " AND e.state IN (0, 3) ORDER BY b.id, e.id");
inline const QString entriesOfBatch =
    QStringLiteral(ROSTER_JOURNAL_COLUMNS " AND b.id = ? ORDER BY e.id");
inline const QString archivedEntries =
    QStringLiteral(ROSTER_JOURNAL_COLUMNS ROSTER_JOURNAL_ARCHIVED);
inline const QString archivedBetween =
    QStringLiteral(ROSTER_JOURNAL_COLUMNS ROSTER_JOURNAL_ARCHIVED
                   " AND b.at >= ? AND b.at < ? ORDER BY b.at DESC, b.id DESC, e.id");
//! For contacts as a JSON list: the latest entry of each that is archived, without Intended ones.
inline const QString archivedAmong = QStringLiteral(
    "SELECT e.contact, max(e.id) FROM entries e JOIN batches b ON b.id = e.batch"
    " WHERE e.contact IN (SELECT value FROM json_each(?)) AND b.workspace = ? AND b.region = ?"
    " AND b.kind = 'archive' AND e.state IN (1, 3) GROUP BY e.contact");
inline const QString archivedContacts = QStringLiteral(
    "SELECT DISTINCT e.contact FROM entries e JOIN batches b ON b.id = e.batch"
    " WHERE b.workspace = ? AND b.region = ? AND b.kind = 'archive' AND e.state IN (1, 3)");
inline const QString snapshotOf =
    QStringLiteral("SELECT e.snapshot FROM entries e JOIN batches b ON b.id = e.batch"
                   " WHERE b.workspace = ? AND b.region = ? AND e.id = ?");
inline const QString andWordIsFound =
    QStringLiteral(" AND (instr(e.search_text, ?) OR instr(b.name_fold, ?))");
inline const QString newestBatchFirst = QStringLiteral(" ORDER BY b.at DESC, b.id DESC, e.id");
inline const QString archivedCount =
    QStringLiteral("SELECT count(*) FROM batches b JOIN entries e ON e.batch = b.id"
                   " WHERE b.workspace = ? AND b.region = ?" ROSTER_JOURNAL_ARCHIVED);

// The columns of summaryOf().
#define ROSTER_JOURNAL_SUMMARY                                                                     \
    "SELECT b.id, b.name, b.kind, b.tag, b.company, b.patch, b.at, b.token_owner, b.undoes,"       \
    " b.is_closed, sum(e.state = 0), sum(e.state = 1), sum(e.state = 2), sum(e.state = 3),"        \
    " sum(e.state = 4), (SELECT max(u.id) FROM batches u WHERE u.undoes = b.id)"                   \
    " FROM batches b JOIN entries e ON e.batch = b.id WHERE b.workspace = ? AND b.region = ?"

inline const QString latestBatches =
    QStringLiteral(ROSTER_JOURNAL_SUMMARY " GROUP BY b.id ORDER BY b.id DESC LIMIT ?");
inline const QString oneBatch =
    QStringLiteral(ROSTER_JOURNAL_SUMMARY " AND b.id = ? GROUP BY b.id");
inline const QString openBatches =
    QStringLiteral(ROSTER_JOURNAL_SUMMARY
                   " AND NOT b.is_closed AND EXISTS (SELECT 1 FROM entries o"
                   " WHERE o.batch = b.id AND o.state IN (0, 3)) GROUP BY b.id ORDER BY b.id");

inline const QString insertReceipt = QStringLiteral(
    "INSERT INTO receipts (kind, contact, label, email, role, into_contact, into_label, into_email,"
    " into_role, workspace, region, token_owner, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
    " ?)");
inline const QString settleReceipt = QStringLiteral(
    "UPDATE receipts SET is_certain = ?, request_id = ? WHERE id = ? AND workspace = ?"
    " AND region = ?");
//! One that is certain stays.
inline const QString dropReceipt = QStringLiteral("DELETE FROM receipts WHERE id = ?"
                                                  " AND NOT is_certain AND workspace = ?"
                                                  " AND region = ?");
inline const QString eraseReceipts =
    QStringLiteral("DELETE FROM receipts WHERE workspace = ? AND region = ?");

// The columns of receiptOf().
#define ROSTER_JOURNAL_RECEIPTS                                                                    \
    "SELECT id, kind, contact, label, email, role, into_contact, into_label, into_email,"          \
    " into_role, token_owner, at, request_id, is_certain FROM receipts"                            \
    " WHERE workspace = ? AND region = ?"

inline const QString allReceipts =
    QStringLiteral(ROSTER_JOURNAL_RECEIPTS " ORDER BY at DESC, id DESC");
//! For a contact twice, and how many.
inline const QString receiptsAbout = QStringLiteral(
    ROSTER_JOURNAL_RECEIPTS " AND (contact = ? OR into_contact = ?) ORDER BY at DESC, id DESC"
                            " LIMIT ?");
//! For a contact, and how many; the latest first.
inline const QString linesAbout = QStringLiteral(
    "SELECT coalesce(nullif(e.settled_at, 0), b.at), b.token_owner, b.kind, b.tag, b.company,"
    " b.patch, b.id, b.name, e.state, e.was_so FROM entries e JOIN batches b ON b.id = e.batch"
    " WHERE b.workspace = ? AND b.region = ? AND e.contact = ? ORDER BY 1 DESC, e.id DESC LIMIT ?");

#undef ROSTER_JOURNAL_RECEIPTS
#undef ROSTER_JOURNAL_SUMMARY
#undef ROSTER_JOURNAL_COLUMNS
#undef ROSTER_JOURNAL_ARCHIVED

} // namespace roster::journal::sql
