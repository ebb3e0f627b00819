// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/result.h"
#include "core/store/statementhook.h"

#include <QtCore/QVariantList>
#include <QtSql/QSqlDatabase>
#include <QtSql/QSqlQuery>

#include <functional>
#include <memory>
#include <unordered_map>

namespace roster {

//! One connection to one SQLite file, used in the thread that opened it and nowhere else.
//! Statements are prepared once and kept. Every failure is a value of kind Storage.
class Database
{
public:
    enum class Use {
        Read,         //!< Nothing can be written.
        Write,        //!< A commit survives a crash of the program (WAL, synchronous=NORMAL).
        WriteDurably, //!< A commit survives a power cut too (WAL, synchronous=FULL).
        Probe,        //!< Reads a file of unknown origin without changing a byte of it.
    };

    struct Options
    {
        QString file;
        Use use = Use::Read;
        //! How long to wait for another process, in milliseconds.
        int busyTimeoutMs = 5000;
        StatementHook *hook = nullptr;
    };

    static Result<std::unique_ptr<Database>> open(const Options &options);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    //! Runs one statement; answers how many rows it changed. `values` are bound to its `?` in
    //! order.
    Result<int> run(const QString &sql, const QVariantList &values = {});
    //! Runs several statements, up to the first that fails.
    Result<Done> runAll(const QStringList &statements);
    //! Reads rows until there are none or `row` answers false. The query is at the row.
    Result<Done> read(const QString &sql, const QVariantList &values,
                      const std::function<bool(const QSqlQuery &)> &row);
    //! The first column of the first row; an invalid QVariant when there is none.
    Result<QVariant> value(const QString &sql, const QVariantList &values = {});
    //! The key that the last insertion made.
    qint64 lastKey() const { return m_lastKey; }

    //! Starts a transaction that will write. One at a time.
    Result<Done> begin();
    Result<Done> commit();
    //! Takes back what was written since begin(). Nothing to do without one.
    void rollback();
    //! begin(), `work`, commit(); taken back when any of them fails.
    Result<Done> inTransaction(const std::function<Result<Done>(Database &)> &work);
    //! Several reads that see the same state.
    Result<Done> inSnapshot(const std::function<Result<Done>(Database &)> &work);

private:
    Database(QString connection, StatementHook *hook);
    Result<QSqlQuery *> execute(const QString &sql, const QVariantList &values);
    Result<QSqlQuery *> prepared(const QString &sql);

    QString m_connection;
    QSqlDatabase m_database;
    StatementHook *m_hook;
    std::unordered_map<QString, QSqlQuery> m_statements;
    qint64 m_lastKey = 0;
    bool m_isInTransaction = false;
};

//! For a column that is NOT NULL: Qt binds a null QString as NULL.
inline QVariant sqlText(const QString &text)
{
    return text.isNull() ? QVariant(QLatin1String("")) : QVariant(text);
}

//! For a column where NULL stands for nothing.
inline QVariant sqlTextOrNull(const QString &text)
{
    return text.isEmpty() ? QVariant() : QVariant(text);
}

} // namespace roster
