// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/partiallist.h"

#include <QtCore/QStringList>

namespace roster {

//! Names of a contact's tags or companies, joined; `nameOf(id)` is what one is called, and its id
//! stands for one without a name. A list that is not completely known ends in an ellipsis.
template <class IdType, class Name>
QString listedNames(const PartialList<IdType> &list, const QString &separator, Name nameOf)
{
    QStringList names;
    for (const IdType &id : list.items) {
        const QString name = nameOf(id);
        names.append(name.isEmpty() ? id.text() : name);
    }
    if (!list.isComplete())
        names.append(QStringLiteral("…"));
    return names.join(separator);
}

} // namespace roster
