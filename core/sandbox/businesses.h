// SPDX-License-Identifier: MIT
#pragma once

#include "core/sandbox/database.h"
#include "core/sandbox/workspaceoptions.h"

#include <QList>

namespace roster::sandbox::seed {

//! What a person's record needs of a company.
struct Business
{
    qint64 seq = 0;
    QString domain; //!< "northwind-trading.example"
};

//! Stores the companies, more of them in a larger workspace, and returns those people work for.
//! The company of the official examples is there too, with nobody in it.
[[nodiscard]] QList<Business> storeBusinesses(Database &db, const WorkspaceOptions &options);

} // namespace roster::sandbox::seed
