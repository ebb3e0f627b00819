// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/reachability.h"
#include "core/service/syncstatus.h"

#include <QtCore/QString>

namespace roster {

//! How fresh the contacts are, in words.
struct SyncText
{
    //! A few words for the top line; empty when there is nothing to say.
    QString line;
    //! Sentences: what is under way or what helps, and when the last refresh was.
    QString detail;

    friend bool operator==(const SyncText &, const SyncText &) = default;
};

//! Numbers and times in the default locale. Pure.
SyncText syncText(const SyncStatus &status, const Reachability &reachability);

} // namespace roster
