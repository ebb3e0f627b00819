// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/company.h"
#include "core/domain/page.h"
#include "core/domain/result.h"

#include <QtCore/QByteArray>

namespace roster::api {

//! One company (schema Company). Required are type and id; unset members are missing or null.
Result<Company> readCompany(const QByteArray &json);
//! A page of companies, of the workspace or of a contact; the entries are in `data` or in
//! `companies`. Page::next is the number of the next page.
Result<Page<Company>> readCompanies(const QByteArray &json);

} // namespace roster::api
