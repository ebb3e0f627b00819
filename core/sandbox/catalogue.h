// SPDX-License-Identifier: MIT
#pragma once

#include "core/sandbox/database.h"
#include "core/sandbox/workspaceoptions.h"

#include <QList>

namespace roster::sandbox::seed {

//! The admins a contact can be owned by, and the bot that owns nothing.
inline constexpr qint64 firstAdmin = 6184021; //!< Priya Nair, whose token it is
inline constexpr int humanAdmins = 5;
//! The tag of the official examples, "Manual tag".
inline constexpr qint64 manualTag = 7522907;

//! Stores admins, tags and custom attributes, dated relative to options.now.
void storeCatalogue(Database &db, const WorkspaceOptions &options);
//! The ids of all tags but the manual one, the commonest first.
[[nodiscard]] const QList<qint64> &tagIds();

} // namespace roster::sandbox::seed
