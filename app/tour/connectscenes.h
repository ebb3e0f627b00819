// SPDX-License-Identifier: MIT
#pragma once

#include "app/tour/tourstep.h"

#include <deque>

namespace roster {

class TourStage;

//! The first run and everything that connecting a workspace can answer.
std::deque<TourStep> connectScenes(TourStage &stage);

} // namespace roster
