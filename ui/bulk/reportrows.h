// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/bulkaction.h"

#include <QtCore/QStringList>

namespace roster {

//! A run's report as rows of a table, a header first: what became of each contact, and why.
QList<QStringList> reportRows(BulkAction::Kind kind, const BulkReport &report);

} // namespace roster
