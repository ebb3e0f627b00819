// SPDX-License-Identifier: MIT
#pragma once

#include "app/tour/tourstep.h"

#include <deque>

namespace roster {

class TourStage;

//! Duplicates, the page of a company, a new attribute.
std::deque<TourStep> pageScenes(TourStage &stage);

} // namespace roster
