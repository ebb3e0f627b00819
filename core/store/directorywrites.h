// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/admin.h"
#include "core/domain/company.h"
#include "core/domain/dataattribute.h"
#include "core/domain/tag.h"
#include "core/store/database.h"

namespace roster {

// What the writer thread does to the names of tags, companies, admins and attributes. Contacts
// carry the names that they are searched and sorted by: those that a change touches are retold.

//! Adds tags or gives them other names; those without a name are passed over.
Result<Done> mergeTags(Database &database, const QList<Tag> &tags);
//! These and no others.
Result<Done> replaceTags(Database &database, const QList<Tag> &tags);
//! Adds companies or replaces what is known of them; those without a name are passed over.
Result<Done> mergeCompanies(Database &database, const QList<Company> &companies);
//! These and no others.
Result<Done> replaceAdmins(Database &database, const QList<Admin> &admins);
//! These and no others, in their order.
Result<Done> replaceAttributes(Database &database, const QList<DataAttribute> &attributes);

//! Everything that is stored of names.
struct DirectoryRows
{
    QList<Tag> tags;
    QList<Company> companies;
    QList<Admin> admins;
    QList<DataAttribute> attributes;
};

Result<DirectoryRows> readDirectory(Database &database);

} // namespace roster
