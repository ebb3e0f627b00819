// SPDX-License-Identifier: MIT
#include "core/store/directory.h"

namespace roster {

bool Directory::setAttributes(const QList<DataAttribute> &attributes)
{
    if (m_attributes == attributes)
        return false;
    m_attributes = attributes;
    return true;
}

void Directory::setAll(const DirectoryRows &rows)
{
    m_tags.replace(rows.tags);
    m_companies.replace(rows.companies);
    m_admins.replace(rows.admins);
    m_attributes = rows.attributes;
}

} // namespace roster
