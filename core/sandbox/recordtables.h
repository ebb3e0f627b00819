// SPDX-License-Identifier: MIT
#pragma once

#include <QStringList>

namespace roster::sandbox::schema {

//! The tables for visitors, conversations, and what is told of an attribute beyond its definition.
//! They came later than others: each is made only where it is missing.
[[nodiscard]] QStringList recordTables();

} // namespace roster::sandbox::schema
