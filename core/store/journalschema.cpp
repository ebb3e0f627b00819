// SPDX-License-Identifier: MIT
#include "core/store/migrations.h"

namespace roster {

namespace {

QString sql(const char *text)
{
    return QString::fromLatin1(text);
}

QStringList firstVersion()
{
    return {
        // `workspace` is the workspace's id: with `region` it keeps workspaces apart.
        sql("CREATE TABLE batches (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL,"
            " name_fold TEXT NOT NULL, kind TEXT NOT NULL, tag TEXT NOT NULL,"
            " company TEXT NOT NULL, workspace TEXT NOT NULL, workspace_name TEXT NOT NULL,"
            " region TEXT NOT NULL, token_owner TEXT NOT NULL, at INTEGER NOT NULL)"),
        sql("CREATE INDEX batches_by_workspace ON batches (workspace, region)"),
        sql("CREATE TABLE entries (id INTEGER PRIMARY KEY AUTOINCREMENT,"
            " batch INTEGER NOT NULL REFERENCES batches (id), contact TEXT NOT NULL,"
            " label TEXT NOT NULL, email TEXT NOT NULL, role INTEGER NOT NULL,"
            " search_text TEXT NOT NULL, state INTEGER NOT NULL, http_status INTEGER NOT NULL,"
            " request_id TEXT NOT NULL, snapshot BLOB, UNIQUE (batch, contact))"),
        sql("CREATE INDEX entries_by_contact ON entries (contact)"),
        // Intended and Unknown: what a start has to look after.
        sql("CREATE INDEX entries_open ON entries (batch) WHERE state IN (0, 3)"),
    };
}

//! Values of updates, what is known from before, who takes back whom.
QStringList secondVersion()
{
    return {
        // `patch` as patchToJson(); `is_closed`: what is open of it was left so.
        sql("ALTER TABLE batches ADD COLUMN patch BLOB"),
        sql("ALTER TABLE batches ADD COLUMN undoes INTEGER NOT NULL DEFAULT 0"),
        sql("ALTER TABLE batches ADD COLUMN is_closed INTEGER NOT NULL DEFAULT 0"),
        sql("CREATE INDEX batches_undoing ON batches (undoes) WHERE undoes <> 0"),
        // `was_so` is null until it was looked up, which happens before anything is sent.
        sql("ALTER TABLE entries ADD COLUMN was_so INTEGER"),
        sql("ALTER TABLE entries ADD COLUMN earlier BLOB"),
        sql("ALTER TABLE entries ADD COLUMN settled_at INTEGER NOT NULL DEFAULT 0"),
        sql("UPDATE entries SET was_so = 0"),
    };
}

//! Why it failed, where a status says too little.
QStringList thirdVersion()
{
    return {
        // An ErrorKind; null: there was no error, or it was not noted.
        sql("ALTER TABLE entries ADD COLUMN error_kind INTEGER"),
        sql("ALTER TABLE entries ADD COLUMN error_code TEXT NOT NULL DEFAULT ''"),
    };
}

//! What stays of deleting, blocking and merging.
QStringList fourthVersion()
{
    return {
        // `is_certain`: 0 until an answer came, and for ever where none did.
        sql("CREATE TABLE receipts (id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL,"
            " contact TEXT NOT NULL, label TEXT NOT NULL, email TEXT NOT NULL,"
            " role INTEGER NOT NULL, into_contact TEXT NOT NULL, into_label TEXT NOT NULL,"
            " into_email TEXT NOT NULL, into_role INTEGER NOT NULL, workspace TEXT NOT NULL,"
            " region TEXT NOT NULL, token_owner TEXT NOT NULL, at INTEGER NOT NULL,"
            " request_id TEXT NOT NULL DEFAULT '', is_certain INTEGER NOT NULL DEFAULT 0)"),
        sql("CREATE INDEX receipts_by_workspace ON receipts (workspace, region)"),
        sql("CREATE INDEX receipts_by_contact ON receipts (contact)"),
        sql("CREATE INDEX receipts_by_into ON receipts (into_contact) WHERE into_contact <> ''"),
    };
}

} // namespace

const Schema &journalSchema()
{
    // "RstJ"
    static const Schema schema{
        0x5273744a,
        {{1, firstVersion()}, {2, secondVersion()}, {3, thirdVersion()}, {4, fourthVersion()}}};
    return schema;
}

} // namespace roster
