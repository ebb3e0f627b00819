// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/admin.h"

#include <optional>

namespace roster {

//! A note on a contact (schema Note). Nothing can change or remove one.
struct Note
{
    NoteId id;
    //! Unix seconds.
    std::optional<qint64> createdAt;
    //! Who wrote it; empty when that is not told.
    Admin author;
    //! HTML as somebody wrote it: not to be trusted.
    QString body;

    friend bool operator==(const Note &, const Note &) = default;
};

} // namespace roster
