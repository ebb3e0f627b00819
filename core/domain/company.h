// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/id.h"

namespace roster {

//! A company of the workspace, as far as lists and the panel show it (schema Company).
struct Company
{
    CompanyId id;
    //! The client's own id of the company.
    QString companyId;
    QString name;
    //! Name of its plan; empty when it has none.
    QString plan;
    int userCount = 0;

    friend bool operator==(const Company &, const Company &) = default;
};

} // namespace roster
