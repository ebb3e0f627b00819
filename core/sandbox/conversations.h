// SPDX-License-Identifier: MIT
#pragma once

#include "core/sandbox/context.h"

//! Conversations. One is listed and found while anybody who takes part in it is active: archiving
//! or blocking a contact takes the contact's own conversations away, restoring brings them back.
//! By its id it can be read until the last contact in it is deleted. Merging hands them over.
namespace roster::sandbox::conversations {

inline constexpr int defaultPage = 20;

//! GET /conversations: the latest change first.
[[nodiscard]] Outcome list(Context &context, const Call &call);
//! POST /conversations/search
[[nodiscard]] Outcome search(Context &context, const Call &call);
//! GET /conversations/{id}: with what followed; as plain text when display_as says so.
[[nodiscard]] Outcome show(Context &context, const Call &call);
//! POST /conversations: a contact writes. The answer is the message.
[[nodiscard]] Outcome create(Context &context, const Call &call);
//! POST /conversations/{id}/customers: one more contact takes part; an unknown email makes a lead.
[[nodiscard]] Outcome addContact(Context &context, const Call &call);
//! DELETE /conversations/{id}/customers/{contact}: all but the last can be taken out.
[[nodiscard]] Outcome removeContact(Context &context, const Call &call);

//! Hands what \a from takes part in to \a into, both contacts' seqs.
void handOver(Context &context, qint64 from, qint64 into);
//! Takes a contact that is gone for good out of all of them; those that nobody is left in go, too.
void forget(Context &context, qint64 contact);

} // namespace roster::sandbox::conversations
