// SPDX-License-Identifier: MIT
#pragma once

#include "core/sandbox/searchfields.h"

#include <QJsonValue>
#include <QVariant>

//! How what a list is sorted by goes into its cursors and back.
namespace roster::sandbox::listorder {

//! What the sort expression of \a field gave, for a cursor: dates in milliseconds, as Intercom's
//! are, and "no value" as null.
[[nodiscard]] QJsonValue cursorValue(const SearchField &field, const QVariant &value);
//! The way back; nothing when it is another list's cursor.
[[nodiscard]] std::optional<QVariant> sortValue(const SearchField &field, const QJsonValue &value);

} // namespace roster::sandbox::listorder
