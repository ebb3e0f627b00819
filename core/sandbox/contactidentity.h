// SPDX-License-Identifier: MIT
#pragma once

#include "core/sandbox/contactrow.h"
#include "core/sandbox/context.h"

namespace roster::sandbox::contacts {

//! Why \a row may not have its identifiers, or nothing. Users are one of a kind by external id; one
//! without is so by email. Leads never conflict. Archived, deleted and blocked ones hold their
//! identifiers; active ones are named first.
[[nodiscard]] std::optional<Problem> conflictOf(Context &context, const ContactRow &row);

//! What reading \a row gives: the contact when it is active; of a merged one 2.16 says where it
//! went.
[[nodiscard]] Outcome readAnswer(Context &context, const Call &call,
                                 const std::optional<ContactRow> &row);

//! GET /contacts/find_by_external_id/{external_id}: users alone.
[[nodiscard]] Outcome findByExternalId(Context &context, const Call &call);

} // namespace roster::sandbox::contacts
