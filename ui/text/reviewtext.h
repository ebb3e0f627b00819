// SPDX-License-Identifier: MIT
#pragma once

#include "ui/text/runtext.h"

namespace roster {

// The words of the review before a bulk write.

//! "Archive these 5 contacts?" or "Archive 5 of these 6 contacts?".
QString reviewTitle(const RunWords &words, int changing, int chosen);
//! What happens to those that are changed: "will be archived", "get the tag VIP".
QString reviewChangeText(const RunWords &words);
//! Why the others stay as they are: "have the tag already and stay as they are".
QString reviewAlreadyText(const RunWords &words, int count);
//! Nobody counted how many are so already.
QString reviewUncountedText(const RunWords &words);
//! Of those that have another value now, which is replaced; empty where nothing is.
QString reviewReplacedText(const RunWords &words, int count);
//! What can be taken back later, and what cannot.
QString reviewCaution(const RunWords &words);
//! The button that goes on: "Archive 5".
QString reviewButtonText(const RunWords &words, int count);
//! What nobody named is called: "Add VIP".
QString reviewNoun(const RunWords &words);
//! Nothing is left to do: "All of them have the tag already.".
QString nothingToDoText(const RunWords &words);

} // namespace roster
