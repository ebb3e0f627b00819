// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/batchrecord.h"
#include "ui/text/runtext.h"

namespace roster {

//! How far a batch of the journal has got.
enum class BatchStage {
    Over,
    AtWork,   //!< A run works on it, or takes it back.
    CutShort, //!< Roster was ended before it was done, and nobody has decided about it yet.
};

//! How far `batch` has got; `isAtWork` as BatchHistory tells it.
BatchStage stageOf(const BatchSummary &batch, bool isAtWork);

//! What a batch really did: "“Churned in May”: Archived 412 contacts", "Added VIP to 12 contacts".
QString batchTitle(const RunWords &words, const BatchSummary &batch);
//! What of a batch is done and what is not: "412 archived, 3 not certain, 85 not begun".
QString batchStateText(const BatchSummary &batch);
//! What there is to tell of a batch besides its title: "3 not archived, at work", "12 taken back".
QStringList batchFacts(const BatchSummary &batch, BatchStage stage);

//! A batch of the journal as the report of a run: what never left is untouched, what has no answer
//! is not certain.
BulkReport reportOf(const BatchRecord &record);

} // namespace roster
