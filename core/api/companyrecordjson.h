// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/companyrecord.h"
#include "core/domain/result.h"

#include <QtCore/QByteArray>

namespace roster::api {

//! One company with everything that is told of it (schema Company). Required are type and id.
Result<CompanyRecord> readCompanyRecord(const QByteArray &json);

} // namespace roster::api
