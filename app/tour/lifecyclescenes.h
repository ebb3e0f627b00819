// SPDX-License-Identifier: MIT
#pragma once

#include "app/tour/tourstep.h"

#include <deque>

namespace roster {

class TourStage;

//! An edit that somebody else was quicker with; converting, merging and deleting, and the receipts
//! that stay. At the end all contacts are shown, one fewer than before.
std::deque<TourStep> lifecycleScenes(TourStage &stage);

} // namespace roster
