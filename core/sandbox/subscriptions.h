// SPDX-License-Identifier: MIT
#pragma once

#include "core/sandbox/contactstore.h"

//! Subscription types, and what contacts chose about them. Only explicit choices are kept: being
//! on the list of an opt-out type means opted out, on that of an opt-in type opted in.
namespace roster::sandbox::subscriptions {

//! Adds the choices of the contacts in \a seqs, a JSON list, to what they embed.
void collect(Context &context, const QString &seqs, QHash<qint64, Inlines> &into);

//! GET /subscription_types: drafts and archived ones among them.
[[nodiscard]] Outcome list(Context &context, const Call &call);
//! GET /contacts/{id}/subscriptions
[[nodiscard]] Outcome ofContact(Context &context, const Call &call);
//! POST /contacts/{id}/subscriptions: only for a type that is live, with the consent it has.
[[nodiscard]] Outcome addToContact(Context &context, const Call &call);
//! DELETE /contacts/{id}/subscriptions/{subscription_id}: back to what holds without a choice.
[[nodiscard]] Outcome removeFromContact(Context &context, const Call &call);

} // namespace roster::sandbox::subscriptions
