// SPDX-License-Identifier: MIT
#include "core/domain/contactrow.h"

namespace roster {

QString ContactRow::label() const
{
    for (const QString *candidate : {&name, &email, &phone, &externalId}) {
        const QString text = candidate->simplified();
        if (!text.isEmpty())
            return text;
    }
    return {};
}

ContactRow rowOf(const Contact &contact, RowKey key)
{
    ContactRow row;
    row.key = key;
    row.id = contact.id;
    row.role = contact.role();
    row.name = contact.name();
    row.email = contact.email();
    row.phone = contact.text(ContactField::Phone);
    row.externalId = contact.text(ContactField::ExternalId);
    row.owner = contact.owner();
    row.tags = contact.tags;
    row.companies = contact.companies;
    row.createdAt = contact.time(ContactField::CreatedAt);
    row.signedUpAt = contact.time(ContactField::SignedUpAt);
    row.lastSeenAt = contact.time(ContactField::LastSeenAt);
    row.updatedAt = contact.time(ContactField::UpdatedAt);
    return row;
}

} // namespace roster
