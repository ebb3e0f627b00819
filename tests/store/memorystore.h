// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/contactbook.h"
#include "core/store/storevalues.h"

namespace roster {

//! What a Store should hold, as plain lists: written to be obviously right, not fast.
class MemoryStore
{
public:
    //! False: words are not looked for in attributes, and the column alone orders what they find,
    //! as in a store without an index.
    explicit MemoryStore(bool looksIntoAttributes = true)
        : m_looksIntoAttributes(looksIntoAttributes)
    {
    }

    void store(const StoredContact &arriving, qint64 now);
    void remove(const ContactId &id, qint64 now);
    void setTags(const ContactId &id, const QList<TagId> &tags, qint64 now);
    void addTag(const ContactId &id, const TagId &tag, qint64 now);
    void removeTag(const ContactId &id, const TagId &tag, qint64 now);
    void addCompany(const ContactId &id, const CompanyId &company, qint64 now);
    void removeCompany(const ContactId &id, const CompanyId &company, qint64 now);
    void setTagNames(const QList<Tag> &tags);
    void mergeCompanyNames(const QList<Company> &companies);
    void setAdminNames(const QList<Admin> &admins);

    //! Ids that match, in order. Ties go by `keys`, which only the real store knows.
    QList<ContactId> ordered(const ContactQuery &query, const QHash<ContactId, RowKey> &keys) const;
    //! How many contacts with these words may or may not fulfil the filter.
    qsizetype untold(const ContactQuery &query) const;
    ContactCounts counts() const;
    QList<ContactId> ids() const;
    //! With the lists as the store should tell them.
    Contact contact(const ContactId &id) const { return m_contacts.value(id).contact; }

private:
    struct Entry
    {
        Contact contact;
        RecordAge age;
    };
    QStringList textsOf(const Contact &contact) const;
    //! The value to sort by; nothing comes last.
    std::optional<QByteArray> sortText(const Contact &contact, SortColumn column) const;
    static std::optional<qint64> sortNumber(const Contact &contact, SortColumn column);
    int pointsOf(const Contact &contact, const QString &word) const;
    int pointsOf(const Contact &contact, const ContactQuery &query) const;
    bool matches(const Contact &contact, const ContactQuery &query) const;

    bool m_looksIntoAttributes;
    QHash<ContactId, Entry> m_contacts;
    QHash<ContactId, qint64> m_removed;
    QHash<TagId, QString> m_tags;
    QHash<CompanyId, QString> m_companies;
    QHash<AdminId, QString> m_admins;
};

} // namespace roster
