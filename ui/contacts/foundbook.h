// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/contactbook.h"
#include "core/domain/id.h"

#include <QtCore/QObject>

#include <optional>

namespace roster {

//! A book for the table: the session's, and while setFound() holds exactly the contacts that were
//! found elsewhere, in the order that is asked for. `book` must outlive it.
class FoundBook final : public QObject, public ContactBook
{
    Q_OBJECT

public:
    FoundBook(ContactBook &book, QObject *parent);

    //! From the next question on only these; nothing: what the query asks for.
    void setFound(const std::optional<QList<ContactId>> &ids) { m_found = ids; }
    const std::optional<QList<ContactId>> &found() const { return m_found; }

    KeysOperation *orderedKeys(const ContactQuery &query) override;
    OperationOf<ContactCounts> *counts() override { return m_book.counts(); }
    QList<ContactRow> rows(const std::vector<RowKey> &keys) override { return m_book.rows(keys); }
    OperationOf<QList<ContactRow>> *rowsLater(const std::vector<RowKey> &keys) override
    {
        return m_book.rowsLater(keys);
    }
    OperationOf<Duplicates> *duplicates(DuplicateKind kind) override
    {
        return m_book.duplicates(kind);
    }
    std::vector<RowKey> keysOf(const QList<ContactId> &ids) override { return m_book.keysOf(ids); }
    std::optional<Contact> contact(const ContactId &id) override { return m_book.contact(id); }
    QByteArray record(const ContactId &id) override { return m_book.record(id); }
    QString tagName(const TagId &id) const override { return m_book.tagName(id); }
    QString companyName(const CompanyId &id) const override { return m_book.companyName(id); }
    QString adminName(const AdminId &id) const override { return m_book.adminName(id); }
    QList<Tag> tags() const override { return m_book.tags(); }
    QList<Company> companies() const override { return m_book.companies(); }
    QList<Admin> admins() const override { return m_book.admins(); }
    QList<DataAttribute> attributes() const override { return m_book.attributes(); }

Q_SIGNALS:
    //! Of how many contacts it cannot be told whether they match the last query; 0 when of all,
    //! -1 when that was not counted.
    void untoldChanged(qsizetype count);

private:
    KeysOperation *foundKeys(const ContactQuery &query);

    ContactBook &m_book;
    std::optional<QList<ContactId>> m_found;
    quint64 m_generation = 0;
};

} // namespace roster
