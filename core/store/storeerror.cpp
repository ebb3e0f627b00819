// SPDX-License-Identifier: MIT
#include "core/store/storeerror.h"

#include <QtSql/QSqlError>

namespace roster {

namespace {

//! Primary result codes of SQLite (https://www.sqlite.org/rescode.html).
enum SqliteCode {
    Busy = 5,
    Locked = 6,
    ReadOnly = 8,
    Io = 10,
    Corrupt = 11,
    Full = 13,
    CannotOpen = 14,
    NotADatabase = 26
};

StoreProblem problemOf(int nativeCode)
{
    switch (nativeCode & 0xff) {
    case Busy:
    case Locked:
        return StoreProblem::Busy;
    case ReadOnly:
    case CannotOpen:
        return StoreProblem::ReadOnly;
    case Corrupt:
    case NotADatabase:
        return StoreProblem::Damaged;
    case Full:
        return StoreProblem::Full;
    default:
        return StoreProblem::Failed;
    }
}

} // namespace

QString storeProblemCode(StoreProblem problem)
{
    switch (problem) {
    case StoreProblem::Busy:
        return QStringLiteral("store.busy");
    case StoreProblem::Damaged:
        return QStringLiteral("store.damaged");
    case StoreProblem::Full:
        return QStringLiteral("store.full");
    case StoreProblem::ReadOnly:
        return QStringLiteral("store.read_only");
    case StoreProblem::TooNew:
        return QStringLiteral("store.too_new");
    case StoreProblem::Foreign:
        return QStringLiteral("store.foreign");
    case StoreProblem::Failed:
        break;
    }
    return QStringLiteral("store.failed");
}

ApiError storeError(StoreProblem problem, const QString &detail)
{
    ApiError error = ApiError::storage(detail);
    error.code = storeProblemCode(problem);
    return error;
}

ApiError storeError(const QSqlError &error, const QString &what)
{
    const int code = error.nativeErrorCode().toInt();
    // SQLite's own words name tables and columns, never values.
    return storeError(
        problemOf(code),
        QStringLiteral("%1: SQLite %2 %3").arg(what).arg(code).arg(error.databaseText()));
}

bool isDamage(const ApiError &error)
{
    return error.code == storeProblemCode(StoreProblem::Damaged);
}

} // namespace roster
