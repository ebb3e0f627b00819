// SPDX-License-Identifier: MIT
#pragma once

#include "core/sandbox/context.h"

//! The notes of contacts. The API neither changes nor deletes one.
namespace roster::sandbox::notes {

//! GET /contacts/{id}/notes: the newest first, in numbered pages.
[[nodiscard]] Outcome ofContact(Context &context, const Call &call);
//! POST /contacts/{id}/notes: by the admin who is named, else by the owner of the token.
[[nodiscard]] Outcome addToContact(Context &context, const Call &call);
//! GET /notes/{id}: as long as its contact is active.
[[nodiscard]] Outcome show(Context &context, const Call &call);

} // namespace roster::sandbox::notes
