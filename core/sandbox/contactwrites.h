// SPDX-License-Identifier: MIT
#pragma once

#include "core/sandbox/context.h"

namespace roster::sandbox::contacts {

//! POST /contacts
[[nodiscard]] Outcome create(Context &context, const Call &call);
//! GET /contacts/{id}
[[nodiscard]] Outcome show(Context &context, const Call &call);
//! PUT /contacts/{id}
[[nodiscard]] Outcome change(Context &context, const Call &call);
//! POST /contacts/{id}/archive: nothing changes for one that is archived already.
[[nodiscard]] Outcome archive(Context &context, const Call &call);
//! POST /contacts/{id}/unarchive: refused in the seven days after a deletion, and when blocked.
[[nodiscard]] Outcome unarchive(Context &context, const Call &call);
//! POST /contacts/{id}/block: from then on as if archived, but nothing brings the contact back and
//! its identifiers stay taken; deleting it is still possible. Intercom tells no more than that it
//! cannot be undone and that blocked contacts cannot be made again.
[[nodiscard]] Outcome block(Context &context, const Call &call);
//! POST /contacts/merge: a lead into a user, which takes over what it has not got itself.
[[nodiscard]] Outcome merge(Context &context, const Call &call);
//! DELETE /contacts/{id}: active or archived; the identifiers stay taken for seven days.
[[nodiscard]] Outcome remove(Context &context, const Call &call);

} // namespace roster::sandbox::contacts
