// SPDX-License-Identifier: MIT
#pragma once

#include "app/tour/tourstep.h"

#include <deque>

namespace roster {

class TourStage;

//! What is asked before many contacts are changed, and their export.
std::deque<TourStep> bulkSheetScenes(TourStage &stage);
//! A run: under way, waiting for the limit, ended with failures; batches, and one that was cut
//! short.
std::deque<TourStep> bulkRunScenes(TourStage &stage);

} // namespace roster
