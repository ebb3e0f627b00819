// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/batchrecord.h"
#include "ui/text/runtext.h"

namespace roster {

//! What a batch did: "Archived “Churned in May”", "Added VIP to 12 contacts".
QString batchTitle(const RunWords &words, const BatchSummary &batch);
//! What of a batch that was cut short is done and what is not: "412 archived, 3 not certain, 85 not
//! begun".
QString batchStateText(const BatchSummary &batch);

//! A batch of the journal as the report of a run.
BulkReport reportOf(const BatchRecord &record);

} // namespace roster
