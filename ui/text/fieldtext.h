// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/contact.h"
#include "core/domain/dataattribute.h"
#include "core/domain/region.h"
#include "core/domain/validation.h"

namespace roster {

//! What people call a field of a contact: "External id".
QString fieldTitle(ContactField field);
//! What people call a group of fields: "Location".
QString sectionTitle(FieldSection section);
//! "User", "Lead" or "Other".
QString roleTitle(Role role);
//! The short sign of a region: "US", "EU", "AU", "Sandbox", "Custom".
QString regionTitle(Region region);
//! The region in full: "United States".
QString regionName(Region region);
//! The same from a journal's or a setting's code ("eu"); the code itself when it is not known.
QString regionTitleOfCode(QStringView code);
//! What people call a custom attribute: its label, or its name made readable ("job_title" is "Job
//! title").
QString attributeTitle(const DataAttribute &attribute);
//! What is wrong with the field, in one sentence.
QString problemText(const FieldProblem &problem);
//! "4 users, 1 lead": the split of a selection; roles that are not there are left out.
QString roleSplit(int users, int leads);

} // namespace roster
