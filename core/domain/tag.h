// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/id.h"

namespace roster {

//! A tag of the workspace (schema Tag).
struct Tag
{
    TagId id;
    QString name;

    friend bool operator==(const Tag &, const Tag &) = default;
};

} // namespace roster
