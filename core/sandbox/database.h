// SPDX-License-Identifier: MIT
#pragma once

#include <QSqlQuery>
#include <QString>
#include <QVariant>

#include <memory>
#include <optional>
#include <unordered_map>

namespace roster::sandbox {

//! The rows of one SELECT. Only one of the same SQL text may live at a time.
class Rows
{
public:
    explicit Rows(QSqlQuery *query)
        : m_query(query)
    {
    }
    ~Rows() { m_query->finish(); }
    Rows(const Rows &) = delete;
    Rows &operator=(const Rows &) = delete;

    bool next() { return m_query->next(); }
    [[nodiscard]] bool isNull(int column) const { return m_query->isNull(column); }
    //! A null string for NULL, an empty one for ''.
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] qint64 number(int column) const { return m_query->value(column).toLongLong(); }
    [[nodiscard]] std::optional<qint64> optional(int column) const;
    [[nodiscard]] QVariant value(int column) const { return m_query->value(column); }

private:
    QSqlQuery *m_query;
};

//! One SQLite connection with its prepared statements. Belongs to the thread that opened it.
//!
//! A failing statement is remembered until the next begin() or forget(): callers read on and the
//! one who ends the transaction asks hasFailed().
class Database
{
public:
    Database() = default;
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    //! Opens \a file, or a database in memory when it is empty. Returns an error text or nothing.
    [[nodiscard]] QString open(const QString &file);

    //! Runs one statement without results; returns the number of rows it changed.
    int run(const QString &sql, const QVariantList &values = {});
    //! Runs one SELECT.
    [[nodiscard]] Rows select(const QString &sql, const QVariantList &values = {});
    //! The first column of the first row; an invalid QVariant when there is none.
    [[nodiscard]] QVariant scalar(const QString &sql, const QVariantList &values = {});
    //! The rowid of the last INSERT.
    [[nodiscard]] qint64 lastId() const { return m_lastId; }

    void begin();
    //! False when anything failed since begin(): then it has rolled back.
    [[nodiscard]] bool commit();
    void rollback();

    [[nodiscard]] bool hasFailed() const { return !m_error.isEmpty(); }
    [[nodiscard]] QString error() const { return m_error; }
    //! Starts anew: no failure, and not too many prepared statements. No Rows may be alive.
    void forget();
    //! Lets go of every prepared statement; needed before tables are dropped.
    void dropStatements() { m_statements.clear(); }

private:
    QSqlQuery *execute(const QString &sql, const QVariantList &values);
    QSqlQuery *statement(const QString &sql);

    QString m_connection;
    QString m_error;
    qint64 m_lastId = 0;
    std::unordered_map<QString, std::unique_ptr<QSqlQuery>> m_statements;
};

} // namespace roster::sandbox
