// SPDX-License-Identifier: MIT
#pragma once

#include "app/tour/tourstep.h"

#include <deque>

namespace roster {

class TourStage;

//! Contacts that were deleted elsewhere: how that is told, and where they are listed.
std::deque<TourStep> vanishedScenes(TourStage &stage);

//! The first load of a workspace whose answers take their time.
std::deque<TourStep> loadingScenes(TourStage &stage);

} // namespace roster
