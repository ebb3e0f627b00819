// SPDX-License-Identifier: MIT
#pragma once

#include "app/tour/tourstep.h"

#include <deque>

namespace roster {

class TourStage;

//! Where things are kept: settings, leaving a workspace, a damaged file.
std::deque<TourStep> keepingScenes(TourStage &stage);

} // namespace roster
