// SPDX-License-Identifier: MIT
#pragma once

#include "core/api/contactjson.h"
#include "core/domain/bulkaction.h"
#include "core/domain/company.h"
#include "core/domain/tag.h"
#include "core/wire/httprequest.h"

namespace roster {

//! What the answer of a bulk action names; the part that belongs to the action.
struct BulkAnswer
{
    Tag tag;
    Company company;
    api::ContactRecord record;
};

//! The one request that does `action` to `target`, for the API's `version`.
HttpRequest bulkRequest(const BulkAction &action, const BulkTarget &target, QStringView version,
                        Lane lane);

//! Reads its answer; one that tells of another contact or state is an error.
Result<BulkAnswer> readBulkAnswer(const BulkAction &action, const ContactId &id,
                                  const QByteArray &body);

} // namespace roster
