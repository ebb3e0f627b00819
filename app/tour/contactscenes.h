// SPDX-License-Identifier: MIT
#pragma once

#include "app/tour/tourstep.h"

#include <deque>

namespace roster {

class TourStage;

//! The table: none, one and many selected, the band, no results.
std::deque<TourStep> tableScenes(TourStage &stage);
//! The sheets: create, edit, tags, companies, archive and what follows from it.
std::deque<TourStep> sheetScenes(TourStage &stage);
//! What a broken network looks like, and the program's own sheets.
std::deque<TourStep> stateScenes(TourStage &stage);

} // namespace roster
