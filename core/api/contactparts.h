// SPDX-License-Identifier: MIT
#pragma once

#include "core/api/jsonreader.h"
#include "core/domain/contact.h"

namespace roster::api {

//! The value of one scalar field where it stands, null included. Pictures are told as text or as
//! an object with `image_url`, owners as a number or as text.
FieldValue fieldValue(const JsonNode &node, FieldKind kind);

//! A list inside a contact: at most ten entries of `{type, id, url}`, beside `total_count` and
//! `has_more`. Missing or null: an empty list.
PartialList<QString> innerIds(const JsonNode &list);

//! `social_profiles`; missing or null: none.
QList<SocialProfile> socialProfiles(const JsonNode &list);

} // namespace roster::api
