// SPDX-License-Identifier: MIT
#include "core/store/loadrows.h"

namespace roster {

namespace {

const QString readHeader =
    QStringLiteral("SELECT kind, started_at, generation, total FROM load_header");
const QString emptyHeader = QStringLiteral("DELETE FROM load_header");
const QString insertHeader = QStringLiteral("INSERT INTO load_header VALUES (?, ?, ?, ?)");
const QString readAllWindows = QStringLiteral(
    "SELECT number, first_day, last_day, is_undated, id_ending, cursor, last_own_day, reached_day,"
    " expected, seen, is_done FROM load_windows ORDER BY number");
const QString emptyWindows = QStringLiteral("DELETE FROM load_windows");
const QString writeWindow = QStringLiteral(
    "INSERT OR REPLACE INTO load_windows (number, first_day, last_day, is_undated, id_ending,"
    " cursor, last_own_day, reached_day, expected, seen, is_done)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");

QVariant sqlDay(const QDate &day)
{
    return day.isValid() ? QVariant(day.toJulianDay()) : QVariant();
}

QDate dayOf(const QVariant &value)
{
    return value.isNull() ? QDate() : QDate::fromJulianDay(value.toLongLong());
}

LoadState::Kind kindOf(int value)
{
    switch (static_cast<LoadState::Kind>(value)) {
    case LoadState::Kind::FirstLoad:
        return LoadState::Kind::FirstLoad;
    case LoadState::Kind::Sweep:
        return LoadState::Kind::Sweep;
    default:
        return LoadState::Kind::None;
    }
}

LoadWindow windowOf(const QSqlQuery &row)
{
    LoadWindow window;
    window.number = row.value(0).toInt();
    window.firstDay = dayOf(row.value(1));
    window.lastDay = dayOf(row.value(2));
    window.isUndated = row.value(3).toBool();
    window.idEnding = row.value(4).toString();
    window.cursor = row.value(5).toString();
    window.lastOwnDay = dayOf(row.value(6));
    window.reachedDay = dayOf(row.value(7));
    window.expected = row.value(8).toInt();
    window.seen = row.value(9).toInt();
    window.isDone = row.value(10).toBool();
    return window;
}

} // namespace

Result<LoadState> readLoad(Database &database)
{
    LoadState state;
    const auto header = [&state](const QSqlQuery &row) {
        state.kind = kindOf(row.value(0).toInt());
        state.startedAt = row.value(1).toLongLong();
        state.generation = row.value(2).toLongLong();
        state.total = row.value(3).toInt();
        return false;
    };
    const auto window = [&state](const QSqlQuery &row) {
        state.windows.append(windowOf(row));
        return true;
    };
    const Result<Done> isRead = database.read(readHeader, {}, header).andThen([&](Done) {
        return database.read(readAllWindows, {}, window);
    });
    return isRead.map([&state](const Done &) { return state; });
}

Result<Done> replaceLoad(Database &database, const LoadState &state)
{
    const Result<Done> isEmpty = database.runAll({emptyHeader, emptyWindows});
    if (!isEmpty || state.kind == LoadState::Kind::None)
        return isEmpty;
    const Result<int> hasHeader =
        database.run(insertHeader, {static_cast<int>(state.kind), state.startedAt, state.generation,
                                    state.total});
    if (!hasHeader)
        return hasHeader.error();
    return writeWindows(database, state.windows);
}

Result<Done> writeWindows(Database &database, const QList<LoadWindow> &windows)
{
    for (const LoadWindow &window : windows) {
        const Result<int> isWritten = database.run(
            writeWindow,
            {window.number, sqlDay(window.firstDay), sqlDay(window.lastDay),
             static_cast<int>(window.isUndated), sqlText(window.idEnding), sqlText(window.cursor),
             sqlDay(window.lastOwnDay), sqlDay(window.reachedDay), window.expected, window.seen,
             static_cast<int>(window.isDone)});
        if (!isWritten)
            return isWritten.error();
    }
    return Done{};
}

} // namespace roster
