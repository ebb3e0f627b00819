// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/contactquery.h"
#include "ui/contacts/cellwords.h"

#include <array>

namespace roster {

//! The columns of the contact table, in the order in which they first stand.
enum class ContactColumn {
    Name,
    Email,
    Phone,
    Role,
    Tags,
    Companies,
    Owner,
    LastSeen,
    CreatedAt,
    SignedUpAt,
    ExternalId,
    UpdatedAt
};

//! What there is to know of a column. Cells look it up; nothing switches over columns.
struct ColumnInfo
{
    ContactColumn column;
    //! Its name in what is kept between starts.
    const char *id;
    //! To be translated: columnTitle().
    const char *title;
    SortColumn sort;
    //! How the first click sorts.
    Qt::SortOrder firstOrder;
    //! Pixels at a body font of 13; wider fonts get more.
    int width;
    bool isShownAtFirst;
    //! Painted in the second colour.
    bool isMuted;
    QString (*text)(const ContactRow &, const CellWords &);
    //! What the pointer learns by resting on it; empty where the cell says everything.
    QString (*hint)(const ContactRow &, const CellWords &);
};

inline constexpr int contactColumnCount = static_cast<int>(ContactColumn::UpdatedAt) + 1;

const std::array<ColumnInfo, contactColumnCount> &contactColumns();
inline const ColumnInfo &columnInfo(int column)
{
    return contactColumns()[static_cast<size_t>(column)];
}
inline constexpr int columnOf(ContactColumn column)
{
    return static_cast<int>(column);
}
//! The column that shows what is sorted by.
int columnOf(SortColumn sort);
QString columnTitle(const ColumnInfo &info);
//! "Email: ada@analytical.example" or "Email: none": never empty.
QString spokenCell(const ColumnInfo &info, const ContactRow &row, const CellWords &words);
//! One sentence about the whole row, for screen readers.
QString spokenRow(const ContactRow &row, const CellWords &words);

} // namespace roster
