// SPDX-License-Identifier: MIT
#pragma once

#include "core/store/database.h"

#include <QtCore/QStringList>

namespace roster {

//! One step of a file's history: the statements that lead from version - 1 to `version`.
struct Migration
{
    int version;
    QStringList statements;
};

//! A kind of file: how it is told from other databases, and every step up to today.
struct Schema
{
    //! PRAGMA application_id of the file.
    int applicationId;
    //! In order, versions 1, 2, 3 …
    QList<Migration> migrations;

    int latestVersion() const { return static_cast<int>(migrations.size()); }
};

//! Whether Roster may open this file: not when it is too new or some other program's. Reads only.
Result<Done> checkOrigin(Database &database, const Schema &schema);

//! Brings the file to the latest version, each step in one transaction. A step that fails leaves
//! the version before it.
Result<Done> migrate(Database &database, const Schema &schema);

//! The copy of a workspace: contacts, names, meta data.
const Schema &contactsSchema();

//! The journal of writes.
const Schema &journalSchema();

} // namespace roster
