// SPDX-License-Identifier: MIT
#pragma once

#include "core/sandbox/database.h"

#include <QString>
#include <QVariant>

namespace roster::sandbox {

//! What stands for "no value" where a number is sorted by: below every number the API can carry.
inline constexpr qint64 absentNumber = -9'007'199'254'740'993;

namespace schema {

//! What was found in a database file.
enum class Found { Nothing, Workspace, SomethingElse, Newer };

[[nodiscard]] Found look(Database &db);
//! The tables and views. Within the caller's transaction.
void createTables(Database &db);
//! Those that a workspace of an earlier version lacks.
void createMissingTables(Database &db);
//! The indexes; after the population, since filling tables is faster without.
void createIndexes(Database &db);
//! Drops all of it.
void dropAll(Database &db);

//! Small named values of the workspace (its seed, its id); text or number.
[[nodiscard]] QVariant meta(Database &db, const QString &key);
void setMeta(Database &db, const QString &key, const QVariant &value);

} // namespace schema
} // namespace roster::sandbox
