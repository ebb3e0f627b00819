// SPDX-License-Identifier: MIT
#pragma once

#include "app/tour/tourstep.h"

#include <deque>

namespace roster {

class TourStage;

//! Filters, saved views and what is found on Intercom. The sandbox is open; at the end it shows all
//! contacts again.
std::deque<TourStep> findingScenes(TourStage &stage);

} // namespace roster
