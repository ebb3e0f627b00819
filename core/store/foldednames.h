// SPDX-License-Identifier: MIT
#pragma once

#include "core/store/contactwrites.h"

#include <QtCore/QHash>

namespace roster {

//! The folded names of what some contacts are linked with, as their rows carry them for sorting and
//! searching. Read for all of them at once: a question for each contact is much of the work of
//! inserting it.
class FoldedNames
{
public:
    static Result<FoldedNames> of(Database &database, const QList<StoredContact> &contacts);

    //! Names in their order, a line each; null for none. What owner_text, tags_text and
    //! companies_text of statements.h make of the same ids.
    QVariant ofOwner(const ContactRow &row) const;
    QVariant ofTags(const ContactRow &row) const;
    QVariant ofCompanies(const ContactRow &row) const;

private:
    using Names = QHash<QString, QByteArray>;

    Names m_owners;
    Names m_tags;
    Names m_companies;
};

} // namespace roster
