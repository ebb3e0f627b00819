// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/activityentry.h"
#include "ui/text/runtext.h"

namespace roster {

//! What was done: "Tag VIP added", "Archived, and taken back since", "Merged Ada Lovelace into
//! this".
QString activityTitle(const ActivityEntry &entry, const RunWords &words);
//! "2 d ago · by Priya · “Churned in May”".
QString activityFacts(const ActivityEntry &entry, const QString &at);

} // namespace roster
