// SPDX-License-Identifier: MIT
#pragma once

#include "app/tour/tourstep.h"

#include <deque>

namespace roster {

class TourStage;

//! What the tour does in a workspace of a few thousand contacts, from the first run on.
std::deque<TourStep> tourOfFullWorkspace(TourStage &stage);

//! What there is to see in a workspace without contacts.
std::deque<TourStep> tourOfEmptyWorkspace(TourStage &stage);

} // namespace roster
