// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/contactbook.h"

#include <functional>

namespace roster {

//! A column of an exported table.
struct ExportColumn
{
    //! Heads the column: the name that Intercom's API has for it, the same in every language.
    QString id;
    //! What people call it.
    QString title;
    //! It is in the whole record only, not in the row that tables show.
    bool isFromRecord = false;
    bool isChosenAtFirst = false;
    std::function<QString(const ContactRow &row, const Contact &contact)> text;
};

//! Every column that can be exported, in the order in which they first stand: the table's, then the
//! other fields of a contact, then custom attributes. Names are those of `book`, which must outlive
//! the columns. Times are in UTC as ISO 8601 has them.
QList<ExportColumn> exportColumns(const ContactBook &book);

//! Those of `columns` whose ids are chosen, in the order of `ids`.
QList<ExportColumn> chosenColumns(const QList<ExportColumn> &columns, const QStringList &ids);

} // namespace roster
