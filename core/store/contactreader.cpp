// SPDX-License-Identifier: MIT
#include "core/store/contactreader.h"

#include "core/store/duplicatefinder.h"
#include "core/store/packedlist.h"
#include "core/store/statements.h"
#include "core/store/storedrow.h"

#include <QtCore/QLoggingCategory>

namespace roster {

namespace {

Q_LOGGING_CATEGORY(lcStore, "roster.store")

//! Rows as the file gives them, put into the order of the keys that were asked for.
class FoundRows
{
public:
    auto taking()
    {
        return [this](ContactRow row) {
            const RowKey key = row.key;
            m_rows.insert(key, std::move(row));
        };
    }
    QList<ContactRow> inOrderOf(const std::vector<RowKey> &keys) const
    {
        QList<ContactRow> rows;
        rows.reserve(static_cast<qsizetype>(keys.size()));
        for (const RowKey key : keys)
            rows.append(m_rows.value(key));
        return rows;
    }

private:
    QHash<RowKey, ContactRow> m_rows;
};

//! False and a line in the log when reading failed.
bool noteFailure(const Result<Done> &isRead)
{
    if (!isRead)
        qCWarning(lcStore) << "reading failed:" << isRead.error().detail;
    return isRead.isOk();
}

void countRole(ContactCounts &counts, Role role, int count)
{
    counts.all += count;
    if (role == Role::User)
        counts.users += count;
    else if (role == Role::Lead)
        counts.leads += count;
}

template <class T>
Result<Done> countLinks(Database &database, const QString &sql, QHash<T, int> &counts)
{
    return database.read(sql, {}, [&counts](const QSqlQuery &row) {
        counts.insert(T(row.value(0).toString()), row.value(1).toInt());
        return true;
    });
}

Result<ContactCounts> readCounts(Database &database)
{
    ContactCounts counts;
    const Result<Done> isRead = database.inSnapshot([&counts](Database &file) {
        return file
            .read(sql::countsByRole, {},
                  [&counts](const QSqlQuery &row) {
                      countRole(counts, static_cast<Role>(row.value(0).toInt()),
                                row.value(1).toInt());
                      return true;
                  })
            .andThen([&](Done) { return countLinks(file, sql::countsByTag, counts.byTag); })
            .andThen(
                [&](Done) { return countLinks(file, sql::countsByCompany, counts.byCompany); });
    });
    return isRead.map([&counts](const Done &) { return counts; });
}

//! The contact of a row of sql::recordOfId.
Result<Contact> contactOf(const QSqlQuery &row, const RecordReader &decode)
{
    return decode(row.value(0).toByteArray()).map([&row](Contact contact) {
        // The record has the lists as they were sent; the store knows more of them.
        contact.tags = unpacked<TagId>(row.value(1).toString(), row.value(2).toInt());
        contact.companies = unpacked<CompanyId>(row.value(3).toString(), row.value(4).toInt());
        return contact;
    });
}

Result<QList<BeforeAction>> readBefore(Database &database, const BulkAction &action,
                                       const QList<ContactId> &ids, const RecordReader &decode)
{
    QList<BeforeAction> all;
    for (const ContactId &id : ids) {
        BeforeAction &before = all.emplaceBack();
        const auto take = [&](const QSqlQuery &row) {
            if (const Result<Contact> contact = contactOf(row, decode))
                before = beforeAction(action, *contact, row.value(0).toByteArray());
            return false;
        };
        const Result<Done> isRead = database.read(sql::recordOfId, {sqlText(id.text())}, take);
        if (!isRead)
            return isRead.error();
    }
    return all;
}

} // namespace

ContactReader::ContactReader(std::unique_ptr<Database> database, StoreThread &thread,
                             ContactFinder &finder, RecordReader decode)
    : m_database(std::move(database))
    , m_thread(thread)
    , m_finder(finder)
    , m_decode(std::move(decode))
{
}

KeysOperation *ContactReader::orderedKeys(const ContactQuery &query)
{
    return m_finder.find(query, m_thread);
}

OperationOf<ContactCounts> *ContactReader::counts()
{
    return m_thread.submit<ContactCounts>(StoreFile::Contacts, readCounts);
}

QList<ContactRow> ContactReader::rows(const std::vector<RowKey> &keys)
{
    FoundRows found;
    noteFailure(readRows(*m_database, keys, found.taking()));
    return found.inOrderOf(keys);
}

OperationOf<QList<ContactRow>> *ContactReader::rowsLater(const std::vector<RowKey> &keys)
{
    return m_thread.submit<QList<ContactRow>>(StoreFile::Contacts, [keys](Database &database) {
        FoundRows found;
        return readRows(database, keys, found.taking()).map([&](Done) {
            return found.inOrderOf(keys);
        });
    });
}

OperationOf<Duplicates> *ContactReader::duplicates(DuplicateKind kind)
{
    auto finder = std::make_shared<DuplicateFinder>(kind);
    return m_thread.submitSteps<Duplicates>(
        StoreFile::Contacts, [finder](Database &database) { return finder->step(database); });
}

std::vector<RowKey> ContactReader::keysOf(const QList<ContactId> &ids)
{
    QHash<ContactId, RowKey> found;
    read(sql::keysOfIds, {jsonOf(ids)}, [&found](const QSqlQuery &row) {
        found.insert(ContactId(row.value(1).toString()), row.value(0).toLongLong());
        return true;
    });
    std::vector<RowKey> keys;
    keys.reserve(static_cast<size_t>(ids.size()));
    for (const ContactId &id : ids)
        keys.push_back(found.value(id, 0));
    return keys;
}

std::optional<Contact> ContactReader::contact(const ContactId &id)
{
    std::optional<Contact> found;
    read(sql::recordOfId, {sqlText(id.text())}, [this, &found](const QSqlQuery &row) {
        if (const Result<Contact> contact = contactOf(row, m_decode))
            found = *contact;
        else
            qCWarning(lcStore) << "a stored record cannot be read";
        return false;
    });
    return found;
}

QByteArray ContactReader::record(const ContactId &id)
{
    QByteArray found;
    read(sql::recordOfId, {sqlText(id.text())}, [&found](const QSqlQuery &row) {
        found = row.value(0).toByteArray();
        return false;
    });
    return found;
}

OperationOf<QList<BeforeAction>> *ContactReader::before(const BulkAction &action,
                                                        const QList<ContactId> &ids)
{
    return m_thread.submit<QList<BeforeAction>>(
        StoreFile::Contacts, [action, ids, decode = m_decode](Database &database) {
            return readBefore(database, action, ids, decode);
        });
}

Result<QByteArray> ContactReader::meta(const QString &name)
{
    return m_database->value(sql::readMeta, {sqlText(name)}).map([](const QVariant &value) {
        return value.toByteArray();
    });
}

bool ContactReader::isEmpty()
{
    const Result<QVariant> any = m_database->value(sql::anyContact, {});
    return any && !any->toBool();
}

Result<Done> ContactReader::loadDirectory()
{
    const Result<DirectoryRows> rows = readDirectory(*m_database);
    if (!rows)
        return rows.error();
    m_directory.setAll(*rows);
    return Done{};
}

bool ContactReader::read(const QString &sql, const QVariantList &values,
                         const std::function<bool(const QSqlQuery &)> &row)
{
    return noteFailure(m_database->read(sql, values, row));
}

} // namespace roster
