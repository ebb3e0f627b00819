// SPDX-License-Identifier: MIT
#include "core/sandbox/database.h"

#include <QSqlDatabase>
#include <QSqlError>

#include <atomic>

namespace roster::sandbox {

using namespace Qt::StringLiterals;

namespace {

// Search makes a new text per query shape; this keeps the cache from growing for ever.
constexpr size_t statementLimit = 256;

QString nextConnection()
{
    static std::atomic<quint64> counter{0};
    return u"roster-sandbox-"_s + QString::number(++counter);
}

} // namespace

QString Rows::text(int column) const
{
    return isNull(column) ? QString() : m_query->value(column).toString();
}

std::optional<qint64> Rows::optional(int column) const
{
    if (isNull(column))
        return std::nullopt;
    return number(column);
}

Database::~Database()
{
    m_statements.clear();
    if (!m_connection.isEmpty())
        QSqlDatabase::removeDatabase(m_connection);
}

QString Database::open(const QString &file)
{
    m_connection = nextConnection();
    QSqlDatabase db = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection);
    db.setDatabaseName(file.isEmpty() ? u":memory:"_s : file);
    if (!db.open())
        return db.lastError().text();
    // One process a file. The write-ahead log keeps every answered write when the process is
    // killed.
    const QString pragmas[] = {u"PRAGMA locking_mode=EXCLUSIVE"_s, u"PRAGMA journal_mode=WAL"_s,
                               u"PRAGMA synchronous=NORMAL"_s, u"PRAGMA cache_size=-65536"_s,
                               u"PRAGMA temp_store=MEMORY"_s};
    for (const QString &pragma : pragmas)
        (void)scalar(pragma);
    (void)scalar(u"SELECT count(*) FROM sqlite_schema"_s);
    return m_error;
}

QSqlQuery *Database::statement(const QString &sql)
{
    if (const auto found = m_statements.find(sql); found != m_statements.end())
        return found->second.get();
    auto query = std::make_unique<QSqlQuery>(QSqlDatabase::database(m_connection));
    query->setForwardOnly(true);
    if (!query->prepare(sql) && m_error.isEmpty())
        m_error = query->lastError().text() + u" in "_s + sql;
    return m_statements.emplace(sql, std::move(query)).first->second.get();
}

QSqlQuery *Database::execute(const QString &sql, const QVariantList &values)
{
    QSqlQuery *query = statement(sql);
    for (int i = 0; i < static_cast<int>(values.size()); ++i)
        query->bindValue(i, values.at(i));
    if (!query->exec() && m_error.isEmpty())
        m_error = query->lastError().text() + u" in "_s + sql;
    return query;
}

int Database::run(const QString &sql, const QVariantList &values)
{
    QSqlQuery *query = execute(sql, values);
    const int changed = query->numRowsAffected();
    m_lastId = query->lastInsertId().toLongLong();
    query->finish();
    return changed;
}

void Database::forget()
{
    m_error.clear();
    if (m_statements.size() >= statementLimit)
        m_statements.clear();
}

Rows Database::select(const QString &sql, const QVariantList &values)
{
    return Rows(execute(sql, values));
}

QVariant Database::scalar(const QString &sql, const QVariantList &values)
{
    Rows rows = select(sql, values);
    return rows.next() ? rows.value(0) : QVariant();
}

void Database::begin()
{
    forget();
    run(u"BEGIN IMMEDIATE"_s);
}

bool Database::commit()
{
    if (!hasFailed())
        run(u"COMMIT"_s);
    if (!hasFailed())
        return true;
    rollback();
    return false;
}

void Database::rollback()
{
    const QString kept = m_error;
    run(u"ROLLBACK"_s);
    m_error = kept;
}

} // namespace roster::sandbox
