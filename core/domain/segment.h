// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/id.h"

#include <optional>

namespace roster {

//! A segment of the workspace (schema Segment): people who fulfil a rule that only Intercom knows.
struct Segment
{
    SegmentId id;
    QString name;
    //! How many people are in it, where that was asked for.
    std::optional<int> count;

    friend bool operator==(const Segment &, const Segment &) = default;
};

} // namespace roster
