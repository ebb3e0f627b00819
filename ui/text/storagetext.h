// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/storagestate.h"

namespace roster {

//! Why a local file could not be used, in one sentence; empty when the code tells nothing.
QString storageCause(const ApiError &error);
//! What helps; empty when the code tells nothing.
QString storageAdvice(const ApiError &error);

//! A problem with what is kept, and what to do, in a line for a banner.
QString problemText(const StorageProblem &problem);
//! A damaged file that was set aside, by its new name.
QString setAsideText(const QString &path);
//! The damaged file is the journal.
bool isJournalSetAside(const QString &path);
//! Why nothing can be archived, for tool tips.
QString archiveRefusal();

//! What signing out left, and what to do about it; empty for nothing.
QString leftoversText(const SignOutLeftovers &left);

} // namespace roster
