// SPDX-License-Identifier: MIT
#pragma once

#include "core/store/store.h"
#include "tests/support/fakeclock.h"

#include <QtCore/QEventLoop>
#include <QtCore/QTemporaryDir>
#include <QtCore/QTimer>
#include <QtTest/QTest>

namespace roster {

//! What records look like in these tests: opaque to the store, so anything that can be read back.
QByteArray recordOf(const Contact &contact);
Result<Contact> contactOfRecord(const QByteArray &record);

//! A contact with that id, `updated_at` and the given fields.
Contact contactWith(const QString &id, qint64 updatedAt,
                    std::map<ContactField, FieldValue> fields = {});
StoredContact listed(const Contact &contact);
StoredContact answered(const Contact &contact);

//! Waits for the operation and gives its result.
template <class T>
Result<T> resultOf(OperationOf<T> *operation)
{
    std::optional<Result<T>> result;
    QEventLoop loop;
    operation->onFinished(&loop, [&](const Result<T> &told) {
        result = told;
        loop.quit();
    });
    QTimer::singleShot(60000, &loop, &QEventLoop::quit);
    loop.exec();
    return result.value_or(ApiError::storage(QStringLiteral("the operation did not finish")));
}

//! A store in a directory of its own.
class StoreFixture
{
public:
    StoreFixture();

    //! Opens it again, with `hook`; without one, waits for the index.
    Result<Done> open(StatementHook *hook = nullptr, bool isIndexed = true);
    //! Waits until queries are answered by the index.
    bool waitForIndex();
    void close() { m_store.reset(); }
    Store &store() { return *m_store; }
    Store *operator->() { return m_store.get(); }

    QString path(const QString &name) const { return m_dir.filePath(name); }
    QString contactsFile() const { return path(QStringLiteral("data/contacts.sqlite")); }
    QString journalFile() const { return path(QStringLiteral("data/journal.sqlite")); }
    FakeClock &clock() { return m_clock; }

    //! The labels of what a query answers, in order.
    QStringList names(const ContactQuery &query);

private:
    QTemporaryDir m_dir;
    FakeClock m_clock;
    std::unique_ptr<Store> m_store;
};

} // namespace roster
