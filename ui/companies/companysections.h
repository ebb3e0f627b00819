// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/companyrecord.h"
#include "ui/panel/recordsections.h"

namespace roster {

//! The fields of a company that Intercom told: plan, ids, website, industry, numbers, dates,
//! segments and tags. Lines without a value are left out where they are shown.
QList<RecordLine> companyLines(const CompanyRecord &company, const RecordContext &context);
//! Its custom attributes. A number whose name ends in "_at" is a date, as Intercom has it.
RecordSection companyAttributes(const CompanyRecord &company, const RecordContext &context);
//! Members that Roster does not know, under "More".
RecordSection companyRest(const CompanyRecord &company);

} // namespace roster
