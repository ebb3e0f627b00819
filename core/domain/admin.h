// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/id.h"

namespace roster {

//! A teammate of the workspace (schema Admin).
struct Admin
{
    AdminId id;
    QString name;
    QString email;

    friend bool operator==(const Admin &, const Admin &) = default;
};

} // namespace roster
