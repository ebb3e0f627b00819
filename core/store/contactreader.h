// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/beforeaction.h"
#include "core/domain/contactbook.h"
#include "core/store/contactfinder.h"
#include "core/store/directory.h"
#include "core/store/storethread.h"
#include "core/store/storevalues.h"

namespace roster {

//! The ContactBook of a Store. Long reads go to the reading thread; short ones use a connection of
//! the UI thread, and a failed one of these answers as if nothing were stored and is logged.
class ContactReader final : public ContactBook
{
public:
    //! Both are owned elsewhere and live longer.
    ContactReader(std::unique_ptr<Database> database, StoreThread &thread, ContactFinder &finder,
                  RecordReader decode);

    KeysOperation *orderedKeys(const ContactQuery &query) override;
    OperationOf<ContactCounts> *counts() override;

    QList<ContactRow> rows(const std::vector<RowKey> &keys) override;
    OperationOf<QList<ContactRow>> *rowsLater(const std::vector<RowKey> &keys) override;
    OperationOf<Duplicates> *duplicates(DuplicateKind kind) override;
    std::vector<RowKey> keysOf(const QList<ContactId> &ids) override;
    std::optional<Contact> contact(const ContactId &id) override;
    QByteArray record(const ContactId &id) override;

    QString tagName(const TagId &id) const override { return m_directory.tagName(id); }
    QString companyName(const CompanyId &id) const override { return m_directory.companyName(id); }
    QString adminName(const AdminId &id) const override { return m_directory.adminName(id); }
    QList<Tag> tags() const override { return m_directory.tags(); }
    QList<Company> companies() const override { return m_directory.companies(); }
    QList<Admin> admins() const override { return m_directory.admins(); }
    QList<DataAttribute> attributes() const override { return m_directory.attributes(); }

    //! What to keep of each contact before `action`, in the order of `ids`; an empty one for a
    //! contact that the store does not hold. Read by the reading thread.
    OperationOf<QList<BeforeAction>> *before(const BulkAction &action, const QList<ContactId> &ids);

    //! What was kept under `name`; empty when nothing was.
    Result<QByteArray> meta(const QString &name);

    //! No contact is stored. False also when that could not be read.
    bool isEmpty();

    //! The names in memory, for the Store to keep up to date.
    Directory &directory() { return m_directory; }
    //! Reads them from the file.
    Result<Done> loadDirectory();

private:
    //! `row` for every row; false and a line in the log when reading failed.
    bool read(const QString &sql, const QVariantList &values,
              const std::function<bool(const QSqlQuery &)> &row);

    std::unique_ptr<Database> m_database;
    StoreThread &m_thread;
    ContactFinder &m_finder;
    RecordReader m_decode;
    Directory m_directory;
};

} // namespace roster
