// SPDX-License-Identifier: MIT
#pragma once

#include "core/store/directorywrites.h"
#include "core/store/namedlist.h"

namespace roster {

//! The names of the workspace in memory, as the windows ask for them. What changes it answers
//! whether it did. UI thread.
class Directory
{
public:
    bool setTags(const QList<Tag> &tags) { return m_tags.replace(tags); }
    bool mergeTags(const QList<Tag> &tags) { return m_tags.merge(tags); }
    bool mergeCompanies(const QList<Company> &companies) { return m_companies.merge(companies); }
    bool setAdmins(const QList<Admin> &admins) { return m_admins.replace(admins); }
    bool setAttributes(const QList<DataAttribute> &attributes);
    void setAll(const DirectoryRows &rows);

    QString tagName(const TagId &id) const { return m_tags.value(id).name; }
    QString companyName(const CompanyId &id) const { return m_companies.value(id).name; }
    QString adminName(const AdminId &id) const { return m_admins.value(id).name; }

    //! Sorted by folded name, then by id.
    const QList<Tag> &tags() const { return m_tags.sorted(); }
    const QList<Company> &companies() const { return m_companies.sorted(); }
    const QList<Admin> &admins() const { return m_admins.sorted(); }
    const QList<DataAttribute> &attributes() const { return m_attributes; }

private:
    NamedList<Tag> m_tags;
    NamedList<Company> m_companies;
    NamedList<Admin> m_admins{NamedList<Admin>::Nameless::Kept};
    QList<DataAttribute> m_attributes;
};

} // namespace roster
