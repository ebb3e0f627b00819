// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/id.h"
#include "core/domain/newattribute.h"
#include "core/domain/subscriptiontype.h"
#include "core/wire/httprequest.h"

//! The operations about what hangs off a contact and about its end; see endpoints.h.
namespace roster::api {

//! The most conversations that a page of them may hold.
inline constexpr int LargestConversationPage = 150;
inline constexpr int UsualConversationPage = 20;

//! `page` counts from 1.
HttpRequest contactNotes(const ContactId &id, int page = 1, Lane lane = Lane::Interactive);
//! Never repeated blindly: a second one makes a second note, and none can be removed.
HttpRequest createNote(const ContactId &id, const QString &body, const AdminId &author,
                       Lane lane = Lane::Interactive);
HttpRequest note(const NoteId &id, Lane lane = Lane::Interactive);

HttpRequest contactSegments(const ContactId &id, Lane lane = Lane::Interactive);
HttpRequest companySegments(const CompanyId &id, Lane lane = Lane::Interactive);
HttpRequest segments(bool isCounted, Lane lane = Lane::Interactive);

HttpRequest subscriptionTypes(Lane lane = Lane::Interactive);
//! Those that the contact made a choice about: opted out of, or opted into.
HttpRequest contactSubscriptions(const ContactId &id, Lane lane = Lane::Interactive);
//! Opts the contact out of a type that is opted out of, and into one that is opted into.
HttpRequest addSubscription(const ContactId &id, const SubscriptionTypeId &type,
                            SubscriptionType::Consent consent, Lane lane = Lane::Interactive);
//! Takes the choice back.
HttpRequest removeSubscription(const ContactId &id, const SubscriptionTypeId &type,
                               Lane lane = Lane::Interactive);

//! The contact's conversations, the latest first; `cursor` is Page::next of the page before.
HttpRequest conversationsOf(const ContactId &id, const QString &cursor,
                            int perPage = UsualConversationPage, Lane lane = Lane::Interactive);
//! With its parts, whose bodies are plain text.
HttpRequest conversation(const ConversationId &id, Lane lane = Lane::Interactive);

//! Never repeated blindly: a second one is refused, which says nothing of the first.
HttpRequest createAttribute(const NewAttribute &attribute, Lane lane = Lane::Interactive);

//! From 2.13 on. Cannot be taken back.
HttpRequest block(const ContactId &id, Lane lane = Lane::Interactive);
//! For good after seven days.
HttpRequest deleteContact(const ContactId &id, Lane lane = Lane::Interactive);
//! The lead goes into the user and cannot be taken out again. Never repeated blindly: a second one
//! is refused, which says nothing of the first. `skipCheck` is known from 2.16 on:
//! also where they share neither e-mail nor phone.
HttpRequest merge(const ContactId &lead, const ContactId &user, bool skipCheck,
                  Lane lane = Lane::Interactive);

} // namespace roster::api
