// SPDX-License-Identifier: MIT
#include "core/store/migrations.h"

#include "core/store/storeerror.h"

namespace roster {

namespace {

Result<int> versionOf(Database &database)
{
    return database.value(QStringLiteral("PRAGMA user_version")).map([](const QVariant &value) {
        return value.toInt();
    });
}

Result<Done> step(Database &database, const Schema &schema, const Migration &migration)
{
    return database.inTransaction([&](Database &file) -> Result<Done> {
        // Another process may have done it since it was asked for.
        const Result<int> version = versionOf(file);
        if (!version)
            return version.error();
        if (*version >= migration.version)
            return Done{};
        const Result<Done> isChanged = file.runAll(migration.statements);
        if (!isChanged)
            return isChanged;
        return file.runAll({QStringLiteral("PRAGMA application_id=%1").arg(schema.applicationId),
                            QStringLiteral("PRAGMA user_version=%1").arg(migration.version)});
    });
}

} // namespace

Result<Done> checkOrigin(Database &database, const Schema &schema)
{
    const Result<int> version = versionOf(database);
    if (!version)
        return version.error();
    const Result<QVariant> id = database.value(QStringLiteral("PRAGMA application_id"));
    if (!id)
        return id.error();
    const Result<QVariant> tables =
        database.value(QStringLiteral("SELECT count(*) FROM sqlite_master"));
    if (!tables)
        return tables.error();
    const bool isEmpty = *version == 0 && id->toInt() == 0 && tables->toInt() == 0;
    if (!isEmpty && id->toInt() != schema.applicationId)
        return storeError(StoreProblem::Foreign, QStringLiteral("another program's database"));
    if (*version > schema.latestVersion()) {
        return storeError(
            StoreProblem::TooNew,
            QStringLiteral("version %1, known up to %2").arg(*version).arg(schema.latestVersion()));
    }
    return Done{};
}

Result<Done> migrate(Database &database, const Schema &schema)
{
    const Result<int> version = versionOf(database);
    if (!version)
        return version.error();
    for (const Migration &migration : schema.migrations) {
        if (migration.version <= *version)
            continue;
        const Result<Done> isDone = step(database, schema, migration);
        if (!isDone)
            return isDone;
    }
    return Done{};
}

} // namespace roster
