// SPDX-License-Identifier: MIT
#pragma once

#include "app/tour/tourstep.h"

#include <deque>

namespace roster {

class TourStage;

//! One contact's whole record: a full one, what hangs off it, a nearly empty one.
std::deque<TourStep> recordScenes(TourStage &stage);

} // namespace roster
