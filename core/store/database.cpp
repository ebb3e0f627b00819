// SPDX-License-Identifier: MIT
#include "core/store/database.h"

#include "core/store/storeerror.h"

#include <QtCore/QUuid>
#include <QtSql/QSqlError>

namespace roster {

namespace {

//! Statements kept prepared; queries with a varying number of words could else grow without end.
constexpr size_t keptStatements = 96;

//! What a statement does, for error details: its first two words.
QString gist(const QString &sql)
{
    return sql.simplified().section(QLatin1Char(' '), 0, 1);
}

QStringList pragmasOf(Database::Use use)
{
    switch (use) {
    case Database::Use::Probe:
        return {};
    case Database::Use::Read:
        return {QStringLiteral("PRAGMA query_only=1"), QStringLiteral("PRAGMA cache_size=-8000")};
    case Database::Use::Write:
        return {QStringLiteral("PRAGMA journal_mode=WAL"),
                QStringLiteral("PRAGMA synchronous=NORMAL"),
                QStringLiteral("PRAGMA wal_autocheckpoint=4000"),
                QStringLiteral("PRAGMA cache_size=-16000")};
    case Database::Use::WriteDurably:
        break;
    }
    return {QStringLiteral("PRAGMA journal_mode=WAL"), QStringLiteral("PRAGMA synchronous=FULL"),
            QStringLiteral("PRAGMA secure_delete=1")};
}

} // namespace

Result<std::unique_ptr<Database>> Database::open(const Options &options)
{
    const QString name = QUuid::createUuid().toString(QUuid::WithoutBraces);
    std::unique_ptr<Database> database(new Database(name, options.hook));
    QSqlDatabase &connection = database->m_database;
    connection = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
    QString connectOptions = QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1").arg(options.busyTimeoutMs);
    if (options.use == Use::Probe)
        connectOptions += QLatin1String(";QSQLITE_OPEN_READONLY");
    connection.setConnectOptions(connectOptions);
    connection.setDatabaseName(options.file);
    if (!connection.open())
        return storeError(connection.lastError(), QStringLiteral("open"));
    const Result<Done> isSet = database->runAll(pragmasOf(options.use));
    if (!isSet)
        return isSet.error();
    return database;
}

Database::Database(QString connection, StatementHook *hook)
    : m_connection(std::move(connection))
    , m_hook(hook)
{
}

Database::~Database()
{
    rollback();
    m_statements.clear();
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_connection);
}

Result<QSqlQuery *> Database::prepared(const QString &sql)
{
    const auto found = m_statements.find(sql);
    if (found != m_statements.end())
        return &found->second;
    if (m_statements.size() >= keptStatements)
        m_statements.clear();
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return storeError(query.lastError(), gist(sql));
    return &m_statements.emplace(sql, std::move(query)).first->second;
}

Result<QSqlQuery *> Database::execute(const QString &sql, const QVariantList &values)
{
    if (m_hook && !m_hook->allows(sql))
        return storeError(StoreProblem::Failed, gist(sql) + QLatin1String(": refused"));
    const Result<QSqlQuery *> found = prepared(sql);
    if (!found)
        return found.error();
    QSqlQuery *query = *found;
    for (qsizetype i = 0; i < values.size(); ++i)
        query->bindValue(static_cast<int>(i), values[i]);
    if (!query->exec()) {
        const ApiError error = storeError(query->lastError(), gist(sql));
        query->finish();
        return error;
    }
    return query;
}

Result<int> Database::run(const QString &sql, const QVariantList &values)
{
    const Result<QSqlQuery *> query = execute(sql, values);
    if (!query)
        return query.error();
    const int changed = (*query)->numRowsAffected();
    const QVariant key = (*query)->lastInsertId();
    if (key.isValid())
        m_lastKey = key.toLongLong();
    (*query)->finish();
    return changed;
}

Result<Done> Database::runAll(const QStringList &statements)
{
    for (const QString &sql : statements) {
        const Result<int> isDone = run(sql);
        if (!isDone)
            return isDone.error();
    }
    return Done{};
}

Result<Done> Database::read(const QString &sql, const QVariantList &values,
                            const std::function<bool(const QSqlQuery &)> &row)
{
    const Result<QSqlQuery *> executed = execute(sql, values);
    if (!executed)
        return executed.error();
    QSqlQuery *query = *executed;
    bool isWanted = true;
    while (isWanted && query->next())
        isWanted = row(*query);
    // next() answers false at the end and when reading failed.
    const QSqlError error = isWanted ? query->lastError() : QSqlError();
    query->finish();
    if (error.isValid())
        return storeError(error, gist(sql));
    return Done{};
}

Result<QVariant> Database::value(const QString &sql, const QVariantList &values)
{
    QVariant first;
    const Result<Done> isRead = read(sql, values, [&first](const QSqlQuery &query) {
        first = query.value(0);
        return false;
    });
    return isRead.map([&first](const Done &) { return first; });
}

Result<Done> Database::begin()
{
    rollback();
    const Result<int> isBegun = run(QStringLiteral("BEGIN IMMEDIATE"));
    if (!isBegun)
        return isBegun.error();
    m_isInTransaction = true;
    return Done{};
}

Result<Done> Database::commit()
{
    const Result<int> isCommitted = run(QStringLiteral("COMMIT"));
    if (!isCommitted)
        return isCommitted.error();
    m_isInTransaction = false;
    return Done{};
}

void Database::rollback()
{
    if (!m_isInTransaction)
        return;
    // SQLite takes a transaction back by itself after some errors (a full disk); ROLLBACK then
    // fails and nothing is left to do. If it fails otherwise, the next begin() tries again.
    const Result<int> isBack = run(QStringLiteral("ROLLBACK"));
    m_isInTransaction = !isBack && isBack.error().detail.endsWith(QLatin1String(": refused"));
}

Result<Done> Database::inTransaction(const std::function<Result<Done>(Database &)> &work)
{
    Result<Done> isDone = begin();
    if (!isDone)
        return isDone;
    isDone = work(*this);
    if (isDone)
        isDone = commit();
    if (!isDone)
        rollback();
    return isDone;
}

Result<Done> Database::inSnapshot(const std::function<Result<Done>(Database &)> &work)
{
    rollback();
    const Result<int> isBegun = run(QStringLiteral("BEGIN"));
    if (!isBegun)
        return isBegun.error();
    m_isInTransaction = true;
    const Result<Done> isRead = work(*this);
    rollback();
    return isRead;
}

} // namespace roster
