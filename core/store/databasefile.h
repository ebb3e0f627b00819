// SPDX-License-Identifier: MIT
#pragma once

#include "core/store/migrations.h"

namespace roster {

//! What openFile() found and did.
struct OpenedFile
{
    std::unique_ptr<Database> database;
    //! Where a damaged file was put; empty when it was sound.
    QString setAside;
};

//! Opens (or makes) a file of `schema` for writing: directories that it makes are 0700, the file
//! and what SQLite puts beside it are 0600. A file too new or of another program is refused and
//! not touched. A damaged file is renamed to "<file>.damaged-<UTC time>", never deleted, and a
//! fresh one is made. The pages of a file that was not closed in order, or that was found damaged
//! while it was used, are checked one by one; others by their schema.
Result<OpenedFile> openFile(const Database::Options &options, const Schema &schema);

//! Remembers beside the file that it looked damaged, so that the next openFile() checks it whole.
void suspectFile(const QString &file);

//! Deletes the file and everything that belongs to it but what was set aside.
Result<Done> removeFile(const QString &file);

} // namespace roster
