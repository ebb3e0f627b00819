// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/apierror.h"

class QSqlError;

namespace roster {

//! What the local files can suffer from; the `code` of an ApiError of kind Storage.
enum class StoreProblem {
    Failed,   //!< "store.failed": anything else.
    Busy,     //!< "store.busy": another process holds the file.
    Damaged,  //!< "store.damaged": the file is no (longer a) sound database.
    Full,     //!< "store.full": no room on the disk.
    ReadOnly, //!< "store.read_only": file or directory cannot be written.
    TooNew,   //!< "store.too_new": written by a later Roster; left as it is.
    Foreign,  //!< "store.foreign": a database of some other program; left as it is.
};

//! The stable code of a problem.
QString storeProblemCode(StoreProblem problem);

//! An error value; `detail` is technical and holds nothing personal.
ApiError storeError(StoreProblem problem, const QString &detail);

//! The error value of what SQLite reported while doing `what`.
ApiError storeError(const QSqlError &error, const QString &what);

//! The error means that the file itself is broken.
bool isDamage(const ApiError &error);

} // namespace roster
