// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/admin.h"
#include "core/domain/company.h"
#include "core/domain/contactquery.h"
#include "core/domain/contactrow.h"
#include "core/domain/dataattribute.h"
#include "core/domain/duplicates.h"
#include "core/domain/tag.h"

#include <vector>

namespace roster {

// core/async is made of domain values, so domain only names its template.
template <class T>
class OperationOf;
class KeysOperation;

//! The first step of an answer to a query.
struct FirstKeys
{
    //! Fills a window.
    static constexpr size_t most = 200;

    //! In order, at most that many.
    std::vector<RowKey> keys;
    //! How many match in all.
    qsizetype total = 0;
    //! Of how many more it cannot be told: a tag or company is asked for, and not all that they
    //! have are known. They are not among those that match. Nothing: not counted yet.
    std::optional<qsizetype> untold;

    friend bool operator==(const FirstKeys &, const FirstKeys &) = default;
};

//! How many contacts the sidebar counts.
struct ContactCounts
{
    int all = 0;
    int users = 0;
    int leads = 0;
    QHash<TagId, int> byTag;
    QHash<CompanyId, int> byCompany;

    friend bool operator==(const ContactCounts &, const ContactCounts &) = default;
};

//! What the windows read: the active contacts of the local store and the names that belong to
//! them. Lives in the UI thread. Reads that can be long are Operations (a worker thread does them);
//! the others are short enough for a paint.
class ContactBook
{
public:
    virtual ~ContactBook() = default;

    //! The keys of all contacts that match, in order. A later call does not cancel an earlier one;
    //! the asker cancels what it no longer wants, which stops the work on it.
    virtual KeysOperation *orderedKeys(const ContactQuery &query) = 0;
    virtual OperationOf<ContactCounts> *counts() = 0;

    //! At once: the rows of `keys`, in their order; a key that is gone has a row with an empty id.
    virtual QList<ContactRow> rows(const std::vector<RowKey> &keys) = 0;
    //! The same from a thread, for rows that can be shown a moment later.
    virtual OperationOf<QList<ContactRow>> *rowsLater(const std::vector<RowKey> &keys) = 0;
    //! Contacts that share what only one person should have; nullptr where nobody can look. Takes
    //! seconds where there are very many, in pieces between other long reads.
    virtual OperationOf<Duplicates> *duplicates(DuplicateKind) { return nullptr; }
    //! At once: keys of contacts by id; 0 for one that the store does not hold.
    virtual std::vector<RowKey> keysOf(const QList<ContactId> &ids) = 0;
    //! At once: the whole record as stored; nothing when the store does not hold it.
    virtual std::optional<Contact> contact(const ContactId &id) = 0;
    //! At once: the record's JSON as Intercom sent it; empty when the store does not hold it.
    virtual QByteArray record(const ContactId &id) = 0;

    //! At once, from memory: what ids are called. Empty text or nothing for an unknown id.
    virtual QString tagName(const TagId &id) const = 0;
    virtual QString companyName(const CompanyId &id) const = 0;
    virtual QString adminName(const AdminId &id) const = 0;
    //! At once, from memory, sorted by name.
    virtual QList<Tag> tags() const = 0;
    virtual QList<Company> companies() const = 0;
    virtual QList<Admin> admins() const = 0;
    virtual QList<DataAttribute> attributes() const = 0;
};

} // namespace roster
