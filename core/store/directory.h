// SPDX-License-Identifier: MIT
#pragma once

#include "core/store/directorywrites.h"

#include <QtCore/QHash>

namespace roster {

//! The names of the workspace in memory, as the windows ask for them. UI thread.
class Directory
{
public:
    void setTags(const QList<Tag> &tags);
    void mergeTags(const QList<Tag> &tags);
    void mergeCompanies(const QList<Company> &companies);
    void setAdmins(const QList<Admin> &admins);
    void setAttributes(const QList<DataAttribute> &attributes);
    void setAll(const DirectoryRows &rows);

    QString tagName(const TagId &id) const { return m_tags.value(id).name; }
    QString companyName(const CompanyId &id) const { return m_companies.value(id).name; }
    QString adminName(const AdminId &id) const { return m_admins.value(id).name; }

    //! Sorted by folded name, then by id.
    const QList<Tag> &tags() const;
    const QList<Company> &companies() const;
    const QList<Admin> &admins() const;
    const QList<DataAttribute> &attributes() const { return m_attributes; }

private:
    QHash<TagId, Tag> m_tags;
    QHash<CompanyId, Company> m_companies;
    QHash<AdminId, Admin> m_admins;
    QList<DataAttribute> m_attributes;
    // Sorted when they are asked for; empty: not yet.
    mutable QList<Tag> m_sortedTags;
    mutable QList<Company> m_sortedCompanies;
    mutable QList<Admin> m_sortedAdmins;
};

} // namespace roster
