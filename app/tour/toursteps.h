// SPDX-License-Identifier: MIT
#pragma once

#include "app/tour/tourstage.h"
#include "app/tour/tourstep.h"

namespace roster {

//! The words that scenes are written in. `stage` lives longer than what is returned.

//! A widget of that name is seen.
std::function<bool()> sees(TourStage &stage, const char *name);
//! No widget of that name is seen.
std::function<bool()> isGone(TourStage &stage, const char *name);
//! Presses and releases a key.
std::function<void()> pressing(TourStage &stage, Qt::Key key, Qt::KeyboardModifiers modifiers = {});
//! Clicks the widget of that name.
std::function<void()> clicking(TourStage &stage, const char *name);
//! Triggers an action of the window, as its menu would.
std::function<void()> triggering(TourStage &stage, const char *action);

//! A step without a picture.
TourStep silently(std::function<void()> act, std::function<bool()> isReady);
//! Esc, until that sheet is gone.
TourStep closing(TourStage &stage, const char *sheet);

} // namespace roster
