// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/savedview.h"

namespace roster {

//! Writes `views` to a file that only its owner can read: all of it or, with an error of kind
//! Storage, nothing, and what was there stays.
Result<Done> writeViewFile(const QString &path, const QList<SavedView> &views);
//! Reads such a file. Storage: it cannot be opened; Protocol: it is none, is damaged, too large, or
//! of a newer version.
Result<QList<SavedView>> readViewFile(const QString &path);

//! Why a file could not be written or read, in one sentence.
QString viewFileText(const ApiError &error);

} // namespace roster
