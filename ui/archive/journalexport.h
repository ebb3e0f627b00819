// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/archivebook.h"

#include <QtCore/QStringList>

namespace roster {

//! What is archived as rows of a table, a header first: enough to restore each by its id.
QList<QStringList> journalRows(const QList<ArchiveBatch> &batches);
//! How many contacts that is.
int contactCount(const QList<ArchiveBatch> &batches);

} // namespace roster
