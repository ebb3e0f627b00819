// SPDX-License-Identifier: MIT
#pragma once

namespace roster::bench {

//! Runs the event loop for that long; asleep while there is nothing to do, so that what is measured
//! has the processor.
void turn(int ms);

} // namespace roster::bench
