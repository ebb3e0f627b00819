// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/company.h"
#include "core/domain/tag.h"
#include "core/store/database.h"

namespace roster {

// What the writer thread does to the tags and companies of one contact, after the answer of the
// write that changed them. Names that come along are learned. Each answers false, and changes
// nothing but names, when the store does not hold the contact. `now` is Unix seconds.

//! The complete list.
Result<bool> writeTags(Database &database, const ContactId &contact, const QList<Tag> &tags,
                       qint64 now);
Result<bool> writeCompanies(Database &database, const ContactId &contact,
                            const QList<Company> &companies, qint64 now);

//! One more; a list that has it already stays.
Result<bool> attachTag(Database &database, const ContactId &contact, const Tag &tag, qint64 now);
Result<bool> attachCompany(Database &database, const ContactId &contact, const Company &company,
                           qint64 now);

//! One less; a complete list that lacks it stays, of an incomplete one the total falls.
Result<bool> detachTag(Database &database, const ContactId &contact, const TagId &tag, qint64 now);
Result<bool> detachCompany(Database &database, const ContactId &contact, const CompanyId &company,
                           qint64 now);

} // namespace roster
