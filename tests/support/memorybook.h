// SPDX-License-Identifier: MIT
#pragma once

#include "core/async/keysoperation.h"
#include "core/domain/contactbook.h"

#include <QtCore/QObject>
#include <QtCore/QPointer>

#include <functional>
#include <map>

namespace roster {

//! A ContactBook over plain values, written the naive way. Long reads answer in a later turn of the
//! event loop, or, once held, when the test says so and in the order it says.
class MemoryBook final : public QObject, public ContactBook
{
    Q_OBJECT

public:
    using QObject::QObject;

    //! Stores or replaces by id; gives back the key. `row.key` is ignored.
    RowKey put(ContactRow row);
    //! Stores `count` contacts that differ in every field, from "Person 0001" on.
    void fill(int count);
    void remove(const ContactId &id);
    ContactRow rowOf(const ContactId &id) const;
    QList<ContactId> ids() const;

    void addTag(const QString &id, const QString &name) { m_tags.append({TagId(id), name}); }
    void addCompany(const QString &id, const QString &name)
    {
        m_companies.append({CompanyId(id), {}, name, {}, 0});
    }
    void addAdmin(const QString &id, const QString &name)
    {
        m_admins.append({AdminId(id), name, {}});
    }

    void addAttribute(const DataAttribute &attribute) { m_attributes.append(attribute); }

    //! From now on orders wait for answer().
    void holdAnswers() { m_isHolding = true; }
    //! Orders that wait.
    int waiting() const { return static_cast<int>(m_waiting.size()); }
    //! Answers the n-th order that waits by what was stored when it was asked.
    void answer(int n = 0);
    //! Fails the n-th order that waits.
    void fail(int n, const ApiError &error);
    int asked() const { return m_asked; }
    //! How often rows were read while somebody waited.
    int readAtOnce() const { return m_readAtOnce; }

    //! At once, as orderedKeys() would answer.
    std::vector<RowKey> sortedKeys(const ContactQuery &query) const;

    KeysOperation *orderedKeys(const ContactQuery &query) override;
    OperationOf<ContactCounts> *counts() override;
    QList<ContactRow> rows(const std::vector<RowKey> &keys) override;
    OperationOf<QList<ContactRow>> *rowsLater(const std::vector<RowKey> &keys) override;
    std::vector<RowKey> keysOf(const QList<ContactId> &ids) override;
    std::optional<Contact> contact(const ContactId &id) override;
    QByteArray record(const ContactId &) override { return {}; }
    QString tagName(const TagId &id) const override;
    QString companyName(const CompanyId &id) const override;
    QString adminName(const AdminId &id) const override;
    QList<Tag> tags() const override { return m_tags; }
    QList<Company> companies() const override { return m_companies; }
    QList<Admin> admins() const override { return m_admins; }
    QList<DataAttribute> attributes() const override { return m_attributes; }

private:
    QList<ContactRow> rowsNow(const std::vector<RowKey> &keys) const;
    struct Waiting
    {
        QPointer<KeysOperation> operation;
        std::vector<RowKey> keys;
    };

    bool isMatch(const ContactRow &row, const ContactQuery &query) const;
    QString sortText(const ContactRow &row, SortColumn column) const;

    std::map<RowKey, ContactRow> m_rows;
    QHash<ContactId, RowKey> m_keys;
    RowKey m_lastKey = 0;
    QList<Tag> m_tags;
    QList<Company> m_companies;
    QList<Admin> m_admins;
    QList<DataAttribute> m_attributes;
    QList<Waiting> m_waiting;
    bool m_isHolding = false;
    int m_asked = 0;
    int m_readAtOnce = 0;
};

} // namespace roster
